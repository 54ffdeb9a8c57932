import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, describe, expect, it } from 'vitest';
import { steppedClock } from '#platform/clock-now';
import { encoded, scratch } from '#platform/spreadsheet/files.fixtures';
import type { TextEncoding } from '#platform/spreadsheet/text-encoding';
import { writeWorkbook } from '#platform/spreadsheet/write-workbook';
import {
  cellsOf,
  csvOf,
  type FixtureRow,
  HEADER,
  syntheticDecision,
} from '../enforcement/penalty-records/reading/penalty-files.fixtures.ts';
import { check } from './faheng-check.ts';
import type { CheckReport } from './faheng-check-judge.ts';

const files = scratch();
afterAll(() => files.remove());

const { now } = steppedClock('2026-11-23T09:00:00+08:00');
type Run = { readonly code: number; readonly out: string; readonly err: string };

/** The command itself, in a process of its own. */
async function command(...args: string[]): Promise<Run> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/app/faheng.ts', ...args], {
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  const texts = { out: '', err: '' };
  child.stdout.on('data', (chunk: Buffer) => {
    texts.out += chunk.toString('utf8');
  });
  child.stderr.on('data', (chunk: Buffer) => {
    texts.err += chunk.toString('utf8');
  });
  const [code]: unknown[] = await once(child, 'close');
  return { code: Number(code), ...texts };
}

/** The same without the start of a process. */
async function run(...args: string[]): Promise<Run> {
  const texts = { out: '', err: '' };
  const code = await check(args, now, {
    out: (text) => {
      texts.out += text;
    },
    err: (text) => {
      texts.err += text;
    },
  });
  return { code, ...texts };
}
async function report(path: string, ...args: string[]): Promise<CheckReport & { readonly code: number }> {
  const { code, out } = await run(path, '--json', ...args);
  return { ...(JSON.parse(out) as CheckReport), code };
}
const rules = (of: Pick<CheckReport, 'findings'>, line: number) => of.findings.filter((f) => f.line === line).map((f) => f.rule);

/** Nothing to doubt in the layout and its extension, as far as no register is asked. */
const clean = (i: number, more: FixtureRow = {}): FixtureRow => ({ ...syntheticDecision(i * 3), ...more });
const PHONE = { facts: '当事人经营场所未明码标价，联系电话13800000000。' };

describe('栏目存在而为空与栏目不存在（行政处罚法第六十一条，重大行政处罚备案办法第三条、第四条）', () => {
  const DAYS = ['送达日期', '公示日期', '备案日期'];
  const MAJOR: FixtureRow = {
    fine: '6',
    content: '罚款人民币60000元',
    decidedOn: '2026-03-02',
    publicUntil: '2027-03-02',
    filedOn: '2026-02-02',
  };
  const empty = clean(4, {
    ...MAJOR,
    actEndedOn: '2026-01-20',
    discoveredOn: '2026-02-01',
    servedOn: '',
    publishedOn: '',
    recordFiledOn: '',
  });
  const about = (of: CheckReport, rule: string) => of.notJudged.filter((n) => n.rule === rule).map((n) => n.missing);

  it('有栏目而为空的，期满次日起为疑似：未送达、未公示、未备案；期满当日不是', async () => {
    const path = files.put('empty.csv', csvOf([empty]));
    // 3月2日决定：第7个工作日3月11日，第15日3月17日。
    expect(rules(await report(path, '--as-of', '2026-03-11'), 2)).toEqual([]);
    expect(rules(await report(path, '--as-of', '2026-03-12'), 2)).toEqual(['E01', 'P01']);
    expect(rules(await report(path, '--as-of', '2026-03-17'), 2)).toEqual(['E01', 'P01']);
    expect(rules(await report(path, '--as-of', '2026-03-18'), 2)).toEqual(['B01', 'E01', 'P01']);
  });

  it('没有这些栏目的，无法判断并写明缺什么，不作疑似', async () => {
    const titles = HEADER.map((title) => (DAYS.includes(title) ? `不认识的${title}` : title));
    const without = await report(files.put('without.csv', csvOf([empty], ',', titles)), '--as-of', '2026-11-23');
    expect(rules(without, 2)).toEqual([]);
    expect(['E01', 'P01', 'B01'].map((rule) => about(without, rule))).toEqual([['缺送达日期'], ['缺公示日期'], ['缺备案日期']]);
  });

  it('写明不详的与没有栏目相同；写明无的与空着相同', async () => {
    const unclear = await report(files.put('unclear.csv', csvOf([{ ...empty, recordFiledOn: '不详' }])), '--as-of', '2026-03-18');
    expect(rules(unclear, 2)).toEqual(['E01', 'P01']);
    expect(about(unclear, 'B01')).toEqual(['缺备案日期']);
    const none = await report(files.put('none.csv', csvOf([{ ...empty, recordFiledOn: '无' }])), '--as-of', '2026-03-18');
    expect(rules(none, 2)).toEqual(['B01', 'E01', 'P01']);
  });
});

