import { describe, expect, it } from 'vitest';
import { COLLECTED_ON_SPOT_LABELS, evidenceOf, recordingsOf } from '#law/evidence/index';
import { asking } from '#testing/asking';
import { type Stage, testCalendar } from '#testing/rehearsal';
import { NATIONAL_DAY } from '#testing/rehearsal-city';
import { CASE_FILE } from './documents/case-file.ts';
import { caseProcessFacts } from './facts-of-a-case.ts';
import { stagesToRecord } from './lifecycle/recorded-stages.ts';
import type { SummaryPenalty } from './model.ts';
import {
  A,
  B,
  DAY,
  DEPUTY,
  decided,
  deciding,
  delivered,
  HANDLER,
  heard,
  LAPSED,
  MACHINE,
  NO_STATEMENT,
  opened,
  rendered,
  stage,
} from './testing.ts';
import { EVIDENCE, HAND_OVER, RECORDED } from './testing-evidence.ts';

const stateOf = (r: { readonly state: unknown }): SummaryPenalty => r.state as SummaryPenalty;
const asks = (id: string): Stage => ({ ...stage(), profile: asking(id, 1), calendar: testCalendar(NATIONAL_DAY) });
const settled = (on: Stage = stage()) =>
  rendered(heard({}, on).does(HANDLER, 'decide', deciding({ penalty: 'warning', fine: null, way: 'none', bank: null })))
    .does(HANDLER, 'deliver', { how: 'signed' })
    .does(HANDLER, 'report', {});

describe('现场逐件登记证据（处罚法40、41、42、46、47）', () => {
  it('写明种类、证明什么、来源、地点、取证人员；当场核对属实的即为查证属实，没有核对的不是', () => {
    const s = stateOf(
      opened()
        .does(HANDLER, 'evidence', EVIDENCE)
        .does(HANDLER, 'evidence', { ...EVIDENCE, verified: false }),
    );
    expect(evidenceOf(s)).toMatchObject([
      { no: 1, proves: '没有亮明营业执照', on: DAY, collectorIds: [A, B], verifiedOn: DAY, verifiedBy: HANDLER.name, isLawful: true },
      { no: 2, verifiedOn: null },
    ]);
    expect(evidenceOf(s)[0]?.files).toHaveLength(1);
  });

  it('取证人员不足两人、证件失效的不可以；自有系统报来的照录，不作证据', () => {
    const tries = (officers: readonly string[]) => opened().tries(HANDLER, 'evidence', { ...EVIDENCE, officers });
    expect(tries([A, B])).toBeNull();
    for (const officers of [[A], [A, LAPSED]]) expect(tries(officers)).toMatchObject({ refused: 'two-officers', cite: { article: 42 } });
    const told = opened().reports(MACHINE, 'evidence', { ...EVIDENCE, officers: [A] }, DAY);
    expect(evidenceOf(stateOf(told))[0]).toMatchObject({ isLawful: false, verifiedOn: null });
  });

  it('决定当日取得的可以，次日取得的不能证明已经作出的决定；当日取得、次日登记的写明补录的理由', () => {
    const next = delivered().on('2026-06-02');
    expect(delivered().tries(HANDLER, 'evidence', EVIDENCE)).toBeNull();
    expect(next.tries(HANDLER, 'evidence', EVIDENCE)).toMatchObject({ refused: 'after-decision', cite: { article: 40 } });
    expect(next.tries(HANDLER, 'evidence', EVIDENCE, { on: DAY })).toMatchObject({ refused: 'late-reason', cite: { article: 47 } });
    expect(next.tries(HANDLER, 'evidence', { ...EVIDENCE, late: '现场没有网络' }, { on: DAY })).toBeNull();
    const told = next.reports(MACHINE, 'evidence', EVIDENCE, '2026-06-02');
    expect(evidenceOf(stateOf(told))[0]).toMatchObject({ on: '2026-06-02', isLawful: false, verifiedOn: null });
  });

  it('抽样、先行登记保存、鉴定不是当场取证的方式；电子监控未经审核的不得作为证据', () => {
    const monitored = { ...EVIDENCE, how: 'monitored', device: '12号', reviewed: '已审核', published: '已公布', checked: '清晰' };
    expect(opened().tries(HANDLER, 'evidence', monitored)).toBeNull();
    expect(opened().tries(HANDLER, 'evidence', { ...monitored, reviewed: null })).toMatchObject({
      refused: 'monitoring',
      cite: { article: 41 },
    });
    const ways = Object.keys(COLLECTED_ON_SPOT_LABELS);
    expect(['sampled', 'preserved', 'appraised'].filter((how) => ways.includes(how))).toEqual([]);
  });

  it('转为普通程序以后证据在普通程序登记；决定书写明查证属实的证据', () => {
    const away = opened().does(HANDLER, 'convert', { reason: '有争议' });
    expect(away.tries(HANDLER, 'evidence', EVIDENCE)).toMatchObject({ refused: 'wrong-state' });
    const made = opened()
      .does(HANDLER, 'evidence', EVIDENCE)
      .does(HANDLER, 'evidence', { ...EVIDENCE, name: '没有核对的录音', verified: false })
      .does(HANDLER, 'hear', NO_STATEMENT)
      .does(HANDLER, 'decide', deciding());
    const page = JSON.stringify(made.issued);
    expect([page.includes('1.视听资料：经营场所照片，证明没有亮明营业执照'), page.includes('没有核对的录音')]).toEqual([true, false]);
    expect(CASE_FILE.evidence(stateOf(made))?.rows).toHaveLength(2);
  });

  it('原件一环接一环移交，直到归档', () => {
    const kept = opened().does(HANDLER, 'evidence', { ...EVIDENCE, keeper: '承办人甲', keptAt: '证据柜' });
    expect(kept.tries(HANDLER, 'hand-over-evidence', { ...HAND_OVER, from: '承办人乙' })).toMatchObject({ refused: 'not-keeper' });
    expect(kept.tries(HANDLER, 'hand-over-evidence', { ...HAND_OVER, no: 2 })).toMatchObject({ refused: 'no-such-evidence' });
    const moved = stateOf(kept.does(HANDLER, 'hand-over-evidence', HAND_OVER));
    expect(evidenceOf(moved)[0]?.custody?.map(({ to }) => to)).toEqual(['承办人甲', '档案员']);
  });
});

