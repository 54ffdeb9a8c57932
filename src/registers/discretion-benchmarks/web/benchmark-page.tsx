import { Link, useLocation, useNavigate, useParams } from '@tanstack/react-router';
import { Alert } from 'antd';
import { useState } from 'react';
import { penaltyWords } from '#law/discretion/benchmark';
import { queryString } from '#ui/api/query-string.ts';
import { useApi } from '#ui/api/use-api.ts';
import { DayFilter } from '#ui/form/day-filter.tsx';
import { Page, Section } from '#ui/layout/page.tsx';
import { EmptyState, Loaded } from '#ui/layout/states.tsx';
import { useSession } from '#ui/session.tsx';
import type { BenchmarkHistory, BenchmarkView } from '../contract.ts';
import { daysWords, Tiers } from './benchmark-parts.tsx';
import { Comparison } from './comparison.tsx';
import { TierPicker } from './tier-picker.tsx';
import './benchmarks.css';

/** One benchmark: as it applies on a day, the tier that facts lead to, all versions and what changed between them. */
export function BenchmarkPage() {
  const { id } = useParams({ strict: false }) as { id: string };
  const params = new URLSearchParams(useLocation().searchStr);
  const { today } = useSession();
  const on = params.get('on') ?? today;
  const history = useApi<BenchmarkHistory>(`/api/benchmarks/${id}`, { keepPrevious: true });
  const data = history.data;
  return (
    <Page
      title={data?.violation ?? '裁量权基准'}
      back={{ to: '/benchmarks', label: '裁量权基准' }}
      status={data === undefined ? undefined : `${data.maker}制定，${on}的规定`}
      actions={
        <>
          <DayPicker id={id} on={on} />
          {data?.own == null ? null : <Link to={`/matters/${id}`}>办理（{data.own.statusName}）</Link>}
        </>
      }
    >
      <Loaded query={history} what="裁量权基准">
        {(found) => <Reading history={found} on={on} />}
      </Loaded>
    </Page>
  );
}

function DayPicker({ id, on }: { id: string; on: string }) {
  const navigate = useNavigate();
  return (
    <DayFilter
      label="哪一日的规定"
      day={on}
      go={(day) => void navigate({ to: `/benchmarks/${id}${queryString({ on: day })}`, replace: true })}
    />
  );
}

function Reading({ history, on }: { history: BenchmarkHistory; on: string }) {
  const version = history.versions.find((v) => v.from <= on && (v.through === null || on <= v.through));
  return (
    <>
      {version === undefined ? (
        <EmptyState>该日没有有效的版本。请从下面的版本中选择，或者换一个日期。</EmptyState>
      ) : (
        <OneVersion key={version.versionId} version={version} />
      )}
      <Section title={`版本（${history.versions.length}）`}>
        <ul className="db-list" aria-label="版本">
          {history.versions.map((v) => (
            <li key={v.versionId}>
              <Link to={`/benchmarks/${history.id}${queryString({ on: v.from })}`}>第{v.no}版</Link>　{v.documentNumber}　{daysWords(v)}
              {v.reported ? '　补录' : ''}
            </li>
          ))}
        </ul>
      </Section>
      {history.versions.length < 2 ? null : <Comparison versions={history.versions} />}
    </>
  );
}

function OneVersion({ version }: { version: BenchmarkView }) {
  const { content } = version;
  const [chosen, setChosen] = useState<number | null>(null);
  return (
    <>
      {version.reported ? (
        <Alert type="info" showIcon className="fh-note" title="本版本为补录，未经平台的合法性条件检查；不合之处见监督预警。" />
      ) : null}
      <Section title={`第${version.no}版`}>
        <dl className="db-facts">
          <dt>权责事项</dt>
          <dd>{content.itemCode ?? '没有区分事项，凡按本罚则处罚的适用'}</dd>
          <dt>违反条款</dt>
          <dd>{content.breach}</dd>
          <dt>罚则</dt>
          <dd>{content.penalty}</dd>
          <dt>法定处罚</dt>
          <dd>{penaltyWords(content.statutory)}</dd>
          <dt>公布</dt>
          <dd>
            {version.documentNumber}，{version.publishedOn}，{version.place}
          </dd>
          <dt>有效期</dt>
          <dd>{daysWords(version)}</dd>
        </dl>
        <Tiers content={content} chosen={chosen} />
      </Section>
      <TierPicker version={version} onTier={setChosen} />
    </>
  );
}
