import { Fragment } from 'react';
import { askedFields, type FormFields, PARTY_FIELDS } from '#law';
import type { FormHelp } from './act-form-props.ts';
import { useFormList } from './form-lists.ts';
import { OneField } from './one-field.tsx';
import { PartyField } from './party-field.tsx';
import { RowsField } from './rows-field.tsx';
import { TickRows } from './tick-list.tsx';
import { isNothingTyped, type TypedForm, type TypedValue } from './typed.ts';

type Props = {
  readonly fields: FormFields;
  readonly typed: TypedForm;
  readonly change: (typed: TypedForm) => void;
  /** Reasons by path "rows.0.name". */
  readonly problems: ReadonlyMap<string, string>;
  readonly at?: string;
  /** What a row of a list is about, by the list's field. */
  readonly captionOf?: (field: string, row: TypedForm) => string | null;
  readonly help?: FormHelp | null;
  readonly leaveOut?: (fields: readonly string[]) => void;
};

const NOTHING = (): void => undefined;

/** Fields of a form that are asked for, in their order; a group's name stands above its first field. */
export function FormFieldList({ fields, typed, change, problems, at = '', captionOf, help = null, leaveOut = NOTHING }: Props) {
  const entries = Object.entries(askedFields(fields, typed));
  return (
    <div className="fh-fields">
      {entries.map(([key, field], index) => {
        const group = field.group !== undefined && field.group !== entries[index - 1]?.[1].group ? field.group : null;
        const path = at === '' ? key : `${at}.${key}`;
        return (
          <Fragment key={key}>
            {group === null ? null : <h3 className="fh-group fh-group-row">{group}</h3>}
            {group !== null && group === help?.group ? help.show(typed, change, leaveOut) : null}
            <div className="fh-field-slot">
              <FieldOrRows
                field={field}
                value={typed[key]}
                set={(value) => change({ ...typed, [key]: value })}
                problems={problems}
                path={path}
                captionOf={(row) => captionOf?.(key, row) ?? null}
              />
            </div>
          </Fragment>
        );
      })}
    </div>
  );
}

type FieldProps = Pick<Props, 'problems'> & {
  readonly field: FormFields[string];
  readonly value: TypedValue | undefined;
  readonly set: (value: TypedValue) => void;
  readonly path: string;
  readonly captionOf: (row: TypedForm) => string | null;
};

/** Fields of a party that need not be named: as long as nothing is typed, none of them is asked for. */
const NONE_NEEDED: FormFields = Object.fromEntries(
  Object.entries(PARTY_FIELDS).map(([key, field]) => [key, { ...field, required: false }]),
);

function FieldOrRows({ field, value, set, problems, path, captionOf }: FieldProps) {
  const options = useFormList(path);
  if (field.as === 'party')
    return (
      <PartyField
        field={field}
        value={value ?? null}
        set={set}
        problem={problems.get(path)}
        path={path}
        renderFields={(typed, change) => (
          <FormFieldList
            fields={field.required || !isNothingTyped(typed) ? PARTY_FIELDS : NONE_NEEDED}
            typed={typed}
            change={change}
            problems={problems}
            at={path}
          />
        )}
      />
    );
  if (field.as !== 'rows') return <OneField field={field} value={value ?? null} set={set} problem={problems.get(path)} path={path} />;
  const common = { value: value ?? [], set, problems, path };
  if (options !== undefined) return <TickRows field={field} options={options} {...common} />;
  return (
    <RowsField
      field={field}
      {...common}
      captionOf={captionOf}
      renderRow={(row, changeRow, rowAt) => (
        <FormFieldList fields={field.fields} typed={row} change={changeRow} problems={problems} at={rowAt} />
      )}
    />
  );
}
