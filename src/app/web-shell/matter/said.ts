import { useQueryClient } from '@tanstack/react-query';
import type { ActAnswer } from '#ui/api/types.ts';

/** Carries what an act said over to the page of the matter that it opened. */
export function useSayOn(): (answer: ActAnswer) => void {
  const client = useQueryClient();
  return (answer) => client.setQueryData(['said', answer.matterId], answer);
}

/** What was said on the way here, once. */
export function useSaid(): (matterId: string) => ActAnswer | null {
  const client = useQueryClient();
  return (matterId) => client.getQueryData<ActAnswer>(['said', matterId]) ?? null;
}
