import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, isRefusal, localDate } from '#law';
import { parseLawText } from '#law/library/parse-law-text';
import { kindsOf } from '#platform/acts/kinds';
import type { Platform } from '#platform/acts/perform';
import { inTransaction, rows } from '#platform/db';
import { insertFile } from '#platform/files';
import { verifyFindings } from '#platform/findings/verify-findings';
import type { Identity } from '#platform/identity/identity';
import { type LawContext, loadLawContext } from '#platform/law-context';
import { SYSTEM_PREAMBLE } from '#platform/session';
import type { RegisterKey } from '#registers/organisations';
import { ANCHOR_MORNING, seedTestCity, type TestCity } from '#testing/city';
import { type TestDatabase, testDatabase } from '#testing/database';
import { testIdentity } from '#testing/identity';
import { lookUp, openRecords } from '../enforcement/penalty-records/actions.ts';
import { loadBatch } from '../enforcement/penalty-records/actions-batch.ts';
import { settleCauses } from '../enforcement/penalty-records/actions-causes.ts';
import { AT_ONCE, watchRecords } from '../enforcement/penalty-records/actions-watch.ts';
import { type PenaltyRecord, readPenaltyRecords } from '../enforcement/penalty-records/reading/read-records.ts';
import { ANSWERED_RULES } from '../enforcement/penalty-records/rules/index.ts';
import { causeCounts, causesWait } from '../enforcement/penalty-records/store-causes.ts';
import { noteRuleVersions } from '../enforcement/penalty-records/store-rule-versions.ts';
import { reportedDecision } from '../enforcement/penalty-records/testing.ts';
import { importTexts, noCounts } from '../registers/law-library/actions-import.ts';
import { afterActs } from './after-act.ts';
import { confirmLoad, previewLoad } from './register-load/load.ts';
import { LOADERS } from './register-load/loaders.ts';
import { readTable } from './register-load/read-table.ts';
import { KINDS } from './rooms.ts';
import { loadHolidays } from './seed/holidays.ts';

let database: TestDatabase;
let identity: Identity;
let platform: Platform;
let law: LawContext;
let city: TestCity;
let folder: string;
let now = ANCHOR_MORNING;

beforeAll(async () => {
  database = await testDatabase();
  ({ city } = await seedTestCity(database.pool));
  identity = testIdentity(database.pool, () => now);
  law = await loadLawContext(database.pool);
  folder = await mkdtemp(join(tmpdir(), 'faheng-judged-again-'));
  platform = {
    pool: database.pool,
    kinds: kindsOf(KINDS),
    now: () => now,
    law: () => law,
    reactsTo: new Set(),
    afterAct: afterActs(identity.keys),
  };
  // 名录先于任何决定：没有可再判断的
  expect(await watch()).toBe(0);
});
afterAll(async () => {
  await database?.close();
  await rm(folder, { recursive: true, force: true });
});

const deps = () => ({ platform, sealing: identity.keys });
const watch = () => settleCauses(deps(), city.world.city, 0);
const system = <T>(work: Parameters<typeof inTransaction<T>>[2]) => inTransaction(database.pool, SYSTEM_PREAMBLE, work);

let serial = 0;
const decision = (decidedOn: string, more: PenaltyRecord = {}, organ = city.区市场监管局.name): PenaltyRecord => {
  serial += 1;
  return reportedDecision(organ, serial, { 处罚决定日期: decidedOn, ...more });
};
async function report(...records: readonly PenaltyRecord[]): Promise<readonly string[]> {
  now += 1_000;
  const request = { session: city.市司法局.machine.session, key: `judged-again-${serial}`, rows: records, fileKind: 'publicity' } as const;
  const result = await loadBatch(deps(), { ...request, exportedOn: null });
  if (!result.ok) throw new Error(result.error);
  return result.answer.rows.map(({ matterId, problems }) => {
    if (matterId === null) throw new Error(JSON.stringify(problems));
    return matterId;
  });
}

