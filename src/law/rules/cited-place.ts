import { chineseNumeral } from '../citation.ts';
import type { LawCitation } from '../law-citations.ts';

/** 《大气污染防治法》第九十九条, as shown beside a doubt. */
export function placeOf({ name, article }: LawCitation): string {
  return `《${name}》${article === null ? '' : `第${chineseNumeral(article)}条`}`;
}
