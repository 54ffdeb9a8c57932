import { LAWFUL_ON_THE_SPOT, type SummaryWay } from '../told-summary.ts';

/** Nothing is owed: nothing but the record comes late. */
const WARNED: SummaryWay = { ...LAWFUL_ON_THE_SPOT, penalty: 'warning' };

/** Decided on the spot; the organ's own time to have it on record is two working days. */
export const SPOT_WAYS: Readonly<Record<string, SummaryWay>> = {
  'on-record-late-▲': { ...WARNED, recordedAfter: 20 },
  'on-record-late-✓': { ...WARNED, recordedAfter: 2 },
  'off-record-▲': { ...WARNED, recordedAfter: null },
  'off-record-✓': LAWFUL_ON_THE_SPOT,
};
