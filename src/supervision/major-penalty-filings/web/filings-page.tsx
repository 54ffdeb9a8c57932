import { Link, useLocation } from '@tanstack/react-router';
import { Flex } from 'antd';
import { queryString } from '#ui/api/query-string.ts';
import { useApi } from '#ui/api/use-api.ts';
import { Page } from '#ui/layout/page.tsx';
import type { Filter } from '#ui/table/columns.ts';
import { DataTable } from '#ui/table/data-table.tsx';
import { type FilingCounts, type FilingItem, STATE_LABELS, type State } from '../contract.ts';
import { FILING_COLUMNS } from './filing-columns.tsx';

const FILTERS: readonly Filter[] = [
  { id: 'q', label: '文号、当事人或机关', as: 'text' },
  { id: 'organ', label: '处罚机关', as: 'organisation' },
  { id: 'state', label: '台账状态', as: 'choice', options: STATE_LABELS },
  { id: 'from', label: '决定日期自', as: 'date' },
  { id: 'until', label: '决定日期至', as: 'date' },
];

/** 重大处罚备案: the ledger of what has to be filed and what has been, within the reader's sight (细则 18). */
export function FilingsPage() {
  return (
    <Page
      title="重大处罚备案"
      status="平台从归集的处罚决定中自动列出应当备案的，自决定次日起计期（期限待核定）；报送、逾期、审查都记在这里。"
    >
      <Counts />
      <DataTable<FilingItem>
        id="major-filings"
        what="重大行政处罚备案"
        path="/api/major-penalty-filings"
        exportPath="/api/major-penalty-filings/export"
        columns={FILING_COLUMNS}
        filters={FILTERS}
        rowKey={(f) => f.id}
        href={(f) => `/matters/${f.id}`}
        empty="还没有应当备案的重大行政处罚。归集的处罚决定达到标准的，几秒后自动列在这里。"
      />
    </Page>
  );
}

const COUNTED = Object.keys(STATE_LABELS) as State[];

/** Of what the other filters leave: how many have to be filed and where they stand; each leads to its list. */
function Counts() {
  const params = new URLSearchParams(useLocation().searchStr);
  const others = Object.fromEntries(['q', 'organ', 'from', 'until'].map((key) => [key, params.get(key)]));
  const { data } = useApi<FilingCounts>(`/api/major-penalty-filings/counts${queryString(others)}`, { keepPrevious: true });
  if (data === undefined) return null;
  return (
    <Flex wrap gap="4px 16px" className="fh-note" role="status">
      <span>应备案共 {data.owed} 件</span>
      {COUNTED.filter((state) => data[state] > 0).map((state) => (
        <Link key={state} to={`/major-filings${queryString({ ...others, state })}`}>
          {STATE_LABELS[state]} {data[state]}
        </Link>
      ))}
    </Flex>
  );
}
