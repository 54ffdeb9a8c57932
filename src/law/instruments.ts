import { type LocalDate, localDate } from './local-date.ts';

/** Rank of a text, highest first (立法法): the higher text wins where two conflict. */
export const INSTRUMENT_LEVELS = {
  law: '法律',
  'administrative-regulation': '行政法规',
  'local-regulation': '地方性法规',
  'department-rule': '部门规章',
  'government-rule': '地方政府规章',
  'normative-document': '规范性文件',
} as const;
export type InstrumentLevel = keyof typeof INSTRUMENT_LEVELS;

export type InstrumentFacts = {
  readonly name: string;
  readonly level: InstrumentLevel;
  /** Number of articles of the version in force; null where the text was not read whole. */
  readonly articles: number | null;
  readonly inForce: { readonly from: LocalDate; readonly until: LocalDate | null };
};

/**
 * Facts about the instruments that our own code cites: name, rank, days in force, number of articles.
 * Texts are not shipped; they come by import into the law library.
 */
export const INSTRUMENTS = {
  实施细则: {
    name: '巴彦淖尔市行政执法协调监督实施细则',
    level: 'normative-document',
    articles: 28,
    // 第二十八条：自印发之日（2023-06-28）起30日后施行，有效期5年；"30日后"有一日疑义，取2023-07-28。
    inForce: { from: localDate('2023-07-28'), until: localDate('2028-07-28') },
  },
  行政执法监督条例: {
    name: '行政执法监督条例',
    level: 'administrative-regulation',
    articles: 44,
    inForce: { from: localDate('2026-02-01'), until: null },
  },
  内蒙古行政执法监督条例: {
    name: '内蒙古自治区行政执法监督条例',
    level: 'local-regulation',
    articles: null,
    inForce: { from: localDate('1996-01-01'), until: null },
  },
  内蒙古行政执法证件管理办法: {
    name: '内蒙古自治区行政执法证件管理办法',
    level: 'government-rule',
    articles: null,
    inForce: { from: localDate('2000-01-01'), until: null },
  },
  内蒙古行政规范性文件管理办法: {
    name: '内蒙古自治区行政规范性文件管理办法',
    level: 'government-rule',
    articles: null,
    inForce: { from: localDate('2023-12-01'), until: null },
  },
  重大行政处罚备案办法: {
    name: '内蒙古自治区重大行政处罚备案办法',
    level: 'government-rule',
    articles: null,
    inForce: { from: localDate('2002-02-21'), until: null },
  },
  行政处罚法: {
    name: '中华人民共和国行政处罚法',
    level: 'law',
    articles: 86,
    inForce: { from: localDate('2021-07-15'), until: null },
  },
  行政强制法: {
    name: '中华人民共和国行政强制法',
    level: 'law',
    articles: 71,
    inForce: { from: localDate('2012-01-01'), until: null },
  },
  行政诉讼法: {
    name: '中华人民共和国行政诉讼法',
    level: 'law',
    articles: 103,
    inForce: { from: localDate('2017-07-01'), until: null },
  },
  民事诉讼法: {
    name: '中华人民共和国民事诉讼法',
    level: 'law',
    articles: 306,
    inForce: { from: localDate('2024-01-01'), until: null },
  },
  行政许可法: {
    name: '中华人民共和国行政许可法',
    level: 'law',
    articles: 83,
    inForce: { from: localDate('2004-07-01'), until: null },
  },
  行政复议法: {
    name: '中华人民共和国行政复议法',
    level: 'law',
    articles: 90,
    inForce: { from: localDate('2024-01-01'), until: null },
  },
  治安管理处罚法: {
    name: '中华人民共和国治安管理处罚法（2025年修订）',
    level: 'law',
    articles: 144,
    inForce: { from: localDate('2026-01-01'), until: null },
  },
  税收征收管理法: {
    name: '中华人民共和国税收征收管理法',
    level: 'law',
    articles: 94,
    inForce: { from: localDate('2015-04-24'), until: null },
  },
  民法典: {
    name: '中华人民共和国民法典',
    level: 'law',
    articles: 1260,
    inForce: { from: localDate('2021-01-01'), until: null },
  },
  个人信息保护法: {
    name: '中华人民共和国个人信息保护法',
    level: 'law',
    articles: 74,
    inForce: { from: localDate('2021-11-01'), until: null },
  },
  政府信息公开条例: {
    name: '中华人民共和国政府信息公开条例',
    level: 'administrative-regulation',
    articles: 56,
    inForce: { from: localDate('2019-05-15'), until: null },
  },
  信用修复管理办法: {
    name: '信用修复管理办法（国家发展改革委令第36号）',
    level: 'department-rule',
    articles: null,
    inForce: { from: localDate('2026-04-01'), until: null },
  },
  双公示标准: {
    name: '行政许可和行政处罚等信用信息公示数据标准（2018年版）',
    level: 'normative-document',
    articles: null,
    inForce: { from: localDate('2018-01-01'), until: null },
  },
  三项制度指导意见: {
    name: '国务院办公厅关于全面推行行政执法公示制度执法全过程记录制度重大执法决定法制审核制度的指导意见（国办发〔2018〕118号）',
    level: 'normative-document',
    articles: null,
    inForce: { from: localDate('2018-12-05'), until: null },
  },
  罚款设定实施指导意见: {
    name: '国务院关于进一步规范和监督罚款设定与实施的指导意见（国发〔2024〕5号）',
    level: 'normative-document',
    articles: null,
    inForce: { from: localDate('2024-02-09'), until: null },
  },
  市场监管处罚公示规定: {
    name: '市场监督管理行政处罚信息公示规定（国家市场监督管理总局令第45号）',
    level: 'department-rule',
    articles: null,
    inForce: { from: localDate('2021-09-01'), until: null },
  },
  行政权力清单管理办法: {
    name: '内蒙古自治区行政权力清单管理办法（自治区人民政府令第275号）',
    level: 'government-rule',
    articles: null,
    inForce: { from: localDate('2025-07-01'), until: null },
  },
  涉企检查意见: {
    name: '国务院办公厅关于严格规范涉企行政检查的意见（国办发〔2024〕54号）',
    level: 'normative-document',
    articles: null,
    inForce: { from: localDate('2025-01-03'), until: null },
  },
  内蒙古涉企检查文件: {
    // Seen in an excerpt: its title and the day from which it applies are not known beyond the year of its number.
    name: '内蒙古自治区人民政府办公厅文件（内政办发〔2025〕20号）',
    level: 'normative-document',
    articles: null,
    inForce: { from: localDate('2025-01-01'), until: null },
  },
  磴洲协调监督办法: {
    name: '磴洲市行政执法协调监督办法（测试用虚构文本）',
    level: 'normative-document',
    articles: 20,
    inForce: { from: localDate('2024-01-01'), until: null },
  },
} as const satisfies Record<string, InstrumentFacts>;

export type InstrumentKey = keyof typeof INSTRUMENTS;
