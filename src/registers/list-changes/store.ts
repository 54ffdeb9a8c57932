import type { LocalDate } from '#law';
import { type Queryable, rows } from '#platform/db';
import type { ChangeLine, KeptList, LineDifference, ListUnit } from '#registers/power-lists';
import type { ListChange } from './model.ts';

export type FoundChange = { readonly state: ListChange; readonly seq: number; readonly lastStepOn: LocalDate };

/** A change in the reader's sight. */
export async function changeById(client: Queryable, id: string): Promise<FoundChange | null> {
  const [found] = await rows<FoundChange>(
    client,
    `select state, seq, last_step_on as "lastStepOn" from matter where id = $1 and kind = 'list-change'`,
    [id],
  );
  return found ?? null;
}

/** The lines of a digest, as far as the reader may see them: its own unit's, or published ones. */
export async function linesOf(client: Queryable, organisationId: string, digest: string): Promise<readonly ChangeLine[] | null> {
  const [found] = await rows<{ lines: readonly ChangeLine[] }>(
    client,
    'select lines from list_change_text where organisation_id = $1 and sha256 = $2',
    [organisationId, digest],
  );
  return found?.lines ?? null;
}

export type PublishedChange = {
  readonly organisationId: string;
  readonly list: KeptList;
  readonly publishedOn: LocalDate;
  readonly differences: readonly LineDifference[];
};

export async function publishedChange(client: Queryable, id: string): Promise<PublishedChange | null> {
  const [found] = await rows<PublishedChange>(
    client,
    `select organisation_id as "organisationId", list, published_on as "publishedOn", differences from list_change_text
     where matter_id = $1 and published_on is not null`,
    [id],
  );
  return found ?? null;
}

/** A unit's names and kinds with their days, as known now. */
export async function unitPeriods(
  client: Queryable,
  id: string,
): Promise<readonly (ListUnit & { readonly from: LocalDate | null; readonly until: LocalDate | null })[]> {
  return rows(
    client,
    `select organisation_id as id, name, kind, tier, lower(valid) as "from", upper(valid) as until from organisation_record
     where organisation_id = $1 and upper_inf(known) order by valid`,
    [id],
  );
}

/** Whether a unit numbers what it announces: it has its 机关代字. */
export async function issuesNumbers(client: Queryable, unitId: string, on: LocalDate): Promise<boolean> {
  const found = await rows(
    client,
    'select from organisation_record where organisation_id = $1 and upper_inf(known) and valid @> $2::date and document_prefix is not null',
    [unitId, on],
  );
  return found.length > 0;
}

/** What was proposed goes with the matter to the unit that goes on with it; the acts name it by its digests as before. */
export async function passTexts(
  client: Queryable,
  matterId: string,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<void> {
  await client.query(
    `insert into list_change_text (organisation_id, sha256, city, lines, kept_at)
     select $3, t.sha256, t.city, t.lines, t.kept_at from list_change_text t
     where t.organisation_id = $2 and t.sha256 in (
       select p.payload #>> '{input,digest}' from act a
       join act_payload p on p.city = a.city and p.cohort = a.cohort and p.matter_id = a.matter_id and p.seq = a.seq
       where a.matter_id = $1 and a.type in ('propose', 'revise'))
     on conflict (organisation_id, sha256) do nothing`,
    [matterId, from, to],
  );
}

/** Whether a publication of this matter still stands in the register. */
export async function isRegistered(client: Queryable, matterId: string): Promise<boolean> {
  const found = await rows(client, 'select from list_change_text where matter_id = $1', [matterId]);
  return found.length > 0;
}
