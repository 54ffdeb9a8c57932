import { describe, expect, it } from 'vitest';
import { formatCitation } from '../citation.ts';
import type { CaseProcessFacts } from './case-facts.ts';
import { LAWFUL_CASE, told } from './lawful-case.fixtures.ts';
import { contextOn, day } from './lawful-decision.fixtures.ts';
import { type SkippedDoubt, skippedSteps, type UntakenStep } from './skipped-steps.ts';

/** Filed on 2 February, concluded, told on 2 March; nothing decided yet. */
const OPEN: CaseProcessFacts = { ...LAWFUL_CASE, decidedOn: null, outcome: null, penalty: null, performedOn: null, closedOn: null };
const decide: UntakenStep = { act: 'decide', label: '作出处罚决定', on: day('2026-03-16'), toldToo: [], standing: '事先告知' };
const notify: UntakenStep = { ...decide, act: 'notify', label: '签发事先告知书', on: day('2026-02-27') };
const close: UntakenStep = { ...decide, act: 'close', label: '批准结案', on: day('2026-04-01') };
const HEARING = { noticedOn: null, heldOn: null, outcome: null, open: true, closedReason: false, transcript: null } as const;

const words = (doubts: readonly SkippedDoubt[]) =>
  doubts.map(({ rule, doubt }) => `${rule.id}${doubt.fact === '' ? '' : ` ${doubt.fact}`}`);
const asked = (step: UntakenStep, facts: Partial<CaseProcessFacts> | null) =>
  words(skippedSteps(step, facts === null ? null : { ...OPEN, ...facts }, contextOn()));
const NOT_TAKEN = ['R-reported-act untaken/not-taken'];

describe('报送的步骤缺少法定的前一步骤，没有能够记入案件的，由缺少的那一步骤的规则预警（细则第八条第十二项）', () => {
  it('决定以前没有告知、告知没有送达、期限届满当日决定：处罚法第四十四条、第四十五条；次日决定的不是', () => {
    expect(asked(decide, { notice: null })).toEqual(['N01']);
    expect(asked(decide, told({ servedOn: null }))).toEqual(['N01']);
    expect(asked({ ...decide, on: day('2026-03-09') }, {})).toEqual(['N01']);
    expect(asked({ ...decide, on: day('2026-03-10') }, {})).toEqual(NOT_TAKEN);
    const [untold] = skippedSteps(decide, { ...OPEN, notice: null }, contextOn());
    expect(untold?.rule.cite.map((c) => formatCitation(c)).join()).toContain('第四十四条');
    expect(untold?.doubt).toMatchObject({ because: expect.stringContaining('没有事先告知'), facts: { 缺少的步骤: '事先告知及其送达' } });
  });

  it('告知也报来了、也在等候处理的，不是没有告知；告知已记入、送达在等候的也不是', () => {
    expect(asked({ ...decide, toldToo: ['notify'] }, { notice: null })).toEqual(NOT_TAKEN);
    expect(asked({ ...decide, toldToo: ['serve'] }, told({ servedOn: null }))).toEqual(NOT_TAKEN);
    expect(asked({ ...decide, toldToo: ['serve'] }, { notice: null })).toEqual(['N01']);
  });

  it('没有立案、立案晚于告知或者决定：处罚法第五十四条；立案当日的不是，当场处罚不问立案', () => {
    expect(asked(decide, { filedOn: null, notice: null })).toEqual(['F05', 'N01']);
    expect(asked({ ...decide, toldToo: ['file'] }, { filedOn: null })).toEqual(NOT_TAKEN);
    expect(asked(notify, { filedOn: null })).toEqual(['F05']);
    expect(asked(notify, { filedOn: day('2026-02-28') })).toEqual(['F05']);
    expect(asked(notify, { filedOn: day('2026-02-27') })).toEqual([]);
    expect(asked(decide, { procedure: 'summary', filedOn: null, concludedOn: null })).toEqual(NOT_TAKEN);
    expect(asked({ ...decide, standing: null }, null)).toEqual(['F05', 'N01']);
  });

  it('陈述申辩没有复核、听证期限没有届满、要求听证没有举行、应审未审：各由该条；已经复核、书面放弃、已经举行、已经通过的不是', () => {
    const statement = { no: 1, on: day('2026-03-04'), recheckedOn: null };
    expect(asked(decide, { statements: [statement] })).toEqual(['N05 1']);
    expect(asked(decide, { statements: [{ ...statement, recheckedOn: day('2026-03-16') }] })).toEqual(NOT_TAKEN);
    expect(asked({ ...decide, toldToo: ['recheck'] }, { statements: [statement] })).toEqual(NOT_TAKEN);
    const offered = told({ hearing: true, waivedOn: day('2026-03-03') });
    expect(asked({ ...decide, on: day('2026-03-09') }, offered)).toEqual(['N07']);
    expect(asked({ ...decide, on: day('2026-03-10') }, offered)).toEqual(NOT_TAKEN);
    expect(asked(decide, { ...offered, hearing: HEARING })).toEqual(['R-reported-act untaken/hearing']);
    expect(asked(decide, { ...offered, hearing: { ...HEARING, heldOn: day('2026-03-12'), outcome: 'held' } })).toEqual(NOT_TAKEN);
    expect(asked(decide, { grounds: ['经过听证程序'] })).toEqual(['D01']);
    expect(asked(decide, { grounds: ['经过听证程序'], passedOn: day('2026-03-16') })).toEqual(NOT_TAKEN);
  });

  it('没有调查终结就告知、决定的，处罚法第五十七条', () => {
    expect(asked(notify, { concludedOn: null })).toEqual(['R-reported-act untaken/conclude']);
    expect(asked(decide, { concludedOn: null })).toEqual(['R-reported-act untaken/conclude']);
    expect(asked({ ...notify, toldToo: ['conclude'] }, { concludedOn: null })).toEqual([]);
  });

  it('没有决定、没有履行就结案的；决定也在等候处理的、已经履行的、不予处罚的不是', () => {
    expect(asked(close, {})).toEqual(['R-reported-act untaken/decide']);
    expect(asked({ ...close, toldToo: ['decide'] }, {})).toEqual([]);
    const punished = { decidedOn: day('2026-03-16'), outcome: 'penalty' } as const;
    expect(asked(close, punished)).toEqual(['R-reported-act untaken/perform']);
    expect(asked({ ...close, toldToo: ['complete-performance'] }, punished)).toEqual([]);
    expect(asked(close, { ...punished, performedOn: day('2026-03-20') })).toEqual([]);
    expect(asked(close, { ...punished, outcome: 'not-punished' })).toEqual([]);
  });

  it('已有决定的案件又报来决定的、其他步骤，由本单位处理，不作预警', () => {
    expect(asked(decide, { decidedOn: day('2026-03-10'), outcome: 'penalty', notice: null })).toEqual([]);
    expect(asked({ ...decide, act: 'pay' }, { notice: null })).toEqual([]);
  });
});
