import { Button } from 'antd';
import { EmptyState } from '#ui/layout/states.tsx';
import type { Preview, SentLine } from '../contract.ts';
import { Paged } from './paged.tsx';
import { dayWords, lineWords } from './words.ts';

type Props = {
  readonly lines: readonly SentLine[];
  readonly preview: Preview | null;
  /** A line is being typed: it is finished first. */
  readonly isBusy: boolean;
  readonly open: (at: number) => void;
  readonly remove: (at: number) => void;
  /** The line is held against the register as it stands now. */
  readonly renew: (at: number) => void;
};

/** The lines of the proposal, each with what is wrong with it. */
export function PendingLines({ lines, preview, isBusy, open, remove, renew }: Props) {
  if (lines.length === 0) return <EmptyState>还没有拟调整的事项：在下面的现行事项中选“变更”“终止”，或者新增、从工作簿载入。</EmptyState>;
  const problems = problemsByLine(preview);
  return (
    <Paged items={lines} what="拟调整的事项">
      {(shown, start) => (
        <ol className="lc-lines" start={start + 1} aria-label="拟调整的事项">
          {shown.map((line, i) => {
            const at = start + i;
            const wrong = problems.get(at + 1) ?? [];
            const name = line.cells.name ?? line.cells.code ?? '（没有填写）';
            return (
              <li key={at}>
                <div className="lc-line">
                  <span className="lc-words">
                    <strong>{lineWords(line)}</strong>　{line.cells.code}　{name}
                    <span className="fh-quiet">　{dayWords(line)}</span>
                    {preview?.idle.includes(at + 1) === true ? <span className="fh-mark">与现行内容相同</span> : null}
                  </span>
                  <span className="lc-buttons">
                    <Button size="small" disabled={isBusy} aria-label={`修改第${at + 1}行 ${name}`} onClick={() => open(at)}>
                      修改
                    </Button>
                    {preview?.stale.includes(at + 1) === true ? (
                      <Button size="small" aria-label={`已按现行内容核对第${at + 1}行 ${name}`} onClick={() => renew(at)}>
                        已按现行内容核对
                      </Button>
                    ) : null}
                    <Button size="small" danger disabled={isBusy} aria-label={`移除第${at + 1}行 ${name}`} onClick={() => remove(at)}>
                      移除
                    </Button>
                  </span>
                </div>
                {wrong.map(({ column, reason }) => (
                  <p key={`${column}${reason}`} className="fh-error" role="alert">
                    {column}：{reason}
                  </p>
                ))}
              </li>
            );
          })}
        </ol>
      )}
    </Paged>
  );
}

function problemsByLine(preview: Preview | null): ReadonlyMap<number, Preview['problems'][number][]> {
  const found = new Map<number, Preview['problems'][number][]>();
  for (const problem of preview?.problems ?? []) found.set(problem.line, [...(found.get(problem.line) ?? []), problem]);
  return found;
}
