import {
  type Citation,
  condition,
  deriveDue,
  type Guard,
  type GuardCase,
  isActorOneOf,
  type LocalDate,
  letterGuards,
  type Person,
  type Profile,
  termsOf,
} from '#law';
import { isAllCleared, outgoing, ownDateFrom, type SupervisionDocument } from '../model.ts';
import { ART_16, ART_22_1 } from './articles.ts';

type S = SupervisionDocument;

/** The step must be done by another person than those who stand in `others`. */
export function anotherPerson(
  name: string,
  code: string,
  reason: string,
  others: (s: SupervisionDocument) => readonly Person[],
): Guard<S, null> {
  return condition<S, null>(name, 'law', ART_22_1, ({ state, actor }) => (isActorOneOf(actor, others(state)) ? [code, reason] : null));
}

/** What the document on its way needs before its seal and before its service. */
export const LETTER = letterGuards<S>(ART_22_1, outgoing);

export const ALL_CLEARED = condition<S, null>('各项问题均已销号', 'law', ART_22_1, ({ state }) => {
  const open = state.draft.problems.filter((p) => p.clearedOn === null).map((p) => p.no);
  return isAllCleared(state) ? null : ['not-all-cleared', `第${open.join('、')}项问题尚未核查销号，不能办结`];
});

/** Whether a day still lies within the report period, rolled as the calendar has it; a provisional end is never past. */
export function isPeriodRunning({ state, profile, calendar, legalDate }: GuardCase<S, unknown>): boolean | 'unknown' {
  const started = state.letter?.receipt?.on ?? null;
  const terms = started === null ? null : termsOf(profile, 'local.document-reply', started);
  if (started === null || terms === null) return false;
  if (calendar === undefined) return 'unknown';
  const due = deriveDue(terms, started, calendar, profile.rollOn, ownDateFrom(state, started));
  if (due === null) return false;
  return due.provisional || due.dueOn === null || legalDate <= due.dueOn;
}

/** The article by which at least two go on site, as the city has it. */
export function onSiteArticle(profile: Profile, on: LocalDate): Citation {
  return termsOf(profile, 'local.on-site-two', on)?.cite ?? ART_16;
}
