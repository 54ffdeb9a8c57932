import {
  ENDS_PENALTY,
  type ExecutingForms,
  type ExecutingRoom,
  executing,
  executingFolds,
  type Folds,
  type Letter,
  type Lifecycle,
  withoutReminder,
  yuan,
} from '#law';
import { TEMPLATES } from '../documents.ts';
import { publicityOfCase } from '../facts-of-publicity.ts';
import { fineOf, LETTER_LABELS, next, PENALTY_LABELS, paidFen, type SummaryPenalty, surchargePaidFen } from '../model.ts';
import { DISPUTING_ROOM } from './disputes.ts';
import { HANDLERS, LEADERS, office, SEALERS } from './who.ts';

type S = SummaryPenalty;

const AFTER_DELIVERY = ['delivered', 'recorded', 'urged', 'court', 'settled'] as const;
const LABELS: Readonly<Record<string, string>> = LETTER_LABELS;

/** 处罚种类：罚款。罚款100元。 */
function penaltyWords({ decision }: S): string {
  if (decision === null) return '';
  const fine = decision.fineFen === 0 ? '' : `罚款数额：${yuan(decision.fineFen)}。`;
  return `处罚种类：${PENALTY_LABELS[decision.penalty]}。${fine}`;
}

/** How a decision made on the spot is carried out, published and put right once it has been handed over. */
export const EXECUTING_ROOM: ExecutingRoom<S> = {
  office,
  handlers: HANDLERS,
  leaders: LEADERS,
  sealers: [{ as: 'organ', roles: SEALERS }],
  disputing: DISPUTING_ROOM,
  statuses: {
    performing: ['recorded', 'urged'],
    urged: 'urged',
    court: 'court',
    published: AFTER_DELIVERY,
    lettered: [...AFTER_DELIVERY, 'remaking'],
    confirming: AFTER_DELIVERY,
    correctable: [...AFTER_DELIVERY, 'closed', 'archived'],
    collected: [...AFTER_DELIVERY, 'remaking'],
  },
  series: { urging: '当罚催', amending: '当罚更' },
  reconsiderationFirst: true,
  // What a form of another system says is not told.
  rightsTold: () => true,
  decision: (s) =>
    s.decision === null
      ? null
      : {
          ...{
            no: 1,
            number: s.decision.number,
            documentId: s.decision.documentId || null,
            on: s.decision.on,
            receivedOn: s.delivery?.on ?? null,
            penalty: penaltyWords(s),
          },
          stands: !s.redresses.some((c) => ENDS_PENALTY.includes(c.undoing)),
        },
  templates: TEMPLATES,
  money: (s) => ({
    fineFen: fineOf(s),
    dueFen: fineOf(s),
    payments: [...(s.collection === null ? [] : [s.collection]), ...s.payments],
    paidFen: paidFen(s) + surchargePaidFen(s),
    receipts: [
      ...(s.collection === null ? [] : [s.collection]),
      ...s.payments.map(({ on, fen, surchargeFen }) => ({ on, fen: fen + surchargeFen })),
    ],
  }),
  disputes: (s) => s.disputes,
  publicity: publicityOfCase,
  isOtherwiseOpen: () => false,
  handlerIds: (s) => s.officerIds,
  runOf: (_, key) => key,
  afterService: next,
  arrived: (s) => s,
  letterName: (_, { kind }: Letter) => LABELS[kind] ?? kind,
  letterTo: () => null,
  afterArrival: () => '',
  takings: (s) => (s.collection === null ? [] : [s.collection]),
  withTaking: (s, _, done) => (s.collection === null ? s : { ...s, collection: { ...s.collection, ...done } }),
  // All its letters are those of carrying the decision out: that one was handed over on the spot.
  keepsLetter: () => null,
  unsigned: (s) => s,
  settled: next,
};

export function settledQuietly(s: S): S {
  return next(s) === 'settled' ? withoutReminder(s) : s;
}

export const EXECUTION: Lifecycle<S, ExecutingForms> = executing(EXECUTING_ROOM);
export const EXECUTION_FOLDS: Folds<S, ExecutingForms> = executingFolds(EXECUTING_ROOM);
