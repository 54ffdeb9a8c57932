import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MatterKind } from '#law';
import { anyKind, kindsOf } from '#platform/acts/kinds';
import { type Platform, perform } from '#platform/acts/perform';
import type { Session } from '#platform/session';
import { ANCHOR_MORNING, seedTestCity, type TestCity } from '#testing/city';
import { type TestDatabase, testDatabase } from '#testing/database';
import { createLetterTable, LETTER } from '#testing/letter-kind';
import { testPlatform } from '#testing/platform';
import { listTasks, type TaskItem } from './tasks.ts';

let database: TestDatabase;
let platform: Platform;
let city: TestCity;

/** A letter whose draft waits for two things on one day and which is copied to a third unit once it is sent. */
const copied = (): MatterKind =>
  anyKind({
    ...LETTER,
    parties: { ...LETTER.parties, copied: '抄送单位' },
    participants: (s) => [...LETTER.participants(s), ...(s.status === 'draft' ? [] : [{ organisationId: city.市交通局.id, as: 'copied' }])],
    tasks: (s) => LETTER.tasks(s).flatMap((task) => (s.status === 'draft' ? [task, { ...task, key: 'again', title: '再核' }] : [task])),
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
}, 120_000);
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