describe('faheng check 在命令行上', () => {
  const leak = files.put('leak.csv', csvOf([clean(0), clean(1, PHONE), clean(2)]));

  it('没有红色预警退出0，有红色预警退出1，文件不能使用退出2', async () => {
    const good = await command('check', files.put('good.csv', csvOf([clean(0), clean(1)])), '--as-of', '2026-11-23');
    expect(good, good.err).toMatchObject({ code: 0 });
    expect(good.out).toContain('没有红色预警');
    const bad = await command('check', leak, '--as-of', '2026-11-23');
    expect(bad).toMatchObject({ code: 1 });
    expect(bad.out).toContain('●红 P06');
    expect(bad.out).toContain('第3行');
    const none = await command('check', files.put('nothing.csv', ''));
    expect(none).toMatchObject({ code: 2, out: '' });
    expect(none.err).toContain('文件是空的');
  });

  it('--json 只输出JSON：字段齐全，行号连表头计算（公示文本含手机号，信息公开条例第十五条）', async () => {
    const { out, code } = await command('check', leak, '--json', '--as-of', '2026-11-23');
    const found = JSON.parse(out) as CheckReport;
    expect(code).toBe(1);
    expect(Object.keys(found)).toEqual(['file', 'rows', 'loaded', 'rejected', 'findings', 'notJudged']);
    expect(found).toMatchObject({ file: leak, rows: 3, loaded: 3, rejected: [] });
    const phone = found.findings.find((f) => f.rule === 'P06');
    expect(phone).toMatchObject({ severity: 'red', line: 3, subject: clean(1).number, article: expect.stringContaining('第十五条') });
    expect(JSON.stringify(found)).not.toContain('13800000000');
    for (const { rule, missing, rows } of found.notJudged)
      expect([rule, missing, rows > 0]).toEqual([rule, expect.stringMatching(/^\S/), true]);
    expect(new Set(found.notJudged.map((n) => n.rule)).size).toBeGreaterThan(94);
  });

  it('写错的命令和选项说明用法，退出2', async () => {
    expect(await command('chek')).toMatchObject({ code: 2, err: expect.stringContaining('没有“chek”这个命令') });
    expect(await run()).toMatchObject({ code: 2, err: expect.stringContaining('没有写明要检查的文件') });
    expect(await run(leak, '--jsn')).toMatchObject({ code: 2, err: expect.stringContaining('--jsn') });
    expect(await run(leak, leak)).toMatchObject({ code: 2, err: expect.stringContaining('一次只检查一个文件') });
    expect(await run(leak, '--as-of', '2026-02-30')).toMatchObject({ code: 2, err: expect.stringContaining('2026-02-30') });
    expect(await run(leak, '--profile', '没有')).toMatchObject({ code: 2, err: expect.stringContaining('没有名为“没有”的规则参数版本') });
  });
});

