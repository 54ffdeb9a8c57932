import { type HandedOn, LAWFUL, type Way } from './way.ts';

const ON: HandedOn = { criminal: false, reportedBefore: 2, by: 'chief', answeredAfter: 10, served: true, learnt: false };
const handedOn = (more: Partial<HandedOn>): Way => ({ ...LAWFUL, handedOn: { ...ON, ...more } });

/** Handed on to another organ. */
export const LEAVING_WAYS: Readonly<Record<string, Way>> = {
  'crime-kept-▲': { ...LAWFUL, crime: 'ignored' },
  'crime-kept-✓': { ...LAWFUL, crime: 'handed-on', handedOn: { ...ON, criminal: true } },
  'crime-late-▲': handedOn({ criminal: true, reportedBefore: 6 }),
  'crime-late-✓': handedOn({ criminal: true, reportedBefore: 3 }),
  'crime-chief-▲': handedOn({ criminal: true, by: 'other' }),
  'crime-chief-✓': handedOn({ criminal: true }),
  'crime-undelivered-▲': handedOn({ criminal: true, served: false }),
  'crime-undelivered-✓': handedOn({ criminal: true, served: true }),
  'never-answered-▲': handedOn({ answeredAfter: null, learnt: true }),
  'never-answered-✓': handedOn({ answeredAfter: 20, learnt: true }),
  'answered-late-▲': handedOn({ answeredAfter: 40 }),
  'answered-late-✓': handedOn({ answeredAfter: 20 }),
};
