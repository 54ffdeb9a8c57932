import { conditionsOf } from '../conditions.ts';
import { notHeavierThan, putRight, standingOf, standingTold, termsTold } from '../disputing/index.ts';
import type { InputOf } from '../form.ts';
import type { LocalDate } from '../local-date.ts';
import type { Folds, Guard, Lifecycle } from '../matter-kind.ts';
import { notBefore } from '../not-before.ts';
import { PENALTY_75 } from './articles.ts';
import type { CorrectingForms } from './forms.ts';
import { noLetterInHand, numberOf, ownNumber, withLetter } from './letters.ts';
import type { Executed } from './model.ts';
import { amendingIssues } from './papers.ts';
import type { ExecutingRoom } from './room.ts';

type OwnForms = Pick<CorrectingForms, 'correct-own'>;
type Own = InputOf<OwnForms['correct-own']>;

/**
 * 75¶2: the organ itself finds its decision wrong and puts it right. Decided by the chief; a heavier penalty is never a mere
 * change: the decision is revoked and made anew, with a notice of its own.
 */
export function correctingOwn<S extends Executed>(room: ExecutingRoom<S>): Lifecycle<S, OwnForms> {
  const { form } = conditionsOf<S>();
  const stands = form<null>('决定已经送达，仍然有效', PENALTY_75, ({ state }) => {
    const decision = room.decision(state);
    if (decision?.receivedOn == null) return ['not-served', '处罚决定还没有送达，没有可以变更、撤销的决定'];
    return decision.penalty !== null && !decision.stands ? ['revoked', '处罚决定已经被撤销或者确认无效'] : null;
  });
  const changeTold = form<Own>('变更的写明变更后的处罚', PENALTY_75, ({ input }) => standingTold(input.undoing, input));
  return {
    'correct-own': {
      ...room.office(['head'], PENALTY_75, [stands, noLetterInHand<S>()]),
      does: 'entry',
      group: '复议诉讼',
      label: '自行撤销、变更',
      from: room.statuses.correctable,
      to: (s) => s.status,
      aside: true,
      stepUp: true,
      inputGuards: [
        changeTold,
        termsTold<S, Own>(PENALTY_75),
        notHeavierThan<S, Own>(room.disputing, PENALTY_75, () => null),
        notBefore<S, Own>('处罚决定送达', PENALTY_75, (s) => room.decision(s)?.receivedOn ?? null),
        ownNumber<S, Own>(PENALTY_75),
      ],
      number: (s, input) => (s === null ? null : numberOf(s.organId, room.series.amending, input)),
      issues: (s, input, frame, facts) => amendingIssues(room, s, input, frame, facts),
      says: (s) => `${s.letters.at(-1)?.number ?? ''}已签发；用印、送达后生效。`,
    },
  };
}

export function correctingFolds<S extends Executed>(room: ExecutingRoom<S>): Folds<S, OwnForms> {
  return {
    'correct-own': (s, input, frame) => {
      const { via, undoing, cause, reason, redoBy } = input;
      const open = room.disputing.reopen(s);
      const told = { via, undoing, cause, words: reason, after: standingOf(input), redoBy };
      const amendment = { letterNo: s.letters.length + 1, on: frame.legalDate, ...told };
      return { ...withLetter(open, 'amending', input, frame), amendment };
    },
  };
}

/** Every 撤销、变更决定书 has reached the party: before that a case is not closed, for a closed one serves no letters. */
export function allAmended<S extends Executed>(): Guard<S, null> {
  return conditionsOf<S>().form<null>('撤销、变更决定书均已送达', PENALTY_75, ({ state }) =>
    state.amendment === null ? null : ['amending', '撤销、变更决定书还没有送达'],
  );
}

/** The letter has arrived: from that day on the decision no longer stands as it was made. */
export function amended<S extends Executed>(room: ExecutingRoom<S>, s: S, effectOn: LocalDate, number: string): S {
  const { amendment } = s;
  if (amendment === null) return s;
  const { letterNo: _, on: __, ...told } = amendment;
  const no = room.decision(s)?.no ?? 1;
  return putRight(room.disputing, { ...s, amendment: null }, no, { ...told, disputeNo: null, effectOn, document: number });
}
