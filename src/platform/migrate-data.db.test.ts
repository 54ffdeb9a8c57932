import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type TestDatabase, testDatabase } from '#testing/database';
import { databaseFit } from './database-fit.ts';
import { type Database, inTransaction, openDatabase, rows } from './db.ts';
import { migrate, migrateDown, migrationsFolder, ownMigrations } from './migrate.ts';
import { SYSTEM_PREAMBLE } from './session.ts';

const ROLES = ['app_rt', 'app_act', 'app_system', 'app_identity', 'app_public'];
const QUEUED_AGAIN = '202611270925_penalty_records_queue_again';

/** A login that may become the platform's roles and, once `setApart`, sees none of their rows as itself. */
type Login = {
  readonly database: Database;
  /** Before PostgreSQL 16 inheriting is all or nothing, and a login without it cannot migrate. */
  readonly canMigrateApart: boolean;
  readonly setApart: () => Promise<unknown>;
  readonly close: () => Promise<void>;
};

async function plainLogin(): Promise<Login> {
  const { adminUrl } = inject('cluster');
  const admin = openDatabase(adminUrl, { max: 1 });
  const name = `plain_${randomBytes(6).toString('hex')}`;
  await admin.pool.query(`create role ${name} login nosuperuser password '${name}'`);
  // The roles are the cluster's; the migrated template has made them.
  for (const role of ROLES) await admin.pool.query(`grant ${role} to ${name}`);
  await admin.pool.query(`create database ${name} owner ${name}`);
  const url = adminUrl.replace(/\/\/[^@]*@/, `//${name}:${name}@`).replace(/(\/\/[^/]*)\/[^?]*/, `$1/${name}`);
  const database = openDatabase(url, { max: 2 });
  const [server] = await rows<{ version: number }>(admin.pool, `select current_setting('server_version_num')::int as version`);
  const canMigrateApart = (server?.version ?? 0) >= 160_000;
  const apart = canMigrateApart ? `grant app_rt, app_system to ${name} with inherit false` : `alter role ${name} noinherit`;
  return {
    database,
    canMigrateApart,
    setApart: () => admin.pool.query(apart),
    close: async () => {
      await database.close();
      await admin.pool.query(`drop database ${name} with (force)`);
      await admin.pool.query(`drop role ${name}`);
      await admin.close();
    },
  };
}

const MATTER = '0195a000-0000-7000-8000-000000000001';
const ORGAN = '0195a000-0000-7000-8000-000000000002';
const PLANTED = `
insert into matter (city, cohort, id, kind, status, title, state, seq, head, last_step_on, participants, home_id, region_ord, line_ord, label, opened_on, profile_id, profile_version, recorded_at, changed_at)
values (1508, 2026, '${MATTER}', 'penalty-record', 'recorded', '决定', '{"row":{"source":{"columns":["servedOn"]}}}', 1, '\\x00', '2026-03-02', '[]', '${ORGAN}', 1, 1, 2, '2026-03-02', 'p', 1, '2026-03-02', '2026-03-02');
insert into penalty_record (city, cohort, matter_id, region_ord, line_ord, label, organ_id, organ_name, number, number_key, decision_year, key_serial, decided_on, party_name, party_mark, likeness, kinds, file_kind, content_mark, counted, updates)
values (1508, 2026, '${MATTER}', 1, 1, 2, '${ORGAN}', '市局', '1号', '1', 2026, 0, '2026-03-01', '甲', 'p1', 'l1', '{}', 'publicity', 'c', true, 0);`;

