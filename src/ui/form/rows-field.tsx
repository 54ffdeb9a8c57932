import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type ReactNode, useRef, useState } from 'react';
import type { FormFields } from '#law';
import { usePhone } from '../media.ts';
import { OneField } from './one-field.tsx';
import { emptyForm, type TypedForm, type TypedValue } from './typed.ts';

type RenderRow = (row: TypedForm, change: (row: TypedForm) => void, at: string) => ReactNode;
type Props = {
  readonly field: Extract<FormFields[string], { as: 'rows' }>;
  readonly value: TypedValue;
  readonly set: (value: TypedValue) => void;
  readonly problems: ReadonlyMap<string, string>;
  readonly path: string;
  readonly renderRow: RenderRow;
  readonly captionOf: (row: TypedForm) => string | null;
};

const SHORT: readonly string[] = ['text', 'date', 'integer', 'money', 'choice', 'flag', 'organisation'];

/** Many of a kind: a table where the fields are short and few and the page is wide, else one card a row. */
export function RowsField({ field, value, set, problems, path, renderRow, captionOf }: Props) {
  const phone = usePhone();
  const rows = (Array.isArray(value) ? value : []) as readonly TypedForm[];
  const keys = useKeysOf(rows.length);
  const inner = Object.values(field.fields);
  const tabular = !phone && inner.length <= 4 && inner.every((one) => one.when === undefined && SHORT.includes(one.as));
  const body: Body = {
    field,
    rows: rows.map((row, index) => ({ row, key: keys.list[index] ?? index, at: `${path}.${index}` })),
    changeRow: (index, row) => set(rows.map((old, i) => (i === index ? row : old))),
    remove: (index) => {
      keys.remove(index);
      set(rows.filter((_, i) => i !== index));
    },
    problems,
    renderRow,
    captionOf,
  };
  const problem = problems.get(path);
  return (
    <fieldset className="fh-rows" data-path={path}>
      <legend className="fh-label">
        {field.label}
        {field.required ? <span className="fh-required">（必填）</span> : null}
        <span className="fh-quiet">　{rows.length} 行</span>
      </legend>
      {field.hint === undefined ? null : <p className="fh-hint">{field.hint}</p>}
      {problem === undefined ? null : (
        <p className="fh-error" role="alert">
          {problem}
        </p>
      )}
      {rows.length === 0 ? null : tabular ? <RowsAsTable {...body} /> : <RowsAsCards {...body} />}
      {rows.length >= field.max ? null : (
        <Button icon={<PlusOutlined aria-hidden />} onClick={() => set([...rows, emptyForm(field.fields)])}>
          增加一行
        </Button>
      )}
    </fieldset>
  );
}

/** Rows have no name of their own; each keeps a number while the form is open, so that removing one moves no other. */
function useKeysOf(count: number): { readonly list: readonly number[]; remove(index: number): void } {
  const next = useRef(0);
  const [list, setList] = useState<readonly number[]>([]);
  const grown = [...list];
  while (grown.length < count) {
    grown.push(next.current);
    next.current += 1;
  }
  if (grown.length !== list.length) setList(grown);
  return { list: grown, remove: (index) => setList(grown.filter((_, i) => i !== index)) };
}

type Body = {
  readonly field: Props['field'];
  readonly rows: readonly { readonly row: TypedForm; readonly key: number; readonly at: string }[];
  readonly changeRow: (index: number, row: TypedForm) => void;
  readonly remove: (index: number) => void;
  readonly problems: ReadonlyMap<string, string>;
  readonly renderRow: RenderRow;
  readonly captionOf: (row: TypedForm) => string | null;
};

function RowsAsTable({ field, rows, changeRow, remove, problems, captionOf }: Body) {
  const entries = Object.entries(field.fields);
  const captions = rows.map(({ row }) => captionOf(row));
  const named = captions.some((caption) => caption !== null);
  return (
    <div className="fh-table-wrap">
      <table className="fh-table fh-rows-table">
        <thead>
          <tr>
            <th scope="col">序号</th>
            {entries.map(([key, inner]) => (
              <th key={key} scope="col">
                {inner.label}
                {inner.hint === undefined ? null : <p className="fh-hint">{inner.hint}</p>}
              </th>
            ))}
            {named ? <th scope="col">名称</th> : null}
            <th scope="col">操作</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ row, key: rowKey, at }, index) => (
            <tr key={rowKey}>
              <td>{index + 1}</td>
              {entries.map(([key, inner]) => (
                <td key={key}>
                  <OneField
                    bare
                    field={inner}
                    value={row[key] ?? null}
                    set={(next) => changeRow(index, { ...row, [key]: next })}
                    problem={problems.get(`${at}.${key}`)}
                    path={`${at}.${key}`}
                  />
                </td>
              ))}
              {named ? <td>{captions[index]}</td> : null}
              <td>
                <Button size="small" onClick={() => remove(index)} aria-label={`删除第 ${index + 1} 行`}>
                  删除
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function RowsAsCards({ field, rows, changeRow, remove, renderRow, captionOf }: Body) {
  return rows.map(({ row, key, at }, index) => (
    <div key={key} className="fh-row-card">
      <div className="fh-row-card-head">
        <strong>{captionOf(row) ?? `${field.label} ${index + 1}`}</strong>
        <Button size="small" onClick={() => remove(index)} aria-label={`删除第 ${index + 1} 行`}>
          删除
        </Button>
      </div>
      {renderRow(row, (next) => changeRow(index, next), at)}
    </div>
  ));
}
