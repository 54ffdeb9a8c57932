import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays, type LocalDate, localDate } from '#law';
import { anyKind, kindsOf } from '#platform/acts/kinds';
import { type Platform, perform } from '#platform/acts/perform';
import { verify } from '#platform/acts/verify';
import { rows } from '#platform/db';
import { folderStore } from '#platform/files';
import { fileRoutes } from '#platform/http/file-routes';
import type { Identity } from '#platform/identity/identity';
import { certificateFacts } from '#registers/officers';
import { organisationFacts, REGISTER_LOAD } from '#registers/organisations';
import { ANCHOR, ANCHOR_MORNING, type Person, seedTestCity, type TestCity } from '#testing/city';
import { browserOf, letThemSignIn } from '#testing/city-sign-in';
import { type TestDatabase, testDatabase } from '#testing/database';
import { testIdentity, testServer } from '#testing/identity';
import { testPlatform } from '#testing/platform';
import { keptLaws } from '../registers/law-library/store-kept.ts';
import { registerLoadRoutes } from './register-load-routes.ts';

let database: TestDatabase;
let identity: Identity;
let app: FastifyInstance;
let city: TestCity;
let platform: Platform;
let folder: string;
let now = ANCHOR_MORNING;

beforeAll(async () => {
  database = await testDatabase();
  ({ city } = await seedTestCity(database.pool));
  identity = testIdentity(database.pool, () => now);
  await letThemSignIn(identity, city.world);
  platform = await testPlatform(database.pool, () => now, kindsOf([anyKind(REGISTER_LOAD)]));
  folder = await mkdtemp(join(tmpdir(), 'faheng-test-'));
  const blobs = folderStore(folder);
  app = await testServer(identity, async (server) => {
    await server.register(fileRoutes, { platform, blobs });
    await server.register(registerLoadRoutes, { platform, blobs });
  });
});
afterAll(async () => {
  await app?.close();
  await database?.close();
  await rm(folder, { recursive: true, force: true });
});

type Answer = {
  status: number;
  basis: string;
  counts: Record<string, number>;
  problems: { line: number; column: string; value: string; reason: string }[];
  changes: { line: number; what: string; subject: string; fields: { label: string; before: string; after: string }[] }[];
  reason: string;
  refused?: string;
  matterId: string;
  says: string;
};

