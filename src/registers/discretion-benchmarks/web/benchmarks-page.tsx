import { Link, useLocation, useNavigate } from '@tanstack/react-router';
import { Button, Input, Select } from 'antd';
import { queryString } from '#ui/api/query-string.ts';
import type { ListPage } from '#ui/api/types.ts';
import { useApi } from '#ui/api/use-api.ts';
import { DayFilter } from '#ui/form/day-filter.tsx';
import { Page, Section } from '#ui/layout/page.tsx';
import { EmptyState, Loaded } from '#ui/layout/states.tsx';
import { useSession } from '#ui/session.tsx';
import { ExportButton } from '#ui/table/export-button.tsx';
import type { BenchmarkView } from '../contract.ts';
import { DRAFTER_ROLES } from '../lifecycle.ts';
import { shortWords } from '../reading/benchmark-sheet.ts';
import { daysWords } from './benchmark-parts.tsx';
import './benchmarks.css';

type Filter = { readonly q: string; readonly maker: string; readonly on: string };
type Makers = { readonly items: readonly { readonly id: string; readonly name: string }[] };

/** 裁量权基准: what is in force on a day, by 违法行为 and organ. */
export function BenchmarksPage() {
  const params = new URLSearchParams(useLocation().searchStr);
  const { today, post } = useSession();
  const navigate = useNavigate();
  const filter = { q: params.get('q')?.trim() ?? '', maker: params.get('maker') ?? '', on: params.get('on') ?? today };
  const cursor = params.get('cursor') ?? '';
  const list = useApi<ListPage<BenchmarkView>>(`/api/benchmarks${queryString({ ...filter, cursor })}`, { keepPrevious: true });
  const drafts = DRAFTER_ROLES.includes(post.role);
  return (
    <Page
      title="裁量权基准"
      status={`${filter.on === today ? '今日' : filter.on}有效的基准。拟稿和办理在台账中。`}
      actions={
        <>
          <ExportButton path={`/api/benchmarks/export${queryString(filter)}`} name="裁量权基准" />
          <Link to={'/ledger/discretion-benchmark' as string}>台账</Link>
          {drafts ? <Link to={'/benchmarks/import' as string}>导入</Link> : null}
        </>
      }
      primary={
        drafts ? (
          <Button type="primary" onClick={() => void navigate({ to: '/benchmarks/new' as string })}>
            拟制或补录
          </Button>
        ) : null
      }
    >
      <Tools key={JSON.stringify(filter)} {...filter} />
      <Loaded query={list} what="裁量权基准">
        {(page) => (
          <Section title={`基准（${page.total?.exact === false ? '一万以上' : (page.total?.count ?? 0)} 件）`}>
            <Items page={page} filter={filter} later={cursor !== ''} />
          </Section>
        )}
      </Loaded>
    </Page>
  );
}

function Tools({ q, maker, on }: Filter) {
  const navigate = useNavigate();
  const makers = useApi<Makers>('/api/benchmarks/makers');
  const go = (changed: Partial<Filter>): void => void navigate({ to: `/benchmarks${queryString({ q, maker, on, ...changed })}` });
  return (
    <div className="fh-list db-tools">
      <Input.Search
        aria-label="违法行为、违反条款或罚则中的词"
        placeholder="违法行为、违反条款或罚则中的词"
        defaultValue={q}
        enterButton="查找"
        onSearch={(typed) => go({ q: typed.trim() })}
      />
      <Select
        aria-label="制定机关"
        style={{ minWidth: 220 }}
        value={maker}
        options={[{ value: '', label: '所有制定机关' }, ...(makers.data?.items ?? []).map((m) => ({ value: m.id, label: m.name }))]}
        onChange={(chosen) => go({ maker: chosen })}
      />
      <DayFilter label="哪一日有效" day={on} go={(day) => go({ on: day })} />
    </div>
  );
}

function Items({ page, filter, later }: { page: ListPage<BenchmarkView>; filter: Filter; later: boolean }) {
  const navigate = useNavigate();
  const go = (cursor: string): void => void navigate({ to: `/benchmarks${queryString({ ...filter, cursor })}` });
  if (page.items.length === 0)
    return (
      <EmptyState>
        {filter.q === '' && filter.maker === '' ? '该日没有有效的裁量权基准。' : '没有符合条件的基准。可换一个词、机关或者日期。'}
      </EmptyState>
    );
  return (
    <>
      <ul className="db-list" aria-label="裁量权基准">
        {page.items.map((b) => (
          <li key={b.versionId}>
            <Link to={`/benchmarks/${b.id}${queryString({ on: filter.on })}`}>{b.violation}</Link>
            <div className="fh-quiet">
              {b.maker}　{b.documentNumber}　{daysWords(b)}
              {b.reported ? '　补录' : ''}
            </div>
            <div className="fh-quiet">
              {b.content.penalty}　{shortWords(b.content)}
            </div>
          </li>
        ))}
      </ul>
      {later || page.cursor !== null ? (
        <div className="db-tools">
          {later ? <Button onClick={() => go('')}>回到开头</Button> : null}
          {page.cursor === null ? null : <Button onClick={() => go(page.cursor ?? '')}>后面的基准</Button>}
        </div>
      ) : null}
    </>
  );
}
