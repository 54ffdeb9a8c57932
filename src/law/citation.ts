import { INSTRUMENTS, type InstrumentKey } from './instruments.ts';

/** A place in a law: article, paragraph (款), item (项). A null article cites the whole text. */
export type Citation = {
  readonly instrument: InstrumentKey;
  readonly article: number | null;
  readonly paragraph?: number;
  readonly item?: number;
};

export function cite(instrument: InstrumentKey, article: number | null, paragraph?: number, item?: number): Citation {
  return {
    instrument,
    article,
    ...(paragraph === undefined ? {} : { paragraph }),
    ...(item === undefined ? {} : { item }),
  };
}

const DIGITS = '零一二三四五六七八九';

/** 1–9999 as official texts write them: 22 → 二十二, 105 → 一百零五. */
export function chineseNumeral(n: number): string {
  if (n < 10) return DIGITS.charAt(n);
  if (n < 20) return `十${n === 10 ? '' : DIGITS.charAt(n - 10)}`;
  const units = ['', '十', '百', '千'];
  const digits = [...String(n)].map(Number);
  const parts = digits.map((d, i) => (d === 0 ? '零' : `${DIGITS.charAt(d)}${units[digits.length - 1 - i] ?? ''}`));
  return parts.join('').replace(/零+/g, '零').replace(/零$/, '');
}

/** 《实施细则》第二十二条第一款; the short title is enough on screen. */
export function formatCitation(c: Citation): string {
  return `《${c.instrument}》${place(c)}`;
}

/** 《巴彦淖尔市行政执法协调监督实施细则》第二十二条第一款, as an issued document must write it. */
export function formatFullCitation(c: Citation): string {
  return `《${INSTRUMENTS[c.instrument].name}》${place(c)}`;
}

function place(c: Citation): string {
  const article = c.article === null ? '' : `第${chineseNumeral(c.article)}条`;
  const paragraph = c.paragraph === undefined ? '' : `第${chineseNumeral(c.paragraph)}款`;
  const item = c.item === undefined ? '' : `第（${chineseNumeral(c.item)}）项`;
  return `${article}${paragraph}${item}`;
}
