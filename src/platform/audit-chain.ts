import { createHash } from 'node:crypto';
import { canonicalJson, type Json } from '#law';
import { type Client, inTransaction, ONE_MOMENT, type Pool, rows } from './db.ts';

/** Role of the audit trail's own work; the same that identity runs under. */
const PREAMBLE = 'set local role app_identity;';
const START = Buffer.alloc(32);
const BATCH = 500;
/** Any constant: one server links at a time, the others find nothing to do. */
const LOCK = 715_081;

type Head = { readonly seq: number; readonly hash: Buffer };
export type ChainHead = { readonly seq: number; readonly hash: string };

export type AuditRow = {
  id: string;
  at: string;
  account_id: string | null;
  who: string;
  organisation_id: string | null;
  role: string | null;
  source: string | null;
  action: string;
  object_kind: string | null;
  object_id: string | null;
  result: string;
  detail: { readonly [key: string]: Json };
};

export const AUDIT_COLUMNS =
  'e.id, e.at, e.account_id, e.who, e.organisation_id, e.role, e.source, e.action, e.object_kind, e.object_id, e.result, e.detail';

/** Each row's hash covers the row and, through the one before, everything earlier. */
export function linkHash(prev: Buffer, { detail, ...frame }: AuditRow): Buffer {
  return createHash('sm3')
    .update(prev)
    .update(canonicalJson({ ...frame, detail }))
    .digest();
}

/**
 * Puts the rows written since the last time under the chain and says its head; null when there is nothing new or
 * another server is at it. Runs outside of every business transaction, so none waits for another's log row.
 */
export async function linkAudit(pool: Pool): Promise<ChainHead | null> {
  return inTransaction(pool, PREAMBLE, async (client) => {
    const [lock] = await rows<{ mine: boolean }>(client, 'select pg_try_advisory_xact_lock($1) as mine', [LOCK]);
    if (!lock?.mine) return null;
    const waiting = await rows<AuditRow>(
      client,
      `select ${AUDIT_COLUMNS} from audit_pending p join audit_event e on e.id = p.event_id order by p.n limit ${BATCH}`,
    );
    if (waiting.length === 0) return null;
    return append(client, waiting, await headOf(client));
  });
}

async function headOf(client: Client): Promise<Head> {
  const [last] = await rows<Head>(client, 'select seq, hash from audit_link order by seq desc limit 1');
  return last ?? { seq: 0, hash: START };
}

async function append(client: Client, waiting: readonly AuditRow[], head: Head): Promise<ChainHead> {
  const links: { seq: number; id: string; prev: Buffer; hash: Buffer }[] = [];
  for (const event of waiting) {
    const prev = links.at(-1)?.hash ?? head.hash;
    links.push({ seq: head.seq + links.length + 1, id: event.id, prev, hash: linkHash(prev, event) });
  }
  await client.query(
    'insert into audit_link (seq, event_id, prev, hash) select * from unnest($1::bigint[], $2::uuid[], $3::bytea[], $4::bytea[])',
    [links.map(({ seq }) => seq), links.map(({ id }) => id), links.map(({ prev }) => prev), links.map(({ hash }) => hash)],
  );
  await client.query('delete from audit_pending where event_id = any ($1)', [links.map(({ id }) => id)]);
  const last = links.at(-1);
  return { seq: last?.seq ?? head.seq, hash: (last?.hash ?? head.hash).toString('hex') };
}

export type ChainFault = { readonly seq: number | null; readonly eventId: string | null; readonly what: string };
export type AuditVerdict = {
  readonly linked: number;
  readonly waiting: number;
  readonly head: ChainHead | null;
  readonly faults: readonly ChainFault[];
};

const MOST_FAULTS = 100;

/** Recomputes the whole chain. `kept` are heads noted earlier in another place: they show a cut-off end, too. */
export async function verifyAudit(pool: Pool, kept: readonly ChainHead[] = []): Promise<AuditVerdict> {
  return inTransaction(pool, ONE_MOMENT + PREAMBLE, async (client) => {
    const faults: ChainFault[] = [];
    const notes = new Map(kept.map(({ seq, hash }) => [seq, hash]));
    let head: Head = { seq: 0, hash: START };
    for (;;) {
      const page = await linksAfter(client, head.seq);
      if (page.length === 0) break;
      for (const link of page) head = checkLink(link, head, notes, faults);
    }
    for (const seq of notes.keys()) if (seq > head.seq) faults.push({ seq, eventId: null, what: `日志链末尾缺失：曾有第 ${seq} 条` });
    faults.push(...(await strayEvents(client)));
    const [pending] = await rows<{ count: number }>(client, 'select count(*) from audit_pending');
    const at = head.seq === 0 ? null : { seq: head.seq, hash: head.hash.toString('hex') };
    return { linked: head.seq, waiting: pending?.count ?? 0, head: at, faults: faults.slice(0, MOST_FAULTS) };
  });
}

type LinkRow = { seq: number; event_id: string; prev: Buffer; hash: Buffer } & { [K in keyof AuditRow]: AuditRow[K] | null };

function linksAfter(client: Client, seq: number): Promise<LinkRow[]> {
  return rows<LinkRow>(
    client,
    `select l.seq, l.event_id, l.prev, l.hash, ${AUDIT_COLUMNS}
     from audit_link l left join audit_event e on e.id = l.event_id where l.seq > $1 order by l.seq limit 5000`,
    [seq],
  );
}

function checkLink(link: LinkRow, head: Head, notes: ReadonlyMap<number, string>, faults: ChainFault[]): Head {
  const { seq, event_id: eventId, prev, hash, ...event } = link;
  if (seq !== head.seq + 1) faults.push({ seq, eventId, what: `第 ${head.seq + 1} 至 ${seq - 1} 条缺失` });
  else if (!prev.equals(head.hash)) faults.push({ seq, eventId, what: '与前一条不相衔接' });
  if (!isWhole(event)) faults.push({ seq, eventId, what: '日志内容已被删除' });
  else if (!linkHash(prev, event).equals(hash)) faults.push({ seq, eventId, what: '日志内容已被改动' });
  const noted = notes.get(seq);
  if (noted !== undefined && noted !== hash.toString('hex')) faults.push({ seq, eventId, what: '与另处留存的链首不一致' });
  return { seq, hash };
}

function isWhole(event: { [K in keyof AuditRow]: AuditRow[K] | null }): event is AuditRow {
  return event.id !== null;
}

/** Rows neither under the chain nor waiting for it were put in behind its back. */
async function strayEvents(client: Client): Promise<ChainFault[]> {
  const strays = await rows<{ id: string }>(
    client,
    `select e.id from audit_event e where not exists (select from audit_link l where l.event_id = e.id)
       and not exists (select from audit_pending p where p.event_id = e.id) limit ${MOST_FAULTS}`,
  );
  return strays.map(({ id }) => ({ seq: null, eventId: id, what: '不在日志链中' }));
}
