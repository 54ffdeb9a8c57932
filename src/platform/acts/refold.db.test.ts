import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inTransaction } from '#platform/db';
import { keepLawContext } from '#platform/law-context';
import { type Session, SYSTEM_PREAMBLE } from '#platform/session';
import { ANCHOR_MORNING, seedTestCity, type TestCity } from '#testing/city';
import { type TestDatabase, testDatabase } from '#testing/database';
import { createLetterTable, LETTER } from '#testing/letter-kind';
import { anyKind, kindsOf } from './kinds.ts';
import { type Platform, perform } from './perform.ts';
import { refoldAll } from './refold.ts';
import { verify } from './verify.ts';

let database: TestDatabase;
let city: TestCity;
let platform: Platform;
const letters: string[] = [];

beforeAll(async () => {
  database = await testDatabase();
  await createLetterTable(database.pool);
  ({ city } = await seedTestCity(database.pool));
  const keeper = await keepLawContext(database.pool);
  platform = { pool: database.pool, kinds: kindsOf([anyKind(LETTER)]), now: () => ANCHOR_MORNING, law: keeper.law, reactsTo: new Set() };
  for (let n = 0; n < 4; n += 1) letters.push(await receivedLetter(`核实情况${n}`));
});
afterAll(() => database.close());

async function receivedLetter(subject: string): Promise<string> {
  const does = async (by: Session, act: string, matterId: string | null, input: unknown = {}): Promise<string> => {
    const answer = await perform(platform, { by, kind: 'test-letter', act, matterId, input });
    if (!answer.ok) throw new Error(JSON.stringify(answer));
    return answer.done.matterId;
  };
  const id = await does(city.市司法局.supervisorA.session, 'open', null, { subject, addressee: city.区市场监管局.id });
  await does(city.市司法局.deputyHead.session, 'send', id);
  return does(city.区市场监管局.receiver.session, 'receive', id);
}

const spoil = (text: string, id: string | undefined) => inTransaction(database.pool, SYSTEM_PREAMBLE, (client) => client.query(text, [id]));

describe('按办理记录重新推演', () => {
  it('一切相符时什么也不改', async () => {
    expect(await refoldAll(platform)).toEqual({ matters: 4, changed: [], failed: [] });
  });

  it('状态、文号、列表数据、待办被改动的改正回来，其余不动；之后核对一致', async () => {
    await spoil(`update matter set status = 'draft', state = state || '{"status":"draft"}' where id = $1`, letters[0]);
    await spoil(`update test_letter set subject = '改动' where matter_id = $1`, letters[1]);
    await spoil(`update task set closed_at = now() where matter_id = $1 and closed_at is null`, letters[2]);
    await spoil(`update matter set own_number = '演立〔2026〕1号' where id = $1`, letters[3]);
    expect((await verify(platform)).faults.length).toBeGreaterThan(0);
    const { changed, failed } = await refoldAll(platform);
    expect([...changed].sort()).toEqual([...letters].sort());
    expect(failed).toEqual([]);
    expect((await verify(platform)).faults).toEqual([]);
    expect((await refoldAll(platform)).changed).toEqual([]);
  });

  it('从中断处继续，只看其后的事项', async () => {
    const [first = ''] = [...letters].sort();
    expect((await refoldAll(platform, { after: first })).matters).toBe(3);
  });

  it('办理记录的链被改动的事项不予推演，也不掩盖：核对仍指出', async () => {
    await spoil(`update matter set head = '\\x00' where id = $1`, letters[3]);
    const { changed, failed } = await refoldAll(platform);
    expect(changed).toEqual([]);
    expect(failed).toEqual([{ matterId: letters[3], what: '办理记录的链不完整，不予推演' }]);
    expect((await verify(platform)).faults).toHaveLength(1);
  });
});
