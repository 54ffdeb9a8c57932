import { addDays, type ClockRun, citedLaws, daysBetween, type LocalDate, SHIPPED_LAWS } from '#law';
import { loadedSpecialLaw, type SpecialLaw } from '#law/rules/special-laws';
import type { OrdinaryPenalty } from '../model.ts';
import { firstDecidedOn } from './rounds.ts';

type S = OrdinaryPenalty;
type OwnPeriod = NonNullable<SpecialLaw['casePeriod']>;

/** The period of a special law, by what the case was filed under (治安管理处罚法 118); null: the ninety days. */
export function ownPeriodOf(s: S): OwnPeriod | null {
  if (s.basis === null || s.filedOn === null) return null;
  return loadedSpecialLaw(citedLaws(s.basis, SHIPPED_LAWS), s.filedOn)?.casePeriod ?? null;
}

/** Which law's period governs: 治安案件 have one of their own (治安管理处罚法 118). */
export function periodOf(s: S): 'KE-01' | 'KE-01-security' {
  return ownPeriodOf(s) === null ? 'KE-01' : 'KE-01-security';
}

/**
 * The ninety days, without those that a law, regulation or rule takes out of them, and with those that it adds: the run
 * starts later by so many days, and its key says why.
 */
export function casePeriod(s: S): readonly ClockRun[] {
  if (s.filedOn === null) return [];
  const { excludedDays, extendedDays } = shiftOf(s);
  const key = shiftWords(s);
  const open = s.pauses.find((p) => p.counts && p.until === null);
  const stoppedOn = firstDecidedOn(s) ?? s.endedOn ?? s.transferredOn ?? open?.from ?? openHearing(s) ?? null;
  return [{ key, startedOn: addDays(s.filedOn, excludedDays + extendedDays), stoppedOn, boundId: s.organId }];
}

/** Days that a law takes out of the period, and days that it adds to it (F06 reads both so). */
export function shiftOf(s: S): { readonly excludedDays: number; readonly extendedDays: number } {
  return { excludedDays: pausedDays(s) + hearingDays(s), extendedDays: addedDays(s) };
}

/** The key of the run of the period: why it begins later than the filing. */
export function shiftWords(s: S): string {
  const words = [
    [pausedDays(s), '扣除中止'],
    [hearingDays(s), '扣除听证'],
    [addedDays(s), '延长'],
  ] as const;
  return words.flatMap(([days, what]) => (days === 0 ? [] : [`${what}${days}日`])).join('、');
}

function pausedDays(s: S): number {
  return s.pauses.reduce((sum, p) => sum + (p.counts && p.until !== null ? daysBetween(p.from, p.until) : 0), 0);
}

/** 118: of a 治安 case each extension is thirty days at most, and there are two at most, whatever was entered. */
function addedDays(s: S): number {
  const own = ownPeriodOf(s);
  const counted = s.extensions.filter((e) => e.counts);
  const standing = own === null ? counted : counted.slice(0, own.extensions);
  return standing.reduce((sum, e) => sum + (own === null ? e.days : Math.min(e.days, own.days)), 0);
}

/** 118: 听证的期间 is no part of the period of a 治安 case; the penalty law says nothing of it, there a rule must. */
function hearingDays(s: S): number {
  if (ownPeriodOf(s) === null) return 0;
  const last = s.hearing === null ? [] : [{ from: s.hearing.requestedOn, until: s.hearing.doneOn }];
  return [...(s.earlierHearings ?? []), ...last].reduce((sum, h) => sum + (h.until === null ? 0 : daysBetween(h.from, h.until)), 0);
}

function openHearing(s: S): LocalDate | null {
  const isOpen = ownPeriodOf(s) !== null && s.hearing !== null && s.hearing.doneOn === null && s.hearing.reportNo === s.reports.length;
  return isOpen ? (s.hearing?.requestedOn ?? null) : null;
}
