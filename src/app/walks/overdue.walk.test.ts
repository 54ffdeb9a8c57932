import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { addDays, localDate, shanghaiDay } from '#law';
import { act, confirm, fill, formOf, openTask } from '#testing/hands';
import { receivedDocument } from '#testing/received-document';
import { standsWell } from '#testing/stands-well';
import { aWalk } from '#testing/walked-city';

const DAY = 86_400_000;
const { city, shot } = aWalk('overdue');
let matter = { id: '', subject: '' };
let dueOn = localDate('2026-01-01');

async function turnOf(login: string, title: string): Promise<Page> {
  const page = await city().as(login);
  await openTask(page, city().base, title, matter.subject);
  return page;
}

async function openMatter(login: string): Promise<Page> {
  const page = await city().as(login);
  await page.goto(`${city().base}/matters/${matter.id}`);
  await page.getByRole('navigation', { name: '流程' }).waitFor();
  return page;
}

/** Lets the days pass until the day begins in Shanghai, and a minute more for the platform's own work. */
function passTo(day: string): void {
  while (shanghaiDay(city().now()) < day) city().pass(DAY);
}

/** What the page says of the period of the written report. */
async function periodOn(page: Page): Promise<string> {
  const clock = page.locator('.fh-clock').filter({ hasText: '书面报告处理结果' });
  await clock.waitFor();
  return (await clock.textContent()) ?? '';
}

describe('监督文书逾期：三十日届满由平台记为逾期，发文机关作出处理直至办结（细则第二十二条第二款）', () => {
  it('签收后页面写明届满日，当日仍在期限之内', async () => {
    matter = await receivedDocument(city().base, '逾期走查');
    const page = await openMatter('lh-scjg-sw');
    const written = /\d{4}-\d{2}-\d{2}/g;
    const days = (await periodOn(page)).match(written) ?? [];
    dueOn = localDate(days.at(-1) ?? '');
    expect(dueOn >= addDays(shanghaiDay(city().now()), 30)).toBe(true);
    passTo(dueOn);
    const onTheLastDay = await openMatter('lh-scjg-sw');
    expect(await periodOn(onTheLastDay)).toContain('今天到期');
    await onTheLastDay.locator('.fh-step-current').filter({ hasText: '拟办' }).waitFor();
    await shot(onTheLastDay, '01-届满当日');
  });

  it('届满次日零时起平台自动记为逾期未处理，发文机关负责人收到待办', async () => {
    passTo(addDays(dueOn, 1));
    const head = await city().as('lh-sf-jz');
    const task = head.getByRole('list', { name: '待办' }).getByRole('link').filter({ hasText: matter.subject });
    for (let look = 0; look < 30 && (await task.count()) === 0; look += 1) {
      await head.reload();
      await head
        .getByText(/现在没有待办/)
        .or(task)
        .first()
        .waitFor();
    }
    await expect.poll(() => task.count()).toBe(1);
    await shot(head, '02-逾期后的工作台');
    const page = await openMatter('lh-sf-jz');
    await page.locator('.fh-step-current').filter({ hasText: '逾期' }).waitFor();
    await page.getByRole('list', { name: '经过，最近的在前' }).getByText('平台自动').first().waitFor();
    expect(await periodOn(page)).toContain('逾期');
    await shot(page, '03-逾期未处理');
    await standsWell(page);
  });

  it('须由政府决定的措施未经政府决定不得作出；责令限期履行可以，取得新的文号', async () => {
    const page = await openMatter('lh-sf-jz');
    const form = formOf(page, '作出处理');
    await page.getByRole('main').getByRole('button', { name: '作出处理', exact: true }).first().click();
    await fill(form, { 处理措施: { pick: '撤销' }, 处理事由: { pick: '违反法定程序' }, 决定内容: '撤销该处罚决定。' });
    await form.getByRole('button', { name: '作出处理', exact: true }).click();
    await page.getByText('应当先请示政府，经政府决定后作出').first().waitFor();
    await shot(page, '04-须先请示政府');
    await act(page, '作出处理', '已作出处理决定，文号', {
      处理措施: { pick: '责令限期履行' },
      处理事由: { pick: '收到监督文书后未在规定时间内作出处理' },
      决定内容: '责令自收到本决定之日起十日内逐项处理并书面报告。',
    });
    await shot(page, '05-作出处理');
  });

  it('决定用印、送达、签收后，单位报告履行情况，发文机关核查办结；逾期记录保留', async () => {
    await confirm(await turnOf('lh-sf-wy', '用印'), '用印', '已用印');
    const sender = await turnOf('lh-sf-jd1', '送达');
    await sender.locator('figure').filter({ hasText: '决定' }).getByText('已用印').first().waitFor();
    await act(sender, '送达', '已送达');
    await confirm(await turnOf('lh-scjg-sw', '签收'), '签收', '处理决定');
    await act(await turnOf('lh-scjg-jz', '履行'), '报告履行情况', '履行情况报告已送发文机关', { 履行情况: '已全部处理，附件另送。' });
    const end = await openMatter('lh-sf-jz');
    await act(end, '处理办结', '本件办结', { 履行结论: { tick: '已履行' }, 说明: '经核查，已履行。' });
    await shot(end, '06-处理办结');
    expect(await periodOn(end)).toContain('逾期');
  });
});
