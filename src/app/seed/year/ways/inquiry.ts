import { LAWFUL, type Way } from './way.ts';

const KEPT = { by: 'head', recorded: true, days: 1, settled: 'copied' } as const;
/** Long enough for a case without a decision to be one that drags on. */
const LONG_AGO = 100;

/** From the clue to the end of the inquiry. */
export const INQUIRY_WAYS: Readonly<Record<string, Way>> = {
  'alone-▲': { ...LAWFUL, officers: 1, verified: false },
  'alone-✓': LAWFUL,
  'elsewhere-▲': { ...LAWFUL, place: false },
  'elsewhere-✓': { ...LAWFUL, filedAfter: 2 },
  'late-filed-▲': { ...LAWFUL, filedAfter: 40 },
  'late-filed-✓': { ...LAWFUL, filedAfter: 10 },
  'paused-▲': { ...LAWFUL, pause: 'none' },
  'paused-✓': { ...LAWFUL, pause: 'law' },
  'dragged-▲': { ...LAWFUL, earlier: LONG_AGO, unfinished: 'open' },
  'dragged-✓': { ...LAWFUL, earlier: LONG_AGO, unfinished: 'paused' },
  'card-▲': { ...LAWFUL, visit: { shown: false, signed: true } },
  'card-✓': { ...LAWFUL, visit: { shown: true, signed: true } },
  'unsigned-▲': { ...LAWFUL, visit: { shown: true, signed: false } },
  'unsigned-✓': { ...LAWFUL, visit: { shown: true, signed: true } },
  'unverified-▲': { ...LAWFUL, verified: false },
  'unverified-✓': LAWFUL,
  'late-proof-▲': { ...LAWFUL, lateProof: 'after-report' },
  'late-proof-✓': { ...LAWFUL, lateProof: 'reopened' },
  'camera-▲': { ...LAWFUL, monitored: 'unpublished' },
  'camera-✓': { ...LAWFUL, monitored: 'published' },
  'kept-long-▲': { ...LAWFUL, preserved: { ...KEPT, days: 25 } },
  'kept-long-✓': { ...LAWFUL, preserved: { ...KEPT, days: 5 } },
  'unapproved-▲': { ...LAWFUL, preserved: { ...KEPT, by: 'other' } },
  'unapproved-✓': { ...LAWFUL, preserved: KEPT },
  'unrecorded-▲': { ...LAWFUL, preserved: { ...KEPT, recorded: false } },
  'unrecorded-✓': { ...LAWFUL, preserved: KEPT },
  'confiscated-▲': { ...LAWFUL, preserved: { ...KEPT, settled: 'confiscated' } },
  'confiscated-✓': { ...LAWFUL, preserved: KEPT },
  'untold-question-▲': { ...LAWFUL, asked: 'untold' },
  'untold-question-✓': { ...LAWFUL, asked: 'told' },
  'recusal-▲': { ...LAWFUL, recusal: 'open' },
  'recusal-✓': { ...LAWFUL, recusal: 'decided' },
};
