import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { addDays, shanghaiDay } from '#law';
import { said } from '#testing/hands';
import { choose, stands, tabTo, type } from '#testing/keyboard';
import { aWalk } from '#testing/walked-city';
import { csvLine } from '../../enforcement/penalty-records/reading/penalty-files.fixtures.ts';
import { reportedDecision } from '../../enforcement/penalty-records/testing.ts';

/** Minutes on a busy machine: run with DEEP=1. What `keyboard.walk` begins, for the longer pages. */
const { city, shot } = aWalk('keyboard-further');

/** Opens by the key the file dialog that the focused control leads to, and chooses the file there. */
async function chooseFile(page: Page, key: 'Enter' | 'Space', name: string, text: string): Promise<void> {
  const opened = page.waitForEvent('filechooser');
  // The browser hands its dialogs over only once it has been asked to.
  await page.evaluate(() => undefined);
  await page.keyboard.press(key);
  const chooser = await opened;
  await chooser.setFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
  await page.getByRole('button', { name: `移除 ${name}` }).waitFor();
}

async function open(page: Page, path: string, title: string | RegExp): Promise<void> {
  await page.goto(`${city().base}${path}`);
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
}

/** Goes down the workbench by j to the task of the matter and opens it. */
async function openTaskByKeys(page: Page, subject: string): Promise<void> {
  await page.goto(city().base);
  await page.getByRole('list', { name: '待办' }).getByRole('link').filter({ hasText: subject }).first().waitFor();
  const at = page.locator('a:focus').filter({ hasText: subject });
  for (let step = 0; step < 60 && !(await at.isVisible()); step += 1) await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await page.getByRole('navigation', { name: '流程' }).waitFor();
}

describe('只用键盘导入一张表格：选文件、对应列、开始、看需更正的行', () => {
  const FILE = '键盘导入.csv';

  it('选文件，移除后焦点回到选文件处；再选一次，识别各列', async () => {
    const page = await city().as('lh-scjg-cb1');
    const { post } = (await (await page.request.get(`${city().base}/api/session`)).json()) as { post: { organisationName: string } };
    const list = [
      reportedDecision(post.organisationName, 801),
      reportedDecision(post.organisationName, 802, { 处罚决定日期: '2026-13-45' }),
      reportedDecision('临河市监', 803),
    ];
    const titles = [...new Set(list.flatMap((row) => Object.keys(row)))];
    const rows = list.map((row: Readonly<Record<string, unknown>>) => titles.map((title) => String(row[title] ?? '')));
    const text = [titles, ...rows].map((cells) => csvLine(cells)).join('\r\n');
    await open(page, '/imports', '导入');
    await page.getByRole('heading', { level: 2, name: '以往的导入' }).waitFor();
    await tabTo(page, '处罚决定表格', 60);
    await chooseFile(page, 'Enter', FILE, text.replace('处罚决定日期', '落款那天'));
    await stands(page, '处罚决定表格');
    await tabTo(page, '移除', 1);
    await page.keyboard.press('Enter');
    await stands(page, '处罚决定表格');
    await chooseFile(page, 'Space', FILE, text.replace('处罚决定日期', '落款那天'));
    await tabTo(page, '识别各列', 3);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: FILE }).waitFor();
  });

  it('不认的列打字即选；开始导入后焦点在进度和结果处', async () => {
    const page = await city().as('lh-scjg-cb1');
    await page.getByText('还缺少必需的列：处罚决定日期').waitFor();
    await tabTo(page, '“落款那天”对应的栏目', 60);
    await choose(page, '处罚决定日期');
    await shot(page, '01-列对应');
    await tabTo(page, '开始导入', 80);
    await page.keyboard.press('Enter');
    await page.locator('.fh-mark').filter({ hasText: '已完成' }).waitFor();
    await stands(page, '导入进度和结果');
    await tabTo(page, /需更正$/, 5);
    await page.keyboard.press('Enter');
    await page.getByText('2026-13-45').waitFor();
    await shot(page, '02-需更正');
  });

  it('不认识的机关指明后，焦点留在需更正的行；更正工作簿用回车下载', async () => {
    const page = await city().as('lh-scjg-cb1');
    await tabTo(page, '“临河市监”是哪个单位', 12);
    await choose(page, '临河区市场监督');
    await tabTo(page, '记住并入库', 3);
    await page.keyboard.press('Enter');
    await page.getByText('名录中没有下列处罚机关名称').waitFor({ state: 'detached' });
    await stands(page, '需更正');
    await tabTo(page, '下载更正工作簿', 3);
    const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
    expect(download.suggestedFilename()).toBe('键盘导入（待更正）.xlsx');
    await shot(page, '03-更正工作簿');
  });
});

