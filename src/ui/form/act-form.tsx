import { Alert, Button, Checkbox } from 'antd';
import { useRef } from 'react';
import { useKeys } from '../keys.ts';
import { LawTag } from '../law/law-tag.tsx';
import { Loading } from '../layout/states.tsx';
import { instantWords } from '../time-words.ts';
import type { ActFormProps, Behind } from './act-form-props.ts';
import { ChangedNotice } from './changed-notice.tsx';
import { Drafting, useDrafting } from './drafting.tsx';
import { useFocusOnOpening } from './focus-opening.ts';
import { FormFailure } from './form-failure.tsx';
import { FormFieldList } from './form-fields.tsx';
import { type FormLists, FormListsOf } from './form-lists.ts';
import { noImplicitSubmit } from './no-implicit-submit.ts';
import { OneField } from './one-field.tsx';
import { BEHIND_FIELDS, useActForm } from './use-act-form.ts';

const NO_LISTS: FormLists = {};

/** The form of one act, made from its declaration. Typed content survives reloads, expired sessions and refusals. */
export function ActForm(props: ActFormProps) {
  const { act, matter, onCancel, onReload, behind = 'today' } = props;
  const root = useRef<HTMLFormElement>(null);
  const form = useActForm(props, root);
  const { reported } = form;
  const told = {
    on: reported.on,
    legalDate: String(reported.typed['legalDate'] ?? ''),
    reported: behind === 'reported' || behind === 'elsewhere',
  };
  const shown = useDrafting(props.preview, act, form.typed, told);
  useKeys([{ key: 'Ctrl+Enter', label: `确认${act.label}`, inFields: true, run: () => void form.submit() }]);
  const ready = form.draft.is !== 'reading';
  useFocusOnOpening(root, ready);
  if (!ready) return <Loading what="草稿" />;
  const page = (
    <form
      ref={root}
      className="fh-form"
      tabIndex={-1}
      noValidate
      onKeyDown={noImplicitSubmit}
      onSubmit={(event) => {
        event.preventDefault();
        void form.submit();
      }}
    >
      <DraftNote form={form} />
      {Object.keys(act.form).length === 0 ? <p className="fh-quiet">办理“{act.label}”不需要填写内容，确认即可。</p> : null}
      <FormListsOf value={props.lists ?? NO_LISTS}>
        <FormFieldList
          fields={act.form}
          typed={form.typed}
          change={form.change}
          problems={form.problems}
          {...(props.captionOf === undefined ? {} : { captionOf: props.captionOf })}
        />
      </FormListsOf>
      {behind === 'today' ? null : <BehindPart form={form} behind={behind} reason={act.reason ?? null} />}
      {form.failure?.is === 'changed' && matter !== undefined && onReload !== undefined ? null : (
        <FormFailure failure={form.failure} marked={form.problems.size} elsewhere={form.elsewhere} />
      )}
      {form.failure?.is === 'changed' && matter !== undefined && onReload !== undefined ? (
        <ChangedNotice
          matterId={matter.id}
          since={matter.seq}
          reload={async () => {
            await onReload();
            form.clearFailure();
          }}
        />
      ) : null}
      <div className="fh-form-end">
        <Button type="primary" htmlType="submit" loading={form.busy} disabled={props.preview?.prints === 'signs' && !shown.isSeen}>
          {act.label}
        </Button>
        {onCancel === undefined ? null : <Button onClick={onCancel}>返回</Button>}
        <LawTag article={act.article} cite={act.cite} />
        {act.stepUp ? <span className="fh-quiet">此项办理需要动态验证码；最近验证过的不必再输</span> : null}
        <span className="fh-quiet fh-desktop">Ctrl+Enter 确认</span>
      </div>
    </form>
  );
  if (props.preview === undefined) return page;
  return (
    <Drafting preview={props.preview} fields={act.form} shown={shown} root={root}>
      {page}
    </Drafting>
  );
}

type FormState = ReturnType<typeof useActForm>;

function DraftNote({ form }: { form: FormState }) {
  const { draft } = form;
  if (draft.is === 'restored') {
    return (
      <Alert
        type="info"
        showIcon
        className="fh-note"
        title={`已恢复 ${instantWords(draft.savedAt)} 暂存的内容`}
        action={<Button onClick={() => void form.startOver()}>清空重填</Button>}
      />
    );
  }
  if (draft.is === 'saved')
    return (
      <p className="fh-quiet" role="status">
        草稿已暂存（{instantWords(draft.savedAt).slice(11)}）
      </p>
    );
  if (draft.is === 'unsaved')
    return <Alert type="warning" showIcon className="fh-note" title="草稿暂时存不到服务器，内容仍在本页；请勿关闭页面" />;
  return null;
}

type BehindProps = { form: FormState; behind: Exclude<Behind, 'today'>; reason: string | null };

function BehindPart({ form, behind, reason }: BehindProps) {
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