describe('升级时补做的事，数据库登录账号不是超级用户、自己看不见任何业务行时也做全', () => {
  let login: Login;
  /** Up to the step that is tried: a later one may ask for a login that inherits, as every login must that is let in today. */
  const takeStep = async () => {
    const steps = await ownMigrations();
    return migrate(login.database.db, { only: new Set(steps.filter((step) => step <= QUEUED_AGAIN)) });
  };
  const asSystem = <T>(work: Parameters<typeof inTransaction<T>>[2]): Promise<T> =>
    inTransaction(login.database.pool, SYSTEM_PREAMBLE, work);
  const queued = () =>
    asSystem(async (client) => ({
      due: await rows<{ reach: string; mark: string }>(client, 'select reach, mark from penalty_due order by reach'),
      wakes: await rows<{ on: string }>(client, 'select wake_on as on from penalty_wake'),
    }));

  beforeAll(async () => {
    login = await plainLogin();
    const steps = await ownMigrations();
    await migrate(login.database.db, { only: new Set(steps.filter((step) => step < '202611270225')) });
    await asSystem((client) => client.query(PLANTED));
    const until = { only: new Set(steps.filter((step) => step < QUEUED_AGAIN)) };
    if (login.canMigrateApart) await login.setApart();
    await migrate(login.database.db, until);
    // What the steps leave behind for a login that sees nothing.
    if (!login.canMigrateApart) await asSystem((client) => client.query('delete from penalty_due; delete from penalty_wake'));
  });
  afterAll(() => login?.close());

  it('此前入库的处罚决定：以账号自身的权限一行也看不见；新的一步以平台角色补上比对和期满复查', async () => {
    if (login.canMigrateApart) expect(await rows(login.database.pool, 'select 1 from penalty_record')).toEqual([]);
    expect(await queued()).toEqual({ due: [], wakes: [] });
    await takeStep();
    expect(await queued()).toEqual({
      due: [
        { reach: 'likeness', mark: 'l1' },
        { reach: 'party', mark: 'p1' },
        { reach: 'unit', mark: ORGAN },
      ],
      wakes: [{ on: '2026-03-01' }],
    });
  });

  it('还在等待的不再排一次；已经比对过的不再比对', async () => {
    const before = await queued();
    const again = async (): Promise<void> => {
      await migrateDown(login.database.db, '202611270801_penalty_records_wakes');
      await takeStep();
    };
    await again();
    expect(await queued()).toEqual(before);
    await asSystem((client) =>
      client.query(
        `delete from penalty_due; insert into penalty_day (city, organ_id, day, cases, income_fen, officers, items) values (1508, '${ORGAN}', '2026-03-01', 1, 0, '{}', '{}')`,
      ),
    );
    await again();
    expect(await queued()).toEqual({ due: [], wakes: before.wakes });
  });

  it('这样的账号启动时即被拒绝，写明管理员该执行什么：程序有以账号自身权限读取的地方，会不声不响地少读', async () => {
    await login.setApart();
    expect(await databaseFit(login.database.pool)).toMatchObject({ refused: 'database-unfit', reason: expect.stringContaining('inherit') });
  });
});

describe('数据库结构的每一步', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase();
  });
  afterAll(() => database?.close());

  it('凡读写有行级权限的数据表，都先切换为平台角色：登录账号自己不一定看得见那里的行', async () => {
    const secured = (await rows<{ name: string }>(database.pool, 'select relname as name from pg_class where relforcerowsecurity')).map(
      (t) => t.name,
    );
    expect(secured).toContain('penalty_record');
    const offending: string[] = [];
    for (const step of await ownMigrations()) {
      const text = await readFile(join(migrationsFolder(), `${step}.sql`), 'utf8');
      if (touchesUnseen(text, secured)) offending.push(step);
    }
    // Both are done again, rightly, by QUEUED_AGAIN.
    expect(offending).toEqual(['202611270225_penalty_records_peers', '202611270801_penalty_records_wakes']);
  });

  it.each([
    ['insert into other select 1 from penalty_record;', true],
    ['update penalty_record set counted = false;', true],
    ['delete from matter m using other o where o.id = m.id;', true],
    ['create table copied as select * from matter;', true],
    ['do $$ begin update other set a = 1 where exists (select from matter); end $$;', true],
    ['set local role app_system; update matter set label = 2; reset role;', false],
    ['do $$ begin set local role app_system; update matter set label = 2; reset role; end $$;', false],
    ['set local role app_system; update matter set label = 2; reset role; update matter set label = 3;', true],
    ['-- from matter\ncreate policy seen on x to app_rt using (exists (select 1 from matter m where m.id = x.id));', false],
    ['create function f() returns void language sql as $$ update matter set label = 2; $$;', false],
    ['update matters set label = 2;', false],
  ])('检查本身：%s', (text, isOffending) => {
    expect(touchesUnseen(text, ['matter', 'penalty_record'])).toBe(isOffending);
  });
});

/** Whether a step reads or writes rows of secured tables while it works with the rights of the login itself. */
function touchesUnseen(text: string, secured: readonly string[]): boolean {
  const touched = new RegExp(
    `\\b(?:insert into|update|delete from|from|join|using|merge into)\\s+(?:only\\s+)?(?:${secured.join('|')})\\b`,
    'i',
  );
  const plain = text
    .replace(/--[^\n]*/g, '')
    .replace(/create (?:or replace )?function[\s\S]*?\$\$[\s\S]*?\$\$/gi, 'create function')
    .replace(/'(?:[^']|'')*'/g, "''");
  let isSwitched = false;
  for (const statement of plain.split(/;|\$\$|\bbegin\b|\bthen\b|\bloop\b/i).map((part) => part.trim())) {
    if (/^set local role\b/i.test(statement)) isSwitched = true;
    else if (/^reset role\b/i.test(statement)) isSwitched = false;
    else if (
      !isSwitched &&
      !/^(?!create (?:unlogged )?table \w+ as)(?:create|alter|drop|grant|revoke|comment)\b/i.test(statement) &&
      touched.test(statement)
    )
      return true;
  }
  return false;
}
