import type { KindInfo } from '#ui/api/types.ts';

type Answer = readonly KindInfo[] | { readonly items: readonly KindInfo[] } | { readonly kinds: readonly KindInfo[] };

/** Kinds of matter as the server lists them. */
export function kindsOf(answer: Answer | undefined): readonly KindInfo[] {
  if (answer === undefined) return [];
  if ('kinds' in answer) return answer.kinds;
  return 'items' in answer ? answer.items : answer;
}
