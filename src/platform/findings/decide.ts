import { FINDING_EVENT_LABELS, FINDING_STATUS_LABELS, type FindingDecision, mayDecide, type Refusal, refuse } from '#law';
import { type Queryable, rows } from '../db.ts';
import { isUuid, type Session } from '../session.ts';
import { extend } from './append-events.ts';
import type { Standing } from './difference.ts';
import { STANDING } from './load-standing.ts';
import type { FindingActor, FindingEventBody } from './model.ts';
import { storeChanges } from './store-changes.ts';

export type DecisionBody = Extract<FindingEventBody, { type: FindingDecision }>;

/** A finding in the reader's sight, locked together with its matter. */
export type OpenFinding = Standing & { readonly subject: string; readonly label: number };

export const DECISION_LIMIT = 500;

/**
 * Reads findings for deciding on them, under the locks of their matters, so that no rule judges them meanwhile. Refuses
 * when one is not in the session's sight, or when a sealed one stands among several: those are handled in their own matter.
 * Answers in the order of the ids.
 */
export async function lockFindings(client: Queryable, ids: readonly string[]): Promise<readonly OpenFinding[] | Refusal> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0 || wanted.length > DECISION_LIMIT || !wanted.every(isUuid)) {
    return refuse('selection', null, `请选择1至${DECISION_LIMIT}条预警`);
  }
  await rows(
    client,
    'select 1 from matter where id in (select matter_id from finding where id = any($1::uuid[])) order by id for no key update',
    [wanted],
  );
  const found = await rows<{ finding: OpenFinding }>(
    client,
    `select ${STANDING} || jsonb_build_object('subject', f.subject, 'label', f.label) as finding
     from finding f where f.id = any($1::uuid[]) order by f.id for no key update`,
    [wanted],
  );
  if (found.length < wanted.length) return refuse('absent', null, '有预警不存在，或者您无权查看');
  const byId = new Map(found.map((row) => [row.finding.id, row.finding]));
  const list = wanted.map((id) => byId.get(id)).filter((f) => f !== undefined);
  if (list.length > 1 && list.some((f) => f.label === 4)) return refuse('sealed', null, '密封事项的预警只能逐条办理');
  return list;
}

export type Decision = { readonly finding: OpenFinding; readonly body: DecisionBody };

/**
 * Records decisions on findings, or refuses all of them when one does not stand where its decision begins. The findings
 * must come from lockFindings of the same transaction.
 */
export async function decideFindings(
  client: Queryable,
  decided: readonly Decision[],
  actor: FindingActor | null,
  nowMs: number,
): Promise<Refusal | null> {
  if (decided.length === 0) return null;
  const at = new Date(nowMs).toISOString();
  const barred = decided.find(({ finding, body }) => !mayDecide(finding.status, body.type));
  if (barred !== undefined) return notHere(barred.finding, barred.body.type, decided.length);
  const extended = decided.map(({ finding, body }) => ({ was: finding.seq, ...extend(finding, body, actor, at) }));
  await storeChanges(
    client,
    {
      opened: [],
      changed: extended.map(({ row, was }) => ({ row, was })),
      events: extended.map(({ event }) => event),
      judged: [],
      patterns: new Map(),
    },
    at,
  );
  return null;
}

function notHere(finding: OpenFinding, decision: FindingDecision, selected: number): Refusal {
  const which = selected === 1 ? '该预警' : `“${finding.subject}”的${finding.rule_id}预警`;
  return refuse(
    'wrong-status',
    null,
    `${which}当前为“${FINDING_STATUS_LABELS[finding.status]}”，不能办理“${FINDING_EVENT_LABELS[decision]}”`,
  );
}

/** The same decision on each. */
export function onEach(findings: readonly OpenFinding[], body: DecisionBody): readonly Decision[] {
  return findings.map((finding) => ({ finding, body }));
}

export function findingActor(session: Session): FindingActor {
  const { accountId, postId, name, organisationId } = session;
  return { accountId, postId, name, organisationId };
}
