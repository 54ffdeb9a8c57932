import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADMIN_ROLES, addDays, type Role } from '#law';
import { anyKind, kindsOf } from '#platform/acts/kinds';
import { type Platform, perform } from '#platform/acts/perform';
import { inTransaction, rows } from '#platform/db';
import { type Session, sessionPreamble } from '#platform/session';
import { ANCHOR, ANCHOR_MORNING, type OtherCity, type Person, seedTestCity, type TestCity } from '#testing/city';
import { type TestDatabase, testDatabase } from '#testing/database';
import { createLetterTable, LETTER } from '#testing/letter-kind';
import { testPlatform } from '#testing/platform';
import { listClocks } from './clocks.ts';
import { listMatters } from './list.ts';
import { listTasks } from './tasks.ts';
import { matterView } from './view.ts';
import { visible } from './visible.ts';

let database: TestDatabase;
let platform: Platform;
let people: readonly Someone[] = [];
let letters: readonly Letter[] = [];
let now = ANCHOR_MORNING;

/** What the oracle knows of a person and of a letter; nothing of the ranges that the product computes. */
type Someone = { readonly person: Person; readonly city: number; readonly unit: Unit; readonly role: Role };
type Unit = {
  readonly key: string;
  readonly id: string;
  readonly kind: string;
  readonly regionCode: string;
  readonly superior: string | null;
  readonly lineSuperior: string | null;
  readonly numbers: boolean;
};
type Letter = {
  readonly id: string;
  readonly home: Unit;
  readonly city: number;
  readonly addressee: string | null;
  readonly label: number;
  readonly opener: string;
};

beforeAll(async () => {
  database = await testDatabase();
  await createLetterTable(database.pool);
  const { city, other } = await seedTestCity(database.pool);
  platform = await testPlatform(database.pool, () => now, kindsOf([anyKind(LETTER)]));
  people = [...everybody(city), ...everybody(other)];
  letters = await openLetters();
});
afterAll(() => database.close());

function everybody(city: TestCity | OtherCity): Someone[] {
  const units = new Map(city.world.units.map((u) => [u.key, u]));
  return Object.entries(city).flatMap(([key, value]) => {
    const unit = units.get(key);
    if (unit === undefined || !('id' in value)) return [];
    const own: Unit = {
      key,
      id: value.id,
      kind: unit.kind,
      regionCode: unit.regionCode,
      superior: unit.superior,
      lineSuperior: unit.lineSuperior,
      numbers: unit.documentPrefix !== null,
    };
    return Object.values(value)
      .filter((v): v is Person => typeof v === 'object' && v !== null && 'session' in v)
      .map((person) => ({ person, city: city.world.city, unit: own, role: person.session.role }));
  });
}

const OPENERS: readonly Role[] = ['supervisor', 'handler', 'receiver', 'head', 'justice-office'];

/** From every unit that can open one: an internal, a sensitive and a sealed letter, each as a draft and sent to another unit. */
async function openLetters(): Promise<Letter[]> {
  const made: Letter[] = [];
  const openers = people.filter((p) => OPENERS.includes(p.role)).filter((p, i, all) => all.findIndex((q) => q.unit.id === p.unit.id) === i);
  for (const [i, opener] of openers.entries()) {
    const colleague = people.find(
      (p) =>
        p.unit.id === opener.unit.id &&
        p.person.accountId !== opener.person.accountId &&
        ['deputy-head', 'head', 'supervisor', 'handler', 'receiver'].includes(p.role),
    );
    const addressee = openers.filter((o) => o.city === opener.city)[(i + 3) % openers.filter((o) => o.city === opener.city).length];
    for (const [label, word] of [
      [2, '内部'],
      [3, '敏感'],
      [4, '密封'],
    ] as const) {
      for (const sent of [false, true]) {
        if (
          sent &&
          (colleague === undefined ||
            label === 4 ||
            !opener.unit.numbers ||
            addressee === undefined ||
            addressee.unit.id === opener.unit.id)
        )
          continue;
        const id = await act(opener.person.session, 'open', null, {
          subject: `${word}${i}`,
          addressee: addressee?.unit.id ?? opener.unit.id,
        });
        if (sent && colleague !== undefined) await act(colleague.person.session, 'send', id);
        made.push({
          id,
          home: opener.unit,
          city: opener.city,
          addressee: sent ? (addressee?.unit.id ?? null) : null,
          label,
          opener: opener.person.accountId,
        });
      }
    }
  }
  return made;
}

