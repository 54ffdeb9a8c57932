import { type Queryable, rows } from '#platform/db';
import type { LawLinks, Settlement } from './model.ts';

type Numbered = { readonly matterId: string; readonly no: number };

/** Of two texts the one that was chosen, and those it was compared with: what comes later wants a new look. */
export async function keepSettlement(client: Queryable, s: Omit<Settlement, 'decision'> & Numbered): Promise<void> {
  const standing = s.chosen === null ? [] : await standingTexts(client, s.law);
  const chosen = standing.filter(({ source }) => source === s.chosen).map(({ id }) => id);
  await client.query(
    `insert into law_settlement (matter_id, no, law, edition, what, says, starts_on, chosen, among)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing`,
    [s.matterId, s.no, s.law, s.edition, s.what, s.says, s.startsOn, chosen.length === 1 ? chosen[0] : null, standing.map(({ id }) => id)],
  );
}

function standingTexts(client: Queryable, law: string): Promise<readonly { id: string; source: string }[]> {
  return rows(client, 'select id, source from law_text where name = $1 and upper_inf(known) order by id', [law]);
}

/** The links of one matter as the library reads them from now on. */
export async function keepLinks(client: Queryable, matterId: string, { law, toLaw, changedOn, pairs }: LawLinks): Promise<void> {
  await client.query(
    `insert into law_link (matter_id, n, law, from_part, to_law, to_part, changed_on)
     select $1, p.n, $2, p.value -> 'from', $3, p.value -> 'to', $4 from jsonb_array_elements($5::jsonb) with ordinality as p (value, n)
     on conflict do nothing`,
    [matterId, law, toLaw, changedOn, JSON.stringify(pairs)],
  );
}

export async function endLinks(client: Queryable, matterId: string): Promise<void> {
  await client.query('update law_link set in_use = false where matter_id = $1', [matterId]);
}
