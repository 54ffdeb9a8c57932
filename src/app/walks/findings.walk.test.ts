import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { addDays, shanghaiDay } from '#law';
import { rows } from '#platform/db';
import { barriers, overflow, PHONE } from '#testing/browser';
import { act, fill, openTask } from '#testing/hands';
import { aWalk } from '#testing/walked-city';
import type { PenaltyRecord } from '../../enforcement/penalty-records/reading/read-records.ts';
import { reportedDecision } from '../../enforcement/penalty-records/testing.ts';
import { demonstrationMachineKey } from '../seed/secrets.ts';

const SUPERVISOR = 'sf-jd1';
const { city, shot } = aWalk('findings');
const today = () => shanghaiDay(city().now());

async function standsWell(page: Page): Promise<void> {
  expect(await barriers(page)).toEqual([]);
  expect(await overflow(page)).toBe(0);
}

/** Opens a path within the signed-in window. */
async function at(page: Page, path: string): Promise<Page> {
  await page.goto(`${city().base}${path}`);
  return page;
}

async function organNamed(words: string): Promise<string> {
  const [organ] = await rows<{ name: string }>(
    city().pool,
    'select name from organisation_record where name like $1 and upper_inf(known) and upper_inf(valid) order by length(name) limit 1',
    [words],
  );
  if (organ === undefined) throw new Error(`no organ ${words}`);
  return organ.name;
}

/** Two departments fine one shop for the same act; one tells a telephone number, one cites a repealed law. */
async function decisions(): Promise<readonly PenaltyRecord[]> {
  const [market, transport] = [await organNamed('临河区市场监督管理局%'), await organNamed('五原县市场监督管理局%')];
  const day = (n: number) => addDays(today(), -n);
  const decided = (organ: string, serial: number, on: string, more: PenaltyRecord = {}) =>
    reportedDecision(organ, serial, {
      行政处罚决定书文号: `演市监罚〔${on.slice(0, 4)}〕${serial}号`,
      处罚决定日期: on,
      公示截止期: addDays(today(), 200),
      ...more,
    });
  const shop = { 行政相对人名称: '演示第1号商贸有限公司', '行政相对人代码_1(统一社会信用代码)': '91150802MA0000001B' };
  return [
    decided(transport, 301, day(40), shop),
    decided(market, 302, day(20), shop),
    decided(market, 303, day(18), { 违法事实: '当事人联系电话13800000000，未明码标价。' }),
    decided(market, 304, day(16), { 违法事实: '当事人联系电话13900000000，未明码标价。' }),
    decided(market, 305, day(15), { 处罚依据: '《中华人民共和国环境保护法》第五十九条', 处罚决定日期: '2026-09-01' }),
    decided(market, 306, day(12)),
  ];
}

