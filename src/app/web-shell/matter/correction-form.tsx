import { Radio } from 'antd';
import { useState } from 'react';
import { date, type FormFields, files, type Json, longtext } from '#law';
import { call } from '#ui/api/client.ts';
import type { MatterView, TimelineAct } from '#ui/api/types.ts';
import { PlainForm } from '#ui/form/plain-form.tsx';
import { type TypedForm, typedFrom } from '#ui/form/typed.ts';
import { type CorrectionAnswer, type CorrectionBody, changedFields } from './corrections.ts';

type Props = {
  readonly matter: MatterView;
  readonly act: TimelineAct;
  /** The form that the act was filled in on. */
  readonly form: FormFields;
  readonly done: (words: string) => void;
};

const WHY: FormFields = {
  why_reason: longtext('更正理由', { max: 2000, group: '为什么更正' }),
  why_proof: files('证明材料', { required: false, group: '为什么更正' }),
};
const WHEN: FormFields = { why_legalDate: date('办理日期', { group: '办理日期' }) };

/** Puts right named fields of one act, or takes the whole record out; old and new stay visible side by side. */
export function CorrectionForm({ matter, act, form, done }: Props) {
  const [retract, setRetract] = useState(false);
  const before = act.input ?? {};
  const names = new Map(matter.parties.map((party) => [party.organisationId, party.name]));
  const known: TypedForm = {
    ...typedFrom(form, before, (id) => names.get(id) ?? ''),
    why_legalDate: act.legalDate,
    why_reason: '',
    why_proof: [],
  };
  const send = async (input: { readonly [key: string]: Json }, key: string): Promise<void> => {
    const now = Object.fromEntries(Object.entries(input).filter(([name]) => !name.startsWith('why_')));
    const on = input['why_legalDate'];
    const proof = input['why_proof'];
    const body: CorrectionBody = {
      ifSeq: matter.seq,
      seq: act.seq,
      retract,
      fields: retract ? {} : changedFields(before, now),
      legalDate: retract || on === act.legalDate || typeof on !== 'string' ? null : on,
      reason: String(input['why_reason'] ?? ''),
      proof: Array.isArray(proof) ? proof.map(String) : [],
      proposal: null,
    };
    done((await call<CorrectionAnswer>('POST', `/api/matters/${matter.id}/corrections`, { body, key })).says);
  };
  return (
    <>
      <p className="fh-quiet">
        原内容保留可查，期限和待办按更正后的内容重新计算。涉及日期、金额、单位、人员的更正和撤销录入，须由本单位另一人确认后生效。
      </p>
      <Radio.Group
        aria-label="更正还是撤销录入"
        value={retract ? 'retract' : 'correct'}
        onChange={(event) => setRetract(event.target.value === 'retract')}
        options={[
          { value: 'correct', label: '更正内容' },
          { value: 'retract', label: '整条撤销录入（仅限最后一步，且未编号、未送达）' },
        ]}
      />
      <PlainForm
        key={String(retract)}
        fields={retract ? WHY : { ...withoutFiles(form), ...WHEN, ...WHY }}
        initial={known}
        submitLabel={retract ? '撤销录入' : '更正'}
        danger={retract}
        send={send}
      />
    </>
  );
}

/** Files stay as attached: an original never changes. */
function withoutFiles(form: FormFields): FormFields {
  return Object.fromEntries(Object.entries(form).filter(([, field]) => field.as !== 'files'));
}
