import { afterAll, beforeAll, expect, it } from 'vitest';
import { anyKind, kindsOf } from '#platform/acts/kinds';
import { type ActAnswer, type Platform, perform } from '#platform/acts/perform';
import { verify } from '#platform/acts/verify';
import { rows } from '#platform/db';
import type { Session } from '#platform/session';
import { ANCHOR_MORNING, seedTestCity, type TestCity } from '#testing/city';
import { type TestDatabase, testDatabase } from '#testing/database';
import { testPlatform } from '#testing/platform';
import { NOTICE_AND_TALK } from './kind.ts';

let database: TestDatabase;
let city: TestCity;
let platform: Platform;

beforeAll(async () => {
  database = await testDatabase();
  ({ city } = await seedTestCity(database.pool));
  platform = await testPlatform(database.pool, () => ANCHOR_MORNING, kindsOf([anyKind(NOTICE_AND_TALK)]));
});
afterAll(() => database.close());

const act = (by: Session, name: string, matterId: string | null, input: unknown = {}): Promise<ActAnswer> =>
  perform(platform, { by, kind: 'notice-and-talk', act: name, matterId, input });

it('通报几个单位，签发得文号，台账记下各单位；约谈缺一个条件的被拒绝（细则第二十一条）', async () => {
  const bureau = city.市司法局;
  const circular = {
    ...{ type: 'circular', subject: '公示超期', facts: '多起', requirement: '整改', publish: false, contact: '电话' },
    units: [city.市市场监管局.id, city.市交通局.id],
  };
  const opened = await act(bureau.supervisorA.session, 'draft', null, circular);
  if (!opened.ok) throw new Error(JSON.stringify(opened));
  const id = opened.done.matterId;
  expect((await act(bureau.supervisorA.session, 'submit', id)).ok).toBe(true);
  expect((await act(bureau.checker.session, 'review', id)).ok).toBe(true);
  expect(await act(bureau.deputyHead.session, 'sign', id)).toMatchObject({ ok: true, done: { number: '巴司执监报〔2026〕1号' } });
  const [row] = await rows<{ unit_ids: string[] }>(database.pool, 'select unit_ids from notice_and_talk where matter_id = $1', [id]);
  expect(row?.unit_ids).toEqual([city.市市场监管局.id, city.市交通局.id]);
  const talk = { ...circular, type: 'talk', units: [city.市市场监管局.id], prominent: '突出' };
  expect(await act(bureau.supervisorA.session, 'draft', null, talk)).toMatchObject({
    refusal: { refused: 'not-prominent', cite: { article: 21 } },
  });
  expect((await verify(platform)).faults).toEqual([]);
});
