import { createHash, createHmac } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { canonicalJson, type Json } from '#law';
import { inTransaction, rows } from '#platform/db';
import type { Session } from '#platform/session';
import { ANCHOR_MORNING, seedTestCity, type TestCity } from '#testing/city';
import { type TestDatabase, testDatabase } from '#testing/database';
import { createLetterTable, LETTER } from '#testing/letter-kind';
import { testPlatform } from '#testing/platform';
import { anyKind, kindsOf } from './kinds.ts';
import { type Platform, perform } from './perform.ts';
import { type ProvedAct, readActs } from './stored-acts.ts';
import { verify } from './verify.ts';

let database: TestDatabase;
let platform: Platform;
let city: TestCity;
let letter = '';

beforeAll(async () => {
  database = await testDatabase();
  await createLetterTable(database.pool);
  ({ city } = await seedTestCity(database.pool));
  platform = await testPlatform(database.pool, () => ANCHOR_MORNING, kindsOf([anyKind(LETTER)]));
});
beforeEach(async () => {
  letter = await act(city.市司法局.supervisorA.session, 'open', null, { subject: '核实情况', addressee: city.区市场监管局.id });
  await act(city.市司法局.deputyHead.session, 'send', letter);
  await act(city.区市场监管局.receiver.session, 'receive', letter);
});
afterAll(() => database.close());

async function act(by: Session, name: string, matterId: string | null, input: unknown = {}): Promise<string> {
  const answer = await perform(platform, { by, kind: 'test-letter', act: name, matterId, input });
  if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer)}`);
  return answer.done.matterId;
}

/** As the owner of the tables would do it, past every trigger. */
async function tamper(text: string, values: readonly unknown[] = [letter]): Promise<void> {
  const triggers = (mode: string): string =>
    `alter table act ${mode} trigger act_stays; alter table act_payload ${mode} trigger payload_stays`;
  await inTransaction(database.pool, triggers('disable'), async (client) => {
    await client.query(text, [...values]);
    await client.query(triggers('enable'));
  });
}

const faultsOf = async (id: string): Promise<readonly string[]> =>
  (await verify(platform)).faults.filter((f) => f.matterId === id).map((f) => f.what);

describe('核对：改动记录、期限、待办或者可见范围的任何一处都能查出（细则第二十二条）', () => {
  it.each([
    [
      '内容',
      `update act_payload set payload = jsonb_set(payload, '{input,subject}', '"改过"') where matter_id = $1 and seq = 1`,
      '内容与承诺值不符',
    ],
    ['办理人姓名', `update act set actor = jsonb_set(actor, '{name}', '"他人"') where matter_id = $1 and seq = 2`, '内容与承诺值不符'],
    ['办理账号', 'update act set account_id = gen_random_uuid() where matter_id = $1 and seq = 2', '办理记录与其摘要不符'],
    ['补录来源', `update act set source = '虚构' where matter_id = $1 and seq = 2`, '内容与承诺值不符'],
    ['办理日期', 'update act set legal_date = legal_date - 1 where matter_id = $1 and seq = 3', '办理记录与其摘要不符'],
    ['内容缺失', 'delete from act_payload where matter_id = $1 and seq = 1', '内容缺失，没有抹除记录'],
    ['到期日', `update clock set due_on = due_on + 30 where matter_id = $1`, '期限KS-01与办理记录不符'],
    [
      '到期日连同推算',
      `update clock set due_on = due_on + 30, derivation = jsonb_set(derivation, '{dueOn}', to_jsonb(due_on + 30)) where matter_id = $1`,
      '期限KS-01与办理记录不符',
    ],
    ['期限停止', 'update clock set stopped_on = started_on where matter_id = $1', '期限KS-01与办理记录不符'],
    ['期限删除', 'delete from clock where matter_id = $1', '期限KS-01与办理记录不符'],
    ['待办消失', `delete from task where matter_id = $1 and closed_at is null`, '待办与办理记录不符：reply'],
    ['待办转给他人', `update task set roles = '{supervisor}' where matter_id = $1 and closed_at is null`, '待办与办理记录不符：reply'],
    ['事项密级', 'update matter set label = 1 where id = $1', '密级、归属单位'],
    ['事项位置', 'update matter set region_ord = region_ord + 1 where id = $1', '事项所在位置'],
    ['待办密级', 'update task set label = 1 where matter_id = $1', '待办与事项的归属'],
    ['期限位置', 'update clock set line_ord = line_ord + 1 where matter_id = $1', '期限与事项的归属'],
    ['事项文号', `update matter set own_number = '演立〔2026〕1号' where id = $1`, '事项的文号'],
    ['参与单位', `update matter set participants = '[]' where id = $1`, '参与单位'],
  ])('%s', async (_, text, what) => {
    expect(await faultsOf(letter)).toEqual([]);
    await tamper(text);
    expect((await faultsOf(letter)).join('；')).toContain(what);
  });

  it('添上参与单位的索引行，即可让他人看见：查出', async () => {
    await tamper(
      `insert into participant (city, cohort, matter_id, organisation_id, relation, region_ord, line_ord, label)
       select city, cohort, id, $2, 'copied', region_ord, line_ord, label from matter where id = $1`,
      [letter, city.旗市场监管局.id],
    );
    expect(await faultsOf(letter)).toEqual([expect.stringContaining('参与单位记录')]);
  });

  it('首个版本写下的办理记录照样可以核对，照样查得出改动', async () => {
    await rewriteAsFrameOne(letter);
    expect(await faultsOf(letter)).toEqual([]);
    await tamper(`update act set type = 'note' where matter_id = $1 and seq = 3`);
    expect(await faultsOf(letter)).toContain('办理记录与其摘要不符');
  });

  it('内容不可修改、不可删除', async () => {
    await expect(database.pool.query(`update act_payload set payload = '{}'`)).rejects.toThrow(/never changed/);
    await expect(database.pool.query('delete from act_payload')).rejects.toThrow(/never changed/);
  });
});

/** The chain as the first release computed it, said again here: nothing of it is taken from the product. */
async function rewriteAsFrameOne(id: string): Promise<void> {
  const cohort = (await rows<{ cohort: number }>(database.pool, 'select cohort from matter where id = $1', [id]))[0]?.cohort ?? 0;
  const list = await inTransaction(database.pool, '', (client) => readActs(client, id, cohort));
  let prev: Buffer = Buffer.alloc(32);
  for (const one of list) {
    if (one.salt === null) throw new Error('no salt');
    const commit = createHmac('sm3', one.salt)
      .update(canonicalJson(one.payload as unknown as Json))
      .digest();
    const hash = createHash('sm3')
      .update(prev)
      .update(canonicalJson(firstFrame(id, one, commit)))
      .digest();
    await tamper('update act set frame = 1, commit = $3, prev = $4, hash = $5 where matter_id = $1 and seq = $2', [
      id,
      one.seq,
      commit,
      prev,
      hash,
    ]);
    prev = hash;
  }
  await tamper('update matter set head = $2 where id = $1', [id, prev]);
}

function firstFrame(matterId: string, one: ProvedAct, commit: Buffer): Json {
  const { id, seq, type, version, mode } = one;
  const times = { legalDate: one.legal_date, legalTime: one.legal_time, recordedAt: one.recorded_at };
  const who = { postId: one.post_id, organisationId: one.organisation_id, causeId: one.cause_id };
  return { id, matterId, seq, type, version, mode, ...times, ...who, factsUsed: one.facts_used, commit: commit.toString('hex') };
}