/** Loads a register as a person does: read, preview, confirm. */
async function load(register: RegisterKey, name: string, ...lines: readonly string[]): Promise<void> {
  now += 1_000;
  const session = city.市司法局.supervisorA.session;
  const path = join(folder, name);
  await writeFile(path, lines.join('\n'));
  const table = await readTable(path, LOADERS[register].columns);
  if (isRefusal(table)) throw new Error(table.reason);
  const id = randomUUID();
  const at = new Date(now).toISOString();
  const digest = id.replaceAll('-', '').padEnd(64, '0');
  const blob = { sha256: digest, sm3: digest, size: 1 };
  await system((client) =>
    insertFile(client, { id, city: city.world.city, name, mediaType: 'text/csv', blob, uploadedBy: session.accountId, at, matter: null }),
  );
  const request = { register, file: { id, name, sha256: digest, table } };
  const { basis } = await previewLoad(platform, city.world.city, request);
  const answer = await confirmLoad(platform, session, request, basis);
  if (answer.is !== 'loaded') throw new Error(JSON.stringify(answer));
}

async function doubts(matterId: string | undefined): Promise<readonly string[]> {
  const found = await rows<{ rule: string }>(
    database.pool,
    'select rule_id as rule from finding where matter_id = $1 and stands and missing is null order by 1',
    [matterId],
  );
  return found.map((f) => f.rule);
}
async function missing(matterId: string | undefined, rule: string): Promise<string | null> {
  const [found] = await rows<{ missing: string }>(
    database.pool,
    `select m ->> 1 as missing from judgement j join judgement_pattern p on p.id = j.pattern, jsonb_array_elements(p.missing) m
     where j.matter_id = $1 and m ->> 0 = $2`,
    [matterId, rule],
  );
  return found?.missing ?? null;
}
async function events(matterId: string | undefined, rule: string): Promise<readonly string[]> {
  const found = await rows<{ said: string }>(
    database.pool,
    `select e.type || ' ' || (e.body #>> '{by,source}') as said from finding_event e join finding f on f.id = e.finding_id
     where f.matter_id = $1 and f.rule_id = $2 order by e.seq`,
    [matterId, rule],
  );
  return found.map((f) => f.said);
}

const CERTIFICATES = '证件号,证件类别,姓名,单位,生效日,有效期至';
const certificate = (number: string, name: string, through: string) =>
  `${number},行政执法证,${name},${city.区市场监管局.name},2020-01-01,${through}`;

describe('证件后到的，引用它的决定重新判断（处罚法第四十二条，细则第八条第五项）', () => {
  const officers = (...numbers: readonly string[]) => ({ 执法人员及证号: numbers.map((n) => `执某${n.slice(-1)}（${n}）`).join('、') });
  let ids: readonly string[] = [];

  it('没有登记的无法判断；载入以后，最后有效日的不再预警，次日的预警，没有引用的不动', async () => {
    ids = await report(
      decision('2026-02-10', officers('ZF0001', 'ZF0002')),
      decision('2026-02-11', officers('ZF0001', 'ZF0002')),
      decision('2026-02-11', officers('ZF0008', 'ZF0009')),
    );
    expect(await watch()).toBe(0);
    expect(await missing(ids[0], 'S09')).not.toBeNull();
    const lines = [certificate('ZF0001', '执某1', '2027-12-31'), certificate('ZF0002', '执某2', '2026-02-10')];
    await load('certificates', '补录证件.csv', CERTIFICATES, ...lines);
    expect(await watch()).toBe(2);
    expect([await doubts(ids[0]), await doubts(ids[1]), await doubts(ids[2])].map((d) => d.includes('S09'))).toEqual([false, true, false]);
    expect([await missing(ids[0], 'S09'), await missing(ids[2], 'S09')]).toEqual([null, expect.any(String)]);
    expect(await events(ids[1], 'S09')).toEqual(['opened 执法、监督证件：补录证件.csv，据以重新判断']);
  });

  it('更正有效期后预警消除，事件写明是哪一次载入；再判断一次什么也不记', async () => {
    await load('certificates', '更正证件.csv', CERTIFICATES, certificate('ZF0002', '执某2', '2026-02-11'));
    expect(await watch()).toBe(2);
    expect(await doubts(ids[1])).not.toContain('S09');
    expect((await events(ids[1], 'S09')).at(-1)).toBe('cleared 执法、监督证件：更正证件.csv，据以重新判断');
    const count = async () => (await rows(database.pool, 'select from finding_event')).length;
    const before = await count();
    await database.pool.query(`insert into penalty_cause (city, register, keys) values ($1, 'certificate', '{ZF0001}')`, [city.world.city]);
    expect(await watch()).toBe(2);
    expect(await count()).toBe(before);
    expect(await watch()).toBe(0);
  });
});

