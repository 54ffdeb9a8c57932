import {
  besideTold,
  cataloguedLine,
  type Folds,
  hasTurned,
  type InputOf,
  type Lifecycle,
  type LifecycleRow,
  type LocalDate,
  listKey,
  type Need,
  numbersIn,
  type PartyDetails,
  partyKindOf,
  personOf,
  unverified,
  weighsMore,
} from '#law';
import type { EvidenceKind } from '#law/evidence/index';
import { reportIssues } from '../documents/deciding.ts';
import { FORMS } from '../forms.ts';
import { type OrdinaryPenalty, reportOf } from '../model.ts';
import type { Report } from '../model-deciding.ts';
import { ART_30, ART_32, ART_36, ART_40, ART_45, ART_57, ART_58, ART_74 } from './articles.ts';
import { CITED_IN_FORCE, citedInReport } from './citations.ts';
import { form, HANDLERS_STAND, handlersNeeded, law, NO_LETTER_IN_HAND, PRESERVATIONS_SETTLED, RECUSALS_DECIDED } from './conditions.ts';
import { unprovenBy } from './evidence-numbers.ts';
import { penaltyFits, penaltyOf, saysOneFine, termsFit, thingsNamed } from './penalty-input.ts';
import { withoutHearing, withoutNotice } from './put-down.ts';
import { NOT_WORSE_AGAIN } from './remaking.ts';
import { needsReview, servedNotice } from './thresholds.ts';
import { barredWithoutProof, harmProofOf } from './time-bar.ts';
import { concludingNeeds, MITIGATION_PROVEN, PROPOSED_AS_WEIGHED, weighingFrom } from './weighing.ts';
import { HANDLERS, LEADERS, office } from './who.ts';

type S = OrdinaryPenalty;

const { conclude, 'reopen-inquiry': reopenInquiry, 'skip-review': skipReview } = FORMS;
const REPORT_FORMS = {
  conclude,
  'reopen-inquiry': reopenInquiry,
  'skip-review': skipReview,
};
type ReportForms = typeof REPORT_FORMS;
type Conclusion = InputOf<ReportForms['conclude']>;

const WORDS: readonly EvidenceKind[] = ['testimony', 'statement'];
const SUPPORTED = law<Conclusion>('每一项事实都有查证属实的证据', ART_40, ({ state, input }) => {
  for (const [i, { evidence }] of input.facts.entries()) {
    const unproven = unprovenBy(state, evidence);
    if (unproven !== null) return [unproven[0], `第${i + 1}项事实：${unproven[1]}`];
    const numbers = numbersIn(evidence) ?? [];
    // I05: one word alone proves no fact.
    if (numbers.length === 1 && state.evidence.some((e) => e.no === numbers[0] && WORDS.includes(e.kind)))
      return ['single-word', `第${i + 1}项事实只有一份言词证据，应当有其他证据印证`];
  }
  return null;
});
/** 36: the law in whose name a penalty is proposed in the end need not be the one of the filing, whose time bar may be another. */
const IN_TIME = law<Conclusion>('给予处罚的，违法行为在追责时效内', ART_36, (c) =>
  c.input.outcome === 'penalty' ? barredWithoutProof(c, c.input.basis, harmProofOf(c.input.harmEvidence).length > 0) : null,
);
/** 36, 40: what five years rest on is proved like any other fact. */
const HARM_PROVEN = law<Conclusion>('危害后果有查证属实的证据', ART_36, ({ state, input }) => {
  if ((input.harmEvidence ?? null) === null) return null;
  if (!state.harm) return ['no-harm', '线索没有写明涉及生命健康安全、金融安全且有危害后果，不填危害后果的证据'];
  const stop = unprovenBy(state, input.harmEvidence ?? '');
  return stop === null ? null : ['harm-unproven', `危害后果：${stop[1]}`];
});
/** 30, 31: children and those who cannot know what they do are not punished; minors get less (D07). */
const CAPABLE = law<Conclusion>('没有责任能力的不予处罚，未成年人从轻或者减轻', ART_30, ({ state, input, facts }) => {
  const age = agesOf(facts.parties?.get(state.party.id), state.actEndedOn ?? state.actStartedOn);
  if (age === 'child' && input.capacity !== 'none') return ['capacity', '按当事人的出生日期，行为时不满十四周岁，责任能力应当如实填写'];
  if (age === 'minor' && input.capacity === 'full') return ['capacity', '按当事人的出生日期，行为时不满十八周岁，责任能力应当如实填写'];
  if (input.outcome !== 'penalty') return null;
  if (input.capacity === 'none') return ['incapable', '不满十四周岁或者不能辨认、控制自己行为的，不予行政处罚'];
  const isLess = input.tier === 'lighter' || input.tier === 'mitigated';
  return input.capacity === 'minor' && !isLess ? ['minor', '已满十四周岁不满十八周岁的未成年人，应当从轻或者减轻行政处罚'] : null;
});

