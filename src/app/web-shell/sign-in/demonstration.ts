import { useQuery } from '@tanstack/react-query';
import { call } from '#ui/api/client.ts';

export type DemonstrationAccount = {
  readonly login: string;
  readonly name: string;
  readonly post: string;
  readonly organisation: string;
  readonly code: string;
  readonly password: string;
};
type Answer = {
  readonly accounts: readonly (Omit<DemonstrationAccount, 'password'> & { readonly password?: string })[];
  readonly password?: string;
};

/** The accounts of the demonstration with a code each that opens now; none outside the demonstration. */
export function useDemonstrationAccounts(): readonly DemonstrationAccount[] {
  const { data } = useQuery({
    queryKey: ['demonstration'],
    queryFn: () => call<Answer>('GET', '/api/session/demo', { quiet: true }),
    // Codes change every half minute, and one that was used is not taken twice; where there are none, none will come.
    refetchInterval: ({ state }) => (state.data === undefined ? false : 10_000),
    gcTime: 0,
    retry: false,
  });
  return (data?.accounts ?? []).map((account) => ({ ...account, password: account.password ?? data?.password ?? '' }));
}
