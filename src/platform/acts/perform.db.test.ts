import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localDate, shanghaiMidnight } from '#law';
import { rows } from '#platform/db';
import { type LawContext, loadLawContext } from '#platform/law-context';
import type { Session } from '#platform/session';
import { ANCHOR_MORNING, seedTestCity, type TestCity } from '#testing/city';
import { type TestDatabase, testDatabase } from '#testing/database';
import { createLetterTable, LETTER } from '#testing/letter-kind';
import { anyKind, kindsOf } from './kinds.ts';
import { type ActAnswer, type Performed, type Platform, perform } from './perform.ts';
import { performPlatformAct } from './platform-act.ts';
import { sweep } from './sweep.ts';
import { verify } from './verify.ts';

let database: TestDatabase;
let city: TestCity;
let law: LawContext;
let now = ANCHOR_MORNING;
let platform: Platform;
const queries: string[] = [];

beforeAll(async () => {
  database = await testDatabase({ onQuery: (q) => queries.push(q) });
  await createLetterTable(database.pool);
  ({ city } = await seedTestCity(database.pool));
  law = await loadLawContext(database.pool);
  platform = { pool: database.pool, kinds: kindsOf([anyKind(LETTER)]), now: () => now, law: () => law, reactsTo: new Set() };
});
afterAll(() => database.close());

const act = (
  by: Session,
  name: string,
  matterId: string | null,
  input: unknown = {},
  more: { legalDate?: string; idempotencyKey?: string; ifSeq?: number } = {},
): Promise<ActAnswer> => perform(platform, { by, kind: 'test-letter', act: name, matterId, input, ...more });

function done(answer: ActAnswer): Performed {
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  return answer.done;
}

async function openLetter(): Promise<string> {
  return done(await act(city.市司法局.supervisorA.session, 'open', null, { subject: '核实情况', addressee: city.区市场监管局.id }))
    .matterId;
}
async function receivedLetter(): Promise<string> {
  const id = await openLetter();
  done(await act(city.市司法局.deputyHead.session, 'send', id));
  done(await act(city.区市场监管局.receiver.session, 'receive', id));
  return id;
}
const stored = async (id: string) =>
  (
    await rows<{ status: string; seq: number; wake_at: string | null }>(
      database.pool,
      'select status, seq, wake_at from matter where id = $1',
      [id],
    )
  )[0];

