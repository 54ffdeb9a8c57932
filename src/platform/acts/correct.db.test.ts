import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LocalDate, localDate, shanghaiMidnight } from '#law';
import { rows } from '#platform/db';
import type { Session } from '#platform/session';
import { ANCHOR, ANCHOR_MORNING, seedTestCity, type TestCity } from '#testing/city';
import { type TestDatabase, testDatabase } from '#testing/database';
import { createLetterTable, LETTER } from '#testing/letter-kind';
import { testPlatform } from '#testing/platform';
import { correct } from './correct.ts';
import { anyKind, kindsOf } from './kinds.ts';
import { type Platform, perform } from './perform.ts';
import { verify } from './verify.ts';

let database: TestDatabase;
let city: TestCity;
let platform: Platform;
let now = ANCHOR_MORNING;

beforeAll(async () => {
  database = await testDatabase();
  await createLetterTable(database.pool);
  ({ city } = await seedTestCity(database.pool));
  platform = await testPlatform(database.pool, () => now, kindsOf([anyKind(LETTER)]));
});
afterAll(() => database.close());

async function act(by: Session, name: string, matterId: string | null, input: unknown = {}): Promise<string> {
  const answer = await perform(platform, { by, kind: 'test-letter', act: name, matterId, input });
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  return answer.done.matterId;
}

/** open 1, send 2, receive 3 */
async function received(on: LocalDate = ANCHOR): Promise<string> {
  const id = await act(city.市司法局.supervisorA.session, 'open', null, { subject: '核实', addressee: city.区市场监管局.id });
  await act(city.市司法局.deputyHead.session, 'send', id);
  now = shanghaiMidnight(on) + 9 * 3_600_000;
  return act(city.区市场监管局.receiver.session, 'receive', id);
}
const base = (session: Session, matterId: string, ifSeq: number, seq: number) => ({
  session,
  matterId,
  ifSeq,
  seq,
  reason: '录入有误',
  proof: [],
  proposal: null,
});
const fields = (values: Record<string, unknown>, legalDate: string | null = null) => ({
  what: { retract: false as const, fields: values, legalDate },
});
const due = async (id: string) =>
  (
    await rows<{ due_on: string; breached_on: string | null; breach_corrected: boolean }>(
      database.pool,
      'select due_on, breached_on, breach_corrected from clock where matter_id = $1',
      [id],
    )
  )[0];

describe('更正与撤销录入（处罚法第四十七条：全过程记录真实）', () => {
  it('文字更正即时生效，原内容与更正内容都留在记录里', async () => {
    const id = await received();
    const answer = await correct(platform, {
      ...base(city.市司法局.supervisorA.session, id, 3, 1),
      ...fields({ subject: '核实公示情况' }),
    });
    expect(answer).toMatchObject({ ok: true, done: true });
    const [matter] = await rows<{ title: string }>(database.pool, 'select title from matter where id = $1', [id]);
    expect(matter?.title).toBe('测试函：核实公示情况');
    const [first] = await rows<{ subject: string }>(
      database.pool,
      `select payload -> 'input' ->> 'subject' as subject from act_payload where matter_id = $1 and seq = 1`,
      [id],
    );
    expect(first?.subject).toBe('核实');
    expect((await verify(platform)).faults).toEqual([]);
  });

  it('签收日期须由本单位另一人确认；确认后期限重新计算，曾经的逾期留痕', async () => {
    const id = await received(localDate('2026-03-18'));
    now = shanghaiMidnight(localDate('2026-04-18')) + 3_600_000;
    const wrong = { ...base(city.区市场监管局.receiver.session, id, 3, 3), ...fields({}, '2026-03-17') };
    expect(await correct(platform, wrong)).toMatchObject({ ok: true, done: false });
    const seq = (await rows<{ seq: number }>(database.pool, 'select seq from matter where id = $1', [id]))[0]?.seq ?? 0;
    const proposal =
      (await rows<{ seq: number }>(database.pool, `select seq from act where matter_id = $1 and type = 'platform.propose'`, [id]))[0]
        ?.seq ?? 0;
    expect(await correct(platform, { ...wrong, ifSeq: seq, proposal: { seq: proposal } })).toMatchObject({
      error: 'refused',
      refusal: { refused: 'same-person', cite: { article: 47 } },
    });
    const confirmed = await correct(platform, {
      ...wrong,
      session: city.区市场监管局.head.session,
      ifSeq: seq,
      proposal: { seq: proposal },
    });
    expect(confirmed).toMatchObject({ ok: true, done: true });
    expect(await due(id)).toMatchObject({ due_on: '2026-04-16', breached_on: '2026-04-18' });
    expect((await verify(platform)).faults).toEqual([]);
    now = ANCHOR_MORNING;
  });

  it('签收日期不能更正到录入之后、前一步骤之前，编号文书的日期不能更正：期限不由受监督单位自定（细则第二十二条第一款）', async () => {
    const id = await received(localDate('2026-03-18'));
    now = shanghaiMidnight(localDate('2026-04-10'));
    const moved = (day: string, seq: number, session: Session) => correct(platform, { ...base(session, id, 3, seq), ...fields({}, day) });
    const unit = city.区市场监管局.receiver.session;
    expect(await moved('2026-04-10', 3, unit)).toMatchObject({ refusal: { refused: 'after-recording' } });
    expect(await moved('2026-03-15', 3, unit)).toMatchObject({ refusal: { refused: 'out-of-order' } });
    expect(await moved('2026-03-16', 3, unit)).toMatchObject({ ok: true, done: false });
    const issuer = city.市司法局.deputyHead.session;
    expect(await correct(platform, { ...base(issuer, id, 4, 2), ...fields({}, '2026-03-15') })).toMatchObject({
      refusal: { refused: 'left-the-house' },
    });
    now = ANCHOR_MORNING;
  });

  it('已编号的步骤不能撤销录入；其他单位不能更正', async () => {
    const id = await act(city.市司法局.supervisorA.session, 'open', null, { subject: '核实', addressee: city.区市场监管局.id });
    await act(city.市司法局.deputyHead.session, 'send', id);
    expect(await correct(platform, { ...base(city.市司法局.deputyHead.session, id, 2, 2), what: { retract: true } })).toMatchObject({
      refusal: { refused: 'left-the-house' },
    });
    expect(await correct(platform, { ...base(city.区市场监管局.receiver.session, id, 2, 1), ...fields({ subject: '改' }) })).toMatchObject({
      refusal: { refused: 'other-unit' },
    });
    expect(await correct(platform, { ...base(city.市司法局.supervisorA.session, id, 1, 1), ...fields({ subject: '改' }) })).toEqual({
      ok: false,
      error: 'changed',
      seq: 2,
    });
  });

  it('误点的签收可由两人撤销，事项回到待签收，期限不再计算', async () => {
    const id = await received();
    const what = { what: { retract: true as const } };
    expect(await correct(platform, { ...base(city.区市场监管局.receiver.session, id, 3, 3), ...what })).toMatchObject({
      ok: true,
      done: false,
    });
    expect(await correct(platform, { ...base(city.区市场监管局.head.session, id, 4, 3), ...what, proposal: { seq: 4 } })).toMatchObject({
      ok: true,
      done: true,
    });
    const [matter] = await rows<{ status: string }>(database.pool, 'select status from matter where id = $1', [id]);
    expect(matter?.status).toBe('sent');
    await act(city.区市场监管局.receiver.session, 'receive', id);
    expect((await verify(platform)).faults).toEqual([]);
  });
});
