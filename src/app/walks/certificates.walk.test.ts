import { describe, expect, it } from 'vitest';
import { addDays, shanghaiDay } from '#law';
import { act, confirm, confirmAgain, fill, formOf, openForm, openTask } from '#testing/hands';
import { standsWell } from '#testing/stands-well';
import { aWalk } from '#testing/walked-city';

const { city, shot } = aWalk('certificates');
const SIX_MINUTES = 6 * 60_000;
const day = (n: number) => addDays(shanghaiDay(city().now()), n);

describe('证件：从名录申请审核注册，公众当面核对（细则第八条第五项）', () => {
  it('单位承办人在证件名录找到本单位的证件，看到某日的状态，从这里申请审核注册', async () => {
    const page = await city().as('jt-cb1');
    await page.goto(`${city().base}/certificates`);
    await page.getByRole('heading', { level: 1, name: '证件名录' }).waitFor();
    const rows = page.getByRole('row').filter({ has: page.getByRole('link') });
    await rows.first().waitFor();
    await shot(page, '01-名录');
    await standsWell(page);
    await rows.first().getByRole('link').click();
    await page.getByRole('heading', { name: '历次登记' }).waitFor();
    await shot(page, '02-证件');
    await standsWell(page);
    await page.getByRole('button', { name: '申请办理' }).click();
    const form = formOf(page, '申请');
    await form.waitFor();
    await fill(form, { 办理事项: { pick: '审核注册' }, 资格条件: '在编在岗，履职正常。', 事由: '三年审核注册。' });
    await shot(page, '03-申请');
    expect(await confirm(page, '申请', '已申请')).toContain('等待司法行政部门审核');
    await shot(page, '04-已申请');
  });

  it('公众填写证件号和姓名，见今日状态；只有证件号的查不到', async () => {
    const [card] = (
      await city().pool.query(
        `select c.number, o.name from certificate_record c join officer o on o.id = c.officer_id
         where upper_inf(c.known) and c.status = 'suspended' and c.valid @> $1::date`,
        [day(0)],
      )
    ).rows;
    const { page } = await city().browsing.open({ viewport: { width: 390, height: 844 } });
    await page.goto(`${city().base}/public/certificates`);
    await page.getByLabel('证件号', { exact: true }).fill(card.number);
    await page.getByLabel('证件上的姓名').fill('某人');
    await page.getByRole('button', { name: '核对' }).click();
    await page.getByText('查不到这张证件').waitFor();
    await page.getByLabel('证件上的姓名').fill(card.name);
    await page.getByRole('button', { name: '核对' }).click();
    await page.getByRole('heading', { name: '今日不是有效证件：暂扣' }).waitFor();
    await shot(page, '05-公众核对');
    await standsWell(page);
  });
});

const turnOf = async (login: string, task: string, subject: string) => {
  const page = await city().as(login);
  await openTask(page, city().base, task, subject);
  return page;
};

describe('特邀监督员：资格审查、聘任、发证，公众查得到（细则第十七条）', () => {
  const NAME = '示推荐（演示）';

  it('审查资格；负责人再次验证身份后签发聘书和证件', async () => {
    const checker = await turnOf('sf-sh', '审查特邀监督员资格', NAME);
    await act(checker, '资格审查', '等待签发聘书', {
      '已核查任职资格，符合聘任条件': { check: true },
      审查意见: '公道正派，熟悉行政执法。',
    });
    const head = await turnOf('sf-jz', '签发聘书和证件', NAME);
    await fill(await openForm(head, '签发聘书和证件'), {
      ...{ 聘期起始日: day(0), 聘期最后一日: day(729), 聘任区域: '巴彦淖尔市' },
      联系人和电话: '行政执法协调监督科 0478-0000000',
    });
    await shot(head, '06-聘任');
    await standsWell(head);
    city().pass(SIX_MINUTES);
    await confirmAgain(head, city().base, 'sf-jz', '签发聘书和证件', '等待用印');
  });

  it('用印、发证；公众名录今日有其人', async () => {
    const keeper = await turnOf('sf-wy', '用印', NAME);
    await confirm(keeper, '用印', '已用印');
    const office = await turnOf('sf-jd1', '发证', NAME);
    await act(office, '发证', '已发证');
    await shot(office, '07-已发证');
    const { page } = await city().browsing.open({ viewport: { width: 390, height: 844 } });
    await page.goto(`${city().base}/public/special-supervisors`);
    await page.getByText(NAME).first().waitFor();
    await shot(page, '08-公众名录');
    await standsWell(page);
  });
});

describe('委托执法：受委托组织公布，委托机关定期检查（细则第十一条第三款、处罚法第二十条）', () => {
  const DEED = '违法超限运输';

  it('受委托组织从待办公布委托书', async () => {
    const delegate = await turnOf('jtzd-jz', '公布委托书', DEED);
    await shot(delegate, '09-委托书');
    await standsWell(delegate);
    await act(delegate, '公布（受委托组织）', '受委托组织已公布委托书', { 公布载体: '支队公告栏（演示）' });
  });

  it('委托机关登记定期检查；日期写在以后的指明这一处', async () => {
    const delegator = await turnOf('jt-cb1', '定期检查受委托组织', DEED);
    const form = await openForm(delegator, '登记定期检查');
    await fill(form, { 检查日期: day(1), 检查情况: '抽查案卷三件，未发现超出委托范围。' });
    await form.getByRole('button', { name: '登记定期检查', exact: true }).click();
    await form
      .getByText(/检查日期.*(不得|不能|晚于|以后)/)
      .first()
      .waitFor();
    await shot(delegator, '10-日期不对');
    await fill(form, { 检查日期: day(0) });
    await confirm(delegator, '登记定期检查', '已登记第');
    await shot(delegator, '11-已检查');
  });
});
