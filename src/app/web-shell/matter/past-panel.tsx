import type { MatterView } from '#ui/api/types.ts';
import { Section } from '#ui/layout/page.tsx';
import { EmptyState } from '#ui/layout/states.tsx';
import { Timeline } from '#ui/matter/timeline.tsx';

export function PastPanel({ matter, openDocument }: { matter: MatterView; openDocument: (id: string) => void }) {
  return (
    <Section title="经过">
      {matter.timeline.length === 0 ? (
        <EmptyState>这一天还没有办理记录。</EmptyState>
      ) : (
        <Timeline acts={matter.timeline} openDocument={openDocument} />
      )}
    </Section>
  );
}
