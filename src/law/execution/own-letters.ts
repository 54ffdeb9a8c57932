import type { LocalDate } from '../local-date.ts';
import { amended } from './correcting-own.ts';
import type { Letter } from './letters.ts';
import type { Executed } from './model.ts';
import { rectified } from './rectifying.ts';
import { RECTIFYING, RECTIFYING_NAME } from './rectifying-paper.ts';
import type { ExecutingRoom } from './room.ts';
import type { ServingRoom } from './serving-room.ts';

/** How the letters of a penalty reach its party: those of carrying a decision out do what they do in every kind, the others what the kind says. */
export function withOwnLetters<S extends Executed>(room: ExecutingRoom<S>): ServingRoom<S> {
  return {
    ...room,
    letterName: (s, letter) => (letter.kind === RECTIFYING ? RECTIFYING_NAME : room.letterName(s, letter)),
    arrived: (s, letter, receivedOn) => arrived(room, s, letter, receivedOn),
    afterArrival: (letter) => afterArrival(room, letter),
  };
}

function afterArrival<S extends Executed>(room: ExecutingRoom<S>, letter: Letter): string {
  if (letter.kind === 'urging') return '十个工作日后仍不履行的，可以申请强制执行。';
  if (letter.kind === RECTIFYING) return '与原决定书一并使用；已经公示的决定一并更正。';
  if (letter.kind === 'amending') return '原决定自送达之日起撤销、变更；按待办撤回公示、退还款物。';
  return room.afterArrival(letter);
}

/** What the letter was about now has the day from which periods run. */
function arrived<S extends Executed>(room: ExecutingRoom<S>, s: S, letter: Letter, receivedOn: LocalDate): S {
  if (letter.kind === RECTIFYING) return rectified(s, letter.no, receivedOn);
  if (letter.kind === 'amending') return amended(room, s, receivedOn, letter.number);
  if (letter.kind === 'urging')
    return { ...s, urgings: s.urgings.map((one) => (one.letterNo === letter.no ? { ...one, receivedOn } : one)) };
  return room.arrived(s, letter, receivedOn);
}
