import { Link, useLocation, useNavigate } from '@tanstack/react-router';
import { Page } from '#ui/layout/page.tsx';
import { Tabs } from '#ui/layout/tabs.tsx';
import { useHasRole } from '#ui/session.tsx';
import type { Column, Filter } from '#ui/table/columns.ts';
import { DataTable } from '#ui/table/data-table.tsx';
import type { EntryItem } from '../contract.ts';
import { LIST_LABELS, POWER_KIND_LABELS } from '../model.ts';
import { ComparePanel } from './compare-panel.tsx';
import { CoveragePanel } from './coverage-panel.tsx';
import { dutyWords, EntryLink } from './entry-words.tsx';

export const ENTRY_COLUMNS: readonly Column<EntryItem>[] = [
  { id: 'list', title: '清单', width: 120, render: (e) => LIST_LABELS[e.list] },
  { id: 'code', title: '事项编码', width: 130, render: (e) => e.code },
  { id: 'name', title: '事项名称', always: true, wrap: true, card: 'head', render: (e) => <EntryLink entry={e} /> },
  { id: 'organisation', title: '单位', wrap: true, render: (e) => e.organisationName },
  { id: 'powerKind', title: '权力类别', width: 100, render: (e) => (e.powerKind === null ? '—' : POWER_KIND_LABELS[e.powerKind]) },
  { id: 'basis', title: '设定依据', wrap: true, render: (e) => e.basis },
  { id: 'domain', title: '执法领域', width: 110, hidden: true, render: (e) => e.domain ?? '—' },
  { id: 'post', title: '岗位和执法人员', wrap: true, hidden: true, render: dutyWords },
  { id: 'conditions', title: '适用条件', wrap: true, hidden: true, render: (e) => e.conditions ?? '—' },
  { id: 'publishedOn', title: '公布日期', width: 110, render: (e) => e.publishedOn ?? '未写明' },
  { id: 'from', title: '生效日', width: 110, hidden: true, render: (e) => e.from },
  { id: 'through', title: '失效日', width: 110, hidden: true, render: (e) => e.through ?? '—' },
];
const FILTERS: readonly Filter[] = [
  { id: 'q', label: '名称、编码或依据', as: 'text' },
  { id: 'list', label: '清单', as: 'choice', options: LIST_LABELS },
  { id: 'organisation', label: '单位', as: 'organisation' },
  { id: 'power', label: '权力类别', as: 'choice', options: POWER_KIND_LABELS },
  { id: 'published', label: '公布', as: 'choice', options: { true: '已写公布日期', false: '没有写公布日期' } },
  { id: 'on', label: '哪一日有效', as: 'date' },
];

const TABS = { entries: '清单事项', coverage: '录入情况', compare: '两日比较' } as const;

/** 清单: what every unit may do, as published and as valid on a day. */
export function ListsPage() {
  const asked = new URLSearchParams(useLocation().searchStr).get('tab') ?? 'entries';
  const navigate = useNavigate();
  const mayKeep = useHasRole(['handler', 'legal-office', 'supervisor', 'receiver']);
  return (
    <Page
      title="清单"
      actions={mayKeep ? <Link to="/list-changes/new">调整本单位清单</Link> : null}
      status="权责清单、检查和抽查事项、重点监管事项、四张清单、赋权清单、岗位职责分解、内部监督制度和年度检查计划；不选日期的，列出今日有效的。"
    >
      <Tabs
        label="清单"
        active={Object.hasOwn(TABS, asked) ? asked : 'entries'}
        onChange={(tab) => void navigate({ to: tab === 'entries' ? '/lists' : `/lists?tab=${tab}` })}
        items={[
          { key: 'entries', label: TABS.entries, children: <Entries /> },
          { key: 'coverage', label: TABS.coverage, children: <CoveragePanel /> },
          { key: 'compare', label: TABS.compare, children: <ComparePanel /> },
        ]}
      />
    </Page>
  );
}

function Entries() {
  return (
    <DataTable<EntryItem>
      id="power-lists"
      what="清单事项"
      path="/api/power-lists"
      exportPath="/api/power-lists/export"
      columns={ENTRY_COLUMNS}
      filters={FILTERS}
      rowKey={(e) => e.id}
      href={(e) => `/lists/${e.id}`}
      empty="还没有录入清单。各单位从“调整本单位清单”录入并公布，或者由市司法局在“名录载入”载入后，列在这里。"
    />
  );
}
