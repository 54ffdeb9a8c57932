import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { addDays, shanghaiDay } from '#law';
import { rows } from '#platform/db';
import { PHONE } from '#testing/browser';
import { act, confirm, confirmAgain, fill, formOf, openTask } from '#testing/hands';
import { standsWell } from '#testing/stands-well';
import { aWalk } from '#testing/walked-city';
import type { PenaltyRecord } from '../../enforcement/penalty-records/reading/read-records.ts';
import { reportedDecision } from '../../enforcement/penalty-records/testing.ts';
import { demonstrationMachineKey } from '../seed/secrets.ts';
import { organisationId } from '../seed/world/world.ts';

const SUPERVISOR = 'sf-jd1';
/** The unit whose decisions are doubted; the first of the two fines is another's. */
const UNIT = { name: '临河区市场监督管理局', handler: 'lh-scjg-cb1', receiver: 'lh-scjg-sw', head: 'lh-scjg-jz' };
const SECOND_FINE = /此前已被罚款1次/;
const SIX_MINUTES = 6 * 60_000;
const { city, shot } = aWalk('findings');
const today = () => shanghaiDay(city().now());

let caseAt = '';

/** Opens a path within the signed-in window. */
async function at(page: Page, path: string): Promise<Page> {
  await page.goto(`${city().base}${path}`);
  return page;
}

/** The list of doubts, cut to the decisions of this walk: others are planted in the city. */
const listOf = (words: string, tab = 'open') => `/findings?tab=${tab}&q=${encodeURIComponent(words)}`;

async function registered(words: string): Promise<string> {
  const [organ] = await rows<{ name: string }>(
    city().pool,
    'select name from organisation_record where name like $1 and upper_inf(known) and upper_inf(valid) order by length(name) limit 1',
    [`${words}%`],
  );
  if (organ === undefined) throw new Error(`no organ ${words}`);
  return organ.name;
}

async function howMany(rule: string): Promise<number> {
  return (await rows(city().pool, 'select 1 from finding where rule_id = $1', [rule])).length;
}

/** Two departments fine one shop for the same act; two decisions tell a telephone number, one cites a repealed law. */
async function decisions(): Promise<readonly PenaltyRecord[]> {
  const [unit, other] = [await registered(UNIT.name), await registered('五原县市场监督管理局')];
  const decided = (organ: string, serial: number, daysAgo: number, more: PenaltyRecord = {}) => {
    const on = addDays(today(), -daysAgo);
    return reportedDecision(organ, serial, {
      行政处罚决定书文号: `演市监罚〔${on.slice(0, 4)}〕${serial}号`,
      处罚决定日期: on,
      公示截止期: addDays(today(), 200),
      ...more,
    });
  };
  const shop = { 行政相对人名称: '演示便民商贸有限公司', '行政相对人代码_1(统一社会信用代码)': '91150802MA0000001B' };
  const telling = (number: string) => ({ 违法事实: `当事人联系电话${number}，未明码标价。` });
  return [
    decided(other, 9301, 40, shop),
    decided(unit, 9302, 20, shop),
    decided(unit, 9303, 18, telling('13800000000')),
    decided(unit, 9304, 16, telling('13900000000')),
    decided(unit, 9305, 15, { 处罚依据: '《中华人民共和国环境噪声污染防治法》第五十八条' }),
    decided(unit, 9306, 12),
  ];
}

