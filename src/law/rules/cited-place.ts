import { chineseNumeral } from '../citation.ts';
import type { LawCitation } from '../law-citations.ts';

/** 《大气污染防治法》第九十九条, as shown beside a doubt. */
export function placeOf({ name, article }: LawCitation): string {
  return `《${name}》${article === null ? '' : `第${chineseNumeral(article)}条`}`;
}

/** 《大气污染防治法》第九十九条第二款第（三）项. */
export function wholePlaceOf(cited: LawCitation): string {
  const { article, sub, paragraph, item } = cited;
  if (article === null) return placeOf(cited);
  const deeper = [
    sub === 0 ? '' : `之${chineseNumeral(sub)}`,
    paragraph === null ? '' : `第${chineseNumeral(paragraph)}款`,
    item === null ? '' : `第（${chineseNumeral(item)}）项`,
  ];
  return `${placeOf(cited)}${deeper.join('')}`;
}
