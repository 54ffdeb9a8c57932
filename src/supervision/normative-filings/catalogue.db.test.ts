import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addDays } from '#law';
import { anyKind, kindsOf } from '#platform/acts/kinds';
import { type ActAnswer, type Performed, type Platform, perform } from '#platform/acts/perform';
import { performPlatformAct } from '#platform/acts/platform-act';
import { sweep } from '#platform/acts/sweep';
import { verify } from '#platform/acts/verify';
import { inTransaction, rows } from '#platform/db';
import { listClocks } from '#platform/matters/clocks';
import { listMatters } from '#platform/matters/list';
import { matterView } from '#platform/matters/view';
import { type Session, SYSTEM_PREAMBLE, sessionPreamble } from '#platform/session';
import { ANCHOR, ANCHOR_MORNING, type Person, seedTestCity, type TestCity } from '#testing/city';
import { type TestDatabase, testDatabase } from '#testing/database';
import { testPlatform } from '#testing/platform';
import { insertFile } from '../../platform/files.ts';
import { followNormativeFiling } from './actions-catalogue.ts';
import { NORMATIVE_FILING } from './kind.ts';

const DAY = 86_400_000;
const CONTACT = { contact: '法制科 0478-0000000' };
let database: TestDatabase;
let city: TestCity;
let platform: Platform;
let now = ANCHOR_MORNING;

beforeAll(async () => {
  database = await testDatabase();
  ({ city } = await seedTestCity(database.pool));
  platform = await testPlatform(database.pool, () => now, kindsOf([anyKind(NORMATIVE_FILING)]), { afterAct: followNormativeFiling });
});
beforeEach(() => {
  now = ANCHOR_MORNING;
});
afterAll(() => database?.close());

const tried = (by: Session, name: string, matterId: string | null, input: unknown = {}): Promise<ActAnswer> =>
  perform(platform, { by, kind: 'normative-filing', act: name, matterId, input });