describe('各种来源的文件', () => {
  const rows = [clean(0), clean(1, PHONE), clean(2)];

  it.each(['utf-8', 'utf-8-bom', 'gb18030', 'utf-16le'] as const)('%s 编码的CSV', async (encoding: TextEncoding) => {
    const found = await report(files.put(`${encoding}.csv`, encoded(csvOf(rows), encoding, true)));
    expect(found).toMatchObject({ code: 1, loaded: 3 });
    expect(rules(found, 3)).toContain('P06');
  });

  it('表头之上有标题行的工作簿，行号是表格里的行号', async () => {
    const path = files.put('titled.xlsx', '');
    await writeWorkbook(path, [
      { name: '说明', columns: [{ title: '填报说明' }], rows: [] },
      {
        name: '处罚',
        columns: [{ title: '巴彦淖尔市行政处罚信息表（演示）' }],
        rows: [['填报日期：2026-11-01'], HEADER, ...rows.map((row) => cellsOf(row))],
      },
    ]);
    const found = await report(path);
    expect(found).toMatchObject({ code: 1, rows: 3, loaded: 3 });
    expect(rules(found, 5)).toContain('P06');
  });

  it('不能读取的行写明行、栏、内容、理由，其余照常判断', async () => {
    const bad = [clean(0, { decidedOn: '2026-13-45' }), clean(1, PHONE), clean(2, { fine: '-0.5' }), clean(1, { fine: '9' })];
    const found = await report(files.put('bad.csv', csvOf(bad)));
    expect(found).toMatchObject({ code: 1, rows: 4, loaded: 1 });
    expect(found.rejected).toMatchObject([
      { line: 2, column: '处罚决定日期', value: '2026-13-45' },
      { line: 4, column: '罚款金额(万元)', value: '-0.5' },
      { line: 5, column: '行政处罚决定书文号', reason: expect.stringContaining('与第3行疑似重复') },
    ]);
  });

  it('截断的文件：最后半行不读取，其余照常', async () => {
    const whole = csvOf(rows);
    const found = await report(files.put('cut.csv', whole.slice(0, whole.length - 200)));
    expect(found).toMatchObject({ rows: 3, loaded: 2 });
    expect(found.rejected).toMatchObject([{ line: 4, reason: expect.stringContaining('中断') }]);
  });

  it.each([
    ['空文件', Buffer.alloc(0), '文件是空的'],
    ['旧版Excel', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Array(600).fill(0)]), '.xls'],
    ['PDF', Buffer.from('%PDF-1.7\n'), 'PDF'],
    ['坏的工作簿', Buffer.from('PK\u0003\u0004不是压缩包'.repeat(20)), '工作簿'],
    ['只有表头', Buffer.from(csvOf([])), '没有一行'],
    ['没有必需的列', Buffer.from('行政相对人名称,处罚类别,备注\n甲公司,罚款,无\n'), '缺少必需的列'],
    ['没有表头', Buffer.from('一,二\n三,四\n'), '表头'],
  ])('%s：说明原因，退出2', async (name, bytes, reason) => {
    const path = files.put(`${name}.csv`, bytes);
    const { code, err, out } = await run(path, '--json');
    expect(code).toBe(2);
    expect(err).toContain(reason);
    expect(JSON.parse(out)).toMatchObject({ file: path, loaded: 0, findings: [] });
  });
});

describe('文件之内的比较和统计', () => {
  it('同一当事人的同一行为被两个机关罚款，在后一份上提出候选（行政处罚法第二十九条）', async () => {
    const first = clean(0);
    const second: FixtureRow = {
      ...clean(0),
      number: '巴农罚〔2025〕900号',
      organName: '另一机关（演示）',
      organUscc: '',
      decidedOn: '2025-01-20',
    };
    const found = await report(files.put('twice.csv', csvOf([first, second])));
    expect(found.findings.filter((f) => f.rule === 'D05')).toMatchObject([{ line: 3, severity: 'red' }]);
  });

  it('全年六成决定在十二月作出的单位（A03），写在单位和年度上，不落在某一行', async () => {
    const organ = { organName: '五原县农牧和科技局（演示）', organUscc: '' };
    const days = ['2025-01-10', '2025-03-01', '2025-12-01', '2025-12-02', '2025-12-03'];
    const found = await report(files.put('december.csv', csvOf(days.map((decidedOn, i) => clean(i, { ...organ, decidedOn })))));
    expect(found.findings.filter((f) => f.rule === 'A03')).toMatchObject([
      { line: null, subject: '五原县农牧和科技局（演示） 2025年度', because: expect.stringContaining('占60%') },
    ]);
  });

  it('判断日期之后的决定日期不接受：--as-of 当日可以，前一日不可以', async () => {
    const path = files.put('asof.csv', csvOf([clean(0, { decidedOn: '2025-06-30', servedOn: '', publishedOn: '' })]));
    expect((await report(path, '--as-of', '2025-06-30')).loaded).toBe(1);
    expect(await report(path, '--as-of', '2025-06-29')).toMatchObject({ code: 2, loaded: 0, rejected: [{ column: '处罚决定日期' }] });
  });

  it('声明为信用平台导出的文件才判断P03', async () => {
    const path = files.put('credit.csv', csvOf([clean(0, { penaltyKinds: '警告', fine: '', content: '警告', publicUntil: '' })]));
    const missing = (of: CheckReport) => of.notJudged.filter((n) => n.rule === 'P03').map((n) => n.missing);
    expect(missing(await report(path))).toEqual(['缺公示渠道（文件未声明为信用平台导出）']);
    expect((await report(path, '--credit-export')).findings.map((f) => f.rule)).toContain('P03');
  });

  it('没有“处罚机关”一列的文件可以写明是哪个机关的', async () => {
    const keys = HEADER.filter((title) => !/处罚机关/.test(title));
    const index = HEADER.map((title) => !/处罚机关/.test(title));
    const text = [keys, ...[clean(0)].map((row) => cellsOf(row).filter((_, i) => index[i]))].map((cells) => cells.join('\t')).join('\n');
    const path = files.put('no-organ.csv', `${text}\n`);
    expect((await run(path)).code).toBe(2);
    expect((await report(path, '--organ', '临河区农牧局（演示）')).loaded).toBe(1);
  });
});
