import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import type { MatterView } from '#ui/api/types.ts';
import { useApi } from '#ui/api/use-api.ts';
import { SeverityTag } from '#ui/law/severity-tag.tsx';
import { Section } from '#ui/layout/page.tsx';
import { EmptyState, Loaded } from '#ui/layout/states.tsx';
import type { FindingItem, FindingPage, FindingView } from '../contract.ts';
import { type Decision, DecisionDrawer, type Done } from './decision-drawer.tsx';
import { DoneNote } from './done-note.tsx';
import { Doubt } from './doubt.tsx';
import { ruleNumber } from './rule-words.ts';
import './online-watch.css';

type Checked = FindingItem & { readonly ruleTitle: string };
type CheckedPage = Omit<FindingPage, 'items'> & { readonly items: readonly Checked[] };

const MOST = 200;
/** More than one check can ask about. */
const MOST_ASKED = 1_000;
/** So few are read at a glance, and stand open. */
const FEW = 2;

/** What an alert check asks about: each finding with its facts and the law, what the unit answered, and the way on once it is closed. */
export function CheckFindings({ matter }: { matter: Pick<MatterView, 'id' | 'closed' | 'timeline'> }) {
  const numberOf = numbersIn(matter);
  const found = useApi<CheckedPage>(`/api/findings?check=${matter.id}&limit=${MOST}`);
  return (
    <Section title="所核查的预警">
      <Loaded query={found} what="预警">
        {({ items, cursor }) =>
          items.length === 0 ? (
            <EmptyState>所核查的预警已另行核查，或者不在本岗位范围内。</EmptyState>
          ) : (
            <>
              {matter.closed ? <WayOn standing={items.filter(isStanding)} /> : null}
              <ul className="ow-checked">
                {inOrder(items, numberOf).map((f) => (
                  <CheckedFinding key={f.id} f={f} no={numberOf.get(f.id)} unfolded={items.length <= FEW} />
                ))}
              </ul>
              {cursor === null ? null : <p className="fh-quiet">只列出前 {MOST} 条，其余见预警页。</p>}
            </>
          )
        }
      </Loaded>
    </Section>
  );
}

/** 序号 by which the forms of the check name its findings one by one: in the order in which they were sent down. */
function numbersIn({ timeline }: Pick<MatterView, 'timeline'>): ReadonlyMap<string, number> {
  const sent = timeline.find(({ type }) => type === 'send')?.input?.['findings'];
  const rows = Array.isArray(sent) ? (sent as readonly { readonly finding: string }[]) : [];
  return new Map(rows.map(({ finding }, i) => [finding, i + 1]));
}

function inOrder(items: readonly Checked[], numberOf: ReadonlyMap<string, number>): readonly Checked[] {
  const place = ({ id }: Checked): number => numberOf.get(id) ?? MOST_ASKED;
  return [...items].sort((a, b) => place(a) - place(b));
}

function isStanding({ status }: FindingItem): boolean {
  return status === 'open' || status === 'answered';
}

function CheckedFinding({ f, no, unfolded }: { f: Checked; no: number | undefined; unfolded: boolean }) {
  const [open, setOpen] = useState(unfolded);
  return (
    <li>
      {no === undefined ? null : <strong>{no}. </strong>}
      <SeverityTag severity={f.severity} /> <Link to={`/findings/${f.id}`}>{f.because}</Link>
      <p className="fh-quiet">
        {ruleNumber(f.ruleId)} {f.ruleTitle} · {f.subject} · {f.statusName}
      </p>
      {unfolded ? (
        <InFull id={f.id} />
      ) : (
        <details onToggle={(event) => setOpen(event.currentTarget.open)}>
          <summary>事实、法律要求和单位答复</summary>
          {open ? <InFull id={f.id} /> : null}
        </details>
      )}
    </li>
  );
}

function InFull({ id }: { id: string }) {
  const finding = useApi<FindingView>(`/api/findings/${id}`);
  return (
    <Loaded query={finding} what="预警">
      {(f) => {
        const answer = f.events.find((event) => event.type === 'answered');
        return (
          <>
            {answer === undefined ? null : (
              <p className="ow-answer">
                <strong>单位答复</strong>　{answer.words}
              </p>
            )}
            <Doubt f={f} />
          </>
        );
      }}
    </Loaded>
  );
}

const ON: readonly Decision[] = ['taken-up', 'excluded'];

/** What was confirmed as still in doubt goes on from here, all of it at once or one by one on its own page. */
function WayOn({ standing }: { standing: readonly Checked[] }) {
  const [decision, decide] = useState<Decision | null>(null);
  const [done, setDone] = useState<Done | null>(null);
  const [first] = standing;
  return (
    <>
      {done === null ? null : <DoneNote done={done} close={() => setDone(null)} />}
      {first === undefined ? null : <StandingOffers first={first.id} count={standing.length} decide={decide} />}
      <DecisionDrawer
        decision={decision}
        ids={standing.map(({ id }) => id)}
        close={() => decide(null)}
        done={(what) => {
          decide(null);
          setDone(what);
        }}
      />
    </>
  );
}

function StandingOffers({ first, count, decide }: { first: string; count: number; decide: (decision: Decision) => void }) {
  const finding = useApi<FindingView>(`/api/findings/${first}`);
  const offers = (finding.data?.offers ?? []).filter(({ decision, allowed }) => allowed && ON.includes(decision));
  if (offers.length === 0) return null;
  return (
    <div className="fh-choice-row">
      <span>{count} 条疑点仍在：</span>
      {offers.map((offer, i) => (
        <Button key={offer.decision} {...(i === 0 ? { type: 'primary' as const } : {})} onClick={() => decide(offer.decision)}>
          {offer.label}
        </Button>
      ))}
    </div>
  );
}
