import { Button } from 'antd';
import { useRef, useState } from 'react';
import type { FormFields, Json } from '#law';
import { type Failure, failureOf } from '../api/failure.ts';
import { useKeys } from '../keys.ts';
import { confirmInSelect } from './confirm-in-select.ts';
import { toInput } from './convert.ts';
import { focusFirstWrong } from './focus-wrong.ts';
import { FormFailure } from './form-failure.tsx';
import { FormFieldList } from './form-fields.tsx';
import { useIntent } from './intent.ts';
import { noImplicitSubmit } from './no-implicit-submit.ts';
import { placeProblems } from './place-problems.ts';
import { emptyForm, type TypedForm } from './typed.ts';

type Props = {
  readonly fields: FormFields;
  readonly submitLabel: string;
  readonly initial?: TypedForm;
  readonly danger?: boolean;
  /** Sends what was filled in; `key` is the same for the same content. What it throws is shown. */
  readonly send: (input: { readonly [key: string]: Json }, key: string) => Promise<void>;
  readonly onCancel?: () => void;
};

/** A short form that is no act of a matter: same fields, same messages, no draft. */
export function PlainForm({ fields, submitLabel, initial, danger, send, onCancel }: Props) {
  const root = useRef<HTMLFormElement>(null);
  const [typed, setTyped] = useState<TypedForm>(() => ({ ...emptyForm(fields), ...initial }));
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const intent = useIntent();
  const placed = placeProblems(fields, failure?.is === 'input' ? failure.problems : []);
  const submit = async (): Promise<void> => {
    if (busy) return;
    const read = toInput(fields, typed);
    if (!read.ok) {
      setFailure({ is: 'input', problems: read.problems, reason: '有内容需要更正' });
      focusFirstWrong(root.current);
      return;
    }
    setBusy(true);
    setFailure(null);
    try {
      await send(read.input, intent.keyFor(read.input));
      intent.done();
    } catch (error) {
      setFailure(failureOf(error));
      focusFirstWrong(root.current);
    } finally {
      setBusy(false);
    }
  };
  useKeys([{ key: 'Ctrl+Enter', label: `确认${submitLabel}`, inFields: true, run: () => void submit() }]);
  return (
    <form
      ref={root}
      className="fh-form"
      noValidate
      onKeyDown={noImplicitSubmit}
      onKeyDownCapture={confirmInSelect}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <FormFieldList fields={fields} typed={typed} change={setTyped} problems={placed.byField} />
      <FormFailure failure={failure} marked={placed.byField.size} elsewhere={placed.elsewhere} />
      <div className="fh-form-end">
        <Button type="primary" danger={danger === true} htmlType="submit" loading={busy}>
          {submitLabel}
        </Button>
        {onCancel === undefined ? null : <Button onClick={onCancel}>返回</Button>}
      </div>
    </form>
  );
}
