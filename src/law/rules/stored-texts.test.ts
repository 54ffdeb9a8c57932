import { describe, expect, it } from 'vitest';
import { citedLaws, type LawSources } from '../library/law-sources.ts';
import { lawLibrary, type StoredText } from '../library/library.ts';
import { parseLawText } from '../library/parse-law-text.ts';
import { localDate } from '../local-date.ts';
import { DEFAULT_LAW_REGISTER, KNOWN_LAW_VERSIONS } from '../repealed-laws.ts';
import type { PenaltyFacts } from './facts.ts';
import { judge, PENALTY_RULES } from './index.ts';
import { contextOn, LAWFUL } from './lawful-decision.fixtures.ts';

function stored(title: string, history: readonly string[], articles: readonly string[]): StoredText {
  const body = [`# ${title}`, ...history.flatMap((h) => ['', h]), '<!-- INFO END -->', ...articles.map((a, i) => `第${i + 1}条 ${a}`)];
  const source = `${title}${history.length}.md`;
  return { id: source, source, fileDay: null, text: parseLawText(body.join('\n')).text };
}

const PASSED = '2018年1月1日第十三届全国人民代表大会常务委员会第一次会议通过';
const REVISED = '2025年5月1日第十四届全国人民代表大会常务委员会第十次会议修订';
const OLD = stored(
  '中华人民共和国渔港法',
  [PASSED],
  ['总则。', '有下列行为的，处罚款：\n\n（一）占用航道；\n\n（二）倾倒废物。', '本法自2018年3月1日起施行。'],
);
const NEW = stored(
  '中华人民共和国渔港法',
  [PASSED, REVISED],
  ['总则。', '占用航道的，处十万元罚款。', '本法自2026年1月1日起施行。《渔港旧条例》同时废止。'],
);
const RULE = stored('渔船检验办法', ['2015年1月1日农业农村部令第1号公布'], ['检验。', '处罚款。', '本办法自公布之日起施行。']);
const REGULATION = stored('渔港旧条例', ['1990年1月1日国务院令第1号公布'], ['管理。', '处罚款。', '本条例自公布之日起施行。']);
/** Amended, and only the older text is at hand. */
const AMENDED = stored('渔业检查法', ['2000年1月1日第九届全国人民代表大会常务委员会通过'], ['检查。', '本法自2000年3月1日起施行。']);
const AMENDED_LATER = stored(
  '渔业检查法',
  [
    '2000年1月1日第九届全国人民代表大会常务委员会通过',
    '2010年1月1日《关于修改〈渔业检查法〉的决定》修正',
    '2024年1月1日《关于修改〈渔业检查法〉的决定》修正',
  ],
  ['检查。', '本法自2000年3月1日起施行。'],
);

const LAWS: LawSources = {
  register: DEFAULT_LAW_REGISTER,
  library: lawLibrary([OLD, NEW, RULE, REGULATION, AMENDED, AMENDED_LATER], KNOWN_LAW_VERSIONS),
};

function facts(basis: string, actOn: string | null, decidedOn: string, lighterNewLaw: boolean | null = null): PenaltyFacts {
  const on = localDate(decidedOn);
  const act = actOn === null ? null : localDate(actOn);
  return {
    ...LAWFUL,
    actStartedOn: null,
    actEndedOn: act,
    discoveredOn: act,
    filedOn: null,
    decidedOn: on,
    served: { on },
    published: { on },
    recordFiled: { on },
    validUntil: null,
    publicUntil: null,
    citations: citedLaws(basis, LAWS),
    lighterNewLaw,
  };
}
function answer(rule: string, about: PenaltyFacts): string {
  const { doubts, notJudged, clean } = judge(PENALTY_RULES, about, contextOn('2026-11-23'));
  const doubt = doubts.find((d) => d.rule.id === rule);
  if (doubt !== undefined) return `▲${doubt.doubt.because}`;
  return clean.includes(rule as never) ? '✓' : `无法判断：${notJudged.find((n) => n.rule === rule)?.missing}`;
}

