import { type ActFrame, dayOfInstant, type Folds, type InputOf, type LocalDate, letterInHand } from '#law';
import type { FORMS, Forms } from '../forms.ts';
import { DECISION_PARTS, NOTICE_PARTS } from '../forms-elsewhere.ts';
import type { OrdinaryPenalty } from '../model.ts';
import type { Told } from '../model-told.ts';
import { triesOf } from './hearing-notice.ts';

type S = OrdinaryPenalty;
type Act = keyof Forms & string;
type Of<A extends Act> = InputOf<(typeof FORMS)[A]>;
type Notes = { readonly [A in Act]?: (told: Told, input: Of<A>, frame: ActFrame, s: S) => Told };

const STATUTORY = { reconsiderDays: 60, suitMonths: 6 };

const NOTHING: Omit<Told, 'lastOn'> = {
  ...{ elsewhere: false, deeds: [], visits: [], late: [], inPlace: null, approvers: [], notices: [], reviewsElsewhere: [], decisions: [] },
  ...{ hearing: { how: null, closedReason: false, transcript: null }, services: {}, onSpot: [], crime: null, answered: null },
};

type Visit = {
  readonly officers: readonly string[];
  readonly shown: boolean;
  readonly unsigned: string | null;
  readonly papers?: readonly string[] | null;
};

function deed(told: Told, what: string, { legalDate: on }: ActFrame, officerIds: readonly string[]): Told {
  return { ...told, deeds: [...told.deeds, { what, on, officerIds }] };
}

function visit(told: Told, what: string, frame: ActFrame, { officers, shown, unsigned, papers }: Visit): Told {
  const signed = unsigned !== null || (papers ?? []).length > 0;
  const next = deed(told, what, frame, officers);
  return { ...next, visits: [...told.visits, { what, on: frame.legalDate, shown, signed }] };
}

/** What a paper from elsewhere left out, as far as its sender has told what it says; the platform's own leaves nothing out. */
function left(parts: Readonly<Record<string, string>>, states: readonly string[] | null, { mode }: ActFrame): readonly string[] | null {
  if (mode !== 'reported') return [];
  return states === null ? null : Object.keys(parts).flatMap((part) => (states.includes(part) ? [] : [parts[part] ?? part]));
}

function served(told: Told, publishedOn: LocalDate | null, s: S): Told {
  const letter = letterInHand(s);
  if (letter === null) return told;
  return { ...told, services: { ...told.services, [letter.no]: { attempts: s.failedServices.length, publishedOn } } };
}

