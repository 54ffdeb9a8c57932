import type { ReactNode } from 'react';

type Props = {
  /** Labels differ from each other. */
  readonly rows: readonly (readonly [label: string, value: ReactNode])[];
  /** Stands inside something narrow: no columns side by side. */
  readonly narrow?: boolean;
};

/** What is known of one thing: each label with its value. */
export function FactList({ rows, narrow = false }: Props) {
  return (
    <dl className={narrow ? 'fh-law-card' : 'fh-law-card fh-facts-list'}>
      {rows.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
