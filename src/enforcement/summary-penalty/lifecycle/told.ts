import { type ActFrame, dayOfInstant, type Folds, type InputOf } from '#law';
import type { Forms } from '../forms.ts';
import type { SummaryPenalty } from '../model.ts';
import type { Told } from '../model-told.ts';

type S = SummaryPenalty;
type Act = keyof Forms & string;
type Fold = (s: S | null, input: never, frame: ActFrame) => S;
type Notes = { readonly [A in Act]?: (told: Told, input: InputOf<Forms[A]>, s: S | null) => Told };
type Note = (told: Told, input: never, s: S | null) => Told;

/** `s`: the case before the act. */
const NOTES: Notes = {
  open: (told, { cardShown }) => ({ ...told, cardShown }),
  hear: (told, { told: informed }, s) => ({
    ...told,
    informed,
    proposedFirst: told.proposedFirst ?? (s?.hearing?.made === true ? s.hearing.proposed : null),
  }),
  decide: (told, { notFree }) => ({ ...told, notFree }),
};

/** The folds of the case, each also noting what rules ask of its act. `labelOf`: what an act is called. */
export function noting(folds: Folds<S, Forms>, labelOf: (act: Act) => string): Folds<S, Forms> {
  const wrapped = Object.entries<Fold>(folds as never).map(([act, fold]) => {
    const known = act as Act;
    const note = NOTES[known] as Note | undefined;
    const noted: Fold = (s, input, frame) => {
      const told = noteAct(s, frame, labelOf(known), (before) => note?.(before, input, s) ?? before);
      return told === null ? fold(s, input, frame) : { ...fold(s, input, frame), told };
    };
    return [act, noted] as const;
  });
  return Object.fromEntries(wrapped) as never;
}

/** null: a case that was begun before anything was noted stays unknown to the end. */
function noteAct(s: S | null, frame: ActFrame, what: string, note: (told: Told) => Told): Told | null {
  const recordedOn = dayOfInstant(frame.recordedAt);
  const first = { elsewhere: false, late: [], cardShown: false, informed: null, notFree: null, proposedFirst: null };
  const before = s === null ? { ...first, lastOn: recordedOn } : s.told;
  if (before === undefined) return null;
  const told = note(before);
  const begunHere = told.begunHere === true || (s === null && frame.mode === 'performed');
  const isOfPerson = frame.mode === 'performed' || (begunHere && frame.actor.role !== 'machine');
  const isLate = isOfPerson && frame.legalDate < recordedOn;
  return {
    ...told,
    ...(begunHere ? { begunHere } : {}),
    lastOn: recordedOn,
    elsewhere: told.elsewhere || frame.mode === 'reported',
    late: isLate ? [...told.late, { what, on: frame.legalDate, recordedOn }] : told.late,
  };
}
