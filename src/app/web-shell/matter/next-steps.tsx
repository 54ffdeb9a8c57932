import { Button } from 'antd';
import type { MatterView, OfferedAct } from '#ui/api/types.ts';
import { LawTag } from '#ui/law/law-tag.tsx';
import { keptActs, offeredActs } from './now-facts.ts';

type Choosing = { readonly choose: (act: string) => void; readonly open: string | null };

/** 下一步: what this post may do now; the many means that a stage offers wait under 更多, by purpose. */
export function NextSteps({ matter, choose, open }: Choosing & { readonly matter: MatterView }) {
  const offered = offeredActs(matter);
  const kept = keptActs(matter);
  if (offered.length === 0) return <p className="fh-closed">现在没有轮到您的步骤。</p>;
  return (
    <div className="fh-now-next">
      <h3 className="fh-group">下一步</h3>
      <Acts acts={offered} choose={choose} open={open} />
      {kept.length === 0 ? null : (
        <details className="fh-more">
          <summary>更多（{kept.reduce((n, { acts }) => n + acts.length, 0)} 项）</summary>
          {kept.map(({ group, acts }) => (
            <section key={group} aria-label={group}>
              <h4 className="fh-quiet">{group}</h4>
              <Acts acts={acts} choose={choose} open={open} />
            </section>
          ))}
        </details>
      )}
    </div>
  );
}

function Acts({ acts, choose, open }: Choosing & { readonly acts: readonly OfferedAct[] }) {
  return (
    <ul className="fh-now-acts">
      {acts.map((act) => (
        <li key={act.act}>
          <span>
            <Button disabled={open === act.act} onClick={() => choose(act.act)}>
              {act.label}
            </Button>
            <LawTag article={act.article} cite={act.cite} />
            {act.onlyReported ? <span className="fh-quiet">补录</span> : null}
          </span>
          {act.allowed === 'unknown' ? <span className="fh-closed">条件涉及您不能查阅的资料，由系统在办理时核对</span> : null}
        </li>
      ))}
    </ul>
  );
}
