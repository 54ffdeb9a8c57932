import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PENALTY_RECORD } from '#enforcement/penalty-records';
import type { Json } from '#law';
import { newId } from '#platform/acts/ids';
import { anyKind, kindsOf } from '#platform/acts/kinds';
import { type Platform, perform } from '#platform/acts/perform';
import { verify } from '#platform/acts/verify';
import { rows } from '#platform/db';
import { folderStore } from '#platform/files';
import { verifyFindings } from '#platform/findings/verify-findings';
import type { Identity } from '#platform/identity/identity';
import { ANCHOR, ANCHOR_MORNING, seedTestCity, type TestCity } from '#testing/city';
import { letThemSignIn } from '#testing/city-sign-in';
import { type TestDatabase, testDatabase } from '#testing/database';
import { testIdentity, testServer } from '#testing/identity';
import { testPlatform } from '#testing/platform';
import { lookUp } from '../enforcement/penalty-records/actions.ts';
import { noteDuplicate, updateRecord } from '../enforcement/penalty-records/actions-records.ts';
import { readPenaltyRecords } from '../enforcement/penalty-records/reading/read-records.ts';
import { reportedDecision } from '../enforcement/penalty-records/testing.ts';
import { afterActs } from './after-act.ts';
import { importRoutes } from './import-routes.ts';
import { importWork } from './import-work.ts';
import { demonstrationMachineKey } from './seed/secrets.ts';

let database: TestDatabase;
let identity: Identity;
let platform: Platform;
let app: FastifyInstance;
let city: TestCity;
let organ: string;
const queries: string[] = [];

beforeAll(async () => {
  database = await testDatabase({ onQuery: (q) => queries.push(q) });
  ({ city } = await seedTestCity(database.pool));
  organ = city.区市场监管局.name;
  identity = testIdentity(database.pool, () => ANCHOR_MORNING);
  await letThemSignIn(identity, city.world);
  const kinds = kindsOf([anyKind(PENALTY_RECORD)]);
  platform = await testPlatform(database.pool, () => ANCHOR_MORNING, kinds, { afterAct: afterActs(identity.keys) });
  app = await testServer(identity, (server) => importRoutes(server, { platform, identity, blobs: folderStore('/nonexistent') }));
});
afterAll(async () => {
  await app?.close();
  await database?.close();
});

type Row = {
  line: number;
  status: string;
  identical: boolean | null;
  matterId: string | null;
  problems: { column: string; value: string | null; reason: string }[];
  findings: { rule: string; severity: string }[];
};
let calls = 0;

async function send(
  records: readonly Readonly<Record<string, Json>>[],
  more: { key?: string; authorization?: string; fileKind?: string } = {},
): Promise<{ status: number; body: string; rows: Row[]; counts: readonly [number, number, number] }> {
  calls += 1;
  const authorization = more.authorization ?? `Bearer ${demonstrationMachineKey(city.市司法局.machine.login)}`;
  const answer = await app.inject({
    method: 'POST',
    url: '/api/penalty-records/batches',
    headers: { authorization, 'idempotency-key': more.key ?? `call-${calls}-abcdef` },
    payload: { rows: records, ...(more.fileKind === undefined ? {} : { fileKind: more.fileKind }) },
  });
  const body = answer.json<{ rows?: Row[]; loaded: number; rejected: number; duplicates: number }>();
  return { status: answer.statusCode, body: answer.body, rows: body.rows ?? [], counts: [body.loaded, body.rejected, body.duplicates] };
}
const stored = async () => (await rows<{ n: number }>(database.pool, 'select count(*)::int as n from penalty_record'))[0]?.n ?? -1;

