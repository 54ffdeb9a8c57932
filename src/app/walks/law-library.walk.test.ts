import { randomUUID } from 'node:crypto';
import { buffer as bytesOf } from 'node:stream/consumers';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { inTransaction, rows } from '#platform/db';
import { SYSTEM_PREAMBLE } from '#platform/session';
import { zipOf } from '#platform/spreadsheet/files.fixtures';
import { PHONE } from '#testing/browser';
import { formOf, openTask } from '#testing/hands';
import { standsWell } from '#testing/stands-well';
import { aWalk } from '#testing/walked-city';
import { demonstrationMachineKey } from '../seed/secrets.ts';
import { organisationId } from '../seed/world/world.ts';

const { city, shot } = aWalk('law-library');
const PARKING = '公共停车设施管理办法（演示）';
const SUBJECT = '渔港和大气管理问题';

/** Texts of our own in the shape of real ones. */
const FIRST = {
  '试行法(2010-01-01).md':
    '# 中华人民共和国试行法\n\n2010年1月1日第十一届全国人民代表大会常务委员会通过\n\n## 第一章 总则\n\n第一条 禁止占用消防通道。\n\n第二条 本法自2010年3月1日起施行。',
  '试行法(2020-05-01).md':
    '# 中华人民共和国试行法\n\n2010年1月1日第十一届全国人民代表大会常务委员会通过\n\n2020年5月1日修订\n\n## 第一章 总则\n\n第一条 有下列行为之一的，责令改正，处以罚款：\n\n（一）堵塞消防通道；\n\n（二）占用防火间距。\n\n情节严重的，责令停产停业。\n\n第二条 本法自2020年9月1日起施行。',
  '渔港管理条例.md':
    '# 渔港管理条例\n\n2010年1月1日国务院令第1号公布\n\n第一条 甲。\n\n第二条 船舶进港应当登记。\n\n第三条 本条例自2010年3月1日起施行。',
  '大气污染防治法.md':
    '# 中华人民共和国大气污染防治法\n\n2015年8月29日第十二届全国人民代表大会常务委员会修订\n\n第一条 甲。\n\n第二条 排放烟尘的，应当采取措施。\n\n第三条 本法自2016年1月1日起施行。',
};
const SECOND = {
  '渔港条例.md':
    '# 渔港条例\n\n2025年6月1日国务院令第2号公布\n\n第一条 甲。\n\n第二条 本条例自2026年3月16日起施行。《渔港管理条例》同时废止。',
  '生态环境法典.md':
    '# 中华人民共和国生态环境法典\n\n2026年3月12日第十四届全国人民代表大会第四次会议通过\n\n第一条 甲。\n\n第二条 本法典自2026年8月15日起施行。《中华人民共和国大气污染防治法》同时废止。',
};

/** Uploads the texts in one archive and waits until they have been read. */
async function load(page: Page, name: string, files: Readonly<Record<string, string>>): Promise<void> {
  const buffer = zipOf(Object.entries(files).map(([file, body]) => ({ name: file, body })));
  await upload(page, name, buffer, `新增${Object.keys(files).length}部`);
}

async function upload(page: Page, name: string, buffer: Buffer, says: string): Promise<void> {
  await page.goto(`${city().base}/law-imports`);
  await page.getByRole('link', { name: '载入法规文本' }).click();
  const form = formOf(page, '载入法规文本');
  await form.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/zip', buffer });
  await form.getByRole('button', { name: `移除 ${name}` }).waitFor();
  await form.getByRole('button', { name: '载入法规文本', exact: true }).and(form.locator('button[type=submit]')).click();
  await page.locator('.ant-alert-success').first().waitFor();
  await page.goto(`${city().base}/law-imports`);
  const line = page.getByRole('list', { name: '载入记录' }).getByRole('listitem').filter({ hasText: name });
  await line.getByText(says).first().waitFor({ timeout: 60_000 });
}

/** A decision as a department's own system reports it; its matter. */
async function report(page: Page, record: Readonly<Record<string, string>>): Promise<string> {
  const authorization = `Bearer ${demonstrationMachineKey('sf-jk')}`;
  const headers = { authorization, 'idempotency-key': randomUUID() };
  const answer = await page.request.post(`${city().base}/api/penalty-records/batches`, { headers, data: { rows: [record] } });
  const { rows: told } = (await answer.json()) as { rows: { matterId: string }[] };
  return told[0]?.matterId ?? '';
}

