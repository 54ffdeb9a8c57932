import { Link, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { cite, formatCitation } from '#law';
import { useApi } from '#ui/api/use-api.ts';
import { SeverityTag } from '#ui/law/severity-tag.tsx';
import { Page, Section } from '#ui/layout/page.tsx';
import { ErrorState, Loading } from '#ui/layout/states.tsx';
import { dayOfInstant, instantWords } from '#ui/time-words.ts';
import type { FindingView } from '../contract.ts';
import { type Decision, DecisionDrawer, type Done } from './decision-drawer.tsx';
import { DoneNote } from './done-note.tsx';
import { Doubt } from './doubt.tsx';
import { FindingHistory } from './finding-history.tsx';
import { percent } from './rule-words.ts';
import './online-watch.css';

/** One doubt: the facts beside what the law asks, what became of it, and what may be done. */
export function FindingPage() {
  const { id = '' } = useParams({ strict: false });
  const finding = useApi<FindingView>(`/api/findings/${id}`);
  const [decision, decide] = useState<Decision | null>(null);
  const [done, setDone] = useState<Done | null>(null);
  const f = finding.data;
  if (f === undefined) {
    return (
      <Page title="预警" back={{ to: '/findings', label: '预警' }}>
        {finding.error === null ? (
          <Loading what="预警" />
        ) : (
          <ErrorState error={finding.error} where="预警" retry={() => void finding.refetch()} />
        )}
      </Page>
    );
  }
  const first = f.offers.find((o) => o.allowed);
  return (
    <Page
      title={f.because}
      back={{ to: '/findings', label: '预警' }}
      marks={
        <>
          <SeverityTag severity={f.severity} />
          <span className="fh-mark">{f.statusName}</span>
        </>
      }
      status={`${f.organisationName} · ${f.subject}。疑点由规则 ${f.ruleId} 提出，未经监督人员认定不是问题。`}
      primary={
        first === undefined ? undefined : (
          <Button type="primary" onClick={() => decide(first.decision)}>
            {first.label}
          </Button>
        )
      }
    >
      {done === null ? null : <DoneNote done={done} close={() => setDone(null)} />}
      <div className="ow-side">
        <div>
          <Doubt f={f} />
          <Section title="经过">
            <FindingHistory events={f.events} />
          </Section>
        </div>
        <div>
          <NextSteps f={f} first={first?.decision ?? null} decide={decide} />
          <Surroundings f={f} />
        </div>
      </div>
      <DecisionDrawer
        decision={decision}
        ids={[f.id]}
        close={() => decide(null)}
        done={(what) => {
          decide(null);
          setDone(what);
        }}
      />
    </Page>
  );
}

function NextSteps({ f, first, decide }: { f: FindingView; first: Decision | null; decide: (decision: Decision) => void }) {
  const barred = barredFromAll(f.offers);
  const offers = barred === null ? f.offers : [];
  return (
    <Section title="现在">
      <div className="ow-actions">
        <p>
          {f.statusName}
          {f.answer === null ? '' : `，单位答复：${f.answer}`}
          {f.exclusion === null ? '' : `，理由：${f.exclusion}`}
        </p>
        {barred === null ? null : <p className="fh-quiet">{barred}</p>}
        {offers.map((offer) => (
          <div key={offer.decision}>
            <Button
              block
              disabled={!offer.allowed}
              {...(offer.decision === first ? { type: 'primary' as const } : {})}
              onClick={() => decide(offer.decision)}
            >
              {offer.label}
            </Button>
            {offer.reason === null ? null : <p className="fh-quiet">{offer.reason}</p>}
          </div>
        ))}
        {f.links.map((link) => (
          <Link key={link.id} to={`/matters/${link.id}`}>
            {link.title}
          </Link>
        ))}
        {f.matterId === null ? null : <Link to={`/matters/${f.matterId}`}>原事项：{f.subject}</Link>}
      </div>
    </Section>
  );
}

/** What keeps this post from every decision alike is said once, without buttons that can never be pressed. */
function barredFromAll(offers: FindingView['offers']): string | null {
  const [first] = offers;
  return first !== undefined && offers.every(({ allowed, reason }) => !allowed && reason === first.reason) ? first.reason : null;
}

function Surroundings({ f }: { f: FindingView }) {
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
