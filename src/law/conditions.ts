import type { Citation } from './citation.ts';
import type { LocalDate } from './local-date.ts';
import type { ActingPost, BaseState, Guard, GuardCase } from './matter-kind.ts';
import { refuse } from './outcome.ts';

/** What stands in the way of an act: a code and the Chinese reason; 'unknown' where a fact was withheld; or nothing. */
export type Stop = readonly [code: string, reason: string] | 'unknown' | null;

/** One condition of a lifecycle row: its name is the sentence that it tests, its article the one of the refusal. */
export function condition<S extends BaseState, I>(
  name: string,
  nature: 'form' | 'law',
  cite: Citation,
  stops: (c: GuardCase<S, I>) => Stop,
): Guard<S, I> {
  return {
    name,
    nature,
    cite,
    check: (c) => {
      const stop = stops(c);
      return stop === null || stop === 'unknown' ? stop : refuse(stop[0], cite, stop[1]);
    },
  };
}

type Conditions<S extends BaseState> = {
  /** A condition of law that rests on the text of a statute; missed by a report, it makes a red finding. */
  readonly law: <I>(name: string, cite: Citation, stops: (c: GuardCase<S, I>) => Stop) => Guard<S, I>;
  readonly form: <I>(name: string, cite: Citation, stops: (c: GuardCase<S, I>) => Stop) => Guard<S, I>;
};

/** The conditions of the acts of one kind of matter. */
export function conditionsOf<S extends BaseState>(): Conditions<S> {
  return {
    law: (name, cite, stops) => ({ ...condition(name, 'law', cite, stops), severity: 'red', grade: 'statute' }),
    form: (name, cite, stops) => condition(name, 'form', cite, stops),
  };
}

/** Who did a step, as far as later steps must know it: another person than the drafter, recusal. */
export type Person = Pick<ActingPost, 'postId' | 'accountId' | 'officerId' | 'name'>;

export function personOf(actor: ActingPost): Person {
  return { postId: actor.postId, accountId: actor.accountId, officerId: actor.officerId, name: actor.name };
}

/** One person may hold several posts: account and officer tell persons apart, not the post alone. */
export function isSamePerson(a: Person, b: Person): boolean {
  return equal(a.postId, b.postId) || equal(a.accountId, b.accountId) || equal(a.officerId, b.officerId);
}

function equal(a: string | null, b: string | null): boolean {
  return a !== null && a === b;
}

/** The people of a step and whoever does it now; one who is among them already stands there once, however often a draft is revised. */
export function joinedBy(people: readonly Person[], actor: ActingPost): readonly Person[] {
  const { postId, accountId, officerId, name } = actor;
  const isThere = people.some((p) => p.postId === postId && p.accountId === accountId && p.officerId === officerId && p.name === name);
  return isThere ? people : [...people, personOf(actor)];
}

export function isActorOneOf(actor: ActingPost, people: readonly (Person | null)[]): boolean {
  return people.some((p) => p !== null && isSamePerson(p, personOf(actor)));
}

/** A review as the 发文签批单 tells it. */
export type Reviewed = { readonly by: Person; readonly opinion: string | null; readonly on: LocalDate };

/** What a signatory gives where the organ has nobody else to review. */
export type SignedAlone = { readonly alone: string | null };

/**
 * Review and signature are two persons' work; an organ that has nobody else says so, and the reason stands on its
 * 发文签批单. That whoever drafted neither reviews nor signs has no exception.
 */
export function reviewedByAnother<S extends BaseState>(cite: Citation, reviewerOf: (s: S) => Person | null): Guard<S, SignedAlone> {
  return condition<S, SignedAlone>('审核人和签发人不是同一人', 'law', cite, ({ state, actor, input }) =>
    input.alone === null && isActorOneOf(actor, [reviewerOf(state)])
      ? ['own-review', '本件由您审核，应当由另一人签发；本机关没有其他审核人员的，请填明审核、签发为同一人的理由']
      : null,
  );
}

/** The signatory's opinion as the 发文签批单 prints it. */
export function signingWords(opinion: string | null, alone: string | null): string | null {
  return alone === null ? opinion : `${opinion ?? '同意签发。'}审核、签发为同一人的理由：${alone}`;
}
