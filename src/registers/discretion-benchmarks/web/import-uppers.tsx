import { Button } from 'antd';
import { useState } from 'react';
import type { ImportPreview } from '../contract.ts';
import { type Upper, UpperField } from './upper-field.tsx';

/** Chosen upper benchmarks, by the line on which a benchmark of the file begins. */
export type Uppers = ReadonlyMap<number, Upper>;
type Props = { readonly benchmarks: ImportPreview['benchmarks']; readonly uppers: Uppers; readonly choose: (uppers: Uppers) => void };

/** 细化上级基准的: for each benchmark of a file the one that it refines (内政发〔2017〕32号), looked for by the same 违法行为. */
export function ImportUppers({ benchmarks, uppers, choose }: Props) {
  const [open, setOpen] = useState<number | null>(null);
  const set = (line: number, upper: Upper | null): void => {
    const next = new Map(uppers);
    if (upper === null) next.delete(line);
    else next.set(line, upper);
    choose(next);
  };
  return (
    <details>
      <summary>细化的上级基准（已选 {uppers.size} 件）：细化上级基准的选定，超出上级幅度的补录后成为预警；没有的不选</summary>
      <ul className="db-list" aria-label="细化的上级基准">
        {benchmarks.map(({ line, violation }) => (
          <li key={line}>
            第 {line} 行　{violation}　{uppers.get(line)?.name ?? <span className="fh-quiet">没有选</span>}　
            <Button size="small" aria-expanded={open === line} onClick={() => setOpen(open === line ? null : line)}>
              {open === line ? '收起' : '选择'}
            </Button>
            {open === line ? (
              <UpperField upper={uppers.get(line) ?? null} onChange={(upper) => set(line, upper)} first={violation} />
            ) : null}
          </li>
        ))}
      </ul>
    </details>
  );
}
