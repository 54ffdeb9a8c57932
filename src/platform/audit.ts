import { newId } from './acts/ids.ts';
import type { Queryable } from './db.ts';
import type { Session } from './session.ts';

export type AuditResult = 'ok' | 'refused' | 'failed';
export type AuditDetail = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

/** Who did it: copied, because a log must still read right after a person has changed name or post. */
export type AuditActor = {
  readonly accountId: string | null;
  readonly who: string;
  readonly organisationId: string | null;
  readonly role: string | null;
  readonly source: string | null;
};

export type AuditEvent = {
  readonly actor: AuditActor;
  /** Epoch milliseconds. */
  readonly at: number;
  /** Stable code: "sign-in", "matter.read", "list.export". */
  readonly action: string;
  readonly object?: { readonly kind: string; readonly id: string | null };
  readonly result: AuditResult;
  /** Never a secret, a whole identity number or text of a matter. */
  readonly detail?: AuditDetail;
};

export function auditActor(session: Session, source: string | null): AuditActor {
  return { accountId: session.accountId, who: session.name, organisationId: session.organisationId, role: session.role, source };
}

/** A sealed matter stands in the log as its kind and the day alone. */
export function sealedEvent(event: AuditEvent): AuditEvent {
  const day = 86_400_000;
  const offset = 8 * 3_600_000;
  const midnight = Math.floor((event.at + offset) / day) * day - offset;
  const { object: _, detail: __, ...frame } = event;
  return { ...frame, at: midnight, object: { kind: 'sealed', id: null } };
}

/**
 * Writes one row in the caller's transaction: when the log cannot be written, what it records does not happen either.
 * Under app_rt the actor must be the transaction's own account. Acts are their own record and need no row here.
 */
export async function audit(client: Queryable, event: AuditEvent): Promise<void> {
  await client.query(AUDIT_INSERT, auditValues(event));
}

/** For callers that send several statements in one round trip. */
export const AUDIT_INSERT = `insert into audit_event
  (id, at, account_id, who, organisation_id, role, source, action, object_kind, object_id, result, detail)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`;

export function auditValues({ actor, at, action, object, result, detail }: AuditEvent): unknown[] {
  return [
    newId(at),
    new Date(at).toISOString(),
    actor.accountId,
    oneLine(actor.who),
    actor.organisationId,
    actor.role,
    actor.source,
    action,
    object?.kind ?? null,
    object?.id === undefined || object.id === null ? null : oneLine(object.id),
    result,
    JSON.stringify(detail ?? {}, (_, value) => (typeof value === 'string' ? oneLine(value) : value)),
  ];
}

/** Control and direction characters could forge a second line or hide part of one; NUL does not fit the database. */
function oneLine(text: string): string {
  return text
    .replaceAll(
      /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069\u200e\u200f]/gu,
      (c: string) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
    )
    .slice(0, 300);
}
