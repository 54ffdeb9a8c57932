import type { InstrumentLevel } from './instruments.ts';
import { instrumentVersions, type LawRegister, type LawVersion, lawRegister } from './law-register.ts';
import { localDate } from './local-date.ts';

type More = {
  readonly articles?: number;
  readonly replacedBy?: string;
  readonly aliases?: readonly string[];
  readonly level?: InstrumentLevel;
};

function law(name: string, from: string | null, until: string | null, more: More = {}): LawVersion {
  return {
    name,
    aliases: more.aliases ?? [],
    level: more.level ?? 'law',
    articles: more.articles ?? null,
    inForce: { from: from === null ? null : localDate(from), until: until === null ? null : localDate(until) },
    replacedBy: more.replacedBy ?? null,
  };
}

/** From 2026-08-15 the 生态环境法典 stands in place of ten environmental laws. */
const CODE = { replacedBy: '生态环境法典' };
const CODE_DAY = '2026-08-15';
const ENVIRONMENT: readonly LawVersion[] = [
  law('生态环境法典', CODE_DAY, null, { aliases: ['环境法典'] }),
  law('环境保护法', null, CODE_DAY, { ...CODE, aliases: ['环保法'], articles: 70 }),
  law('环境影响评价法', null, CODE_DAY, { ...CODE, aliases: ['环评法'], articles: 37 }),
  law('海洋环境保护法', null, '2024-01-01', { replacedBy: '海洋环境保护法（2023年修订）' }),
  law('海洋环境保护法', '2024-01-01', CODE_DAY, { ...CODE, articles: 124 }),
  law('大气污染防治法', null, CODE_DAY, { ...CODE, aliases: ['大气法', '大气污染法'], articles: 129 }),
  law('水污染防治法', null, CODE_DAY, { ...CODE, articles: 103 }),
  law('土壤污染防治法', '2019-01-01', CODE_DAY, { ...CODE, articles: 99 }),
  law('固体废物污染环境防治法', null, '2020-09-01', { replacedBy: '固体废物污染环境防治法（2020年修订）', aliases: ['固废法'] }),
  law('固体废物污染环境防治法', '2020-09-01', CODE_DAY, { ...CODE, articles: 126, aliases: ['固废法'] }),
  law('环境噪声污染防治法', null, '2022-06-05', { articles: 64, replacedBy: '噪声污染防治法' }),
  law('噪声污染防治法', '2022-06-05', CODE_DAY, { ...CODE, articles: 90, aliases: ['噪声法'] }),
  law('放射性污染防治法', '2003-10-01', CODE_DAY, { ...CODE, articles: 63 }),
  law('清洁生产促进法', null, CODE_DAY, { ...CODE, articles: 40 }),
  law('危险化学品安全法', '2026-05-01', null),
];

/** 民法典 1260: nine laws end on the day the code begins. */
const CIVIL: readonly LawVersion[] = ['婚姻法', '继承法', '民法通则', '收养法', '担保法', '合同法', '物权法', '侵权责任法', '民法总则'].map(
  (name) => law(name, null, '2021-01-01', { replacedBy: '民法典' }),
);

/** Earlier editions of laws that go on under the same name; the edition in force is among the instruments. */
const EARLIER_EDITIONS: readonly LawVersion[] = [
  law('行政处罚法', '1996-10-01', '2021-07-15', { articles: 64, replacedBy: '行政处罚法（2021年修订）' }),
  law('治安管理处罚法', '2006-03-01', '2026-01-01', { articles: 119, replacedBy: '治安管理处罚法（2025年修订）' }),
];

export const KNOWN_LAW_VERSIONS: readonly LawVersion[] = [...instrumentVersions(), ...EARLIER_EDITIONS, ...ENVIRONMENT, ...CIVIL];

/** What ships before a city loads its own law register. It knows few laws; of the others it says nothing. */
export const DEFAULT_LAW_REGISTER: LawRegister = lawRegister(KNOWN_LAW_VERSIONS);
