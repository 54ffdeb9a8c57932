import { describe, expect, it } from 'vitest';
import { BAYANNUR_2026, type EarlierPenalty, type Json, localDate, NO_PENALTY_LABELS } from '#law';
import { CASE_RULES, judge } from '#law/rules/index';
import { type Rehearsal, rehearse, type Stage } from '#testing/rehearsal';
import { idOf } from '#testing/rehearsal-city';
import { caseProcessFacts } from './facts-of-a-case.ts';
import { SUMMARY_PENALTY } from './kind.ts';
import { designatedInWords, groundInWords } from './lifecycle/spared.ts';
import type { SummaryPenalty } from './model.ts';
import { DAY, HANDLER, heard, KIND, MACHINE, opening, PARTIES, stage } from './testing.ts';

type Input = Readonly<Record<string, Json>>;
const sparing = (more: Input = {}): Input => ({
  ground: 'minor',
  reason: '当场改正。',
  stillFirst: null,
  education: '当场讲明规定。',
  ...more,
});
const tries = (more: Input, at: Rehearsal = heard()) => at.tries(HANDLER, 'no-penalty', sparing(more));
const state = (r: Rehearsal) => r.state as SummaryPenalty;
const refused = (code: string, article: number) => expect.objectContaining({ refused: code, cite: expect.objectContaining({ article }) });

describe('当场不予处罚的情形（处罚法第三十条、第三十一条、第三十三条、第三十六条）', () => {
  it('第三十三条的须有教育记录，其他的不必；补录的照录，转为疑点', () => {
    for (const ground of ['minor', 'first', 'faultless'])
      expect(tries({ ground, education: null }), ground).toEqual(refused('not-educated', 33));
    expect(tries({ education: '当场讲明规定。' })).toBeNull();
    const told = (input: Input) => heard().reports(MACHINE, 'no-penalty', sparing(input), DAY);
    const doubts = (r: Rehearsal) => {
      const context = { profile: BAYANNUR_2026, calendar: stage().calendar, today: localDate(DAY) };
      const around = { officerOn: (key: string) => ({ key, certificate: 'valid' as const }), party: null, lists: null };
      return judge(CASE_RULES, caseProcessFacts(state(r), around, context), context).doubts.map(({ rule }) => rule.id);
    };
    expect(doubts(told({ education: null }))).toContain('D10');
    expect(doubts(told({}))).not.toContain('D10');
    expect(doubts(told({ ground: 'child', education: null }))).not.toContain('D10');
  });

  it('记录写明情形的全文和理由', () => {
    const done = heard().does(HANDLER, 'no-penalty', sparing({ ground: 'faultless' }));
    expect(state(done).instead).toEqual({
      ...{ on: DAY, ground: 'faultless', education: '当场讲明规定。' },
      reason: `${NO_PENALTY_LABELS.faultless}。当场改正。`,
    });
    expect(JSON.stringify(done.issued.at(-1)?.facts)).toContain(NO_PENALTY_LABELS.faultless);
  });

  const born = (birth: string): Input => ({
    party: { ...PARTIES.PERSON, idKind: 'passport', idNumber: 'E1234567', birth, guardian: '张父' },
  });
  it('以不满十四周岁不予处罚的：生日当日仍是，次日起不是；单位不行', () => {
    const child = { ground: 'child', education: null };
    expect(tries(child, heard(born('2012-06-01')))).toBeNull();
    expect(tries(child, heard(born('2012-05-31')))).toEqual(refused('turned-14', 30));
    expect(tries(child, heard({ party: PARTIES.FIRM }))).toEqual(refused('not-a-person', 30));
  });

  it('以不能辨认、控制行为不予处罚的，当事人信息须有登记；单位不行', () => {
    const incapable = { ground: 'incapable', education: null };
    const ill = (isIncapable: boolean) => heard({ party: { ...PARTIES.PERSON, isIncapable } });
    expect(tries(incapable, ill(true))).toBeNull();
    expect(tries(incapable, ill(false))).toEqual(refused('capable', 31));
    expect(tries(incapable, heard({ party: PARTIES.FIRM }))).toEqual(refused('not-a-person', 31));
  });

  it('以超过追责时效不予处罚的：满二年当日没有超过，次日起超过', () => {
    const barred = { ground: 'barred', education: null };
    expect(tries(barred, heard({ actOn: '2024-06-01' }))).toEqual(refused('not-barred', 36));
    expect(tries(barred, heard({ actOn: '2024-05-31' }))).toBeNull();
  });

  it('以初次违法不予处罚的：有以前的处罚决定须写明理由，其他情形不问', () => {
    const before: EarlierPenalty = { number: '临市监罚〔2025〕3号', cause: '无照经营', decidedOn: localDate('2025-03-01') };
    const mark = state(heard()).party.mark ?? '';
    const knowing = (earlier: readonly EarlierPenalty[]): Stage => {
      const on = stage();
      return { ...on, facts: { ...on.facts, earlier: new Map([[mark, earlier]]) } };
    };
    const at = (earlier: readonly EarlierPenalty[]) => heard({}, knowing(earlier));
    expect(tries({ ground: 'first' }, at([before]))).toEqual(refused('not-first', 33));
    expect(tries({ ground: 'first', stillFirst: '以前的是另一种违法行为。' }, at([before]))).toBeNull();
    expect(tries({ ground: 'first' }, at([]))).toBeNull();
    expect(tries({ ground: 'minor' }, at([before]))).toBeNull();
  });

  it('先前以文字记录的，写明情形的归入该情形，文字留在理由里；归不了的照旧', () => {
    const told = (ground: string) => groundInWords({ ground, reason: '当场改正', education: '讲明' });
    expect(told('《行政处罚法》第三十三条第一款，初次违法')).toMatchObject({
      ground: 'first',
      reason: '《行政处罚法》第三十三条第一款，初次违法。当场改正',
    });
    expect(told('处罚法第三十三条第二款')).toMatchObject({ ground: 'faultless' });
    expect(told('处罚法第三十条')).toMatchObject({ ground: 'child' });
    expect(told('处罚法第三十三条')).toMatchObject({ ground: null, reason: '处罚法第三十三条。当场改正' });
    const frame = { legalDate: DAY, mode: 'performed', recordedAt: `${DAY}T01:00:00.000Z`, doubts: [], files: [] };
    const folded = SUMMARY_PENALTY.folds['no-penalty'](state(heard()), told('清单第3条') as never, frame as never);
    expect(folded.instead).toEqual({ on: DAY, reason: '清单第3条。当场改正', education: '讲明' });
  });
});

