import type { MatterView } from '#ui/api/types.ts';
import { useApi } from '#ui/api/use-api.ts';
import type { SameParty } from '../contract.ts';

const CASES: readonly string[] = ['ordinary-penalty', 'summary-penalty', 'penalty-record', 'correction-order'];

/** The other cases of the party of a case; nothing is asked of matters that have none. */
export function useSameParty({ id, kind }: Pick<MatterView, 'id' | 'kind'>): SameParty | undefined {
  return useApi<SameParty>(CASES.includes(kind) ? `/api/matters/${id}/same-party?limit=5` : null).data;
}
