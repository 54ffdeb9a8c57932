import type { Rehearsal } from '#testing/rehearsal';
import { A, B, DEPUTY, delivered, HANDLER } from './testing.ts';

/** Two officers have looked and nothing was done. */
export const RECHECK = { no: 1, corrected: false, found: '现场查看。', officers: [A, B] };

/** An order with a day of its own, checked and followed. */
export function correctionWays(): readonly Rehearsal[] {
  const ordered = delivered({ correctBy: '2026-06-10' }).on('2026-06-10');
  return [
    ordered.does(HANDLER, 'check-correction', { ...RECHECK, corrected: true }),
    ordered.does(HANDLER, 'check-correction', RECHECK).does(DEPUTY, 'follow-correction', { no: 1, how: 'filed', words: '另行立案。' }),
  ];
}