describe('单位名录、权责清单变动的，该单位变动期间的决定重新判断（处罚法第十七条，细则第八条第三项、第四项）', () => {
  it('主体资格自3月2日暂停：前一日的不预警，当日的预警；其他单位的不动', async () => {
    const [before, after, elsewhere] = await report(
      decision('2026-03-01'),
      decision('2026-03-02'),
      decision('2026-03-02', {}, city.市市场监管局.name),
    );
    const [unit] = await rows<{ id: string }>(database.pool, 'select id from organisation_record where organisation_id = $1', [
      city.区市场监管局.id,
    ]);
    await database.pool.query(`update organisation_record set valid = daterange(lower(valid), '2026-03-02') where id = $1`, [unit?.id]);
    await database.pool.query('delete from penalty_cause');
    await database.pool.query(
      `insert into organisation_record select (jsonb_populate_record(null::organisation_record, to_jsonb(r)
         || jsonb_build_object('id', gen_random_uuid(), 'valid', '[2026-03-02,)', 'qualification', 'suspended'))).*
       from organisation_record r where id = $1`,
      [unit?.id],
    );
    expect(await watch()).toBe(1);
    expect([await doubts(before), await doubts(after), await doubts(elsewhere)].map((d) => d.includes('S01'))).toEqual([
      false,
      true,
      false,
    ]);
    expect((await events(after, 'S01'))[0]).toMatch(/^opened .+，据以重新判断$/);
  });

  it('清单后到：清单期间有事项编码的重新判断，没有编码的、期间之外的不动', async () => {
    const unit = city.旗市场监管局;
    const [listed, other, unlisted, outside] = await report(
      decision('2026-01-10', { 事项编码: 'CF-1' }, unit.name),
      decision('2026-01-10', { 事项编码: 'CF-9' }, unit.name),
      decision('2026-01-10', {}, unit.name),
      decision('2025-12-31', { 事项编码: 'CF-9' }, unit.name),
    );
    await load(
      'lists',
      '权责清单.csv',
      '清单,单位,编码,名称,权力类型,依据,生效日',
      `权责清单,${unit.name},CF-1,未明码标价的处罚,行政处罚,《价格法》第四十二条,2026-01-01`,
    );
    expect(await watch()).toBe(2);
    expect([await doubts(listed), await doubts(other)].map((d) => d.includes('S02'))).toEqual([false, true]);
    expect([await missing(listed, 'S02'), await missing(outside, 'S02')]).toEqual([null, '缺权责清单']);
    expect(await missing(unlisted, 'S02')).not.toBeNull();
    expect(await events(other, 'S02')).toEqual(['opened 清单：权责清单.csv，据以重新判断']);
  });
});