describe('办理一件事项只有一条路径', () => {
  it('签发取号、签收起算三十日、答复办结，全程六次往返以内', async () => {
    const id = await openLetter();
    const before = queries.length;
    const signed = done(await act(city.市司法局.deputyHead.session, 'send', id));
    expect(queries.length - before).toBeLessThanOrEqual(6);
    expect(signed.says).toContain('已签发，文号巴司测〔2026〕');
    done(await act(city.区市场监管局.receiver.session, 'receive', id));
    const [clock] = await rows<{ due_on: string }>(database.pool, 'select due_on from clock where matter_id = $1', [id]);
    expect(clock?.due_on).toBe('2026-04-15');
    expect(done(await act(city.区市场监管局.receiver.session, 'reply', id, { words: '已处理' })).status).toBe('replied');
    expect((await stored(id))?.wake_at).toBeNull();
  });

  it('不该办的岗位、不该办的时候、看不见的事项各有各的答复，且不留下任何痕迹', async () => {
    const id = await openLetter();
    expect(await act(city.市司法局.supervisorA.session, 'send', id)).toMatchObject({
      error: 'refused',
      refusal: { refused: 'own-draft', cite: { article: 22 } },
    });
    expect(await act(city.市司法局.deputyHead.session, 'receive', id)).toMatchObject({
      error: 'refused',
      refusal: { refused: 'wrong-state' },
    });
    expect(await act(city.区市场监管局.receiver.session, 'receive', id)).toEqual({ ok: false, error: 'absent' });
    expect(await act(city.市司法局.deputyHead.session, 'send', id, { extra: 1 })).toMatchObject({
      error: 'input',
      problems: [{ path: 'extra' }],
    });
    expect((await stored(id))?.seq).toBe(1);
    const [numbers] = await rows<{ n: number }>(database.pool, 'select count(*)::int as n from number_register where matter_id = $1', [id]);
    expect(numbers?.n).toBe(0);
  });

  it('被拒绝的办理不占文号：下一份文书的序号紧接上一份', async () => {
    const first = done(await act(city.市司法局.deputyHead.session, 'send', await openLetter()));
    const refused = await openLetter();
    expect((await act(city.市司法局.supervisorA.session, 'send', refused)).ok).toBe(false);
    const second = done(await act(city.市司法局.deputyHead.session, 'send', refused));
    const serial = (text: string | null): number => Number(/〕(\d+)号/.exec(text ?? '')?.[1]);
    expect(serial(second.number)).toBe(serial(first.number) + 1);
  });

  it('同一请求重复提交只办一次；换了内容的同一编号被拒绝', async () => {
    const id = await openLetter();
    const key = 'key-12345678';
    const twice = await Promise.all([1, 2, 3, 4].map(() => act(city.市司法局.deputyHead.session, 'send', id, {}, { idempotencyKey: key })));
    expect(new Set(twice.map((a) => done(a).number)).size).toBe(1);
    expect((await stored(id))?.seq).toBe(2);
    expect(await act(city.市司法局.supervisorA.session, 'note', id, { words: '一' }, { idempotencyKey: 'key-note-1' })).toMatchObject({
      ok: true,
    });
    expect(await act(city.市司法局.supervisorA.session, 'note', id, { words: '二' }, { idempotencyKey: 'key-note-1' })).toEqual({
      ok: false,
      error: 'key-reused',
    });
  });

  it('两人同时办理同一步骤，只有一人办成，另一人得知已变化', async () => {
    const id = await openLetter();
    const answers = await Promise.all(
      [city.市司法局.deputyHead, city.市司法局.supervisorB].map((p) => act(p.session, 'send', id, {}, { ifSeq: 1 })),
    );
    expect(answers.filter((a) => a.ok)).toHaveLength(1);
    expect(answers.find((a) => !a.ok)).toEqual({ ok: false, error: 'changed', seq: 2 });
  });

  it('平台自动生成文书不算他人办理：接着办的人不因此受阻，他人办理的仍然受阻', async () => {
    const id = await openLetter();
    await performPlatformAct(
      platform,
      { matterId: id, kind: 'test-letter', type: 'platform.rendered', input: { documents: [] }, files: [] },
      async () => {},
    );
    const seen = { ifSeq: 1 };
    expect((await stored(id))?.seq).toBe(2);
    done(await act(city.市司法局.supervisorA.session, 'note', id, { words: '接着办' }, seen));
    expect(await act(city.市司法局.supervisorB.session, 'note', id, { words: '晚一步' }, seen)).toMatchObject({ error: 'changed', seq: 3 });
    expect(await act(city.市司法局.supervisorB.session, 'note', id, { words: '未见过' }, { ifSeq: 9 })).toMatchObject({ error: 'changed' });
  });

  it('第三十日当天仍在期限内，次日零时逾期，逾期的法律日期是到期次日', async () => {
    const id = await receivedLetter();
    now = shanghaiMidnight(localDate('2026-04-16')) - 1;
    await sweep(platform);
    expect((await stored(id))?.status).toBe('received');
    now = shanghaiMidnight(localDate('2026-04-20'));
    await sweep(platform);
    await sweep(platform);
    const lapsed = await rows<{ legal_date: string; mode: string }>(
      database.pool,
      `select legal_date, mode from act where matter_id = $1 and type = 'lapse'`,
      [id],
    );
    expect(lapsed).toEqual([{ legal_date: '2026-04-16', mode: 'system' }]);
    const [clock] = await rows<{ breached_on: string; warned: string[] }>(
      database.pool,
      'select breached_on, warned from clock where matter_id = $1',
      [id],
    );
    expect(clock).toMatchObject({ breached_on: '2026-04-16', warned: ['2026-04-05', '2026-04-10', '2026-04-14'] });
    now = ANCHOR_MORNING;
  });

  it('期限已过的只通知逾期，不再提醒按期办理；届满当日仍然提醒', async () => {
    const told = async (id: string) =>
      (await rows<{ text: string }>(database.pool, 'select text from notice where matter_id = $1', [id]))
        .map(({ text }) => text)
        .filter((text) => text.includes('期限为') || text.includes('逾期'));
    const looked = async (at: number): Promise<readonly string[]> => {
      now = ANCHOR_MORNING;
      const id = await receivedLetter();
      now = at;
      await sweep(platform);
      return told(id);
    };
    const midnight = shanghaiMidnight(localDate('2026-04-16'));
    expect(await looked(midnight - 1)).toEqual([expect.stringContaining('期限为2026年4月15日，请按期办理。')]);
    expect(await looked(midnight)).toEqual([expect.stringContaining('已于2026年4月16日零时逾期。')]);
    now = ANCHOR_MORNING;
  });

  it('步骤以办理当日为准，不能倒签；能补录的由有权的岗位注明来源补录；说明以往情况的记录可写以往日期', async () => {
    const id = await openLetter();
    const yesterday = { legalDate: '2026-03-15' };
    const sign = (more: object) =>
      perform(platform, { by: city.市司法局.deputyHead.session, kind: 'test-letter', act: 'send', matterId: id, input: {}, ...more });
    expect(await sign(yesterday)).toMatchObject({ refusal: { refused: 'not-today' } });
    expect(await sign({ ...yesterday, reported: { source: '签批原件' } })).toMatchObject({ refusal: { refused: 'not-reportable' } });
    const opening = { kind: 'test-letter', act: 'open', matterId: null, input: { subject: '旧件', addressee: city.区市场监管局.id } };
    const back = { ...opening, ...yesterday, reported: { source: '旧台账第1行' } };
    expect(await perform(platform, { by: city.市司法局.head.session, ...back })).toMatchObject({ refusal: { refused: 'may-not-report' } });
    expect(await perform(platform, { by: city.市司法局.supervisorA.session, ...back })).toMatchObject({ ok: true });
    expect(await act(city.市司法局.supervisorA.session, 'note', id, { words: '昨日电话了解' }, yesterday)).toMatchObject({ ok: true });
  });

  it('等别人办完时已不再是参与单位的，答复“不存在”，不按等之前的视野办理', async () => {
    const id = await openLetter();
    done(await act(city.市司法局.deputyHead.session, 'send', id));
    const other = await database.pool.connect();
    await other.query('begin; set local role app_system');
    await other.query('select from matter where id = $1 for update', [id]);
    const waiting = act(city.区市场监管局.receiver.session, 'receive', id);
    const blocked = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
    await expect.poll(async () => (await rows(database.pool, blocked)).length).toBe(1);
    await other.query('delete from participant where matter_id = $1 and relation = $2', [id, 'addressee']);
    await other.query('update matter set changed_at = changed_at where id = $1', [id]);
    await other.query('commit');
    expect(await waiting).toEqual({ ok: false, error: 'absent' });
    // What the test took away is put back, so that the rows answer to the acts again.
    await other.query(
      `insert into participant (city, cohort, matter_id, organisation_id, relation, region_ord, line_ord, label)
       select city, cohort, id, $2, 'addressee', region_ord, line_ord, label from matter where id = $1`,
      [id, city.区市场监管局.id],
    );
    other.release();
    done(await act(city.区市场监管局.receiver.session, 'receive', id));
  });

  it('到期后先由平台记明逾期，再受理迟到的答复', async () => {
    const id = await receivedLetter();
    now = shanghaiMidnight(localDate('2026-04-18'));
    done(await act(city.区市场监管局.receiver.session, 'reply', id, { words: '迟复' }));
    const acts = await rows<{ type: string }>(database.pool, 'select type from act where matter_id = $1 order by seq', [id]);
    expect(acts.map((a) => a.type)).toEqual(['open', 'send', 'receive', 'lapse', 'reply']);
    now = ANCHOR_MORNING;
  });

  it('全部事项可由办理记录重新推演', async () => {
    expect((await verify(platform)).faults).toEqual([]);
  });

  it('办理记录不可修改、不可删除', async () => {
    await expect(database.pool.query(`update act set type = 'x'`)).rejects.toThrow(/never changed/);
    await expect(database.pool.query('delete from act')).rejects.toThrow(/never changed/);
  });
});