describe('从归集的处罚决定到预警核查和排除（细则第三条第二款、第八条第十二项、第十六条）', () => {
  it('决定归集后，监督员在预警页看到疑点，同组比较的规则一并判断', async () => {
    const before = await howMany('D05');
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
    await expect.poll(async () => (await howMany('D05')) - before, { timeout: 60_000 }).toBe(1);
    const page = await at(await city().as(SUPERVISOR), listOf('9302号'));
    await page.getByRole('link', { name: SECOND_FINE }).waitFor();
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
    await at(page, '/decisions?q=9302');
    const decision = page.getByRole('link', { name: /9302号/ });
    await decision.waitFor();
    await shot(page, '03-处罚决定');
    await standsWell(page);
    await decision.click();
    await page.getByRole('tabpanel').getByText('当事人经营场所内十五种商品没有标明价格。').waitFor();
    await shot(page, '04-决定页');
    await standsWell(page);
    await page.getByRole('tab', { name: '预警' }).click();
    await page.getByRole('link', { name: SECOND_FINE }).click();
    await page.getByText('相关办件').waitFor();
    await page.getByRole('link', { name: /9301号/ }).waitFor();
    await shot(page, '05-预警详情');
    await standsWell(page);
  });

  it('处罚机关看得到自己的预警，另一机关的办件不具名', async () => {
    const page = await at(await city().as(UNIT.handler), listOf('9302号'));
    await page.getByRole('link', { name: SECOND_FINE }).waitFor();
    await shot(page, '06-单位的预警');
    await page.getByRole('link', { name: SECOND_FINE }).click();
    await page.getByText(/另一机关的办件 1 件/).waitFor();
    expect(await page.getByText('9301号').count()).toBe(0);
    await shot(page, '07-单位看预警');
    await standsWell(page);
    await at(page, '/decisions?q=930');
    await page.getByRole('link', { name: /9302号/ }).waitFor();
    expect(await page.getByRole('link', { name: /9301号/ }).count()).toBe(0);
  });

  it('审核人、负责人只看不办；手机上成卡片', async () => {
    for (const [login, name] of [
      ['sf-sh', '审核人'],
      ['sf-jz', '负责人'],
    ] as const) {
      const page = await at(await city().as(login), listOf('9302号'));
      await page.getByRole('link', { name: SECOND_FINE }).click();
      await page.getByText('法律要求').waitFor();
      expect(await page.getByRole('main').getByRole('button', { name: '下发预警核查', disabled: false }).count()).toBe(0);
      await shot(page, `08-${name}`);
    }
    const phone = await at(await city().as('sf-jd2', PHONE), listOf('9302号'));
    await phone.getByRole('link', { name: SECOND_FINE }).waitFor();
    await shot(phone, '09-手机-预警');
    await standsWell(phone);
    await phone.getByRole('link', { name: SECOND_FINE }).click();
    await phone.getByText('相关办件').waitFor();
    await shot(phone, '10-手机-预警详情');
    await standsWell(phone);
    await at(phone, '/decisions?q=9302');
    await phone.getByRole('link', { name: /9302号/ }).waitFor();
    await shot(phone, '11-手机-处罚决定');
    await standsWell(phone);
  });

  it('下发核查，单位答复，监督员看到答复', async () => {
    const page = await at(await city().as(SUPERVISOR), listOf('9302号'));
    await page.getByRole('link', { name: SECOND_FINE }).click();
    await page.getByRole('main').getByRole('button', { name: '下发预警核查' }).first().click();
    await page.getByRole('dialog').getByRole('button', { name: '下发', exact: true }).click();
    await page.getByText('打开办件页').waitFor();
    await shot(page, '11-已下发');
    const unit = await city().as(UNIT.handler);
    await openTask(unit, city().base, '答复预警核查', '9302号');
    await shot(unit, '12-单位核查');
    await act(unit, '答复核查', '已答复', { 答复: { tick: '属实' }, 情况说明: '两次处罚所涉为同一时段的同一行为，拟撤销本局决定。' });
    await at(page, listOf('9302号', 'checking'));
    await page.getByRole('link', { name: SECOND_FINE }).click();
    await page.getByText(/单位答复：属实/).waitFor();
    await shot(page, '13-已答复');
  });

  it('排除要写理由', async () => {
    const page = await at(await city().as(SUPERVISOR), `${listOf('9303号')}&rule=P06`);
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
    await shot(page, '14-排除-漏填');
    await fill(drawer, { 理由: { tick: '误报' }, 说明: '电话为该单位公开的服务电话。' });
    await drawer.getByRole('button', { name: '排除', exact: true }).click();
    await page.getByText('已办理：排除 1 条').waitFor();
    await shot(page, '15-已排除');
    await at(page, listOf('9303号', 'excluded'));
    await page.getByRole('link', { name: /手机|电话/ }).waitFor();
  });
});

