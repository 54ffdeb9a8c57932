import { randomUUID } from 'node:crypto';
import { PassThrough } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localDate } from '#law';
import { EXAMPLE, withTier } from '#law/discretion/example.fixtures';
import { anyKind } from '#platform/acts/kinds';
import { inTransaction, rows } from '#platform/db';
import { SYSTEM_PREAMBLE } from '#platform/session';
import { writeWorkbook } from '#platform/spreadsheet/write-workbook';
import { DISCRETION_BENCHMARK } from '#registers/discretion-benchmarks';
import { ANCHOR_MORNING, type Person } from '#testing/city';
import { type ServedCity, servedCity } from '#testing/served-city';
import { insertFile } from '../platform/files.ts';
import { followBenchmark } from '../registers/discretion-benchmarks/actions-register.ts';
import { SHEET_COLUMNS, type SheetColumn, type SheetLine, sheetLines } from '../registers/discretion-benchmarks/reading/benchmark-sheet.ts';
import { benchmarkImportRoutes } from '../registers/discretion-benchmarks/routes-import.ts';
import { benchmarkSheets } from './register-load/benchmark-sheets.ts';

let served: ServedCity;

beforeAll(async () => {
  served = await servedCity({
    kinds: [anyKind(DISCRETION_BENCHMARK)],
    more: () => ({ afterAct: followBenchmark }),
    routes: async (server, { platform, blobs }) => {
      await server.register(benchmarkImportRoutes, { platform, read: benchmarkSheets({ platform, blobs }) });
    },
  });
});
afterAll(() => served?.close());

/** Titles in the reverse order of the form, one of them by another name, and a column that nobody knows. */
const KEYS = (Object.keys(SHEET_COLUMNS) as SheetColumn[]).reverse();
const titleOf = (key: SheetColumn): string => (key === 'level' ? '裁量等级' : SHEET_COLUMNS[key].title);
async function workbook(lines: readonly Partial<SheetLine>[]): Promise<Buffer> {
  const out = new PassThrough();
  const columns = [{ title: '序号' }, ...KEYS.map((key) => ({ title: titleOf(key) }))];
  const sheet = { name: '基准', columns, rows: lines.map((line, i) => [i + 1, ...KEYS.map((key) => line[key] ?? null)]) };
  const [bytes] = await Promise.all([out.toArray(), writeWorkbook(out, [sheet])]);
  return Buffer.concat(bytes);
}

async function uploaded(by: Person, lines: readonly Partial<SheetLine>[]): Promise<string> {
  const id = randomUUID();
  const blob = await served.blobs.put(await workbook(lines));
  const pending = { id, city: by.session.city, matter: null, name: '裁量基准.xlsx', mediaType: XLSX, blob, uploadedBy: by.accountId };
  await inTransaction(served.database.pool, SYSTEM_PREAMBLE, (client) =>
    insertFile(client, { ...pending, at: new Date(ANCHOR_MORNING).toISOString() }),
  );
  return id;
}
async function post(person: Person, url: string, payload: object): Promise<{ status: number; body: Record<string, unknown> }> {
  const answer = await (await served.as(person)).call({ method: 'POST', url, payload });
  return { status: answer.statusCode, body: answer.json() };
}
const linesOf = (violation: string, from: string, through: string | null, content = EXAMPLE): readonly SheetLine[] => {
  const day = (text: string) => localDate(text);
  const paper = { documentNumber: `文${from}`, publishedOn: day('2024-01-01'), place: '网站' };
  return sheetLines({ violation, content, ...paper, from: day(from), through: through === null ? null : day(through) });
};
const registered = (violation: string) =>
  rows<{ id: string; from: string; until: string | null }>(
    served.database.pool,
    `select matter_id as id, lower(valid) as "from", upper(valid) as until from benchmark_version where violation = $1 and upper_inf(known) order by 2`,
    [violation],
  );
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const CONFIRM = '/api/benchmarks/imports';

