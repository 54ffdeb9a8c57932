import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { PHONE } from '#testing/browser';
import { act, confirm, fill, formOf, openTask, said } from '#testing/hands';
import { standsWell } from '#testing/stands-well';
import { aWalk } from '#testing/walked-city';

const SUBJECT = '行政检查未出示证件等问题';

const { city, shot } = aWalk('drafting');
const pane = (page: Page) => page.getByRole('region', { name: '预览（所见即所印）' });
/** The picture of the page as it stands; another one once the page has been drawn anew. */
const picture = async (page: Page): Promise<string> => (await pane(page).locator('img').first().getAttribute('src')) ?? '';

async function redrawn(page: Page, before: string): Promise<string> {
  await expect.poll(() => picture(page), { timeout: 60_000 }).not.toBe(before);
  await pane(page)
    .getByText(/^共 \d+ 页$/)
    .waitFor();
  return picture(page);
}

async function startDraft(page: Page): Promise<void> {
  await page.getByRole('button', { name: '新办' }).click();
  await page.getByRole('menuitem', { name: '行政执法监督文书：拟稿' }).click();
  await formOf(page, '拟稿').waitFor();
}

async function turnOf(login: string, title: string): Promise<Page> {
  const page = await city().as(login);
  await openTask(page, city().base, title, SUBJECT);
  return page;
}

describe('文书拟制：左边填写，右边是将要印出的版面（细则第二十二条）', () => {
  it('选定文书种类才有版面；列明所缺，点选即到该处', async () => {
    const page = await city().as('sf-jd1');
    await startDraft(page);
    await pane(page).getByText('选定“文书种类”后，在这里看到将要印出的版面。').waitFor();
    await pane(page)
      .getByText(/^还缺 \d+ 处$/)
      .waitFor();
    await shot(page, '01-未选种类');
    await fill(page, { 文书种类: { pick: '行政执法监督意见书' } });
    await pane(page)
      .getByText(/^共 \d+ 页$/)
      .waitFor();
    await pane(page).getByRole('button', { name: '问题清单第1行：违反的规定' }).click();
    const focused = () => page.evaluate(() => document.activeElement?.closest('[data-path]')?.getAttribute('data-path'));
    await expect.poll(focused, { timeout: 60_000 }).toBe('problems.0.norm');
    await shot(page, '02-已有版面');
  });

  it('边写边改：停笔后版面随之更新，补齐后不再列缺', async () => {
    const page = await city().as('sf-jd1');
    const first = await picture(page);
    await fill(page, { 事由: SUBJECT });
    const second = await redrawn(page, first);
    await fill(page, {
      主送单位: { pick: '临河区市场监督', option: '临河区市场监督管理局' },
      同级司法行政部门: { pick: '临河区司法局', option: '临河区司法局' },
      监督经过和查明的情况: '经查阅行政检查档案，发现部分检查没有出示执法证件的记录。',
      所涉行政行为: '2026年2月3日对某商店的检查',
      存在的问题: '检查笔录没有出示执法证件的记载。',
      违反的规定: '执法人员应当主动出示执法证件。',
      处理要求: '补充说明并规范检查笔录。',
      联系人和电话: '协调监督科 0478-0000000',
    });
    await redrawn(page, second);
    await expect.poll(() => pane(page).getByText(/^还缺/).count(), { timeout: 60_000 }).toBe(0);
    await pane(page).getByText('文号、核验码和二维码在签发时取得').waitFor();
    await shot(page, '03-写全');
    await standsWell(page);
    await confirm(page, '拟稿', '已拟稿');
    await act(page, '送核稿', '已送核稿');
  });

  it('核稿、审核的人看到同一版面；手机上“填写”“预览”两页切换', async () => {
    const checker = await city().as('sf-jd2', PHONE);
    await openTask(checker, city().base, '核稿', SUBJECT);
    await checker.getByText('预览', { exact: true }).click();
    await pane(checker)
      .getByText(/^共 \d+ 页$/)
      .waitFor();
    await pane(checker).locator('img').first().waitFor();
    await shot(checker, '04-手机-预览');
    await standsWell(checker);
    await checker.getByText('填写', { exact: true }).click();
    await shot(checker, '05-手机-填写');
    await confirm(checker, '核稿', '已核稿；等待审核');
    await confirm(await turnOf('sf-sh', '审核'), '审核', '已审核；等待签发');
  });

  it('签发的人先看到将要用印的版面和拟编文号，签发后看到文号和文件摘要', async () => {
    const head = await turnOf('sf-jz', '签发');
    await pane(head).getByText('拟编文号：').waitFor();
    const coming = (await pane(head).locator('.fh-number-to-come strong').textContent()) ?? '';
    expect(coming).toMatch(/^巴司执监意〔2026〕\d+号$/);
    await pane(head)
      .getByText(/^共 \d+ 页$/)
      .waitFor();
    const drawn = pane(head).locator('img').first();
    await expect
      .poll(() => drawn.evaluate((img) => (img instanceof HTMLImageElement ? img.naturalWidth : 0)), { timeout: 20_000 })
      .toBeGreaterThan(500);
    await shot(head, '06-签发前');
    await standsWell(head);
    await pane(head).getByRole('button', { name: '发文签批单' }).click();
    await pane(head).getByText('共 1 页').waitFor();
    await formOf(head, '签发').getByRole('button', { name: '签发', exact: true }).click();
    expect(await said(head, '已签发，文号')).toContain(coming);
    const issued = head.locator('figure').filter({ hasText: coming });
    await issued.getByText('文件摘要（SHA-256）').waitFor();
    await expect.poll(() => issued.locator('.fh-digest code').textContent()).toMatch(/^[0-9a-f]{64}$/);
    await shot(head, '07-签发后');
  });
});
