import { LAWFUL, type Way } from './way.ts';

/** What was decided, and how it was weighed. */
export const PENALTY_WAYS: Readonly<Record<string, Way>> = {
  'uncorrected-▲': { ...LAWFUL, correction: '无' },
  'uncorrected-✓': { ...LAWFUL, correction: '已经改正，无需责令。' },
  'remedies-▲': { ...LAWFUL, suitMonths: 3 },
  'remedies-✓': LAWFUL,
  'no-account-▲': { ...LAWFUL, payTo: null },
  'no-account-✓': LAWFUL,
  'youth-▲': { ...LAWFUL, party: 'youth' },
  'youth-✓': { ...LAWFUL, party: 'youth', less: 'minor' },
  'untaught-▲': { ...LAWFUL, spared: 'untold' },
  'untaught-✓': { ...LAWFUL, spared: 'educated' },
  'lenient-▲': { ...LAWFUL, less: 'ungrounded' },
  'lenient-✓': { ...LAWFUL, less: 'proven' },
};
