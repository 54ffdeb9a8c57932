import {
  besideTold,
  CITATIONS_STAND,
  citedLaws,
  type Folds,
  type Guard,
  hasTurned,
  type InputOf,
  isAskedOn,
  type Lifecycle,
  type Need,
  partyKindOf,
  SHIPPED_LAWS,
  weighsMore,
  yuan,
} from '#law';
import { withOrder } from '#law/correcting/index';
import { weighingGuards } from '#law/discretion/deciding';
import { discretionNeeds } from '#law/discretion/lists-of-day';
import { contextOf, doubted } from '#law/doubted';
import { summaryLimits } from '#law/rules/D08-summary-limits';
import { SUMMARY_LIMIT } from '#law/rules/summary-procedure';
import { decisionIssues, receiptIssues } from '../documents/decision.ts';
import type { Forms } from '../forms.ts';
import { kindsOf, punished, type SummaryPenalty, standingOfProposed } from '../model.ts';
import { ART_28, ART_30, ART_31, ART_44, ART_51, ART_52, ART_52_HAND_OVER } from './articles.ts';
import { form, law } from './conditions.ts';
import { DEADLINE_AHEAD } from './corrections.ts';
import { officersNeeded } from './on-site.ts';
import { IN_TIME } from './time-bar.ts';
import { HANDLERS, office } from './who.ts';

type S = SummaryPenalty;
type Deciding = InputOf<Forms['decide']>;
export type Decided = Pick<Forms, 'decide' | 'deliver'>;

const FINE_FITS: Guard<S, Deciding> = form('罚款数额与处罚种类、缴纳方式相符', ART_52, ({ input }) => {
  const isFined = input.penalty !== 'warning';
  if (isFined && (input.fine === null || input.fine === 0)) return ['no-fine', '处以罚款的，应当写明罚款数额'];
  if (!isFined && (input.fine ?? 0) > 0) return ['fine-with-warning', '只给予警告的，不得填写罚款数额'];
  return isFined === (input.way === 'none') ? ['way', isFined ? '处以罚款的，应当写明缴纳方式' : '只给予警告的，没有罚款可缴'] : null;
});

/** 44, 45: what was not told cannot be answered; a heavier penalty is told first. */
const NOT_HEAVIER: Guard<S, Deciding> = law('处罚不重于事先告知', ART_44, ({ state, input: { penalty, fine } }) => {
  const decided = { penalty, fineFen: fine ?? 0 };
  if (state.hearing === null || !weighsMore(standingOfProposed(decided), standingOfProposed(state.hearing.proposed))) return null;
  const both = besideTold(standingOfProposed(state.hearing.proposed), standingOfProposed(decided), '决定');
  return ['heavier', `${both}：处罚的种类或者数额超出告知的内容，应当重新告知并听取陈述、申辩`];
});

/** 51: 二百元 for a citizen, 三千元 for a legal person or another organisation; the law in whose name it is decided may say otherwise. */
const WITHIN_LIMITS: Guard<S, Deciding> = law('处罚在当场决定的种类和数额以内', ART_51, (c) => {
  const { state, input, legalDate, profile } = c;
  const partyKind = partyKindOf(state.party.kind);
  const fineFen = input.fine ?? 0;
  const facts = { procedure: 'summary', kinds: kindsOf(input.penalty), kindsUnclear: false, fineFen, partyKind } as const;
  const citations = citedLaws(state.basis, SHIPPED_LAWS);
  if (citations.length === 0 && input.penalty !== 'warning')
    return ['no-basis', '处罚依据中没有可以识别的法律、法规、规章名称，不能判断当场处罚的限额'];
  const beyond = doubted('over-limit', summaryLimits.check({ ...facts, decidedOn: legalDate, citations }, contextOf(c)));
  if (beyond !== null || partyKind !== 'sole-trader' || fineFen <= SUMMARY_LIMIT.person) return beyond;
  // 51 tells citizens from organisations and says nothing of 个体工商户: the stricter reading, until the city says otherwise.
  const isOrganisation = isAskedOn(profile, 'D08.sole-trader-organisation', legalDate);
  return isOrganisation
    ? null
    : [
        'sole-trader-limit',
        `对个体工商户当场罚款${yuan(fineFen)}，超过对公民的限额${yuan(SUMMARY_LIMIT.person)}（是否按“其他组织”，待核定）`,
      ];
});

const OF_AGE: Guard<S, Deciding> = law('当事人已满十四周岁；未满十八周岁的从轻或者减轻', ART_30, ({ state, input, facts }) => {
  if (facts.parties === undefined) return 'unknown';
  const details = facts.parties.get(state.party.id);
  if (details === undefined) return null;
  if (hasTurned(details, 14, state.actOn) === false) return ['under-14', '违法时不满十四周岁的，不予行政处罚，责令监护人加以管教'];
  return hasTurned(details, 18, state.actOn) === false && input.weight === 'none'
    ? ['under-18', '违法时已满十四周岁不满十八周岁的，应当从轻或者减轻行政处罚']
    : null;
});

const RESPONSIBLE: Guard<S, Deciding> = law('当事人的责任能力没有疑问', ART_31, ({ state, facts }) => {
  if (facts.parties === undefined) return 'unknown';
  return facts.parties.get(state.party.id)?.isIncapable === true
    ? ['incapable', '当事人是精神病人、智力残疾人的，应当查明其能否辨认、控制自己的行为，不适用简易程序']
    : null;
});

