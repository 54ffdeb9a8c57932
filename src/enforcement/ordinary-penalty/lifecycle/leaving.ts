import { cite, type Folds, type InputOf, type Lifecycle, type LifecycleRow, type LocalDate, redone, type Stop } from '#law';
import { transferIssues, withdrawalIssues } from '../documents/leaving.ts';
import { FORMS } from '../forms.ts';
import type { OrdinaryPenalty, Status } from '../model.ts';
import { ART_27, ART_57 } from './articles.ts';
import { handlersNeeded, law, notRecused, PRESERVATIONS_SETTLED, twoOfficers } from './conditions.ts';
import { numberOf, ownNumber, SERIES, withLetter } from './letters.ts';
import { putDown } from './put-down.ts';
import { unsent } from './unsigned.ts';
import { HANDLERS, HEADS, LEADERS, office } from './who.ts';

type S = OrdinaryPenalty;

const { 'report-crime': reportCrime, 'keep-crime': keepCrime } = FORMS;
const { transfer, 'take-back': takeBack, 'transfer-decided': transferDecided } = FORMS;
const { 'transfer-settled': transferSettled, 'withdraw-case': withdrawCase } = FORMS;
const LEAVING_FORMS = {
  'report-crime': reportCrime,
  'keep-crime': keepCrime,
  transfer,
  'take-back': takeBack,
  'transfer-decided': transferDecided,
  'transfer-settled': transferSettled,
  'withdraw-case': withdrawCase,
};
type LeavingForms = typeof LEAVING_FORMS;

/** T02, 移送规定 5: the chief of the organ, or who presides over its work, decides on what may be a crime; nobody else. */
const BY_CHIEF = law<InputOf<LeavingForms['transfer']>>(
  '涉嫌犯罪的移送由正职负责人或者主持工作的负责人决定',
  ART_27,
  ({ input, actor, reported }) =>
    reported === true || !input.criminal || actor.role === 'head'
      ? null
      : ['not-chief', '涉嫌犯罪案件是否移送，由本机关正职负责人或者主持工作的负责人决定（《行政执法机关移送涉嫌犯罪案件的规定》第五条）'],
);

/** 移送规定 5: what is decided on is the written report of the officers, once. */
const REPORTED = law<null>('办案人员已经提出移送报告，还没有决定', ART_27, ({ state }) =>
  isCrimeOpen(state)
    ? null
    : ['no-crime-report', '没有等待决定的移送报告，先由两名以上办案人员提出书面报告（《行政执法机关移送涉嫌犯罪案件的规定》第五条）'],
);
const NOT_REPORTED = law<null>('没有等待决定的移送报告', ART_27, ({ state }) =>
  isCrimeOpen(state) ? ['crime-reported', '移送报告已经提出，等待主要负责人决定'] : null,
);

/** A report of a crime on which nobody has decided yet. */
export function isCrimeOpen({ told }: S): boolean {
  return told?.crimeReport != null && told.crimeReport.kept === null;
}

/** It cannot have decided before it was handed the case, and what it will decide is not known yet. */
const DECIDED_SINCE = law<{ readonly decidedOn?: LocalDate | null }>(
  '受移送机关的决定在移送以后作出',
  cite('实施细则', 20, 2),
  ({ state, input: { decidedOn }, legalDate }) =>
    decidedOn == null || state.transferredOn === null || (decidedOn >= state.transferredOn && decidedOn <= legalDate)
      ? null
      : ['decided-otherwise', `受移送机关作出决定的日期应当在移送（${state.transferredOn}）以后、不晚于登记之日`],
);

/** 移送规定 11: a penalty, or any other end of the case, does not take the place of what the chief has been asked to decide. */
export const CRIME_DECIDED = law<null>('涉嫌犯罪的移送报告已经决定', ART_27, ({ state }) => undecidedCrime(state));
const NOT_ELSEWHERE = law<InputOf<LeavingForms['transfer']>>('涉嫌犯罪的移送报告已经决定', ART_27, ({ state, input }) =>
  input.criminal ? null : undecidedCrime(state),
);

function undecidedCrime(s: S): Stop {
  return isCrimeOpen(s)
    ? [
        'crime-open',
        '涉嫌犯罪的移送报告还没有决定，先由主要负责人决定是否移送；不得以行政处罚代替移送（《行政执法机关移送涉嫌犯罪案件的规定》第五条、第十一条）',
      ]
    : null;
}

const STEP = { does: 'step' } as const satisfies Partial<LifecycleRow<S, never>>;

/** From where a case may be handed to another organ: what may be a crime is found at any stage, and its three days wait for none (移送规定 3, 5). */
export const BEFORE_DECISION: readonly Status[] = [
  ...(['clue', 'filing', 'investigating', 'suspended', 'concluded'] as const),
  ...(['reviewing', 'notifying', 'told', 'hearing', 'deliberating'] as const),
];
/** Aside of the way of the case, which goes on from where it was. */
const IN_PASSING = { ...STEP, from: BEFORE_DECISION, to: (s: S) => s.status, aside: true } as const satisfies Partial<
  LifecycleRow<S, never>
