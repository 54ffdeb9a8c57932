import type { MatterView } from '#ui/api/types.ts';
import { LawTag } from '#ui/law/law-tag.tsx';
import { CLOSED_BY_LABELS, type ClosedBy, closedActs, nextSteps } from './now-facts.ts';

/** 暂不能办理: the steps that are closed to this post, by why. Where something can be done, what cannot stays folded away. */
export function ClosedSteps({ matter }: { matter: MatterView }) {
  const groups = (Object.keys(CLOSED_BY_LABELS) as ClosedBy[]).map((by) => ({ by, acts: closedActs(matter, by) }));
  if (groups.every((group) => group.acts.length === 0)) return null;
  const isStuck = nextSteps(matter).length === 0;
  return (
    <section className="fh-section fh-screen-only" aria-label="暂不能办理">
      {groups.map(({ by, acts }) =>
        acts.length === 0 ? null : (
          <details key={by} open={by === 'condition' && isStuck}>
            <summary>
              {CLOSED_BY_LABELS[by]}（{acts.length} 项）
            </summary>
            <ul className="fh-now-acts">
              {acts.map((act) => (
                <li key={act.act}>
                  <span>
                    <strong>{act.label}</strong>
                    <LawTag article={act.article} cite={act.cite} />
                  </span>
                  <span className="fh-closed">{act.reason}</span>
                </li>
              ))}
            </ul>
          </details>
        ),
      )}
    </section>
  );
}
