import {
  type ExecutingForms,
  type ExecutingRoom,
  executing,
  executingFolds,
  type Folds,
  type Letter,
  type Lifecycle,
  type LocalDate,
  letterServed,
  type Taking,
} from '#law';
import { penaltyWords } from '../documents/parts.ts';
import { TEMPLATES } from '../documents.ts';
import { publicityOfCase } from '../facts-of-publicity.ts';
import { DECISION_PARTS } from '../forms-elsewhere.ts';
import type { OrdinaryPenalty, Status } from '../model.ts';
import { thingWords } from '../model-custody.ts';
import { LETTER_LABELS, type Payment } from '../model-execution.ts';
import { DISPUTING_ROOM } from './disputes.ts';
import { SERIES } from './letters.ts';
import { dueSum, fineOf, paidFen } from './money.ts';
import { decisionNo, disputesInHand, runOf } from './rounds.ts';
import { keepsLetter, unsigned } from './unsigned.ts';
import { HANDLERS, LEADERS, office, organ, SEALERS } from './who.ts';

type S = OrdinaryPenalty;

const INQUIRED = ['investigating', 'suspended', 'concluded', 'reviewing', 'notifying', 'told', 'hearing', 'deliberating'] as const;
const AFTER_DECISION = ['decided', 'performing', 'urged', 'court', 'ended'] as const;

/** Where a letter leaves the case once it has arrived. */
function afterService(s: S): Status {
  const kind = letterServed(s)?.kind;
  if (kind === 'notice') return 'told';
  if (kind === 'no-penalty') return 'ended';
  return kind === 'decision' ? 'performing' : s.status;
}

/** What comes once a letter has arrived, by its kind. */
const NEXT: Readonly<Record<string, string>> = {
  preservation: '登记保存之日起七个工作日内作出处理决定。',
  correction: '到期复查改正情况。',
  notice: '陈述、申辩的期限起算。',
  decision: '履行、救济的期限起算。',
  'no-penalty': '本案待结案。',
  transfer: '等候受移送机关的处理结果。',
};
const LABELS: Readonly<Record<string, string>> = LETTER_LABELS;

/** A notice with the right to a hearing bears another name. */
function letterName(s: S, { kind, no }: Letter): string {
  const isHearing = s.notices.some((n) => n.letterNo === no && n.hearing);
  return isHearing ? '行政处罚听证告知书' : (LABELS[kind] ?? kind);
}

/** What the letter was about now has the day from which periods run. */
function arrived(s: S, { kind, no }: Letter, receivedOn: LocalDate): S {
  if (kind === 'notice') return { ...s, notices: s.notices.map((one) => (one.letterNo === no ? { ...one, receivedOn } : one)) };
  if (s.decision === null || s.decision.letterNo !== no) return s;
  const decided: S = { ...s, decision: { ...s.decision, receivedOn } };
  return kind === 'no-penalty' ? { ...decided, ending: 'not-punished', endedOn: receivedOn } : decided;
}

const isTaken = (p: Payment): boolean => p.channel === 'on-spot';
const takingOf = ({ on, landedOn = null, handedInOn = null, bankedOn = null }: Payment): Taking => ({ on, landedOn, handedInOn, bankedOn });

/** Money taken upon every decision of the case: what a revoked one brought goes to the bank as well. */
function takings(s: S): readonly Taking[] {
  return [...s.rounds.flatMap((r) => r.payments), ...s.payments].filter(isTaken).map(takingOf);
}
function withTaking(s: S, index: number, done: Partial<Taking>): S {
  let at = -1;
  const marked = (payments: readonly Payment[]): readonly Payment[] =>
    payments.map((p) => {
      if (!isTaken(p)) return p;
      at += 1;
      return at === index ? { ...p, ...done } : p;
    });
  return { ...s, rounds: s.rounds.map((r) => ({ ...r, payments: marked(r.payments) })), payments: marked(s.payments) };
}

/** How the decisions of an ordinary case are served, carried out, published and put right. */
export const EXECUTING_ROOM: ExecutingRoom<S> = {
  office,
  handlers: HANDLERS,
  leaders: LEADERS,
  sealers: organ(SEALERS),
  disputing: DISPUTING_ROOM,
  statuses: {
    performing: ['performing', 'urged'],
    urged: 'urged',
    court: 'court',
    published: AFTER_DECISION,
    lettered: [...INQUIRED, ...AFTER_DECISION, 'transferred'],
    confirming: [
      ...(['investigating', 'concluded', 'reviewing', 'notifying', 'told', 'hearing', 'deliberating'] as const),
      ...(['decided', 'performing', 'urged'] as const),
    ],
    correctable: ['performing', 'urged', 'court', 'ended', 'closed', 'archived'],
    collected: DISPUTING_ROOM.following,
  },
  series: SERIES,
  reconsiderationFirst: false,
  // One that was told of without its contents is taken for complete.
  rightsTold: (s) => s.told?.decisions[decisionNo(s) - 1]?.lacks?.includes(DECISION_PARTS.remedies) !== true,
  decision: (s) => {
    const { decision } = s;
    if (decision === null) return null;
    const letter = s.letters.find(({ no }) => no === decision.letterNo);
    return {
      ...{ no: decisionNo(s), number: letter?.number ?? '', documentId: letter?.documentId || null },
      ...{ on: decision.on, receivedOn: decision.receivedOn, stands: s.ending !== 'revoked' },
      penalty: decision.penalty === null ? null : penaltyWords(s, decision.penalty),
    };
  },
  templates: TEMPLATES,
  money: (s) => ({ fineFen: fineOf(s), dueFen: dueSum(s), payments: s.payments, paidFen: paidFen(s), receipts: s.payments }),
  disputes: disputesInHand,
  publicity: publicityOfCase,
  isOtherwiseOpen: (s) =>
    (s.decision?.penalty?.kinds ?? []).some((kind) => !['CF01', 'CF02', 'CF03', 'CF04'].includes(kind)) && s.performedOtherwise === null,
  thingWords,
  handlerIds: (s) => s.handlerIds,
  runOf: (s, key) => runOf(decisionNo(s), key),
  afterService,
  arrived,
  letterName,
  letterTo: (s, { kind }) => (kind === 'transfer' ? s.transferTo : null),
  afterArrival: ({ kind }) => NEXT[kind] ?? '',
  takings,
  withTaking,
  keepsLetter,
  unsigned,
  settled: (s) => s.status,
};

export const EXECUTION: Lifecycle<S, ExecutingForms> = executing(EXECUTING_ROOM);
export const EXECUTION_FOLDS: Folds<S, ExecutingForms> = executingFolds(EXECUTING_ROOM);
