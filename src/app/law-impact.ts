import { shanghaiDay } from '#law';
import { affectedLaws } from '#law/library/impact';
import { perform } from '#platform/acts/perform';
import { type Client, inTransaction, rows } from '#platform/db';
import type { OutboxItem } from '#platform/outbox';
import { SYSTEM_PREAMBLE } from '#platform/session';
import { keptLaws, type LawImport } from '#registers/law-library';
import { changedNames } from '../registers/law-library/store-jobs.ts';
import { type ChangedName, markListed, namesOfLoad, unlistedLoad } from '../registers/law-library/store-operator-loads.ts';
import { type Look, type Owned, ofFindings, ofMatters, ofProcedures, ofProfile, ofRules } from './law-impact-citing.ts';
import { ofBenchmarks, ofLists } from './law-impact-registers.ts';
import type { Opened } from './opened.ts';

type Deps = Pick<Opened, 'platform'>;
/** One load of texts as one city sees it; `key` makes its matters only once. */
type Load = { readonly id: string; readonly key: string; readonly city: number; readonly managerId: string };

/** A load of texts is done: whatever cites what has changed is listed and given to its owners, one matter each. */
export async function listImpact(deps: Deps, item: OutboxItem): Promise<void> {
  const { names, managerId } = await inTransaction(deps.platform.pool, SYSTEM_PREAMBLE, async (client) => ({
    names: await changedNames(client, item.matter_id),
    managerId: (await importOf(client, item.matter_id)).managerId,
  }));
  await openChanges(deps, { id: item.matter_id, key: `law-change-${item.id}`, city: item.city, managerId }, names);
}

/** The same for one load of the command line, in every city; false: none waits. */
export async function listOperatorImpact(deps: Deps): Promise<boolean> {
  const { pool, now } = deps.platform;
  const waiting = await inTransaction(pool, SYSTEM_PREAMBLE, async (client) => {
    const id = await unlistedLoad(client);
    return id === null ? null : { id, names: await namesOfLoad(client, id), bureaus: await cityBureaus(client) };
  });
  if (waiting === null) return false;
  const { id, names, bureaus } = waiting;
  for (const bureau of bureaus) await openChanges(deps, { id, key: `law-change-${id}`, ...bureau }, names);
  await inTransaction(pool, SYSTEM_PREAMBLE, (client) => markListed(client, id, new Date(now()).toISOString()));
  return true;
}

async function openChanges({ platform }: Deps, load: Load, names: readonly ChangedName[]): Promise<void> {
  const found = await inTransaction(platform.pool, SYSTEM_PREAMBLE, async (client) => {
    const { library, sources } = await keptLaws(client);
    const affected = affectedLaws(library, names);
    return affected.size === 0 ? [] : citing(platform, client, load, { sources, affected });
  });
  for (const [owner, items] of grouped(found))
    for (let n = 0; n < items.length; n += MOST_ITEMS) {
      const part = items.slice(n, n + MOST_ITEMS);
      const answer = await perform(platform, {
        by: { system: true, city: load.city },
        kind: 'law-change',
        act: 'open',
        matterId: null,
        input: { owner, from: load.id, laws: lawsOf(part), items: part.map(({ ownerId: _, ...i }) => i) },
        idempotencyKey: n === 0 ? `${load.key}-${owner}` : `${load.key}-${owner}-${n}`,
      });
      if (!answer.ok) throw new Error(JSON.stringify(answer));
    }
}

async function citing(
  platform: Opened['platform'],
  client: Client,
  { city, managerId }: Load,
  known: Pick<Look, 'sources' | 'affected'>,
): Promise<readonly Owned[]> {
  const look = { ...known, managerId, today: shanghaiDay(platform.now()) };
  const kinds = [...platform.kinds.values()];
  const profile = platform.law().currentProfile(city);
  return [
    ...(profile === null ? [] : ofProfile(profile, look)),
    ...ofRules(look),
    ...ofProcedures(kinds, look),
    ...(await ofLists(client, city, look)),
    ...(await ofBenchmarks(client, city, look)),
    ...(await ofMatters(client, kinds, city, look)),
    ...(await ofFindings(client, city, look)),
  ];
}

/** Most lines of one matter; what is more goes into the next one. */
const MOST_ITEMS = 500;

function grouped(found: readonly Owned[]): ReadonlyMap<string, readonly Owned[]> {
  const groups = new Map<string, Owned[]>();
  for (const item of found) {
    const group = groups.get(item.ownerId);
    if (group === undefined) groups.set(item.ownerId, [item]);
    else group.push(item);
  }
  return groups;
}

function lawsOf(items: readonly Owned[]): string {
  const laws = [...new Set(items.map((i) => /《[^》]+》/.exec(i.place)?.[0] ?? ''))];
  return laws.length > 3 ? `${laws.slice(0, 3).join('、')}等${laws.length}部` : laws.join('、');
}

async function importOf(client: Client, id: string): Promise<LawImport> {
  const [found] = await rows<{ state: LawImport }>(client, 'select state from matter where id = $1', [id]);
  if (found === undefined) throw new Error('the load of texts is gone');
  return found.state;
}

/** The city's bureau looks after the library, in every city of the database. */
async function cityBureaus(client: Client): Promise<readonly { readonly city: number; readonly managerId: string }[]> {
  return rows(
    client,
    `select distinct on (o.city) o.city, o.id as "managerId" from organisation o join organisation_record r on r.organisation_id = o.id
     where r.kind = 'bureau' and r.tier = 'city' and upper_inf(r.known) and upper_inf(r.valid) order by o.city, o.id`,
  );
}
