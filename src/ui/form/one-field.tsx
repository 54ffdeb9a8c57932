import { useId } from 'react';
import type { FormFields } from '#law';
import { FieldControl } from './field-control.tsx';
import { useFormList } from './form-lists.ts';
import { PickNumber } from './pick-number.tsx';
import { TickText } from './tick-list.tsx';
import type { TypedValue } from './typed.ts';

type Props = {
  readonly field: FormFields[string];
  readonly value: TypedValue;
  readonly set: (value: TypedValue) => void;
  readonly problem: string | undefined;
  /** "rows.0.name": finds the field again when a problem is to be shown. */
  readonly path: string;
  /** In a table the column's head is the label. */
  readonly bare?: boolean;
};

/** Label, control, hint and what is wrong with it. */
export function OneField({ field, value, set, problem, path, bare }: Props) {
  const id = useId();
  const list = useFormList(path);
  const ticks = field.as === 'text' ? list : undefined;
  const numbers = field.as === 'integer' ? list : undefined;
  // What is ticked needs no word on how numbers are written; where there is nothing to tick, it says what to do first.
  const isTold = bare !== true && (ticks === undefined || ticks.length === 0);
  const hint = field.hint === undefined || !isTold ? undefined : `${id}-hint`;
  const wrong = problem === undefined ? undefined : `${id}-wrong`;
  const describedBy = [hint, wrong].filter((part) => part !== undefined).join(' ');
  return (
    <div className={problem === undefined ? 'fh-field' : 'fh-field fh-field-wrong'} data-path={path}>
      {field.as === 'flag' ? null : (
        <label htmlFor={id} id={`${id}-label`} className={bare === true ? 'fh-sr' : 'fh-label'}>
          {field.label}
          {field.required ? <span className="fh-required">（必填）</span> : null}
        </label>
      )}
      {numbers !== undefined ? (
        <PickNumber
          options={numbers}
          value={value}
          set={set}
          label={field.label}
          htmlId={id}
          clears={!field.required}
          describedBy={describedBy === '' ? undefined : describedBy}
          invalid={problem !== undefined}
        />
      ) : ticks === undefined ? (
        <FieldControl
          field={field}
          value={value}
          set={set}
          htmlId={id}
          describedBy={describedBy === '' ? undefined : describedBy}
          invalid={problem !== undefined}
          compact={bare === true}
        />
      ) : (
        <TickText options={ticks} value={value} set={set} labelledBy={`${id}-label`} />
      )}
      {hint === undefined ? null : (
        <p id={hint} className="fh-hint">
          {field.hint}
        </p>
      )}
      {wrong === undefined ? null : (
        <p id={wrong} className="fh-error" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}
