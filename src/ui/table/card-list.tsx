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

/** A table says — where a row has nothing to say; a card leaves it out. */
function Card<T>({ row, columns }: { row: T; columns: readonly Column<T>[] }) {
  const cells = columns.map((column) => ({ id: column.id, title: column.title, card: column.card, says: column.render(row) }));
  const at = (place: Column<T>['card']): typeof cells => cells.filter(({ card, says }) => card === place && says !== '—' && says !== '');
  return (
    <div className="fh-card-body">
      <div className="fh-card-head">
        {at('head').map(({ id, says }) => (
          <span key={id}>{says}</span>
        ))}
      </div>
      <dl>
        {at(undefined).map(({ id, title, says }) => (
          <div key={id}>
            <dt>{title}</dt>
            <dd>{says}</dd>
          </div>
        ))}
      </dl>
      <div className="fh-card-foot">
        {at('foot').map(({ id, says }) => (
          <span key={id}>{says}</span>
        ))}
      </div>
    </div>
  );
}