describe('导入裁量权基准（细则第八条第八项、第十九条第一款）', () => {
  it('列名不论先后；先看后补录，两个版本归于一件；再导入一次没有变化', async () => {
    const by = served.city.市市场监管局.handlerA;
    const lines = [...linesOf('未明码标价', '2024-02-01', '2025-03-31'), ...linesOf('未明码标价', '2025-04-01', null)];
    const file = await uploaded(by, lines);
    const preview = await post(by, '/api/benchmarks/imports/preview', { file });
    expect(preview).toMatchObject({
      status: 200,
      body: { ignored: ['序号'], problemCount: 0, doubtCount: 0, benchmarks: [{ line: 2 }, {}] },
    });
    expect(await registered('未明码标价')).toEqual([]);
    const done = await post(by, CONFIRM, { file, source: '局文件汇编' });
    expect(done).toMatchObject({ status: 200, body: { entered: [{}, {}], known: [], refused: [] } });
    const found = await registered('未明码标价');
    expect(found.map((v) => [v.from, v.until])).toEqual([
      ['2024-02-01', '2025-04-01'],
      ['2025-04-01', null],
    ]);
    expect(new Set(found.map((v) => v.id)).size).toBe(1);
    for (const body of [
      { file: await uploaded(by, lines), source: '局文件汇编' },
      { file, source: '另一处汇编' },
    ])
      expect((await post(by, CONFIRM, body)).body, body.source).toMatchObject({
        entered: [],
        known: ['未明码标价', '未明码标价'],
        refused: [],
      });
    expect(await registered('未明码标价')).toHaveLength(2);
  });

  it('写明权责事项的随文件补录、列出、查找、导出；同一违法行为用于另一事项的不算重叠', async () => {
    const by = served.city.市市场监管局.handlerA;
    const made = (itemCode: string) => linesOf('用于事项的行为', '2025-01-01', null, { ...EXAMPLE, itemCode });
    const file = await uploaded(by, [...made('SJ-CF-101'), ...made('SJ-CF-102')]);
    const done = await post(by, CONFIRM, { file, source: '汇编' });
    expect(done).toMatchObject({ status: 200, body: { entered: [{}, {}], refused: [] } });
    const found = await rows(
      served.database.pool,
      `select item_code from benchmark_version where violation = '用于事项的行为' and upper_inf(known) order by 1`,
    );
    expect(found).toEqual([{ item_code: 'SJCF101' }, { item_code: 'SJCF102' }]);
    const [entry] = done.body['entered'] as readonly { matterId: string }[];
    expect(await rows(served.database.pool, 'select from finding where matter_id = $1', [entry?.matterId])).toEqual([]);
    const broken = await post(by, CONFIRM, { file: await uploaded(by, made('SJ-CF-101、SJ-CF-102')), source: '汇编' });
    expect(broken).toMatchObject({ status: 422, body: { problems: [{ line: 2, column: '权责事项编码' }] } });
  });

  it('第三行坏了的，指明行、列、内容、理由，一件也不补录', async () => {
    const by = served.city.市市场监管局.handlerA;
    const lines = [...linesOf('好的一件', '2025-01-01', null), ...linesOf('坏的一件', '2025-01-01', null)];
    const broken = lines.map((line, i) => (i === 1 ? { ...line, fine: '酌情' } : line));
    const file = await uploaded(by, broken);
    const refused = await post(by, CONFIRM, { file, source: '汇编' });
    expect(refused).toMatchObject({ status: 422, body: { error: 'problems', problems: [{ line: 3, column: '罚款幅度', value: '酌情' }] } });
    expect([await registered('好的一件'), await registered('坏的一件')]).toEqual([[], []]);
  });

  it('超出法定幅度的先列出，补录照实登记，成为预警', async () => {
    const by = served.city.市市场监管局.handlerA;
    const content = withTier(4, { fine: { measure: 'amount', from: 900_000_000, to: 9_900_000_000, fromOpen: false, toOpen: false } });
    const file = await uploaded(by, linesOf('超出幅度', '2025-01-01', null, content));
    const preview = await post(by, '/api/benchmarks/imports/preview', { file });
    expect(Number(preview.body['doubtCount'])).toBeGreaterThan(0);
    const done = await post(by, CONFIRM, { file, source: '汇编' });
    expect(done.body).toMatchObject({ entered: [{ violation: '超出幅度' }] });
    const [entry] = done.body['entered'] as readonly { matterId: string }[];
    expect((await rows(served.database.pool, 'select from finding where matter_id = $1', [entry?.matterId])).length).toBeGreaterThan(0);
  });

  it('细化的上级基准随件选定：在上级幅度以内的登记，超出的成为预警；本机关的、不存在的不能选', async () => {
    const upperBy = served.city.市市场监管局.handlerA;
    const narrow = withTier(4, { kinds: ['CF03'] });
    const done = await post(upperBy, CONFIRM, {
      file: await uploaded(upperBy, linesOf('上级的行为', '2025-01-01', null, narrow)),
      source: '汇编',
    });
    expect(done.body).toMatchObject({ entered: [{}] });
    const [upper] = await rows<{ id: string }>(served.database.pool, `select id from benchmark_version where violation = '上级的行为'`);
    const chosen = (versionId: string | undefined) => [{ line: 2, versionId }];
    const entered = async (by: Person, violation: string, versionId: string | undefined, content = EXAMPLE) =>
      (
        await post(by, CONFIRM, {
          file: await uploaded(by, linesOf(violation, '2025-06-01', null, content)),
          source: '汇编',
          uppers: chosen(versionId),
        })
      ).body as { entered: { matterId: string }[]; refused: { reason: string }[] };
    const lower = served.city.区市场监管局.handlerA;
    const findings = async (id: string | undefined) =>
      rows<{ because: string }>(served.database.pool, 'select because from finding where matter_id = $1', [id]);
    const within = await entered(lower, '上级的行为', upper?.id, narrow);
    expect(await findings(within.entered[0]?.matterId)).toEqual([]);
    const [state] = await rows<{ upper: string }>(
      served.database.pool,
      `select state -> 'versions' -> 0 -> 'upper' ->> 'versionId' as upper from matter where id = $1`,
      [within.entered[0]?.matterId],
    );
    expect(state?.upper).toBe(upper?.id);
    const beyond = await entered(lower, '超出上级的行为', upper?.id);
    expect((await findings(beyond.entered[0]?.matterId)).length).toBeGreaterThan(0);
    expect((await entered(upperBy, '自己的上级', upper?.id)).refused[0]?.reason).toContain('上级基准应当是上级机关制定的');
    expect((await entered(lower, '没有的上级', randomUUID())).refused[0]?.reason).toContain('请重新选择');
  });

  it('别人上传的文件读不到；不制定基准的岗位一件也补录不了', async () => {
    const file = await uploaded(served.city.市市场监管局.handlerA, linesOf('别人的文件', '2025-01-01', null));
    for (const person of [served.city.市交通局.handlerA, served.city.市司法局.supervisorA])
      expect((await post(person, '/api/benchmarks/imports/preview', { file })).status, person.name).toBe(404);
    const own = await uploaded(served.city.市市场监管局.receiver, linesOf('收文员的文件', '2025-01-01', null));
    expect((await post(served.city.市市场监管局.receiver, CONFIRM, { file: own, source: '汇编' })).body).toMatchObject({ entered: [] });
    expect(await registered('收文员的文件')).toEqual([]);
  });
});
