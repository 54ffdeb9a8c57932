import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CORRECTION_ORDER } from '#enforcement/correction-order';
import { ORDINARY_PENALTY } from '#enforcement/ordinary-penalty';
import { SUMMARY_PENALTY } from '#enforcement/summary-penalty';
import { addDays, type Json } from '#law';
import { anyKind } from '#platform/acts/kinds';
import { perform } from '#platform/acts/perform';
import { refoldAll } from '#platform/acts/refold';
import { verify } from '#platform/acts/verify';
import { inTransaction, rows } from '#platform/db';
import { drainOutbox } from '#platform/outbox';
import { readerOf } from '#platform/reader';
import { SYSTEM_PREAMBLE } from '#platform/session';
import { ANCHOR, ANCHOR_MORNING, type Person } from '#testing/city';
import { type ServedCity, servedCity } from '#testing/served-city';
import { cellsOf } from '#testing/ways-to-a-matter';
import type { CorrectionItem, CorrectionsCounts, CorrectionsPage } from '../enforcement/correction-ledger/contract.ts';
import { correctionLedgerRoutes } from '../enforcement/correction-ledger/routes.ts';
import * as outside from '../enforcement/correction-order/testing.ts';
import * as ordinary from '../enforcement/ordinary-penalty/testing.ts';
import * as summary from '../enforcement/summary-penalty/testing.ts';
import { moveMatters } from '../registers/organisations/actions.ts';
import { afterActs } from './after-act.ts';
import { readLists } from './list-facts.ts';
import { renderingHandlers } from './rendering.ts';

type Input = Readonly<Record<string, Json>>;
const LAST_DAY = addDays(ANCHOR, 10);
const BY = addDays(ANCHOR, 5);

let served: ServedCity;
let now = ANCHOR_MORNING;
const goTo = (days: number): void => {
  now = ANCHOR_MORNING + days * 86_400_000;
};

beforeAll(async () => {
  served = await servedCity({
    kinds: [anyKind(ORDINARY_PENALTY), anyKind(SUMMARY_PENALTY), anyKind(CORRECTION_ORDER)],
    now: () => now,
    more: (identity) => ({ sealing: identity.keys, lists: readLists, afterAct: afterActs(identity.keys) }),
    routes: async (server, { platform }) => {
      await server.register(correctionLedgerRoutes, { platform });
    },
  });
});
afterAll(() => served?.close());

async function does(by: Person, kind: string, act: string, matterId: string | null, input: Input = {}): Promise<string> {
  const answer = await perform(served.platform, { by: by.session, kind, act, matterId, input });
  if (!answer.ok) throw new Error(`${act}: ${JSON.stringify(answer)}`);
  return answer.done.matterId;
}
const officers = (): readonly (string | null)[] => {
  const { handlerA, handlerB } = served.city.区市场监管局;
  return [handlerA.officerId, handlerB.officerId];
};
const orderOf = (content: string, again: number | null = null): Input => ({
  ...{ content, basis: '《价格法》第四十二条', by: LAST_DAY, court: null, again, ownNumber: null },
});
const check = (corrected: boolean): Input => ({ no: 1, corrected, found: '现场查看。', officers: officers() as Json });