async function upload(person: Person, bytes: Buffer, name: string): Promise<string> {
  const boundary = 'grenze';
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: text/csv\r\n\r\n`;
  const payload = Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]);
  const headers = { 'content-type': `multipart/form-data; boundary=${boundary}` };
  const answer = await (await browserOf(app, identity, person)).call({ method: 'POST', url: '/api/files', payload, headers });
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json<{ id: string }>().id;
}

async function post(person: Person, url: string, payload: Record<string, unknown>): Promise<Answer> {
  now += 1000;
  const answer = await (await browserOf(app, identity, person)).call({ method: 'POST', url, payload });
  expect(answer.statusCode, answer.body).toBeLessThan(500);
  return { ...answer.json<Omit<Answer, 'status'>>(), status: answer.statusCode };
}

const csv = (...lines: string[]) => Buffer.from(`${lines.join('\n')}\n`);
const preview = async (register: string, bytes: Buffer, person: Person = city.市司法局.supervisorA, name = '名录.csv') => {
  const file = await upload(person, bytes, name);
  return { file, answer: await post(person, '/api/register-loads/preview', { register, file }) };
};
const load = async (register: string, bytes: Buffer, name?: string): Promise<Answer> => {
  const { file, answer } = await preview(register, bytes, undefined, name);
  if (answer.status !== 200) return answer;
  return post(city.市司法局.supervisorA, '/api/register-loads', { register, file, basis: answer.basis });
};
const count = async (sql: string, values: unknown[] = []): Promise<number> =>
  Number((await rows<{ n: number }>(database.pool, `select count(*)::int n from ${sql}`, values))[0]?.n);
const workbook = async (register: string): Promise<Buffer> => {
  const page = await browserOf(app, identity, city.市司法局.supervisorA);
  return (await page.call({ url: `/api/register-loads/workbook?register=${register}` })).rawPayload;
};

const HEAD = '编码,名称,类别,层级,上级,条线上级,区划,生效日,失效日';

describe('单位名录载入（细则第八条第四项）', () => {
  it('导出的工作簿原样载入：没有错误，没有变化', async () => {
    const { answer } = await preview('organisations', await workbook('organisations'), undefined, '名录.xlsx');
    expect(answer.problems).toEqual([]);
    expect(answer.counts).toEqual({ added: 0, changed: 0, ended: 0, unchanged: city.world.units.length });
    expect(await load('organisations', await workbook('organisations'), '名录.xlsx')).toMatchObject({
      status: 422,
      refused: 'nothing-to-load',
    });
  });

  it('第三行损坏：指明行、列和理由，一行也不载入', async () => {
    const before = await count('organisation_record');
    const answer = await load(
      'organisations',
      csv(
        HEAD,
        'XX1,临河区新设一局,行政执法部门,旗县区,临河区人民政府,,150802,2026-03-01,',
        'XX2,,行政执法部门,旗县区,临河区人民政府,,150802,2026-13-01,',
      ),
    );
    expect(answer.status).toBe(422);
    expect(answer.problems).toEqual([
      { line: 3, column: '名称', value: '', reason: '不能为空' },
      { line: 3, column: '生效日', value: '2026-13-01', reason: '不是有效日期，应写作2026-03-16' },
    ]);
    expect(await count('organisation_record')).toBe(before);
    expect(await count('register_load')).toBe(0);
  });

  it('新设单位取空号，其他单位的号码一个不变；更名只取代旧记载', async () => {
    const places = () =>
      rows<{ id: string; region_ord: number; line_ord: number }>(database.pool, 'select id, region_ord, line_ord from organisation');
    const before = await places();
    const recorded = await count('organisation_record');
    const answer = await load(
      'organisations',
      csv(
        HEAD,
        'LHYJ,临河区应急管理局,行政执法部门,旗县区,临河区人民政府,,150802,2026-03-01,',
        'BJT,巴彦淖尔市交通运输局,行政执法部门,市,巴彦淖尔市人民政府,,150800,2019-03-01,2026-01-31',
        'BJT,巴彦淖尔市交通运输管理局,行政执法部门,市,巴彦淖尔市人民政府,,150800,2026-02-01,',
      ),
    );
    expect(answer).toMatchObject({ status: 200, counts: { added: 1, changed: 1, ended: 0, unchanged: 0 } });
    expect(answer.changes.find((c) => c.line === 4)?.fields).toContainEqual({
      label: '名称',
      before: '巴彦淖尔市交通运输局',
      after: '巴彦淖尔市交通运输管理局',
    });
    const after = new Map((await places()).map((p) => [p.id, p]));
    expect(before.map((p) => after.get(p.id))).toEqual(before);
    expect(after.size).toBe(before.length + 1);
    // The old record stays, marked as superseded; three new ones stand beside it.
    expect(await count('organisation_record')).toBe(recorded + 3);
    expect(await count(`organisation_record where id = $1 and not upper_inf(known)`, [city.市交通局.recordId])).toBe(1);
  });

  it('更名前一日读旧名，当日读新名；按载入之前所知仍读旧名', async () => {
    const name = async (day: string, known?: string) =>
      (await organisationFacts(database.pool, [city.市交通局.id], localDate(day), known)).get(city.市交通局.id)?.name;
    expect(await name('2026-01-31')).toBe('巴彦淖尔市交通运输局');
    expect(await name('2026-02-01')).toBe('巴彦淖尔市交通运输管理局');
    expect(await name('2026-02-01', new Date(ANCHOR_MORNING).toISOString())).toBe('巴彦淖尔市交通运输局');
  });

  it('没有写明的列保留原值：机关代字、隶属仍在', async () => {
    const fact = (await organisationFacts(database.pool, [city.市交通局.id], ANCHOR)).get(city.市交通局.id);
    expect(fact).toMatchObject({ documentPrefix: '巴交', superiorId: city.市政府.id, bureauId: city.市司法局.id });
  });

  it('每条新记载都指向载入它的办理记录，经过可核验', async () => {
    const orphans = await count(
      `organisation_record r where known && tstzrange($1, null) and lower(known) > $1
      and not exists (select from act a where a.id = r.act_id and a.type = 'load')`,
      [new Date(ANCHOR_MORNING).toISOString()],
    );
    expect(orphans).toBe(0);
    expect(await count(`matter where kind = 'register-load' and status = 'finished'`)).toBe(1);
    expect((await verify(platform)).faults).toEqual([]);
  });

  it('单位划转：划入新上级，只有它和下级换号，司法所的范围随区划不变', async () => {
    const before = await rows<{ id: string; region_ord: number }>(database.pool, 'select id, region_ord from organisation');
    const answer = await load(
      'organisations',
      csv(HEAD, 'JTZD,巴彦淖尔市交通运输综合行政执法支队,受委托组织,市,巴彦淖尔市市场监督管理局（演示）,,150800,2026-03-01,'),
    );
    expect(answer).toMatchObject({ status: 200, counts: { changed: 1 } });
    const after = new Map(
      (await rows<{ id: string; region_ord: number }>(database.pool, 'select id, region_ord from organisation')).map((p) => [
        p.id,
        p.region_ord,
      ]),
    );
    expect(before.filter((p) => after.get(p.id) !== p.region_ord).map((p) => p.id)).toEqual([city.交通支队.id]);
    const [department] = await rows<{ region_ord: number; region_hi: number }>(database.pool, 'select * from organisation where id = $1', [
      city.市市场监管局.id,
    ]);
    expect(after.get(city.交通支队.id)).toBeGreaterThan(department?.region_ord ?? 0);
    expect(after.get(city.交通支队.id)).toBeLessThanOrEqual(department?.region_hi ?? 0);
  });

  it('单位换了条线，它的办件随之换号，参与记录同样（DESIGN §4）', async () => {
    const answer = await load('organisations', csv(HEAD, 'SF,巴彦淖尔市司法局,司法行政部门,市,巴彦淖尔市人民政府,,150800,2026-03-01,'));
    expect(answer).toMatchObject({ status: 200, counts: { changed: 1 } });
    const places = await rows<{ ord: number; table: string }>(
      database.pool,
      `select 'unit' as table, line_ord as ord from organisation where id = $1
       union select 'matter', line_ord from matter where home_id = $1
       union select 'participant', p.line_ord from participant p join matter m on m.id = p.matter_id where m.home_id = $1
       union select 'register_load', r.line_ord from register_load r join matter m on m.id = r.matter_id where m.home_id = $1`,
      [city.市司法局.id],
    );
    expect(places.map((p) => p.table).sort()).toEqual(['matter', 'participant', 'register_load', 'unit']);
    expect(new Set(places.map((p) => p.ord)).size).toBe(1);
    expect(places[0]?.ord).not.toBe(city.市司法局.place.line.lo);
  });

  it('有未办结事项的单位不能终止（须先移交承接单位）', async () => {
    const open = await perform(platform, {
      by: city.市司法局.supervisorA.session,
      kind: 'register-load',
      act: 'open',
      matterId: null,
      input: { register: 'laws', manager: city.市司法局.id, source: '未完成', sha256: 'x', rows: 1, file: null },
    });
    if (!open.ok) throw new Error(JSON.stringify(open));
    const ended = csv(HEAD, 'SF,巴彦淖尔市司法局,司法行政部门,市,巴彦淖尔市人民政府,内蒙古自治区司法厅,150800,2019-03-01,2026-12-31');
    const { answer } = await preview('organisations', ended);
    expect(answer.problems.map((p) => p.reason)).toContain('尚有1件未办结事项，须先移交承接单位才能终止');
    await perform(platform, {
      by: city.市司法局.supervisorA.session,
      kind: 'register-load',
      act: 'withdraw',
      matterId: open.done.matterId,
      input: { reason: '试' },
    });
    expect((await preview('organisations', ended)).answer.problems.map((p) => p.reason).join()).not.toContain('未办结');
  });

  it('预览之后名录变了，确认不写入任何内容', async () => {
    const mine = csv(HEAD, 'LHYJ,临河区应急管理局（甲）,行政执法部门,旗县区,临河区人民政府,,150802,2026-03-02,');
    const { file, answer } = await preview('organisations', mine);
    await load('organisations', csv(HEAD, 'LHYJ,临河区应急管理局（乙）,行政执法部门,旗县区,临河区人民政府,,150802,2026-03-05,'));
    const late = await post(city.市司法局.supervisorA, '/api/register-loads', { register: 'organisations', file, basis: answer.basis });
    expect(late.status).toBe(409);
    expect(await count(`organisation_record where name = '临河区应急管理局（甲）'`)).toBe(0);
  });

  it('载入中断之后，重新上传同一文件即可完成，不重复记载', async () => {
    const bytes = csv(HEAD, 'LHSL,临河区水利局,行政执法部门,旗县区,临河区人民政府,,150802,2026-03-01,');
    const { file, answer } = await preview('organisations', bytes);
    const [stored] = await rows<{ sha256: string; name: string }>(database.pool, 'select sha256, name from file where id = $1', [file]);
    const opened = await perform(platform, {
      by: city.市司法局.supervisorA.session,
      ...{ kind: 'register-load', act: 'open', matterId: null },
      input: { register: 'organisations', manager: city.市司法局.id, source: '名录.csv', sha256: stored?.sha256, rows: 1, file: null },
    });
    if (!opened.ok) throw new Error(JSON.stringify(opened));
    const again = await post(city.市司法局.supervisorA, '/api/register-loads', { register: 'organisations', file, basis: answer.basis });
    expect(again).toMatchObject({ status: 200, matterId: opened.done.matterId });
    expect(await count(`organisation_record where name = '临河区水利局'`)).toBe(1);
  });

  it('只有市级司法行政部门可以载入；别的单位看不到文件也看不到名录工作簿', async () => {
    const bytes = csv(HEAD, 'ZZ,临河区某局,行政执法部门,旗县区,临河区人民政府,,150802,2026-03-01,');
    for (const person of [city.区司法局.supervisorA, city.市市场监管局.head, city.市司法局.receiver]) {
      expect((await preview('organisations', bytes, person)).answer).toMatchObject({ status: 422, refused: 'not-city-bureau' });
    }
    const file = await upload(city.区司法局.supervisorA, bytes, '别人的.csv');
    expect((await post(city.市司法局.supervisorA, '/api/register-loads/preview', { register: 'organisations', file })).status).toBe(404);
    expect((await post(city.平台运行中心.systemAdmin, '/api/register-loads/preview', { register: 'organisations', file })).status).toBe(
      404,
    );
  });

  it('不是名录的文件说明缺什么', async () => {
    expect((await preview('organisations', csv('a,b,c', '1,2,3'))).answer.reason).toContain('没有找到表头');
    expect((await preview('organisations', csv('编码,名称,类别', '1,2,3'))).answer.reason).toBe('缺少必需的列：层级、区划、生效日');
  });
});

const CERT = '证件号,证件类别,姓名,人员编号,单位,状态,生效日,有效期至';

describe('执法、监督证件载入（细则第八条第五项、第十六条）', () => {
  it('导出的工作簿原样载入没有变化', async () => {
    const { answer } = await preview('certificates', await workbook('certificates'), undefined, '证件.xlsx');
    expect(answer.problems).toEqual([]);
    expect(answer.counts['unchanged']).toBe(city.world.people.flatMap((p) => p.certificates).length);
    expect(answer.changes).toEqual([]);
  });

  it('新证载入：首日与末日持证，前一日与次日不持证', async () => {
    const answer = await load(
      'certificates',
      csv(CERT, '15080095001,行政执法监督证,新监督员,P-1,巴彦淖尔市司法局,有效,2026-03-01,2026-03-20'),
    );
    expect(answer).toMatchObject({ status: 200, counts: { added: 1 } });
    const [officer] = await rows<{ id: string }>(database.pool, `select id from officer where code = 'P-1'`);
    const holds = async (day: LocalDate) => (await certificateFacts(database.pool, [officer?.id ?? ''], day)).size === 1;
    const days = ['2026-02-28', '2026-03-01', '2026-03-20', '2026-03-21'].map(localDate);
    expect(await Promise.all(days.map(holds))).toEqual([false, true, true, false]);
  });

  it('暂扣自某日起：前一日有效，当日暂扣；按当时所知不变', async () => {
    const suspended = csv(CERT, '15080095001,行政执法监督证,新监督员,P-1,巴彦淖尔市司法局,暂扣,2026-03-10,2026-03-20');
    expect(await load('certificates', suspended)).toMatchObject({ status: 200, counts: { changed: 1 } });
    const [officer] = await rows<{ id: string }>(database.pool, `select id from officer where code = 'P-1'`);
    const status = async (day: string, known?: string) =>
      (await certificateFacts(database.pool, [officer?.id ?? ''], localDate(day), known)).get(officer?.id ?? '')?.[0]?.status;
    expect([await status('2026-03-09'), await status('2026-03-10')]).toEqual(['valid', 'suspended']);
    const [first] = await rows<{ at: string }>(
      database.pool,
      `select min(upper(known)) - interval '1 millisecond' as at from certificate_record where number = '15080095001'`,
    );
    expect(await status('2026-03-10', first?.at)).toBe('valid');
  });

  it('证号已登记给别人、同一证号有效期重叠、单位不存在，逐行指明', async () => {
    const { answer } = await preview(
      'certificates',
      csv(
        CERT,
        '15080090001,行政执法监督证,另一人,,巴彦淖尔市司法局,有效,2026-03-01,2027-03-01',
        '15080096001,行政执法证,甲,,临河区市场监督管理局（演示）,有效,2026-03-01,2027-03-01',
        '15080096001,行政执法证,甲,,临河区市场监督管理局（演示）,有效,2027-03-01,2028-03-01',
        '15080096002,行政执法证,乙,,没有这个单位,有效,2026-03-01,2027-03-01',
      ),
    );
    expect(answer.problems.map((p) => `${p.line} ${p.column}：${p.reason}`)).toEqual([
      '2 证件号：该证号已登记给“市司法局监督员甲”',
      '4 证件号：与第3行同一证号的有效期重叠',
      '5 单位：名录中2026-03-01没有这个有效单位',
    ]);
  });

  it('同一人同一日不得在两个单位持证；前一单位的证次日起才换单位则可以', async () => {
    const move = (through: string) =>
      csv(
        CERT,
        `15080097001,行政执法证,丙,P-9,临河区市场监督管理局（演示）,有效,2025-01-01,${through}`,
        '15080097002,行政执法证,丙,P-9,乌拉特中旗市场监督管理局,有效,2026-03-01,2027-03-01',
      );
    const { answer } = await preview('certificates', move('2026-03-01'));
    expect(answer.problems).toEqual([
      { line: 3, column: '单位', value: '15080097002', reason: '同一人在第2行的证件15080097001于同一日属于另一单位' },
    ]);
    expect((await preview('certificates', move('2026-02-28'))).answer.problems).toEqual([]);
  });
});

describe('法律法规有效期载入（细则第八条第一项）', () => {
  it('施行首日有效，失效日当日仍有效，次日由新法接续', async () => {
    const answer = await load(
      'laws',
      csv(
        '名称,简称,效力级别,施行日期,失效日,替代法规',
        '《某条例（演示）》,演示条例,行政法规,2010-01-01,2021-07-14,某条例（2021年修订，演示）',
        '某条例（2021年修订，演示）,演示条例,行政法规,2021-07-15,,',
      ),
    );
    expect(answer).toMatchObject({ status: 200, counts: { added: 2 } });
    const laws = (await keptLaws(database.pool)).sources.register.get('演示条例') ?? [];
    const inForce = (day: LocalDate) =>
      laws.filter(({ inForce: { from, until } }) => day >= (from ?? day) && (until === null || day < until)).map((l) => l.inForce.from);
    expect(inForce(localDate('2009-12-31'))).toEqual([]);
    expect(inForce(localDate('2021-07-14'))).toEqual(['2010-01-01']);
    expect(inForce(addDays(localDate('2021-07-14'), 1))).toEqual(['2021-07-15']);
  });

  it('同名法规有效期重叠、级别写错，逐行指明', async () => {
    const { answer } = await preview(
      'laws',
      csv(
        '名称,效力级别,施行日期,失效日',
        '甲法（演示）,法律,2010-01-01,',
        '甲法（演示）,法律,2021-07-15,',
        '乙法（演示）,高级法,2021-07-15,',
      ),
    );
    expect(answer.problems.map((p) => `${p.line} ${p.column}：${p.reason}`)).toEqual([
      '3 施行日期：与第2行同名法规的有效期重叠（第2行没有失效日）',
      '4 效力级别：应为：法律、行政法规、部门规章、地方性法规、单行条例、地方政府规章、规范性文件',
    ]);
  });
});

describe('清单载入（细则第八条第三、九、十项，第十九条第二款）', () => {
  const LISTS = '清单,单位,事项编码,事项名称,权力类别,设定依据,适用条件,公布日期,生效日,失效日';
  it('载入后导出的工作簿原样再载入没有变化；载入过程可核验', async () => {
    const answer = await load(
      'lists',
      csv(
        LISTS,
        '权责清单,临河区市场监督管理局（演示）,CF-1,无证经营处罚,行政处罚,《食品安全法》第一百二十二条,,2025-01-10,2025-01-01,',
        '不予处罚清单,巴彦淖尔市交通运输局,BY-1,轻微超限,,《行政处罚法》第三十三条,初次且及时改正,,2025-01-01,2026-12-31',
      ),
    );
    expect(answer).toMatchObject({ status: 200, counts: { added: 2 } });
    const { answer: again } = await preview('lists', await workbook('lists'), undefined, '清单.xlsx');
    expect(again).toMatchObject({ problems: [], counts: { added: 0, changed: 0, ended: 0, unchanged: 2 } });
    expect((await verify(platform)).faults).toEqual([]);
  });

  it('第三行有错，整份不载入，指明行、列、理由；不是市司法局的无权载入', async () => {
    const before = await count('list_entry_record');
    const file = csv(
      LISTS,
      '权责清单,临河区市场监督管理局（演示）,CF-2,甲,行政处罚,《食品安全法》第一百二十二条,,,2025-01-01,',
      '从轻处罚清单,临河区市场监督管理局（演示）,CQ-1,乙,,《噪声污染防治法》第七十七条,,,2026-08-15,',
    );
    const { answer, file: id } = await preview('lists', file);
    expect(answer.problems.map((p) => `${p.line} ${p.column}`)).toEqual(['3 单位', '3 适用条件', '3 设定依据']);
    expect(
      await post(city.市司法局.supervisorA, '/api/register-loads', { register: 'lists', file: id, basis: answer.basis }),
    ).toMatchObject({
      status: 422,
    });
    expect(await count('list_entry_record')).toBe(before);
    const foreign = await preview('lists', file, city.区司法局.supervisorA);
    expect(foreign.answer.status).toBe(422);
  });
});
