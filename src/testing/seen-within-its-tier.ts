import { expect } from 'vitest';
import type { Person } from './city.ts';
import type { ServedCity } from './served-city.ts';
import { type LookedFor, waysTo } from './ways-to-a-matter.ts';

const EVERYWHERE = { page: true, list: true, number: true, search: true, workbook: true, tasks: true, file: true };
const NOWHERE = { page: false, list: false, number: false, search: false, workbook: false, tasks: false, file: false };

/** Seals a matter of one of the kinds that keep a table of their own, with all that tells of it. */
export async function sealMatter({ database }: ServedCity, kind: string, { id }: Pick<LookedFor, 'id'>): Promise<void> {
  const told = ['participant', kind.replace('-', '_'), 'task', 'clock', 'document'].map((table) => [table, 'matter_id']);
  for (const [table, key] of [['matter', 'id'], ...told])
    await database.pool.query(`update ${table} set label = 4 where ${key} = $1`, [id]);
}

/**
 * What 区市场监管局 handles is seen by every way there and at the bureaus above it, by none anywhere else; its sealed `twin` by
 * none at all. `doer`: whose turn it is in the open one.
 */
export async function seenWithinItsTier(
  served: ServedCity,
  kind: string,
  { open, twin, doer }: { readonly open: LookedFor; readonly twin: LookedFor; readonly doer: Person },
): Promise<void> {
  const { 区市场监管局, 区司法局, 市司法局, 旗司法局, 旗市场监管局, 市交通局 } = served.city;
  const ways = async (person: Person, matter: LookedFor) => waysTo(await served.as(person), kind, matter);
  await sealMatter(served, kind, twin);
  expect(await ways(doer, open)).toEqual(EVERYWHERE);
  for (const person of [区司法局.supervisorA, 市司法局.supervisorA])
    expect(await ways(person, open), person.name).toEqual({ ...EVERYWHERE, tasks: false });
  for (const person of [旗司法局.supervisorA, 旗市场监管局.head, 市交通局.handlerA])
    expect(await ways(person, open), person.name).toEqual(NOWHERE);
  for (const person of [区市场监管局.head, 区司法局.supervisorA]) expect(await ways(person, twin), person.name).toEqual(NOWHERE);
}
