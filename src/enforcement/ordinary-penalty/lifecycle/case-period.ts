import { addDays, type ClockRun, citedLaws, daysBetween, SHIPPED_LAWS } from '#law';
import { specialLawFor } from '#law/rules/special-laws';
import type { OrdinaryPenalty } from '../model.ts';
import { firstDecidedOn } from './rounds.ts';

type S = OrdinaryPenalty;

/** Which law's period governs: 治安案件 have one of their own (治安管理处罚法 118). */
export function periodOf(s: S): 'KE-01' | 'KE-01-security' {
  if (s.basis === null || s.filedOn === null) return 'KE-01';
  const special = specialLawFor(citedLaws(s.basis, SHIPPED_LAWS), s.filedOn);
  return special !== 'general' && special !== 'not-loaded' && special.name === '治安管理处罚法' ? 'KE-01-security' : 'KE-01';
}

/**
 * The ninety days, without those that a law, regulation or rule takes out of them, and with those that it adds: the run
 * starts later by so many days, and its key says why.
 */
export function casePeriod(s: S): readonly ClockRun[] {
  if (s.filedOn === null) return [];
  const shift = shiftOf(s);
  const open = s.pauses.find((p) => p.counts && p.until === null);
  const stoppedOn = firstDecidedOn(s) ?? s.endedOn ?? s.transferredOn ?? open?.from ?? null;
  return [{ key: shift.key, startedOn: addDays(s.filedOn, shift.days), stoppedOn, boundId: s.organId }];
}

/** Days that a law takes out of the period (F06 reads them so), or adds to it. */
export function shiftOf(s: S): { readonly days: number; readonly key: string } {
  const out = s.pauses.reduce((sum, p) => sum + (p.counts && p.until !== null ? daysBetween(p.from, p.until) : 0), 0);
  const added = s.extensions.reduce((sum, e) => sum + (e.counts ? e.days : 0), 0);
  const words = [out === 0 ? '' : `扣除中止${out}日`, added === 0 ? '' : `延长${added}日`].filter((w) => w !== '');
  return { days: out + added, key: words.join('、') };
}
