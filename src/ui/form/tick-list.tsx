import { Checkbox } from 'antd';
import { useId } from 'react';
import type { FormFields } from '#law';
import type { TickOption } from './form-lists.ts';
import type { TypedForm, TypedValue } from './typed.ts';

type Ticking = {
  readonly options: readonly TickOption[];
  readonly ticked: readonly string[];
  readonly set: (ticked: readonly string[]) => void;
};

function TickList({ options, ticked, set, labelledBy }: Ticking & { readonly labelledBy: string }) {
  if (options.length === 0) return <p className="fh-quiet">本件没有可以勾选的。</p>;
  return (
    // biome-ignore lint/a11y/useSemanticElements: the label of the field names the group, a legend would say it twice.
    <div role="group" aria-labelledby={labelledBy} className="fh-tick-list">
      {options.map(({ value, label, closed }) => (
        <Checkbox
          key={value}
          checked={ticked.includes(value)}
          disabled={closed !== undefined && !ticked.includes(value)}
          onChange={(event) => set(inOrder(options, event.target.checked ? [...ticked, value] : ticked.filter((one) => one !== value)))}
        >
          {label}
          {closed === undefined ? null : <span className="fh-quiet">（{closed}）</span>}
        </Checkbox>
      ))}
    </div>
  );
}

function inOrder(options: readonly TickOption[], ticked: readonly string[]): readonly string[] {
  return options.map(({ value }) => value).filter((value) => ticked.includes(value));
}

/** Numbers of the matter's own things in one text: 1、3. */
export function TickText({
  options,
  value,
  set,
  labelledBy,
}: {
  readonly options: readonly TickOption[];
  readonly value: TypedValue;
  readonly set: (value: TypedValue) => void;
  readonly labelledBy: string;
}) {
  const ticked = typeof value === 'string' ? value.split(/[、,，;；\s]+/).filter((one) => one !== '') : [];
  return <TickList options={options} ticked={ticked} set={(next) => set(next.join('、'))} labelledBy={labelledBy} />;
}

type RowsProps = {
  readonly field: Extract<FormFields[string], { as: 'rows' }>;
  readonly options: readonly TickOption[];
  readonly value: TypedValue;
  readonly set: (value: TypedValue) => void;
  readonly problems: ReadonlyMap<string, string>;
  readonly path: string;
};

/** Rows that do no more than name one thing each: ticked instead of typed. */
export function TickRows({ field, options, value, set, problems, path }: RowsProps) {
  const id = useId();
  const [key = ''] = Object.keys(field.fields);
  const rows = (Array.isArray(value) ? value : []) as readonly TypedForm[];
  const problem = problems.get(path) ?? [...problems].find(([at]) => at.startsWith(`${path}.`))?.[1];
  return (
    <div className={problem === undefined ? 'fh-field' : 'fh-field fh-field-wrong'} data-path={path}>
      <span id={id} className="fh-label">
        {field.label}
        {field.required ? <span className="fh-required">（必填）</span> : null}
      </span>
      <TickList
        options={options}
        ticked={rows.map((row) => String(row[key] ?? '')).filter((one) => one !== '')}
        set={(ticked) => set(ticked.map((one) => ({ [key]: one })))}
        labelledBy={id}
      />
      {field.hint === undefined ? null : <p className="fh-hint">{field.hint}</p>}
      {problem === undefined ? null : (
        <p className="fh-error" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}