describe('法规文本、放假安排后到的重新判断（处罚法第三十七条）', () => {
  const take = (source: string, text: string) => {
    now += 1_000;
    return system((client) =>
      importTexts(client, [{ source, is: 'text', parsed: parseLawText(text), bytes: 1 }], new Date(now).toISOString(), noCounts()),
    );
  };
  const cited = (law: string) => ({ 处罚依据: `《${law}》第二条` });

  it('第一部文本载入时引用法规的都再判断；以后只判断引用所载法规的', async () => {
    const [harbour, price] = await report(decision('2026-02-20', cited('渔港管理条例')), decision('2026-02-20'));
    const all = (await rows(database.pool, 'select from penalty_record where counted')).length;
    await take('价格法.md', '# 价格法\n\n1997年12月29日公布\n\n第一条 甲。\n\n第二条 本法自1998年5月1日起施行。');
    expect(await watch()).toBe(all);
    expect(await missing(harbour, 'Q07')).not.toBeNull();
    const old = '# 渔港管理条例\n\n2010年1月1日公布\n\n第一条 甲。\n\n第二条 乙。\n\n第三条 本条例自2010年3月1日起施行。';
    await take('渔港管理条例.md', old);
    expect(await watch()).toBe(1);
    expect([await missing(harbour, 'Q07'), await doubts(harbour)]).toEqual([null, expect.not.arrayContaining(['Q07'])]);
    expect(await doubts(price)).not.toContain('Q07');
  });

  it('废止前一日的决定不预警，废止当日的预警', async () => {
    const [before, after] = await report(
      decision('2026-02-28', cited('渔港管理条例')),
      decision('2026-03-01', cited('渔港管理条例')),
      decision('2026-03-01'),
    );
    const end = '第一条 甲。\n\n第二条 本条例自2026年3月1日起施行。《渔港管理条例》同时废止。';
    await take('渔港条例.md', `# 渔港条例\n\n2025年6月1日公布\n\n${end}`);
    await watch();
    expect([await doubts(before), await doubts(after)].map((d) => d.includes('Q07'))).toEqual([false, true]);
    expect((await events(after, 'Q07'))[0]).toBe('opened 法规文本、有效期变动，据以重新判断');
  });

  it('报送的决定按库存文本判断：行为时没有这一条的（D11），只以部门规章处超过限额的罚款的（D12）', async () => {
    const basis = (place: string) => ({ 处罚依据: `《渔船检验办法》${place}`, 违法行为发生日期: '2026-02-01' });
    const heavy = { 处罚内容: '罚款人民币300000元', '罚款金额(万元)': '30' };
    const [lawful, absent, over] = await report(
      decision('2026-02-20', basis('第二条')),
      decision('2026-02-20', basis('第九条')),
      decision('2026-02-20', { ...basis('第二条'), ...heavy }),
    );
    const asked = async (rule: string) => Promise.all([lawful, absent, over].map((id) => missing(id, rule)));
    expect([await asked('D11'), await asked('D12')].flat()).not.toContain(null);
    const end = '第三条 本办法自公布之日起施行。';
    await take('渔船检验办法.md', `# 渔船检验办法\n\n2015年1月1日农业农村部令第1号公布\n\n第一条 甲。\n\n第二条 处罚款。\n\n${end}`);
    expect(await watch()).toBe(3);
    expect([await asked('D11'), await asked('D12')].flat()).toEqual([null, null, null, null, null, null]);
    const found = await Promise.all([lawful, absent, over].map(doubts));
    expect(found.map((d) => d.filter((rule) => rule === 'D11' || rule === 'D12'))).toEqual([[], ['D11'], ['D12']]);
  });

  it('放假安排载入后，上一年以来的决定都再判断，期限届满日随之确定', async () => {
    const [served] = await report(decision('2026-03-13', { 送达日期: '' }));
    expect(served).toBeDefined();
    await database.pool.query(`delete from penalty_wake where matter_id = $1`, [served]);
    await system((client) =>
      loadHolidays(client, [{ year: 2027, source: '国办发明电〔2026〕1号', days: [[localDate('2027-01-01'), '元旦', true]] }], now),
    );
    law = await loadLawContext(database.pool);
    const all = (await rows(database.pool, `select from penalty_record where counted and decided_on >= '2026-01-01'`)).length;
    expect(await watch()).toBe(all);
    expect(await rows(database.pool, 'select from penalty_wake where matter_id = $1', [served])).toHaveLength(1);
  });
});

