import { Drawer } from 'antd';
import { useState } from 'react';
import { isPlatformAct } from '#law';
import type { MatterView, TimelineAct } from '#ui/api/types.ts';
import { useRefreshAll } from '#ui/api/use-api.ts';
import { Section } from '#ui/layout/page.tsx';
import { EmptyState } from '#ui/layout/states.tsx';
import { Timeline } from '#ui/matter/timeline.tsx';
import { useSession } from '#ui/session.tsx';
import { useKinds } from '../frame/kinds.ts';
import { CorrectionConfirm } from './correction-confirm.tsx';
import { CorrectionForm } from './correction-form.tsx';
import { isOpenProposal } from './corrections.ts';

type Props = {
  readonly matter: MatterView;
  readonly past: boolean;
  readonly openDocument: (id: string) => void;
  readonly say: (words: string) => void;
};

/** 经过, and putting right in the open what was recorded in error. */
export function PastPanel({ matter, past, openDocument, say }: Props) {
  const session = useSession();
  const [correcting, setCorrecting] = useState<TimelineAct | null>(null);
  const refresh = useRefreshAll();
  const kinds = useKinds();
  const opening = kinds.data?.kinds.find((kind) => kind.kind === matter.kind)?.opening ?? [];
  const done = (words: string): void => {
    setCorrecting(null);
    say(words);
    void refresh();
  };
  const tools = (act: TimelineAct) => {
    if (past || act.actor.organisationId !== session.post.organisationId || act.mode === 'system') return null;
    if (isOpenProposal(act, matter.timeline) && act.actor.name === session.name)
      return <span className="fh-quiet">等待本单位另一人确认</span>;
    if (isOpenProposal(act, matter.timeline)) return <CorrectionConfirm matter={matter} proposal={act} done={done} />;
    if (isPlatformAct(act.type) || act.retracted) return null;
    return (
      <button type="button" className="fh-linkish fh-quiet" onClick={() => setCorrecting(act)}>
        录入有误？更正
      </button>
    );
  };
  return (
    <Section title="经过">
      {matter.timeline.length === 0 ? (
        <EmptyState>这一天还没有办理记录。</EmptyState>
      ) : (
        <Timeline acts={matter.timeline} openDocument={openDocument} tools={tools} />
      )}
      <Drawer
        open={correcting !== null}
        onClose={() => setCorrecting(null)}
        size={640}
        title={`更正：${correcting?.label ?? ''}`}
        destroyOnHidden
      >
        {correcting === null ? null : (
          <CorrectionForm
            matter={matter}
            act={correcting}
            form={[...matter.acts, ...opening].find((one) => one.act === correcting.type)?.form ?? {}}
            done={done}
          />
        )}
      </Drawer>
    </Section>
  );
}
