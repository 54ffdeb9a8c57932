import { describe, expect, it } from 'vitest';
import { addDays, shanghaiDay } from '#law';
import { confirm, fill, formOf } from '#testing/hands';
import { standsWell } from '#testing/stands-well';
import { aWalk } from '#testing/walked-city';

const { city, shot } = aWalk('certificates');
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
