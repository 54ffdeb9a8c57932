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

  it('送法制审核、法制机构审核、负责人签发报告', async () => {
    const page = await city().as('rs-cb1');
    await page
      .getByRole('button', { name: '送法制审核' })
      .or(page.getByRole('link', { name: '送法制审核' }))
      .first()
      .waitFor();
    // The next step stands above the result, at the head of the page.
    await tabTo(page, /^送法制审核/, 6, 'Shift+Tab');
    await page.keyboard.press('Enter');
    await stands(page, '处理结果综述');
    await page.keyboard.type('已补正，并修订内部审核流程。');
    await page.keyboard.press('Control+Enter');
    await said(page, '已送法制审核');
    const legal = await city().as('rs-fz');
    await openTaskByKeys(legal, SUBJECT);
    await stands(legal, '法制审核意见');
    await legal.keyboard.type('处理依据充分。');
    await legal.keyboard.press('Control+Enter');
    await said(legal, '法制审核通过');
    const head = await city().as('rs-jz');
    await openTaskByKeys(head, SUBJECT);
    await head.keyboard.press('Control+Enter');
    await said(head, '报告已送发文机关');
    await stands(head, /报告已送/);
    await shot(head, '13-已报告');
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

describe('只用键盘办理普通程序案件：登记线索、提请立案、批准立案、登记证据', () => {
  const CAUSE = '键盘办案';
  let officers: readonly string[] = [];

  it('登记线索：逐项用 Tab 到达，当事人各栏也在内，Ctrl+Enter 确认', async () => {
    const page = await city().as('lh-scjg-cb1');
    officers = await cardHolders(page);
    const today = shanghaiDay(city().now());
    await open(page, '/new/ordinary-penalty/open', /登记案件线索/);
    await stands(page, '案件来源');
    await choose(page, '日常检查');
    await page.keyboard.press('Control+Enter');
    await page.getByText(/需要更正/).waitFor();
    await stands(page, '当事人类型');
    await choose(page, '法人');
    await type(page, '姓名或者名称', '临河区键盘食品商行（演示）');
    await type(page, '统一社会信用代码', '91150802MA0000001B');
    await type(page, '法定代表人', '演示乙');
    await type(page, '住址', '临河区演示路3号');
    await type(page, '案由', CAUSE);
    await enlarged(page);
    await stands(page, '案由');
    await type(page, '线索内容', '日常检查发现价签标示与结算价格不一致。');
    await type(page, '违法行为发生地', '临河区演示路3号');
    await type(page, '违法行为开始日期', addDays(today, -3));
    await type(page, '发现日期', addDays(today, -1));
    await shot(page, '31-登记线索');
    await page.keyboard.press('Control+Enter');
    await said(page, '核查后提请立案');
    await stands(page, /线索/);
  });

  it('提请立案：从办理结果用 Tab 到按钮，选两名承办人，填事项编码，选发生地', async () => {
    const page = await city().as('lh-scjg-cb1');
    await tabTo(page, /^提请立案/, 60);
    await page.keyboard.press('Enter');
    await stands(page, '承办人');
    await chooseAll(page, officers);
    await type(page, '拟适用的法律依据', '《中华人民共和国价格法》第四十二条');
    await type(page, '权责事项编码', 'SJ-CF-005');
    await tabTo(page, '违法行为发生地（所在地人民政府）');
    await choose(page, '临河区人民政府');
    await type(page, '核查情况和立案意见', '涉嫌违法，建议立案。');
    await shot(page, '32-提请立案');
    await page.keyboard.press('Control+Enter');
    await said(page, '已提请立案');
    await stands(page, /已提请立案/);
  });

  it('负责人从待办批准立案，承办人登记证据，选文件、移除、再选', async () => {
    const head = await city().as('lh-scjg-fg');
    await openTaskByKeys(head, CAUSE);
    await stands(head, '审批意见');
    await head.keyboard.press('Control+Enter');
    await said(head, '已立案');
    await stands(head, /已立案/);
    const page = await city().as('lh-scjg-cb1');
    await openTaskByKeys(page, CAUSE);
    // The task has opened the record of an inquiry; another step is chosen instead.
    await tabTo(page, '返回', 30);
    await page.keyboard.press('Enter');
    await stands(page, '现在');
    await tabTo(page, /^更多/, 30);
    await page.keyboard.press('Space');
    await tabTo(page, /^登记证据/, 30);
    await page.keyboard.press('Enter');
    await stands(page, '证据种类');
    await choose(page, '书证');
    await type(page, '证据名称', '价签照片2张');
    await type(page, '来源、提供人', '店员');
    await type(page, '取证地点', '临河区演示路3号');
    await tabTo(page, '取证方式');
    await choose(page, '调取');
    await tabTo(page, '原件或者复制件');
    await choose(page, '原件');
    // Its officers are those who handle the case, and stand there already.
    await tabTo(page, '证据文件');
    await chooseFile(page, 'Enter', '错拿的.csv', '错,拿');
    await tabTo(page, '移除', 1);
    await page.keyboard.press('Enter');
    await stands(page, '证据文件');
    await chooseFile(page, 'Space', '价签.csv', '价,签');
    await shot(page, '33-登记证据');
    await page.keyboard.press('Control+Enter');
    await said(page, '第1号证据');
    await stands(page, /第1号证据/);
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

/** As when somebody enlarges the page until it is laid out as on a phone, and back. */
async function enlarged(page: Page): Promise<void> {
  const before = page.viewportSize();
  await page.setViewportSize({ width: 500, height: 700 });
  await page.getByText('Ctrl+Enter 确认').waitFor({ state: 'hidden' });
  if (before !== null) await page.setViewportSize(before);
  await page.getByText('Ctrl+Enter 确认').waitFor();
}

/** Two people of the unit with a card, as the list of people offers them. */
async function cardHolders(page: Page): Promise<readonly string[]> {
  const { post } = (await (await page.request.get(`${city().base}/api/session`)).json()) as { post: { organisationId: string } };
  const answer = await page.request.get(`${city().base}/api/officers?of=officers&organisation=${post.organisationId}`);
  const { items } = (await answer.json()) as { items: readonly { name: string; organisationId: string; certificate: string | null }[] };
  return items
    .filter((one) => one.organisationId === post.organisationId && one.certificate !== null)
    .slice(0, 2)
    .map((one) => one.name);
}

/** Takes several of the list that has the focus, one after another, and closes it by Escape. */
async function chooseAll(page: Page, names: readonly string[]): Promise<void> {
  const list = page.locator('.ant-select-dropdown:visible');
  for (const name of names) {
    await page.keyboard.type(name);
    await list.locator('.ant-select-item-option-active').filter({ hasText: name }).waitFor();
    await page.keyboard.press('Enter');
    await list.locator('.ant-select-item-option-selected').filter({ hasText: name }).waitFor();
  }
  await page.keyboard.press('Escape');
  await list.waitFor({ state: 'hidden' });
}