describe('一单多案：一个单位的多条预警并入一件监督案件，认定后起草监督文书（细则第九条第五项、第二十二条第一款）', () => {
  it('勾选预警立监督案件，提出立案意见', async () => {
    const page = await at(await city().as(SUPERVISOR), listOf('演市监罚'));
    const boxes = page.getByRole('row').filter({ hasText: UNIT.name }).getByRole('checkbox');
    await boxes.nth(1).waitFor();
    await boxes.nth(0).check();
    await boxes.nth(1).check();
    await page.getByRole('region', { name: '成批办理' }).waitFor();
    await shot(page, '16-成批');
    await page.getByRole('region', { name: '成批办理' }).getByRole('button', { name: '立监督案件' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '立监督案件' }).click();
    await page.getByRole('link', { name: '打开办件页' }).click();
    await act(page, '提出立案意见', '等待负责人审批', { 研判意见: '两条预警所涉事实清楚，建议立案调查。' });
    await shot(page, '17-研判');
    caseAt = new URL(page.url()).pathname;
  });

  it('分管领导再次验证身份后立案，取得案号', async () => {
    const head = await at(await city().as('sf-fg'), `${caseAt}?act=file`);
    await formOf(head, '立案').waitFor();
    await fill(formOf(head, '立案'), { 承办人: { picks: await certified('市司法局', 2) } });
    city().pass(SIX_MINUTES);
    await confirmAgain(head, city().base, 'sf-fg', '立案', '已立案，案号');
    await shot(head, '18-立案');
  });

  it('要求书面说明、登记说明，据以认定问题；预警转为已认定', async () => {
    const page = await at(await city().as(SUPERVISOR), caseAt);
    await act(page, '要求书面说明', '书面说明', { 需要说明的事项: '说明所列处罚决定的依据。', 提交日期: addDays(today(), 5) });
    await act(page, '登记书面说明', '第1项', { 已收到书面说明: { check: true }, 说明要点或者未提交的情况: '承认所列事实，愿意纠正。' });
    await act(page, '认定问题', '已认定问题1项', {
      监督事项: { pick: '具体执法行为' },
      认定的事实: '所引法律在作出决定时已经废止。',
      违反的规定: '行政处罚应当有现行有效的法律、法规、规章依据。',
      证据序号: { numbers: [1] },
      来源预警编号: { numbers: [1, 2] },
      认定意见: '被监督单位无异议，证据充分。',
    });
    await shot(page, '19-认定问题');
    await standsWell(page);
    await at(page, listOf('演市监罚', 'established'));
    await page.getByRole('row').filter({ hasText: UNIT.name }).nth(1).waitFor();
    await shot(page, '20-已认定的预警');
  });

  it('文书带入认定的问题，签发后记入本案，问题不再待处理', async () => {
    const page = await at(await city().as(SUPERVISOR), caseAt);
    await page.getByRole('link', { name: /起草监督文书/ }).click();
    await page.getByText('所引法律在作出决定时已经废止。').waitFor();
    await fill(page, {
      同级司法行政部门: { pick: '临河区司法局', option: '临河区司法局' },
      处理要求: '依法纠正所列处罚决定并书面报告。',
      联系人和电话: '协调监督科 0478-0000000',
    });
    await shot(page, '21-起草监督文书');
    await confirm(page, '拟稿', '已拟稿');
    await page.getByRole('link', { name: /监督案件：/ }).waitFor();
    await shot(page, '22-已拟稿');
    await standsWell(page);
  });
});

/** Names of people of a unit who hold a valid supervision certificate today, as the picker shows them. */
async function certified(unit: string, many: number): Promise<readonly string[]> {
  const page = await city().as(SUPERVISOR);
  const answer = await page.request.get(`${city().base}/api/officers?of=supervisors&organisation=${organisationId(1508, unit)}`);
  const { items } = (await answer.json()) as { items: readonly { name: string; certificate: string | null }[] };
  const names = items.filter((one) => one.certificate !== null).map((one) => one.name);
  expect(names.length).toBeGreaterThanOrEqual(many);
  return names.slice(0, many);
}