describe('D11 按库存文本判断（《行政处罚法》第三十七条）', () => {
  it.each([
    ['《渔港法》第二条第一款第（二）项', '2025-12-31', '2025-12-31', null, '✓'],
    ['《渔港法》第二条第一款第（二）项', '2026-01-01', '2026-02-01', null, '▲《渔港法》第二条第一款第（二）项在2026-01-01没有这一项'],
    ['《渔港法》第二条第二款', '2026-01-01', '2026-02-01', null, '▲《渔港法》第二条第二款在2026-01-01没有这一款'],
    ['《渔港法》第四条', '2025-12-01', '2025-12-31', null, '▲《渔港法》第四条在2025-12-01没有这一条'],
    ['《渔港法》第三条', '2025-12-01', '2025-12-31', null, '✓'],
    ['《渔港法》第一条', '2018-02-28', '2018-03-10', null, '▲《渔港法》第一条在2018-02-28尚未施行'],
    ['《渔港法》第一条', '2018-03-01', '2018-03-10', null, '✓'],
    ['《渔港旧条例》第二条', '2025-12-31', '2025-12-31', null, '✓'],
    ['《渔港旧条例》第二条', '2026-01-01', '2026-01-10', null, '▲《渔港旧条例》第二条在2026-01-01已经废止'],
  ] as const)('%s，行为%s，决定%s', (basis, actOn, decidedOn, lighter, expected) => {
    expect(answer('D11', facts(basis, actOn, decidedOn, lighter))).toBe(expected);
  });

  it.each([
    ['同一条在决定时已改，新旧轻重未知', '《渔港法》第二条', '2025-12-01', '2026-02-01', null, '无法判断：缺新旧法律处罚轻重的比较'],
    ['同一条在决定时已改，新法不轻', '《渔港法》第二条', '2025-12-01', '2026-02-01', false, '✓'],
    ['修订没有改动这一条', '《渔港法》第一条', '2025-12-01', '2026-02-01', null, '✓'],
    ['没有行为日期，两年内这一条改过', '《渔港法》第二条', null, '2026-02-01', null, '无法判断：缺违法行为发生日期'],
    ['没有行为日期，两年内这一条没有改动', '《渔港法》第一条', null, '2026-02-01', null, '✓'],
    ['库中没有的法律指名缺哪一部', '《食品安全法》第一百二十四条', '2026-02-01', '2026-02-10', null, '无法判断：缺《食品安全法》的文本'],
    [
      '库中有其法而缺该日版本的文本',
      '《渔业检查法》第一条',
      '2015-01-01',
      '2015-02-01',
      null,
      '无法判断：缺《渔业检查法》2010年修正的文本',
    ],
    [
      '库中没有、登记簿有的，仍按登记簿',
      '《大气污染防治法》第九十九条',
      '2026-08-15',
      '2026-09-20',
      null,
      '▲《大气污染防治法》第九十九条在2026-08-15已经废止',
    ],
    ['登记簿上有效', '《大气污染防治法》第九十九条', '2026-08-14', '2026-08-14', null, '✓'],
  ] as const)('%s', (_, basis, actOn, decidedOn, lighter, expected) => {
    expect(answer('D11', facts(basis, actOn, decidedOn, lighter))).toBe(expected);
  });
});

describe('名称带（试行）的法规也按库存文本判断', () => {
  const trial = (name: string, from: string, more = '') =>
    stored(name, ['2015年1月1日农业农村部令第1号公布'], ['检验。', '处罚款。', `本办法自${from}起施行。${more}`]);
  const laws = {
    register: DEFAULT_LAW_REGISTER,
    library: lawLibrary([trial('船检办法（试行）', '2015年3月1日'), trial('船检办法', '2026年1月1日', '《船检办法（试行）》同时废止。')]),
  };
  it.each([
    ['《船检办法（试行）》第二条', '2025-12-31', '✓'],
    ['《船检办法（试行）》第二条', '2026-01-01', '▲处罚依据引用的《船检办法(试行)》第二条在决定当日已经废止'],
    ['《船检办法》第二条', '2026-01-01', '✓'],
  ])('%s，决定%s', (basis, decidedOn, expected) => {
    expect(answer('Q07', { ...facts(basis, null, decidedOn), citations: citedLaws(basis, laws) })).toBe(expected);
  });
});

describe('Q07 按库存文本判断', () => {
  it.each([
    ['《渔港旧条例》第二条', '2025-12-31', '✓'],
    ['《渔港旧条例》第二条', '2026-01-01', '▲处罚依据引用的《渔港旧条例》第二条在决定当日已经废止'],
    ['《食品安全法》第一百二十四条', '2026-02-01', '无法判断：缺《食品安全法》的文本'],
  ])('%s，决定%s', (basis, decidedOn, expected) => {
    expect(answer('Q07', facts(basis, null, decidedOn))).toBe(expected);
  });
});

describe('D12 效力层级取自文本的沿革（《行政处罚法》第十三条、第十四条）', () => {
  const over = (basis: string) => ({ ...facts(basis, '2025-12-01', '2025-12-20'), fineFen: 20_000_001 });
  it.each([
    ['《渔船检验办法》第二条', '▲处罚依据只有规章，罚款200,000.01元超过规章可以设定的限额'],
    ['《渔港旧条例》第二条', '✓'],
    ['《海上检验办法》第二条', '无法判断：缺《海上检验办法》的文本'],
  ])('%s罚款200,000.01元', (basis, expected) => {
    expect(answer('D12', over(basis))).toBe(expected);
  });
  it('规章一般限额以内不存疑', () => {
    expect(answer('D12', { ...over('《渔船检验办法》第二条'), fineFen: 10_000_000 })).toBe('✓');
  });
});