async function act(by: Session, name: string, matterId: string | null, input: unknown = {}): Promise<string> {
  const answer = await perform(platform, { by, kind: 'test-letter', act: name, matterId, input });
  if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer)}`);
  return answer.done.matterId;
}

/** Who may see what, said again in words of the 细则 (第二、二十三条) and without any range. */
function oracle(who: Someone, letter: Letter): boolean {
  if (letter.label === 4) return letter.opener === who.person.accountId;
  if (ADMIN_ROLES.includes(who.role) || letter.label > Math.min(3, who.person.session.labelMax)) return false;
  if (letter.addressee === who.unit.id) return true;
  if (letter.city !== who.city) return false;
  if (who.unit.kind === 'government' || who.unit.kind === 'bureau' || who.unit.kind === 'justice-office')
    return isWithin(letter.home.regionCode, who.unit.regionCode) || isBelow(who, letter.home);
  return isBelow(who, letter.home);
}

/** 150800 holds 150802 and 150802100; 150802 holds 150802100. */
function isWithin(code: string, region: string): boolean {
  return code.startsWith(region.endsWith('00') && region.length === 6 ? region.slice(0, 4) : region);
}

function isBelow(who: Someone, unit: Unit): boolean {
  const units = new Map(people.filter((p) => p.city === who.city).map((p) => [p.unit.key, p.unit]));
  const climb = (from: Unit, next: (u: Unit) => string | null): boolean => {
    for (let at: Unit | undefined = from; at !== undefined; at = units.get(next(at) ?? '')) if (at.id === who.unit.id) return true;
    return false;
  };
  return who.unit.kind !== 'external' && (climb(unit, (u) => u.superior) || climb(unit, (u) => u.lineSuperior ?? u.superior));
}

async function listed(session: Session): Promise<Set<string>> {
  const ids = new Set<string>();
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof listMatters>> = await listMatters(platform, session, {
      limit: 50,
      ...(cursor === null ? {} : { cursor }),
    });
    for (const item of page.items) ids.add(item.id);
    cursor = page.cursor;
  } while (cursor !== null);
  return ids;
}

/** Sealed letters stand in no list and no total; whoever opened one still reaches it. */
const ownSealed = (who: Someone): string[] => letters.filter((l) => l.label === 4 && l.opener === who.person.accountId).map((l) => l.id);

describe('各在其位（细则第二、二十三条）：看得见的与看不见的', () => {
  it('列表、计数与独立推演一致，每一岗位每一事项', async () => {
    let decisions = 0;
    const wrong: string[] = [];
    for (const who of people) {
      const seen = await listed(who.person.session);
      const { total } = await listMatters(platform, who.person.session, { limit: 1 });
      const expected = letters.filter((l) => l.label < 4 && oracle(who, l));
      if (total?.count !== expected.length) wrong.push(`${who.unit.key} ${who.role} 计数 ${total?.count}≠${expected.length}`);
      for (const letter of letters) {
        decisions += 1;
        if (seen.has(letter.id) !== (letter.label < 4 && oracle(who, letter)))
          wrong.push(`${who.unit.key} ${who.role} ${seen.has(letter.id) ? '多见' : '少见'} ${letter.home.key} 密级${letter.label}`);
      }
    }
    expect(wrong.slice(0, 20)).toEqual([]);
    expect(decisions).toBeGreaterThan(5_000);
  });

  it('打开、搜索、待办、期限都不超出列表；看不见的与不存在的答复相同', async () => {
    const wrong: string[] = [];
    for (const who of people.filter((_, i) => i % 5 === 0)) {
      const { session } = who.person;
      const seen = new Set([...(await listed(session)), ...ownSealed(who)]);
      for (const letter of letters.filter((_, i) => i % 3 === 0)) {
        const view = await matterView(platform, session, letter.id, { asOf: null, knownOn: null });
        if ((view !== null) !== seen.has(letter.id)) wrong.push(`${who.unit.key} ${who.role} 打开 ${letter.home.key}`);
      }
      for (const query of [{}, { kind: 'test-letter' }, { withoutSealed: true }]) {
        const found = await listMatters(platform, session, { ...query, q: '密封', limit: 200 });
        if (found.items.length > 0 || found.total?.count !== 0) wrong.push(`${who.unit.key} 搜索和导出有密封事项`);
      }
      const tasks = await listTasks(platform, session, 'todo', undefined, 200);
      const clocks = await listClocks(platform, session, ANCHOR, addDays(ANCHOR, 90), {});
      for (const item of [...tasks.items, ...clocks.items])
        if (!seen.has(item.matterId)) wrong.push(`${who.unit.key} ${who.role} 待办或期限超出列表`);
    }
    expect(wrong.slice(0, 20)).toEqual([]);
  });

  it('第二道墙：不带任何条件直接查表，行级权限给出的与列表相同', async () => {
    for (const who of people.filter((_, i) => i % 2 === 0)) {
      const seen = new Set([...(await listed(who.person.session)), ...ownSealed(who)]);
      const tables = await inTransaction(database.pool, sessionPreamble(who.person.session, now), async (client) => ({
        matter: await rows<{ id: string }>(client, 'select id from matter'),
        act: await rows<{ id: string }>(client, 'select distinct matter_id as id from act'),
        payload: await rows<{ id: string }>(client, 'select distinct matter_id as id from act_payload'),
        task: await rows<{ id: string }>(client, 'select distinct matter_id as id from task'),
        clock: await rows<{ id: string }>(client, 'select distinct matter_id as id from clock'),
        letter: await rows<{ id: string }>(client, 'select matter_id as id from test_letter'),
      }));
      expect(new Set(tables.matter.map((r) => r.id))).toEqual(seen);
      for (const list of Object.values(tables)) for (const row of list) expect(seen.has(row.id)).toBe(true);
    }
  });

  it('办理所用的角色对单件事项的行级权限，与查询所用的相同：每一岗位每一事项', async () => {
    const seenAs = (session: Session, role: string) =>
      inTransaction(database.pool, `${sessionPreamble(session, now)} set local role ${role};`, async (client) => ({
        matter: await rows(client, 'select id from matter order by id'),
        task: await rows(client, 'select matter_id, key, opened_seq from task order by 1, 2, 3'),
        clock: await rows(client, 'select matter_id, clock_id, key from clock order by 1, 2, 3'),
        letter: await rows(client, 'select matter_id from test_letter order by 1'),
      }));
    for (const who of people.filter((_, i) => i % 3 === 0)) {
      expect(await seenAs(who.person.session, 'app_act')).toEqual(await seenAs(who.person.session, 'app_rt'));
    }
    for (const table of ['document', 'file', 'act', 'act_payload', 'finding', 'notice']) {
      const [owner] = people;
      if (owner === undefined) throw new Error('nobody in the world');
      const read = inTransaction(database.pool, `${sessionPreamble(owner.person.session, now)} set local role app_act;`, (client) =>
        rows(client, `select from ${table}`),
      );
      await expect(read).rejects.toThrow('permission denied');
    }
  });

  it('密封事项只凭指名授权可见：授权自起始时刻可见，期满那一刻起不可见，查询条件和行级权限同一时刻（security.md C4）', async () => {
    const sealed = letters.find((l) => l.label === 4);
    const reader = people.find((p) => p.unit.key === '旗司法局' && p.role === 'supervisor');
    if (sealed === undefined || reader === undefined) throw new Error('the world lacks a sealed letter');
    const { session } = reader.person;
    const see = async (at: number): Promise<readonly boolean[]> => {
      now = at;
      const page = await matterView(platform, session, sealed.id, { asOf: null, knownOn: null });
      const counted = (where: string, wall: string) =>
        inTransaction(database.pool, sessionPreamble(session, at) + wall, (client) =>
          rows(client, `select from matter m where m.id = $1 and ${where}`, [sealed.id]),
        );
      const byPolicy = await counted('true', '');
      const byPipeline = await counted('true', 'set local role app_act;');
      const byCondition = await counted(visible(session, 'm', 'id'), 'set local role none;');
      now = ANCHOR_MORNING;
      return [page !== null, byPolicy.length > 0, byPipeline.length > 0, byCondition.length > 0];
    };
    const hour = 3_600_000;
    expect(await see(ANCHOR_MORNING)).toEqual([false, false, false, false]);
    await database.pool.query(
      `insert into access_grant (id, account_id, matter_id, basis, held) values (gen_random_uuid(), $1, $2, '专案', tstzrange($3, $4))`,
      [reader.person.accountId, sealed.id, new Date(ANCHOR_MORNING).toISOString(), new Date(ANCHOR_MORNING + hour).toISOString()],
    );
    expect(await see(ANCHOR_MORNING - 1)).toEqual([false, false, false, false]);
    expect(await see(ANCHOR_MORNING)).toEqual([true, true, true, true]);
    expect(await see(ANCHOR_MORNING + hour - 1)).toEqual([true, true, true, true]);
    expect(await see(ANCHOR_MORNING + hour)).toEqual([false, false, false, false]);
  });

  it('没有一条行级权限看数据库自己的时钟', async () => {
    const policies = await rows<{ condition: string }>(
      database.pool,
      `select tablename || '.' || policyname as condition from pg_policies where schemaname = 'public'
       and (qual || coalesce(with_check, '')) ~ '(^|[^_])now\\(\\)|current_(date|timestamp)'`,
    );
    expect(policies).toEqual([]);
  });
});
