import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { isRefusal, type LocalDate, profileFor, type Refusal, refuse, shanghaiDay } from '#law';
import { tableOf } from '#platform/acts/kinds';
import type { Platform } from '#platform/acts/perform';
import { inTransaction, type Queryable, rows } from '#platform/db';
import { type LawContext, loadLawContext } from '#platform/law-context';
import { SYSTEM_PREAMBLE } from '#platform/session';
import { lockRegister } from '../../registers/organisations/actions.ts';
import type { Prepared } from './loader.ts';
import { LOADERS } from './loaders.ts';
import { readTable } from './read-table.ts';
import { recordLoad } from './record-load.ts';

/** Act of the records between their writing and the acts of the load. */
const PROVISIONAL = '00000000-0000-8000-8000-000000000000';

export type FirstLoad =
  | { readonly is: 'loaded'; readonly units: number; readonly warnings: NonNullable<Prepared['warnings']> }
  | { readonly is: 'problems'; readonly prepared: Prepared }
  | { readonly is: 'refused'; readonly refusal: Refusal };

/**
 * Loads the tree of a city that has none yet, from a file, before anybody can sign in; later files come through the
 * pages. The city's parameters come with the product. All in one transaction: a file with any error leaves nothing.
 */
export async function loadFirstOrganisations(platform: Omit<Platform, 'law'>, city: number, path: string): Promise<FirstLoad> {
  const { columns } = LOADERS.organisations;
  const today = shanghaiDay(platform.now());
  const profile = profileFor(city, today);
  if (profile === null) return { is: 'refused', refusal: refuse('no-profile', null, `没有城市${city}的规则参数，不能载入`) };
  const table = await readTable(path, columns);
  if (isRefusal(table)) return { is: 'refused', refusal: table };
  const at = new Date(platform.now()).toISOString();
  const answer = await inTransaction(platform.pool, SYSTEM_PREAMBLE, async (client): Promise<Prepared | Refusal> => {
    await lockRegister(client, city);
    if ((await rows(client, 'select from organisation where city = $1 limit 1', [city])).length > 0) return NOT_EMPTY;
    const matterTables = [...platform.kinds.values()].map(tableOf);
    const prepared = await LOADERS.organisations.prepare(client, table, { city, today, matterTables });
    if (prepared.problems.length > 0) return prepared;
    const refusal = await prepared.carryOut(client, { actId: PROVISIONAL, at, today });
    if (refusal !== null) return refusal;
    if ((await bureauOf(client, city, today)) === null) return NO_BUREAU;
    await client.query(
      'insert into profile (id, version, city, body, recorded_at) values ($1, $2, $3, $4, $5) on conflict (id, version) do nothing',
      [profile.id, profile.version, city, JSON.stringify(profile), at],
    );
    return prepared;
  });
  if (isRefusal(answer)) return { is: 'refused', refusal: answer };
  if (answer.problems.length > 0) return { is: 'problems', prepared: answer };
  const law: LawContext = await loadLawContext(platform.pool);
  const sha256 = createHash('sha256')
    .update(await readFile(path))
    .digest('hex');
  const facts = { register: 'organisations', source: basename(path), sha256, rows: table.rows.length } as const;
  const manager = await inTransaction(platform.pool, SYSTEM_PREAMBLE, (client) => bureauOf(client, city, today));
  if (manager !== null) await recordLoad({ ...platform, law: () => law }, city, manager, facts, PROVISIONAL);
  return { is: 'loaded', units: answer.counts.added, warnings: answer.warnings ?? [] };
}

const NOT_EMPTY = refuse('not-empty', null, '本市已有单位名录，请由市司法局在页面上载入');
const NO_BUREAU = refuse('no-bureau', null, '文件中没有今日有效的市级司法行政部门，名录无人管理');

async function bureauOf(client: Queryable, city: number, today: LocalDate): Promise<string | null> {
  const [found] = await rows<{ id: string }>(
    client,
    `select o.id from organisation o join organisation_record r on r.organisation_id = o.id
     where o.city = $1 and r.kind = 'bureau' and r.tier = 'city' and upper_inf(r.known) and r.valid @> $2::date limit 1`,
    [city, today],
  );
  return found?.id ?? null;
}
