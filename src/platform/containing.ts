/** A pattern of LIKE that finds the words wherever they stand: what would be a wildcard is taken as typed. */
export function containing(words: string): string {
  return `%${words.replaceAll(/[\\%_]/g, '\\$&')}%`;
}
