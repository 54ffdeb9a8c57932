import { useLocation } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import type { FindingTab } from '#law';
import { get } from '#ui/api/client.ts';
import { useApi } from '#ui/api/use-api.ts';
import { useHasRole } from '#ui/session.tsx';
import type { Filter } from '#ui/table/columns.ts';
import { DataTable } from '#ui/table/data-table.tsx';
import { listPath } from '#ui/table/list-params.ts';
import { useListParams } from '#ui/table/use-list.ts';
import type { FindingGroup, FindingPage } from '../contract.ts';
import { type Decision, DecisionDrawer, type Done } from './decision-drawer.tsx';
import { FINDING_COLUMNS, type FindingLine } from './finding-columns.tsx';

const SEVERITIES = { red: '红色', orange: '橙色', yellow: '黄色' };
const MOST = 500;
const EMPTY: Readonly<Record<FindingTab, string>> = {
  open: '没有待核实的预警。数据导入、办件变化后，规则发现的疑点列在这里。',
  checking: '没有核查中的预警。下发单位核查、并入监督事项的预警列在这里。',
  established: '还没有认定为问题的预警。监督案件认定问题以后列在这里。',
  excluded: '还没有排除的预警。排除时写明理由，计入该规则的排除率。',
  cleared: '还没有自行消除的预警。事实改正以后规则不再提示的列在这里。',
};
const DECISIONS: Readonly<Record<FindingTab, readonly (readonly [Decision, string])[]>> = {
  open: [
    ['sent-down', '下发核查'],
    ['taken-up', '立监督案件'],
    ['excluded', '排除'],
  ],
  checking: [
    ['taken-up', '立监督案件'],
    ['excluded', '排除'],
  ],
  established: [],
  excluded: [],
  cleared: [['confirmed-cleared', '确认消除']],
};

/** One tab of the list: filters, ticking, and what may be done with many at once. */
export function FindingsList({ tab, done }: { tab: FindingTab; done: (done: Done) => void }) {
  const [selected, select] = useState<ReadonlySet<string>>(new Set());
  const [decision, decide] = useState<Decision | null>(null);
  const batch = new URLSearchParams(useLocation().searchStr).get('batch');
  const rules = useApi<{ readonly items: readonly FindingGroup[] }>(`/api/findings/groups?by=rule&tab=${tab}`);
  const filters: readonly Filter[] = [
    { id: 'q', label: '事项、疑点或单位', as: 'text' },
    { id: 'severity', label: '等级', as: 'choice', options: SEVERITIES },
    {
      id: 'rule',
      label: '规则',
      as: 'choice',
      options: Object.fromEntries((rules.data?.items ?? []).map((r) => [r.id, `${r.id} ${r.name ?? ''}（${r.count}）`])),
    },
    { id: 'organisation', label: '单位', as: 'organisation' },
    ...(batch === null ? [] : [{ id: 'batch', label: '导入', as: 'choice', options: { [batch]: '一次导入的' } } as const]),
  ];
  const decisions = useHasRole(['supervisor']) ? DECISIONS[tab] : [];
  return (
    <>
      <DataTable<FindingLine>
        id={`findings:${tab}`}
        what="预警"
        path="/api/findings"
        extra={{ tab }}
        exportPath="/api/findings/export"
        columns={FINDING_COLUMNS}
        filters={filters}
        rowKey={(f) => f.id}
        href={(f) => `/findings/${f.id}`}
        empty={EMPTY[tab]}
        {...(decisions.length === 0 ? {} : { selection: { selected, change: select, closed: (f: FindingLine) => isClosed(tab, f) } })}
      />
      {selected.size === 0 ? null : (
        <BulkBar tab={tab} filters={filters} selected={selected} select={select} decisions={decisions} decide={decide} />
      )}
      <DecisionDrawer
        decision={decision}
        ids={[...selected]}
        close={() => decide(null)}
        done={(what) => {
          decide(null);
          select(new Set());
          done(what);
        }}
      />
    </>
  );
}

function isClosed(tab: FindingTab, finding: FindingLine): boolean {
  if (tab === 'checking') return finding.status === 'taken-up';
  return tab === 'cleared' && finding.status !== 'cleared-unconfirmed';
}

type BarProps = {
  readonly tab: FindingTab;
  readonly filters: readonly Filter[];
  readonly selected: ReadonlySet<string>;
  readonly select: (ids: ReadonlySet<string>) => void;
  readonly decisions: readonly (readonly [Decision, string])[];
  readonly decide: (decision: Decision) => void;
};

/** Stands at the bottom of the window while anything is ticked. */
function BulkBar({ tab, filters, selected, select, decisions, decide }: BarProps) {
  const [params] = useListParams(filters.map((f) => f.id));
  const [busy, setBusy] = useState(false);
  const selectAll = async (): Promise<void> => {
    setBusy(true);
    try {
      const ids = new Set<string>();
      let cursor: string | null = null;
      do {
        const page: FindingPage = await get<FindingPage>(listPath('/api/findings', params, { tab, limit: '200' }, cursor));
        for (const item of page.items) if (!isClosed(tab, { ...item, ruleTitle: '' })) ids.add(item.id);
        cursor = page.cursor;
      } while (cursor !== null && ids.size < MOST);
      select(new Set([...ids].slice(0, MOST)));
    } finally {
      setBusy(false);
    }
  };
  return (
    <section className="ow-bulk" aria-label="成批办理">
      <span role="status">已选 {selected.size} 条</span>
      <Button loading={busy} onClick={() => void selectAll()}>
        选择符合筛选的全部（至多 {MOST} 条）
      </Button>
      {decisions.map(([decision, label], i) => (
        <Button key={decision} {...(i === 0 ? { type: 'primary' as const } : {})} onClick={() => decide(decision)}>
          {label}
        </Button>
      ))}
      <Button type="link" onClick={() => select(new Set())}>
        取消选择
      </Button>
    </section>
  );
}