/** How old the party was when it acted, as far as its birth is known. */
function agesOf(details: PartyDetails | undefined, on: LocalDate): 'child' | 'minor' | 'grown' | null {
  if (details === undefined || details.birth === null) return null;
  if (hasTurned(details, 14, on) === false) return 'child';
  return hasTurned(details, 18, on) === false ? 'minor' : 'grown';
}
const TIER_FITS = form<Conclusion>('裁量档次与处理意见相符', ART_32, ({ input }) => {
  if (input.outcome === 'penalty') return input.tier === 'none' ? ['tier', '给予处罚的，裁量档次不能是“不予”'] : null;
  return input.outcome === 'not-punished' && input.tier !== 'none' ? ['tier', '不予处罚的，裁量档次选“不予”'] : null;
});
/** 45¶2: nobody is punished more heavily for having defended himself; only new facts lead to more. */
const NOT_FOR_DEFENCE = law<Conclusion>('不因陈述、申辩加重处罚', ART_45, ({ state, input }) => {
  const told = servedNotice(state);
  const proposed = penaltyOf(input);
  if (told === null || proposed === null || input.newFacts !== null || !weighsMore(proposed, told.penalty)) return null;
  const code = state.statements.length > 0 ? 'heavier-for-defence' : 'heavier-anew';
  const both = besideTold(told.penalty, proposed, '现在拟处罚');
  return [code, `${both}：比已经告知的处罚重，又没有新查明的事实；不得因当事人陈述、申辩而给予更重的处罚`];
});
const catalogueKey = ({ organId, itemCode }: S): string => listKey(organId, itemCode ?? '');
/**
 * SM-E2: what the organ's own catalogue has reviewed is reviewed, whether or not a ground of the law itself is named. 58 knows no
 * catalogue, the text on the three systems does, which nobody has verified (待核定); an organ that enters none is not asked.
 */
const CATALOGUED = unverified<S, Conclusion>(
  { name: '列入本机关法制审核目录的，写明应当法制审核', cite: ART_58, parameter: 'penalty.catalogue-reviewed', grade: 'recalled' },
  ({ state, input, facts }) => {
    const penalty = penaltyOf(input);
    if (input.outcome !== 'penalty' || penalty === null || (input.grounds ?? []).length > 0) return null;
    const lines = facts.catalogues === undefined ? 'unknown' : (facts.catalogues.get(catalogueKey(state)) ?? null);
    if (lines === null || lines === 'unknown') return lines;
    const line = cataloguedLine(lines, penalty, partyKindOf(state.party.kind));
    return line === null
      ? null
      : [
          'catalogued',
          `“${line.name}”列入本机关重大行政执法决定法制审核目录（${line.conditions}），应当法制审核（规则参数，目录的效力待核定）；在“应当法制审核的情形”中选“列入目录”`,
        ];
  },
);
const NOT_REQUIRED = law<null>('不属于应当法制审核的情形', ART_58, ({ state }) =>
  !needsReview(state) ? null : ['review-required', '本案属于应当进行法制审核的情形，未经法制审核或者审核未通过的，不得作出决定'],
);
const PROPOSES_PENALTY = form<null>('调查结论为给予处罚', ART_57, ({ state }) =>
  reportOf(state)?.outcome === 'penalty' ? null : ['no-penalty', '调查结论不是给予处罚；请按处理意见办理，或者退回补充调查'],
);

