import { Fragment } from 'react';
import { askedFields, type FormFields } from '#law';
import { OneField } from './one-field.tsx';
import { RowsField } from './rows-field.tsx';
import type { TypedForm, TypedValue } from './typed.ts';

type Props = {
  readonly fields: FormFields;
  readonly typed: TypedForm;
  readonly change: (typed: TypedForm) => void;
  /** Reasons by path "rows.0.name". */
  readonly problems: ReadonlyMap<string, string>;
  readonly at?: string;
  /** What a row of a list is about, by the list's field. */
  readonly captionOf?: (field: string, row: TypedForm) => string | null;
};

/** Fields of a form that are asked for, in their order; a group's name stands above its first field. */
export function FormFieldList({ fields, typed, change, problems, at = '', captionOf }: Props) {
  const entries = Object.entries(askedFields(fields, typed));
  return (
    <div className="fh-fields">
      {entries.map(([key, field], index) => {
        const group = field.group !== undefined && field.group !== entries[index - 1]?.[1].group ? field.group : null;
        const path = at === '' ? key : `${at}.${key}`;
        const set = (value: TypedValue): void => change({ ...typed, [key]: value });
        return (
          <Fragment key={key}>
            {group === null ? null : <h3 className="fh-group fh-group-row">{group}</h3>}
            <div className="fh-field-slot">
              {field.as === 'rows' ? (
                <RowsField
                  field={field}
                  value={typed[key] ?? []}
                  set={set}
                  problems={problems}
                  path={path}
                  captionOf={(row) => captionOf?.(key, row) ?? null}
                  renderRow={(row, changeRow, rowAt) => (
                    <FormFieldList fields={field.fields} typed={row} change={changeRow} problems={problems} at={rowAt} />
                  )}
                />
              ) : (
                <OneField field={field} value={typed[key] ?? null} set={set} problem={problems.get(path)} path={path} />
              )}
            </div>
          </Fragment>
        );
      })}
    </div>
  );
}
