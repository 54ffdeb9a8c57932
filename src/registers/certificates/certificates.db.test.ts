import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addDays, certifiedSupervisors, type LocalDate, localDate } from '#law';
import { correct } from '#platform/acts/correct';
import { anyKind, kindsOf } from '#platform/acts/kinds';
import { type ActAnswer, type ActRequest, type Performed, type Platform, perform } from '#platform/acts/perform';
import { verify } from '#platform/acts/verify';
import { inTransaction, rows } from '#platform/db';
import { listMatters } from '#platform/matters/list';
import { matterView } from '#platform/matters/view';
import { type Session, SYSTEM_PREAMBLE } from '#platform/session';
import { certificateFacts } from '#registers/officers';
import { ANCHOR, ANCHOR_MORNING, seedTestCity, type TestCity } from '#testing/city';
import { type TestDatabase, testDatabase } from '#testing/database';
import { testPlatform } from '#testing/platform';
import { insertFile } from '../../platform/files.ts';
import { followCertificate } from './actions.ts';
import { openDueAffairs } from './actions-due.ts';
import { CERTIFICATE_AFFAIR } from './kind.ts';

const DAY = 86_400_000;
let database: TestDatabase;
let city: TestCity;
let platform: Platform;
let now = ANCHOR_MORNING;

beforeAll(async () => {
  database = await testDatabase();
  ({ city } = await seedTestCity(database.pool));
  const kinds = kindsOf([anyKind(CERTIFICATE_AFFAIR)]);
  platform = await testPlatform(database.pool, () => now, kinds, { afterAct: followCertificate });
});
beforeEach(() => {
  now = ANCHOR_MORNING;
});
afterAll(() => database?.close());

type More = Pick<ActRequest, 'legalDate' | 'reported'>;
const KIND = 'certificate-affair';
const FROM_REGION = { reported: { source: '自治区司法厅文件' } };
const tried = (by: Session, name: string, matterId: string | null, input: unknown = {}, more: More = {}): Promise<ActAnswer> =>
  perform(platform, { by, kind: KIND, act: name, matterId, input, ...more });
