import { Segmented } from 'antd';
import { type ReactNode, type RefObject, useState } from 'react';
import { flushSync } from 'react-dom';
import type { FormFields } from '#law';
import type { ActFormProps } from './act-form-props.ts';
import { toPartialInput } from './convert.ts';
import { pathParts } from './place-problems.ts';
import { PreviewPane } from './preview-pane.tsx';
import type { TypedForm } from './typed.ts';
import { type PreviewBody, type PreviewState, usePreview } from './use-preview.ts';
import { useSettled } from './use-settled.ts';
import './drafting.css';

type Asked = NonNullable<ActFormProps['preview']>;
type Shown = {
  readonly state: PreviewState;
  readonly lacking: ReturnType<typeof toPartialInput>['problems'];
  readonly which: number;
  readonly choose: (which: number) => void;
  /** The page has been on screen, or cannot be shown: whoever signs may confirm. */
  readonly isSeen: boolean;
};

/** What the form prints as it is typed; asks nothing where the act prints nothing. */
export function useDrafting(
  preview: Asked | undefined,
  act: { readonly act: string; readonly form: FormFields },
  typed: TypedForm,
  told: { readonly on: boolean; readonly legalDate: string; readonly reported: boolean },
): Shown {
  const [which, choose] = useState(0);
  const { input, problems } = toPartialInput(act.form, typed);
  const day = told.on && /^\d{4}-\d{2}-\d{2}$/.test(told.legalDate) ? { legalDate: told.legalDate } : {};
  const reported = told.on && told.reported ? { reported: true } : {};
  const body: PreviewBody | null =
    preview === undefined ? null : { kind: preview.kind, act: act.act, matterId: preview.matterId, input, which, ...day, ...reported };
  const state = usePreview(body);
  const lacking = useSettled(problems);
  return { state, lacking, which, choose, isSeen: preview === undefined || state.preview !== null || state.reason !== null };
}

type Props = {
  readonly preview: Asked;
  readonly fields: FormFields;
  readonly shown: Shown;
  readonly root: RefObject<HTMLFormElement | null>;
  readonly children: ReactNode;
};

/** Left the form, right the page; on a narrow screen one of both. Whoever signs passes by the page first. */
export function Drafting({ preview, fields, shown, root, children }: Props) {
  const [side, setSide] = useState<'form' | 'page'>('form');
  const { state, lacking, which, choose } = shown;
  const signs = preview.prints === 'signs';
  const jump = (path: string): void => {
    // Shown before it is focused: a hidden field takes no focus, and a key typed right after the click belongs to it.
    flushSync(() => setSide('form'));
    const field = root.current?.querySelector<HTMLElement>(`[data-path="${CSS.escape(pathParts(path).join('.'))}"]`);
    field?.scrollIntoView({ block: 'center' });
    field?.querySelector<HTMLElement>('input, textarea, button, [tabindex]')?.focus({ preventScroll: true });
  };
  return (
    <div className={signs ? 'fh-drafting fh-drafting-signs' : 'fh-drafting'} data-side={side}>
      {signs ? null : (
        <div className="fh-drafting-tabs">
          <Segmented
            block
            value={side}
            onChange={setSide}
            options={[
              { value: 'form', label: '填写' },
              { value: 'page', label: lacking.length === 0 ? '预览' : `预览（还缺 ${lacking.length} 处）` },
            ]}
          />
        </div>
      )}
      <div className="fh-drafting-form">{children}</div>
      <div className="fh-drafting-page">
        <PreviewPane state={state} prints={preview.prints} fields={fields} lacking={lacking} jump={jump} which={which} choose={choose} />
      </div>
    </div>
  );
}
