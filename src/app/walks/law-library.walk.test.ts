import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { inTransaction, rows } from '#platform/db';
import { SYSTEM_PREAMBLE } from '#platform/session';
import { zipOf } from '#platform/spreadsheet/files.fixtures';
import { PHONE } from '#testing/browser';
import { formOf, openTask } from '#testing/hands';
import { standsWell } from '#testing/stands-well';
import { aWalk } from '#testing/walked-city';
import { organisationId } from '../seed/world/world.ts';

const { city, shot } = aWalk('law-library');
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
  await page.goto(`${city().base}/law-imports`);
  await page.getByRole('link', { name: '载入法规文本' }).click();
  const form = formOf(page, '载入法规文本');
  const buffer = zipOf(Object.entries(files).map(([file, body]) => ({ name: file, body })));
  await form.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/zip', buffer });
  await form.getByRole('button', { name: `移除 ${name}` }).waitFor();
  await form.getByRole('button', { name: '载入法规文本', exact: true }).and(form.locator('button[type=submit]')).click();
  await page.locator('.ant-alert-success').first().waitFor();
  await page.goto(`${city().base}/law-imports`);
  const line = page.getByRole('list', { name: '载入记录' }).getByRole('listitem').filter({ hasText: name });
  await line.getByText(`新增${Object.keys(files).length}部`).waitFor({ timeout: 60_000 });
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

describe('法律法规库（细则第八条第一项）', () => {
  it('空库说明怎样载入；在页面上载入，逐个文件有结果', async () => {
    const page = await city().as('sf-jd1');
    await page.goto(`${city().base}/laws`);
    await page.getByText('库中还没有法规文本').waitFor();
    await shot(page, '01-空库');
    await load(page, '法规文本.zip', FIRST);
    await page.getByRole('button', { name: '逐个文件的结果' }).click();
    await page.getByRole('list', { name: '逐个文件的结果' }).getByText('渔港管理条例.md').waitFor();
    await shot(page, '02-载入');
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
    await shot(page, '03-检索');
    await standsWell(page);
    await hit.click();
    await page.getByText('堵塞消防通道').waitFor();
    await shot(page, '04-全文');
    await standsWell(page);
    await page.getByRole('button', { name: '第一条历次文本' }).click();
    await page.getByText('禁止占用消防通道。').waitFor();
    await shot(page, '05-历次文本');
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
    await shot(page, '06-变动影响');
    await standsWell(page);
    const head = await city().as('sf-jz');
    await openTask(head, city().base, '签发', SUBJECT);
    await head
      .getByText(/渔港管理条例.*已于2026-03-16失效/)
      .first()
      .waitFor();
    await shot(head, '07-不能签发');
    await standsWell(head);
  });

  it('手机宽度查得到、读得下', async () => {
    const page = await city().as('lh-sf-jd1', PHONE);
    await page.goto(`${city().base}/laws?q=${encodeURIComponent('消防通道')}`);
    await page.getByRole('link', { name: '中华人民共和国试行法 第一条' }).waitFor();
    await standsWell(page);
    await shot(page, '08-手机-检索');
    await page.goto(`${city().base}/laws/${encodeURIComponent('试行法')}?article=100`);
    await page.getByText('堵塞消防通道').waitFor();
    await standsWell(page);
    await shot(page, '09-手机-全文');
  });
});