describe('只用键盘办理收到的监督文书：签收、拟办', () => {
  const SUBJECT = '劳动监察处罚时效';

  it('收文员从待办打开，签收后焦点在办理结果，接着拟办', async () => {
    const page = await city().as('rs-sw');
    await openTaskByKeys(page, SUBJECT);
    await page.keyboard.press('Control+Enter');
    await said(page, '已签收');
    await stands(page, /已签收/);
    await shot(page, '11-已签收');
    await openTaskByKeys(page, SUBJECT);
    await stands(page, '拟办意见');
    await page.keyboard.type('请法制机构牵头办理。');
    await page.keyboard.press('Control+Enter');
    await said(page, '等待负责人批办');
    await stands(page, /批办/);
  });

  it('负责人批办，承办人逐项填写处理情况，附证明材料', async () => {
    const head = await city().as('rs-jz');
    await openTaskByKeys(head, SUBJECT);
    await stands(head, '批办意见');
    await head.keyboard.type('依法处理，按期报告。');
    await head.keyboard.press('Control+Enter');
    await said(head, '已批办');
    const page = await city().as('rs-cb1');
    await openTaskByKeys(page, SUBJECT);
    await tabTo(page, /^已处理/, 40);
    await page.keyboard.press('Space');
    await tabTo(page, '处理方式');
    await choose(page, '补正');
    await type(page, '处理日期', shanghaiDay(city().now()));
    await page.keyboard.press('Escape');
    await tabTo(page, '证明材料');
    await chooseFile(page, 'Enter', '整改证明.csv', '整改,证明');
    await shot(page, '12-处理情况');
    await page.keyboard.press('Control+Enter');
    await said(page, '各项问题均有处理结果');
    await stands(page, /处理结果/);
  });
});

describe('只用键盘查证件、调整清单', () => {
  it('证件名录：j 选行，回车打开，申请办理后焦点在表单第一项', async () => {
    const page = await city().as('jt-cb1');
    await open(page, '/certificates', '证件名录');
    await page
      .getByRole('row')
      .filter({ has: page.getByRole('link') })
      .first()
      .waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '历次登记' }).waitFor();
    await tabTo(page, '申请办理', 12);
    await page.keyboard.press('Enter');
    await stands(page, '办理事项');
    await shot(page, '21-申请办理');
  });

  it('清单调整：新增一项，加入、移除、返回以后焦点都在本次调整', async () => {
    const page = await city().as('jt-cb1');
    await open(page, '/list-changes/new?list=spot-check', '调整本单位清单');
    await page.getByRole('heading', { level: 2, name: '现行事项' }).waitFor();
    await tabTo(page, '新增事项', 60);
    await page.keyboard.press('Enter');
    await page.locator('.lc-panel').waitFor();
    await stands(page, '事项编码');
    await tabTo(page, '返回', 20);
    await page.keyboard.press('Enter');
    await stands(page, '本次调整');
    await tabTo(page, '新增事项', 3, 'Shift+Tab');
    await page.keyboard.press('Enter');
    await stands(page, '事项编码');
    await page.keyboard.type('JT-CC-901');
    await type(page, '事项名称', '货运源头单位抽查（演示）');
    await fillRest(page);
    await shot(page, '22-新增事项');
    await tabTo(page, '加入本次调整', 12);
    await page.keyboard.press('Enter');
    await page.getByRole('list', { name: '拟调整的事项' }).getByText('JT-CC-901').waitFor();
    await stands(page, '本次调整');
    await tabTo(page, '移除第1行', 4);
    await page.keyboard.press('Enter');
    await page.getByText('还没有拟调整的事项').waitFor();
    await stands(page, '本次调整');
    await tabTo(page, '调整事由', 4);
  });
});

/** Whatever else a line of 随机抽查事项 asks for. */
async function fillRest(page: Page): Promise<void> {
  const words: Readonly<Record<string, string>> = {
    设定依据: '《公路安全保护条例》第四十一条',
    生效日: addDays(shanghaiDay(city().now()), 10),
  };
  for (const [label, value] of Object.entries(words)) await type(page, label, value);
}
