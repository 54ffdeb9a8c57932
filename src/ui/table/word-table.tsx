import type { ReactNode } from 'react';

type Props = {
  readonly label: string;
  readonly titles: readonly string[];
  /** Cells in the order of the titles. */
  readonly rows: readonly (readonly string[])[];
  /** How many there are in all: of many only the first come along. */
  readonly count: number;
  /** How they are counted. */
  readonly counted?: string;
  /** Titles of columns whose words may turn. */
  readonly turning?: readonly string[];
  /** Titles of columns of figures. */
  readonly figures?: readonly string[];
  /** What stands in a cell in place of its words; undefined: the words. */
  readonly show?: (row: number, title: string) => ReactNode;
};

/** Words in rows as an answer brought them, whole on the page: nothing to sort, nothing to turn over. */
export function WordTable({ label, titles, rows, count, counted = '条', turning = [], figures = [], show }: Props) {
  return (
    <div className="fh-table-wrap">
      <table className="fh-table" aria-label={label}>
        <thead>
          <tr>
            {titles.map((title) => (
              <th key={title} scope="col" className={figures.includes(title) ? 'fh-right' : undefined}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, no) => (
            <tr key={row.join('\t')}>
              {titles.map((title, i) => (
                <td key={title} className={turning.includes(title) ? 'fh-many-lines' : figures.includes(title) ? 'fh-right' : undefined}>
                  {show?.(no, title) ?? row[i]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length < count ? (
        <p className="fh-hint">
          只显示前 {rows.length} {counted}，共 {count} {counted}。
        </p>
      ) : null}
    </div>
  );
}
