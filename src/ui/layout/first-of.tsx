import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { usePrinting } from '../media.ts';

/** What a page draws at once without the reader waiting for it. */
const FIRST = 20;

type Props<T> = {
  /** In the order in which they are read. */
  readonly items: readonly T[];
  /** What they are, after the number: 条记录, 件证据. */
  readonly counted: string;
  readonly children: (shown: readonly T[]) => ReactNode;
};

/** The first of a long row of things, the rest when asked for; on paper all of them. */
export function FirstOf<T>({ items, counted, children }: Props<T>) {
  const [all, setAll] = useState(false);
  const printing = usePrinting();
  const rest = items.length - FIRST;
  if (all || printing || rest <= 0) return children(items);
  return (
    <>
      {children(items.slice(0, FIRST))}
      <p>
        <Button onClick={() => setAll(true)}>
          显示其余 {rest} {counted}
        </Button>
      </p>
    </>
  );
}
