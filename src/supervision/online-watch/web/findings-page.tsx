import { useLocation, useNavigate } from '@tanstack/react-router';
import { Segmented, Select } from 'antd';
import { useState } from 'react';
import { FINDING_TAB_LABELS, type FindingTab } from '#law';
import { useApi } from '#ui/api/use-api.ts';
import { Page } from '#ui/layout/page.tsx';
import { Tabs } from '#ui/layout/tabs.tsx';
import { usePhone } from '#ui/media.ts';
import { instantWords } from '#ui/time-words.ts';
import type { FindingsSummary } from '../contract.ts';
import type { Done } from './decision-drawer.tsx';
import { DoneNote } from './done-note.tsx';
import { FindingsGroups } from './findings-groups.tsx';
import { FindingsList } from './findings-list.tsx';
import { NotJudgedTab } from './not-judged-tab.tsx';
import './online-watch.css';

const TABS = Object.keys(FINDING_TAB_LABELS) as readonly FindingTab[];
const VIEWS = { list: '逐条', rule: '按规则', organisation: '按单位' } as const;
type View = keyof typeof VIEWS;

/** 预警: what the rules doubt, by where it stands. */
export function FindingsPage() {
  const location = useLocation();
  const navigate = useNavigate();
  const phone = usePhone();
  const [done, setDone] = useState<Done | null>(null);
  const search = new URLSearchParams(location.searchStr);
  const wanted = search.get('tab') ?? 'open';
  const tab = TABS.find((t) => t === wanted) ?? (wanted === 'not-judged' ? 'not-judged' : 'open');
  const view = (Object.keys(VIEWS) as View[]).find((v) => v === search.get('view')) ?? 'list';
  const summary = useApi<FindingsSummary>('/api/findings/summary');
  const count = (t: FindingTab): number => (summary.data?.counts ?? []).filter((c) => c.tab === t).reduce((sum, c) => sum + c.count, 0);
  const labelled = (t: FindingTab): string => (summary.data === undefined ? FINDING_TAB_LABELS[t] : `${FINDING_TAB_LABELS[t]} ${count(t)}`);
  const go = (key: string): void => void navigate({ href: `/findings?tab=${key}` });
  const tabs = [...TABS.map((t) => ({ value: t as string, label: labelled(t) })), { value: 'not-judged', label: '无法判断' }];
  const shown =
    tab === 'not-judged' ? (
      <NotJudgedTab />
    ) : view === 'list' ? (
      <FindingsList key={tab} tab={tab} done={setDone} />
    ) : (
      <FindingsGroups tab={tab} by={view} />
    );
  return (
    <Page
      title="预警"
      status={summary.data === undefined ? (summary.isError ? '没有读出各级预警的件数' : '正在读取…') : sentence(summary.data)}
    >
      {done === null ? null : <DoneNote done={done} close={() => setDone(null)} />}
      {tab === 'not-judged' ? null : (
        <Segmented
          className="ow-view"
          aria-label="汇总方式"
          value={view}
          options={Object.entries(VIEWS).map(([value, label]) => ({ value, label }))}
          onChange={(next) => void navigate({ href: `/findings?tab=${tab}${next === 'list' ? '' : `&view=${next}`}` })}
        />
      )}
      {phone ? (
        <>
          <Select className="ow-tab" aria-label="预警状态" value={tab} options={tabs} onChange={go} />
          {shown}
        </>
      ) : (
        <Tabs
          label="预警状态"
          active={tab}
          onChange={go}
          items={tabs.map(({ value, label }) => ({ key: value, label, children: value === tab ? shown : null }))}
        />
      )}
    </Page>
  );
}

function sentence({ counts, unconfirmed, lastJudgedAt }: FindingsSummary): string {
  const open = counts.filter((c) => c.tab === 'open');
  const of = (severity: string): number => open.filter((c) => c.severity === severity).reduce((sum, c) => sum + c.count, 0);
  const all = open.reduce((sum, c) => sum + c.count, 0);
  const waiting = unconfirmed === 0 ? '' : `；${unconfirmed} 条红色预警已消除，待持证监督人员确认`;
  const last = lastJudgedAt === null ? '规则还没有判断过任何事项' : `最近一次判断 ${instantWords(lastJudgedAt)}`;
  return `待核实 ${all} 条：红 ${of('red')} · 橙 ${of('orange')} · 黄 ${of('yellow')}${waiting}。${last}。`;
}