describe('程序更新带来新的规则版本（细则第三条第二款）', () => {
  const versions = (change: (id: string, version: number) => number) =>
    ANSWERED_RULES.map(({ id, version }) => ({ id, version: change(id, version) }));
  const started = (change: (id: string, version: number) => number = (_, version) => version) =>
    noteRuleVersions(database.pool, versions(change));
  const waiting = async () =>
    rows<{ register: string; keys: string[] }>(database.pool, 'select register, keys from penalty_cause where city = $1', [
      city.world.city,
    ]);
  const groups = async () =>
    (
      await rows<{ reach: string }>(
        database.pool,
        `select distinct reach from penalty_due where city = $1 and reach <> 'unit' order by 1`,
        [city.world.city],
      )
    ).map(({ reach }) => reach);

  const versionOf = async (id: string | undefined) =>
    (await rows<{ v: number }>(database.pool, `select rule_version as v from finding where matter_id = $1 and rule_id = 'P08'`, [id]))[0]
      ?.v;

  it('不知道上次按哪些版本判断的，全部再判断一次；版本相同的什么也不做', async () => {
    const [id] = await report(decision('2026-03-03'));
    expect((await started()).length).toBe(ANSWERED_RULES.length);
    expect((await waiting()).map(({ register }) => register)).toEqual(['rule']);
    expect(await watch()).toBeGreaterThan(0);
    await watchRecords(deps(), () => false, AT_ONCE);
    expect(await started()).toEqual([]);
    expect(await waiting()).toEqual([]);
    expect(await watch()).toBe(0);
    expect(await doubts(id)).not.toContain('P08');
  });

  it('一条规则的版本变了：只有一轮，已存的决定按新版本判断；再启动一次不再判断', async () => {
    const [id] = await report(decision('2026-03-04', { '罚款金额(万元)': '', 处罚类别: '罚款' }));
    expect(await doubts(id)).toContain('P08');
    await watchRecords(deps(), () => false, AT_ONCE);
    // 旧程序的规则留下的：版本不同，无法判断的也不同
    const [version, lacks] = [await versionOf(id), await missing(id, 'S09')];
    await database.pool.query(`update finding set rule_version = 9 where matter_id = $1 and rule_id = 'P08'`, [id]);
    await database.pool.query(
      `update judgement set pattern = (select id from judgement_pattern where missing::text not like '%S09%' limit 1) where matter_id = $1`,
      [id],
    );
    expect([lacks, await missing(id, 'S09')]).toEqual([expect.any(String), null]);
    expect(await started((rule, version) => (rule === 'P08' ? version + 1 : version))).toEqual(['P08']);
    expect(await waiting()).toEqual([{ register: 'rule', keys: ['P08'] }]);
    expect(await groups()).toEqual([]);
    expect(await watch()).toBeGreaterThan(0);
    expect([await versionOf(id), await missing(id, 'S09')]).toEqual([version, lacks]);
    expect(await started((rule, version) => (rule === 'P08' ? version + 1 : version))).toEqual([]);
    expect(await watch()).toBe(0);
  });

  it('多件比较的规则变了，已存的各组也再比较', async () => {
    await watchRecords(deps(), () => false, AT_ONCE);
    expect(await started((rule, version) => (rule === 'D05' ? version + 1 : version))).toEqual(['D05', 'P08']);
    expect(await groups()).toEqual(['party']);
    await watch();
    await watchRecords(deps(), () => false, AT_ONCE);
    expect(await groups()).toEqual([]);
  });
});

