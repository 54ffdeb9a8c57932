import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { shanghaiDay } from '#law';
import { PHONE } from '#testing/browser';
import { act, confirm, fill, openForm, openTask } from '#testing/hands';
import { sentAct } from '#testing/sent-act';
import { standsWell } from '#testing/stands-well';
import { aWalk } from '#testing/walked-city';
import { organisationId } from '../seed/world/world.ts';

const { city, shot } = aWalk('correction-order');
const CAUSE = '出售商品未标明价格';
const BASIS = '《中华人民共和国价格法》第四十二条';
const today = () => shanghaiDay(city().now());
let orderAt = '';

async function onOrder(login: string): Promise<Page> {
  const page = await city().as(login);
  await page.goto(`${city().base}${orderAt}`);
  await page.getByRole('navigation', { name: '流程' }).waitFor();
  return page;
}

/** Two people of the unit with a valid card today who do not seal its letters, as pickers call them. */
async function officers(page: Page): Promise<readonly string[]> {
  const legal = await city().as('lh-scjg-fz');
  const sealer = (await (await legal.request.get(`${city().base}/api/session`)).json()) as { name: string };
  const unit = organisationId(1508, '临河市场监管局');
  const answer = await page.request.get(`${city().base}/api/officers?of=officers&organisation=${unit}`);
  type Officer = { name: string; organisationId: string; certificate: string | null };
  const { items } = (await answer.json()) as { items: readonly Officer[] };
  const valid = items.filter((one) => one.organisationId === unit && one.certificate !== null && one.name !== sealer.name);
  return valid.slice(0, 2).map(({ name, certificate }) => `${name} · ${certificate}`);
}

/** Sealed by hand by the legal office, and handed over on the day. */
async function served(): Promise<void> {
  await act(await onOrder('lh-scjg-fz'), '手工用印并上传', '已手工用印', { 用印后的扫描件: { file: '扫描件.pdf' } });
  await sentAct(city(), { kind: 'correction-order', path: orderAt }, 'lh-scjg-cb1', 'serve', {
    ...{ how: 'in-person', receivedOn: today(), receiver: '负责人', witness: null, publishedOn: null, place: null, papers: null },
  });
}

describe('责令改正从提请到复查改正（处罚法第二十八条，SM-E2）', () => {
  it('承办人提请，负责人看到要签发的通知书，签发', async () => {
    const page = await city().as('lh-scjg-cb1');
    await page.goto(`${city().base}/new/correction-order/open`);
    await fill(page, {
      来源: { pick: '日常检查' },
      执法人员: { picks: await officers(page) },
      当事人类型: { pick: '个体工商户' },
      姓名或者名称: '临河区河套小吃店（演示）',
      统一社会信用代码: '92150821MA0000002U',
      '法定代表人（负责人、经营者）': '演示丙',
      '住址（住所）': '临河区演示街2号',
      违法行为: CAUSE,
      违法行为发生地: '临河区演示街2号门前',
      发现日期: today(),
      发现的事实: '摊位上九种商品没有标明价格。',
      '检查记录、照片等证据材料': { file: '检查记录.pdf' },
      违反的规定: '《中华人民共和国价格法》第十三条',
      责令改正的依据: BASIS,
      责令改正的内容和要求: '对全部商品明码标价。',
    });
    await shot(page, '01-提请');
    await standsWell(page);
    await confirm(page, '提请责令改正', '等待负责人审批签发');
    orderAt = new URL(page.url()).pathname;
    const leader = await city().as('lh-scjg-fg');
    await openTask(leader, city().base, '审批责令改正', CAUSE);
    await openForm(leader, '审批签发');
    await shot(leader, '02-审批');
    await standsWell(leader);
    expect(await confirm(leader, '审批签发', '责令改正通知书已签发')).toContain('责改');
    await shot(leader, '03-已签发');
  });

  it('用印、送达后在手机上复查：没有改正；负责人再次责令，写好前次的内容', async () => {
    await served();
    const phone = await city().as('lh-scjg-cb2', PHONE);
    await openTask(phone, city().base, '复查第1次责令改正', CAUSE);
    const form = await openForm(phone, '复查改正情况');
    await fill(form, { 复查情况: '仍有五种商品没有标价。' });
    await shot(phone, '04-手机复查');
    await standsWell(phone);
    await confirm(phone, '复查改正情况', '复查没有改正');
    const leader = await city().as('lh-scjg-fg');
    await openTask(leader, city().base, '第1次责令改正没有改正', CAUSE);
    const again = await openForm(leader, '再次责令改正');
    expect(await again.getByLabel('责令改正的内容和要求').inputValue()).toBe('对全部商品明码标价。');
    await shot(leader, '05-再次责令');
    await standsWell(leader);
    await confirm(leader, '再次责令改正', '责令改正通知书已签发');
  });

  it('再次复查已经改正，印制改正复查记录，归档后办结；台账列出', async () => {
    await served();
    const page = await onOrder('lh-scjg-cb1');
    await fill(await openForm(page, '复查改正情况'), { 已经改正: { check: true }, 复查情况: '全部商品已经标价。' });
    await confirm(page, '复查改正情况', '已经改正');
    await page.getByRole('button', { name: '改正复查记录' }).first().waitFor();
    await shot(page, '06-已改正');
    await standsWell(page);
    await act(page, '归档', '已归档', { 档案号: '演示-责改-009' });
    await page.goto(`${city().base}/ledger/correction-order`);
    await page
      .getByRole('link', { name: new RegExp(CAUSE) })
      .first()
      .waitFor();
    await shot(page, '07-台账');
    await standsWell(page);
  });
});