const named = (s: S | null, input: Conclusion): readonly Need[] =>
  s === null
    ? []
    : [
        { register: 'party', key: s.party.id },
        { register: 'review-catalogue', key: catalogueKey(s) },
        ...handlersNeeded(s),
        ...concludingNeeds(s, input),
      ];

const STEP = { does: 'step' } as const satisfies Partial<LifecycleRow<S, never>>;

export const REPORT: Lifecycle<S, ReportForms> = {
  conclude: {
    ...STEP,
    ...office(HANDLERS, ART_57, [NO_LETTER_IN_HAND, HANDLERS_STAND, PRESERVATIONS_SETTLED, RECUSALS_DECIDED]),
    label: '调查终结',
    checksCitations: true,
    citesTyped: citedInReport,
    from: ['investigating'],
    to: 'concluded',
    inputGuards: [
      SUPPORTED,
      CITED_IN_FORCE,
      penaltyFits(ART_57, (i) => i.outcome === 'penalty'),
      saysOneFine(ART_57),
      termsFit(ART_57),
      thingsNamed(ART_74),
      IN_TIME,
      HARM_PROVEN,
      TIER_FITS,
      CAPABLE,
      NOT_FOR_DEFENCE,
      NOT_WORSE_AGAIN,
      CATALOGUED,
      ...PROPOSED_AS_WEIGHED,
      MITIGATION_PROVEN,
    ],
    needs: named,
    issues: (s, input, frame, facts) => reportIssues(s, input, frame, facts),
    says: (s) => (needsReview(s) ? '调查终结报告已提交；本案应当法制审核，请送审。' : '调查终结报告已提交；送法制审核，或者由负责人审查。'),
  },
  'reopen-inquiry': {
    ...STEP,
    ...office(LEADERS, ART_57),
    label: '补充调查',
    from: ['concluded', 'notifying', 'told', 'hearing', 'deliberating'],
    to: 'investigating',
    aside: true,
    says: () => '已转入补充调查；尚未送达的事先告知书不再送达，没有举行的听证不再举行；重新提交调查终结报告以后，原告知、审核不再沿用。',
  },
  'skip-review': {
    ...STEP,
    ...office(LEADERS, ART_58, [NOT_REQUIRED, PROPOSES_PENALTY]),
    label: '同意拟处罚意见',
    from: ['concluded'],
    to: 'notifying',
    says: () => '负责人已审查；签发行政处罚事先告知书。',
  },
};

function reportFrom(s: S, input: Conclusion, frame: Parameters<Folds<S, ReportForms>['conclude']>[2]): Report {
  const { violated, basis, tier, tierReason, capacity, outcome, isGrave, grounds, newFacts, differs } = input;
  return {
    ...{ violated, basis, tier, tierReason, capacity, outcome, isGrave, newFacts, differs },
    no: s.reports.length + 1,
    on: frame.legalDate,
    by: personOf(frame.actor),
    facts: input.facts.map(({ fact, evidence }) => ({ fact, evidence: numbersIn(evidence) ?? [] })),
    ...(input.violation == null ? {} : { violation: input.violation }),
    penalty: penaltyOf(input),
    weighing: weighingFrom(tier, input),
    grounds: grounds ?? [],
    harmProof: harmProofOf(input.harmEvidence),
  };
}

export const REPORT_FOLDS: Folds<S, ReportForms> = {
  conclude: (s, input, frame) => ({
    ...s,
    reports: [...s.reports, reportFrom(s, input, frame)],
    basis: input.basis,
    sentForReviewOn: null,
    reviewSkipped: null,
  }),
  'reopen-inquiry': (s, _, frame) => withoutHearing(withoutNotice(s), frame.legalDate),
  'skip-review': (s, input) => ({ ...s, reviewSkipped: input.reason }),
};
