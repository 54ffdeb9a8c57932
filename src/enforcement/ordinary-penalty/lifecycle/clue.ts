import {
  designationOf,
  type Folds,
  type InputOf,
  type Lifecycle,
  type LifecycleRow,
  personOf,
  tooFewCertified,
  uncertifiedAmong,
} from '#law';
import { filingIssues, notFiledIssues } from '../documents/inquiry.ts';
import { clueIssues } from '../documents/records.ts';
import { FORMS } from '../forms.ts';
import type { OrdinaryPenalty } from '../model.ts';
import { ART_28, ART_36, ART_42, ART_54 } from './articles.ts';
import { form, HANDLERS_STAND, handlersNeeded, law, notRecused, QUALIFIED_ORGAN, twoOfficers } from './conditions.ts';
import { CONVERTED_HERE } from './converted.ts';
import { CRIME_DECIDED } from './leaving.ts';
import { numberOf, ownNumber } from './letters.ts';
import { opened } from './opened.ts';
import { DESIGNATION_FITS, ITEM_TOLD, OWN_ITEM, OWN_PLACE, ownItemNeeds, REGION_TOLD } from './own-power.ts';
import { timeBarStop } from './time-bar.ts';
import { HANDLERS, LEADERS, office } from './who.ts';

type S = OrdinaryPenalty;

const {
  open,
  'extend-clue': extendClue,
  'propose-filing': proposeFiling,
  'return-filing': returnFiling,
  decline,
  file,
  'replace-handlers': replaceHandlers,
} = FORMS;
const CLUE_FORMS = {
  open,
  'extend-clue': extendClue,
  'propose-filing': proposeFiling,
  'return-filing': returnFiling,
  decline,
  file,
  'replace-handlers': replaceHandlers,
};
type ClueForms = typeof CLUE_FORMS;
type Proposal = InputOf<ClueForms['propose-filing']>;

const DAYS_FIT = form<InputOf<ClueForms['open']>>('违法行为日期和发现日期先后相符', ART_54, ({ input, legalDate }) => {
  if (input.actEndedOn !== null && input.actEndedOn < input.actStartedOn) return ['act-days', '违法行为终了日期早于开始日期'];
  if (input.discoveredOn < input.actStartedOn) return ['discovered', '发现日期早于违法行为开始日期'];
  return input.discoveredOn > legalDate ? ['discovered', '发现日期晚于登记日期'] : null;
});
/** An order to correct that the party has, of this organ, and not another's. */
const ORDERED_HERE = form<Pick<InputOf<ClueForms['open']>, 'fromCorrection'>>(
  '来源是本机关已经制发的责令改正',
  ART_28,
  ({ input, actor, facts }) => {
    if ((input.fromCorrection ?? null) === null) return null;
    if (facts.matters === undefined) return 'unknown';
    const from = facts.matters.get(input.fromCorrection ?? '');
    if (from === undefined || from.homeId !== actor.organisationId) return ['other-organs-order', '只能选本机关的责令改正'];
    return from.isIssued ? null : ['order-not-issued', '该件责令改正还没有签发'];
  },
);
/** F01: what makes the time bar five years is told with its reason, and proved in the report. */
const HARM_TOLD = form<InputOf<ClueForms['open']>>('写明所涉安全和危害后果', ART_36, ({ input, reported }) =>
  reported !== true && input.harm && (input.harmReason ?? null) === null
    ? ['harm-reason', '涉及生命健康安全、金融安全且有危害后果的，写明所涉安全和危害后果']
    : null,
);
const SOURCES_TO_ANSWER: readonly string[] = ['complaint', 'report', 'other-organ', 'justice', 'assigned'];
const INFORMANT_TOLD = law<InputOf<ClueForms['decline']>>('不予立案的，告知投诉举报人、移送机关', ART_54, ({ state, input }) =>
  SOURCES_TO_ANSWER.includes(state.source) && input.told === null
    ? ['not-told', '案件来源为投诉、举报、交办或者移送的，写明告知情况']
    : null,
);
const IN_TIME = law<Proposal>('违法行为在追责时效内', ART_36, (c) => timeBarStop(c, c.input.basis));
const PROPOSED_OFFICERS = law<Proposal>(
  '执法人员不少于两人，均持有效行政执法证',
  ART_42,
  ({ input: { handlers }, facts, legalDate }) =>
    tooFewCertified(handlers, facts, legalDate) ?? uncertifiedAmong(handlers, facts, legalDate),
);
const NOT_EXTENDED = form<null>('核查期限只延长一次', ART_54, ({ state }) =>
  state.clueExtendedOn === null ? null : ['extended', '核查期限已经延长过一次'],
);

const STEP = { does: 'step' } as const satisfies Partial<LifecycleRow<S, never>>;

