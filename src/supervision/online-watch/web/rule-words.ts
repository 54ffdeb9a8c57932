/** The number that the list of rules gives it; a rule of the platform's own has none. */
export function ruleNumber(id: string): string {
  return id.startsWith('R-') ? '平台自设' : id;
}

/** 67%; a dash before anything can be said. */
export function percent(value: number | null): string {
  return value === null ? '—' : `${value}%`;
}

/** Hours as people say them. */
export function spanWords(hours: number | null): string {
  if (hours === null) return '—';
  if (hours < 1) return '不足 1 小时';
  return hours < 48 ? `${Math.round(hours)} 小时` : `${Math.round(hours / 24)} 天`;
}
