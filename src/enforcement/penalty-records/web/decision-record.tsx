import { Link } from '@tanstack/react-router';
import { Fragment } from 'react';
import type { Severity } from '#law';
import type { BothTexts, TextOfDay } from '#law/library/both-texts';
import { queryString } from '#ui/api/query-string.ts';
import type { ListPage } from '#ui/api/types.ts';
import { useApi } from '#ui/api/use-api.ts';
import { SeverityTag } from '#ui/law/severity-tag.tsx';
import { FactList } from '#ui/layout/fact-list.tsx';
import { EmptyState, Loaded } from '#ui/layout/states.tsx';
import type { DecisionView, Difference } from '../contract.ts';
import './decision-record.css';

/** A reported decision in words: its facts by heading, what was changed, what another source says. */
export function DecisionRecord({ id }: { id: string }) {
  const decision = useApi<DecisionView>(`/api/penalty-records/${id}`);
  return (
    <Loaded query={decision} what="处罚决定">
      {(d) => (
        <>
          {d.mergedInto === null ? null : (
            <p className="fh-law-note">
              已并入<Link to={`/matters/${d.mergedInto}`}>另一处罚决定</Link>，不再单独计数和比对。
            </p>
          )}
          {d.groups.map((group) => (
            <div key={group.title} className="fh-facts">
              <h3 className="fh-group">{group.title}</h3>
              <FactList rows={group.fields.map(({ label, value }) => [label, value])} />
            </div>
          ))}
          <OldAndNew places={d.bothTexts} />
          <Tellings d={d} />
        </>
      )}
    </Loaded>
  );
}

/** 从旧兼从轻: what the cited places said on the day of the deed and what on the day of the decision; which is lighter a person says. */
function OldAndNew({ places }: { places: readonly BothTexts[] }) {
  if (places.length === 0) return null;
  return (
    <div className="fh-facts">
      <h3 className="fh-group">行为时和决定时的条文（《行政处罚法》第三十七条）</h3>
      <p className="fh-quiet">适用行为时的规定；决定时的规定较轻或者不认为是违法的，适用决定时的规定。孰轻由承办人判断。</p>
      {places.map(({ law, place, before, after }) => (
        <section key={`${law} ${place}`} className="pr-old-and-new" aria-label={`《${law}》${place}的新旧条文`}>
          <TextThen title="行为时" law={law} place={place} of={before} />
          <TextThen title="决定时" law={law} place={place} of={after} />
        </section>
      ))}
    </div>
  );
}

type ThenProps = { readonly title: string; readonly law: string; readonly place: string; readonly of: TextOfDay };

function TextThen({ title, law, place, of }: ThenProps) {
  const named = of.movedTo ?? { law, place };
  return (
    <article className="fh-law-card">
      <h4>
        {title}（{of.on}）
      </h4>
      <p className="fh-quiet">
        <Link to={`/laws/${encodeURIComponent(named.law)}${queryString({ on: of.on, article: of.key })}`}>
          《{named.law}》{named.place}
        </Link>
        {of.edition === null ? '' : `　${of.edition}`}
        {of.movedTo === null ? '' : '　条号已改'}
      </p>
      <p>{of.text ?? of.reason}</p>
    </article>
  );
}

function Tellings({ d: { otherwise, updates, repeats } }: { d: DecisionView }) {
  return (
    <>
      {otherwise === null ? null : (
        <div className="fh-facts">
          <h3 className="fh-group">另一来源（{otherwise.where}）</h3>
          {otherwise.differences.length === 0 ? (
            <p className="fh-quiet">与本记录一致。</p>
          ) : (
            <Differences before="本记录" after="另一来源" list={otherwise.differences} />
          )}
        </div>
      )}
      {updates.map((update, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: changes are only ever added at the end
        <div key={i} className="fh-facts">
          <h3 className="fh-group">
            第 {i + 1} 次变更（{update.reason}）
          </h3>
          <Differences before="变更前" after="变更后" list={update.differences} />
        </div>
      ))}
      {repeats.length === 0 ? null : <p className="fh-quiet">重复报送：{repeats.join('；')}。原记录不变。</p>}
    </>
  );
}

function Differences({ before, after, list }: { before: string; after: string; list: readonly Difference[] }) {
  if (list.length === 0) return <p className="fh-quiet">内容没有变化。</p>;
  return (
    <FactList
      rows={list.map((difference) => [
        difference.label,
        <Fragment key="both">
          {before}：{difference.before || '（空）'}
          <br />
          {after}：{difference.after || '（空）'}
        </Fragment>,
      ])}
    />
  );
}

type Found = {
  readonly id: string;
  readonly severity: Severity;
  readonly because: string;
  readonly statusName: string;
  readonly ruleId: string;
  readonly ruleTitle: string;
};

/** What the rules doubt about the decision, whatever has become of it. */
export function DecisionFindings({ id }: { id: string }) {
  const found = useApi<ListPage<Found>>(`/api/findings?matter=${id}&limit=100`);
  return (
    <Loaded query={found} what="预警">
      {({ items }) =>
        items.length === 0 ? (
          <EmptyState>规则没有对该决定提出预警。无法判断的规则和所缺数据见“预警—无法判断”。</EmptyState>
        ) : (
          <ul className="fh-findings-list">
            {items.map((f) => (
              <li key={f.id}>
                <SeverityTag severity={f.severity} /> <Link to={`/findings/${f.id}`}>{f.because}</Link>
                <p className="fh-quiet">
                  {f.ruleId} {f.ruleTitle} · {f.statusName}
                </p>
              </li>
            ))}
          </ul>
        )
      }
    </Loaded>
  );
}
