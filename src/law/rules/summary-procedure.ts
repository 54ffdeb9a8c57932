import type { FineFact, KindsFact, PartyFact } from './facts.ts';

/** 处罚法 51: the most that may be fined on the spot, in fen. */
export const SUMMARY_LIMIT = { person: 20_000, organisation: 300_000 } as const;

/** Whether a decision of unknown procedure could be one made on the spot: nothing but a warning or a small fine. */
export function mayBeSummary({ kinds, fineFen, partyKind }: KindsFact & FineFact & PartyFact): boolean {
  const limit = partyKind === 'person' ? SUMMARY_LIMIT.person : SUMMARY_LIMIT.organisation;
  return kinds.every((kind) => kind === 'CF01' || kind === 'CF03') && (fineFen ?? 0) <= limit;
}