/** An act through the page's own interface, without its form. */
async function acts(login: string, path: string, input: unknown): Promise<string> {
  const page = await city().as(login);
  const headers = { origin: city().base, 'x-faheng': '1', 'idempotency-key': randomUUID() };
  const answer = await page.request.post(`${city().base}/api/supervision-document/${path}`, { headers, data: { input } });
  expect(answer.status(), await answer.text()).toBe(200);
  return ((await answer.json()) as { matterId: string }).matterId;
}

/** What follows from a load comes after it: the matter that lists the impact for a unit, once it is there. */
async function listedFor(unit: string): Promise<string> {
  const own = `select id from matter where kind = 'law-change' and status = 'open' and home_id = $1`;
  const found = () =>
    inTransaction(city().pool, SYSTEM_PREAMBLE, (client) => rows<{ id: string }>(client, own, [organisationId(1508, unit)]));
  await expect.poll(async () => (await found()).length, { timeout: 60_000 }).toBe(1);
  return (await found())[0]?.id ?? '';
}

/** How the page of the two texts answers: 404 once there are no two any more. */
async function compared(page: Page): Promise<number> {
  const query = `law=${encodeURIComponent('夜间集市经营规定(演示)')}&edition=${encodeURIComponent('2021年公布')}`;
  return (await page.request.get(`${city().base}/api/law-library/compared?${query}`)).status();
}

async function sideBySide(both: Locator): Promise<boolean> {
  const [before, after] = await Promise.all([0, 1].map((i) => both.getByRole('article').nth(i).boundingBox()));
  return before !== null && after !== null && before?.y === after?.y;
}

