import type { RuleContext } from '#law';
import {
  FINE_INCOME_RULES,
  FINES_OF_ONE_PARTY_RULES,
  type FilingDuty,
  type FineIncome,
  type Judgement,
  judge,
  LIKE_CASES_RULES,
  mustBeFiled,
  PENALTY_RULES,
  TWO_SOURCES_RULES,
  type TwoSources,
  YEAR_OF_DECISIONS_RULES,
} from '#law/rules/index';
import { penaltyFacts, type RowSurroundings } from '../facts.ts';
import type { PenaltyRow } from '../model.ts';
import { type DecisionCounters, fineIncomes, type UnitFacts, yearsOfDecisions } from './counters.ts';
import { aloneLike, finedAct, finesOfOneParty, likeCases, toldDecision } from './peers.ts';

/** Every numbered rule that this room answers, of whatever reach. */
export { TABLE_RULES as ANSWERED_RULES } from '#law/rules/answered-from';
export { countDecision, type DecisionCounters, newCounters, unitKey } from './counters.ts';
export { isFined } from './earlier-fines.ts';
export {
  conductKey,
  decisionKey,
  finedAct,
  finedOf,
  finesOfOneParty,
  finesTogether,
  likeCases,
  likenessKey,
  likenessWords,
  likesTogether,
  partyKey,
  toldDecision,
} from './peers.ts';
export { plain } from './plain.ts';
export { Tally } from './tally.ts';
export { UNANSWERED_RULES, type UnansweredRule } from './unanswered.ts';

/** One row by its own facts. */
export function judgeRow(row: PenaltyRow, around: RowSurroundings, context: RuleContext): Judgement {
  return judge(PENALTY_RULES, penaltyFacts(row, around), context);
}

/** Whether the decision belongs on the list of major penalties to be filed (应备清单, B01), and why. */
export function filingDutyOf(row: PenaltyRow, around: RowSurroundings, context: RuleContext): FilingDuty {
  return mustBeFiled(penaltyFacts(row, around), context);
}

/** Each row against the others of the same set (D05, Q05), in the order of the rows. */
export function judgePeers(rows: readonly PenaltyRow[], context: RuleContext): readonly Judgement[] {
  const parties = finesOfOneParty(rows);
  const likes = likeCases(rows);
  return rows.map((_, i) => {
    const party = parties[i];
    const like = likes[i];
    const twice = party === undefined ? NOTHING : judge(FINES_OF_ONE_PARTY_RULES, party, context);
    const unlike = like === undefined ? NOTHING : judge(LIKE_CASES_RULES, like, context);
    return joined(twice, unlike);
  });
}

/** What D05 and Q05 say of a decision that belongs to no group; one that does is judged with its group. */
export function judgeUngrouped(row: PenaltyRow, marks: Grouped, context: RuleContext): Judgement {
  const twice = marks.partyMark === null ? judge(FINES_OF_ONE_PARTY_RULES, { fined: finedAct(row), sameParty: null }, context) : NOTHING;
  const unlike = marks.likeness === null ? judge(LIKE_CASES_RULES, aloneLike(row), context) : NOTHING;
  return joined(twice, unlike);
}

/** What D05 says of a fine beside which no other of its party is known: what was done is compared with nothing. */
export function judgeLoneFine({ fineFen, decidedOn }: Pick<PenaltyRow, 'fineFen' | 'decidedOn'>, context: RuleContext): Judgement {
  const fined = { ...UNTOLD, fineFen, decidedOn };
  return judge(FINES_OF_ONE_PARTY_RULES, { fined, sameParty: [] }, context);
}

const UNTOLD = { id: null, number: '', written: '', organ: '', conduct: null, narrative: null, actStartedOn: null, actEndedOn: null };

/** The groups to which a stored decision belongs. */
export type Grouped = { readonly partyMark: string | null; readonly likeness: string | null };

/** One decision as another source tells it (P07); null where no other source is known. */
export function judgeSources(row: PenaltyRow, otherwise: PenaltyRow | null, context: RuleContext): Judgement {
  if (otherwise === null) return judge(TWO_SOURCES_RULES, TOLD_ONCE, context);
  return judge(TWO_SOURCES_RULES, { told: toldDecision(row), otherwise: toldDecision(otherwise) }, context);
}

/** What one source alone tells is compared with nothing. */
const TOLD_ONCE: TwoSources = { told: null, otherwise: null };

/** What an item of a unit's list is called, by unit and code. */
export type ItemNames = (unit: string, code: string) => string | undefined;

/** Every unit and year that was counted (A01, A03); items are called by their names where `itemNames` knows them. */
export function judgeUnits(
  counters: DecisionCounters,
  context: RuleContext,
  itemNames: ItemNames = () => undefined,
): readonly UnitJudgement[] {
  return [
    ...fineIncomes(counters, context.today).map((unit) => judged(unit, judge(FINE_INCOME_RULES, called(unit, itemNames), context))),
    ...yearsOfDecisions(counters).map((unit) => judged(unit, judge(YEAR_OF_DECISIONS_RULES, unit.facts, context))),
  ];
}

function called({ key, facts }: UnitFacts<FineIncome>, itemNames: ItemNames): FineIncome {
  const name = facts.topItem === null ? undefined : itemNames(key, facts.topItem.name);
  return facts.topItem === null || name === undefined ? facts : { ...facts, topItem: { ...facts.topItem, called: name } };
}

export type UnitJudgement = { readonly unit: string; readonly key: string; readonly year: number; readonly judgement: Judgement };

function judged({ unit, key, facts }: UnitFacts<{ readonly year: number }>, judgement: Judgement): UnitJudgement {
  return { unit, key, year: facts.year, judgement };
}

const NOTHING: Judgement = { doubts: [], notJudged: [], clean: [] };

function joined(a: Judgement, b: Judgement): Judgement {
  return {
    doubts: a.doubts.length === 0 ? b.doubts : b.doubts.length === 0 ? a.doubts : [...a.doubts, ...b.doubts],
    notJudged: [...a.notJudged, ...b.notJudged],
    clean: [...a.clean, ...b.clean],
  };
}
