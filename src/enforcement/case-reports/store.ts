import { type Client, type Queryable, rows } from '#platform/db';
import { sendLater } from '#platform/db-together';
import { visible } from '#platform/matters/visible';
import type { Session } from '#platform/session';

/** A case of one unit's own system, of one kind. */
export type CaseKey = { readonly organisationId: string; readonly city: number; readonly kind: string; readonly caseRef: string };

export async function caseOf(client: Queryable, key: CaseKey): Promise<string | null> {
  const [found] = await rows<{ matter_id: string }>(
    client,
    'select matter_id from case_report where organisation_id = $1 and kind = $2 and case_ref = $3',
    [key.organisationId, key.kind, key.caseRef],
  );
  return found?.matter_id ?? null;
}

export async function keepCase(client: Client, key: CaseKey, matterId: string): Promise<void> {
  await sendLater(client, {
    name: 'keep case report',
    text: 'insert into case_report (city, organisation_id, kind, case_ref, matter_id) values ($1, $2, $3, $4, $5) on conflict do nothing',
    values: [key.city, key.organisationId, key.kind, key.caseRef, matterId],
  });
}

/** One step as it stands: taken into the case as its act `seq`, or held as a matter of its own. */
export type KeptStep = { readonly stepRef: string; readonly digest: Buffer; readonly seq: number | null; readonly heldId: string | null };

export function stepsOf(client: Queryable, key: CaseKey): Promise<KeptStep[]> {
  return rows<KeptStep>(
    client,
    `select step_ref as "stepRef", digest, seq, held_id as "heldId" from case_report_step
     where organisation_id = $1 and kind = $2 and case_ref = $3`,
    [key.organisationId, key.kind, key.caseRef],
  );
}

/** What was once taken stays taken, whatever is told later. */
export async function keepStep(client: Client, key: CaseKey, { stepRef, digest, seq, heldId }: KeptStep): Promise<void> {
  await sendLater(client, {
    name: 'keep case report step',
    text: `insert into case_report_step as s (city, organisation_id, kind, case_ref, step_ref, digest, seq, held_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (organisation_id, kind, case_ref, step_ref) do update
       set digest = excluded.digest, seq = excluded.seq, held_id = coalesce(excluded.held_id, s.held_id)
       where s.seq is null`,
    values: [key.city, key.organisationId, key.kind, key.caseRef, stepRef, digest, seq, heldId],
  });
}

/** What was told, whole and encrypted, beside the matter that holds it. */
export async function keepBody(client: Queryable, heldId: string, key: CaseKey, sealed: Buffer): Promise<void> {
  await client.query(
    `insert into held_report_body (matter_id, city, organisation_id, kind, case_ref, sealed) values ($1, $2, $3, $4, $5, $6)
     on conflict (matter_id) do update set sealed = excluded.sealed`,
    [heldId, key.city, key.organisationId, key.kind, key.caseRef, sealed],
  );
}

export type HeldBody = { readonly heldId: string; readonly sealed: Buffer };

/** What a case's steps still wait for, in the order in which they came; one told otherwise than it was taken waits for a person. */
export function heldBodies(client: Queryable, key: CaseKey): Promise<HeldBody[]> {
  return rows<HeldBody>(
    client,
    `select b.matter_id as "heldId", b.sealed from held_report_body b join held_report h on h.matter_id = b.matter_id join matter m on m.id = b.matter_id
     where b.organisation_id = $1 and b.kind = $2 and b.case_ref = $3 and h.why <> 'differs' and m.closed_on is null
     order by b.matter_id`,
    [key.organisationId, key.kind, key.caseRef],
  );
}

export type HeldOf = { readonly ownerId: string; readonly caseKind: string; readonly caseRef: string; readonly heldId: string };

/** The acts of the same case that are told and held as well. */
export async function heldBesides(client: Queryable, { ownerId, caseKind, caseRef, heldId }: HeldOf): Promise<readonly string[]> {
  const found = await rows<{ act: string }>(
    client,
    `select m.state->>'act' as act from held_report h join matter m on m.id = h.matter_id
     where h.owner_id = $1 and h.case_kind = $2 and h.case_ref = $3 and m.id <> $4 and m.closed_on is null and m.state->>'act' is not null`,
    [ownerId, caseKind, caseRef, heldId],
  );
  return found.map(({ act }) => act);
}

/** The case to which a held step belongs. */
export async function caseKeyOf(client: Queryable, heldId: string): Promise<CaseKey | null> {
  const [found] = await rows<CaseKey>(
    client,
    `select city, organisation_id as "organisationId", kind, case_ref as "caseRef" from held_report_body where matter_id = $1`,
    [heldId],
  );
  return found ?? null;
}

/** 行政执法证号 → officer. */
export async function officersByNumber(client: Queryable, numbers: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const found = await rows<{ number: string; officer_id: string }>(
    client,
    `select distinct number, officer_id from certificate_record where number = any($1) and kind = 'enforcement' and upper_inf(known)`,
    [numbers],
  );
  return new Map(found.map((f) => [f.number, f.officer_id]));
}

export type StandingFinding = { readonly rule: string; readonly severity: 'red' | 'orange' | 'yellow'; readonly because: string };

export function findingsOf(client: Queryable, session: Session, matterId: string): Promise<StandingFinding[]> {
  return rows<StandingFinding>(
    client,
    `select f.rule_id as rule, f.severity, f.because from finding f
     where f.matter_id = $1 and f.stands and ${visible(session, 'f', 'matter_id')} order by f.rule_id, f.because`,
    [matterId],
  );
}