describe('法律法规库（细则第八条第一项）', () => {
  it('演示城市已有一次载入和它的报告；下载示例文件，上传后看得到新增、未变和未读', async () => {
    const page = await city().as('sf-jd1');
    await page.goto(`${city().base}/law-imports`);
    const planted = page.getByRole('list', { name: '载入记录' }).getByRole('listitem').filter({ hasText: '法规文本（演示）.zip' });
    await planted.getByText('新增2部，更新0部，未变0部，未读1个文件').waitFor();
    await planted.getByRole('button', { name: '逐个文件的结果' }).click();
    const report = page.getByRole('list', { name: '逐个文件的结果' });
    await report.getByText('编写说明.pdf：未读，压缩包内只读 .md、.txt 和 .docx').waitFor();
    await report
      .getByText(/文本问题\d+处/)
      .first()
      .click();
    await report.getByText('条号不连续').waitFor();
    await shot(page, '01-载入记录');
    await standsWell(page);
    const [sample] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: '下载示例文件' }).click()]);
    const bytes = await bytesOf(await sample.createReadStream());
    await upload(page, '示例.zip', bytes, '新增4部，更新0部，未变1部，未读1个文件');
    city().pass(16_000);
  });

  it('同一版本的两个文本并列给人看，选定一个并写明依据后不再是矛盾', async () => {
    const page = await city().as('sf-jd1');
    await page.goto(`${city().base}/law-imports`);
    await page.getByRole('button', { name: /^核定《夜间集市经营规定.*两个不同的文本$/ }).click();
    const drawer = page.getByRole('dialog', { name: /夜间集市经营规定.*核定矛盾/ });
    await drawer.getByText('1条不同，4条相同。').waitFor();
    await drawer.getByText('处一百元罚款').waitFor();
    await shot(page, '02-两个文本');
    await page.setViewportSize({ width: 390, height: 844 });
    await shot(page, '02-两个文本-手机宽度');
    await standsWell(page);
    await page.setViewportSize({ width: 1366, height: 768 });
    await drawer.getByRole('radio', { name: /^法规文本/ }).check();
    await drawer.getByLabel(/^核对结论和依据/).fill('与公报刊登的文本一致。');
    await drawer.getByRole('button', { name: '核定', exact: true }).click();
    await page.getByText(/的矛盾已核定并记录/).waitFor();
    await expect.poll(() => compared(page), { timeout: 60_000 }).toBe(404);
    city().pass(16_000);
  });

  it('修正后条号移动的：注明原为第几条，历次文本按载明的对应并列，都可以用键盘', async () => {
    const page = await city().as('sf-jd1');
    await page.goto(`${city().base}/laws/${encodeURIComponent(PARKING)}?article=500`);
    await page.getByText('原为2022年公布第四条').waitFor();
    await shot(page, '03-条号移动');
    await page.getByRole('button', { name: '第五条历次文本' }).focus();
    await page.keyboard.press('Enter');
    const history = page.getByRole('dialog');
    await history.getByText('处五百元以上二千元以下罚款').waitFor();
    await history.getByText(/对应的条文有载明：《演示市人民政府关于修改/).waitFor();
    await standsWell(page);
    await shot(page, '04-历次文本');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '复制引用：第五条' }).focus();
    await page.keyboard.press('Enter');
    await page
      .getByText(/《公共停车设施管理办法（演示）》第五条/)
      .first()
      .waitFor();
  });

  it('从旧兼从轻：行为时和决定时的条文并列，条号改了的仍是同一条；两种宽度都看得清（《行政处罚法》第三十七条）', async () => {
    const page = await city().as('sf-jd1');
    const id = await report(page, {
      行政相对人名称: '演示停车管理有限公司',
      行政相对人类别: '法人及非法人组织',
      行政处罚决定书文号: '巴综执罚〔2024〕9001号',
      违法行为类型: '没有公开停车收费标准',
      违法事实: '经营的停车场没有公开收费标准。',
      处罚依据: `《${PARKING}》第四条、第九条`,
      处罚类别: '罚款',
      处罚内容: '罚款人民币1000元',
      '罚款金额(万元)': '0.1',
      违法行为发生日期: '2024-09-30',
      处罚决定日期: '2024-11-01',
      处罚有效期: '2099-12-31',
      公示截止期: '2025-11-01',
      处罚机关: '巴彦淖尔市城市管理综合执法局（演示）',
    });
    await page.goto(`${city().base}/matters/${id}`);
    const both = page.getByRole('region', { name: /第四条的新旧条文/ });
    await both.getByText('处五百元以上二千元以下罚款').waitFor();
    await both.getByText('处一千元以上三千元以下罚款').waitFor();
    await both.getByRole('link', { name: /第五条$/ }).waitFor();
    // Neither edition has an article 9: nothing to weigh.
    expect(await page.getByRole('region', { name: /的新旧条文/ }).count()).toBe(1);
    for (const [width, name] of [
      [1366, '05-新旧条文'],
      [390, '05-新旧条文-手机宽度'],
    ] as const) {
      await page.setViewportSize({ width, height: 844 });
      await both.scrollIntoViewIfNeeded();
      await standsWell(page);
      await shot(page, name);
    }
    const [before, after] = await Promise.all([0, 1].map((i) => both.getByRole('article').nth(i).boundingBox()));
    expect((after?.y ?? 0) > (before?.y ?? 0), '手机宽度上下排列').toBe(true);
    await page.setViewportSize({ width: 1366, height: 768 });
    await expect.poll(async () => sideBySide(both)).toBe(true);
    await both.getByRole('link', { name: /第五条$/ }).click();
    await page.getByText('2024-11-01的条文').waitFor();
    // 依据 of an act opens the article as it stood on the legal day of the act.
    await page.goto(`${city().base}/matters/${id}`);
    await page.getByRole('button', { name: /^依据/ }).first().click();
    await page.getByRole('link', { name: '查看2024-11-01的条文' }).click();
    await page.waitForURL(/\/laws\/.+on=2024-11-01&article=\d+00/);
  });

  it('清单事项所引的条文改了条号：列给各自的单位，写明依据，两种宽度都看得清', async () => {
    const page = await city().as('sf-jd1');
    await page.goto(`${city().base}/matters/${await listedFor('市城管局')}`);
    const touched = page.getByRole('list', { name: '受影响的引用' });
    await touched.getByText(/没有公开停车收费标准（演示）/).waitFor();
    await touched.getByText(/自2024-10-01起已经修改，该条现为.*第五条/).waitFor();
    await shot(page, '06-清单事项受影响');
    await page.setViewportSize({ width: 390, height: 844 });
    await standsWell(page);
    await shot(page, '06-清单事项受影响-手机宽度');
    await page.setViewportSize({ width: 1366, height: 768 });
  });

  it('在页面上载入多部，逐个文件有结果', async () => {
    const page = await city().as('sf-jd1');
    await load(page, '法规文本.zip', FIRST);
    await standsWell(page);
    city().pass(16_000);
  });

  it('按词、层级找到条文，打开该日的全文，条文的历次文本并列', async () => {
    const page = await city().as('sf-jd1');
    await page.goto(`${city().base}/laws`);
    await page.getByLabel('法规名称或条文中的词').fill('消防通道');
    await page.keyboard.press('Enter');
    const hit = page.getByRole('link', { name: '中华人民共和国试行法 第一条' });
    await hit.waitFor();
    await page.getByRole('combobox', { name: '效力层级' }).press('ArrowDown');
    await page.getByRole('combobox', { name: '效力层级' }).press('Enter');
    await page.waitForURL(/level=law/);
    await hit.waitFor();
    await shot(page, '11-检索');
    await standsWell(page);
    await hit.click();
    await page.getByText('堵塞消防通道').waitFor();
    await shot(page, '12-全文');
    await standsWell(page);
    await page.getByRole('button', { name: '第一条历次文本' }).click();
    await page.getByText('禁止占用消防通道。').waitFor();
    await shot(page, '13-历次文本');
    await page.keyboard.press('Escape');
    await page.getByRole('link', { name: '2010年公布' }).click();
    await page.getByText('2010-03-01的条文').waitFor();
    await page.getByText('禁止占用消防通道。').first().waitFor();
  });

  it('生态环境法典载入后，列出受影响的草稿；废止的引用签发不了，指明替代', async () => {
    const id = await acts('sf-jd1', 'draft', {
      type: 'opinion',
      subject: SUBJECT,
      addressee: organisationId(1508, '临河市场监管局'),
      reportTo: organisationId(1508, '临河司法局'),
      background: '经查阅台账。',
      problems: [
        { facts: '船舶进港没有登记。', norm: '违反《渔港管理条例》第二条。', demand: '改正。' },
        { facts: '没有采取措施。', norm: '违反《中华人民共和国大气污染防治法》第二条。', demand: '改正。' },
      ],
      contact: '协调监督科 0478-0000000',
    });
    await acts('sf-jd1', `${id}/submit`, {});
    await acts('sf-jd2', `${id}/check`, {});
    await acts('sf-sh', `${id}/review`, {});
    const page = await city().as('sf-jd1');
    await load(page, '新法.zip', SECOND);
    await page.goto(`${city().base}/matters/${await listedFor('市司法局')}`);
    await page.getByRole('tab', { name: '受影响的引用 2' }).waitFor();
    const touched = page.getByRole('list', { name: '受影响的引用' });
    await touched.getByText('将于2026-08-15失效，由《生态环境法典》取代').waitFor();
    await touched.getByText('已于2026-03-16失效，由《渔港条例》取代').waitFor();
    await shot(page, '14-变动影响');
    await standsWell(page);
    const head = await city().as('sf-jz');
    await openTask(head, city().base, '签发', SUBJECT);
    await head
      .getByText(/渔港管理条例.*已于2026-03-16失效/)
      .first()
      .waitFor();
    await shot(head, '15-不能签发');
    await standsWell(head);
  });

  it('手机宽度查得到、读得下', async () => {
    const page = await city().as('lh-sf-jd1', PHONE);
    await page.goto(`${city().base}/laws?q=${encodeURIComponent('消防通道')}`);
    await page.getByRole('link', { name: '中华人民共和国试行法 第一条' }).waitFor();
    await standsWell(page);
    await shot(page, '16-手机-检索');
    await page.goto(`${city().base}/laws/${encodeURIComponent('试行法')}?article=100`);
    await page.getByText('堵塞消防通道').waitFor();
    await standsWell(page);
    await shot(page, '17-手机-全文');
  });
});
