import type { ActAnswer, MatterView, OfferedAct } from '#ui/api/types.ts';
import { ActForm } from '#ui/form/act-form.tsx';
import { behindOf } from '#ui/form/act-form-props.ts';
import { Section } from '#ui/layout/page.tsx';
import { useSession } from '#ui/session.tsx';
import { formHelp } from './form-help.tsx';
import { useFormLists } from './form-lists.ts';
import { formStart, formUnasked, rowCaption } from './form-starts.ts';

type Props = {
  readonly matter: MatterView;
  readonly act: OfferedAct;
  readonly done: (answer: ActAnswer) => void;
  readonly leave: () => void;
  readonly reload: () => Promise<unknown>;
  /** The last own act on this page, which the page may not have read yet. */
  readonly answer: ActAnswer | null;
};

/** The act that is being filled in, begun with what the matter knows already. */
export function OpenAct({ matter, act, done, leave, reload, answer }: Props) {
  const lists = useFormLists(matter, act.act);
  const { today } = useSession();
  return (
    <Section title={act.label}>
      <ActForm
        key={act.act}
        act={act}
        matter={{ id: matter.id, seq: Math.max(matter.seq, answer?.seq ?? 0) }}
        path={`/api/${matter.kind}/${matter.id}/${act.act}`}
        subject={`${matter.kind}:${act.act}:${matter.id}`}
        initial={formStart(matter, act, today)}
        captionOf={rowCaption(matter)}
        unasked={formUnasked(matter, act.act)}
        lists={lists}
        help={formHelp(matter, act.act)}
        behind={behindOf(act)}
        {...(act.prints === null ? {} : { preview: { kind: matter.kind, matterId: matter.id, prints: act.prints } })}
        onDone={done}
        onCancel={leave}
        onReload={reload}
      />
    </Section>
  );
}
