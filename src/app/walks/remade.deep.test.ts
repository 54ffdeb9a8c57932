import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { addDays, type Json, shanghaiDay } from '#law';
import { rows } from '#platform/db';
import { PHONE } from '#testing/browser';
import { act, confirmAgain, fill, openForm, openTask } from '#testing/hands';
import { sentAct, sentFile } from '#testing/sent-act';
import { standsWell } from '#testing/stands-well';
import { aWalk } from '#testing/walked-city';

const { city, shot } = aWalk('remade');
/** A case of the demonstration that was decided, published, paid and filed away. */
const CAUSE = '未按规定明码标价';
const CLERK = 'lh-scjg-cb1';
const BASIS = '《中华人民共和国价格法》第四十二条';
const SIX_MINUTES = 6 * 60_000;
type Input = Readonly<Record<string, Json>>;
const today = () => shanghaiDay(city().now());

let caseAt = '';

async function onCase(login: string, options = {}): Promise<Page> {
  const page = await city().as(login, options);
  await page.goto(`${city().base}${caseAt}`);
  await page.getByRole('navigation', { name: '流程' }).waitFor();
  return page;
}
const sent = (login: string, name: string, input: Input = {}): Promise<void> =>
  sentAct(city(), { kind: 'ordinary-penalty', path: caseAt }, login, name, input);
const paper = async (name: string): Promise<Json> => [await sentFile(city(), CLERK, name)];

/** Sealed by hand and handed over on the day. */
async function served(): Promise<void> {
  await act(await onCase('lh-scjg-fz'), '手工用印并上传', '已手工用印', { 用印后的扫描件: { file: '扫描件.pdf' } });
  await sent(CLERK, 'serve', { how: 'in-person', receivedOn: today(), receiver: '负责人', papers: await paper('送达回证.pdf') });
}

const fine = (sum: number): Input => ({ kinds: ['CF03'], fine: sum * 100, content: `罚款${sum}元。` });
async function clues(): Promise<number> {
  return (await rows(city().pool, `select 1 from matter where kind = 'case-supervision' and title like '%被纠正的%'`)).length;
}