/** Who is neither punished less nor let go is punished as usual or, by a tier of the benchmark, more. */
export const LEVELS = { none: ['normal', 'heavy'], lenient: ['lenient'], mitigated: ['mitigated'] } as const;
const AS_WEIGHED = weighingGuards<S, Deciding>({
  punished,
  weighed: (_, { penalty, fine, weight, mitigation, valueGoods, gain, ...told }) => ({
    ...{ ...told, kinds: kindsOf(penalty), fineFen: fine },
    ...{ incomeFen: null, gainFen: gain ?? null, valueFen: valueGoods ?? null },
    ...{ levels: LEVELS[weight], mitigation: mitigation ?? [] },
  }),
});

const CORRECTED: Guard<S, Deciding> = law('责令改正，或者写明无需改正的理由', ART_28, ({ input }) =>
  input.demand.trim() === '' ? ['no-correction', '实施行政处罚时，应当责令当事人改正；无需改正的写明理由'] : null,
);

const OWN_NUMBER: Guard<S, Deciding> = form('补录的填写原编号，在平台办理的由平台编号', ART_52, ({ input, reported }) => {
  if (reported === true) return input.number === null ? ['no-number', '补录的决定，填写决定书上的编号'] : null;
  return input.number === null ? null : ['own-number', '在平台上作出的决定由平台编号'];
});

const ON_THE_SPOT: Guard<S, null> = law('当场作出决定', ART_51, ({ state, legalDate }) =>
  state.openedOn === legalDate ? null : ['another-day', '现场情况不是当日登记的，不再是当场作出决定，应当转为普通程序'],
);

function decidingNeeds(s: S | null): readonly Need[] {
  if (s === null) return [];
  return [
    ...officersNeeded(s),
    { register: 'party', key: s.party.id },
    ...discretionNeeds(punished(s)),
    { register: 'organisation', key: s.organId },
  ];
}

export const DECIDING: Lifecycle<S, Decided> = {
  decide: {
    ...office(HANDLERS, ART_51, [ON_THE_SPOT, CITATIONS_STAND]),
    label: '当场作出处罚决定',
    does: 'step',
    from: ['heard'],
    to: 'decided',
    inputGuards: [
      FINE_FITS,
      WITHIN_LIMITS,
      IN_TIME,
      OF_AGE,
      RESPONSIBLE,
      ...AS_WEIGHED,
      CORRECTED,
      DEADLINE_AHEAD,
      OWN_NUMBER,
      NOT_HEAVIER,
    ],
    needs: decidingNeeds,
    checksCitations: true,
    number: (s, input) => (s === null || input.number !== null ? null : { issuerId: s.organId, series: '当罚' }),
    issues: decisionIssues,
    putRightBy: '已经作出的处罚决定有误的，应当依法变更、撤销后重新作出',
    says: (s) => `${s.decision?.number ?? ''}已作出；请当场交付当事人。`,
  },
  deliver: {
    ...office(HANDLERS, ART_52_HAND_OVER, [
      form('决定书已经生成', ART_52_HAND_OVER, ({ state, reported }) =>
        reported === true || state.renderings?.[state.decision?.documentId ?? ''] !== undefined
          ? null
          : ['not-rendered', '决定书正在生成，生成后才能交付'],
      ),
    ]),
    label: '当场交付决定书',
    does: 'step',
    from: ['decided'],
    to: 'delivered',
    documents: 'served',
    inputGuards: [
      law('当场交付', ART_52_HAND_OVER, ({ state, input, legalDate }) =>
        state.decision?.on === legalDate || input.late !== null
          ? null
          : ['later', '处罚决定书应当当场交付当事人；没有当场交付的，应当写明原因'],
      ),
      law('拒绝签收的在决定书上注明', ART_52_HAND_OVER, ({ input }) =>
        input.how === 'refused' && input.note === null ? ['no-note', '当事人拒绝签收的，应当在决定书上注明'] : null,
      ),
    ],
    needs: officersNeeded,
    issues: receiptIssues,
    says: (s) => `已交付；${s.decision?.fineFen === 0 ? '' : '罚款自收到之日起十五日内缴纳；'}请报本机关备案。`,
  },
};

/** Only what is not corrected on the spot is checked later. */
function ordering(s: S, { correction, correctBy, demand }: Deciding): S {
  if (correction !== 'ordered' || correctBy == null) return s;
  return withOrder(s, { letterNo: null, by: correctBy, content: demand, ofDecision: true });
}

export const DECIDING_FOLDS: Folds<S, Decided> = {
  decide: (s, input, frame) => ({
    ...ordering(s, input),
    decision: {
      on: frame.legalDate,
      time: input.time,
      number: frame.number?.text ?? input.number ?? '',
      documentId: frame.documents['CT14-当场处罚决定书'] ?? '',
      penalty: input.penalty,
      fineFen: input.fine ?? 0,
      weight: input.weight,
      weightReason: input.weightReason,
      tier: input.tier === null && input.deviation === null ? null : { tier: input.tier, deviation: input.deviation },
      mitigation: input.mitigation ?? [],
      ...(input.valueGoods == null ? {} : { valueFen: input.valueGoods }),
      ...(input.gain == null ? {} : { gainFen: input.gain }),
      correction: input.correction === 'ordered' ? input.demand : null,
      way: input.way,
      original: null,
    },
  }),
  deliver: (s, input, frame) => ({
    ...s,
    delivery: { on: frame.legalDate, refused: input.how === 'refused' ? (input.note ?? '') : null, late: input.late },
  }),
};
