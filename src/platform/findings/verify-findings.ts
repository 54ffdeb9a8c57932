import { canonicalJson, type Json } from '#law';
import { commitOf } from '../acts/chain.ts';
import { inTransaction, ONE_MOMENT, type Pool, type Queryable, rows } from '../db.ts';
import { SYSTEM_PREAMBLE } from '../session.ts';
import { findingHash } from './chain.ts';
import { foldFinding } from './fold.ts';
import type { FindingActor, FindingEvent, FindingEventBody, FindingKey } from './model.ts';
import { STATE_COLUMNS } from './store-changes.ts';

export type FindingFault = { readonly findingId: string; readonly seq: number | null; readonly what: string };
export type FindingVerdict = { readonly findings: number; readonly events: number; readonly faults: readonly FindingFault[] };

type StoredFinding = FindingKey & { readonly seq: number; readonly head: Buffer } & Readonly<Record<string, Json | Buffer>>;
type StoredEvent = {
  finding_id: string;
  seq: number;
  type: string;
  at: string;
  actor: Json;
  salt: Buffer | null;
  body: Json;
  commit: Buffer;
  hash: Buffer;
};

/** Folds every finding again from its events, checks every link and commit, and compares with the row that the lists read. */
export async function verifyFindings(
  { pool }: { readonly pool: Pool },
  options: { after?: string; onPage?: (seen: number, last: string) => void } = {},
): Promise<FindingVerdict> {
  let findings = 0;
  let events = 0;
  const faults: FindingFault[] = [];
  let after = options.after ?? '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const page = await inTransaction(pool, ONE_MOMENT + SYSTEM_PREAMBLE, (client) => readPage(client, after));
    for (const { finding, own } of page) {
      events += own.length;
      faults.push(...checkChain(finding, own), ...checkFold(finding, own));
    }
    findings += page.length;
    const last = page.at(-1);
    if (last === undefined) return { findings, events, faults };
    after = last.finding.id;
    options.onPage?.(findings, after);
  }
}

async function readPage(client: Queryable, after: string): Promise<readonly { finding: StoredFinding; own: readonly StoredEvent[] }[]> {
  const list = await rows<StoredFinding>(client, 'select * from finding where id > $1 order by id limit 1000', [after]);
  const events = await rows<StoredEvent>(
    client,
    `select e.* from finding_event e join unnest($1::int[], $2::int[], $3::uuid[]) as w(city, cohort, id)
       on e.city = w.city and e.cohort = w.cohort and e.finding_id = w.id order by e.finding_id, e.seq`,
    [list.map((f) => f.city), list.map((f) => f.cohort), list.map((f) => f.id)],
  );
  const own = new Map<string, StoredEvent[]>(list.map((finding) => [finding.id, []]));
  for (const event of events) own.get(event.finding_id)?.push(event);
  return list.map((finding) => ({ finding, own: own.get(finding.id) ?? [] }));
}

function checkChain(finding: StoredFinding, events: readonly StoredEvent[]): FindingFault[] {
  const faults: FindingFault[] = [];
  const say = (seq: number | null, what: string): void => void faults.push({ findingId: finding.id, seq, what });
  let head: Buffer = Buffer.alloc(32);
  events.forEach((event, i) => {
    if (event.seq !== i + 1) say(event.seq, '序号不连续：有预警记录缺失或被插入');
    if (event.salt !== null && !commitOf(event.salt, event.body).equals(event.commit)) say(event.seq, '内容与承诺值不符');
    if (!findingHash(head, finding, event, event.commit).equals(event.hash)) say(event.seq, '预警记录与其摘要不符');
    head = event.hash;
  });
  if (!finding.head.equals(head) || finding.seq !== events.length) say(null, '链头与预警记录不符');
  return faults;
}

function checkFold(finding: StoredFinding, events: readonly StoredEvent[]): FindingFault[] {
  if (events.some((e) => e.body === null)) return [];
  const state = foldFinding(events.map(asEvent));
  const fault = (what: string): FindingFault[] => [{ findingId: finding.id, seq: null, what }];
  if (state === null) return fault('没有发现预警的记录');
  const folded: Readonly<Record<string, unknown>> = { ...state };
  const differing = STATE_COLUMNS.filter((name) => name in folded && text(finding[name]) !== text(folded[name]));
  return differing.length === 0 ? [] : fault(`按预警记录重新推演的结果与存储的不符：${differing.join('、')}`);
}

function text(value: unknown): string {
  return canonicalJson((value ?? null) as Json);
}

function asEvent(e: StoredEvent): FindingEvent {
  return { seq: e.seq, at: e.at, actor: e.actor as FindingActor | null, body: e.body as unknown as FindingEventBody };
}
