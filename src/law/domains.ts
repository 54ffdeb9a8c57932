import { listedIn } from './listed-in.ts';

/** 执法领域 (CT9) as one cell writes them, 甲、乙 or 甲,乙, as a list; empty where nothing is written. */
export function domainsOf(words: string | null): readonly string[] {
  return listedIn(words);
}
