import { scanReferences } from './library/references.ts';

export { articleNumber } from './chinese-numeral.ts';

/** One place in a law as a decision names it, without judging whether it exists. */
export type LawCitation = {
  /** Without 中华人民共和国, spaces and mark of edition; （试行） stays where the library knows the law by it. */
  readonly name: string;
  /** Year of a mark such as （2017年修正）; null where the decision gives none. */
  readonly edition: number | null;
  /** 文号 beside the name, e.g. 巴政发〔2019〕12号. */
  readonly documentNumber: string | null;
  readonly article: number | null;
  /** 第×条之一 → 1. */
  readonly sub: number;
  readonly paragraph: number | null;
  readonly item: number | null;
};

/**
 * Laws and articles named in free text (处罚依据): 《…》第X条第X款第（X）项, several articles of one law, ranges, common
 * names without 《》, short names introduced by 以下简称. A law named without an article is kept with a null article.
 * `isName` helps to find where a name without 《》 begins.
 */
export function extractLawCitations(text: string, isName?: (name: string) => boolean): readonly LawCitation[] {
  return scanReferences(text, isName === undefined ? {} : { isName }).map(({ law, place }) => ({
    name: isName?.(law.name) === true ? law.name : cleanName(law.name),
    edition: law.edition,
    documentNumber: law.documentNumber,
    article: place?.article ?? null,
    sub: place?.sub ?? 0,
    paragraph: place?.paragraph ?? null,
    item: place?.item ?? null,
  }));
}

/** The form in which names of laws are compared: 《中华人民共和国水法（2016年修正）》 → 水法. */
export function cleanName(title: string): string {
  return title
    .normalize('NFKC')
    .replace(/[\s《》\u200b]/g, '')
    .replace(/\([^()]{0,40}\)$/, '')
    .replace(/^中华人民共和国(?=.)/, '');
}
