import { type Guard, type InputOf, numbersIn, unverified } from '#law';
import type { TierLevel } from '#law/discretion/benchmark';
import { type Weighed, weighingGuards } from '#law/discretion/deciding';
import { withoutWeighing } from '#law/discretion/fields';
import { discretionNeeds, type Punished } from '#law/discretion/lists-of-day';
import type { FORMS } from '../forms.ts';
import { type OrdinaryPenalty, reportOf } from '../model.ts';
import type { DiscretionTier, Penalty, Report, Weighing } from '../model-deciding.ts';
import { ART_32, ART_34 } from './articles.ts';
import { law } from './conditions.ts';
import { unprovenBy } from './evidence-numbers.ts';
import { penaltyOf } from './penalty-input.ts';

type S = OrdinaryPenalty;
type Conclude = InputOf<typeof FORMS.conclude>;
type Decide = InputOf<typeof FORMS.decide>;
type Told = Pick<
  Conclude,
  'benchmarkTier' | 'deviation' | 'notFree' | 'notLess' | 'mitigation' | 'mitigationEvidence' | 'valueGoods' | 'gain'
>;

const LEVELS: Readonly<Record<DiscretionTier, TierLevel>> = {
  none: 'none',
  mitigated: 'mitigated',
  lighter: 'lenient',
  normal: 'normal',
  heavier: 'heavy',
};

/** The benchmark is found by the name of the 违法行为 (as the report chooses it, else the 案由) and the item, the lists by the item's code. */
export const punished = (s: S): Punished => ({
  ...{ organId: s.organId, itemCode: s.itemCode },
  violation: reportOf(s)?.violation ?? s.cause,
  basis: reportOf(s)?.basis ?? s.basis,
});
/** As the report in hand has it, not the one before. */
const concludedAs = (s: S, { violation, basis }: Pick<Conclude, 'violation' | 'basis'>): Punished => ({
  ...punished(s),
  violation: violation ?? s.cause,
  basis,
});
export const weighingNeeds = (s: S | null) => (s === null ? [] : discretionNeeds(punished(s)));
export const concludingNeeds = (s: S | null, input: Conclude) => (s === null ? [] : discretionNeeds(concludedAs(s, input)));

/** What was typed of the weighing. */
export function weighingFrom(tier: DiscretionTier, input: Told): Weighing {
  const { benchmarkTier, deviation, notFree, notLess, mitigation, mitigationEvidence, valueGoods, gain } = input;
  const proof = numbersIn(mitigationEvidence ?? '') ?? [];
  const sums = { ...(valueGoods == null ? {} : { valueFen: valueGoods }), ...(gain == null ? {} : { gainFen: gain }) };
  return { tier, benchmarkTier, deviation, notFree, notLess, mitigation: mitigation ?? [], proof, ...sums };
}

/** As the report weighs it; one that told only its tier tells nothing else. */
export function weighingOf({ tier, weighing }: Report): Weighing {
  return weighing ?? { tier, benchmarkTier: null, deviation: null, notFree: null, notLess: null, mitigation: [], proof: [] };
}

/** The decision's own weighing, where its tier is told anew; null: that of the report. */
export function decidedWeighing(input: Decide): Weighing | null {
  return input.tier === null ? null : weighingFrom(input.tier, input);
}

/** What is imposed (null: nothing) beside how it was weighed. */
export function weighed(penalty: Penalty | null, { tier, benchmarkTier, ...told }: Weighing): Weighed {
  const { kinds, fineFen, incomeFen } = penalty ?? { kinds: [], fineFen: null, incomeFen: null };
  return { ...{ kinds, fineFen, incomeFen }, levels: [LEVELS[tier]], tier: benchmarkTier, ...told };
}

/** Q01–Q03 of what is proposed. */
export const PROPOSED_AS_WEIGHED = weighingGuards<S, Conclude>({
  punished: concludedAs,
  weighed: (_, input) => weighed(input.outcome === 'penalty' ? penaltyOf(input) : null, weighingFrom(input.tier, input)),
});
/** Once more of what is told: a benchmark or list may have come into force since the report. */
export const TOLD_AS_WEIGHED = weighingGuards<S, unknown>({
  punished,
  weighed: (s) => {
    const report = reportOf(s);
    return report === null || report.penalty === null ? null : weighed(report.penalty, weighingOf(report));
  },
});
/** And of what is decided, which may be less than what was told. */
export const DECIDED_AS_WEIGHED = weighingGuards<S, Decide>({
  punished,
  weighed: (s, input) => {
    const [report, penalty] = [reportOf(s), penaltyOf(input)];
    return report === null || penalty === null ? null : weighed(penalty, decidedWeighing(input) ?? weighingOf(report));
  },
});

/** Q03: what makes a penalty less is proved like any other fact. */
function proven<I extends Told & { readonly tier: DiscretionTier | null }>(): Guard<S, I> {
  const guard = law<I>('从轻、减轻的情形有查证属实的证据', ART_32, ({ state, input }) => {
    if ((input.mitigation ?? []).length === 0 || input.tier === null) return null;
    const stop = unprovenBy(state, input.mitigationEvidence ?? '');
    return stop === null ? null : ['mitigation-unproven', `从轻、减轻的情形：${stop[1]}`];
  });
  return { ...guard, severity: 'orange' };
}
export const MITIGATION_PROVEN = proven<Conclude>();
export const DECIDED_MITIGATION_PROVEN = proven<Decide>();

/** Q01 asks for the minutes as well; that part rests on a summary of the State Council's opinion (待核定). */
export const DEVIATION_DISCUSSED = unverified<S, Decide>(
  { name: '不按裁量权基准档次处罚的经集体讨论', cite: ART_34, parameter: 'penalty.deviation-discussed' },
  ({ state, input }) => {
    const report = reportOf(state);
    const deviation = report === null ? null : (decidedWeighing(input) ?? weighingOf(report)).deviation;
    const isDone = state.discussions.some((d) => d.reportNo === state.reports.length);
    return deviation === null || isDone
      ? null
      : ['deviation-not-discussed', '不按裁量权基准的档次处罚的，应当由本机关负责人集体讨论（规则参数，待核定）'];
  },
);

/** Reports and decisions of the first payloads told the tier alone, or nothing. */
export const tierAlone = withoutWeighing({ tier: null, benchmarkTier: null, mitigationEvidence: null });