describe('已经归档的处罚决定在复议中被撤销、责令重新作出（复议法第六十四条，处罚法第四十八条，细则第十二条）', () => {
  it('承办人登记申请、受理、答复：案件重新打开，页面写明答复期限', async () => {
    const [found] = await rows<{ id: string }>(
      city().pool,
      `select m.id from matter m join ordinary_penalty p on p.matter_id = m.id where m.status = 'archived' and m.title like $1`,
      [`%${CAUSE}%`],
    );
    caseAt = `/matters/${found?.id ?? ''}`;
    const page = await onCase(CLERK);
    await shot(page, '01-归档的案件');
    await act(page, '登记复议、诉讼', '复议、诉讼期间处罚不停止执行', {
      方式: { tick: '行政复议' },
      '当事人申请、起诉的日期': addDays(today(), -9),
      '复议机关、人民法院': '临河区人民政府',
    });
    await act(page, '登记受理情况', '受理情况已登记', {
      已经受理: { check: true },
      '受理、不予受理的日期': addDays(today(), -6),
      案号: '临政复〔2026〕演示1号',
      '本机关收到申请书、起诉状副本的日期': addDays(today(), -5),
    });
    await page.locator('.fh-clock').filter({ hasText: '行政复议答复' }).waitFor();
    await shot(page, '02-答复期限');
    await standsWell(page);
    await act(page, '登记答复、答辩', '答复已登记', { '答复、答辩的日期': today() });
  });

  it('登记撤销重作：回到调查取证，公示、罚款都有待办；负责人看得到，司法局收到案卷评查的线索', async () => {
    const before = await clues();
    const page = await onCase(CLERK);
    await act(page, '登记复议、诉讼结果', '结果已登记：撤销并责令重新作出', {
      结果: { pick: '撤销并责令重新作出' },
      '复议决定书、裁判文书号': '临政复决〔2026〕演示1号',
      生效日期: today(),
      主要内容和理由: '认定事实不清，撤销原处罚决定，责令重新作出。',
      纠错原因: { pick: '认定事实不清' },
      '责令重新作出、履行的期限': addDays(today(), 40),
    });
    await page.locator('.fh-step-current').filter({ hasText: '调查取证' }).waitFor();
    await page.locator('.fh-clock').filter({ hasText: '重新作出决定' }).waitFor();
    await shot(page, '03-撤销重作');
    await standsWell(page);
    const head = await city().as('lh-scjg-jz');
    await head.goto(`${city().base}${caseAt}`);
    await head.locator('.fh-step-current').filter({ hasText: '调查取证' }).waitFor();
    await shot(head, '04-负责人看到');
    await expect.poll(clues, { timeout: 60_000 }).toBe(before + 1);
    const bureau = await city().as('lh-sf-jd1');
    await openTask(bureau, city().base, '研判', '被纠正的');
    await bureau.getByRole('tabpanel').getByText('临政复决〔2026〕演示1号').first().waitFor();
    await shot(bureau, '05-司法局的线索');
    await standsWell(bureau);
  });

  it('撤回公示、退还罚款；手机上也看得清', async () => {
    const page = await onCase(CLERK);
    await act(page, '撤回公示并说明理由', '公示已撤回', {
      撤下公示的日期: today(),
      撤下的平台和网址: '执法公示平台',
      公开说明的理由: '决定已被复议机关撤销。',
    });
    await act(page, '登记退还款物', '退还情况已登记', {
      退还日期: today(),
      退还的金额: '2000',
      '退库、退款凭证号': '退0001',
    });
    await shot(page, '06-退还以后');
    const phone = await onCase('lh-scjg-cb2', PHONE);
    await shot(phone, '07-手机');
    await standsWell(phone);
  });

  it('补充调查、重新告知以后，基本相同的决定被拒绝并写明条文；减轻的作出', async () => {
    const ids = await rows<{ id: string }>(
      city().pool,
      `select unnest(array(select jsonb_array_elements_text(state->'handlerIds'))) as id from matter where id = $1`,
      [caseAt.split('/').at(-1)],
    );
    const officers = ids.map(({ id }) => id);
    await sent(CLERK, 'inspect', {
      ...{ form: 'inspection', place: '经营场所', time: '9时至10时', shown: true, present: '负责人', found: '其中七种商品已经标价。' },
      ...{ officers, papers: await paper('补充检查笔录.pdf') },
    });
    await sent(CLERK, 'verify-evidence', { items: [{ no: 3 }], how: '与现场照片核对。' });
    await sent(CLERK, 'conclude', {
      ...{ facts: [{ fact: '八种商品没有标明价格。', evidence: '1、2、3' }], violated: '《中华人民共和国价格法》第十三条', basis: BASIS },
      ...{ violation: '未明码标价', benchmarkTier: 3 },
      ...{ capacity: 'full', tier: 'normal', tierReason: '数量较少，已经改正。', outcome: 'penalty', ...fine(2000), isGrave: false },
    });
    await sent('lh-scjg-fg', 'skip-review', { reason: '不属于应当法制审核的情形。' });
    await sent('lh-scjg-fg', 'notify', { reasons: '事实清楚，应予处罚。', hearing: false, contact: '执法科 0478-0000000' });
    await served();
    await sent(CLERK, 'waive', { statement: true, hearing: true, papers: await paper('放弃声明.pdf') });
    await sent(CLERK, 'close-notice');
    const head = await onCase('lh-scjg-jz');
    const form = await openForm(head, '作出处罚决定');
    await form.getByRole('checkbox', { name: '罚款', exact: true }).check();
    await fill(form, {
      罚款数额: '2000',
      处罚内容: '罚款2000元。',
      决定的理由: '当事人放弃陈述、申辩。事实清楚，裁量适当。',
      责令改正: { tick: '已经改正，或者无需改正' },
      责令改正的情况: '立案以后已经改正，按规定明码标价。',
      缴款方式: '到指定银行缴入国库。',
      提起诉讼的人民法院: '临河区人民法院',
    });
    await form.getByRole('button', { name: '作出处罚决定', exact: true }).click();
    await head.getByText('不得以同一的事实和理由作出与被撤销的决定基本相同的决定').first().waitFor();
    await shot(head, '08-不得相同');
    await fill(form, { 罚款数额: '1600', 处罚内容: '罚款1600元。' });
    city().pass(SIX_MINUTES);
    await confirmAgain(head, city().base, 'lh-scjg-jz', '作出处罚决定', '处罚决定书已签发');
    await shot(head, '09-重新决定');
  });

  it('重新送达、公示、缴清、结案、归档；案卷里两份决定书都在，司法局看得到全过程', async () => {
    await served();
    await sent(CLERK, 'publish', { on: today(), where: '执法公示平台' });
    await sent(CLERK, 'pay', { amount: 160_000, channel: 'bank', receipt: '0002' });
    await sent(CLERK, 'complete-performance', { summary: '已缴清，已改正。' });
    await sent('lh-scjg-jz', 'close', { summary: '同意结案。' });
    await sent(CLERK, 'archive', { number: '2026-罚-重1', pages: 60 });
    const page = await onCase(CLERK);
    await page.locator('.fh-step-current').filter({ hasText: '归档' }).waitFor();
    await shot(page, '10-归档');
    await page.getByRole('tab', { name: '案卷' }).click();
    await expect.poll(() => page.getByRole('tabpanel').getByText('行政处罚决定书').count()).toBeGreaterThan(1);
    await shot(page, '11-案卷');
    await standsWell(page);
    const bureau = await onCase('lh-sf-jd1');
    await bureau.locator('.fh-step-current').filter({ hasText: '归档' }).waitFor();
    await shot(bureau, '12-司法局看案件');
    await standsWell(bureau);
  });
});
