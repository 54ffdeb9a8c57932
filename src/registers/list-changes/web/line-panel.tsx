import { useEffect, useRef } from 'react';
import type { KeptList } from '#registers/power-lists';
import { PlainForm } from '#ui/form/plain-form.tsx';
import { Section } from '#ui/layout/page.tsx';
import type { SentLine } from '../contract.ts';
import { cellsOf, lineForm, typedOf } from './line-fields.ts';
import { lineWords } from './words.ts';

type Props = { readonly list: KeptList; readonly line: SentLine; readonly keep: (line: SentLine) => void; readonly close: () => void };

/** One line, field by field; it joins the proposal as typed, and is checked there. */
export function LinePanel({ list, line, keep, close }: Props) {
  const { code, name } = line.cells;
  const words = line.what === 'set' && code === undefined ? '新增事项' : `${lineWords(line)}：${name ?? code ?? ''}`;
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // It opens far from the line that it is about: the page and the keys go there.
    root.current?.scrollIntoView({ block: 'start' });
    root.current?.querySelector<HTMLElement>('input, textarea')?.focus({ preventScroll: true });
  }, []);
  return (
    <div ref={root} className="lc-panel">
      <Section title={words}>
        <PlainForm
          fields={lineForm(list, line.what)}
          submitLabel="加入本次调整"
          initial={typedOf(line.cells)}
          onCancel={close}
          send={async (input) => keep({ ...line, cells: cellsOf(line.cells, input) })}
        />
      </Section>
    </div>
  );
}