describe('系统对接批量报送（细则第八条第十二项）', () => {
  it('没有密钥、密钥错误的一律拒绝', async () => {
    expect((await send([reportedDecision(organ, 1)], { authorization: '' })).status).toBe(401);
    expect((await send([reportedDecision(organ, 1)], { authorization: 'Bearer fhk_wrong' })).status).toBe(401);
    expect(await stored()).toBe(0);
  });

  it('逐行答复：入库的给出事项编号和预警，不能入库的给出栏目、内容和理由', async () => {
    const answer = await send([
      reportedDecision(organ, 1),
      reportedDecision(organ, 2, { 处罚决定日期: '2026-13-45' }),
      reportedDecision(organ, 3, { 处罚依据: '《中华人民共和国价格违法行为处罚办法》' }),
      reportedDecision('没有登记的局', 4),
      reportedDecision(organ, 5, { 违法事实: '当事人联系电话13800000000，未明码标价。' }),
    ]);
    expect(answer.status, answer.body).toBe(200);
    expect(answer.rows.map((r) => r.status)).toEqual(['loaded', 'rejected', 'loaded', 'rejected', 'loaded']);
    expect(answer.rows[1]?.problems).toMatchObject([{ column: '处罚决定日期', value: '2026-13-45' }]);
    expect(answer.rows[3]?.problems[0]?.reason).toContain('处罚机关未登记');
    expect(answer.rows[4]?.findings).toMatchObject([{ rule: 'P06', severity: 'red' }]);
    const found = await rows(database.pool, `select rule_id from finding where matter_id = $1`, [answer.rows[4]?.matterId]);
    expect(found).toEqual([{ rule_id: 'P06' }]);
  });

  it('带有备案、送达日期栏而为空的当场成为预警，入库后重判不变；不带的无法判断（重大行政处罚备案办法第三条，行政处罚法第六十一条）', async () => {
    const major = { '罚款金额(万元)': '6', 处罚内容: '罚款人民币60000元', 程序: '普通程序' };
    const answer = await send([
      reportedDecision(organ, 7, { ...major, 送达日期: '', 公示日期: '2026-02-05', 备案日期: null }),
      reportedDecision(organ, 8, major),
      reportedDecision(organ, 9, { ...major, 送达日期: '2026-02-04', 公示日期: '2026-02-05', 备案日期: '2026-02-06' }),
    ]);
    const told = (n: number) => answer.rows[n]?.findings.map((f) => f.rule).toSorted();
    expect([told(0), told(1), told(2)]).toEqual([['B01', 'E01'], [], []]);
    const standing = async (n: number) =>
      rows(database.pool, `select rule_id from finding where matter_id = $1 and stands order by rule_id`, [answer.rows[n]?.matterId]);
    const missing = async (n: number) =>
      (
        await rows<{ missing: [string, string][] }>(
          database.pool,
          'select p.missing from judgement j join judgement_pattern p on p.id = j.pattern where j.matter_id = $1',
          [answer.rows[n]?.matterId],
        )
      )[0]?.missing.filter(([rule]) => rule === 'B01' || rule === 'E01');
    const LACKS = [
      ['B01', '缺备案日期'],
      ['E01', '缺送达日期'],
    ];
    expect(await standing(0)).toEqual([{ rule_id: 'B01' }, { rule_id: 'E01' }]);
    expect([await missing(0), (await missing(1))?.toSorted(), await missing(2)]).toEqual([[], LACKS, []]);
    const by = city.市司法局.supervisorA.session;
    for (const { matterId } of answer.rows.slice(0, 2)) {
      const judged = await perform(platform, { by, kind: 'penalty-record', act: 'note-duplicate', matterId, input: { where: '重判' } });
      expect(judged, JSON.stringify(judged)).toMatchObject({ ok: true });
    }
    expect(await standing(0)).toEqual([{ rule_id: 'B01' }, { rule_id: 'E01' }]);
    expect([await standing(1), (await missing(1))?.toSorted()]).toEqual([[], LACKS]);
  });

  it('同一请求编号只办一次，给出同样的答复；换了内容被拒绝', async () => {
    const before = await stored();
    const records = [reportedDecision(organ, 10), reportedDecision(organ, 11)];
    const twice = await Promise.all([1, 2, 3].map(() => send(records, { key: 'same-key-0001' })));
    expect(new Set(twice.map((a) => a.body)).size).toBe(1);
    expect(await stored()).toBe(before + 2);
    expect((await send([reportedDecision(organ, 12)], { key: 'same-key-0001' })).status).toBe(409);
  });

  it('同一决定再次报送：内容相同的不重复入库，内容不同的标为疑似重复而不擅自决定', async () => {
    const before = await stored();
    const first = await send([reportedDecision(organ, 20)]);
    const again = await send([
      reportedDecision(organ, 20),
      reportedDecision(organ, 20, { '罚款金额(万元)': '0.3', 行政处罚决定书文号: '演市监罚[2026]020号' }),
    ]);
    expect(again.rows).toMatchObject([
      { status: 'duplicate', identical: true, matterId: first.rows[0]?.matterId },
      { status: 'duplicate', identical: false },
    ]);
    const changed = await send([reportedDecision(organ, 20, { '罚款金额(万元)': '0.3' })]);
    expect(changed.rows).toMatchObject([{ status: 'duplicate', identical: false, matterId: first.rows[0]?.matterId }]);
    expect(await stored()).toBe(before + 1);
  });

  it('两个请求同时报送同一决定，只入库一份', async () => {
    const before = await stored();
    const both = await Promise.all([1, 2].map(() => send([reportedDecision(organ, 30)])));
    expect(both.map((a) => a.rows[0]?.status).sort()).toEqual(['duplicate', 'loaded']);
    expect(await stored()).toBe(before + 1);
  });

  it('一千行一次报送只用固定次数的往返；一千零一行被拒绝', async () => {
    const many = Array.from({ length: 1001 }, (_, i) => reportedDecision(organ, 1000 + i));
    const before = queries.length;
    const answer = await send(many.slice(0, 1000));
    expect(answer.counts).toEqual([1000, 0, 0]);
    expect(queries.length - before).toBeLessThan(30);
    expect((await send(many)).status).toBe(400);
  });

  it('办理一件处罚决定并由规则重新判断，从开始到提交至多六次往返', async () => {
    const [row] = (await send([reportedDecision(organ, 45)])).rows;
    const by = city.市司法局.supervisorA.session;
    const request = { by, kind: 'penalty-record', act: 'note-duplicate', matterId: row?.matterId ?? null, input: { where: '测试' } };
    const before = queries.length;
    const answer = await perform(platform, request);
    expect(answer, JSON.stringify(answer)).toMatchObject({ ok: true });
    expect(queries.length - before).toBeLessThanOrEqual(6);
    expect((await verifyFindings({ pool: database.pool })).faults).toEqual([]);
  });

  it('自然人姓名、证件号码不出现在任何列、标题、办理记录和答复中（个人信息保护法第二十八条）', async () => {
    const number = '150802199001010017';
    const person = { 行政相对人名称: '演示人甲', 行政相对人类别: '自然人', 证件类型: '身份证', 证件号码: number, 法定代表人: '' };
    const answer = await send([
      reportedDecision(organ, 40, person),
      reportedDecision(organ, 41, { ...person, 证件号码: `${number.slice(0, 17)}8`, 处罚决定日期: '不详' }),
      reportedDecision(organ, 40, { ...person, '罚款金额(万元)': '0.5' }),
    ]);
    expect(answer.rows.map((r) => r.status)).toEqual(['loaded', 'rejected', 'duplicate']);
    const tables = [
      'matter',
      'act',
      'act_payload',
      'penalty_record',
      'penalty_party',
      'finding',
      'finding_event',
      'import_job',
      'import_row',
      'idempotency',
      'outbox',
      'log_outbox',
    ];
    for (const table of tables) {
      const text = JSON.stringify(await rows(database.pool, `select t::text from ${table} t`));
      expect(text.includes('演示人甲'), table).toBe(false);
      expect(text.includes(number.slice(0, 17)), table).toBe(false);
    }
    expect(answer.body).not.toContain('演示人甲');
    const [title] = await rows<{ title: string }>(database.pool, 'select title from matter where id = $1', [answer.rows[0]?.matterId]);
    expect(title?.title).toBe('演市监罚〔2026〕40号 演某');
  });

  it('同一决定由另一来源报送时并列登记，不一致的由P07提出；同一来源再报一次不变', async () => {
    const first = await send([reportedDecision(organ, 50), reportedDecision(organ, 51)]);
    const credit = [reportedDecision(organ, 50), reportedDecision(organ, 51, { '罚款金额(万元)': '0.4' })];
    const other = await send(credit, { fileKind: 'credit-export' });
    expect(other.rows.map((r) => r.matterId)).toEqual(first.rows.map((r) => r.matterId));
    const doubted = () =>
      rows(database.pool, `select matter_id from finding where rule_id = 'P07' and stands and matter_id = any($1::uuid[])`, [
        first.rows.map((r) => r.matterId),
      ]);
    expect(await doubted()).toEqual([{ matter_id: first.rows[1]?.matterId }]);
    await send(credit, { fileKind: 'credit-export' });
    const acts = await rows(database.pool, `select matter_id from act where type = 'other-source'`);
    expect(acts).toHaveLength(2);
  });

  it('报送之后的比对由后台接着办，办完即止', async () => {
    const work = importWork({ platform, identity, blobs: folderStore('/nonexistent') });
    const answered = () =>
      rows<{ counts: Record<'loaded' | 'rejected' | 'otherSource', number> }>(
        database.pool,
        `select id, counts - 'findings' as counts from import_job order by id`,
      );
    const before = await answered();
    while (await work(() => false));
    expect(await rows(database.pool, `select distinct state, phase from import_job`)).toEqual([{ state: 'done', phase: 'done' }]);
    expect(await answered(), '后台比对不改变报送时答复的行数').toEqual(before);
    for (const what of ['loaded', 'rejected', 'otherSource'] as const)
      expect(
        before.some(({ counts }) => counts[what] > 0),
        what,
      ).toBe(true);
  });

  it('同一报送更正之后再报原来的内容，答复已有而不再询问；当作重复的内容再报也不再询问', async () => {
    const deps = { platform, sealing: identity.keys };
    const by = city.市司法局.supervisorA.session;
    const number = 60;
    const [first] = (await send([reportedDecision(organ, number)])).rows;
    for (const [fine, tell] of [
      ['0.6', updateRecord],
      ['0.7', noteDuplicate],
    ] as const) {
      const changed = reportedDecision(organ, number, { '罚款金额(万元)': fine });
      expect((await send([changed])).rows).toMatchObject([{ status: 'duplicate', identical: false, matterId: first?.matterId }]);
      const [outcome] = readPenaltyRecords([changed], { today: ANCHOR, fileKind: 'publicity', organ: null }).outcomes;
      if (outcome?.is !== 'decision') throw new Error('not read');
      const load = { session: by, batchId: newId(ANCHOR_MORNING), sourceOf: () => '测试' };
      const [incoming] = (await lookUp(deps, load, [{ line: 1, row: outcome.row }])).prepared;
      if (incoming === undefined || !('organ' in incoming)) throw new Error('not prepared');
      const answer = await tell(deps, by, { matterId: first?.matterId ?? '', incoming }, '人工确认', `decide-${fine}-0001`);
      expect(answer).toMatchObject({ ok: true });
      expect((await send([changed])).rows).toMatchObject([{ status: 'duplicate', identical: true }]);
      expect((await send([reportedDecision(organ, number)])).rows).toMatchObject([{ status: 'duplicate', identical: true }]);
    }
    const [kept] = await rows<{ fine: number }>(database.pool, 'select fine_fen as fine from penalty_record where matter_id = $1', [
      first?.matterId,
    ]);
    expect(Number(kept?.fine)).toBe(600_000);
  });

  it('全部记录和预警可由办理记录重新推演', async () => {
    expect((await verify(platform)).faults).toEqual([]);
    expect((await verifyFindings({ pool: database.pool })).faults).toEqual([]);
  });
});
