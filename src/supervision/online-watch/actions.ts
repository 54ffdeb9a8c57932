import { type Exclusion, isRefusal, type Json, type Refusal, refuse, shanghaiDay } from '#law';
import { type ActAnswer, type Platform, perform } from '#platform/acts/perform';
import { audit, auditActor } from '#platform/audit';
import { type Client, inTransaction } from '#platform/db';
import { type DecisionBody, decideFindings, findingActor, lockFindings, type OpenFinding, onEach } from '#platform/findings/decide';
import { type Session, sessionPreamble } from '#platform/session';
import { ART_3_2, uncertified } from './facts.ts';
import { lineOf } from './model.ts';
import { certificatesOn } from './store.ts';

export type Selection = { readonly ids: readonly string[]; readonly words: string };
/** Network address of the person, for the audit trail. */
export type Source = string | null;
export type Decided = { readonly decided: number };

/** 排除: a certified supervisor takes findings for settled, with one reason for all; counted against their rules. */
export function excludeFindings(
  platform: Platform,
  session: Session,
  { ids, words, reason }: Selection & { readonly reason: Exclusion },
  source: Source,
): Promise<Decided | Refusal> {
  return decideAs(platform, session, ids, { type: 'excluded', reason, words }, { action: 'finding.exclude', source, reason });
}

/** A red finding whose facts have changed is settled only when a certified supervisor says so. */
export function confirmCleared(
  platform: Platform,
  session: Session,
  { ids, words }: Selection,
  source: Source,
): Promise<Decided | Refusal> {
  return decideAs(platform, session, ids, { type: 'confirmed-cleared', words }, { action: 'finding.confirm-cleared', source });
}

async function decideAs(
  platform: Platform,
  session: Session,
  ids: readonly string[],
  body: DecisionBody,
  log: { readonly action: string; readonly source: Source; readonly reason?: Exclusion },
): Promise<Decided | Refusal> {
  const nowMs = platform.now();
  return inTransaction<Decided | Refusal>(platform.pool, sessionPreamble(session, platform.now()), async (client) => {
    const barred = await mayNotDecide(client, session, nowMs);
    if (barred !== null) return barred;
    const findings = await lockFindings(client, ids);
    if (isRefusal(findings)) return findings;
    const refusal = await decideFindings(client, onEach(findings, body), findingActor(session), nowMs);
    if (refusal !== null) return refusal;
    const { action, source, reason } = log;
    const detail = { findings: findings.filter((f) => f.label < 4).map((f) => f.id), ...(reason === undefined ? {} : { reason }) };
    await audit(client, {
      actor: auditActor(session, source),
      at: nowMs,
      action,
      object: { kind: 'finding', id: null },
      result: 'ok',
      detail,
    });
    return { decided: findings.length };
  });
}

async function mayNotDecide(client: Client, session: Session, nowMs: number): Promise<Refusal | null> {
  if (session.role !== 'supervisor') return refuse('wrong-role', ART_3_2, '预警由行政执法监督人员办理，您的岗位无权办理');
  const today = shanghaiDay(nowMs);
  return uncertified(session.officerId, await certificatesOn(client, session.officerId, today), today);
}

export type Sending = { readonly ids: readonly string[]; readonly request: string; readonly idempotencyKey: string };

/** 下发核查: findings of one unit become one alert check, which that unit answers. */
export async function sendDown(platform: Platform, session: Session, { ids, request, idempotencyKey }: Sending): Promise<ActAnswer> {
  const findings = await ofOneUnit(platform, session, ids);
  if (isRefusal(findings)) return { ok: false, error: 'refused', refusal: findings };
  return perform(platform, {
    by: session,
    kind: 'alert-check',
    act: 'send',
    matterId: null,
    input: {
      unit: findings[0]?.organisation_id ?? '',
      request,
      label: String(Math.max(2, ...findings.map((f) => f.label))),
      findings: findings.map((f) => ({ finding: f.id, severity: f.severity, what: lineOf(f) })),
    },
    idempotencyKey,
  });
}

/** How a case-supervision matter is opened from findings; its room and this one do not know each other. */
export type CaseOpening = {
  readonly kind: string;
  readonly act: string;
  input(taken: {
    readonly unitId: string;
    readonly findings: readonly OpenFinding[];
    readonly words: string;
  }): Readonly<Record<string, Json>>;
};

/** 立监督事项: findings of one unit become one case; that they were taken up is written in the same transaction (AfterAct). */
export async function takeUp(
  platform: Platform,
  session: Session,
  opening: CaseOpening,
  { ids, words, idempotencyKey }: Selection & { readonly idempotencyKey: string },
): Promise<ActAnswer> {
  const findings = await ofOneUnit(platform, session, ids);
  if (isRefusal(findings)) return { ok: false, error: 'refused', refusal: findings };
  const input = opening.input({ unitId: findings[0]?.organisation_id ?? '', findings, words });
  return perform(platform, { by: session, kind: opening.kind, act: opening.act, matterId: null, input, idempotencyKey });
}

/** Read without keeping the locks: the act's own transaction looks again. */
async function ofOneUnit(platform: Platform, session: Session, ids: readonly string[]): Promise<readonly OpenFinding[] | Refusal> {
  const findings = await inTransaction(platform.pool, sessionPreamble(session, platform.now()), (client) => lockFindings(client, ids));
  if (isRefusal(findings)) return findings;
  if (findings.some((f) => f.label === 4)) return refuse('sealed', ART_3_2, '密封事项的预警不下发、不并案，只在原事项内办理');
  const units = new Set(findings.map((f) => f.organisation_id));
  return units.size === 1 ? findings : refuse('several-units', ART_3_2, '所选预警属于不同单位，请按单位分别办理');
}
