import {
  conditionsOf,
  type DecisionInDispute,
  type DisputingForms,
  type DisputingRoom,
  disputing,
  disputingFolds,
  ENDS_PENALTY,
  type Folds,
  type Lifecycle,
  type Redress,
  redone,
  remakingOf,
  type Standing,
} from '#law';
import type { Forms } from '../forms.ts';
import { kindsOf, next, type OnTheSpot, paidFen, type SummaryPenalty, surchargePaidFen } from '../model.ts';
import { ART_57, ART_71 } from './articles.ts';
import { HANDLERS, LEADERS, office } from './who.ts';

type S = SummaryPenalty;

function inDispute(s: S): DecisionInDispute | null {
  const { decision, delivery } = s;
  if (decision === null || s.status === 'remaking') return null;
  const standing = {
    ...{ kinds: kindsOf(decision.penalty), fineFen: decision.fineFen === 0 ? null : decision.fineFen },
    ...{ incomeFen: null, goodsFen: null, content: '' },
  };
  return {
    no: 1,
    receivedOn: delivery?.on ?? null,
    standing,
    paidFen: paidFen(s) + surchargePaidFen(s),
    carriedOut: false,
    published: null,
  };
}

/** A case that was closed is open again until what has come up is settled. */
function reopen(s: S): S {
  if (s.status !== 'closed' && s.status !== 'archived') return s;
  return {
    ...s,
    status: 'settled',
    closedOn: null,
    archive: null,
    archivedBefore: [...s.archivedBefore, ...(s.archive === null ? [] : [s.archive])],
  };
}

/** What becomes of the decision: made anew it can only be in the ordinary procedure, for the spot and its day are gone. */
function undo(s: S, redress: Redress): S {
  const { decision } = s;
  const { undoing, effectOn, words } = redress;
  if (decision === null) return s;
  if (undoing === 'remake') return { ...s, status: 'remaking' };
  if (ENDS_PENALTY.includes(undoing)) return moved({ ...s, ended: s.ended ?? { on: effectOn, reason: words } });
  if (undoing !== 'changed' && undoing !== 'partly') return s;
  const [penalty, fineFen] = [penaltyFrom(redress.after), redress.after?.fineFen ?? 0];
  const original = decision.original ?? { penalty: decision.penalty, fineFen: decision.fineFen };
  return moved({ ...s, decision: { ...decision, penalty, fineFen, original } });
}

const moved = (s: S): S => ({ ...s, status: next(s) });

function penaltyFrom(standing: Standing | null): OnTheSpot {
  const isFined = fineFenOf(standing) > 0;
  if (!isFined) return 'warning';
  return standing?.kinds.includes('CF01') === true ? 'both' : 'fine';
}
const fineFenOf = (standing: Standing | null): number => standing?.fineFen ?? 0;

const FOLLOWING = ['delivered', 'recorded', 'settled', 'remaking'] as const;
const ROOM: DisputingRoom<S> = {
  office,
  handlers: HANDLERS,
  leaders: LEADERS,
  disputable: ['delivered', 'recorded', 'settled', 'closed', 'archived'],
  following: FOLLOWING,
  decision: inDispute,
  reopen,
  undo,
};

type Disputing = Omit<DisputingForms, 'withdraw-publication'>;
type Remade = Pick<Forms, 'remade'>;
const { 'withdraw-publication': _row, ...ROWS } = disputing(ROOM);
const { 'withdraw-publication': _fold, ...ROOM_FOLDS } = disputingFolds(ROOM);
const { form } = conditionsOf<S>();
/** 71: what officers have taken goes to the bank, whatever becomes of the decision. */
const BANKED = form<null>('当场收缴的罚款已经缴付银行', ART_71, ({ state }) =>
  state.collection === null || state.collection.bankedOn !== null ? null : ['not-banked', '当场收缴的罚款还没有缴付指定银行'],
);
const DONE_SINCE = form<{ readonly on: S['openedOn'] }>('重新处理在撤销之后', ART_57, ({ state, input, legalDate }) => {
  const from = remakingOf(state)?.effectOn ?? input.on;
  return input.on < from || input.on > legalDate ? ['remade-on', '重新处理的日期应当在撤销生效日期和登记日期之间'] : null;
});

export const DISPUTES: Lifecycle<S, Disputing & Remade> = {
  ...ROWS,
  remade: {
    ...office(HANDLERS, ART_57, [BANKED]),
    label: '登记重新处理的结果',
    does: 'step',
    from: ['remaking'],
    to: 'settled',
    inputGuards: [DONE_SINCE],
    says: () => '重新处理的结果已登记；待结案。',
  },
};

export const DISPUTES_FOLDS: Folds<S, Disputing & Remade> = {
  ...ROOM_FOLDS,
  remade: (s, { on, number, result }) => ({
    ...s,
    redresses: redone(s.redresses, on),
    ended: { on, reason: number === null ? result : `${result}（${number}）` },
  }),
};
