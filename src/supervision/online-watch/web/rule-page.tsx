import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useApi } from '#ui/api/use-api.ts';
import { LawTag } from '#ui/law/law-tag.tsx';
import { SeverityTag } from '#ui/law/severity-tag.tsx';
import { Page, Section } from '#ui/layout/page.tsx';
import { Loaded } from '#ui/layout/states.tsx';
import { dayOfInstant } from '#ui/time-words.ts';
import type { RuleView } from '../contract.ts';
import { percent, ruleNumber, spanWords } from './rule-words.ts';
import './online-watch.css';

/** One rule: what it asks and by which article, what it must and must not raise, its parameters, and how it has served. */
export function RulePage() {
  const { id = '' } = useParams({ strict: false });
  const rule = useApi<RuleView>(`/api/rules/${id}`);
  return (
    <Loaded query={rule} what="规则">
      {(r) => (
        <Page
          title={`${ruleNumber(r.id)} ${r.title}`}
          back={{ to: '/rules', label: '监督规则' }}
          marks={<SeverityTag severity={r.severity} />}
          status={`${r.mode === 'B' ? '平台办理时拦截，补录和导入时预警' : '只预警，不拦截'}；第${r.version}版；${r.reach}。`}
          actions={<Link to={`/findings?tab=open&rule=${r.id}`}>待核实的预警（{r.figures.open}）</Link>}
        >
          <Section title="法律要求">
            <p>{r.asks}</p>
            <p className="fh-laws">
              {r.articles.map(({ cite, article }) => (
                <LawTag key={article} cite={cite} article={article} inFull />
              ))}
              <span className={r.verified ? 'fh-quiet' : 'fh-mark'}>{r.gradeName}</span>
            </p>
          </Section>
          <Section title="运行情况">
            <Figures r={r} />
          </Section>
          <Section title="必须发现，不得发现">
            <div className="ow-two">
              <Examples title="▲ 必须发现" list={r.examples.trips} />
              <Examples title="✓ 不得发现" list={r.examples.clears} />
              <Examples title="无法判断" list={r.examples.unknown} />
            </div>
          </Section>
          <Section title="参数" extra={<span className="fh-quiet">{r.profileName}</span>}>
            {r.parameters.length === 0 ? <p className="fh-quiet">这条规则没有参数。</p> : <Parameters list={r.parameters} />}
          </Section>
          <div className="ow-two">
            <Section title="缺哪些数据">
              <Lines
                empty="没有因缺少数据而无法判断的事项。"
                list={r.missing.map((m) => `${m.missing}：${m.count.toLocaleString('en-US')} ${m.of === 'unit' ? '个单位年度' : '件'}`)}
              />
            </Section>
            <Section title="版本">
              <Lines
                empty="还没有提出过预警。"
                list={r.versions.map(
                  (v) => `第${v.version}版：${v.findings.toLocaleString('en-US')} 条预警，最早 ${dayOfInstant(v.since)}`,
                )}
              />
            </Section>
          </div>
        </Page>
      )}
    </Loaded>
  );
}

function Figures({ r }: { r: RuleView }) {
  const { figures } = r;
  const all: readonly (readonly [string, ReactNode])[] = [
    ['判断', r.asked.toLocaleString('en-US')],
    ['无法判断', r.notJudged.toLocaleString('en-US')],
    ['提出预警', figures.found.toLocaleString('en-US')],
    ['待核实', figures.open],
    ['核查中', figures.checking],
    ['已认定', figures.established],
    ['已排除', figures.excluded],
    ['其中误报', figures.falseAlarms],
    ['已消除', figures.cleared],
    ['排除率', percent(figures.dismissed)],
    ['准确率', percent(figures.precision)],
    ['消除用时', spanWords(figures.medianHoursToClear)],
  ];
  return (
    <dl className="ow-figures">
      {all.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Examples({ title, list }: { title: string; list: readonly string[] }) {
  return (
    <div className="ow-panel">
      <h3>{title}</h3>
      <Lines empty="—" list={list} />
    </div>
  );
}

function Lines({ list, empty }: { list: readonly string[]; empty: string }) {
  if (list.length === 0) return <p className="fh-quiet">{empty}</p>;
  return (
    <ul className="ow-list">
      {list.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

function Parameters({ list }: { list: RuleView['parameters'] }) {
  return (
    <div className="fh-table-wrap">
      <table className="fh-table" aria-label="参数">
        <thead>
          <tr>
            <th scope="col">参数</th>
            <th scope="col" className="fh-right">
              取值
            </th>
            <th scope="col">效力</th>
            <th scope="col">自</th>
          </tr>
        </thead>
        <tbody>
          {list.map((p) => (
            <tr key={p.name}>
              <td>{p.label}</td>
              <td className="fh-right">{p.value}</td>
              <td>{p.verified ? p.gradeName : <span className="fh-mark">{p.gradeName}</span>}</td>
              <td className="fh-nowrap">{p.from}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
