import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { writeWorkbook } from '#platform/spreadsheet/write-workbook';
import { PHONE } from '#testing/browser';
import { signIn } from '#testing/hands';
import { standsWell } from '#testing/stands-well';
import { aWalk } from '#testing/walked-city';
import { csvLine } from '../../enforcement/penalty-records/reading/penalty-files.fixtures.ts';
import { reportedDecision } from '../../enforcement/penalty-records/testing.ts';
import { isRefusal } from '../../law/outcome.ts';
import { openSpreadsheet } from '../../platform/spreadsheet/open-spreadsheet.ts';

const { city, shot } = aWalk('import');
const WHO = 'lh-scjg-cb1';
const FILE = '2026年第一季度行政处罚.csv';
let organ = '';
let original = '';
let corrected: Buffer = Buffer.alloc(0);

type Row = Readonly<Record<string, unknown>>;
function csv(list: readonly Row[]): string {
  const titles = [...new Set(list.flatMap((row) => Object.keys(row)))];
  return [titles, ...list.map((row) => titles.map((title) => String(row[title] ?? '')))].map((cells) => csvLine(cells)).join('\r\n');
}

/** Chooses a file on the page and waits until it has been received. */
async function bring(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.getByLabel('处罚决定表格').setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
  await page.getByRole('button', { name: `移除 ${name}` }).waitFor();
}

async function openImports(page: Page): Promise<void> {
  await page.goto(city().base);
  await page.getByRole('navigation', { name: '主菜单' }).getByRole('link', { name: '导入', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: '导入' }).waitFor();
}

/** How many doubts there are depends on what else the unit has decided; one is planted here. */
const SOME = expect.stringMatching(/^[1-9]\d*$/);

const tile = (page: Page, label: string): Locator => page.locator('.imp-tile').filter({ hasText: label });

/** Once it is done the tiles say so many: 已入库, 需更正, 疑似重复, 新预警. */
async function counts(page: Page, wanted: readonly unknown[]): Promise<void> {
  await page.locator('.fh-mark').filter({ hasText: '已完成' }).waitFor();
  await expect.poll(() => page.locator('.imp-tile strong').allTextContents(), { timeout: 60_000 }).toEqual(wanted);
}

