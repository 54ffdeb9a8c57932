import { Button } from 'antd';
import { useRef, useState } from 'react';
import { useKeys } from '../keys.ts';
import { LawTag } from '../law/law-tag.tsx';
import { Loading } from '../layout/states.tsx';
import type { ActFormProps } from './act-form-props.ts';
import { BehindPart } from './behind-part.tsx';
import { ChangedNotice } from './changed-notice.tsx';
import { confirmInSelect } from './confirm-in-select.ts';
import { DraftNote } from './draft-note.tsx';
import { Drafting, useDrafting } from './drafting.tsx';
import { useFocusOnOpening } from './focus-opening.ts';
import { FormDayOf } from './form-day.ts';
import { FormFailure } from './form-failure.tsx';
import { FormFieldList } from './form-fields.tsx';
import { FormItemOf, typedItem } from './form-item.ts';
import { type FormLists, FormListsOf } from './form-lists.ts';
import { noImplicitSubmit } from './no-implicit-submit.ts';
import { shownFields } from './typed.ts';
import { useActForm } from './use-act-form.ts';

const NO_LISTS: FormLists = {};

/** The form of one act, made from its declaration. Typed content survives reloads, expired sessions and refusals. */
export function ActForm(props: ActFormProps) {
  const { act, matter, onReload, behind = 'today' } = props;
  const root = useRef<HTMLFormElement>(null);
  const form = useActForm(props, root);
  const [leftOut, leaveOut] = useState<readonly string[]>(props.help?.leftOut ?? []);
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
  const asked = shownFields(act.form, form.typed, {
    isReported: told.on && told.reported,
    isBehind: told.on,
    // What is in force today says nothing of a day behind.
    unasked: [...(props.unasked ?? []), ...(told.on ? [] : leftOut)],
  });
  const page = (
    <form
      ref={root}
      className="fh-form"
      tabIndex={-1}
      noValidate
      onKeyDown={noImplicitSubmit}
      onKeyDownCapture={confirmInSelect}
      onSubmit={(event) => {
        event.preventDefault();
        void form.submit();
      }}
    >
      <DraftNote form={form} />
      {Object.keys(act.form).length === 0 ? <p className="fh-quiet">办理“{act.label}”不需要填写内容，确认即可。</p> : null}
      <FormDayOf value={told.on ? told.legalDate : ''}>
        <FormItemOf value={typedItem(act.form, form.typed) ?? props.help?.itemCode ?? null}>
          <FormListsOf value={props.lists ?? NO_LISTS}>
            <FormFieldList
              fields={asked}
              typed={form.typed}
              change={form.change}
              problems={form.problems}
              help={props.help ?? null}
              leaveOut={leaveOut}
              {...(props.captionOf === undefined ? {} : { captionOf: props.captionOf })}
            />
          </FormListsOf>
        </FormItemOf>
      </FormDayOf>
      {behind === 'today' ? null : <BehindPart form={form} behind={behind} reason={act.reason ?? null} />}
      {form.failure?.is === 'changed' && matter !== undefined && onReload !== undefined ? null : (
        <FormFailure failure={form.failure} marked={form.problems.size} elsewhere={form.elsewhere} />
      )}
      {form.failure?.is === 'changed' && matter !== undefined && onReload !== undefined ? (
        <ChangedNotice
          matterId={matter.id}
          since={form.sentOn}
          reload={async () => {
            await onReload();
            form.clearFailure();
          }}
        />
      ) : null}
      <FormEnd {...props} busy={form.busy} unseen={props.preview?.prints === 'signs' && !shown.isSeen} />
    </form>
  );
  if (props.preview === undefined) return page;
  return (
    <Drafting preview={props.preview} fields={act.form} shown={shown} root={root}>
      {page}
    </Drafting>
  );
}

/** The button that does it, its article, and what it will ask for. */
function FormEnd({
  act,
  onCancel,
  busy,
  unseen,
}: Pick<ActFormProps, 'act' | 'onCancel'> & { readonly busy: boolean; readonly unseen: boolean }) {
  return (
    <div className="fh-form-end">
      <Button type="primary" htmlType="submit" loading={busy} disabled={unseen}>
        {act.label}
      </Button>
      {onCancel === undefined ? null : <Button onClick={onCancel}>返回</Button>}
      <LawTag article={act.article} cite={act.cite} />
      {act.stepUp ? <span className="fh-quiet">此项办理需要动态验证码；最近验证过的不必再输</span> : null}
      <span className="fh-quiet fh-desktop">Ctrl+Enter 确认</span>
    </div>
  );
}
