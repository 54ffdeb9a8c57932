import type { LocalDate } from '../local-date.ts';

/** 目: below an item, e.g. 1．… or (1)…. */
export type SubItem = { readonly number: number; readonly text: string };
/** 项: （一）…. Its text ends before its sub-items. */
export type Item = { readonly number: number; readonly text: string; readonly subItems: readonly SubItem[] };
/** 款: a natural paragraph of an article with the items that hang on it. */
export type Paragraph = { readonly text: string; readonly items: readonly Item[] };

export type Article = {
  readonly number: number;
  /** 第三百条之一 → 1; 0 for an article of its own number. */
  readonly sub: number;
  /** Heading in 【】 where the text has one. */
  readonly heading: string | null;
  /** Line of the source, counted from 1. */
  readonly line: number;
  /** Place in `divisions` of the innermost chapter or section; null before the first. */
  readonly division: number | null;
  readonly paragraphs: readonly Paragraph[];
};

export const DIVISION_KINDS = ['编', '分编', '章', '节'] as const;
export type Division = {
  readonly kind: (typeof DIVISION_KINDS)[number];
  /** 0 where the heading bears no number: 附则. */
  readonly number: number;
  readonly title: string;
  readonly line: number;
};

export const HISTORY_LABELS = {
  adopted: '通过',
  promulgated: '公布',
  approved: '批准',
  revised: '修订',
  amended: '修正',
  effective: '施行',
  repealed: '废止',
} as const;
export type HistoryKind = keyof typeof HISTORY_LABELS;

/** One dated step in the life of a text, as the lines below its title tell it. */
export type HistoryEvent = {
  readonly kind: HistoryKind;
  readonly on: LocalDate;
  /** The amending decision, e.g. 关于修改〈…〉的决定; null where none is named. */
  readonly by: string | null;
  readonly words: string;
};

export const TEXT_PROBLEM_LABELS = {
  invisible: '删除了不可见字符',
  'private-use': '有私有区字符，可能缺字或造字',
  undecodable: '有不能识别的字符',
  'odd-space': '有不间断空格等特殊空白，按普通空格处理',
  'half-width': '中文之间用了半角标点，按全角读取',
  'full-width-digit': '有全角数字，按半角读取',
  'split-marker': '条号中间有空格，按连写读取',
  'inline-article': '一行里有几条，已拆开',
  'article-gap': '条号不连续',
  'article-repeated': '条号重复，只保留先出现的一条',
  'item-gap': '项的序号不连续',
  'unclosed-title': '书名号不成对',
  table: '表格按文字保留',
  markup: '有网页标记，按文字保留，不执行',
  joined: '断行已接上',
  'tracked-change': '有修订标记，按接受全部修订读取',
  enumerated: '没有“第×条”，按“一、”编号读取',
  'no-article': '没有读到任何条文',
  'no-title': '没有标题',
  'no-history': '没有通过、公布或者修改日期',
  'not-a-day': '日期在日历上不存在',
} as const;
export type TextProblemKind = keyof typeof TEXT_PROBLEM_LABELS;
export type TextProblem = { readonly line: number; readonly is: TextProblemKind; readonly found: string };

/** One text as imported: one edition of one law. */
export type LawText = {
  /** As printed, e.g. 中华人民共和国行政处罚法. */
  readonly title: string;
  readonly history: readonly HistoryEvent[];
  readonly divisions: readonly Division[];
  readonly articles: readonly Article[];
  /** What stands between the history and the first article: preamble, letter of transmittal. */
  readonly preface: readonly string[];
  /** Annexes behind the last article, line by line. */
  readonly annex: readonly string[];
};
export type ParsedLawText = { readonly text: LawText; readonly problems: readonly TextProblem[] };

/** Articles sort and are looked up by this: 第三百条之一 → 30001. */
export function articleKey(number: number, sub: number): number {
  return number * 100 + sub;
}