>;

/** Two of the four results of 处罚法 57: the case goes to another organ, or is withdrawn. */
export const LEAVING: Lifecycle<S, LeavingForms> = {
  'report-crime': {
    ...IN_PASSING,
    ...office(HANDLERS, ART_27, [NOT_REPORTED]),
    label: '报告涉嫌犯罪，提请移送',
    inputGuards: [twoOfficers((i) => i.officers), notRecused((i) => i.officers)],
    says: () => '移送报告已提出；由主要负责人在三日内决定是否移送。',
  },
  'keep-crime': {
    ...IN_PASSING,
    ...office(HEADS, ART_27, [REPORTED]),
    label: '决定不移送涉嫌犯罪案件',
    says: () => '不移送的理由已记录在案；本案继续办理。',
  },
  transfer: {
    ...STEP,
    // What is to be handed on waits for no letter to the party: that one is served afterwards.
    ...office(LEADERS, ART_27),
    label: '移送其他机关',
    from: BEFORE_DECISION,
    to: 'transferred',
    aside: true,
    inputGuards: [BY_CHIEF, NOT_ELSEWHERE, ownNumber(ART_27)],
    needs: handlersNeeded,
    number: (s, input) => (s === null ? null : numberOf(s.organId, SERIES.transfer, input)),
    issues: (s, input, frame, facts) => transferIssues(s, input, frame, facts),
    says: (s) => `${s.letters.at(-1)?.number ?? ''}移送书已签发；用印、送达受移送机关，收到处理结果后登记。`,
  },
  'take-back': {
    ...STEP,
    ...office(LEADERS, ART_27),
    label: '退回后继续办理',
    from: ['transferred'],
    to: (s) => (s.filedOn === null ? 'clue' : 'investigating'),
    aside: true,
    says: () => '受移送机关不予受理或者退回，本案继续办理。',
  },
  'transfer-decided': {
    ...STEP,
    ...office(HANDLERS, ART_27),
    label: '登记受移送机关已经作出决定',
    from: ['transferred'],
    to: 'transferred',
    aside: true,
    inputGuards: [DECIDED_SINCE],
    says: () => '受移送机关的决定日期已登记；等待其书面告知（自决定之日起二十日内）。',
  },
  'transfer-settled': {
    ...STEP,
    ...office(HANDLERS, ART_27),
    inputGuards: [DECIDED_SINCE],
    label: '登记移送结果',
    from: ['transferred'],
    to: 'ended',
    says: () => '移送结果已登记；等待结案。',
  },
  'withdraw-case': {
    ...STEP,
    ...office(LEADERS, ART_57, [PRESERVATIONS_SETTLED, CRIME_DECIDED]),
    label: '撤销立案',
    from: ['investigating', 'concluded', 'hearing', 'deliberating'],
    to: 'ended',
    aside: true,
    needs: handlersNeeded,
    issues: (s, input, frame, facts) => withdrawalIssues(s, input, frame, facts),
    says: () => '违法事实不能成立，已撤销立案；等待结案。',
  },
};

export const LEAVING_FOLDS: Folds<S, LeavingForms> = {
  'report-crime': (s) => s,
  'keep-crime': (s) => s,
  transfer: (s, input, frame) => ({
    ...withLetter(putDown(s, frame.legalDate), 'transfer', input, frame),
    redresses: redone(s.redresses, frame.legalDate),
    clueEndedOn: s.clueEndedOn ?? frame.legalDate,
    ending: 'transferred',
    transferredOn: frame.legalDate,
    transferTo: input.to,
    endReason: input.reason,
  }),
  'take-back': (s, _, frame) => ({
    ...arrived(s, frame.legalDate),
    // What was to be made anew is so again: handing it on was its end only as long as it stayed away.
    redresses: s.redresses.map((c) => (c.undoing === 'remake' && c.redoneOn === s.transferredOn ? { ...c, redoneOn: null } : c)),
    ending: null,
    transferredOn: null,
    transferTo: null,
    endReason: null,
    // A clue is looked into again before its filing is proposed anew, as where the proposal itself was returned.
    ...(s.filedOn === null ? { clueEndedOn: null, proposedBy: null, proposedOn: null, proposal: null } : {}),
  }),
  'transfer-decided': (s) => s,
  'transfer-settled': (s, input, frame) => ({ ...arrived(s, frame.legalDate), endedOn: frame.legalDate, endReason: input.result }),
  'withdraw-case': (s, input, frame) => ({
    ...unsent(putDown(s, frame.legalDate), true),
    redresses: redone(s.redresses, frame.legalDate),
    ending: 'withdrawn',
    endedOn: frame.legalDate,
    endReason: input.reason,
  }),
};

/** Whoever answers has had the letter, whether or not its service was told. */
function arrived(s: S, on: S['openedOn']): S {
  return { ...s, letters: s.letters.map((l) => (l.kind === 'transfer' && l.receivedOn === null ? { ...l, receivedOn: on } : l)) };
}
