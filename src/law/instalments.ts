import type { LocalDate } from './local-date.ts';

/** One part of a fine that is paid in parts; sums in fen. */
export type Instalment = { readonly due: LocalDate; readonly fen: number };

/** 延期、分期缴纳 (处罚法 66¶2): from its approval to its last day. `instalments` left out: the whole rest is due on the last day. */
export type Deferral = {
  readonly on: LocalDate;
  readonly until: LocalDate;
  readonly plan: string;
  readonly instalments?: readonly Instalment[];
};
type Times = Pick<Deferral, 'on' | 'until' | 'instalments'>;

/** The plan as it was told, with the sum of a last part that was left open. */
export function instalmentsTold(
  lines: readonly { readonly due: LocalDate; readonly sum: number | null }[],
  rest: number,
): readonly Instalment[] {
  const told = lines.reduce((sum, one) => sum + (one.sum ?? 0), 0);
  return lines.map(({ due, sum }) => ({ due, fen: sum ?? Math.max(0, rest - told) }));
}

/** What falls due when under a deferral, told alike for one day and for several; `laterFen`: what falls due after it. */
export function instalmentsOf({ until, instalments }: Times): readonly { readonly due: LocalDate; readonly laterFen: number }[] {
  const parts = instalments ?? [{ due: until, fen: 0 }];
  return parts.map(({ due }, i) => ({ due, laterFen: totalFen(parts.slice(i + 1)) }));
}

/** The deferral by which a day stands: the latest that had been approved by then and still runs. */
export function deferralOn<D extends Times>(deferrals: readonly D[], day: LocalDate): D | null {
  return deferrals.findLast((d) => d.on <= day && day <= d.until) ?? null;
}

/**
 * What of a rest should have been paid before a day of the deferral and was not. Each part has its own 到期 (处罚法 72(1)): the day
 * after it is late, and it alone. Neither 66 nor 72 makes the later parts fall due with it, and the organ's period for the court
 * runs from the end of the whole plan (72¶2); so a missed part is urged and added to, and the plan goes on for the rest.
 */
export function missedFen(deferral: Times, restFen: number, day: LocalDate): number {
  if (deferral.instalments === undefined) return 0;
  return Math.max(0, restFen - totalFen(deferral.instalments.filter(({ due }) => due >= day)));
}

/** The parts that were missed, whole: what the rate is taken of where part payments do not lessen it. */
export function missedParts(deferral: Times, restFen: number, day: LocalDate): number {
  const { instalments = [] } = deferral;
  return totalFen(instalments.filter(({ due }, i) => due < day && restFen > totalFen(instalments.slice(i + 1))));
}

/** The first part whose day has not come; null: the last day is over. */
export function nextDue(deferral: Times, day: LocalDate): LocalDate | null {
  return instalmentsOf(deferral).find(({ due }) => due >= day)?.due ?? null;
}

/** Of parts of a sum, in fen. */
export const totalFen = (parts: readonly { readonly fen: number }[]): number => parts.reduce((sum, { fen }) => sum + fen, 0);
