import { describe, expect, it } from 'vitest';
import { addDays, shanghaiDay } from '#law';
import { barriers, overflow } from '#testing/browser';
import { act, confirm, confirmAgain, fill, formOf, openTask } from '#testing/hands';
import { aWalk } from '#testing/walked-city';

const { city, shot } = aWalk('subject-changes');
const OLD = '巴彦淖尔市交通运输局（演示）';
const NEW = '巴彦淖尔市交通运输管理局（演示）';
const day = (n: number) => addDays(shanghaiDay(city().now()), n);

describe('执法主体更名：申请、审核、批准、公告、登记（细则第八条第四项）', () => {
  it('单位从机构树打开自己的一页，看到当日登记和沿革，从这里申请更名', async () => {
    const page = await city().as('jt-cb1');
    await page.goto(`${city().base}/organisations`);
    await page.getByLabel('查找单位').fill(OLD);
    await page.locator('.fh-unit').filter({ hasText: OLD }).first().click();
    await page.getByRole('link', { name: '沿革和变更' }).click();
    await page.getByRole('heading', { level: 1, name: OLD }).waitFor();
    await page.getByText('没有您可查阅的变更事项').waitFor();
    await shot(page, '01-单位');
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('button', { name: '申请变更' }).click();
    const form = formOf(page, '申请变更');
    await form.waitFor();
    await shot(page, '02-申请');
    await fill(form, {
      ...{ 生效日: day(5), 依据文件: '机构改革方案', 依据文号: '巴党办发〔2026〕3号', 依据文件日期: day(-10) },
      ...{ 依据文件扫描件: { file: '方案.pdf' }, 变更事由: '机构改革', 新名称: NEW, 新简称: '市交管局' },
    });
    await fill(form, { 变更事项: { pick: '更名' } });
    expect(await confirm(page, '申请变更', '已申请')).toContain('等待司法行政部门审核');
    await shot(page, '03-已申请');
  });

  it('司法行政部门审核、政府批准、签发、用印、公告', async () => {
    const title = '机构改革方案';
    const reviewer = await city().as('sf-jd1');
    await openTask(reviewer, city().base, '审核执法主体变更', title);
    await act(reviewer, '审核', '审核通过', {
      报批的人民政府: { pick: '巴彦淖尔市人民政府' },
      审核意见: '符合规定',
    });
    const government = await city().as('zf-ld');
    await openTask(government, city().base, '批准执法主体变更', title);
    await act(government, '批准', '已批准', { 批准文号: '巴政字〔2026〕8号', 批准日期: day(0) });
    const head = await city().as('sf-jz');
    await openTask(head, city().base, '签发公告', title);
    await fill(formOf(head, '签发公告'), { 联系人和电话: '协调监督科 0478-0000000' });
    await confirmAgain(head, city().base, 'sf-jz', '签发公告', '已签发');
    await shot(head, '04-已签发');
  });

  it('待生效的变更在机构树和单位页上看得见；手机上读得下', async () => {
    const page = await city().as('sf-jd2', { viewport: { width: 390, height: 844 } });
    await page.goto(`${city().base}/organisations`);
    await page.getByLabel('查找单位').fill(OLD);
    await page.locator('.fh-unit').filter({ hasText: OLD }).first().click();
    await page.getByRole('link', { name: '沿革和变更' }).click();
    await page.getByRole('heading', { level: 1, name: OLD }).waitFor();
    await page.getByText('待用印').waitFor();
    expect(await overflow(page)).toBe(0);
    await shot(page, '05-手机');
  });
});