/** A case under inquiry in which the party is ordered to correct. */
async function ordered(mark: string): Promise<string> {
  const { handlerA, deputyHead, head, id } = served.city.区市场监管局;
  const days = { actStartedOn: addDays(ANCHOR, -10), actEndedOn: addDays(ANCHOR, -10), discoveredOn: addDays(ANCHOR, -9) };
  const matter = await does(handlerA, 'ordinary-penalty', 'open', null, { ...ordinary.CLUE, ...days, cause: mark });
  const proposal = { ...ordinary.PROPOSAL, handlers: officers() as Json, region: id };
  await does(handlerA, 'ordinary-penalty', 'propose-filing', matter, proposal);
  await does(head, 'ordinary-penalty', 'file', matter);
  await does(deputyHead, 'ordinary-penalty', 'order-correction', matter, orderOf(`${mark}：按规定标价`));
  return matter;
}
async function serve(matter: string): Promise<void> {
  const { legalOffice, handlerA } = served.city.区市场监管局;
  await does(legalOffice, 'ordinary-penalty', 'seal-by-hand', matter, { scan: [await served.upload(legalOffice)] });
  await does(handlerA, 'ordinary-penalty', 'serve', matter, {
    ...ordinary.SERVE,
    receivedOn: addDays(ANCHOR, (now - ANCHOR_MORNING) / 86_400_000),
  });
}
/** An order without any case, drafted and signed by two, in the hands of the party. */
async function withoutCase(): Promise<string> {
  const { handlerA, deputyHead, legalOffice } = served.city.区市场监管局;
  const papers = [await served.upload(handlerA)];
  const draft = outside.aDraft({ officers: officers() as Json, foundOn: ANCHOR, papers, content: '案外：明码标价', by: BY });
  const matter = await does(handlerA, 'correction-order', 'open', null, draft);
  await does(deputyHead, 'correction-order', 'sign', matter, { opinion: null, ownNumber: null });
  await does(legalOffice, 'correction-order', 'seal-by-hand', matter, { scan: [await served.upload(legalOffice)], copies: 3 });
  await does(handlerA, 'correction-order', 'serve', matter, outside.serve(ANCHOR));
  return matter;
}
async function onTheSpot(): Promise<string> {
  const { handlerA } = served.city.区市场监管局;
  const matter = await does(handlerA, 'summary-penalty', 'open', null, summary.opening({ officers: officers() as Json, actOn: ANCHOR }));
  await does(handlerA, 'summary-penalty', 'hear', matter, summary.NO_STATEMENT);
  const warned = { penalty: 'warning', fine: null, way: 'none', bank: null, demand: '亮明营业执照', correctBy: BY };
  await does(handlerA, 'summary-penalty', 'decide', matter, summary.deciding(warned));
  while ((await drainOutbox(served.platform, new Map(renderingHandlers({ ...served, close: async () => undefined })))) > 0);
  await does(handlerA, 'summary-penalty', 'deliver', matter, { how: 'signed' });
  return matter;
}

const page = async (person: Person, query = ''): Promise<CorrectionsPage> => {
  const answer = await (await served.as(person)).call({ url: `/api/correction-ledger?${query}` });
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json();
};
const listed = async (person: Person, query = ''): Promise<readonly CorrectionItem[]> => (await page(person, query)).items;
const states = (items: readonly CorrectionItem[]) => items.map((c) => [c.content.slice(0, 4), c.no, c.state, c.daysOver]);
async function counts(person: Person, query = ''): Promise<Partial<CorrectionsCounts['counts']>> {
  const answer = (await (await served.as(person)).call({ url: `/api/correction-ledger/summary?${query}` })).json() as CorrectionsCounts;
  return Object.fromEntries(Object.entries(answer.counts).filter(([, n]) => n > 0));
}
const contents = async (person: Person, query = ''): Promise<readonly string[]> => {
  const exported = await (await served.as(person)).call({ url: `/api/correction-ledger/export?${query}` });
  expect(exported.statusCode).toBe(200);
  return (await cellsOf(exported.rawPayload)).filter((cell) => /^台账[甲乙丙]：|^亮明|^案外：/.test(cell));
};

const TABLES = ['ordinary_penalty', 'summary_penalty', 'correction_order'];

/** The rows of the ledger against the columns of the cases: what stands in the one alone. */
async function differing(): Promise<readonly unknown[]> {
  const told = TABLES.map(
    (
      table,
    ) => `select k.matter_id, o.no::int, k.region_ord, k.line_ord, k.label, '${table.replace('_', '-')}', k.organ_id, o.standing, o.last_day,
       lower(concat_ws(e'\\n', k.party_name, k.number, k.${table === 'summary_penalty' ? 'conduct' : 'cause'}, o.words))
     from ${table} k cross join lateral unnest(k.order_states, k.order_days, k.order_words) with ordinality as o(standing, last_day, words, no)`,
  ).join(' union all ');
  const kept = 'select matter_id, no, region_ord, line_ord, label, kind, organ_id, standing, last_day, searched from correction_line';
  const apart = (one: string, other: string): string => `((${one}) except all (${other}))`;
  return rows(served.database.pool, `${apart(told, kept)} union all ${apart(kept, told)}`);
}
/** As an act that changes it would leave matter and row of the kind. */
async function label(matter: string, to: 2 | 4): Promise<void> {
  await served.database.pool.query('update matter set label = $2 where id = $1', [matter, to]);
  await served.database.pool.query('update ordinary_penalty set label = $2 where matter_id = $1', [matter, to]);
}

type Place = readonly [region: number, line: number];
const placeOf = async (unit: string): Promise<Place> => {
  const [at] = await rows<{ r: number; l: number }>(
    served.database.pool,
    'select region_ord as r, line_ord as l from organisation where id = $1',
    [unit],
  );
  return [at?.r ?? 0, at?.l ?? 0];
};
const move = (unit: string, place: Place) =>
  inTransaction(served.database.pool, SYSTEM_PREAMBLE, async (client) => {
    await client.query('update organisation set region_ord = $2, region_hi = $2, line_ord = $3, line_hi = $3 where id = $1', [
      unit,
      ...place,
    ]);
    await moveMatters(client, [unit], TABLES);
  });

