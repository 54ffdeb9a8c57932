import type { ClockView } from '#ui/api/types.ts';

type Ended = Pick<ClockView, 'lamp' | 'stoppedOn' | 'breachedOn' | 'breachCorrected' | 'isOutsiders'>;

/** A period of somebody outside (当事人) is over; nobody here is late by it. */
export function hasRunOut({ isOutsiders, lamp }: Ended): boolean {
  return isOutsiders && lamp === 'red';
}

/** When it stopped, and since when it was overdue; of what was told later, that it had been kept. */
export function endWords({ stoppedOn, breachedOn, breachCorrected, isOutsiders }: Ended): string {
  const stopped = stoppedOn === null ? '' : `，${stoppedOn} 停止`;
  if (breachedOn === null || isOutsiders) return stopped;
  return breachCorrected ? `${stopped}，补录、更正以前一度显示逾期，实际没有逾期` : `${stopped}，${breachedOn} 起逾期`;
}
