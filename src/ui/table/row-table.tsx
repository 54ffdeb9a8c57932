import { useNavigate } from '@tanstack/react-router';
import { Checkbox } from 'antd';
import { type MouseEvent, useRef } from 'react';
import { useRowKeys } from '../row-keys.ts';
import type { Column } from './columns.ts';
import type { Sort } from './list-params.ts';
import { type Selection, toggled } from './selection.ts';

export type Rows<T> = {
  readonly rows: readonly T[];
  readonly columns: readonly Column<T>[];
  readonly rowKey: (row: T) => string;
  readonly href?: ((row: T) => string) | undefined;
  readonly onOpen?: ((row: T) => void) | undefined;
  readonly selection?: Selection<T> | undefined;
};
type Props<T> = Rows<T> & { readonly what: string; readonly sort: Sort | null; readonly onSort: (sort: Sort | null) => void };

export function RowTable<T>({ rows, columns, rowKey, href, onOpen, selection, what, sort, onSort }: Props<T>) {
  const navigate = useNavigate();
  const body = useRef<HTMLTableSectionElement>(null);
  useRowKeys(body, ':scope > [tabindex="0"]');
  const open = (row: T): void => {
    if (onOpen !== undefined) onOpen(row);
    else if (href !== undefined) void navigate({ href: href(row) });
  };
  const opens = onOpen !== undefined || href !== undefined;
  return (
    <div className="fh-table-wrap">
      <table className="fh-table" aria-label={what}>
        <thead>
          <tr>
            {selection === undefined ? null : <SelectAll rows={rows} rowKey={rowKey} selection={selection} />}
            {columns.map((column) => (
              <HeadCell key={column.id} column={column} sort={sort} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody ref={body}>
          {rows.map((row) => (
            <tr
              key={rowKey(row)}
              tabIndex={opens ? 0 : undefined}
              className={opens ? 'fh-row-opens' : undefined}
              onClick={(event) => {
                if (opens && !onControl(event)) open(row);
              }}
              onKeyDown={(event) => {
                if (opens && event.key === 'Enter' && event.target === event.currentTarget) open(row);
              }}
            >
              {selection === undefined ? null : <SelectCell row={row} rowKey={rowKey} selection={selection} />}
              {columns.map((column) => (
                <td key={column.id} className={cellClass(column)}>
                  {column.render(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function cellClass<T>(column: Column<T>): string {
  return [column.wrap === true ? 'fh-many-lines' : 'fh-one-line', column.align === 'right' ? 'fh-right' : ''].join(' ').trim();
}

function onControl(event: MouseEvent): boolean {
  return event.target instanceof Element && event.target.closest('a, button, label, input') !== null;
}

function HeadCell<T>({ column, sort, onSort }: { column: Column<T>; sort: Sort | null; onSort: (sort: Sort | null) => void }) {
  const by = column.sort;
  const sorted = by !== undefined && sort?.by === by ? (sort.down ? 'descending' : 'ascending') : undefined;
  const style = column.width === undefined ? undefined : { width: column.width };
  const className = column.align === 'right' ? 'fh-right' : undefined;
  if (by === undefined) {
    return (
      <th scope="col" style={style} className={className}>
        {column.title}
      </th>
    );
  }
  const next = sorted === undefined ? { by, down: false } : sorted === 'ascending' && column.oneWay !== true ? { by, down: true } : null;
  return (
    <th scope="col" style={style} className={className} aria-sort={sorted ?? 'none'}>
      <button type="button" className="fh-sort" onClick={() => onSort(next)}>
        {column.title}
        <span aria-hidden>{sorted === 'ascending' ? ' ▲' : sorted === 'descending' ? ' ▼' : ' ⇅'}</span>
      </button>
    </th>
  );
}

function SelectAll<T>({ rows, rowKey, selection }: { rows: readonly T[]; rowKey: (row: T) => string; selection: Selection<T> }) {
  const keys = rows.filter((row) => selection.closed?.(row) !== true).map(rowKey);
  const ticked = keys.filter((key) => selection.selected.has(key)).length;
  return (
    <th scope="col" className="fh-tick">
      <Checkbox
        aria-label="选择本页全部"
        checked={ticked > 0 && ticked === keys.length}
        indeterminate={ticked > 0 && ticked < keys.length}
        onChange={(event) => {
          const rest = [...selection.selected].filter((key) => !keys.includes(key));
          selection.change(new Set(event.target.checked ? [...rest, ...keys] : rest));
        }}
      />
    </th>
  );
}

function SelectCell<T>({ row, rowKey, selection }: { row: T; rowKey: (row: T) => string; selection: Selection<T> }) {
  const key = rowKey(row);
  return (
    <td className="fh-tick">
      <Checkbox
        aria-label="选择此行"
        disabled={selection.closed?.(row) === true}
        checked={selection.selected.has(key)}
        onChange={() => selection.change(toggled(selection.selected, key))}
      />
    </td>
  );
}
