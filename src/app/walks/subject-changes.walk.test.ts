import { describe, expect, it } from 'vitest';
import { addDays, shanghaiDay } from '#law';
import { confirm, fill, formOf } from '#testing/hands';
import { standsWell } from '#testing/stands-well';
import { aWalk } from '#testing/walked-city';

const { city, shot } = aWalk('subject-changes');
const OLD = '巴彦淖尔市交通运输局（演示）';
const NEW = '巴彦淖尔市交通运输管理局（演示）';
const day = (n: number) => addDays(shanghaiDay(city().now()), n);

describe('执法主体更名：从单位页申请（细则第八条第四项）', () => {
  it('单位从机构树打开自己的一页，看到当日登记和沿革，从这里申请更名', async () => {
    const page = await city().as('jt-cb1');
    await page.goto(`${city().base}/organisations`);
    await page.getByLabel('查找单位').fill(OLD);
    await page.locator('.fh-unit').filter({ hasText: OLD }).first().click();
    await page.getByRole('link', { name: '沿革和变更' }).click();
    await page.getByRole('heading', { level: 1, name: OLD }).waitFor();
    await page.getByText('没有您可查阅的变更事项').waitFor();
    await shot(page, '01-单位');
    await standsWell(page);
    await page.getByRole('button', { name: '申请变更' }).click();
    const form = formOf(page, '申请变更');
    await form.waitFor();
    await shot(page, '02-申请');
    // What belongs to one kind of change is asked for once that kind has been chosen.
    await expect.poll(() => form.getByLabel('新名称').count()).toBe(0);
    await fill(form, {
      变更事项: { pick: '更名' },
      ...{ 生效日: day(5), 依据文件: '机构改革方案', 依据文号: '巴党办发〔2026〕3号', 依据文件日期: day(-10) },
      ...{ 依据文件扫描件: { file: '方案.pdf' }, 变更事由: '机构改革', 新名称: NEW, 新简称: '市交管局' },
    });
    await expect.poll(() => form.getByLabel('承接单位').count()).toBe(0);
    expect(await confirm(page, '申请变更', '已申请')).toContain('等待司法行政部门审核');
    await shot(page, '03-已申请');
  });
});
