import { EmptyState } from '#ui/layout/states.tsx';
import { WordTable } from '#ui/table/word-table.tsx';
import type { Problem, ShownDifference } from '../contract.ts';
import { CHANGE_LABELS } from '../forms.ts';
import { Paged } from './paged.tsx';

/** What lines change, before and after, item by item. */
export function DifferenceList({ differences, count }: { differences: readonly ShownDifference[]; count: number }) {
  if (count === 0) return <EmptyState>没有变化：拟调整的内容与清单现有的相同，或者还没有拟调整的事项。</EmptyState>;
  return (
    <>
      <Paged items={differences} what="变化">
        {(shown) => (
          <ul className="lc-differences" aria-label="变化">
            {shown.map((difference) => (
              <li key={`${difference.line}/${difference.code}`}>
                <strong>{CHANGE_LABELS[difference.what]}</strong>　{difference.code}　{difference.name}
                <span className="fh-quiet">　自 {difference.from} 起</span>
                {difference.fields.map((field) => (
                  <div key={field.label} className="lc-field">
                    {field.label}：{field.before === '' ? '（空）' : <del>{field.before}</del>} →{' '}
                    {field.after === '' ? '（空）' : <ins>{field.after}</ins>}
                  </div>
                ))}
              </li>
            ))}
          </ul>
        )}
      </Paged>
      {differences.length < count ? (
        <p className="fh-hint">
          只显示前 {differences.length} 项，共 {count} 项；导出可以看到全部。
        </p>
      ) : null}
    </>
  );
}

type Problems = { readonly problems: readonly Problem[]; readonly count: number; readonly lineTitle?: string };

/** What stands in the way, by line and column. */
export function ProblemTable({ problems, count, lineTitle = '行' }: Problems) {
  return (
    <WordTable
      label="需要更正的地方"
      titles={[lineTitle, '栏目', '填写的内容', '原因']}
      rows={problems.map(({ line, column, value, reason }) => [String(line), column, value, reason])}
      count={count}
      counted="处"
      turning={['填写的内容', '原因']}
    />
  );
}
