import { Link } from '@tanstack/react-router';
import type { MatterView } from '#ui/api/types.ts';
import { LawTag } from '#ui/law/law-tag.tsx';
import { Section } from '#ui/layout/page.tsx';
import { People } from '#ui/matter/people.tsx';
import { OtherCases } from '../../../enforcement/same-party/web/other-cases.tsx';
import { awaitsDocument } from '../../../supervision/case-supervision/web/document-start.ts';
import { AskHelp } from './ask-help.tsx';
import { CitationNotes } from './citation-notes.tsx';
import { ClockLine } from './clock-line.tsx';
import { ClosedSteps } from './closed-steps.tsx';
import { NextSteps } from './next-steps.tsx';
import { isMine, leftToAnother, missing, waitedFor } from './now-facts.ts';
import { Related } from './related.tsx';
import { WhatItNeeds } from './what-it-needs.tsx';

type Props = { readonly matter: MatterView; readonly past: boolean; readonly choose: (act: string) => void; readonly open: string | null };

/** 现在: who, what, until when, what is missing, what next, and why a step is closed. */
export function NowPanel({ matter, past, choose, open }: Props) {
  const stopped = matter.clocks.filter((clock) => clock.stoppedOn !== null);
  return (
    <>
      <Section title="现在">
        <NowList matter={matter} past={past} />
        {past ? null : <NextSteps matter={matter} choose={choose} open={open} />}
      </Section>
      {past ? null : <WhatItNeeds matter={matter} />}
      {past ? null : <CitationNotes notes={matter.citations} />}
      {past ? null : <ClosedSteps matter={matter} />}
      {matter.people.length === 0 ? null : (
        <Section title="当事人">
          <People matterId={matter.id} people={matter.people} />
          {past ? null : <OtherCases matter={matter} />}
        </Section>
      )}
      <Section title="相关">
        {!past && matter.kind === 'case-supervision' && awaitsDocument(matter.state) ? (
          <p>
            <Link to={`/new/supervision-document/draft?from=${matter.id}`}>起草监督文书（带入本案认定的问题）</Link>
          </p>
        ) : null}
        {past ? null : <AskHelp matter={matter} />}
        <Related matter={matter} />
      </Section>
      {stopped.length === 0 ? null : (
        <Section title="已停止的期限">
          {stopped.map((clock) => (
            <ClockLine key={`${clock.id}:${clock.key}`} clock={clock} />
          ))}
        </Section>
      )}
    </>
  );
}

/** Who, what, until when, what is missing. */
function NowList({ matter, past }: Pick<Props, 'matter' | 'past'>) {
  const running = matter.clocks.filter((clock) => clock.stoppedOn === null);
  const lacking = missing(matter);
  return (
    <dl className="fh-now">
      <div>
        <dt>谁</dt>
        <dd>{waitedFor(matter.tasks)}</dd>
      </div>
      <div>
        <dt>要做</dt>
        <dd>
          {matter.tasks.length === 0
            ? `${matter.statusName}，没有待办`
            : matter.tasks.map((task) => (
                <TaskLine key={task.key} title={task.title} mine={isMine(matter, task)} another={leftToAnother(matter, task)} />
              ))}
        </dd>
      </div>
      <div>
        <dt>期限</dt>
        <dd>
          {running.length === 0
            ? '现在没有期限在计算'
            : running.map((clock) => <ClockLine key={`${clock.id}:${clock.key}`} clock={clock} />)}
        </dd>
      </div>
      {past || lacking.length === 0 ? null : (
        <div>
          <dt>还缺</dt>
          <dd>
            <ol className="fh-lacking">
              {lacking.map(({ reason, article, cite }) => (
                <li key={reason}>
                  {reason}
                  <LawTag article={article} cite={cite} />
                </li>
              ))}
            </ol>
          </dd>
        </div>
      )}
    </dl>
  );
}

function TaskLine({ title, mine, another }: { title: string; mine: boolean; another: string | null }) {
  return (
    <div>
      {title}
      {mine ? <span className="fh-mark">轮到我</span> : null}
      {another === null ? null : <div className="fh-closed">{another}</div>}
    </div>
  );
}
