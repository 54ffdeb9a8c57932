/** What one field or cell lists, 甲、乙 or 甲,乙; empty where nothing is written. */
export function listedIn(words: string | null): readonly string[] {
  return (words ?? '').split(/[、,，;；\s]+/).filter((part) => part !== '');
}

/** Numbers as people write them in one field: "1、3" or "1,3"; null where something else stands there. */
export function numbersIn(text: string): readonly number[] | null {
  const parts = listedIn(text);
  return parts.length > 0 && parts.every((part) => /^\d{1,4}$/.test(part)) ? [...new Set(parts.map(Number))] : null;
}
