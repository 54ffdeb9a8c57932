import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { ClockView, MatterLink, MatterView } from '#ui/api/types.ts';
import { ClockExplain } from '#ui/law/clock-explain.tsx';
import { LampBadge } from '#ui/law/lamp.tsx';
import { LawTag } from '#ui/law/law-tag.tsx';
import { Section } from '#ui/layout/page.tsx';
import { People } from '#ui/matter/people.tsx';
import { awaitsDocument } from '../../../supervision/case-supervision/web/document-start.ts';
import { CitationNotes } from './citation-notes.tsx';
import { NextSteps } from './next-steps.tsx';
import { CLOSED_BY_LABELS, type ClosedBy, closedActs, isMine, missing, waitedFor } from './now-facts.ts';

type Props = { readonly matter: MatterView; readonly past: boolean; readonly choose: (act: string) => void; readonly open: string | null };

/** 现在: who, what, until when, what is missing, what next, and why a step is closed. */
export function NowPanel({ matter, past, choose, open }: Props) {
  const running = matter.clocks.filter((clock) => clock.stoppedOn === null);
  const lacking = missing(matter);
  const stopped = matter.clocks.filter((clock) => clock.stoppedOn !== null);
  return (
    <>
      <Section title="现在">
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
                : matter.tasks.map((task) => <TaskLine key={task.key} title={task.title} mine={isMine(matter, task)} />)}
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
                  {lacking.map((reason) => (
                    <li key={reason}>{reason}</li>
                  ))}
                </ol>
              </dd>
            </div>
          )}
        </dl>
        {past ? null : <NextSteps matter={matter} choose={choose} open={open} />}
      </Section>
      {past ? null : <CitationNotes notes={matter.citations} />}
      {past ? null : <Closed matter={matter} />}
      {matter.people.length === 0 ? null : (
        <Section title="当事人">
          <People matterId={matter.id} people={matter.people} />
        </Section>
      )}
      <Section title="相关">
        {!past && matter.kind === 'case-supervision' && awaitsDocument(matter.state) ? (
          <p>
            <Link to={`/new/supervision-document/draft?from=${matter.id}`}>起草监督文书（带入本案认定的问题）</Link>
          </p>
        ) : null}
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

function TaskLine({ title, mine }: { title: string; mine: boolean }) {
  return (
    <div>
      {title}
      {mine ? <span className="fh-mark">轮到我</span> : null}
    </div>
  );
}

function ClockLine({ clock }: { clock: ClockView }) {
  const [shown, setShown] = useState(false);
  return (
    <div className="fh-clock">
      <div className="fh-clock-head">
        <strong>{clock.name}</strong>
        <LampBadge lamp={clock.lamp} daysLeft={clock.daysLeft} />
      </div>
      <div>
        {clock.dueOn ?? '到期日待定'}
        {clock.provisional ? <span className="fh-mark">暂定</span> : null}
        <LawTag cite={clock.derivation.cite} grade={clock.derivation.grade} counting={clock.words} on={clock.derivation.startedOn} />
        <button type="button" className="fh-law" aria-expanded={shown} onClick={() => setShown(!shown)}>
          怎么算
        </button>
      </div>
      <div className="fh-quiet">
        {clock.boundName}
        {clock.stoppedOn === null ? '' : `，${clock.stoppedOn} 停止`}
        {clock.breachedOn === null ? '' : `，${clock.breachedOn} 起逾期`}
      </div>
      {shown ? (
        <ClockExplain
          derivation={clock.derivation}
          words={clock.words}
          versionNote={`${clock.profile.id} 第 ${clock.profile.version} 版`}
        />
      ) : null}
    </div>
  );
}

function Closed({ matter }: { matter: MatterView }) {
  const groups = (Object.keys(CLOSED_BY_LABELS) as ClosedBy[]).map((by) => ({ by, acts: closedActs(matter, by) }));
  if (groups.every((group) => group.acts.length === 0)) return null;
  return (
    <section className="fh-section fh-screen-only" aria-label="暂不能办理">
      {groups.map(({ by, acts }) =>
        acts.length === 0 ? null : (
          <details key={by} open={by === 'condition'}>
            <summary>
              {CLOSED_BY_LABELS[by]}（{acts.length} 项）
            </summary>
            <ul className="fh-now-acts">
              {acts.map((act) => (
                <li key={act.act}>
                  <span>
                    <strong>{act.label}</strong>
                    <LawTag article={act.article} cite={act.cite} />
                  </span>
                  <span className="fh-closed">{act.reason}</span>
                </li>
              ))}
            </ul>
          </details>
        ),
      )}
    </section>
  );
}

/** How the other matter stands to this one, seen from here. */
const RELATIONS: Readonly<Record<string, readonly [string, string]>> = {
  'opened-from': ['来自', '引出'],
  follows: ['接续', '后续'],
  'same-subject': ['同一对象', '同一对象'],
  'merged-into': ['并入', '并入本件的'],
};

function relationWords(link: MatterLink): string {
  const words = RELATIONS[link.relation];
  return words === undefined ? '相关' : words[link.mine ? 0 : 1];
}

function Related({ matter }: { matter: MatterView }) {
  return (
    <>
      <ul className="fh-parties">
        {matter.parties.map((party) => (
          <li key={`${party.as}:${party.organisationId}`}>
            <span className="fh-quiet">{party.asName}</span>　{party.name}
          </li>
        ))}
      </ul>
      {matter.links.length === 0 ? null : (
        <ul className="fh-parties">
          {matter.links.map((link) => (
            <li key={`${link.relation}:${link.id}`}>
              <span className="fh-quiet">{relationWords(link)}</span>
              {'　'}
              <Link to={`/matters/${link.id}`}>
                {link.kindName}：{link.title}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
