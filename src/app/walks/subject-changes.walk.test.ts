import { describe, expect, it } from 'vitest';
import { addDays, shanghaiDay } from '#law';
import { confirm, fill, formOf, openForm, openTask } from '#testing/hands';
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

describe('业务指导、主体清理、基准导入：各岗位的页面（细则第二条第五款、第八条第四项、第八项）', () => {
  it('苏木乡镇看到谁指导自己，请求指导；指导部门的待办里有', async () => {
    const page = await city().as('lh-ls-sw');
    await page.goto(`${city().base}/guidance`);
    await page.getByRole('heading', { level: 1, name: '业务指导' }).waitFor();
    await page.getByText('临河区综合行政执法局（演示）').first().waitFor();
    await shot(page, '04-业务指导');
    await standsWell(page);
    await page.goto(`${city().base}/new/guidance/ask`);
    const form = formOf(page, '请求指导');
    await form.waitFor();
    await fill(form, {
      请哪个部门指导: { pick: '临河区综合行政执法局' },
      ...{ 指导方式: { pick: '答复请示' }, 事由: '油烟扰民的取证', 请示的问题或者需要指导的内容: '没有检测设备的怎样取证？' },
    });
    await shot(page, '05-请求指导');
    expect(await confirm(page, '请求指导', '已请求指导')).toContain('等待指导部门答复');
    await standsWell(page);
    const guide = await city().as('lh-cg-fz');
    await openTask(guide, city().base, '答复请求指导的事项', '油烟扰民');
    await shot(guide, '06-答复');
    await standsWell(guide);
  });

  it('列入清理的单位看到自己的待办和报送的表', async () => {
    const page = await city().as('lh-zrzy-fz');
    await openTask(page, city().base, '执法主体清理自查', '年度执法主体清理');
    await openForm(page, '报送自查情况');
    await shot(page, '07-清理自查');
    await standsWell(page);
  });

  it('制定机关导入基准：读不出的逐行指出', async () => {
    const page = await city().as('jt-cb1');
    await page.goto(`${city().base}/benchmarks/import`);
    const head = '违法行为,违反条款,罚则,法定处罚种类,裁量阶次,适用情形,处罚种类,罚款幅度,文号,公布日期,公布载体,施行日期';
    const line = '超限运输,第三十条,第六十四条,罚款,一般,一般情形,罚款,酌情,巴交发〔2026〕1号,2026-01-05,网站,2026-02-01';
    const buffer = Buffer.from(`${head}\n${line}\n`);
    await page.getByLabel('基准文件', { exact: true }).setInputFiles({ name: '基准.csv', mimeType: 'text/csv', buffer });
    await page.getByRole('button', { name: '查看文件内容' }).click();
    await page.getByRole('cell', { name: '酌情' }).waitFor();
    await shot(page, '08-导入基准');
    await standsWell(page);
  });
});

describe('各单位录入自己的清单（细则第八条第九、十项）', () => {
  it('经办人在现行事项上变更一项、新增一项，核对、保存并送审；法制员看到变化', async () => {
    const page = await city().as('wl-cb1');
    await page.goto(`${city().base}/list-changes/new?list=power`);
    await page.getByRole('heading', { level: 1, name: '调整本单位清单' }).waitFor();
    await page
      .getByRole('button', { name: /^变更 / })
      .first()
      .click();
    const form = page.getByRole('region', { name: /^变更：/ });
    await fill(form, { 事项名称: '修订表述的事项', 生效日: day(10) });
    await form.getByRole('button', { name: '加入本次调整' }).click();
    await page.getByRole('button', { name: '新增事项' }).click();
    const fresh = page.getByRole('region', { name: '新增事项' });
    await fill(fresh, {
      事项编码: 'WL-CF-901',
      事项名称: '新增的事项',
      权力类别: { pick: '行政处罚' },
      设定依据: '《旅游法》第九十五条',
      生效日: day(10),
    });
    await fresh.getByRole('button', { name: '加入本次调整' }).click();
    await page.getByText('核对无误', { exact: true }).waitFor();
    await page.getByText('修订表述的事项').first().waitFor();
    await page.getByLabel('调整事由').fill('法规修订');
    await shot(page, '09-清单调整');
    await standsWell(page);
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await page.getByRole('button', { name: '送法制机构审核' }).click();
    await page
      .getByText(/待审核/)
      .first()
      .waitFor();
    await shot(page, '10-已送审');
    await standsWell(page);
    const office = await city().as('wl-fz');
    await openTask(office, city().base, '审核清单调整', '权责清单调整');
    await office.getByRole('link', { name: '查看变化' }).first().click();
    await office.getByText('修订表述的事项').first().waitFor();
    await standsWell(office);
  });
});
