import { conditionsOf } from '../conditions.ts';
import type { Folds, Lifecycle } from '../matter-kind.ts';
import { notBefore } from '../not-before.ts';
import { PENALTY_61 } from './articles.ts';
import type { VoidingForms } from './forms.ts';
import { type Letter, letterInHand, paperInHand, withoutLetter } from './letters.ts';
import type { Executed } from './model.ts';
import { RECTIFYING } from './rectifying-paper.ts';
import type { ExecutingRoom } from './room.ts';

/**
 * 作废: a letter that has been signed and has not gone out binds nobody yet (处罚法 61), and is taken back by whoever signs. Its number
 * stays taken. Once a notice to the public has been put out, or the letter has arrived, it is changed or revoked instead (75¶2).
 */
export function voiding<S extends Executed>(room: ExecutingRoom<S>): Lifecycle<S, VoidingForms> {
  const inHand = conditionsOf<S>().form<null>('有尚未送达、可以作废的文书', PENALTY_61, ({ state, reported }) => {
    const letter = letterInHand(state);
    if (letter === null) return ['no-letter', '没有尚未送达的文书'];
    // What was made here cannot have been voided anywhere else: telling would take the leader's decision out of its case.
    if (reported === true && !letter.elsewhere) return ['made-here', `${letter.number}由平台签发，由负责人在平台上作废，不能补录`];
    if (letter.announced !== undefined) return ['announced', `${letter.number}已经发出公告，不能作废；送达后依法变更、撤销`];
    return isOfExecution(letter) ? null : room.keepsLetter(state, letter);
  });
  return {
    'void-letter': {
      ...room.office(room.leaders, PENALTY_61, [inHand]),
      does: 'step',
      label: '作废尚未送达的文书',
      from: room.statuses.lettered,
      to: (s) => s.status,
      aside: true,
      stepUp: true,
      inputGuards: [notBefore('签发文书', PENALTY_61, (s: S) => letterInHand(s)?.signedOn ?? null)],
      documents: 'void',
      marked: paperInHand,
      says: (s) => `${s.letters.findLast(({ lapsed }) => lapsed === true)?.number ?? ''}已作废，没有送达当事人，文号不再使用。`,
    },
  };
}

export function voidingFolds<S extends Executed>(room: ExecutingRoom<S>): Folds<S, VoidingForms> {
  return { 'void-letter': (s) => withoutSigned(room, s) };
}

/** The case without the letter in hand and without what signing it has changed. */
function withoutSigned<S extends Executed>(room: ExecutingRoom<S>, s: S): S {
  const letter = letterInHand(s);
  if (letter === null) return s;
  // What was tried to serve it tells nothing about the next letter.
  const without: S = { ...withoutLetter(s), failedServices: [] };
  return isOfExecution(letter) ? undone(room, without, letter) : room.unsigned(without, letter);
}

const OF_EXECUTION: readonly string[] = ['urging', 'amending', RECTIFYING];
const isOfExecution = ({ kind }: Letter): boolean => OF_EXECUTION.includes(kind);

function undone<S extends Executed>({ statuses }: ExecutingRoom<S>, s: S, { kind, no }: Letter): S {
  if (kind === 'amending') return { ...s, amendment: null };
  if (kind === RECTIFYING) return { ...s, rectifications: (s.rectifications ?? []).filter(({ letterNo }) => letterNo !== no) };
  const urgings = s.urgings.filter(({ letterNo }) => letterNo !== no);
  const status = s.status === statuses.urged && urgings.length === 0 ? statuses.performing.find((one) => one !== statuses.urged) : s.status;
  return { ...s, urgings, status: status ?? s.status };
}
