import { EmptyState } from '#ui/layout/states.tsx';
import type { Problem, ShownDifference } from '../contract.ts';
import { Paged } from './paged.tsx';
import { WHAT_LABELS } from './words.ts';

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
                <strong>{WHAT_LABELS[difference.what]}</strong>　{difference.code}　{difference.name}
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

/** What stands in the way, by line and column. */
export function ProblemTable({ problems, count, lineTitle = '行' }: { problems: readonly Problem[]; count: number; lineTitle?: string }) {
  return (
    <>
      <div className="fh-table-wrap">
        <table className="fh-table" aria-label="需要更正的地方">
          <thead>
            <tr>
              {[lineTitle, '栏目', '填写的内容', '原因'].map((title) => (
                <th key={title} scope="col">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {problems.map(({ line, column, value, reason }) => (
              <tr key={`${line}/${column}/${reason}`}>
                <td>{line}</td>
                <td>{column}</td>
                <td className="fh-many-lines">{value}</td>
                <td className="fh-many-lines">{reason}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {problems.length < count ? (
        <p className="fh-hint">
          只显示前 {problems.length} 处，共 {count} 处。
        </p>
      ) : null}
    </>
  );
}