async function act(by: Session, name: string, matterId: string | null, input: unknown = {}): Promise<Performed> {
  const answer = await tried(by, name, matterId, input);
  if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer)}`);
  return answer.done;
}
async function file(by: Session): Promise<string> {
  const id = randomUUID();
  const blob = { sha256: id.replaceAll('-', '').repeat(2), sm3: 'b'.repeat(64), size: 3 };
  const given = { id, city: 1508, matter: null, name: '文本.pdf', mediaType: 'application/pdf', blob, uploadedBy: by.accountId };
  await inTransaction(database.pool, SYSTEM_PREAMBLE, (client) => insertFile(client, { ...given, at: new Date(now).toISOString() }));
  return id;
}

/** A department's document that counts from the anchor for thirty days, submitted. */
async function submitted(title: string): Promise<string> {
  const by = city.市交通局.handlerA.session;
  const piece = async () => [await file(by)];
  const { matterId } = await act(by, 'prepare', null, {
    ...{ title, number: '巴交发〔2026〕8号', publishedOn: addDays(ANCHOR, -3), effectiveOn: ANCHOR, lastDay: addDays(ANCHOR, 29) },
    ...{ level: 'department', isTrial: false, recipient: city.市政府.id, bureau: city.市司法局.id, replaces: null },
    ...{ text: await piece(), explanation: await piece(), basis: await piece(), legality: await piece(), discussion: await piece() },
    publication: await piece(),
  });
  await act(by, 'submit', matterId, CONTACT);
  return matterId;
}

async function filed(title: string): Promise<string> {
  const { supervisorA, head, sealKeeper } = city.市司法局;
  const id = await submitted(title);
  await act(supervisorA.session, 'register', id, CONTACT);
  await act(supervisorA.session, 'conclude', id, { outcome: 'accept', opinion: '合法适当。' });
  const { documents } = await act(head.session, 'sign', id, CONTACT);
  const made = (sealed: boolean) =>
    performPlatformAct(
      platform,
      {
        ...{ matterId: id, kind: 'normative-filing', type: sealed ? 'platform.sealed' : 'platform.rendered', files: [] },
        input: {
          documents: documents.map((d) => ({
            ...{ id: d.id, pdf: 'a'.repeat(64), docx: 'b'.repeat(64) },
            ...(sealed ? { sealed: 'c'.repeat(64) } : {}),
          })),
        },
      },
      async () => undefined,
    );
  await made(false);
  await act(sealKeeper.session, 'seal', id);
  await made(true);
  await act(supervisorA.session, 'serve', id);
  return id;
}

type Line = { readonly from: string; readonly until: string | null; readonly number: string };
/** The catalogue of one matter for a day, as it was known at an instant; now where none is given. */
const catalogue = (id: string, on: string | null, knownAt: number | null = null): Promise<Line[]> =>
  rows<Line>(
    database.pool,
    `select lower(valid) as "from", upper(valid) as until, filing_number as number from normative_document where matter_id = $1
       and ($2::date is null or valid @> $2::date) and case when $3::timestamptz is null then upper_inf(known) else known @> $3::timestamptz end
     order by lower(valid)`,
    [id, on, knownAt === null ? null : new Date(knownAt).toISOString()],
  );
const sees = async (by: Session, id: string): Promise<boolean> => {
  const view = await matterView(platform, by, id, { asOf: null, knownOn: null });
  const listed = (await listMatters(platform, by, { kind: 'normative-filing', limit: 200 })).items.some((i) => i.id === id);
  expect(listed).toBe(view !== null);
  return listed;
};
async function filesSeen(by: Session, id: string): Promise<number> {
  const found = await inTransaction(database.pool, sessionPreamble(by, now), (client) =>
    rows(client, 'select id from file where matter_id = $1', [id]),
  );
  return found.length;
}
async function statusOf(id: string): Promise<string | undefined> {
  const [found] = await rows<{ status: string }>(database.pool, 'select status from matter where id = $1', [id]);
  return found?.status;
}

describe('规范性文件备案存入、列入目录、失效（细则第八条第六项、第十八条）', () => {
  it('备案前目录没有；备案后第一日、最后一日在，前一日、次日不在；届满次日由平台登记失效，目录不变', async () => {
    const id = await submitted('目录甲');
    expect(await catalogue(id, null)).toEqual([]);
    const done = await filed('目录乙');
    const on = async (day: string) => (await catalogue(done, day)).length;
    expect(await catalogue(done, ANCHOR)).toMatchObject([{ number: '巴司规备〔2026〕1号', until: addDays(ANCHOR, 30) }]);
    expect([await on(addDays(ANCHOR, -1)), await on(ANCHOR), await on(addDays(ANCHOR, 29)), await on(addDays(ANCHOR, 30))]).toEqual([
      ...[0, 1, 1, 0],
    ]);
    now += 29 * DAY;
    while ((await sweep(platform)) > 0);
    expect(await statusOf(done)).toBe('filed');
    now += DAY;
    while ((await sweep(platform)) > 0);
    expect(await statusOf(done)).toBe('lapsed');
    expect(await on(addDays(ANCHOR, 29))).toBe(1);
    expect((await verify(platform)).faults).toEqual([]);
  });

  it('延续以后按新的最后一日；以延续前所知的查，仍是旧的最后一日；废止之日起不在', async () => {
    const id = await filed('目录丙');
    const before = now + 30_000;
    now += DAY;
    const maker = city.市交通局.handlerA.session;
    const paper = async () => ({ number: '巴交发〔2026〕9号', words: '评估良好。', papers: [await file(maker)] });
    await act(maker, 'renew', id, { ...(await paper()), lastDay: addDays(ANCHOR, 99) });
    expect((await catalogue(id, addDays(ANCHOR, 99))).length).toBe(1);
    expect((await catalogue(id, addDays(ANCHOR, 30), before)).length).toBe(0);
    expect((await catalogue(id, addDays(ANCHOR, 29), before)).length).toBe(1);
    now += DAY;
    await act(maker, 'repeal', id, { ...(await paper()), endedOn: addDays(ANCHOR, 2) });
    expect([(await catalogue(id, addDays(ANCHOR, 1))).length, (await catalogue(id, addDays(ANCHOR, 2))).length]).toEqual([1, 0]);
    expect((await verify(platform)).faults).toEqual([]);
  });

  it('谁看得见：制定机关、承办审查的司法行政部门、备案的政府；别的单位、别的旗县不见，密封的谁也不见', async () => {
    const id = await submitted('只供审查');
    const readers = [city.市交通局.handlerB, city.市司法局.supervisorB, city.市政府.office];
    for (const by of readers) expect(await sees(by.session, id), by.name).toBe(true);
    // The package stays with whoever handed it in, and goes to whoever examines it.
    for (const by of readers) expect(await filesSeen(by.session, id), by.name).toBe(6);
    for (const by of [city.市市场监管局.head, city.区司法局.supervisorA, city.旗市场监管局.head]) {
      expect(await sees(by.session, id), by.name).toBe(false);
      expect(await filesSeen(by.session, id), by.name).toBe(0);
    }
    expect(await tried(city.市市场监管局.handlerA.session, 'withdraw', id, { reason: '…' })).toEqual({ ok: false, error: 'absent' });
    await database.pool.query('update matter set label = 4 where id = $1', [id]);
    await database.pool.query('update participant set label = 4 where matter_id = $1', [id]);
    for (const by of readers) expect(await sees(by.session, id), by.name).toBe(false);
    await database.pool.query('update matter set label = 2 where id = $1', [id]);
    await database.pool.query('update participant set label = 2 where matter_id = $1', [id]);
  });

  it('审查建议的期限只有承办审查的司法行政部门看得见：页面、期限日历、列表', async () => {
    const id = await filed('有人提出建议');
    const { supervisorA, supervisorB } = city.市司法局;
    await act(supervisorA.session, 'note-suggestion', id, {
      by: 'citizen',
      words: '第五条增设了收费。',
      papers: [await file(supervisorA.session)],
    });
    const told = async ({ session }: Person) => {
      const view = await matterView(platform, session, id, { asOf: null, knownOn: null });
      const { items } = await listClocks(platform, session, ANCHOR, addDays(ANCHOR, 100), {});
      const listed = (await listMatters(platform, session, { kind: 'normative-filing', limit: 200 })).items.find((i) => i.id === id);
      return {
        page: (view?.clocks ?? []).some((c) => c.id.startsWith('KS-14')),
        calendar: items.some((c) => c.matterId === id && c.clockId.startsWith('KS-14')),
        words: JSON.stringify([view?.clocks, view?.tasks, view?.timeline, items]).includes('审查建议'),
        dueOn: listed?.dueOn,
      };
    };
    const last = addDays(ANCHOR, 29);
    expect(await told(supervisorB)).toEqual({ page: true, calendar: true, words: true, dueOn: addDays(ANCHOR, 7) });
    for (const person of [city.市交通局.handlerB, city.市交通局.head])
      expect(await told(person), person.name).toEqual({ page: false, calendar: false, words: false, dueOn: last });
  });

  it('旗县区政府向市政府报送：案卷转到市司法局，别的旗县不见', async () => {
    const by = city.区政府.leader.session;
    const { matterId: id } = await act(by, 'prepare', null, {
      ...{ title: '区里的规定', number: '临政发1号', publishedOn: ANCHOR, effectiveOn: ANCHOR, lastDay: null, level: 'department' },
      ...{ isTrial: false, recipient: city.市政府.id, bureau: city.市司法局.id, replaces: null, text: [await file(by)] },
    });
    await act(by, 'submit', id, CONTACT);
    expect(await sees(city.市司法局.supervisorA.session, id)).toBe(true);
    expect(await sees(city.旗司法局.supervisorA.session, id)).toBe(false);
    expect((await verify(platform)).faults).toEqual([]);
  });

  it('准备报送时只有制定机关及其上级看得见', async () => {
    const by = city.市交通局.handlerA.session;
    const { matterId: id } = await act(by, 'prepare', null, {
      ...{ title: '还没有报送', number: '草', publishedOn: ANCHOR, effectiveOn: ANCHOR, lastDay: null, level: 'department' },
      ...{ isTrial: true, recipient: city.市政府.id, bureau: city.市司法局.id, replaces: null, text: [await file(by)] },
    });
    expect(await sees(city.市交通局.handlerB.session, id)).toBe(true);
    expect(await sees(city.市市场监管局.head.session, id)).toBe(false);
  });
});
