import { type LocalDate, ymd } from './local-date.ts';
import type { CertificateFact } from './matter-kind.ts';
import { type Profile, parameterOf } from './profile.ts';

/** What a register of officers writes where it knows that somebody has no 法律职业资格; null: nobody has told it. */
export const NO_LEGAL_QUALIFICATION = '无';

/** What the register of certificates says of somebody who reviews decisions; null: it says nothing. */
export type RegisteredReviewer = { readonly qualification: string | null; readonly since: LocalDate | null };
/** What a reviewer has said at the review itself. */
export type ToldReviewer = { readonly on: LocalDate; readonly isLater: boolean; readonly qualification: string | null };
/** Since when somebody has reviewed, as far as it matters, and under which qualification. */
export type KnownReviewer = { readonly firstOn: LocalDate | null; readonly qualification: string | null };

/** Of all certificates of a person valid on a day: one may say what another leaves open. */
export function registeredReviewer(
  certificates: readonly Pick<CertificateFact, 'legalQualification' | 'reviewsSince'>[],
): RegisteredReviewer {
  const numbers = certificates.flatMap((c) => c.legalQualification ?? []);
  return {
    qualification: numbers.find((number) => number !== NO_LEGAL_QUALIFICATION) ?? numbers[0] ?? null,
    since: certificates.flatMap((c) => c.reviewsSince ?? []).toSorted()[0] ?? null,
  };
}

/**
 * The register goes before the reviewer's own word. Who has no qualification by the register, and no earlier review in it, has
 * reviewed since the day in question.
 */
export function reviewerAsKnown(told: ToldReviewer, { qualification, since }: RegisteredReviewer): KnownReviewer {
  const hasNone = qualification === NO_LEGAL_QUALIFICATION;
  return {
    firstOn: since ?? (hasNone || told.isLater ? told.on : null),
    qualification: hasNone ? null : (qualification ?? told.qualification),
  };
}

/** 58¶2: from which day on whoever takes up the work needs the qualification, by the city's parameter; null: it has none. */
export function qualificationAskedFrom(profile: Profile, on: LocalDate): LocalDate | null {
  const since = parameterOf(profile, 'S13.since', on);
  return since === null ? null : ymd(Math.trunc(since.value / 10_000), Math.trunc(since.value / 100) % 100, since.value % 100);
}

/** Took up the review when the qualification was asked for, and has none. */
export function lacksQualification({ firstOn, qualification }: KnownReviewer, askedFrom: LocalDate): boolean {
  return qualification === null && firstOn !== null && firstOn >= askedFrom;
}
