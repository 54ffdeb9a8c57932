import { LAWFUL, type Redress, type Way } from './way.ts';

const REMADE: Redress = {
  ...{ way: 'reconsideration', cause: 'facts', redo: { within: null, after: 40 }, anew: 'less', opinionAnswered: null },
  givenBackAfter: null,
};
const redressed = (more: Partial<Redress>): Way => ({ ...LAWFUL, redress: { ...REMADE, ...more } });
const REVOKED = { way: 'litigation', redo: null } as const;
/** Whatever day the sixtieth is, and however long the rest days that it may fall on: the seventieth is beyond it. */
const BEYOND_SIXTY = 70;

/** Put right by 复议 or 诉讼: done again, given back and reported in time or not, and what the new decision says. */
export const REDRESS_WAYS: Readonly<Record<string, Way>> = {
  'redo-late-▲': redressed({ redo: { within: 45, after: 46 } }),
  'redo-late-✓': redressed({ redo: { within: 45, after: 45 } }),
  'redo-unnamed-▲': redressed({ redo: { within: null, after: BEYOND_SIXTY } }),
  'redo-unnamed-✓': redressed({ redo: { within: null, after: 60 } }),
  'opinion-late-▲': redressed({ opinionAnswered: BEYOND_SIXTY }),
  'opinion-late-✓': redressed({ opinionAnswered: 60 }),
  'kept-money-▲': redressed({ ...REVOKED, givenBackAfter: 40 }),
  'kept-money-✓': redressed({ ...REVOKED, givenBackAfter: 15 }),
  'same-again-▲': redressed({ anew: 'same' }),
  'same-again-✓': redressed({ anew: 'same', cause: 'procedure' }),
  'same-in-court-▲': redressed({ way: 'litigation', anew: 'same' }),
  'same-in-court-✓': redressed({ way: 'litigation', anew: 'same-on-other-facts' }),
};
