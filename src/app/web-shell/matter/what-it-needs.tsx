import { useState } from 'react';
import type { AskedCondition, StageAhead } from '#law';
import type { MatterView } from '#ui/api/types.ts';
import { useApi } from '#ui/api/use-api.ts';
import { LawTag } from '#ui/law/law-tag.tsx';
import { Loaded } from '#ui/layout/states.tsx';

/** 缺什么: the conditions of the awaited steps as they stand now, and the stages that lie ahead. */
export function WhatItNeeds({ matter }: { readonly matter: MatterView }) {
  const tasks = matter.tasks.filter((task) => task.conditions.length > 0);
  const at = matter.mainLine.findLastIndex((step) => step.reached || step.current);
  const ahead = matter.closed ? [] : matter.mainLine.slice(at + 1).map((step) => step.status);
  if (tasks.length === 0 && ahead.length === 0) return null;
  return (
    <section className="fh-section fh-screen-only" aria-label="办理条件">
      {tasks.map((task) => (
        <details key={task.key}>
          <summary>
            “{matter.acts.find((act) => act.act === task.act)?.label ?? task.title}”的条件（{task.conditions.length} 项
            {unmet(task.conditions)}）
          </summary>
          <ul className="fh-now-acts">
            {task.conditions.map((condition) => (
              <li key={`${condition.name} ${condition.reason ?? ''}`}>
                <span>
                  <span className={condition.met === false ? 'fh-mark fh-mark-wrong' : 'fh-mark'}>{standing(condition)}</span>
                  {condition.name}
                  <LawTag cite={condition.cite} />
                </span>
                {condition.reason === null ? null : <span className="fh-closed">{condition.reason}</span>}
              </li>
            ))}
          </ul>
        </details>
      ))}
      {ahead.length === 0 ? null : <Ahead kind={matter.kind} ahead={ahead} />}
    </section>
  );
}

function unmet(conditions: readonly AskedCondition[]): string {
  const n = conditions.filter(({ met }) => met === false).length;
  return n === 0 ? '' : `，缺 ${n} 项`;
}

function standing({ met }: AskedCondition): string {
  if (met === null) return '办理时核对';
  return met ? '已具备' : '缺';
}

/** 往后的环节: asked for only once somebody wants to see it. */
function Ahead({ kind, ahead }: { readonly kind: string; readonly ahead: readonly string[] }) {
  const [open, setOpen] = useState(false);
  const stages = useApi<{ readonly stages: readonly StageAhead[] }>(open ? `/api/kinds/${kind}/stages` : null);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>往后的环节（{ahead.length} 个）</summary>
      {open ? (
        <Loaded query={stages} what="往后的环节">
          {(told) =>
            told.stages
              .filter((stage) => stage.status === '' || ahead.includes(stage.status))
              .map((stage) => <Stage key={stage.status} stage={stage} />)
          }
        </Loaded>
      ) : null}
    </details>
  );
}

function Stage({ stage }: { readonly stage: StageAhead }) {
  return (
    <>
      <h3 className="fh-group">{stage.name}</h3>
      <ul className="fh-now-acts">
        {stage.steps.map((step) => (
          <li key={step.label}>
            <span>
              <strong>{step.label}</strong>
              <LawTag cite={step.cite} />
              <span className="fh-quiet">　{step.who}</span>
            </span>
            {step.conditions.length === 0 ? null : <span className="fh-closed">{step.conditions.map(({ name }) => name).join('；')}</span>}
          </li>
        ))}
      </ul>
    </>
  );
}
