import { Link } from '@tanstack/react-router';
import { LawTag } from '#ui/law/law-tag.tsx';
import { Section } from '#ui/layout/page.tsx';
import { dayOfInstant } from '#ui/time-words.ts';
import type { FindingView } from '../contract.ts';
import { ruleNumber } from './rule-words.ts';
import './online-watch.css';

/** The facts beside what the law asks, and how the doubt would clear. */
export function Doubt({ f }: { f: FindingView }) {
  const outdated = f.ruleCurrent !== null && f.ruleCurrent !== f.ruleVersion;
  return (
    <Section
      title={f.ruleTitle}
      extra={
        <span className="fh-quiet">
          <Link to={`/rules/${f.ruleId}`}>{ruleNumber(f.ruleId)}</Link> 第{f.ruleVersion}版{outdated ? `（现行第${f.ruleCurrent}版）` : ''}
        </span>
      }
    >
      <div className="ow-two">
        <div className="ow-panel">
          <h3>事实</h3>
          <dl className="ow-facts">
            {Object.entries(f.facts).map(([label, value]) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ))}
            <OtherMatters others={f.others} />
          </dl>
          {f.missing === null ? null : <p className="fh-law-note">现{f.missing}，既不能维持也不能消除。</p>}
          {f.lapsed ? <p className="fh-law-note">按现有事实规则已不再提示；已并入监督事项的，由监督人员了结。</p> : null}
        </div>
        <div className="ow-panel">
          <h3>法律要求</h3>
          <p>{f.asks}</p>
          <p className="fh-laws">
            {f.articles.map(({ cite, article }) => (
              <LawTag key={article} cite={cite} article={article} grade={f.grade} inFull on={lawDay(f)} />
            ))}
          </p>
          <h3>如何消除</h3>
          <p>{f.clears}</p>
        </div>
      </div>
    </Section>
  );
}

/** The law is read as of the decision that is doubted, else as of the day on which the doubt arose. */
function lawDay(f: FindingView): string {
  const decidedOn = f.facts['处罚决定日期'] ?? '';
  return /^\d{4}-\d{2}-\d{2}$/.test(decidedOn) ? decidedOn : dayOfInstant(f.openedAt);
}

/** What the doubt rests on besides its own matter; what is not in the reader's sight stays nameless. */
function OtherMatters({ others: { seen, elsewhere } }: Pick<FindingView, 'others'>) {
  if (seen.length + elsewhere === 0) return null;
  return (
    <div>
      <dt>相关办件</dt>
      <dd>
        <ul className="ow-list">
          {seen.map((m) => (
            <li key={m.id}>
              <Link to={`/matters/${m.id}`}>{m.title}</Link>
              <span className="fh-quiet"> {m.unit ?? ''}</span>
            </li>
          ))}
          {elsewhere === 0 ? null : <li className="fh-quiet">另一机关的办件 {elsewhere} 件（不在本岗位范围内）</li>}
        </ul>
      </dd>
    </div>
  );
}
