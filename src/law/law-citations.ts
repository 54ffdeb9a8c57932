import { chineseNumeralValue } from './chinese-numeral.ts';

/** One place in a law as a decision names it, without judging whether it exists. */
export type LawCitation = {
  /** Without 中华人民共和国, spaces and mark of edition: the form in which laws are looked up. */
  readonly name: string;
  /** Year of a mark such as （2017年修正）; null where the decision gives none. */
  readonly edition: number | null;
  /** 文号 beside the name, e.g. 巴政发〔2019〕12号. */
  readonly documentNumber: string | null;
  readonly article: number | null;
  readonly paragraph: number | null;
  readonly item: number | null;
};

const NUMERAL = '[零〇一二两三四五六七八九十百千0-9]';
/** A title in 《》, or an article with its paragraph and item. Every repetition is bounded: the scan stays linear. */
const TOKEN = new RegExp(
  `《([^《》]{2,120})》|第(${NUMERAL}{1,8})条(?:之${NUMERAL}{1,2})?(?:第(${NUMERAL}{1,4})款)?(?:第?[(（]?(${NUMERAL}{1,4})[)）]?项)?`,
  'g',
);
const BARE_NAME = /([\u4e00-\u9fa5]{2,24}(?:法典|法|条例|办法|规定|细则|规则))$/;
const LEADING_WORDS = /^.*(?:依据|根据|按照|依照|参照|违反了?|触犯了?|适用|结合|符合|以及)/;
const EDITION = /[(（](\d{4})年?[^()（）]{0,12}[)）]/;
const DOCUMENT_NUMBER = /[\u4e00-\u9fa5]{1,12}[〔[【(（]\d{4}[〕\]】)）](?:第)?\d{1,5}号|(?:令)?第\d{1,4}号令?/;
/** Titles in 《》 that are papers of the case, not texts that bind. */
const CASE_PAPER = /(?:书|证|执照|笔录|表|单|报告|合同|协议|清单|照片|发票|收据|凭证)$/;
const THIS_LAW = /^(?:本|该|此|上述|前述|同|其)/;

/**
 * Laws and articles named in free text (处罚依据): 《…》第X条第X款第（X）项, several articles of one law, common names
 * without 《》, short names introduced by 以下简称. A law named without an article is kept with a null article.
 */
export function extractLawCitations(text: string): readonly LawCitation[] {
  const source = text.normalize('NFKC');
  const found: LawCitation[] = [];
  const shortNames = new Map<string, string>();
  let law: Named | null = null;
  let end = 0;
  for (const token of source.matchAll(TOKEN)) {
    const gap = source.slice(end, token.index);
    end = token.index + token[0].length;
    const [, title, article, paragraph, item] = token;
    if (title !== undefined) {
      if (law !== null && gap.slice(-6).includes('简称')) shortNames.set(cleanName(title), law.name);
      else law = openLaw(found, title, source.slice(end, end + 40), shortNames);
      continue;
    }
    const bare = bareName(gap);
    if (bare !== null) law = openLaw(found, bare, '', shortNames);
    if (law === null) continue;
    addArticle(
      found,
      law,
      [article, paragraph, item].map((n) => (n === undefined ? null : articleNumber(n))),
    );
  }
  return found;
}

type Named = Pick<LawCitation, 'name' | 'edition' | 'documentNumber'>;

function openLaw(found: LawCitation[], title: string, after: string, shortNames: ReadonlyMap<string, string>): Named | null {
  const name = cleanName(title);
  if (name.length < 2 || CASE_PAPER.test(name)) return null;
  const beside = /^\s*[(（][^《》]{0,38}/.exec(after)?.[0] ?? '';
  const edition = EDITION.exec(title)?.[1] ?? EDITION.exec(beside)?.[1];
  const law = {
    name: shortNames.get(name) ?? name,
    edition: edition === undefined ? null : Number(edition),
    documentNumber: DOCUMENT_NUMBER.exec(title)?.[0] ?? DOCUMENT_NUMBER.exec(beside)?.[0] ?? null,
  };
  found.push({ ...law, article: null, paragraph: null, item: null });
  return law;
}

function addArticle(found: LawCitation[], law: Named, [article = null, paragraph = null, item = null]: (number | null)[]): void {
  const last = found.at(-1);
  if (last !== undefined && last.name === law.name && last.article === null) found.pop();
  found.push({ ...law, article, paragraph, item });
}

function bareName(gap: string): string | null {
  const found = BARE_NAME.exec(gap.slice(-32))?.[1];
  if (found === undefined) return null;
  const name = found.replace(LEADING_WORDS, '').replace(/^[和及与、了]+/, '');
  return name.length < 3 || THIS_LAW.test(name) ? null : name;
}

/** The form in which names of laws are compared: 《中华人民共和国水法（2016年修正）》 → 水法. */
export function cleanName(title: string): string {
  return title
    .normalize('NFKC')
    .replace(/[\s《》\u200b]/g, '')
    .replace(/\([^()]{0,40}\)$/, '')
    .replace(/^中华人民共和国(?=.)/, '');
}

/** 一百零五 → 105, 33 → 33; null for anything else. */
export function articleNumber(text: string): number | null {
  return /^\d{1,8}$/.test(text) ? Number(text) : chineseNumeralValue(text.replaceAll('两', '二'));
}
