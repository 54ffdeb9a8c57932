import { Checkbox } from 'antd';
import type { Behind } from './act-form-props.ts';
import { OneField } from './one-field.tsx';
import { BEHIND_FIELDS, type FormState } from './use-act-form.ts';

type BehindProps = { readonly form: FormState; readonly behind: Exclude<Behind, 'today'>; readonly reason: string | null };

/** An act of another day, or one that happened elsewhere: its day and its source. */
export function BehindPart({ form, behind, reason }: BehindProps) {
  const { reported } = form;
  return (
    <div className="fh-report">
      {behind === 'elsewhere' ? (
        <p>只能补录（将标明“补录”并计数）{reason === null ? '' : `：${reason}`}</p>
      ) : (
        <Checkbox checked={reported.on} onChange={(event) => form.changeReported({ ...reported, on: event.target.checked })}>
          {behind === 'reported' ? '已在线下办理，现在补录（将标明“补录”并计数）' : '不是今天的事，另填实际日期'}
        </Checkbox>
      )}
      {reported.on
        ? Object.entries(BEHIND_FIELDS[behind]).map(([key, field]) => (
            <OneField
              key={key}
              field={field}
              value={reported.typed[key] ?? ''}
              set={(value) => form.changeReported({ on: true, typed: { ...reported.typed, [key]: value } })}
              problem={form.problems.get(`reported.${key}`)}
              path={`reported.${key}`}
            />
          ))
        : null}
    </div>
  );
}
