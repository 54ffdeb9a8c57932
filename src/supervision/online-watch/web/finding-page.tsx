import { useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useApi } from '#ui/api/use-api.ts';
import { SeverityTag } from '#ui/law/severity-tag.tsx';
import { Page, Section } from '#ui/layout/page.tsx';
import { ErrorState, Loading } from '#ui/layout/states.tsx';
import type { FindingView } from '../contract.ts';
import { type Decision, DecisionDrawer, type Done } from './decision-drawer.tsx';
import { DoneNote } from './done-note.tsx';
import { Doubt } from './doubt.tsx';
import { FindingHistory } from './finding-history.tsx';
import { FindingSteps } from './finding-steps.tsx';
import { FindingSurroundings } from './finding-surroundings.tsx';
import { ruleNumber } from './rule-words.ts';
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
      status={`${f.organisationName} · ${f.subject}。疑点由规则 ${ruleNumber(f.ruleId)} 提出，未经监督人员认定不是问题。`}
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
          <FindingSteps f={f} first={first?.decision ?? null} decide={decide} />
          <FindingSurroundings f={f} />
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