describe('指定管辖（处罚法第二十二条、第二十五条）', () => {
  const AWAY: Input = { away: true, region: idOf('市政府') };
  const DESIGNATED: Input = {
    ...{ designatedBy: '巴彦淖尔市市场监督管理局', designationNumber: '巴市监指〔2026〕1号', designatedOn: DAY },
    designationPapers: [idOf('指定管辖决定书')],
  };
  const fresh = () => rehearse(KIND, stage(), DAY);
  const opens = (more: Input, reported = false) => fresh().tries(reported ? MACHINE : HANDLER, 'open', opening(more), { reported });

  it('机关、文号、日期、文书都写明的可以；缺哪一项写明哪一项', () => {
    expect(opens({ ...AWAY, ...DESIGNATED })).toBeNull();
    expect(opens(AWAY)).toMatchObject({ refused: 'out-of-area', reason: expect.stringContaining('应当移送有管辖权的机关') });
    const lacking = (key: string) => opens({ ...AWAY, ...DESIGNATED, [key]: null });
    for (const [key, name] of [
      ['designatedBy', '机关'],
      ['designationNumber', '文号'],
      ['designatedOn', '日期'],
      ['designationPapers', '文书'],
    ] as const)
      expect(lacking(key), key).toMatchObject({
        refused: 'out-of-area',
        cite: { article: 22 },
        reason: expect.stringContaining(`还缺${name}`),
      });
  });

  it('指定日期当日可以，次日的不行；报来的文书在原系统，不缺', () => {
    expect(opens({ ...AWAY, ...DESIGNATED, designatedOn: '2026-06-02' })).toMatchObject({ refused: 'designated-ahead' });
    expect(opens({ ...AWAY, ...DESIGNATED, designationPapers: null }, true)).toBeNull();
    expect(opens({ away: true, region: null })).toMatchObject({ refused: 'no-region' });
  });

  it('载入告知笔录；先前只写一行依据的，记作文号', () => {
    const at = fresh().does(HANDLER, 'open', opening({ ...AWAY, ...DESIGNATED }));
    expect(state(at).designation).toEqual({ by: '巴彦淖尔市市场监督管理局', number: '巴市监指〔2026〕1号', on: DAY });
    const told = at.does(HANDLER, 'hear', {
      penalty: 'warning',
      fine: null,
      told: true,
      statement: 'none',
      words: null,
      review: null,
      reason: null,
    });
    expect(JSON.stringify(told.issued.at(-1)?.facts)).toContain('巴彦淖尔市市场监督管理局2026年6月1日巴市监指〔2026〕1号');
    expect(designatedInWords({ region: idOf('市政府'), designation: '巴市监指〔2026〕1号' })).toMatchObject({
      ...{ away: true, designatedBy: null, designationNumber: '巴市监指〔2026〕1号', designatedOn: null },
    });
    expect(designatedInWords({ region: null, designation: null })).toMatchObject({ away: false, designationNumber: null });
  });
});
