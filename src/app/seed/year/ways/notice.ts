import { FINE, HEARD, type Heard, LAWFUL, type Way } from './way.ts';

const LARGE = { kinds: ['CF03'], fine: 6_000_000, content: '罚款人民币60,000元。' };
const HEAVIER = { kinds: ['CF03'], fine: 300_000, content: '罚款人民币3,000元。' };
const GREAT: Way = { ...LAWFUL, proposed: LARGE, decided: LARGE, hearing: true, discussed: true };
const heard = (more: Partial<Heard> = {}): Way => ({ ...LAWFUL, hearing: true, heard: { ...HEARD, ...more } });
/** The party has spoken, and then it is told of more. */
const AGAIN: Way = { ...LAWFUL, statement: 'rechecked', decided: HEAVIER };

/** Told, heard, reviewed and discussed. */
export const NOTICE_WAYS: Readonly<Record<string, Way>> = {
  'unheard-▲': { ...LAWFUL, waits: 1 },
  'unheard-✓': { ...LAWFUL, waits: 20 },
  'half-told-▲': { ...LAWFUL, noticeStates: ['facts', 'reasons', 'basis', 'rights'] },
  'half-told-✓': LAWFUL,
  'heavier-▲': { ...LAWFUL, decided: HEAVIER },
  'heavier-✓': { ...LAWFUL, decided: { ...FINE, fine: 190_000, content: '罚款人民币1,900元。' } },
  'for-defence-▲': { ...AGAIN, again: 'nothing-new' },
  'for-defence-✓': { ...AGAIN, again: 'new-facts' },
  'unanswered-▲': { ...LAWFUL, statement: 'open' },
  'unanswered-✓': { ...LAWFUL, statement: 'rechecked' },
  'no-hearing-▲': { ...GREAT, hearing: false },
  'no-hearing-✓': GREAT,
  'hurried-▲': { ...GREAT, waived: true, waits: 2 },
  'hurried-✓': { ...GREAT, waived: true },
  'called-late-▲': heard({ ahead: 4 }),
  'called-late-✓': heard(),
  'closed-doors-▲': heard({ open: false }),
  'closed-doors-✓': heard({ open: false, closedReason: '涉及商业秘密' }),
  'no-transcript-▲': heard({ signed: false }),
  'no-transcript-✓': heard(),
  'own-host-▲': heard({ host: 'investigator' }),
  'own-host-✓': heard(),
  // Five working days are over by then, whatever holidays lie among them.
  'asked-late-▲': heard({ askedAfter: 18 }),
  'asked-late-✓': heard({ askedAfter: 5 }),
  'call-unproved-▲': heard({ proved: false }),
  'call-unproved-✓': heard(),
  'held-early-▲': heard({ heldEarlier: 1 }),
  'held-early-✓': heard(),
  'unqualified-▲': { ...LAWFUL, review: 'done', reviewer: { firstAfter2018: true } },
  'unqualified-✓': { ...LAWFUL, review: 'done', reviewer: { firstAfter2018: true, qualification: 'A20191508000001' } },
  'unreviewed-▲': { ...LAWFUL, review: 'left-out' },
  'unreviewed-✓': { ...LAWFUL, review: 'done' },
  'undiscussed-▲': { ...GREAT, discussed: false },
  'undiscussed-✓': GREAT,
};