describe('读取名录以后、入库以前名录有变动的，入库的决定自己再判断（处罚法第四十二条）', () => {
  const load0 = () => ({ session: city.市司法局.machine.session, batchId: randomUUID(), sourceOf: () => '测试来源' });
  const context = { today: localDate('2026-03-16'), fileKind: 'publicity', organ: null } as const;
  async function read(number: string) {
    const outcome = readPenaltyRecords([decision('2026-03-05', { 执法人员及证号: `执某甲（${number}）、执某乙（ZF0001）` })], context)
      .outcomes[0];
    if (outcome?.is !== 'decision') throw new Error('not a decision');
    const asked = load0();
    return { asked, found: await lookUp(deps(), asked, [{ line: 1, row: outcome.row }]) };
  }
  async function store({ asked, found }: Awaited<ReturnType<typeof read>>): Promise<string> {
    const fresh = found.prepared.flatMap((p) => ('organ' in p ? [p] : []));
    let id = '';
    await openRecords(deps(), asked, found, fresh, 0, async (_, [opened]) => {
      if (opened?.ok === true) id = opened.matterId;
    });
    return id;
  }
  const late = async () => rows<{ keys: string[] }>(database.pool, `select keys from penalty_cause where register = 'late'`);

  it('名录没有变动的不再判断', async () => {
    const id = await store(await read('ZF0002'));
    expect(id).not.toBe('');
    expect(await late()).toEqual([]);
  });

  it('变动的那一轮已经过去才入库的，仍按变动后的名录判断', async () => {
    const before = await read('ZF0009');
    await load('certificates', '迟到证件.csv', CERTIFICATES, certificate('ZF0009', '执某甲', '2026-02-11'));
    await watch();
    expect(await watch()).toBe(0);
    const id = await store(before);
    expect(await missing(id, 'S09')).toEqual(expect.any(String));
    expect(await late()).toEqual([{ keys: [id] }]);
    expect(await watch()).toBe(1);
    expect(await doubts(id)).toContain('S09');
    expect(await late()).toEqual([]);
  });

  it('入库时还没有提交的变动，等入库提交以后才提交', async () => {
    const client = await database.pool.connect();
    const other = await database.pool.connect();
    try {
      await client.query('begin');
      await client.query('select hold_penalty_mark()');
      await other.query('begin');
      await other.query(`insert into penalty_cause (city, register, keys) values ($1, 'certificate', '{ZF0001}')`, [city.world.city]);
      let done = false;
      const committed = other.query('commit').then(() => {
        done = true;
      });
      await expect
        .poll(
          async () =>
            (await rows(database.pool, `select from pg_stat_activity where wait_event_type = 'Lock' and query = 'commit'`)).length,
        )
        .toBe(1);
      expect(done).toBe(false);
      await client.query('commit');
      await committed;
    } finally {
      client.release();
      other.release();
    }
    await watch();
  });
});

describe('分批办理：接着办，一件出错不影响其他，运行状况看得到', () => {
  let ids: readonly string[] = [];
  const note = (numbers: readonly string[]) =>
    database.pool.query(`insert into penalty_cause (city, register, keys) values ($1, 'record', $2)`, [city.world.city, numbers]);
  const counts = () => system((client) => causeCounts(client));

  it('办到一半停下，再来的从那里接着办，每件一次；其间的新变动留待下一轮', async () => {
    ids = await report(...Array.from({ length: 250 }, (_, i) => decision(addDays(localDate('2025-01-01'), i % 300))));
    await watch();
    await note(ids);
    let pages = 0;
    const first = await settleCauses(deps(), city.world.city, 0, async () => ++pages <= 1);
    expect(first).toBeGreaterThan(0);
    expect(first).toBeLessThan(250);
    const { seen, total } = await counts();
    expect(seen).toBe(200);
    expect(total).toBeGreaterThan(250);
    await note(ids.slice(0, 1));
    expect(first + (await watch())).toBe(250);
    expect(await watch()).toBe(1);
    expect(await counts()).toMatchObject({ failed: 0, seen: 0, total: 0 });
  });

  it('不能判断的一件推迟再试并计入出错，其余照办；改好以后补判', async () => {
    const broken = ids[100];
    const [kept] = await rows<{ state: unknown }>(database.pool, 'select state from matter where id = $1', [broken]);
    await database.pool.query(`update matter set state = state - 'row' where id = $1`, [broken]);
    await note(ids);
    expect(await watch()).toBe(249);
    expect(await counts()).toMatchObject({ failed: 1, total: 0 });
    expect(await watch()).toBe(0);
    await database.pool.query('update matter set state = $2 where id = $1', [broken, JSON.stringify(kept?.state)]);
    await database.pool.query(`update penalty_cause set at = clock_timestamp() where register = 'record'`);
    expect(await watch()).toBe(1);
    expect(await counts()).toMatchObject({ failed: 0 });
  });

  it('刚有的变动等一等再办，免得边载入边判断；到时由后台办理', async () => {
    await note(ids.slice(0, 3));
    expect(await system((client) => causesWait(client, city.world.city, 60))).toBe(false);
    expect(await watchRecords(deps(), () => false, { groups: 0, causes: 60 })).toBeGreaterThanOrEqual(0);
    expect(await counts()).toMatchObject({ failed: 3 });
    await watchRecords(deps(), () => false, AT_ONCE);
    expect(await counts()).toMatchObject({ failed: 0 });
  });

  it('每一步都可由预警记录重新推演', async () => {
    expect((await verifyFindings({ pool: database.pool })).faults).toEqual([]);
  });
});
