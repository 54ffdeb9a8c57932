import { type BaseState, canonicalJson, type Json, type MatterKind, type Participant, refold, refuse, shanghaiDay } from '#law';
import { type Client, inTransaction, rows } from '../db.ts';
import { inGatheredTransaction } from '../db-together.ts';
import { SYSTEM_OPENING, SYSTEM_PREAMBLE } from '../session.ts';
import { SYSTEM_POST } from './append.ts';
import { letClocksTakeEffect } from './due-clocks.ts';
import { cohortOf } from './ids.ts';
import { tableOf } from './kinds.ts';
import { type Loaded, load, lockStatement, type MatterRow } from './load.ts';
import type { Platform } from './platform.ts';
import { asStored, readActs } from './stored-acts.ts';
import { checkChain } from './verify.ts';
import { workingOf, writeWorking } from './working.ts';

export type Refolded = { readonly matters: number; readonly changed: readonly string[]; readonly failed: readonly RefoldFault[] };
export type RefoldFault = { readonly matterId: string; readonly what: string };

export type RefoldOptions = {
  /** Goes on behind this matter: where an earlier run was cut off. */
  readonly after?: string;
  /** After every page of matters, with the last one's id. */
  readonly onPage?: (seen: number, last: string) => void | Promise<void>;
};

const START = '00000000-0000-0000-0000-000000000000';
const PAGE = 200;

/**
 * Folds every matter again from its acts and writes the rows of those whose state, label, owner, parties, tasks, clocks or
 * columns are not what the acts give. The acts themselves are never touched; each matter is a transaction of its own
 * under its lock, so that it can run beside the work and be cut off anywhere.
 */
export async function refoldAll(platform: Platform, options: RefoldOptions = {}): Promise<Refolded> {
  const changed: string[] = [];
  const failed: RefoldFault[] = [];
  let matters = 0;
  for (let after = options.after ?? START; ; ) {
    const page = await inTransaction(platform.pool, SYSTEM_PREAMBLE, (client) =>
      rows<{ id: string; kind: string }>(client, 'select id, kind from matter where id > $1 order by id limit $2', [after, PAGE]),
    );
    const last = page.at(-1);
    if (last === undefined) return { matters, changed, failed };
    for (const { id, kind } of page) {
      const answer = await refoldMatter(platform, platform.kinds.get(kind), id);
      if (typeof answer === 'string') failed.push({ matterId: id, what: answer });
      else if (answer) changed.push(id);
    }
    matters += page.length;
    after = last.id;
    await options.onPage?.(matters, after);
  }
}

/** Whether its rows had to be written; text: why it cannot be folded. */
async function refoldMatter(platform: Platform, kind: MatterKind | undefined, id: string): Promise<boolean | string> {
  if (kind === undefined) return '不认识的事项类型';
  const answer: { is: boolean | string } = { is: false };
  await inGatheredTransaction(platform.pool, [SYSTEM_OPENING, lockStatement(id, 'system')], async (client) => {
    answer.is = await inLockedMatter(client, platform, kind, id);
    return typeof answer.is === 'string' ? refuse('not-refolded', null, answer.is) : null;
  });
  return answer.is;
}

async function inLockedMatter(client: Client, platform: Platform, kind: MatterKind, id: string): Promise<boolean | string> {
  const nowMs = platform.now();
  const today = shanghaiDay(nowMs);
  const cohort = cohortOf(id);
  const proved = await readActs(client, id, cohort);
  const acts = proved.map(asStored).filter((act) => act !== null);
  // Erased content can no longer be folded: the rows as they stand are then all there is.
  if (acts.length < proved.length) return false;
  const state = refold(kind, acts);
  if (state === null) return '没有立项的办理记录';
  const nothing = { pool: platform.pool, how: 'held' as const, persons: [], files: [], caller: null, key: null };
  const request = { kind: kind.kind, matterId: id, cohort, actor: SYSTEM_POST, on: today, organisations: [kind.homeId(state)], ...nothing };
  const loaded = await load(client, request);
  const { matter } = loaded;
  if (matter === null) return '事项已不存在';
  // Rows made from acts that somebody has tampered with would hide the tampering.
  if (checkChain({ id, seq: matter.seq, head: Buffer.from(matter.head, 'hex') }, proved).length > 0) return '办理记录的链不完整，不予推演';
  if (await isAsFolded(client, kind, state, loaded, matter)) return false;
  const place = loaded.places.get(kind.homeId(state));
  const profile = platform.law().currentProfile(matter.city);
  if (place === undefined || profile === null) return '归属单位或者规则参数不在名录中';
  const reopened = await reopenTasks(client, kind, state, loaded, matter);
  const standing = reopened ? await load(client, request) : loaded;
  const w = workingOf(kind, id, matter.city, standing, { profile, calendar: platform.law().calendar }, platform.reactsTo);
  w.state = state;
  w.isRewritten = true;
  letClocksTakeEffect(w, platform.law(), today, nowMs);
  const refusal = await writeWorking(client, { law: platform.law }, w, w.state ?? state, place, today, nowMs, null, null);
  return refusal === null ? true : refusal.reason;
}

/** A task that was closed without an act is the old one, not a new one of the same name. */
async function reopenTasks(client: Client, kind: MatterKind, state: BaseState, loaded: Loaded, matter: MatterRow): Promise<boolean> {
  const open = new Set(loaded.tasks.map(({ key }) => key));
  const missing = kind.tasks(state, null).flatMap(({ key }) => (open.has(key) ? [] : [key]));
  if (missing.length === 0) return false;
  const { rowCount } = await client.query(
    `update task t set closed_at = null, closed_seq = null, closed_by = null
     where t.matter_id = $1 and t.cohort = $2 and t.key = any ($3::text[]) and t.closed_at is not null
       and t.opened_seq = (select max(o.opened_seq) from task o where o.matter_id = $1 and o.cohort = $2 and o.key = t.key)`,
    [matter.id, matter.cohort, missing],
  );
  return (rowCount ?? 0) > 0;
}

/** Tasks by their keys alone, which no parameter changes. */
async function isAsFolded(client: Client, kind: MatterKind, state: BaseState, loaded: Loaded, matter: MatterRow): Promise<boolean> {
  const [columns] = await rows<{ row: Record<string, Json>; own_number: string | null }>(
    client,
    `select to_jsonb(t) as row, m.own_number from ${tableOf(kind)} t join matter m on m.cohort = t.cohort and m.id = t.matter_id
     where t.matter_id = $1 and t.cohort = $2`,
    [matter.id, matter.cohort],
  );
  const { state: stored, status, title, label, home_id } = matter;
  const asFolded = { state, status: state.status, title: kind.title(state), label: kind.label(state), home_id: kind.homeId(state) };
  return (
    text(asFolded) === text({ state: stored, status, title, label, home_id }) &&
    (kind.ownNumber?.(state) ?? null) === columns?.own_number &&
    Object.entries(kind.columns(state)).every(([name, value]) => text(columns?.row[name]) === text(value)) &&
    sameKeys(kind.participants(state).map(partyKey), loaded.participants.map(partyKey)) &&
    sameKeys(
      kind.tasks(state, null).map(({ key }) => key),
      loaded.tasks.map(({ key }) => key),
    )
  );
}

const partyKey = (p: Participant): string => `${p.as}/${p.organisationId}`;

function sameKeys(a: readonly string[], b: readonly string[]): boolean {
  return text([...new Set(a)].sort()) === text([...new Set(b)].sort());
}

function text(value: unknown): string {
  return canonicalJson((value ?? null) as Json);
}
