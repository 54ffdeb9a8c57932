import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { addDays, shanghaiDay } from '#law';
import { act, confirm, demonstrationAccount, fill, formOf, openTask, said } from '#testing/hands';
import { standsWell } from '#testing/stands-well';
import { aWalk } from '#testing/walked-city';

const SUBJECT = '行政处罚决定公示超期';
const DAY = 86_400_000;
const SIX_MINUTES = 6 * 60_000;

const { city, shot } = aWalk('closed-loop');
let number = '';
let code = '';

/** The person whose turn it is finds the task on the workbench and opens it. */
async function turnOf(login: string, title: string): Promise<Page> {
  const page = await city().as(login);
  await openTask(page, city().base, title, SUBJECT);
  return page;
}

describe('监督文书从拟稿到办结，各岗位在页面上依次办理（细则第二十二条）', () => {
  it('拟稿：漏填的逐处标明，填妥即立档', async () => {
    const page = await city().as('sf-jd1');
    await page.getByRole('button', { name: '新办' }).click();
    await page.getByRole('menuitem', { name: '行政执法监督文书：拟稿' }).click();
    await formOf(page, '拟稿').getByRole('button', { name: '拟稿', exact: true }).click();
    await page.getByText('有 8 处需要更正，已在各处标明').waitFor();
    await shot(page, '01-拟稿-漏填');
    await fill(page, {
      文书种类: { pick: '行政执法监督意见书' },
      事由: SUBJECT,
      主送单位: { pick: '临河区市场监督', option: '临河区市场监督管理局' },
      同级司法行政部门: { pick: '临河区司法局', option: '临河区司法局' },
      监督经过和查明的情况: '经查阅行政处罚决定公示台账，发现部分处罚决定未在规定期限内公示。',
      所涉行政行为: '临市监处罚〔2026〕86号',
      存在的问题: '处罚决定作出后第十五个工作日才公示。',
      违反的规定: '行政处罚决定应当自作出之日起七个工作日内公示。',
      处理要求: '补正公示并完善内部审核流程。',
      联系人和电话: '协调监督科 0478-0000000',
    });
    await confirm(page, '拟稿', '已拟稿');
    await shot(page, '02-已拟稿');
    await standsWell(page);
    await act(page, '送核稿', '已送核稿；等待另一名监督人员核稿');
  });

  it('拟稿人不得核稿；另一人核稿，审核人审核', async () => {
    const drafter = await city().as('sf-jd1');
    await drafter.getByText(/^由其他人办理/).click();
    await drafter.getByText('不得由拟稿人本人核稿、审核或者签发').first().waitFor();
    expect(await drafter.getByText('轮到我').count()).toBe(0);
    await shot(drafter, '03-不能办理的说明原因');
    await confirm(await turnOf('sf-jd2', '核稿'), '核稿', '已核稿；等待审核');
    await confirm(await turnOf('sf-sh', '审核'), '审核', '已审核；等待签发');
  });

  it('签发前再次验证身份；签发取得文号，生成将要用印的版面', async () => {
    const head = await turnOf('sf-jz', '签发');
    city().pass(SIX_MINUTES);
    await formOf(head, '签发').getByRole('button', { name: '签发', exact: true }).click();
    const dialog = head.getByRole('dialog', { name: '再次验证身份' });
    await dialog.waitFor();
    await shot(head, '04-再次验证身份');
    await dialog.getByLabel('动态验证码').fill((await demonstrationAccount(city().base, 'sf-jz')).code);
    await dialog.getByLabel('动态验证码').press('Enter');
    const words = await said(head, '已签发，文号');
    number = /文号(.*?〔\d{4}〕\d+号)/.exec(words)?.[1] ?? '';
    expect(number).toMatch(/^巴司执监意〔2026〕\d+号$/);
    const preview = head.locator('figure').filter({ hasText: number });
    await preview.getByText('已生成').waitFor();
    code =
      (await preview
        .locator('code')
        .filter({ hasText: /^[2-9A-HJ-NP-Z]{16}$/ })
        .textContent()) ?? '';
    expect(code).toMatch(/^[2-9A-HJ-NP-Z]{16}$/);
    const pdf = await head.request.get(
      `${city().base}${await preview.getByRole('link', { name: 'PDF', exact: true }).getAttribute('href')}`,
    );
    expect([pdf.status(), pdf.headers()['content-type'], (await pdf.body()).subarray(0, 5).toString()]).toEqual([
      200,
      'application/pdf',
      '%PDF-',
    ]);
    await shot(head, '05-已签发');
  });

  it('用印后方可送达；送达前收文单位看不到', async () => {
    const keeper = await turnOf('sf-wy', '用印');
    await confirm(keeper, '用印', '已用印');
    const receiver = await city().as('lh-scjg-sw');
    await receiver.getByRole('heading', { level: 1, name: '工作台' }).waitFor();
    await receiver.getByRole('tab', { name: /^待办/ }).waitFor();
    expect(await receiver.getByText(SUBJECT).count()).toBe(0);
    const sender = await turnOf('sf-jd1', '送达');
    await sender.locator('figure').filter({ hasText: number }).getByText('已用印').waitFor();
    await shot(sender, '06-已用印');
    await act(sender, '送达', '已送达；等待收文单位签收');
  });

  it('签收之次日起计三十日，页面写明怎么算', async () => {
    city().pass(DAY);
    const page = await turnOf('lh-scjg-sw', '签收');
    await shot(page, '07-待签收');
    await confirm(page, '签收', '已签收，书面报告的期限自次日起计算');
    const clock = page.locator('.fh-clock').filter({ hasText: '书面报告处理结果' });
    await clock.getByRole('button', { name: '怎么算' }).click();
    await clock.getByText('之次日起30').first().waitFor();
    await shot(page, '08-期限怎么算');
    await standsWell(page);
    await act(page, '拟办', '等待负责人批办', { 拟办意见: '请法制机构牵头办理。' });
  });

  it('批办、承办、法制审核、签发报告', async () => {
    await act(await turnOf('lh-scjg-jz', '批办'), '批办', '已批办', { 批办意见: '依法处理，按期报告。' });
    const handler = await turnOf('lh-scjg-cb1', '处理问题');
    await shot(handler, '09-承办');
    await act(handler, '填写处理情况', '各项问题均有处理结果', {
      处理结果: { tick: '已处理' },
      处理方式: { pick: '补正' },
      处理日期: today(),
      证明材料: { file: '整改证明.pdf' },
    });
    await act(handler, '送法制审核', '已送法制审核', { 处理结果综述: '已补正公示，并修订内部审核流程。' });
    await act(await turnOf('lh-scjg-fz', '法制审核'), '法制机构审核', '法制审核通过', { 法制审核意见: '处理依据充分。' });
    const head = await turnOf('lh-scjg-jz', '签发处理结果报告');
    await confirm(head, '签发报告', '报告已送发文机关和同级司法行政部门');
    await shot(head, '10-已报告');
  });

  it('整改核查后逐项销号，全部销号方可办结', async () => {
    const page = await turnOf('sf-jd1', '整改核查');
    await page.getByText('条件尚未具备').waitFor();
    await shot(page, '11-整改核查');
    await act(page, '整改核查', '1项问题全部销号；可以办结', { 核查结论: { tick: '合格' }, 核查意见: '公示已补正。' });
    await act(page, '办结', '各项问题均已销号，本件办结');
    await shot(page, '12-办结');
    await standsWell(page);
  });

  it('回看送达当日的样子：尚未签收，不能办理', async () => {
    const page = await city().as('sf-jd1');
    await page.getByRole('button', { name: '回看' }).click();
    const field = page.getByLabel('截至哪天的样子');
    await field.fill(addDays(today(), -1));
    await field.press('Enter');
    await page.getByText('此时不能办理').waitFor();
    await page.locator('.fh-step-current').filter({ hasText: '签收' }).waitFor();
    expect(await page.getByRole('list', { name: '经过，最近的在前' }).getByText('办结').count()).toBe(0);
    await shot(page, '13-回看');
  });

  it('公众凭文号和核验码核验：演示文书，只见发文机关、种类、日期', async () => {
    const { page } = await city().browsing.open();
    await page.goto(`${city().base}/sign-in`);
    await page.getByRole('link', { name: '核验文书真伪（不用登录）' }).click();
    await page.getByLabel('文号').fill(number.replace('〔', '[').replace('〕', ']'));
    await page.getByLabel('核验码').fill((code.match(/.{4}/g) ?? []).join(' ').toLowerCase());
    await page.getByRole('button', { name: '核验' }).click();
    await page.getByRole('heading', { name: '演示文书' }).waitFor();
    await page.getByText('与所填一致').waitFor();
    expect(await page.content()).not.toContain('临河区');
    await shot(page, '14-公开核验');
    await standsWell(page);
  });
});

/** The day on the server's calendar. */
function today() {
  return shanghaiDay(city().now());
}
