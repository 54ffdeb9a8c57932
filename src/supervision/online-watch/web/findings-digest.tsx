import { Link } from '@tanstack/react-router';
import type { Severity } from '#law';
import { useApi } from '#ui/api/use-api.ts';
import { SeverityTag } from '#ui/law/severity-tag.tsx';
import { Section } from '#ui/layout/page.tsx';
import { Loaded } from '#ui/layout/states.tsx';
import { instantWords } from '#ui/time-words.ts';
import type { FindingGroup, FindingsSummary } from '../contract.ts';
import './online-watch.css';

const SEVERITIES = ['red', 'orange', 'yellow'] as const satisfies readonly Severity[];
const MOST = 5;

/** 新预警: what the rules doubt and nobody has yet decided, by grade, rule and unit. For the first page of a post. */
export function FindingsDigest() {
  const summary = useApi<FindingsSummary>('/api/findings/summary');
  return (
    <Section title="待核实预警" extra={<Link to="/findings">全部预警 →</Link>}>
      <Loaded query={summary} what="预警">
        {(found) => (waiting(found) === 0 ? <NothingWaits found={found} /> : <Waiting found={found} />)}
      </Loaded>
    </Section>
  );
}

function NothingWaits({ found }: { found: FindingsSummary }) {
  const last = found.lastJudgedAt === null ? '规则判断过的事项有疑点时会列在这里。' : `最近一次判断 ${instantWords(found.lastJudgedAt)}。`;
  return <p className="fh-quiet">没有待核实的预警。{last}</p>;
}

function Waiting({ found }: { found: FindingsSummary }) {
  return (
    <>
      <p className="ow-grades">
        {SEVERITIES.map((severity) => (
          <Link key={severity} to="/findings" search={{ severity }}>
            <SeverityTag severity={severity} /> {waiting(found, severity)}
          </Link>
        ))}
        {found.lastJudgedAt === null ? null : <span className="fh-quiet">最近一次判断 {instantWords(found.lastJudgedAt)}</span>}
      </p>
      <div className="ow-two">
        <Most by="rule" title="按规则" />
        <Most by="organisation" title="按单位" />
      </div>
    </>
  );
}

function Most({ by, title }: { by: 'rule' | 'organisation'; title: string }) {
  const groups = useApi<{ readonly items: readonly FindingGroup[] }>(`/api/findings/groups?by=${by}&tab=open`);
  return (
    <div>
      <h3>{title}</h3>
      <Loaded query={groups} what={title}>
        {({ items }) => (
          <ol className="ow-most" aria-label={`待核实预警${title}`}>
            {items.slice(0, MOST).map((group) => (
              <li key={group.id}>
                <Link to="/findings" search={{ [by]: group.id }}>
                  {by === 'rule' ? `${group.id} ${group.name ?? ''}` : group.name}
                </Link>
                <span>{group.count}</span>
              </li>
            ))}
            {items.length > MOST ? (
              <li>
                <Link to="/findings" search={{ view: by }}>
                  还有 {items.length - MOST} 项…
                </Link>
              </li>
            ) : null}
          </ol>
        )}
      </Loaded>
    </div>
  );
}

function waiting({ counts }: FindingsSummary, severity?: Severity): number {
  return counts.filter((c) => c.tab === 'open' && (severity === undefined || c.severity === severity)).reduce((sum, c) => sum + c.count, 0);
}
