import { Link } from '@tanstack/react-router';
import { Checkbox } from 'antd';
import type { Column } from './columns.ts';
import type { Rows } from './row-table.tsx';
import { toggled } from './selection.ts';

/** Rows as cards, for a phone. */
export function CardList<T>({ rows, columns, rowKey, href, onOpen, selection }: Rows<T>) {
  return (
    <ul className="fh-cards">
      {rows.map((row) => (
        <li key={rowKey(row)} className="fh-card">
          {selection === undefined ? null : (
            <Checkbox
              aria-label="选择此项"
              disabled={selection.closed?.(row) === true}
              checked={selection.selected.has(rowKey(row))}
              onChange={() => selection.change(toggled(selection.selected, rowKey(row)))}
            />
          )}
          <Card row={row} columns={columns} />
          {onOpen !== undefined ? (
            <button type="button" className="fh-card-open" onClick={() => onOpen(row)} aria-label="打开">
              ›
            </button>
          ) : href !== undefined ? (
            <Link to={href(row)} className="fh-card-open" aria-label="打开">
              ›
            </Link>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

function Card<T>({ row, columns }: { row: T; columns: readonly Column<T>[] }) {
  const at = (place: Column<T>['card']): readonly Column<T>[] => columns.filter((column) => column.card === place);
  return (
    <div className="fh-card-body">
      <div className="fh-card-head">
        {at('head').map((column) => (
          <span key={column.id}>{column.render(row)}</span>
        ))}
      </div>
      <dl>
        {at(undefined).map((column) => (
          <div key={column.id}>
            <dt>{column.title}</dt>
            <dd>{column.render(row)}</dd>
          </div>
        ))}
      </dl>
      <div className="fh-card-foot">
        {at('foot').map((column) => (
          <span key={column.id}>{column.render(row)}</span>
        ))}
      </div>
    </div>
  );
}
