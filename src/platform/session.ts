import { type ActingPost, ADMIN_ROLES, type Role } from '#law';
import type { Statement } from './db-together.ts';

/** Who is asking, through which post, and how far that post reaches. Everything a query or a policy may rely on. */
export type Session = {
  readonly accountId: string;
  readonly postId: string;
  readonly officerId: string | null;
  readonly name: string;
  readonly role: Role;
  readonly organisationId: string;
  readonly city: number;
  /** Inclusive ranges in today's trees; an empty range is lo > hi. */
  readonly region: { readonly lo: number; readonly hi: number };
  readonly line: { readonly lo: number; readonly hi: number };
  /** Highest label that ranges and participation open; 密封 (4) is never among them. */
  readonly labelMax: number;
};

/** How a transaction asks, as it opens, whether the session it works for still stands as it was read. */
export type Confirmation = {
  readonly tokenHash: Buffer;
  readonly heard: (found: readonly Record<string, unknown>[]) => void;
  readonly isConfirmed: () => boolean;
};

/** Nothing of the transaction stands: the session has ended or changed since it was read. */
export class SessionChanged extends Error {}

export const NO_RANGE = { lo: 1, hi: 0 } as const;

export function isAdministrator(session: Session): boolean {
  return ADMIN_ROLES.includes(session.role);
}

export function actingPost(session: Session): ActingPost {
  return {
    postId: session.postId,
    accountId: session.accountId,
    officerId: session.officerId,
    name: session.name,
    role: session.role,
    organisationId: session.organisationId,
  };
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export function isUuid(text: string): boolean {
  return UUID.test(text);
}

/**
 * The statements that bind a transaction to a session, sent in the round trip of BEGIN. Row security reads these
 * values; a role without rights of its own is set so that the owner's rights never serve a request. `nowMs` is the moment
 * at which grants must be in force, for the policies and for the conditions of the queries alike.
 */
export function sessionPreamble(session: Session, nowMs: number): string {
  return `set local role app_rt; ${settingsOf(session, nowMs)
    .map(([k, v]) => `set local ${k} = '${v}'`)
    .join('; ')};`;
}

function settingsOf(session: Session, nowMs: number): readonly (readonly [name: string, value: string])[] {
  const ids = [session.organisationId, session.accountId];
  if (!ids.every(isUuid)) throw new Error('session ids must be UUIDs');
  const range = isAdministrator(session) ? { region: NO_RANGE, line: NO_RANGE } : session;
  return [
    ['app.organisation', session.organisationId],
    ['app.account', session.accountId],
    ['app.region_lo', String(Math.trunc(range.region.lo))],
    ['app.region_hi', String(Math.trunc(range.region.hi))],
    ['app.line_lo', String(Math.trunc(range.line.lo))],
    ['app.line_hi', String(Math.trunc(range.line.hi))],
    ['app.now', new Date(nowMs).toISOString()],
    ['app.label_max', String(Math.min(3, Math.trunc(isAdministrator(session) ? 0 : session.labelMax)))],
  ];
}

/**
 * The same as one statement that a connection parses once, for transactions whose statements find rows by their keys. An act
 * begins as the pipeline, which reads its matter first and then hands over to the person.
 */
export function sessionOpening(
  session: Session,
  nowMs: number,
  role: 'app_rt' | 'app_act' = 'app_rt',
  confirmation?: Confirmation,
): Statement {
  const values = [role, ...settingsOf(session, nowMs).flat()];
  if (confirmation === undefined) return { name: 'open session', text: OPEN_SESSION, values };
  const { tokenHash, heard } = confirmation;
  return { name: 'open confirmed session', text: OPEN_CONFIRMED_SESSION, values: [...values, tokenHash], heard };
}

const SETTINGS = 8;
const PLANNED_ONCE = `set_config('plan_cache_mode', 'force_generic_plan', true)`;
const OPEN_SESSION = `select set_config('role', $1, true), ${PLANNED_ONCE}${Array.from(
  { length: SETTINGS },
  (_, i) => `, set_config($${2 * i + 2}, $${2 * i + 3}, true)`,
).join('')}`;
/** Read with the login's own right: it is checked before any of the statement is carried out. */
const OPEN_CONFIRMED_SESSION = `${OPEN_SESSION}, s.account_id, s.post_id, s.expires_at, s.step_up_at, i.version as identities
  from identity_version i left join session s on s.token_hash = $${2 * SETTINGS + 2} and s.ended_at is null`;

/**
 * The pipeline reads and changes the one matter of an act under a role of its own, which row security binds by the same three
 * terms in a form made for one row; everything else of the transaction is the person's.
 */
export const AS_PIPELINE: Statement = { name: 'as pipeline', text: `select set_config('role', 'app_act', true)` };
export const AS_PERSON: Statement = { name: 'as person', text: `select set_config('role', 'app_rt', true)` };

/** For the platform's own background work: never for answering a person. */
export const SYSTEM_PREAMBLE = 'set local role app_system;';
export const SYSTEM_OPENING: Statement = {
  name: 'open system',
  text: `select set_config('role', 'app_system', true), ${PLANNED_ONCE}`,
};
/**
 * The same for work that is done once more where the machine fails before its end has been noted: nothing waits for the disk, and
 * the note, which does, takes with it to the disk all that was written before.
 */
export const SYSTEM_OPENING_REPEATED: Statement = {
  name: 'open system repeated',
  text: `select set_config('role', 'app_system', true), set_config('synchronous_commit', 'off', true), ${PLANNED_ONCE}`,
};
