import {
  type Folds,
  type InputOf,
  isStayed,
  type Lifecycle,
  type LifecycleRow,
  type LocalDate,
  lastDay,
  latestDay,
  openDisputes,
  type Remedies,
  type Stop,
  windowFrom,
  windowFromAtLatest,
  yuan,
} from '#law';
import { applicationIssues } from '../documents/execution.ts';
import { urgingIssues } from '../documents/letters.ts';
import { FORMS } from '../forms.ts';
import type { OrdinaryPenalty } from '../model.ts';
import { ART_72, ART_73, COERCION_40, COERCION_42, COERCION_53, COERCION_54, COERCION_55 } from './articles.ts';
import { law, NO_LETTER_IN_HAND } from './conditions.ts';
import { numberOf, ownNumber, SERIES, withLetter } from './letters.ts';
import { lastDayToPay, owedNow } from './performance.ts';
import { decisionNo, disputesInHand, runOf } from './rounds.ts';
import { LEADERS, office } from './who.ts';

type S = OrdinaryPenalty;

const { urge, agree, 'apply-court': applyCourt, 'end-execution': endExecution } = FORMS;
const ENFORCING_FORMS = { urge, agree, 'apply-court': applyCourt, 'end-execution': endExecution };
type EnforcingForms = typeof ENFORCING_FORMS;

const OVERDUE = law<null>('当事人逾期不履行', COERCION_54, (c): Stop => {
  const last = lastDayToPay(c);
  if (last === 'unknown') return 'unknown';
  if (last !== null && c.legalDate <= last) return ['still-time', `当事人可以履行至${last}，届满前不得催告强制执行`];
  const owed = owedNow(c);
  if (owed === 'unknown') return 'unknown';
  return owed.leftFen > 0 || isOtherwiseOpen(c.state) ? null : ['nothing-owed', '处罚决定已经履行'];
});
function isOtherwiseOpen(s: S): boolean {
  return (
    (s.decision?.penalty?.kinds ?? []).some((kind) => !['CF01', 'CF02', 'CF03', 'CF04'].includes(kind)) && s.performedOtherwise === null
  );
}
/** E08, 强制法 54: ten working days after the reminder was served. */
const REMINDED = law<null>('催告书送达十日后仍未履行', COERCION_54, (c): Stop => {
  const receivedOn = c.state.urgings.at(-1)?.receivedOn ?? null;
  if (receivedOn === null) return ['not-urged', '催告书还没有送达'];
  const last = lastDay('law.urging', receivedOn, c);
  if (last === null) return null;
  if (last === 'unknown') return 'unknown';
  return c.legalDate > last ? null : ['urged-too-soon', `催告书送达十个工作日后（${last}届满）当事人仍未履行的，才能申请强制执行`];
});
/** 强制法 53: neither 复议 nor 诉讼 in the periods for them, and within three months of their end. */
const IN_WINDOW = law<null>('在救济期限届满之日起三个月内申请', COERCION_53, (c): Stop => {
  const remedies = remediesOf(c.state);
  if (remedies === null) return ['not-served', '处罚决定书还没有送达'];
  if (openDisputes(c.state).length > 0) return ['disputed', '当事人已申请行政复议或者提起行政诉讼，尚未结束'];
  const from = windowFrom(remedies);
  if (c.legalDate <= from) return ['remedies-open', `当事人申请行政复议、提起行政诉讼的期限至${from}届满，届满后才能申请`];
  const last = latestDay('law.court-application', windowFromAtLatest(remedies), c);
  if (last === null) return null;
  if (last === 'unknown') return 'unknown';
  return c.legalDate <= last ? null : ['window-closed', `应当自期限届满之日起三个月内申请，已于${last}届满`];
});
/** 42: what is reduced is the surcharge alone, and only for a party that has made good. */
const REDUCED_FOR_CAUSE = law<InputOf<EnforcingForms['agree']>>('减免加处罚款的，当事人已经采取补救措施', COERCION_42, ({ input }) =>
  (input.waived ?? 0) === 0 || input.remedied !== null
    ? null
    : ['not-remedied', '当事人采取补救措施的，才可以减免加处的罚款，请写明补救措施'],
);
const NOT_MORE_THAN_ACCRUED = law<InputOf<EnforcingForms['agree']>>('减免不超过已经加处的罚款', COERCION_42, (c): Stop => {
  if ((c.input.waived ?? 0) === 0) return null;
  const owed = owedNow(c);
  if (owed === 'unknown') return 'unknown';
  return (c.input.waived ?? 0) <= owed.surchargeFen
    ? null
    : ['waives-fine', `至今加处罚款${yuan(owed.surchargeFen)}，减免不得超过该数额；罚款本数不能减免`];
});
/** 55: with the application go the decision with its grounds, the party's opinions, and what is to be enforced. */
const WITH_MATERIALS = law<InputOf<EnforcingForms['apply-court']>>('申请材料齐全', COERCION_55, ({ input }) =>
  input.opinions.trim().length >= 2 && input.object.trim().length >= 2
    ? null
    : ['no-materials', '申请强制执行应当提供当事人的意见及催告情况、申请强制执行标的情况，请写明'],
);
/** 73¶1: execution stands still only where it has been decided so. */
const NOT_STAYED = law<null>('没有停止执行', ART_73, ({ state }) =>
  isStayed(state) ? ['stayed', '处罚决定已经停止执行，恢复执行以前不得催告、申请强制执行'] : null,
);

