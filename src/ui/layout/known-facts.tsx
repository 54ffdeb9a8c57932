import { FactList } from './fact-list.tsx';

export type KnownFact = readonly [label: string, value: string | null | undefined];

/** Of a thing only what is known of it. */
export function KnownFacts({ rows }: { readonly rows: readonly KnownFact[] }) {
  return <FactList rows={rows.filter(([, value]) => value != null && value !== '')} />;
}
