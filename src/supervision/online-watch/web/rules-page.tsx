import { Link } from '@tanstack/react-router';
import { Input } from 'antd';
import { useState } from 'react';
import { useApi } from '#ui/api/use-api.ts';
import { LawTag } from '#ui/law/law-tag.tsx';
import { SeverityTag } from '#ui/law/severity-tag.tsx';
import { Page, Section } from '#ui/layout/page.tsx';
import { Loaded } from '#ui/layout/states.tsx';
import { usePhone } from '#ui/media.ts';
import { CardList } from '#ui/table/card-list.tsx';
import type { Column } from '#ui/table/columns.ts';
import { RowTable } from '#ui/table/row-table.tsx';
import type { RuleLine, RuleList } from '../contract.ts';
import { percent, ruleNumber } from './rule-words.ts';
import './online-watch.css';

const COLUMNS: readonly Column<RuleLine>[] = [
  { id: 'severity', title: '等级', width: 70, card: 'head', render: (r) => <SeverityTag severity={r.severity} /> },
  { id: 'id', title: '编号', width: 60, card: 'head', render: (r) => ruleNumber(r.id) },
  { id: 'title', title: '问什么', wrap: true, width: 240, card: 'head', render: (r) => <Link to={`/rules/${r.id}`}>{r.title}</Link> },
  {
    id: 'articles',
    title: '依据',
    wrap: true,
    width: 260,
    render: (r) => (
      <span className="fh-laws">
        {r.articles.map(({ cite, article }) => (
          <LawTag key={article} cite={cite} article={article} inFull />
        ))}
        {r.verified ? null : <span className="fh-mark">待核定</span>}
      </span>
    ),
  },
  { id: 'mode', title: '作用', width: 90, card: 'none', render: (r) => (r.mode === 'B' ? '拦截并预警' : '预警') },
  { id: 'version', title: '版本', width: 70, card: 'none', render: (r) => `第${r.version}版` },
  { id: 'asked', title: '判断', align: 'right', width: 80, render: (r) => r.asked.toLocaleString('en-US') },
  { id: 'notJudged', title: '无法判断', align: 'right', width: 80, render: (r) => r.notJudged.toLocaleString('en-US') },
  { id: 'open', title: '待核实', align: 'right', width: 70, render: (r) => r.figures.open.toLocaleString('en-US') },
  { id: 'dismissed', title: '排除率', align: 'right', width: 70, card: 'none', render: (r) => percent(r.figures.dismissed) },
  { id: 'precision', title: '准确率', align: 'right', width: 70, render: (r) => percent(r.figures.precision) },
];

/** 规则: what the platform asks of every decision, and how well each question has served. */
export function RulesPage() {
  const rules = useApi<RuleList>('/api/rules');
  const [typed, setTyped] = useState('');
  const answered = rules.data?.items.length ?? 0;
  return (
    <Page title="监督规则" status={`${answered} 条规则正在运行；数字只计本岗位范围内的事项。`}>
      <Loaded query={rules} what="规则">
        {({ items, unanswered }) => (
          <>
            <div className="fh-list">
              <div className="fh-list-tools">
                <Input.Search
                  aria-label="编号、问题或依据"
                  placeholder="编号、问题或依据"
                  allowClear
                  className="fh-filter-text"
                  onChange={(event) => setTyped(event.target.value)}
                />
              </div>
              <RuleRows items={items.filter((rule) => matches(rule, typed.trim()))} />
            </div>
            <Sources items={items} />
            <Section title={`尚缺数据、不能判断的规则（${unanswered.length} 条）`}>
              <details>
                <summary>这些规则对现有数据一律答复“无法判断”，不当作合法</summary>
                <ul className="ow-list">
                  {unanswered.map((rule) => (
                    <li key={rule.id}>
                      {rule.id} {rule.name}：{rule.missing}
                    </li>
                  ))}
                </ul>
              </details>
            </Section>
          </>
        )}
      </Loaded>
    </Page>
  );
}

/** Each rule under what it is answered from; with the list of those that nothing answers it is the whole table. */
function Sources({ items }: { items: readonly RuleLine[] }) {
  return (
    <Section title="各条规则由什么判断">
      <ul className="ow-list">
        {[...new Set(items.map((rule) => rule.answeredFrom))].map((source) => {
          const rules = items.filter((rule) => rule.answeredFrom === source).map((rule) => ruleNumber(rule.id));
          return (
            <li key={source}>
              {source}（{rules.length} 条）：{rules.toSorted().join('、')}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

function RuleRows({ items }: { items: readonly RuleLine[] }) {
  const phone = usePhone();
  const list = { rows: items, columns: COLUMNS, rowKey: (r: RuleLine) => r.id, href: (r: RuleLine) => `/rules/${r.id}` };
  return phone ? <CardList {...list} /> : <RowTable {...list} what="规则" sort={null} onSort={() => undefined} />;
}

function matches(rule: RuleLine, words: string): boolean {
  const text = [rule.id, rule.title, ...rule.articles.map((a) => a.article)].join(' ');
  return words === '' || text.toLowerCase().includes(words.toLowerCase());
}
