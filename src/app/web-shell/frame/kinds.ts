import type { KindInfo } from '#ui/api/types.ts';
import { useApi } from '#ui/api/use-api.ts';

/** Kinds of matter as the server lists them to this post; administrators are not asked for any. */
export function useKinds(wanted = true) {
  return useApi<{ readonly kinds: readonly KindInfo[] }>(wanted ? '/api/kinds' : null);
}

/** What an act is called, once the kinds are known. */
export function useActLabel(kind: string, act: string): string | undefined {
  const kinds = useKinds();
  return kinds.data?.kinds.find((one) => one.kind === kind)?.acts.find((one) => one.act === act)?.label;
}