/** `s`: the case before the act. */
const NOTES: Notes = {
  // Whoever came with a case from the spot need not be named again.
  'propose-filing': (told, { region, jurisdiction, handlers }, frame, s) => ({
    ...deed(told, '提请立案的承办人', frame, handlers ?? s.handlerIds),
    inPlace: (region ?? null) === null && (jurisdiction ?? null) === null ? null : !(frame.doubts ?? []).includes('jurisdiction'),
  }),
  evidence: (told, { officers }, frame) => deed(told, '取证', frame, officers),
  question: (told, input, frame) => visit(told, '询问', frame, input),
  inspect: (told, input, frame) => visit(told, '检查、勘验', frame, input),
  sample: (told, { officers }, frame) => deed(told, '抽样取证', frame, officers),
  preserve: (told, { officers, approver }, frame) => {
    const by = frame.mode === 'reported' ? (approver ?? null) : 'head';
    return { ...deed(told, '先行登记保存', frame, officers), approvers: [...told.approvers, by] };
  },
  conclude: (told, _, frame, s) => deed(told, '调查终结的承办人', frame, s.handlerIds),
  'check-correction': (told, { officers }, frame) => deed(told, '复查改正情况', frame, officers),
  notify: (told, { states }, frame) => ({ ...told, notices: [...told.notices, left(NOTICE_PARTS, states ?? null, frame)] }),
  review: (told, _, { mode }) => ({ ...told, reviewsElsewhere: [...told.reviewsElsewhere, mode === 'reported'] }),
  'notify-hearing': (told, { closedReason }) => ({ ...told, hearing: { ...told.hearing, closedReason: closedReason !== null } }),
  'serve-hearing': (told, input, _, s) => {
    const { how, publishedOn } = input;
    const { announced: _before, ...hearing } = told.hearing;
    const announced = { publishedOn: publishedOn ?? null, attempts: triesOf(s, input) };
    return { ...told, hearing: { ...hearing, how, ...(how === 'public' ? { announced } : {}) } };
  },
  'hold-hearing': (told, { signed, unsigned }) => ({ ...told, hearing: { ...told.hearing, transcript: signed || unsigned !== null } }),
  decide: (told, { states, reconsiderDays, suitMonths, correction }, frame) => {
    const lacks = left(DECISION_PARTS, states ?? null, frame);
    const own = frame.mode === 'reported' ? { reconsiderDays: reconsiderDays ?? null, suitMonths: suitMonths ?? null } : STATUTORY;
    return { ...told, decisions: [...told.decisions, { lacks, ...own, corrected: correction.length >= SHORTEST }] };
  },
  announce: (told, { on }, _, s) => served(told, on, s),
  // How often it had failed before the notice was told with the notice.
  serve: (told, { publishedOn, how }, _, s) =>
    how === 'public' && letterInHand(s)?.announced !== undefined ? told : served(told, publishedOn, s),
  'void-letter': withoutVoided,
  pay: (told, { amount: fen, channel, onSpot }, { legalDate: on }) =>
    channel === 'on-spot' || channel === 'own-account'
      ? { ...told, onSpot: [...told.onSpot, { on, fen, ground: channel === 'on-spot' ? onSpot : 'own-account' }] }
      : told,
  transfer: (told, { criminal, reportedOn, decidedBy }, { legalDate: on, mode, actor }, s) => {
    if (!criminal) return { ...told, crime: null, answered: null };
    const crime = {
      letterNo: s.letters.length + 1,
      on,
      reportedOn: reportedOn ?? told.crimeReport?.on ?? null,
      byChief: byChief(decidedBy, mode, actor),
    };
    return { ...told, crime, answered: null, crimeReport: null, crimeDecided: crimeDecided(told, crime.reportedOn, on) };
  },
  'report-crime': (told, { officers }, frame) => ({
    ...deed(told, '报告涉嫌犯罪', frame, officers),
    crimeReport: { on: frame.legalDate, kept: null },
  }),
  'keep-crime': (told, { reason, decidedBy }, { legalDate: on, mode, actor }) => {
    const kept = { on, reasoned: reason.trim().length >= SHORTEST, byChief: byChief(decidedBy, mode, actor) };
    const reportedOn = told.crimeReport?.on ?? on;
    return { ...told, crimeReport: { on: reportedOn, kept }, crimeDecided: crimeDecided(told, reportedOn, on) };
  },
  // Its notice has not come: that it decided was learnt in another way.
  'transfer-decided': (told, { decidedOn }) => ({ ...told, answered: { decidedOn, toldOn: null } }),
  'transfer-settled': (told, { decidedOn }, { legalDate: toldOn }) => ({
    ...told,
    answered: { decidedOn: decidedOn ?? told.answered?.decidedOn ?? null, toldOn },
  }),
  // Whoever sends a case back has told what it decided.
  'take-back': (told, _, { legalDate: toldOn }) => (told.answered === null ? told : { ...told, answered: { ...told.answered, toldOn } }),
};
/** What was told of the paper that is voided is told of none. */
function withoutVoided(told: Told, _: unknown, __: ActFrame, s: S): Told {
  const letter = letterInHand(s);
  if (letter?.kind === 'decision') return { ...told, decisions: told.decisions.slice(0, -1) };
  if (letter?.kind !== 'notice') return told;
  return { ...told, notices: told.notices.filter((___, i) => s.notices[i]?.letterNo !== letter.no) };
}

/** The reports decided so far and one more; null: nobody told when the officers had reported. */
function crimeDecided(told: Told, reportedOn: LocalDate | null, decidedOn: LocalDate): NonNullable<Told['crimeDecided']> {
  const before = told.crimeDecided ?? [];
  return reportedOn === null ? before : [...before, { on: reportedOn, decidedOn }];
}
/** null: whoever reports it has not told. */
function byChief(decidedBy: 'chief' | 'other' | null | undefined, mode: ActFrame['mode'], actor: ActFrame['actor']): boolean | null {
  if (mode === 'reported') return decidedBy == null ? null : decidedBy === 'chief';
  return actor.role === 'head';
}
/** A correction told in fewer letters says nothing (28). */
const SHORTEST = 4;

type Fold = (s: S | null, input: never, frame: ActFrame) => S;

/** The folds of the case, each also noting what rules ask of its act. `labelOf`: what an act is called. */
export function noting(folds: Folds<S, Forms>, labelOf: (act: Act) => string): Folds<S, Forms> {
  const wrapped = Object.entries<Fold>(folds as never).map(([act, fold]) => {
    const known = act as Act;
    const note = NOTES[known] as Note | undefined;
    const noted: Fold = (s, input, frame) => {
      const told = noteAct(s, frame, labelOf(known), (before) =>
        note === undefined || s === null ? before : note(before, input, frame, s),
      );
      return told === null ? fold(s, input, frame) : { ...fold(s, input, frame), told };
    };
    return [act, noted] as const;
  });
  return Object.fromEntries(wrapped) as never;
}
type Note = (told: Told, input: never, frame: ActFrame, s: S) => Told;

/** null: a case that was begun before anything was noted stays unknown to the end. */
function noteAct(s: S | null, frame: ActFrame, what: string, note: (told: Told) => Told): Told | null {
  const recordedOn = dayOfInstant(frame.recordedAt);
  const before = s === null ? { ...NOTHING, lastOn: recordedOn } : s.told;
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