/** An officer may leave, or a certificate lapse, at any stage. */
const HANDED_OVER = [
  ...(['investigating', 'suspended', 'concluded', 'reviewing', 'notifying', 'told', 'hearing', 'deliberating'] as const),
  ...(['decided', 'performing', 'urged', 'court', 'ended', 'closed'] as const),
];

export const CLUE: Lifecycle<S, ClueForms> = {
  open: {
    ...STEP,
    ...office(HANDLERS, ART_54, [], 'opener'),
    label: '登记案件线索',
    from: 'start',
    to: 'clue',
    inputGuards: [QUALIFIED_ORGAN, DAYS_FIT, HARM_TOLD, CONVERTED_HERE, ORDERED_HERE],
    issues: (s, _, frame, facts) => clueIssues(s, frame, facts),
    links: ({ fromSummary, fromCorrection }) =>
      [fromSummary, fromCorrection].flatMap((to) => (to == null ? [] : [{ to, as: 'opened-from' }])),
    says: (s) => `已登记“${s.cause}”的线索；核查后提请立案，或者报请不予立案。`,
  },
  'extend-clue': {
    ...office(LEADERS, ART_54, [NOT_EXTENDED]),
    label: '延长核查期限',
    does: 'entry',
    from: ['clue'],
    to: 'stays',
    aside: true,
    says: () => '核查期限已延长。',
  },
  'propose-filing': {
    ...STEP,
    ...office(HANDLERS, ART_54),
    label: '提请立案',
    from: ['clue'],
    to: 'filing',
    inputGuards: [PROPOSED_OFFICERS, IN_TIME, ITEM_TOLD, OWN_ITEM, REGION_TOLD, DESIGNATION_FITS, OWN_PLACE],
    needs: ownItemNeeds,
    says: () => '已提请立案；等待负责人审批。',
  },
  'return-filing': {
    ...STEP,
    ...office(LEADERS, ART_54),
    label: '退回补充核查',
    from: ['filing'],
    to: 'clue',
    aside: true,
    says: () => '已退回；补充核查后重新提请立案。',
  },
  decline: {
    ...STEP,
    ...office(LEADERS, ART_54, [CRIME_DECIDED]),
    label: '不予立案',
    from: ['clue', 'filing'],
    to: 'not-filed',
    aside: true,
    inputGuards: [INFORMANT_TOLD],
    issues: (s, input, frame, facts) => notFiledIssues(s, input, frame, facts),
    says: () => '已决定不予立案。',
  },
  file: {
    ...STEP,
    ...office(LEADERS, ART_54, [HANDLERS_STAND]),
    label: '批准立案',
    from: ['filing'],
    to: 'investigating',
    inputGuards: [ownNumber(ART_54)],
    needs: handlersNeeded,
    number: (s, input) => (s === null ? null : numberOf(s.organId, '立', input)),
    issues: (s, input, frame, facts) => filingIssues(s, input, frame, facts),
    says: (s) => `已立案，案号${s.number ?? ''}；九十日办案期限起算，由两名以上执法人员调查取证。`,
  },
  'replace-handlers': {
    ...office(LEADERS, ART_42),
    label: '更换承办人',
    does: 'entry',
    from: HANDED_OVER,
    to: 'stays',
    group: '案件管理',
    inputGuards: [twoOfficers((i) => i.handlers), notRecused((i) => i.handlers)],
    says: () => '承办人已更换；交接材料由原承办人移交。',
  },
};

export const CLUE_FOLDS: Folds<S, ClueForms> = {
  open: (_, input, frame) => opened(input, frame.actor.organisationId ?? '', frame.legalDate, personOf(frame.actor)),
  'extend-clue': (s, _, frame) => ({ ...s, clueExtendedOn: frame.legalDate }),
  'propose-filing': (s, input, frame) => ({
    ...s,
    // The first payloads left out what had come with a case from the spot.
    handlerIds: input.handlers ?? s.handlerIds,
    basis: input.basis ?? s.basis,
    itemCode: input.itemCode ?? s.itemCode,
    regionId: input.region ?? null,
    designation: designationOf(input),
    proposal: input.opinion,
    proposedBy: personOf(frame.actor),
    proposedOn: frame.legalDate,
  }),
  'return-filing': (s) => ({ ...s, proposedBy: null, proposedOn: null, proposal: null }),
  decline: (s, input, frame) => ({ ...s, clueEndedOn: frame.legalDate, endReason: input.reason, closedOn: frame.legalDate }),
  file: (s, input, frame) => ({
    ...s,
    number: frame.number?.text ?? input.ownNumber,
    filedOn: frame.legalDate,
    clueEndedOn: frame.legalDate,
  }),
  'replace-handlers': (s, input) => ({ ...s, handlerIds: input.handlers }),
};
