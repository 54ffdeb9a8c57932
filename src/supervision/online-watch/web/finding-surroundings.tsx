import { Link } from '@tanstack/react-router';
import { cite, formatCitation } from '#law';
import { Section } from '#ui/layout/page.tsx';
import { dayOfInstant, instantWords } from '#ui/time-words.ts';
import type { FindingView } from '../contract.ts';
import { percent } from './rule-words.ts';

/** What stands around a doubt: the unit's earlier ones, how the rule has fared, and the register's own words about it. */
export function FindingSurroundings({ f }: { f: FindingView }) {
  const { figures } = f;
  return (
    <>
      <Section title="本单位此前同类预警">
        {f.earlier.length === 0 ? (
          <p className="fh-quiet">没有。</p>
        ) : (
          <ul className="ow-list">
            {f.earlier.map((e) => (
              <li key={e.id}>
                <Link to={`/findings/${e.id}`}>{e.because}</Link>
                <span className="fh-quiet">
                  {' '}
                  {dayOfInstant(e.openedAt)} · {e.statusName}
                </span>
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section title="这条规则至今">
        <p>
          在本岗位范围内共提出 {figures.found} 条，认定 {figures.established} 条，误报 {figures.falseAlarms} 条
          {figures.precision === null ? '；尚无可计算准确率的处理结果。' : `；准确率 ${percent(figures.precision)}。`}
        </p>
      </Section>
      <Section title="登记">
        <dl className="ow-facts">
          <Row label="监督内容" value={dutyWords(f.duty)} />
          <Row label="行为类型" value={f.conduct ?? '—'} />
          <Row label="依据效力" value={f.gradeName} />
          <Row label="发现时间" value={instantWords(f.openedAt)} />
          <Row label="最近变化" value={instantWords(f.changedAt)} />
        </dl>
      </Section>
    </>
  );
}

/** "8(7)" as the article that it names. */
function dutyWords(duty: string | null): string {
  const [, article, item] = /^(\d+)\((\d+)\)$/.exec(duty ?? '') ?? [];
  return article === undefined || item === undefined ? '—' : formatCitation(cite('实施细则', Number(article), undefined, Number(item)));
}

function Row({ label, value }: { label: string; value: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
}
