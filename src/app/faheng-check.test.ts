import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { localDate, shanghaiMidnight } from '#law';
import { check } from './faheng-check.ts';

const folder = mkdtempSync(join(tmpdir(), 'faheng-check-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const now = (): number => shanghaiMidnight(localDate('2026-04-01'));

const HEAD =
  '行政相对人名称,行政相对人类别,统一社会信用代码,行政处罚决定书文号,违法行为类型,违法事实,处罚依据,处罚类别,处罚内容,罚款金额（万元）,处罚决定日期,处罚有效期,处罚机关,处罚机关统一社会信用代码,数据来源单位,数据来源单位统一社会信用代码,程序';
const row = (serial: number, yuanInWan: string, day = '2026-03-02'): string =>
  `试验公司（演示）,法人及非法人组织,91150802MA0000001B,临市监罚〔2026〕${serial}号,违法经营,违法经营,《中华人民共和国行政处罚法》第九条,罚款,罚款,${yuanInWan},${day},2099-12-31,临河区市场监督管理局（演示）,11150800000000001K,临河区市场监督管理局（演示）,11150800000000001K,简易`;

async function run(name: string, bytes: string | Buffer, ...options: string[]): Promise<{ exit: number; out: string; err: string }> {
  const file = join(folder, name);
  writeFileSync(file, bytes);
  const said = { out: '', err: '' };
  const exit = await check([file, ...options], now, {
    out: (text) => {
      said.out += text;
    },
    err: (text) => {
      said.err += text;
    },
  });
  return { exit, ...said };
}

describe('不用服务的检查：退出码与行号', () => {
  it('没有红色预警，退出码为零；简易程序对组织罚款三千元合法（行政处罚法第五十一条）', async () => {
    const { exit, out } = await run('lawful.csv', [HEAD, row(1, '0.3')].join('\n'), '--json');
    expect(JSON.parse(out)).toMatchObject({ rows: 1, loaded: 1, rejected: [] });
    expect(JSON.parse(out).findings.map((f: { rule: string }) => f.rule)).not.toContain('D08');
    expect(exit).toBe(0);
  });

  it('有红色预警，退出码为一，行号含表头；简易程序对组织罚款三千零一元存疑（行政处罚法第五十一条）', async () => {
    const { exit, out } = await run('red.csv', [HEAD, row(1, '0.3'), row(2, '0.3001')].join('\n'), '--json');
    expect(JSON.parse(out).findings).toContainEqual(expect.objectContaining({ rule: 'D08', severity: 'red', line: 3 }));
    expect(exit).toBe(1);
  });

  it('不合格的行说明行、列、值、理由', async () => {
    const { out } = await run('bad.csv', [HEAD, row(1, '0.3', '2026-13-02')].join('\n'), '--json');
    expect(JSON.parse(out)).toMatchObject({ rows: 1, loaded: 0, rejected: [{ line: 2, column: '处罚决定日期', value: '2026-13-02' }] });
  });

  it('不能使用的文件，退出码为二，并说明原因', async () => {
    const empty = await run('empty.csv', '');
    expect(empty.exit).toBe(2);
    expect(empty.err + empty.out).toMatch(/空/);
    const absent = await check([join(folder, 'absent.csv')], now, { out: () => undefined, err: () => undefined });
    expect(absent).toBe(2);
  });

  it('带字节序标记、换行写法不同的同一文件给出同样的结论', async () => {
    const utf8 = await run('same.csv', [HEAD, row(1, '0.3001')].join('\n'), '--json');
    const withBom = await run('bom.csv', `\ufeff${[HEAD, row(1, '0.3001')].join('\r\n')}`, '--json');
    expect(JSON.parse(withBom.out).findings).toEqual(JSON.parse(utf8.out).findings);
  });
});
