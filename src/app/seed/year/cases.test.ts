import { describe, expect, it } from 'vitest';
import { addDays, BAYANNUR_2026, isJsonObject, type Json, type LenientEntry, localDate, type PartyDetails, SHIPPED_LAWS } from '#law';
import type { ListsOfDay } from '#law/discretion/lists-of-day';
import { CASE_RULES, type CaseProcessFacts, judge, REDRESS_RULES, twoCertifiedOfficersEachTime } from '#law/rules/index';
import { reviewerQualified } from '#law/rules/S13-reviewer-qualified';
import { rehearse } from '#testing/rehearsal';
import { penaltyFacts, redressed } from '../../../enforcement/ordinary-penalty/facts.ts';
import { caseProcessFacts } from '../../../enforcement/ordinary-penalty/facts-of-a-case.ts';
import type { OrdinaryPenalty } from '../../../enforcement/ordinary-penalty/model.ts';
import { A, B, CAST, HOST, KIND, STAGE } from '../../../enforcement/ordinary-penalty/testing.ts';
import { caseProcessFacts as factsOnTheSpot } from '../../../enforcement/summary-penalty/facts-of-a-case.ts';
import type { SummaryPenalty } from '../../../enforcement/summary-penalty/model.ts';
import { KIND as SUMMARY, stage } from '../../../enforcement/summary-penalty/testing.ts';
import { benchmarkOf, FINED, FIRST_CUTS } from '../benchmarks/contents.ts';
import { STORY_NEAR, STORY_TRUTH } from '../stories/case-truth.ts';
import { CASE_TRUTH, SKIPPED_TRUTH } from './case-truth.ts';
import { CASE_PLANTS, endOf, kindOf, PAPERS, toldCase } from './cases.ts';

const TODAY = '2026-11-24';
const context = { profile: BAYANNUR_2026, calendar: STAGE.calendar, today: localDate(TODAY) };
const papers = Array.from({ length: PAPERS }, (_, i) => `00000000-0000-4000-8000-00000000000${i}`);

const OF_KIND = { 'ordinary-penalty': { kind: KIND, on: STAGE }, 'summary-penalty': { kind: SUMMARY, on: stage() } } as const;
type Case = {
  readonly state: OrdinaryPenalty | SummaryPenalty;
  readonly party: PartyDetails;
  /** Codes of the conditions of law that the acts were told against. */
  readonly missed: readonly string[];
};

/** The case as the pipeline takes it from its sender, without a database, with its party in plain. */
function taken(plant: string): Case {
  const told = toldCase(plant, { ref: '演案1', openedOn: addDays(localDate(TODAY), -200), officers: [A, B], host: HOST, papers });
  const input = (given: unknown): Readonly<Record<string, Json>> => (isJsonObject(given as Json) ? (given as Record<string, Json>) : {});
  const whole = told.steps.reduce(
    (r, { act, on, input: given }) => r.reports(CAST.machine, act, input(given), on),
    rehearse(OF_KIND[kindOf(plant)].kind, OF_KIND[kindOf(plant)].on, TODAY),
  );
  return {
    state: whole.state as OrdinaryPenalty | SummaryPenalty,
    party: input(told.steps[0]?.input)['party'] as PartyDetails,
    missed: whole.stored.flatMap(({ frame }) => frame.doubts ?? []),
  };
}

const ITEM = 'ZR-CF-001';
const listed = (list: LenientEntry['list']): LenientEntry => ({ list, name: '未经批准占用土地', conditions: '初次违法' });

/** The benchmarks and lists of the organ above, as its registers would say. */
function listsFor({ cause, itemCode }: OrdinaryPenalty): ListsOfDay {
  const fined = FINED['市自然资源局']?.find(({ violation }) => violation === cause);
  return {
    lenient: itemCode === ITEM ? [listed('no-penalty'), listed('lighter'), listed('mitigated')] : [],
    benchmark:
      fined === undefined
        ? null
        : { versionId: 'v1', maker: '市自然资源局', documentNumber: '第1号', violation: cause, content: benchmarkOf(fined, FIRST_CUTS) },
  };
}

function factsOf({ state, party }: Omit<Case, 'missed'>): CaseProcessFacts {
  if ('conduct' in state) return factsOnTheSpot(state, { party, lists: { lenient: [], benchmark: null } }, context);
  const officerOn = (key: string) => ({ key, certificate: 'valid' as const });
  return caseProcessFacts(state, { officerOn, party, lists: listsFor(state) }, context);
}

/** What is asked of the decision beside the case: 复议、诉讼, and who reviewed it. */
function ofDecision(state: OrdinaryPenalty) {
  const facts = penaltyFacts(state, { organ: null, certificates: new Map(), laws: SHIPPED_LAWS });
  return [
    ...judge(REDRESS_RULES, redressed(state), context).doubts,
    ...(facts === null ? [] : judge([reviewerQualified], facts, context).doubts),
  ];
}

describe('自有系统报送的整件案件：每种情形由真值表所列的规则发现，合法的没有一条（处罚法第五章、第六章）', () => {
  it.each(CASE_PLANTS)('%s', (plant) => {
    const { state, party, missed } = taken(plant);
    const facts = factsOf({ state, party });
    const doubts = [
      ...judge([...CASE_RULES, twoCertifiedOfficersEachTime], facts, context).doubts,
      ...('conduct' in state ? [] : ofDecision(state)),
    ];
    const found = new Set(doubts.map((d) => d.rule.id));
    const expected = CASE_TRUTH[plant] ?? [];
    expect([...found].toSorted()).toEqual(expected.filter((rule) => rule !== 'R-reported-act').toSorted());
    // What this stage misses in the lawful case beside it is no part of the plant.
    const lawfully = expected.includes('R-reported-act') ? taken(plant.replace('▲', '✓')).missed : missed;
    expect(missed.some((code) => !lawfully.includes(code))).toBe(expected.includes('R-reported-act'));
    expect(state.status).toBe(endOf(plant));
  });
});

describe('没有一条案件规则没有植入', () => {
  it('每条案件规则在报送的一年或者演示故事的真值表里有疑点和紧挨着的合法案件', () => {
    const inStories = Object.values(STORY_TRUTH).flat();
    const inYear = new Set(Object.values({ ...CASE_TRUTH, ...SKIPPED_TRUTH }).flat());
    const planted = new Set([...inYear, ...inStories]);
    expect(CASE_RULES.map(({ id }) => id).filter((id) => !planted.has(id))).toEqual([]);
    const nearInStories = Object.values(STORY_NEAR).flat();
    const count = (of: readonly string[], rule: string) => of.filter((one) => one === rule).length;
    const inNoYear = [...new Set(inStories)].filter((rule) => CASE_RULES.some(({ id }) => id === rule) && !inYear.has(rule));
    expect(inNoYear.filter((rule) => count(inStories, rule) < 5 || count(nearInStories, rule) < 5)).toEqual([]);
    expect(Object.keys(CASE_TRUTH).filter((plant) => !CASE_PLANTS.includes(plant.replace('▲', '✓')))).toEqual([]);
  });
});