async function act(by: Session, name: string, matterId: string | null, input: unknown = {}, more: More = {}): Promise<Performed> {
  const answer = await tried(by, name, matterId, input, more);
  if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer)}`);
  return answer.done;
}
async function file(by: Session): Promise<string> {
  const id = randomUUID();
  const blob = { sha256: id.replaceAll('-', '').repeat(2), sm3: 'b'.repeat(64), size: 3 };
  const given = { id, city: 1508, matter: null, name: '证明.pdf', mediaType: 'application/pdf', blob, uploadedBy: by.accountId };
  await inTransaction(database.pool, SYSTEM_PREAMBLE, (client) => insertFile(client, { ...given, at: new Date(now).toISOString() }));
  return id;
}

/** The number of the one certificate that a person of the test city holds. */
async function cardOf(officerId: string): Promise<string> {
  const [card] = await rows<{ number: string }>(
    database.pool,
    `select number from certificate_record where officer_id = $1 and upper_inf(known) and status in ('valid', 'suspended') order by lower(valid) desc limit 1`,
    [officerId],
  );
  return card?.number ?? '';
}
const at = async (officerId: string, on: LocalDate, knownAt: string | null = null): Promise<readonly string[]> =>
  ((await certificateFacts(database.pool, [officerId], on, knownAt)).get(officerId) ?? []).map((c) => c.status);
const counts = async (officerIds: readonly string[], on: LocalDate): Promise<number> =>
  certifiedSupervisors(officerIds, { organisations: new Map(), certificates: await certificateFacts(database.pool, officerIds, on) }, on)
    .length;

async function decision(person: { name: string; officerId: string }, unit: string, by: Session, more: object = {}) {
  return {
    ...{ affair: 'suspension', unit, kind: 'supervision', name: person.name, number: await cardOf(person.officerId) },
    ...{ paper: '内司发〔2026〕3号', from: '2026-03-10', reason: '处分期间', scan: [await file(by)] },
    ...more,
  };
}
const application = async (by: Session, more: object) => ({
  ...{ affair: 'issue', unit: city.市交通局.id, bureau: city.市司法局.id, kind: 'enforcement', name: '新任甲', number: null, person: null },
  ...{ post: '科员', domains: '交通运输', qualification: '考试合格', lostOn: null, reason: '新任', photo: null, proof: [await file(by)] },
  ...more,
});

/** From the application to before the region's answer. */
async function awaiting(input: object, by = city.市交通局.handlerA.session): Promise<string> {
  const { matterId } = await act(by, 'apply', null, input);
  await act(city.市司法局.supervisorA.session, 'review', matterId, { opinion: '符合', forwarder: city.市司法局.id });
  await act(city.市司法局.supervisorB.session, 'forward', matterId, { paper: '巴司字〔2026〕7号', letter: null });
  return matterId;
}
const answer = (matterId: string, more: object) =>
  tried(
    city.市司法局.supervisorA.session,
    'answer',
    matterId,
    { favour: 'approved', paper: '内司发〔2026〕9号', from: '2026-03-16', number: null, through: null, scan: null, ...more },
    FROM_REGION,
  );

describe('暂扣自当日起不算持证，名录按日、按所知回答（细则第八条第五项、第十六条）', () => {
  it('两人持证的条件自暂扣当日起不成立，前一日成立，恢复当日又成立；当时所知的仍是有效', async () => {
    const { supervisorA, supervisorB } = city.区司法局;
    const pair = [supervisorA.officerId, supervisorB.officerId];
    const by = city.市司法局.supervisorA.session;
    expect(await counts(pair, localDate('2026-03-10'))).toBe(2);
    const { matterId } = await act(by, 'record-decision', null, await decision(supervisorA, city.区司法局.id, by), {
      ...FROM_REGION,
      legalDate: '2026-03-09',
    });
    expect([await counts(pair, localDate('2026-03-09')), await counts(pair, localDate('2026-03-10'))]).toEqual([2, 1]);
    expect(await at(supervisorA.officerId, localDate('2026-03-10'), '2026-03-12T00:00:00Z')).toEqual(['valid']);
    now += 5 * DAY;
    await act(
      by,
      'restore',
      matterId,
      { paper: '内司发〔2026〕6号', from: '2026-03-20', scan: null },
      { ...FROM_REGION, legalDate: '2026-03-20' },
    );
    expect([await at(supervisorA.officerId, localDate('2026-03-19')), await at(supervisorA.officerId, localDate('2026-03-20'))]).toEqual([
      ['suspended'],
      ['valid'],
    ]);
    expect(await counts(pair, localDate('2026-03-20'))).toBe(2);
    expect((await verify(platform)).faults).toEqual([]);
  });

  it('登入名录的记录不能撤销录入或者更正，只能按自治区的新决定登记', async () => {
    const person = city.区司法局.checker;
    const by = city.市司法局.supervisorA.session;
    const { matterId } = await act(by, 'record-decision', null, await decision(person, city.区司法局.id, by), FROM_REGION);
    const paper = { paper: '内司发〔2026〕6号', from: '2026-03-16', scan: null };
    const { seq } = await act(by, 'restore', matterId, paper, FROM_REGION);
    const undo = { matterId, ifSeq: seq, seq, what: { retract: true }, reason: '录错了', proof: [await file(by)], proposal: null } as const;
    expect(await correct(platform, { ...undo, session: by })).toMatchObject({ error: 'refused', refusal: { refused: 'entered' } });
    const rewrite = { ...undo, what: { retract: false, fields: { from: '2026-03-12' }, legalDate: null } } as const;
    expect(await correct(platform, { ...rewrite, session: by })).toMatchObject({ refusal: { refused: 'own-means' } });
    expect(await at(person.officerId, localDate('2026-03-16'))).toEqual(['valid']);
    expect(await at(person.officerId, localDate('2026-03-10'))).toEqual(['suspended']);
  });
});

describe('申领、换证、遗失补证登入名录', () => {
  it('自治区制证后新人入册；证号重复、重复申请、同类证件重叠都说明理由，名录不变', async () => {
    const by = city.市交通局.handlerA.session;
    const id = await awaiting(await application(by, {}));
    expect(await tried(by, 'apply', null, await application(by, {}))).toMatchObject({ refusal: { refused: 'open-already' } });
    const taken = await cardOf(city.市交通局.handlerB.officerId);
    expect(await answer(id, { number: taken, through: '2032-03-15' })).toMatchObject({
      refusal: { refused: 'number-twice', cite: { article: 8 } },
    });
    expect(await answer(id, { number: '15080019001', through: '2032-03-15' })).toMatchObject({ ok: true });
    const [made] = await rows<{ id: string; status: string; by_act: boolean }>(
      database.pool,
      `select o.id, c.status, c.by_act from certificate_record c join officer o on o.id = c.officer_id where c.number = '15080019001'`,
    );
    expect(made).toMatchObject({ status: 'valid', by_act: true });
    expect([(await at(made?.id ?? '', addDays(ANCHOR, -1))).length, (await at(made?.id ?? '', ANCHOR)).length]).toEqual([0, 1]);
    expect(await tried(by, 'apply', null, await application(by, {}))).toMatchObject({ refusal: { refused: 'overlapping' } });
  });

  it('遗失声明作废之日起不持证，前一日持证；补发的新证自生效日起持证', async () => {
    const { handlerB } = city.市交通局;
    const by = city.市交通局.handlerA.session;
    const number = await cardOf(handlerB.officerId);
    const lost = { affair: 'loss', name: handlerB.name, number, lostOn: '2026-03-12', qualification: null };
    const { matterId } = await act(by, 'apply', null, await application(by, lost));
    expect(await at(handlerB.officerId, ANCHOR)).toEqual(['valid']);
    await act(by, 'declare', matterId, { on: '2026-03-14', channel: '巴彦淖尔日报', proof: [await file(by)] });
    expect([await at(handlerB.officerId, localDate('2026-03-13')), await at(handlerB.officerId, localDate('2026-03-14'))]).toEqual([
      ['valid'],
      ['void'],
    ]);
    await act(city.市司法局.supervisorA.session, 'review', matterId, { opinion: '符合', forwarder: city.市司法局.id });
    await act(city.市司法局.supervisorA.session, 'forward', matterId, { paper: '8号', letter: null });
    expect(await answer(matterId, { number: '15080019002', through: '2032-03-15' })).toMatchObject({ ok: true });
    expect([...(await at(handlerB.officerId, ANCHOR))].sort()).toEqual(['valid', 'void']);
  });

  it('证号、姓名、单位不相符的申请不受理，答复不透露该证是谁的', async () => {
    const by = city.市交通局.handlerA.session;
    const number = await cardOf(city.区市场监管局.handlerA.officerId);
    const reasons = [];
    for (const wrong of [
      { number, name: '某人' },
      { number: '99999999999', name: '某人' },
    ]) {
      const refused = await tried(by, 'apply', null, await application(by, { affair: 'exchange', ...wrong }));
      expect(refused).toMatchObject({ refusal: { refused: 'no-such-certificate' } });
      reasons.push(!refused.ok && refused.error === 'refused' ? refused.refusal.reason.replace(wrong.number, '') : '');
    }
    expect(new Set(reasons).size).toBe(1);
  });
});

describe('到期提醒：审核注册、换证各立一件，不重复（KS-53、KS-32）', () => {
  it('只提醒近期到期的：当日到期的换证，六十日内到期的审核注册；再查一次没有新的', async () => {
    const due = async () =>
      rows<{ affair: string; holder: string; due_on: string; unit_id: string }>(
        database.pool,
        `select affair, holder, due_on, unit_id from certificate_affair where due_on is not null order by affair, due_on`,
      );
    const { expiresToday } = city.市司法局;
    const { handlerA } = city.市税务局;
    const number = await cardOf(handlerA.officerId);
    const registered = (on: string) =>
      database.pool.query('update certificate_record set registered_on = $2 where number = $1', [number, on]);
    await registered('2023-05-16');
    await openDueAffairs(platform, () => false);
    expect(await due()).toMatchObject([{ affair: 'exchange', holder: expiresToday.name, due_on: ANCHOR, unit_id: city.市司法局.id }]);
    await registered('2023-05-15');
    expect(await openDueAffairs(platform, () => false)).toBe(1);
    expect((await due())[1]).toMatchObject({
      affair: 'registration',
      holder: handlerA.name,
      due_on: '2026-05-15',
      unit_id: city.市税务局.id,
    });
    expect(await openDueAffairs(platform, () => false)).toBe(0);
    const [task] = await rows(
      database.pool,
      `select title, due_on from task where kind = 'certificate-affair' and clock_id = 'KS-53' and closed_at is null`,
    );
    expect(task).toMatchObject({ title: '报送审核注册', due_on: '2026-05-15' });
  });

  it('报送、审核、上报、自治区注册合格后，下一轮自注册之日起算', async () => {
    const { handlerA } = city.市税务局;
    const [open] = await rows<{ id: string }>(
      database.pool,
      `select matter_id as id from certificate_affair where holder = $1 and affair = 'registration'`,
      [handlerA.name],
    );
    const id = open?.id ?? '';
    await act(handlerA.session, 'file', id, { qualification: '在编在岗', photo: null, proof: null });
    await act(city.市司法局.supervisorA.session, 'review', id, { opinion: '合格', forwarder: city.市司法局.id });
    await act(city.市司法局.supervisorA.session, 'forward', id, { paper: '9号', letter: null });
    expect(await answer(id, {})).toMatchObject({ ok: true });
    const [card] = await rows(
      database.pool,
      `select registered_on from certificate_record where officer_id = $1 and upper_inf(known) and valid @> $2::date`,
      [handlerA.officerId, ANCHOR],
    );
    expect(card).toEqual({ registered_on: ANCHOR });
    expect(await openDueAffairs(platform, () => false)).toBe(0);
    expect(await openDueAffairs({ ...platform, now: () => ANCHOR_MORNING + 1_036 * DAY }, () => false)).toBeGreaterThan(0);
  });
  it('后来载入的名录已有审核注册的，提醒随即结束，任务关闭', async () => {
    const { handlerB } = city.市税务局;
    const number = await cardOf(handlerB.officerId);
    const registered = (on: string) =>
      database.pool.query('update certificate_record set registered_on = $2 where number = $1', [number, on]);
    const status = () =>
      rows<{ status: string; tasks: number }>(
        database.pool,
        `select m.status, (select count(*)::int from task t where t.matter_id = m.id and t.closed_at is null) as tasks
         from matter m join certificate_affair a on a.matter_id = m.id where a.holder = $1 and a.affair = 'registration'`,
        [handlerB.name],
      );
    await registered('2023-05-15');
    expect(await openDueAffairs(platform, () => false)).toBe(1);
    expect(await status()).toEqual([{ status: 'due', tasks: 1 }]);
    await registered('2026-03-01');
    expect(await openDueAffairs(platform, () => false)).toBe(0);
    expect(await status()).toEqual([{ status: 'done', tasks: 0 }]);
  });
});

describe('谁看得见', () => {
  const sees = async (by: Session, id: string): Promise<boolean> => {
    const view = await matterView(platform, by, id, { asOf: null, knownOn: null });
    const { items, total } = await listMatters(platform, by, { kind: KIND, limit: 200 });
    const found = (await listMatters(platform, by, { kind: KIND, limit: 200, q: '可见某' })).items.some((i) => i.id === id);
    const listed = items.some((i) => i.id === id);
    expect([listed, found, total === undefined || total === null || total.count >= (listed ? 1 : 0)]).toEqual([
      view !== null,
      view !== null,
      true,
    ]);
    return listed;
  };
  const relabel = async (id: string, label: number) => {
    for (const [table, key] of [
      ['matter', 'id'],
      ['participant', 'matter_id'],
      ['certificate_affair', 'matter_id'],
      ['task', 'matter_id'],
    ])
      await database.pool.query(`update ${table} set label = $2 where ${key} = $1`, [id, label]);
  };

  it('单位、审核和上报的司法行政部门看得见，别的单位、别的旗县看不见；密封的谁也不见', async () => {
    const id = await awaiting(await application(city.市交通局.handlerA.session, { name: '可见某' }));
    for (const by of [city.市交通局.handlerB, city.市司法局.supervisorB]) expect(await sees(by.session, id)).toBe(true);
    for (const by of [city.市市场监管局.head, city.区司法局.supervisorA, city.旗市场监管局.head])
      expect(await sees(by.session, id)).toBe(false);
    expect(await tried(city.市市场监管局.handlerA.session, 'withdraw', id, { reason: '…' })).toEqual({ ok: false, error: 'absent' });
    await relabel(id, 4);
    for (const by of [city.市交通局.handlerB, city.市司法局.supervisorB]) expect(await sees(by.session, id)).toBe(false);
    await relabel(id, 2);
  });
});