describe('处罚决定表格的导入：文件、列对应、结果三步在一页上（细则第八条第十二项）', () => {
  it('上传文件，认出的列是绿的，不认的由人选', async () => {
    const page = await city().as(WHO);
    const { post } = (await (await page.request.get(`${city().base}/api/session`)).json()) as { post: { organisationName: string } };
    organ = post.organisationName;
    const many = Array.from({ length: 900 }, (_, i) => reportedDecision(organ, 1000 + i));
    const list = [
      reportedDecision(organ, 1),
      reportedDecision(organ, 2, { 处罚决定日期: '2026-13-45' }),
      reportedDecision(organ, 3, { 违法事实: '当事人联系电话13800000000，经营场所内商品未明码标价。' }),
      reportedDecision(organ, 1, { '罚款金额(万元)': '0.9', 处罚内容: '罚款人民币9000元' }),
      reportedDecision(organ, 4, { 行政相对人名称: '测试数据' }),
      reportedDecision('临河市监', 5),
      reportedDecision(organ, 6, { 行政处罚决定书文号: '' }),
      ...many,
    ];
    original = csv(list).replace('处罚决定日期', '落款那天');
    await openImports(page);
    await page.getByRole('heading', { level: 2, name: '以往的导入' }).waitFor();
    await shot(page, '01-导入');
    await standsWell(page);
    await bring(page, FILE, Buffer.from(original));
    await page.getByRole('button', { name: '识别各列' }).click();
    await page.getByRole('heading', { level: 1, name: FILE }).waitFor();
    await page.getByText('还缺少必需的列：处罚决定日期').waitFor();
    await expect.poll(() => page.getByRole('button', { name: '开始导入' }).isDisabled()).toBe(true);
    await shot(page, '02-列对应');
    await standsWell(page);
  });

  it('选定列的含义后开始；有进度和速度，离开再回来仍在办', async () => {
    const page = await city().as(WHO);
    const box = page.getByRole('combobox', { name: '“落款那天”对应的栏目' });
    await box.click();
    await box.fill('处罚决定日期');
    await page.locator('.ant-select-item-option').filter({ hasText: '处罚决定日期' }).first().click();
    await shot(page, '03-列已对应');
    await page.getByRole('button', { name: '开始导入' }).click();
    await page.getByRole('progressbar', { name: '导入进度' }).or(tile(page, '已入库')).first().waitFor();
    await shot(page, '04-进度');
    await page.goto(city().base);
    await openImports(page);
    await page.getByRole('link', { name: FILE }).click();
    await counts(page, ['902', '3', '1', SOME]);
    await shot(page, '05-结果-需更正');
    await standsWell(page);
  });

  it('四个数字各自可点：已入库、需更正、疑似重复、新预警', async () => {
    const page = await city().as(WHO);
    await tile(page, '已入库').click();
    await page
      .getByRole('link', { name: /演市监罚〔2026〕1号/ })
      .first()
      .waitFor();
    await shot(page, '06-已入库');
    await tile(page, '新预警').click();
    await page.getByRole('heading', { level: 1, name: '预警' }).waitFor();
    await page
      .getByRole('link', { name: /1[35]\d+|电话|手机/ })
      .first()
      .waitFor();
    await shot(page, '07-新预警');
    await page.goBack();
    await tile(page, '疑似重复').click();
    await page.getByText('9,000元').waitFor();
    await shot(page, '08-疑似重复');
    await standsWell(page);
    await page.getByRole('button', { name: '更正，以这一行为准' }).click();
    await page.getByText('已确认 1 行').waitFor();
    await shot(page, '09-已确认');
    await page.getByRole('button', { name: /变更、删除、测试行/ }).click();
    await page.getByText('测试行').first().waitFor();
    await shot(page, '10-测试行');
  });

  it('不认识的机关名称指明一次即入库', async () => {
    const page = await city().as(WHO);
    await tile(page, '需更正').click();
    const box = page.getByRole('combobox', { name: '“临河市监”是哪个单位' });
    await box.click();
    await box.fill('临河区市场监督');
    await page.locator('.ant-select-item-option').filter({ hasText: organ }).first().click();
    await page.getByRole('button', { name: '记住并入库' }).click();
    await page.getByText('名录中没有下列处罚机关名称').waitFor({ state: 'detached' });
    await counts(page, ['904', '2', '0', SOME]);
  });

  it('更正工作簿：出错的单元格旁有原因；改好后原样上传，全部入库', async () => {
    const page = await city().as(WHO);
    await tile(page, '需更正').click();
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '下载更正工作簿' }).click()]);
    expect(download.suggestedFilename()).toBe('2026年第一季度行政处罚（待更正）.xlsx');
    corrected = await correctedCopy(await download.path());
    await openImports(page);
    await bring(page, '更正好的.xlsx', corrected);
    await page.getByRole('button', { name: '识别各列' }).click();
    await page.getByRole('button', { name: '开始导入' }).click();
    await counts(page, ['2', '0', '0', expect.any(String)]);
    await shot(page, '11-更正后入库');
  });

  it('同一文件再导一次：说明以前导入过，没有一行重复入库', async () => {
    const page = await city().as(WHO);
    await openImports(page);
    await bring(page, FILE, Buffer.from(original));
    await page.getByRole('button', { name: '识别各列' }).click();
    await page.getByText('这个文件以前导入过').waitFor();
    await shot(page, '12-导入过');
    await page.getByRole('button', { name: '开始导入' }).click();
    await counts(page, ['0', '2', '0', '0']);
    await shot(page, '13-没有重复入库');
  });

  it('坏文件说明原因，什么也不写入', async () => {
    const page = await city().as(WHO);
    await openImports(page);
    await bring(page, '空.csv', Buffer.from('\r\n'));
    await page.getByRole('button', { name: '识别各列' }).click();
    await page.getByText('这个文件不能导入，没有写入任何内容').waitFor();
    await shot(page, '14-坏文件');
    await standsWell(page);
  });

  it('手机上同样能看、能办', async () => {
    const { page } = await city().browsing.open(PHONE);
    await signIn(page, city().base, WHO);
    await page.goto(`${city().base}/imports`);
    await page.getByText('已完成').first().waitFor();
    await shot(page, '21-手机-导入');
    await standsWell(page);
    await bring(page, '手机.csv', Buffer.from(csv([reportedDecision(organ, 7)]).replace('违法行为类型', '干了啥')));
    await page.getByRole('button', { name: '识别各列' }).click();
    await page.getByRole('button', { name: '开始导入' }).waitFor();
    await shot(page, '22-手机-列对应');
    await standsWell(page);
    await page.goto(`${city().base}/imports`);
    await page.getByRole('link', { name: FILE }).last().click();
    await page.locator('.imp-tile').first().waitFor();
    await shot(page, '23-手机-结果');
    await standsWell(page);
  });
});

/** What a person does with the workbook: puts a right value into each red cell and saves it. */
async function correctedCopy(path: string): Promise<Buffer> {
  const book = await openSpreadsheet(path);
  if (isRefusal(book)) throw new Error(book.reason);
  const [titles = [], ...lines] = (book.sheets[0]?.head ?? []).map(({ cells }) => [...cells]);
  await book.close();
  expect(lines).toHaveLength(2);
  const day = titles.indexOf('落款那天');
  const number = titles.indexOf('行政处罚决定书文号');
  const rows = lines.map((cells, i) =>
    titles.map((_, column) =>
      column === day ? '2026-02-02' : column === number && !cells[column] ? `演市监罚〔2026〕${60 + i}号` : (cells[column] ?? ''),
    ),
  );
  const target = join(tmpdir(), `faheng-corrected-${process.pid}.xlsx`);
  await writeFile(target, '');
  await writeWorkbook(target, [{ name: '待更正', columns: titles.map((title) => ({ title })), rows }]);
  return readFile(target);
}
