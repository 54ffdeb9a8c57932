import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localDate } from '#law';
import { rows } from '#platform/db';
import { ANCHOR_MORNING, seedTestCity, type TestCity } from '#testing/city';
import { type TestDatabase, testDatabase } from '#testing/database';
import { createLetterTable, LETTER } from '#testing/letter-kind';
import { testPlatform } from '#testing/platform';
import { performBulk } from './bulk.ts';
import { anyKind, kindsOf } from './kinds.ts';
import { type Platform, perform } from './perform.ts';
import { verify } from './verify.ts';

let database: TestDatabase;
let city: TestCity;
let platform: Platform;
const queries: string[] = [];

beforeAll(async () => {
  database = await testDatabase({ onQuery: (q) => queries.push(q) });
  await createLetterTable(database.pool);
  ({ city } = await seedTestCity(database.pool));
  platform = await testPlatform(database.pool, () => ANCHOR_MORNING, kindsOf([anyKind(LETTER)]));
});
afterAll(() => database.close());

const ON = localDate('2026-03-02');
const input = (n: number): { subject: string; addressee: string } => ({ subject: `第${n}件`, addressee: city.区市场监管局.id });

/** Everything that a matter leaves behind, without what must differ: ids, salts, digests. */
async function traces(id: string): Promise<unknown> {
  const one = async (sql: string): Promise<unknown> => (await rows(database.pool, sql, [id])).map((r) => ({ ...r }));
  return {
    matter: await one(
      'select kind, status, title, state, seq, last_step_on, participants, home_id, region_ord, line_ord, label, opened_on, closed_on, wake_at, profile_id, profile_version, recorded_at from matter where id = $1',
    ),
    kind: await one('select city, cohort, region_ord, line_ord, label, subject, number, received_on from test_letter where matter_id = $1'),
    acts: await one(
      `select city, cohort, seq, type, version, frame, mode, legal_date, legal_time, recorded_at, post_id, account_id, organisation_id, actor, source, cause_id,
       facts_used, prev from act where matter_id = $1`,
    ),
    payload: await one('select city, cohort, seq, payload, length(salt) as salt from act_payload where matter_id = $1'),
    tasks: await one(
      `select city, cohort, key, opened_seq, kind, act, title, subject, organisation_id, roles, post_id, clock_id, clock_key, due_on, opened_at, closed_at,
       closed_seq, closed_by, region_ord, line_ord, label from task where matter_id = $1 order by key`,
    ),
    clocks: await one('select count(*) as count from clock where matter_id = $1'),
    participants: await one(
      'select city, cohort, organisation_id, relation, region_ord, line_ord, label from participant where matter_id = $1 order by 3, 4',
    ),
    log: await one('select city, cohort, kind, type, label, seq, recorded_at, length(hash) as hash from log_outbox where matter_id = $1'),
    outbox: await one('select seq, topic, payload, due_at from outbox where matter_id = $1 order by id'),
  };
}

describe('成批办理与逐件办理走同一条路径', () => {
  it('两种办法留下的每一行都相同', async () => {
    const single = await perform(platform, {
      by: city.市司法局.supervisorA.session,
      kind: 'test-letter',
      act: 'open',
      matterId: null,
      input: input(1),
      legalDate: ON,
      reported: { source: '台账第1行' },
    });
    const [bulk] = await performBulk(
      platform,
      {
        session: city.市司法局.supervisorA.session,
        kind: 'test-letter',
        act: 'open',
        mode: 'reported',
        causeId: null,
        rows: [{ input: input(1), legalDate: ON, source: '台账第1行' }],
      },
      async () => undefined,
    );
    if (!single.ok || bulk?.ok !== true) throw new Error('refused');
    expect(await traces(bulk.matterId)).toEqual(await traces(single.done.matterId));
  });

  it('一千件只用几次往返；不合格的行各自说明，不妨碍其余', async () => {
    const before = queries.length;
    const many = Array.from({ length: 1000 }, (_, n) => ({ input: n === 500 ? { subject: '' } : input(n), legalDate: ON, source: null }));
    const answers = await performBulk(
      platform,
      { session: city.市司法局.supervisorA.session, kind: 'test-letter', act: 'open', mode: 'reported', causeId: null, rows: many },
      async () => undefined,
    );
    expect(queries.length - before).toBeLessThanOrEqual(6);
    expect(answers.filter((a) => a.ok)).toHaveLength(999);
    expect(answers[500]).toMatchObject({ ok: false, problems: [{ path: 'subject' }, { path: 'addressee' }] });
    const verdict = await verify(platform);
    expect(verdict.faults).toEqual([]);
    expect(verdict.matters).toBeGreaterThanOrEqual(1001);
  });

  it('同一事务中附带的工作失败，则一件也不留', async () => {
    const count = async (): Promise<number> =>
      (await rows<{ n: number }>(database.pool, 'select count(*)::int as n from matter'))[0]?.n ?? -1;
    const before = await count();
    const failing = performBulk(
      platform,
      {
        session: city.市司法局.supervisorA.session,
        kind: 'test-letter',
        act: 'open',
        mode: 'reported',
        causeId: null,
        rows: [{ input: input(1), legalDate: ON, source: null }],
      },
      async () => {
        throw new Error('附带工作失败');
      },
    );
    await expect(failing).rejects.toThrow('附带工作失败');
    expect(await count()).toBe(before);
  });
});
