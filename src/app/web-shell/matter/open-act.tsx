import type { ActAnswer, MatterView, OfferedAct } from '#ui/api/types.ts';
import { ActForm } from '#ui/form/act-form.tsx';
import { behindOf } from '#ui/form/act-form-props.ts';
import { Section } from '#ui/layout/page.tsx';
import { useCaseLists } from '../../../supervision/case-supervision/web/form-lists.ts';
import { formStart, rowCaption } from './form-starts.ts';

type Props = {
  readonly matter: MatterView;
  readonly act: OfferedAct;
  readonly done: (answer: ActAnswer) => void;
  readonly leave: () => void;
  readonly reload: () => Promise<unknown>;
};

/** The act that is being filled in, begun with what the matter knows already. */
export function OpenAct({ matter, act, done, leave, reload }: Props) {
  const lists = useCaseLists(matter, act.act);
  return (
    <Section title={act.label}>
      <ActForm
        key={act.act}
        act={act}
        matter={matter}
        path={`/api/${matter.kind}/${matter.id}/${act.act}`}
        subject={`${matter.kind}:${act.act}:${matter.id}`}
        initial={formStart(matter, act)}
        captionOf={rowCaption(matter)}
        lists={lists}
        behind={behindOf(act)}
        {...(act.prints === null ? {} : { preview: { kind: matter.kind, matterId: matter.id, prints: act.prints } })}
        onDone={done}
        onCancel={leave}
        onReload={reload}
      />
    </Section>
  );
}
