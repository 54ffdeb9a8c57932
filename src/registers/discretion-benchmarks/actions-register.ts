import { randomUUID } from 'node:crypto';
import { canonicalJson, type Json, type LocalDate, type Refusal, refuse } from '#law';
import { isSameItem } from '#law/discretion/choosing';
import type { AfterAct } from '#platform/acts/after-act';
import { type Queryable, rows } from '#platform/db';
import type { DiscretionBenchmark, PublishedVersion } from './model.ts';
import { ART_8_8, ART_34 } from './model-conditions.ts';
import { sameViolation } from './store.ts';

export type RegisteredBy = { readonly city: number; readonly matterId: string; readonly actId: string; readonly nowMs: number };
type Registered = { readonly id: string; readonly row: Json };

/** Behind every act on a benchmark: what is published stands in the register, in the same transaction. */
export const followBenchmark: AfterAct = async (client, { kind, matterId, city, state, acts, nowMs }) => {
  const last = acts.at(-1);
  if (kind !== 'discretion-benchmark' || last === undefined) return null;
  const benchmark = state as DiscretionBenchmark;
  const refusal =
    last.type === 'publish'
      ? await overlapsAnother(client, matterId, benchmark)
      : last.type === 'enter' || last.type === 'enter-version'
        ? await isEnteredAlready(client, matterId, benchmark)
        : null;
  if (refusal !== null) return refusal;
  await registerVersions(client, benchmark, { city, matterId, actId: last.id, nowMs });
  return null;
};

/** One organ at a time: two entries of one benchmark at once would each not see the other. */
async function lockMaker(client: Queryable, makerId: string): Promise<void> {
  await client.query(`select pg_advisory_xact_lock(hashtext('discretion-benchmark'), hashtext($1))`, [makerId]);
}

/** What stands in another matter word for word is no second benchmark; one that differs is recorded, and its overlap found. */
async function isEnteredAlready(client: Queryable, matterId: string, s: DiscretionBenchmark): Promise<Refusal | null> {
  await lockMaker(client, s.makerId);
  const versions = s.versions.map(({ content, documentNumber, from }) => ({ content, number: documentNumber, from }));
  const [found] = await rows<{ id: string; number: string; from: LocalDate }>(
    client,
    `select v.matter_id as id, v.document_number as number, lower(v.valid) as "from" from benchmark_version v
     join jsonb_to_recordset($3) as w (content jsonb, number text, "from" date)
       on v.content = w.content and v.document_number = w.number and lower(v.valid) = w."from"
     where v.maker_id = $1 and v.violation = $2 and v.matter_id <> $4 and upper_inf(v.known)
       and not exists (select from benchmark_version own where own.matter_id = $4 and lower(own.valid) = w."from" and upper_inf(own.known))
     limit 1`,
    [s.makerId, s.violation, JSON.stringify(versions), matterId],
  );
  if (found === undefined) return null;
  const reason = `本机关对“${s.violation}”的这一基准（${found.number}，自${found.from}起施行）已经登记，内容相同，不重复补录`;
  return { ...refuse('same-benchmark', ART_8_8, reason), matterId: found.id };
}

/** Two benchmarks of one organ for one 违法行为 and one item on the same day: nobody could tell which applies. */
async function overlapsAnother(client: Queryable, matterId: string, s: DiscretionBenchmark): Promise<Refusal | null> {
  const fresh = s.versions.at(-1);
  if (fresh === undefined) return null;
  await lockMaker(client, s.makerId);
  const others = await sameViolation(client, s.makerId, [s.violation], matterId);
  const ofSame = others.filter((o) => isSameItem(o.itemCode, fresh.content.itemCode));
  const clash = ofSame.find((o) => (o.until === null || fresh.from < o.until) && (fresh.until === null || o.from < fresh.until));
  if (clash === undefined) return null;
  return refuse(
    'validity-overlap',
    ART_34,
    `本机关对同一违法行为已有基准（${clash.documentNumber}，自${clash.from}起施行），有效期重叠；请修改该基准，或者先予废止`,
  );
}

/** Brings the register in line with the versions of a benchmark: rows that say the same stay, others are superseded. */
export async function registerVersions(client: Queryable, s: DiscretionBenchmark, by: RegisteredBy): Promise<void> {
  const stored = await rows<Registered>(
    client,
    `select id, jsonb_build_object('no', no, 'from', lower(valid), 'until', upper(valid), 'content', content, 'number', document_number,
       'publishedOn', published_on, 'place', place, 'reported', reported, 'violation', violation) as row
     from benchmark_version where matter_id = $1 and upper_inf(known)`,
    [by.matterId],
  );
  const wanted = s.versions.filter((v) => v.until === null || v.from < v.until);
  const same = (v: PublishedVersion, r: Registered): boolean => canonicalJson(rowOf(v, s.violation)) === canonicalJson(r.row);
  const gone = stored.filter((r) => !wanted.some((v) => same(v, r)));
  const fresh = wanted.filter((v) => !stored.some((r) => same(v, r)));
  const at = await momentAfter(client, by);
  await client.query('update benchmark_version set known = tstzrange(lower(known), $2) where id = any ($1::uuid[])', [
    gone.map((r) => r.id),
    at,
  ]);
  for (const v of fresh) await insert(client, s, v, by, at);
}

function rowOf(v: PublishedVersion, violation: string): Json {
  const { no, from, until, content, documentNumber, publishedOn, place, reported } = v;
  return { no, from, until, content: content as unknown as Json, number: documentNumber, publishedOn, place, reported, violation };
}

/** Now, but later than whatever of this benchmark was recorded before: nothing is known for no time at all. */
async function momentAfter(client: Queryable, { matterId, nowMs }: RegisteredBy): Promise<string> {
  const [found] = await rows<{ at: string }>(
    client,
    `select greatest($2::timestamptz, (select max(lower(known)) + interval '1 millisecond' from benchmark_version where matter_id = $1)) as at`,
    [matterId, new Date(nowMs).toISOString()],
  );
  return found?.at ?? new Date(nowMs).toISOString();
}

async function insert(client: Queryable, s: DiscretionBenchmark, v: PublishedVersion, by: RegisteredBy, at: string): Promise<void> {
  const until: LocalDate | null = v.until;
  await client.query(
    `insert into benchmark_version (id, city, matter_id, maker_id, violation, no, valid, known, content, document_number, published_on, place, reported, act_id)
     values ($1, $2, $3, $4, $5, $6, daterange($7, $8), tstzrange($9, null), $10, $11, $12, $13, $14, $15)`,
    [
      ...[randomUUID(), by.city, by.matterId, s.makerId, s.violation, v.no, v.from, until, at, JSON.stringify(v.content)],
      ...[v.documentNumber, v.publishedOn, v.place, v.reported, by.actId],
    ],
  );
}