describe('改正复查台账：每次责令到复查合格或者作了处理为止（处罚法第二十八条）', () => {
  const cases = { 案外: '', 甲: '', 乙: '', 密封: '', 当场: '' };
  beforeAll(async () => {
    cases.案外 = await withoutCase();
    cases.甲 = await ordered('台账甲');
    await serve(cases.甲);
    cases.乙 = await ordered('台账乙');
    cases.密封 = await ordered('台账丙');
    await serve(cases.密封);
    cases.当场 = await onTheSpot();
    await label(cases.密封, 4);
  });

  it('未送达的、期限内的各有一行；能看案件的才看得见，密封的不在列表、件数、查询和导出里', async () => {
    const { handlerA } = served.city.区市场监管局;
    for (const person of [handlerA, served.city.区司法局.supervisorA, served.city.市司法局.supervisorA]) {
      const own = await page(person);
      expect(states(own.items), person.name).toEqual([
        ['亮明营业', 1, 'within', null],
        ['台账乙：', 1, 'unserved', null],
        ['台账甲：', 1, 'within', null],
        ['案外：明', 1, 'within', null],
      ]);
      expect([own.total.count, await counts(person)], person.name).toEqual([4, { within: 3, unserved: 1 }]);
      expect(await contents(person), person.name).toEqual(own.items.map((c) => c.content));
      expect(await listed(person, `q=${encodeURIComponent('台账丙')}`), person.name).toEqual([]);
      expect([
        await counts(person, `q=${encodeURIComponent('台账丙')}`),
        await contents(person, `q=${encodeURIComponent('台账丙')}`),
      ]).toEqual([{}, []]);
    }
    for (const person of [served.city.旗司法局.supervisorA, served.city.旗市场监管局.head, served.city.市交通局.handlerA])
      expect([(await page(person)).total.count, await counts(person), await contents(person)], person.name).toEqual([0, {}, []]);
  });

  it('第二道墙：不带任何条件直接查表，行级权限给出的与列表相同；办理、查询的各个角色都不能另行写入', async () => {
    const { reading } = readerOf(served.platform);
    const { 区市场监管局, 市司法局, 旗司法局, 市交通局 } = served.city;
    for (const person of [区市场监管局.handlerA, 市司法局.supervisorA, 旗司法局.supervisorA, 市交通局.handlerA]) {
      const all = await reading(person.session, (client) =>
        rows<{ id: string }>(client, 'select matter_id as id from correction_line order by 1 desc, no'),
      );
      expect(
        all.map(({ id }) => id),
        person.name,
      ).toEqual((await listed(person)).map((c) => c.matterId));
    }
    const writes = [
      'update correction_line set label = 1',
      'delete from correction_line',
      'insert into correction_line select * from correction_line',
    ];
    for (const role of ['app_rt', 'app_act', 'app_system'])
      for (const write of writes) {
        const refused = inTransaction(served.database.pool, `set local role ${role};`, (client) => client.query(write));
        await expect(refused, `${role} ${write}`).rejects.toThrow('permission denied');
      }
  });

  it('机关在层级中移动、案件改变密级、列表数据改过又重新推演，各行都与案件一致', async () => {
    const { 区市场监管局, 区司法局, 旗司法局, 旗市场监管局 } = served.city;
    const sights = async () => [(await page(区司法局.supervisorA)).total.count, (await page(旗司法局.supervisorA)).total.count];
    expect([await sights(), await differing()]).toEqual([[4, 0], []]);
    const before = await placeOf(区市场监管局.id);
    const [region, line] = await placeOf(旗市场监管局.id);
    await move(区市场监管局.id, [region + 1, line + 1]);
    expect([await sights(), await differing()]).toEqual([[0, 4], []]);
    await move(区市场监管局.id, before);
    await label(cases.乙, 4);
    expect([await sights(), await differing()]).toEqual([[3, 0], []]);
    await label(cases.乙, 2);
    expect([await sights(), await differing()]).toEqual([[4, 0], []]);
    await served.database.pool.query(
      `update ordinary_penalty set order_states = '{}', order_days = '{}', order_words = '{}' where matter_id = $1`,
      [cases.甲],
    );
    expect([await sights(), await differing()]).toEqual([[3, 0], []]);
    expect((await verify(served.platform)).faults.map(({ matterId }) => matterId)).toContain(cases.甲);
    expect((await refoldAll(served.platform)).changed).toContain(cases.甲);
    await label(cases.密封, 4);
    expect([await sights(), await differing()]).toEqual([[4, 0], []]);
  });

  it('一行写明案件、当事人、机关、内容、送达日和期限', async () => {
    const [one] = await listed(served.city.区市场监管局.handlerA, `q=${encodeURIComponent('台账甲')}`);
    expect(one).toMatchObject({
      ...{ matterId: cases.甲, no: 1, kind: 'ordinary-penalty', organ: served.city.区市场监管局.name, cause: '台账甲' },
      ...{ content: '台账甲：按规定标价', servedOn: ANCHOR, lastDay: LAST_DAY, checkedOn: null, how: null, followedOn: null },
    });
    expect(one?.number).toContain('临市监立');
  });

  it('按状态、程序、单位、期限、文字筛选，按期限排序，逐页翻到底不重不漏', async () => {
    const { handlerA, id } = served.city.区市场监管局;
    const names = async (query: string) => (await listed(handlerA, query)).map((c) => c.content.slice(0, 3));
    expect(await names('state=unserved')).toEqual(['台账乙']);
    expect(await names('kind=summary-penalty')).toEqual(['亮明营']);
    expect(await names('kind=correction-order')).toEqual(['案外：']);
    expect(await names(`organisation=${id}&sort=lastDay`)).toEqual(['案外：', '亮明营', '台账甲', '台账乙']);
    expect(await names('sort=-lastDay')).toEqual(['台账甲', '亮明营', '案外：', '台账乙']);
    expect(await names(`organisation=${served.city.市市场监管局.id}`)).toEqual([]);
    expect(await names(`from=${LAST_DAY}`)).toEqual(['台账甲']);
    expect(await names(`through=${addDays(LAST_DAY, -1)}`)).toEqual(['亮明营', '案外：']);
    expect(await names(`q=${encodeURIComponent('营业执照')}`)).toEqual(['亮明营']);
    for (const sort of ['', '&sort=lastDay', '&sort=-lastDay']) {
      const whole = (await listed(handlerA, sort)).map((c) => c.matterId);
      const turned: string[] = [];
      for (let cursor: string | null = ''; cursor !== null && turned.length < 10; ) {
        const next = await page(handlerA, `limit=1${sort}${cursor === '' ? '' : `&cursor=${cursor}`}`);
        turned.push(...next.items.map((c) => c.matterId));
        cursor = next.cursor;
      }
      expect(turned, sort).toEqual(whole);
    }
  });

  it('期限当日仍在期限内，次日起待复查；没有改正、再次责令、复查合格逐次变化；可以重新推演', async () => {
    const { handlerA, deputyHead } = served.city.区市场监管局;
    const own = async () => states(await listed(handlerA, `q=${encodeURIComponent('台账甲')}`));
    goTo(10);
    expect(await own()).toEqual([['台账甲：', 1, 'within', null]]);
    expect((await counts(handlerA)).due).toBe(2);
    goTo(11);
    expect(await own()).toEqual([['台账甲：', 1, 'due', 1]]);
    expect(await counts(handlerA)).toEqual({ due: 3, unserved: 1 });
    await does(handlerA, 'ordinary-penalty', 'check-correction', cases.甲, check(false));
    expect(await own()).toEqual([['台账甲：', 1, 'disobeyed', null]]);
    await does(deputyHead, 'ordinary-penalty', 'order-correction', cases.甲, {
      ...orderOf('台账甲：再次标价', 1),
      by: addDays(ANCHOR, 30),
    });
    expect(await own()).toEqual([
      ['台账甲：', 1, 'followed', null],
      ['台账甲：', 2, 'unserved', null],
    ]);
    await serve(cases.甲);
    await does(handlerA, 'ordinary-penalty', 'check-correction', cases.甲, { ...check(true), no: 2 });
    await does(handlerA, 'summary-penalty', 'check-correction', cases.当场, check(false));
    expect(await counts(handlerA)).toEqual({ due: 1, disobeyed: 1, unserved: 1, corrected: 1, followed: 1 });
    const [first, second] = await listed(handlerA, `q=${encodeURIComponent('台账甲')}`);
    expect([first?.how, first?.followedOn, second?.checkedOn]).toEqual(['again', addDays(ANCHOR, 11), addDays(ANCHOR, 11)]);
    expect((await listed(handlerA, 'limit=3&q=')).map((c) => c.no)).toEqual([1, 1, 1]);
    expect(await differing()).toEqual([]);
    await label(cases.密封, 2);
    expect((await refoldAll(served.platform)).changed).toEqual([]);
    expect((await verify(served.platform)).faults).toEqual([]);
  });
});