/** What the three months of the court application depend on; null while the decision has not been served. */
function remediesOf(s: S): Remedies | null {
  const receivedOn = s.decision?.receivedOn ?? null;
  return receivedOn === null ? null : { receivedOn, first: false, disputes: disputesInHand(s), deferrals: s.deferrals };
}

/** The day from which the three months run. */
export function courtWindowFrom(s: S): LocalDate | null {
  const remedies = remediesOf(s);
  return remedies === null ? null : windowFrom(remedies);
}

/** Names the run of the three months that stands: each change of its beginning opens another. */
export function courtWindowKey(s: S): string {
  const later = s.deferrals.length + disputesInHand(s).filter((d) => d.until !== null).length;
  return runOf(decisionNo(s), later === 0 ? '' : `第${later}次变动后`);
}

const STEP = { does: 'step' } as const satisfies Partial<LifecycleRow<S, never>>;

export const ENFORCING: Lifecycle<S, EnforcingForms> = {
  urge: {
    ...STEP,
    ...office(LEADERS, COERCION_54, [NO_LETTER_IN_HAND, NOT_STAYED, OVERDUE]),
    label: '签发催告书',
    from: ['performing', 'urged'],
    to: 'urged',
    inputGuards: [ownNumber(ART_72)],
    number: (s, input) => (s === null ? null : numberOf(s.organId, SERIES.urging, input)),
    issues: (s, input, frame, facts) => urgingIssues(s, input, frame, facts),
    says: (s) => `${s.letters.at(-1)?.number ?? ''}催告书已签发；用印、送达。`,
  },
  agree: {
    ...office(LEADERS, COERCION_42, [OVERDUE]),
    does: 'entry',
    label: '登记执行协议',
    from: ['performing', 'urged'],
    to: 'stays',
    aside: true,
    inputGuards: [REDUCED_FOR_CAUSE, NOT_MORE_THAN_ACCRUED],
    says: () => '执行协议已登记；不履行协议的，恢复催告、申请强制执行。',
  },
  'apply-court': {
    ...STEP,
    ...office(LEADERS, COERCION_53, [NOT_STAYED, REMINDED, IN_WINDOW]),
    label: '申请法院强制执行',
    from: ['urged'],
    to: 'court',
    inputGuards: [WITH_MATERIALS],
    issues: (s, input, frame, facts) => applicationIssues(s, input, frame, facts),
    says: () => '强制执行申请书已生成；向人民法院提出申请后登记裁定。',
  },
  'end-execution': {
    ...STEP,
    ...office(LEADERS, COERCION_40, [NO_LETTER_IN_HAND]),
    label: '终结执行',
    from: ['performing', 'urged', 'court'],
    to: 'ended',
    aside: true,
    says: () => '已终结执行；等待结案。',
  },
};

export const ENFORCING_FOLDS: Folds<S, EnforcingForms> = {
  urge: (s, input, frame) => ({
    ...withLetter(s, 'urging', input, frame),
    urgings: [...s.urgings, { letterNo: s.letters.length + 1, on: frame.legalDate, receivedOn: null }],
  }),
  'apply-court': (s, input, frame) => ({
    ...s,
    enforcement: { appliedOn: frame.legalDate, court: input.court, ruling: null, ruledOn: null, refusedOn: null, appealedOn: null },
  }),
  agree: (s, { plan, waived }, frame) => ({
    ...s,
    agreements: [...s.agreements, { on: frame.legalDate, plan, waivedFen: waived ?? 0 }],
  }),
  'end-execution': (s, input, frame) => ({ ...s, ending: 'terminated', endedOn: frame.legalDate, endReason: input.reason }),
};
