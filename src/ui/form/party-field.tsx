import { Button } from 'antd';
import type { ReactNode } from 'react';
import { type FormFields, PARTY_FIELDS } from '#law';
import { LicenceScan } from './licence-scan.tsx';
import { emptyForm, isPick, isTypedParty, type TypedForm, type TypedValue } from './typed.ts';

type Props = {
  readonly field: FormFields[string];
  readonly value: TypedValue;
  readonly set: (value: TypedValue) => void;
  readonly problem: string | undefined;
  readonly path: string;
  readonly renderFields: (typed: TypedForm, change: (typed: TypedForm) => void) => ReactNode;
};

const EMPTY = { ...emptyForm(PARTY_FIELDS), personal: true } as const;

/** A party typed in place; one that stands already is shown by its short name until it is typed anew. */
export function PartyField({ field, value, set, problem, path, renderFields }: Props) {
  const typed = isTypedParty(value) ? value : EMPTY;
  const given: TypedForm = typed;
  return (
    <fieldset className="fh-rows fh-party" data-path={path}>
      <legend className="fh-label">
        {field.label}
        {field.required ? <span className="fh-required">（必填）</span> : null}
      </legend>
      <p className="fh-hint">{field.hint ?? '证件号码等加密保存，办件页、列表、导出只显示简称；承办单位查看完整信息留痕。'}</p>
      {problem === undefined ? null : (
        <p className="fh-error" role="alert">
          {problem}
        </p>
      )}
      {isPick(value) ? (
        <p>
          {value.name}　<Button onClick={() => set(EMPTY)}>重新填写当事人</Button>
        </p>
      ) : (
        <>
          <LicenceScan
            take={({ uscc, name }) =>
              set({ ...typed, kind: kindWith(given['kind'], uscc), uscc, ...(name === null ? {} : { name }), personal: true })
            }
          />
          {renderFields(typed, (next) => set({ ...next, personal: true }))}
        </>
      )}
    </fieldset>
  );
}

const CODED: readonly TypedValue[] = ['legal-person', 'other-body', 'sole-trader'];

/** The code is asked for of bodies alone; 92 is the register's sign of a sole trader, another type is for whoever types. */
function kindWith(kind: TypedValue | undefined, uscc: string): TypedValue {
  if (kind !== undefined && CODED.includes(kind)) return kind;
  return uscc.startsWith('92') ? 'sole-trader' : 'legal-person';
}
