import { randomUUID } from 'node:crypto';
import { canonicalJson, type Json } from '#law';
import type { AfterAct, DoneInMatter } from '#platform/acts/after-act';
import { type Queryable, rows } from '#platform/db';
import type { NormativeFiling } from './model.ts';
import type { CatalogueEntry } from './model-catalogue.ts';

type By = Pick<DoneInMatter, 'city' | 'matterId' | 'label' | 'nowMs'> & { readonly actId: string };
type Registered = { readonly id: string; readonly row: Json };

/** Behind every act on a filing: what counts stands in the catalogue, in the same transaction; of a restricted matter nothing. */
export const followNormativeFiling: AfterAct = async (client, { kind, matterId, city, label, state, acts, nowMs }) => {
  const last = acts.at(-1);
  if (kind !== 'normative-filing' || last === undefined) return null;
  await registerEntries(client, state as NormativeFiling, { city, matterId, label, actId: last.id, nowMs });
  return null;
};

/** Rows that say the same stay, others are superseded. */
async function registerEntries(client: Queryable, s: NormativeFiling, by: By): Promise<void> {
  const stored = await rows<Registered>(
    client,
    `select id, jsonb_build_object('no', no, 'from', lower(valid), 'until', upper(valid), 'title', title, 'number', document_number,
       'publishedOn', published_on, 'filingNumber', filing_number, 'filedOn', filed_on, 'lastDay', last_day) as row
     from normative_document where matter_id = $1 and upper_inf(known)`,
    [by.matterId],
  );
  const wanted = by.label > 2 ? [] : s.catalogue;
  const says = (e: CatalogueEntry, r: Registered): boolean => canonicalJson(rowOf(e)) === canonicalJson(r.row);
  const gone = stored.filter((r) => !wanted.some((e) => says(e, r)));
  const fresh = wanted.filter((e) => !stored.some((r) => says(e, r)));
  if (gone.length + fresh.length === 0) return;
  const at = await momentAfter(client, by);
  await client.query('update normative_document set known = tstzrange(lower(known), $2) where id = any ($1::uuid[])', [
    gone.map((r) => r.id),
    at,
  ]);
  for (const entry of fresh) await insert(client, s, entry, by, at);
}

function rowOf({ no, effectiveOn, until, title, number, publishedOn, filingNumber, filedOn, lastDay }: CatalogueEntry): Json {
  return { no, from: effectiveOn, until, title, number, publishedOn, filingNumber, filedOn, lastDay };
}

/** Now, but later than whatever of this document was recorded before: nothing is known for no time at all. */
async function momentAfter(client: Queryable, { matterId, nowMs }: By): Promise<string> {
  const now = new Date(nowMs).toISOString();
  const [found] = await rows<{ at: string }>(
    client,
    `select greatest($2::timestamptz, (select max(lower(known)) + interval '1 millisecond' from normative_document where matter_id = $1)) as at`,
    [matterId, now],
  );
  return found?.at ?? now;
}

async function insert(client: Queryable, s: NormativeFiling, e: CatalogueEntry, by: By, at: string): Promise<void> {
  await client.query(
    `insert into normative_document (id, city, matter_id, maker_id, bureau_id, label, no, valid, known, title, document_number,
       published_on, filing_number, filed_on, last_day, act_id)
     values ($1, $2, $3, $4, $5, $6, $7, daterange($8, $9), tstzrange($10, null), $11, $12, $13, $14, $15, $16, $17)`,
    [
      ...[randomUUID(), by.city, by.matterId, s.makerId, s.bureauId, by.label, e.no, e.effectiveOn, e.until, at],
      ...[e.title, e.number, e.publishedOn, e.filingNumber, e.filedOn, e.lastDay, by.actId],
    ],
  );
}