describe('从归集的处罚决定到预警核查和排除（细则第三条第二款、第八条第十二项、第十六条）', () => {
  it('决定归集后，监督员在预警页看到疑点，同组比较的规则一并判断', async () => {
    const answer = await fetch(`${city().base}/api/penalty-records/batches`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${demonstrationMachineKey('sf-jk')}`,
        'idempotency-key': 'walk-findings-1',
      },
      body: JSON.stringify({ rows: await decisions() }),
    });
    expect(answer.status, await answer.clone().text()).toBe(200);
    expect(((await answer.json()) as { loaded: number }).loaded).toBe(6);
    await expect
      .poll(async () => (await rows(city().pool, `select 1 from finding where rule_id = 'D05'`)).length, { timeout: 60_000 })
      .toBe(1);
    const page = await at(await city().as(SUPERVISOR), '/findings');
    await page.getByRole('link', { name: /此前已被罚款1次/ }).waitFor();
    await shot(page, '01-预警');
    await standsWell(page);
    await at(page, '/findings?tab=not-judged');
    await page.getByText('缺类案数据').first().waitFor();
    await shot(page, '02-无法判断');
    await standsWell(page);
  });

  it('处罚决定列表和决定页：事实、预警读得明白', async () => {
    const page = await city().as(SUPERVISOR);
    await page.getByRole('navigation', { name: '主菜单' }).getByRole('link', { name: '处罚决定' }).click();
    await page.getByRole('heading', { level: 1, name: '处罚决定' }).waitFor();
    await page.getByRole('link', { name: /302号/ }).waitFor();
    await shot(page, '03-处罚决定');
    await standsWell(page);
    await page.getByRole('link', { name: /302号/ }).click();
    await page.getByRole('tabpanel').getByText('当事人经营场所内十五种商品没有标明价格。').waitFor();
    await shot(page, '04-决定页');
    await standsWell(page);
    await page.getByRole('tab', { name: '预警' }).click();
    await page.getByRole('link', { name: /此前已被罚款1次/ }).click();
    await page.getByText('相关办件').waitFor();
    await page.getByRole('link', { name: /301号/ }).waitFor();
    await shot(page, '05-预警详情');
    await standsWell(page);
  });

  it('处罚机关看得到自己的预警，另一机关的办件不具名', async () => {
    const page = await at(await city().as('lh-scjg-cb1'), '/findings');
    await shot(page, '06-单位的预警');
    await page.getByRole('link', { name: /此前已被罚款1次/ }).click();
    await page.getByText(/另一机关的办件 1 件/).waitFor();
    expect(await page.getByText('301号').count()).toBe(0);
    await shot(page, '07-单位看预警');
    await standsWell(page);
    await at(page, '/decisions');
    await page.getByRole('link', { name: /302号/ }).waitFor();
    expect(await page.getByRole('link', { name: /301号/ }).count()).toBe(0);
  });

  it('审核人、负责人只看不办；手机上成卡片', async () => {
    for (const [login, name] of [
      ['sf-sh', '审核人'],
      ['sf-jz', '负责人'],
    ] as const) {
      const page = await at(await city().as(login), '/findings');
      await page.getByRole('link', { name: /此前已被罚款1次/ }).click();
      await page.getByText('法律要求').waitFor();
      await shot(page, `08-${name}`);
    }
    const phone = await at(await city().as('sf-jd2', PHONE), '/findings');
    await phone.getByRole('link', { name: /此前已被罚款1次/ }).waitFor();
    await shot(phone, '09-手机-预警');
    await standsWell(phone);
    await phone.getByRole('link', { name: /此前已被罚款1次/ }).click();
    await phone.getByText('相关办件').waitFor();
    await shot(phone, '10-手机-预警详情');
    await standsWell(phone);
    await at(phone, '/decisions');
    await phone.getByRole('link', { name: /302号/ }).waitFor();
    await shot(phone, '11-手机-处罚决定');
    await standsWell(phone);
    await at(phone, '/rules');
    await phone.getByText('D05').first().waitFor();
    await shot(phone, '12-手机-规则');
    await standsWell(phone);
  });

  it('下发核查，单位答复，监督员看到答复', async () => {
    const page = await at(await city().as(SUPERVISOR), '/findings');
    await page.getByRole('link', { name: /此前已被罚款1次/ }).click();
    await page.getByRole('main').getByRole('button', { name: '下发预警核查' }).first().click();
    await page.getByRole('dialog').getByRole('button', { name: '下发', exact: true }).click();
    await page.getByText('打开办件页').waitFor();
    await shot(page, '13-已下发');
    const unit = await city().as('lh-scjg-cb1');
    await openTask(unit, city().base, '核查', '预警核查');
    await shot(unit, '14-单位核查');
    await act(unit, '答复核查', '已答复', { 答复: { tick: '属实' }, 情况说明: '两次处罚所涉为同一时段的同一行为，拟撤销本局决定。' });
    await at(page, '/findings?tab=checking');
    await page.getByRole('link', { name: /此前已被罚款1次/ }).waitFor();
    await shot(page, '15-核查中');
  });

  it('排除要写理由', async () => {
    const page = await at(await city().as(SUPERVISOR), '/findings?rule=P06');
    await page
      .getByRole('main')
      .getByRole('link', { name: /手机|电话/ })
      .first()
      .click();
    await page.getByRole('main').getByRole('button', { name: '排除', exact: true }).click();
    const drawer = page.getByRole('dialog');
    await drawer.getByRole('button', { name: '排除', exact: true }).click();
    await drawer
      .getByText(/请填写|需要更正/)
      .first()
      .waitFor();
    await shot(page, '16-排除-漏填');
    await fill(drawer, { 理由: { tick: '误报' }, 说明: '电话为该单位公开的服务电话。' });
    await drawer.getByRole('button', { name: '排除', exact: true }).click();
    await page.getByText('已办理：排除 1 条').waitFor();
    await shot(page, '17-已排除');
  });
});

describe('一单多案：一个单位的多条预警并入一件监督案件（细则第九条第五项）', () => {
  it('勾选并入监督事项，提出立案意见', async () => {
    const page = await at(await city().as(SUPERVISOR), `/findings?q=${encodeURIComponent('临河区市场监督管理局')}`);
    const boxes = page.getByRole('row').getByRole('checkbox');
    await boxes.nth(1).waitFor();
    await boxes.nth(0).check();
    await page.getByRole('region', { name: '成批办理' }).waitFor();
    await shot(page, '18-成批');
    await page.getByRole('button', { name: '并入监督事项' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '立监督案件' }).click();
    await page.getByRole('link', { name: '打开办件页' }).click();
    await act(page, '提出立案意见', '等待负责人审批', { 研判意见: '建议立案调查。' });
    await shot(page, '19-研判');
  });
});