describe('现场执法的音像记录（处罚法47，118号待核定）', () => {
  const reminded = (r: ReturnType<typeof opened>) => r.tasks().some((t) => t.act === 'record-av');

  it('提醒现场执法应当根据实际情况记录；登记或者说明情况后不再提醒，自有系统办理的不提醒', () => {
    expect(stagesToRecord(stateOf(opened())).map(({ words }) => words)).toEqual([`${DAY}当场处罚的现场执法`]);
    expect(reminded(opened())).toBe(true);
    const filmed = opened().does(HANDLER, 'record-av', RECORDED);
    expect([reminded(filmed), recordingsOf(stateOf(filmed)).length]).toEqual([false, 1]);
    const why = { stage: 'on-spot', on: DAY, reason: '文字记录能够全面有效记录' };
    expect(reminded(opened().does(HANDLER, 'explain-unrecorded', why))).toBe(false);
    expect(filmed.tries(HANDLER, 'explain-unrecorded', why)).toMatchObject({ refused: 'recorded' });
  });

  it('起止时间先始后终；事后登记的写明补录的理由', () => {
    expect(opened().tries(HANDLER, 'record-av', { ...RECORDED, until: '09:10' })).toMatchObject({ refused: 'times' });
    expect(opened().tries(HANDLER, 'record-av', { ...RECORDED, until: '09:11' })).toBeNull();
    const next = delivered().on('2026-06-02');
    expect(next.tries(HANDLER, 'record-av', RECORDED, { on: DAY })).toMatchObject({ refused: 'late-reason' });
    expect(next.tries(HANDLER, 'record-av', { ...RECORDED, late: '回单位后导出' }, { on: DAY })).toBeNull();
  });

  it('日期填错的，当场就说清那一环节还没有记录；填对的不说', () => {
    const next = delivered().on('2026-06-02');
    const wrong = next.does(HANDLER, 'record-av', RECORDED).says;
    expect(wrong).toBe(`已登记第1条音像记录（2026-06-02）；${DAY}当场处罚的现场执法还没有记录，如果录的就是它，请更正这一条的办理日期。`);
    const right = opened().does(HANDLER, 'record-av', RECORDED).says;
    expect(right).toBe(`已登记第1条音像记录（${DAY}）。`);
  });

  it('没有记录默认不影响结案；参数要求的，没有记录也没有说明的不得结案', () => {
    expect(settled().tries(DEPUTY, 'close', {})).toBeNull();
    const asked = settled(asks('penalty.recorded-on-spot'));
    expect(asked.tries(DEPUTY, 'close', {})).toMatchObject({ refused: 'unrecorded', cite: { article: 47 } });
    expect(asked.does(HANDLER, 'record-av', RECORDED).tries(DEPUTY, 'close', {})).toBeNull();
  });
});

describe('规则看到的证据和记录（I05、I07、I08）', () => {
  const facts = (r: ReturnType<typeof opened>, on: Stage = stage()) =>
    caseProcessFacts(stateOf(r), { party: null, lists: null }, { profile: on.profile, calendar: on.calendar, today: stateOf(r).openedOn });

  it('没有逐件登记的不判断；登记的只有查证属实、合法取得的才证明', () => {
    expect(facts(decided()).proofs).toEqual([]);
    const on = heard().does(HANDLER, 'evidence', { ...EVIDENCE, verified: false });
    expect(facts(on.does(HANDLER, 'decide', deciding())).proofs).toEqual([{ no: 1, evidence: [] }]);
    const sound = heard().does(HANDLER, 'evidence', EVIDENCE).does(HANDLER, 'decide', deciding());
    expect(facts(sound).proofs).toEqual([{ no: 1, evidence: [{ no: 1, sound: true, spoken: false }] }]);
  });

  it('电子监控缺什么、应当记录的环节有没有记录，照实告诉规则', () => {
    const told = opened().reports(MACHINE, 'evidence', { ...EVIDENCE, how: 'monitored', device: '12号' }, DAY);
    expect(facts(told).monitored).toEqual([{ no: 1, lacks: ['设备的法制和技术审核', '设置地点及其公布', '记录内容的审核'] }]);
    expect(facts(settled()).stages).toEqual([]);
    const on = asks('penalty.recorded-on-spot');
    expect(facts(settled(on), on).stages).toEqual([{ words: `${DAY}当场处罚的现场执法`, recorded: false }]);
    expect(facts(settled(on).does(HANDLER, 'record-av', RECORDED), on).stages).toMatchObject([{ recorded: true }]);
  });
});
