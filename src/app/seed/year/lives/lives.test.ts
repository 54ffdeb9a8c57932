import { describe, expect, it } from 'vitest';
import {
  addDays,
  addWorkingDays,
  BAYANNUR_2026,
  isWorkingDay,
  type Json,
  type LocalDate,
  listKey,
  localDate,
  type PartyDetails,
} from '#law';
import { CASE_RULES, judge, twoCertifiedOfficersEachTime } from '#law/rules/index';
import { type Rehearsal, rehearse, type Stage } from '#testing/rehearsal';
import * as ordinaryFacts from '../../../../enforcement/ordinary-penalty/facts-of-a-case.ts';
import type { OrdinaryPenalty } from '../../../../enforcement/ordinary-penalty/model.ts';
import * as O from '../../../../enforcement/ordinary-penalty/testing.ts';
import * as summaryFacts from '../../../../enforcement/summary-penalty/facts-of-a-case.ts';
import type { SummaryPenalty } from '../../../../enforcement/summary-penalty/model.ts';
import * as S from '../../../../enforcement/summary-penalty/testing.ts';
import { calendarOf, shippedNotices } from '../../holidays.ts';
import { conductOf, itemOf, type Life } from './life.ts';
import { yearLives } from './lives.ts';
import { COURSES_ON_THE_SPOT } from './on-the-spot.ts';
import { ORDINARY_COURSES } from './ordinary.ts';
import { OWN_SYSTEMS } from './own-systems.ts';

const ANCHOR = localDate('2026-11-24');
const calendar = calendarOf(await shippedNotices());
const working = (from: LocalDate, n: number): LocalDate => addWorkingDays(calendar, from, n) ?? addDays(from, n);
const context = { profile: BAYANNUR_2026, calendar, today: ANCHOR };
const paper = (n: number, i: number): string => `00000000-0000-4000-8000-${String(10 * n + i).padStart(12, '0')}`;
const of = (cases: number): readonly Life[] =>
  yearLives({
    ...{ anchor: ANCHOR, cases, working, officersOf: () => [O.A, O.B], hostOf: () => O.HOST, markOf: ({ key }) => key },
    papersOf: (_, n) => [0, 1, 2, 3].map((i) => paper(n, i)),
  });
const LIVES = of(900);
const items = new Map(
  OWN_SYSTEMS.map((system) => {
    const code = itemOf(system);
    return [listKey(S.ORGAN, code), { code, name: conductOf(system).what, listed: true, empowered: null, lenient: [] }] as const;
  }),
);
const benchmarks = new Map(OWN_SYSTEMS.map((system) => [listKey(S.ORGAN, conductOf(system).what), []] as const));
const STAGE: Stage = { ...O.STAGE, calendar, facts: { ...O.STAGE.facts, items, benchmarks } };

const TAKEN = new Map<Life, Rehearsal>();

function taken(life: Life): Rehearsal {
  const [kind, machine] = life.kind === 'summary-penalty' ? [S.KIND, S.MACHINE] : [O.KIND, O.CAST.machine];
  const whole =
    TAKEN.get(life) ??
    life.steps.reduce(
      (r, { act, on, input }) => r.reports({ ...machine, officerId: null }, act, input as Record<string, Json>, on),
      rehearse(kind, STAGE, ANCHOR),
    );
  TAKEN.set(life, whole);
  return whole;
}

function partyOf({ ref, steps: [opening] }: Life): PartyDetails {
  if (opening === undefined) throw new Error(`${ref} has not been opened`);
  return opening.input['party'] as PartyDetails;
}

/** What no numbered rule tells of: a step told against a condition of law. */
function againstConditions(life: Life): readonly string[] {
  return taken(life).stored.flatMap(({ frame }) => (frame.doubts ?? []).map((doubt) => `${frame.type} ${doubt}`));
}

function doubtsOf(life: Life): readonly string[] {
  const { state } = taken(life);
  const party = partyOf(life);
  const lists = { lenient: [], benchmark: null };
  const officerOn = (key: string) => ({ key, certificate: 'valid' as const });
  const isSummary = life.kind === 'summary-penalty';
  const facts = isSummary
    ? summaryFacts.caseProcessFacts(state as SummaryPenalty, { party, lists }, context)
    : ordinaryFacts.caseProcessFacts(state as OrdinaryPenalty, { officerOn, party, lists }, context);
  const rules = isSummary ? CASE_RULES : [...CASE_RULES, twoCertifiedOfficersEachTime];
  return [...againstConditions(life), ...judge(rules, facts, context).doubts.map(({ rule, doubt }) => `${rule.id} ${doubt.because}`)];
}

describe('一年里的合法案件：各单位、各种走法都照接口的步骤办得下去，没有一条预警（处罚法第五章、第六章）', () => {
  it.each([...COURSES_ON_THE_SPOT, ...ORDINARY_COURSES])('%s', (course) => {
    const lives = LIVES.filter((life) => life.course === course);
    expect(lives.length).toBeGreaterThan(0);
    expect(lives.flatMap((life) => doubtsOf(life).map((doubt) => `${life.system.key} ${life.ref} ${doubt}`))).toEqual([]);
  });

  it('每个单位都有；两种程序都有；有在办的，也有归档的', () => {
    for (const system of OWN_SYSTEMS) expect(LIVES.filter((life) => life.system === system).length, system.key).toBeGreaterThan(50);
    expect(new Set(LIVES.map(({ kind }) => kind)).size).toBe(2);
    const statuses = new Set(LIVES.map((life) => taken(life).state.status));
    expect(statuses.size).toBeGreaterThan(8);
    expect(statuses.has('archived')).toBe(true);
  });
});

describe('一年里的合法案件像一个单位办的', () => {
  it('没有一步在休息日，没有一步在将来；编号、当事人不重复', () => {
    const days = new Set(LIVES.flatMap(({ steps }) => steps.map(({ on }) => on)));
    expect([...days].filter((on) => isWorkingDay(calendar, localDate(on)) === false)).toEqual([]);
    expect([...days].filter((on) => on >= ANCHOR)).toEqual([]);
    expect(new Set(LIVES.map(({ ref }) => ref)).size).toBe(LIVES.length);
    const marks = LIVES.map((life) => partyOf(life).uscc ?? partyOf(life).idNumber);
    expect(new Set(marks).size).toBe(LIVES.length);
    const names = LIVES.flatMap((life) => (partyOf(life).kind === 'person' ? [] : [partyOf(life).name]));
    expect(new Set(names).size).toBe(names.length);
    expect(names.length).toBeLessThan(LIVES.length);
  });

  it('同样的件数得到同样的案件', () => {
    expect(of(40)).toEqual(of(40));
  });
});
