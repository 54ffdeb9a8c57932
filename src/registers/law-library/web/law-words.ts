import { queryString } from '#ui/api/query-string.ts';
import type { EditionView } from '../contract.ts';

/** Address of a law as of a day, at an article where one is asked for. */
export function lawPath(name: string, on?: string, key?: number): string {
  return `/laws/${encodeURIComponent(name)}${queryString({ on, article: key })}`;
}

export function validityWords({ from, through, certainty }: EditionView): string {
  const days = `${from ?? '施行日不明'} 至 ${through ?? '今'}`;
  return certainty === 'assumed' ? `${days}（施行日待核定）` : days;
}
