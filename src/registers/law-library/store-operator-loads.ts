import { randomUUID } from 'node:crypto';
import { type Queryable, rows } from '#platform/db';
import type { ImportedFile } from './actions-import.ts';

export type ChangedName = { readonly name: string; readonly changed: boolean };

/** The load of a command that was cut off, else a new one. */
export async function operatorLoad(client: Queryable, at: string): Promise<string> {
  const [open] = await rows<{ id: string }>(client, 'select id from law_operator_load where finished_at is null');
  if (open !== undefined) return open.id;
  const id = randomUUID();
  await client.query('insert into law_operator_load (id, begun_at) values ($1, $2)', [id, at]);
  return id;
}

/** In the transaction of its texts: what has come is never without what follows from it. */
export async function keepChanges(client: Queryable, id: string, files: readonly ImportedFile[]): Promise<void> {
  const moved = files.filter((f) => f.name !== null && (f.result === 'added' || f.result === 'changed'));
  const names = [...new Set(moved.map((f) => f.name))];
  const changed = names.map((name) => moved.some((f) => f.name === name && f.result === 'changed'));
  await client.query(
    `insert into law_operator_change (load_id, name, changed) select $1, c.name, c.changed from unnest($2::text[], $3::boolean[]) c (name, changed)
     on conflict (load_id, name) do update set changed = law_operator_change.changed or excluded.changed`,
    [id, names, changed],
  );
}

export async function finishOperatorLoad(client: Queryable, id: string, at: string): Promise<void> {
  await client.query('update law_operator_load set finished_at = $2 where id = $1', [id, at]);
}

/** The oldest load whose impact has not been listed yet; null: there is none. */
export async function unlistedLoad(client: Queryable): Promise<string | null> {
  const [load] = await rows<{ id: string }>(
    client,
    'select id from law_operator_load where finished_at is not null and listed_at is null order by finished_at, id limit 1',
  );
  return load?.id ?? null;
}

export async function namesOfLoad(client: Queryable, id: string): Promise<readonly ChangedName[]> {
  return rows(client, 'select name, changed from law_operator_change where load_id = $1 order by name', [id]);
}

export async function markListed(client: Queryable, id: string, at: string): Promise<void> {
  await client.query('update law_operator_load set listed_at = $2 where id = $1', [id, at]);
}
