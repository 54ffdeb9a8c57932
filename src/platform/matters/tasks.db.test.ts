import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MatterKind } from '#law';
import { anyKind, kindsOf } from '#platform/acts/kinds';
import { type Platform, perform } from '#platform/acts/perform';
import type { Session } from '#platform/session';
import { ANCHOR_MORNING, seedTestCity, type TestCity } from '#testing/city';
import { type TestDatabase, testDatabase } from '#testing/database';
import { createLetterTable, LETTER } from '#testing/letter-kind';
import { testPlatform } from '#testing/platform';
import { listDrafts } from './drafts.ts';
import { markNoticesSeen } from './notices.ts';
import { listTasks, type TaskItem } from './tasks.ts';
import { workbench } from './workbench.ts';

let database: TestDatabase;
let platform: Platform;
let city: TestCity;

/** A letter whose draft waits for two things on one day and which is copied to a third unit once it is sent. */
const copied = (): MatterKind =>
  anyKind({
    ...LETTER,
    parties: { ...LETTER.parties, copied: '抄送单位' },
    participants: (s) => [...LETTER.participants(s), ...(s.status === 'draft' ? [] : [{ organisationId: city.市交通局.id, as: 'copied' }])],
    tasks: (s, profile) =>
      LETTER.tasks(s, profile).flatMap((task) => (s.status === 'draft' ? [task, { ...task, key: 'again', title: '再核' }] : [task])),
  });

async function act(by: Session, name: string, matterId: string | null, input: unknown = {}): Promise<string> {
  const answer = await perform(platform, { by, kind: 'test-letter', act: name, matterId, input });
  if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer)}`);
  return answer.done.matterId;
}

const draft = (subject: string): Promise<string> =>
  act(city.旗司法局.supervisorA.session, 'open', null, { subject, addressee: city.旗市场监管局.id });

beforeAll(async () => {
  database = await testDatabase();
  await createLetterTable(database.pool);
  city = (await seedTestCity(database.pool)).city;
  platform = await testPlatform(database.pool, () => ANCHOR_MORNING, kindsOf([copied()]));
});
afterAll(() => database.close());

describe('工作台的待办和抄送（细则第二十二条）', () => {
  it('一件事项同日有两项待办，逐页翻看时一项也不少', async () => {
    for (let n = 0; n < 3; n += 1) await draft(`翻页${n}`);
    const whole = await listTasks(platform, city.旗司法局.deputyHead.session, 'todo', undefined, 200);
    const paged: TaskItem[] = [];
    let cursor: string | undefined;
    do {
      const page = await listTasks(platform, city.旗司法局.deputyHead.session, 'todo', cursor, 1);
      paged.push(...page.items);
      cursor = page.cursor ?? undefined;
    } while (cursor !== undefined);
    expect(whole.items.length).toBeGreaterThanOrEqual(6);
    expect(paged.map((t) => [t.matterId, t.key])).toEqual(whole.items.map((t) => [t.matterId, t.key]));
  });

  it('抄送只列抄送本单位的事项，主送单位、其他单位和三员都没有', async () => {
    const box = async (session: Session): Promise<readonly string[]> =>
      (await listTasks(platform, session, 'copied', undefined, 200)).items.map((t) => t.matterId);
    const id = await draft('抄送');
    expect(await box(city.市交通局.head.session)).toEqual([]);
    await act(city.旗司法局.deputyHead.session, 'send', id);
    expect(await box(city.市交通局.head.session)).toContain(id);
    for (const other of [city.旗司法局.head, city.旗市场监管局.head, city.市司法局.head, city.平台运行中心.auditAdmin])
      expect(await box(other.session)).toEqual([]);
  });
});

describe('没有期限的待办、未读消息、没有提交的草稿', () => {
  it('没有期限的排在最后，可以单独列出；工作台说明共有几件', async () => {
    await draft('没有期限的一件');
    const reader = city.旗司法局.deputyHead.session;
    const all = (await listTasks(platform, reader, 'todo', undefined, 200)).items;
    const undated = await listTasks(platform, reader, 'todo', undefined, 200, 'undated');
    expect(undated.items).toEqual(all.filter((t) => t.dueOn === null));
    expect(undated.items.length).toBeGreaterThan(0);
    expect(await workbench(platform, reader)).toMatchObject({ todo: all.length, undated: undated.items.length });
  });

  it('读过的消息不再计数，新来的重新计；同事和别的单位各计各的', async () => {
    const [reader, colleague] = [city.旗司法局.supervisorA.session, city.旗司法局.supervisorB.session];
    const id = await draft('消息');
    const tell = (at: number, roles = '{}', label = 2) =>
      database.pool.query(
        `insert into notice (id, city, cohort, matter_id, organisation_id, roles, text, at, label, dedupe)
         select gen_random_uuid(), city, cohort, id, $2, $4, '测试消息', $3, $5, gen_random_uuid()::text from matter where id = $1`,
        [id, city.旗司法局.id, new Date(at).toISOString(), roles, label],
      );
    await tell(ANCHOR_MORNING - 2000);
    await tell(ANCHOR_MORNING - 1000);
    await tell(ANCHOR_MORNING - 1500, '{head}');
    await tell(ANCHOR_MORNING - 1200, '{}', 4);
    const unread = async (session: Session): Promise<number> => (await workbench(platform, session)).unread;
    expect(await unread(reader)).toBe(2);
    expect(await unread(city.旗司法局.head.session)).toBe(3);
    const at = (await workbench(platform, reader)).notices[0]?.at ?? '';
    await markNoticesSeen(platform, reader, at);
    expect(await unread(reader)).toBe(0);
    expect(await unread(colleague)).toBe(2);
    expect(await unread(city.市交通局.head.session)).toBe(0);
    await tell(ANCHOR_MORNING - 500);
    expect(await unread(reader)).toBe(1);
    await markNoticesSeen(platform, reader, new Date(ANCHOR_MORNING - 3000).toISOString());
    expect(await unread(reader)).toBe(1);
    await markNoticesSeen(platform, reader, '2999-01-01T00:00:00Z');
    await tell(ANCHOR_MORNING + 1000);
    expect(await unread(reader)).toBe(1);
  });

  it('草稿只列本人的，带事项名称和保存时间；事项已看不到的不带名称', async () => {
    const [reader, stranger] = [city.旗司法局.supervisorA.session, city.市交通局.head.session];
    const id = await draft('起草中');
    const keep = (session: Session, subject: string) =>
      database.pool.query(`insert into draft (account_id, subject, body, saved_at) values ($1, $2, '{}', $3)`, [
        session.accountId,
        subject,
        new Date(ANCHOR_MORNING).toISOString(),
      ]);
    await keep(reader, `test-letter:send:${id}`);
    await keep(reader, 'test-letter:open:new');
    await keep(reader, 'import-mapping');
    await keep(stranger, `test-letter:send:${id}`);
    const own = await listDrafts(platform, reader);
    expect(own.map((d) => [d.act, d.opens, d.matterId, d.title !== null])).toEqual([
      ['open', true, null, false],
      ['send', false, id, true],
    ]);
    expect(await listDrafts(platform, stranger)).toMatchObject([{ act: 'send', matterId: null, title: null }]);
    expect(await listDrafts(platform, city.旗司法局.supervisorB.session)).toEqual([]);
  });
});
