/** A code in SQL as the rules compare it (normaliseCode): upper case, without spaces and dashes. `column` is one of ours. */
export function comparedCode(column: string): string {
  return `regexp_replace(upper(${column}), '[[:space:]‐–—''-]', '', 'g')`;
}
