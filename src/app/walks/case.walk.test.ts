import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { addDays, shanghaiDay } from '#law';
import { act, confirm, confirmAgain, field, fill, formOf, openForm, openTask } from '#testing/hands';
import { savesLate } from '#testing/late-saving';
import { handleDocument, sendDocument } from '#testing/received-document';
import { standsWell } from '#testing/stands-well';
import { aWalk } from '#testing/walked-city';
import { organisationId } from '../seed/world/world.ts';

const SUBJECT = '未告知陈述申辩权利';
const FACTS = '三份案卷未见告知当事人陈述、申辩权利的记录。';
const SIX_MINUTES = 6 * 60_000;
const { city, shot } = aWalk('case');
const today = () => shanghaiDay(city().now());

let caseAt = '';
let documentId = '';

async function onCase(login: string): Promise<Page> {
  const page = await city().as(login);
  await page.goto(`${city().base}${caseAt}`);
  await page.getByRole('navigation', { name: '流程' }).waitFor();
  return page;
}

/** People of a bureau who hold a valid supervision certificate today. */
async function certified(asker: Page, unit: string): Promise<readonly string[]> {
  const answer = await asker.request.get(`${city().base}/api/officers?of=supervisors&organisation=${organisationId(1508, unit)}`);
  const { items } = (await answer.json()) as { items: readonly { name: string; organisationId: string; certificate: string | null }[] };
  return items.filter((one) => one.organisationId === organisationId(1508, unit)).map((one) => `${one.name} · ${one.certificate}`);
}

/** Keeps back what the page reads of a matter anew, until it is released: a person may be quicker than the line. */
async function holdReading(page: Page): Promise<() => Promise<void>> {
  let letGo = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  const readings = /\/api\/matters\/[^/]+$/;
  await page.route(readings, async (route) => {
    await held;
    await route.continue();
  });
  return async () => {
    letGo();
    await page.unrouteAll({ behavior: 'wait' });
  };
}

/** What the act is recorded as: its place among the materials of the case. */
const asMaterial = (no: number) => `证据材料第${no}项`;

describe('司法所提请制发监督文书，由所属旗县区司法行政部门答复（细则第二十三条第二款、第三款）', () => {
  it('司法所只能提请，不能自行立案或者制发文书', async () => {
    const page = await city().as('lh-ls-sfs');
    await page.getByRole('button', { name: '新办' }).click();
    await page.getByRole('menuitem', { name: '监督案件：提请制发监督文书' }).waitFor();
    const offered = await page.getByRole('menuitem').allTextContents();
    expect(offered.filter((label) => label.includes('监督文书：') || label.includes('登记线索'))).toEqual([]);
    await page.getByRole('menuitem', { name: '监督案件：提请制发监督文书' }).click();
    await fill(page, {
      事由: '检查未出示证件',
      被监督单位: { pick: '狼山镇', option: '执法' },
      监督事项: { pick: '具体执法行为' },
      线索内容: '日常监督中发现两次检查未出示执法证件。',
      提请的旗县区司法行政部门: { pick: '临河区司法局' },
      建议制发的文书: { tick: '行政执法监督意见书' },
    });
    await shot(page, '01-提请');
    await confirm(page, '提请制发监督文书', '等待答复');
    caseAt = new URL(page.url()).pathname;
    await standsWell(page);
  });

  it('市司法局不能代为答复，所属旗县区司法局答复', async () => {
    const upper = await onCase('sf-jd1');
    await upper.getByRole('heading', { level: 2, name: '现在' }).waitFor();
    await expect.poll(() => upper.getByRole('button', { name: '接受提请', disabled: false }).count()).toBe(0);
    await shot(upper, '02-上级只看');
    const page = await city().as('lh-sf-jd1');
    await openTask(page, city().base, '答复司法所提请', '检查未出示证件');
    await act(page, '接受提请', '已接受提请', { 答复意见: '转入研判，另行告知。' });
    await shot(page, '03-接受提请');
    const office = await onCase('lh-ls-sfs');
    await office.locator('.fh-step-current').filter({ hasText: '线索研判' }).waitFor();
    await shot(office, '04-司法所看答复');
  });
});

describe('监督案件从线索到归档（细则第八条、第九条第五项、第十条、第十六条、第二十二条）', () => {
  it('登记线索，提出立案意见，负责人再次验证身份后立案', async () => {
    const page = await city().as('lh-sf-jd1');
    await page.goto(`${city().base}/new/case-supervision/open`);
    await fill(page, {
      线索来源: { pick: '工作中发现' },
      事由: SUBJECT,
      被监督单位: { pick: '临河区市场监督', option: '临河区市场监督管理局' },
      监督事项: { pick: '具体执法行为' },
      线索内容: '案卷抽查发现部分处罚案卷缺少告知记录。',
    });
    await confirm(page, '登记线索', '等待研判');
    caseAt = new URL(page.url()).pathname;
    await act(page, '提出立案意见', '等待负责人审批', { 研判意见: '线索明确，建议立案。' });
    const head = await city().as('lh-sf-fg');
    await openTask(head, city().base, '审批立案', SUBJECT);
    const own = await certified(head, '临河司法局');
    await fill(formOf(head, '立案'), { 承办人: { picks: own.slice(0, 2) } });
    await shot(head, '05-审批立案');
    city().pass(SIX_MINUTES);
    const savings = await savesLate(head, city().base);
    await fill(formOf(head, '立案'), { 承办人: { picks: own.slice(2, 3) } });
    await expect.poll(savings).toBe(1);
    // Whoever has shown the second factor is not signed out by what was still on its way; that is sent once more.
    await confirmAgain(head, city().base, 'lh-sf-fg', '立案', '已立案，案号');
    expect(savings()).toBe(2);
    await head.unrouteAll({ behavior: 'wait' });
    await head.reload();
    await head.locator('.fh-step-current').filter({ hasText: '调查' }).waitFor();
  });

  it('现场监督检查：不足两名持证人员不得办理，借调人员计入；一人记走访了解', async () => {
    const page = await onCase('lh-sf-jd1');
    const [first = ''] = await certified(page, '临河司法局');
    const [borrowed = ''] = await certified(page, '乌中司法局');
    const form = await openForm(page, '现场监督检查');
    await fill(form, {
      地点: '执法大厅',
      起止时间: '09:00至10:30',
      已出示行政执法监督证: { check: true },
      在场人员: '法制机构负责人',
      检查情况: FACTS,
      监督人员: { picks: [first] },
    });
    await form.getByRole('button', { name: '现场监督检查', exact: true }).click();
    await page.getByText('现场监督应当有两名以上持有效行政执法监督证的人员，现有1名').first().waitFor();
    await shot(page, '06-不足两人');
    await form.getByRole('button', { name: '从其他司法行政部门借调' }).click();
    await fill(form, { 借出机关: { pick: '乌拉特中旗司法局' } });
    await form.getByRole('checkbox', { name: new RegExp(borrowed) }).check();
    await shot(page, '07-借调');
    await standsWell(page);
    // Who goes on before the page has read the matter anew stands in nobody's way.
    const release = await holdReading(page);
    await confirm(page, '现场监督检查', asMaterial(1));
    await act(page, '走访了解', '不作认定问题的证据', { 地点: '市场门口', 了解的情况: '经营者反映处罚前没有听取意见。' });
    await release();
    await shot(page, '08-走访了解');
  });

  it('七种调查取证措施逐条登记（细则第十条）', async () => {
    const page = await onCase('lh-sf-jd1');
    const [first = '', second = ''] = await certified(page, '临河司法局');
    await act(page, '要求书面说明', '书面说明', { 需要说明的事项: '说明告知情况。', 提交日期: addDays(today(), 7) });
    await act(page, '登记书面说明', asMaterial(3), { 已收到书面说明: { check: true }, 说明要点或者未提交的情况: '承认未告知。' });
    await act(page, '询问', asMaterial(4), {
      被询问人: '示某丙',
      身份: { tick: '行政执法人员' },
      地点: '办公室',
      已出示行政执法监督证: { check: true },
      已告知权利义务: { check: true },
      询问记录: '问：是否告知？答：没有。',
      监督人员: { picks: [first, second] },
    });
    await act(page, '调阅', asMaterial(5), { 材料名称: '处罚案卷', 提供日期: addDays(today(), 3) });
    await act(page, '归还调阅材料', '尚有0项未归还', { 归还的材料: { numbers: [1] } });
    await act(page, '录音录像', asMaterial(6), { 内容: '调阅过程录像', 地点: '办公室', 录音录像: { file: '录像说明.pdf' } });
    await act(page, '委托鉴定、评估、检测、勘验', asMaterial(7), {
      受委托机构: '演示检测机构',
      资质: '检验检测机构资质认定',
      委托事项: '检测抽样封条是否完好。',
      完成日期: addDays(today(), 10),
    });
    await act(page, '听证、论证', asMaterial(8), { 形式: { tick: '专家论证会' }, 参加人员: '三名专家', 记录: '认为应当告知。' });
    await act(page, '其他合法措施', asMaterial(9), { 措施: '调取公示记录', 依据: '《实施细则》第十条第七项', 情况: '未公示。' });
    await shot(page, '09-七种措施');
    await standsWell(page);
  });

  it('走访了解不能作为证据；认定问题后起草监督文书', async () => {
    const page = await onCase('lh-sf-jd1');
    const form = await openForm(page, '认定问题');
    await fill(form, {
      监督事项: { pick: '具体执法行为' },
      认定的事实: FACTS,
      违反的规定: '作出行政处罚决定之前应当告知当事人依法享有的权利。',
      证据序号: { numbers: [1, 3, 4] },
      认定意见: '事实清楚，证据充分。',
    });
    await expect.poll(() => form.getByRole('checkbox', { name: /^2\. .*只作线索/ }).isDisabled()).toBe(true);
    await shot(page, '10-走访不作证据');
    await confirm(page, '认定问题', '已认定问题1项');
    await shot(page, '11-认定问题');
    await page.getByRole('link', { name: /起草监督文书/ }).click();
    await expect.poll(() => field(page, '存在的问题').inputValue()).toBe(FACTS);
    await fill(page, { 处理要求: '依法自行纠正，逐件核对。', 联系人和电话: '协调监督科 0478-0000000' });
    await confirm(page, '拟稿', '已拟稿');
    documentId = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  });

  it('文书送达后记入本案；单位报告，整改核查，销号，办结', async () => {
    await sendDocument(city().base, documentId);
    const page = await onCase('lh-sf-jd1');
    await expect
      .poll(
        async () => {
          await page.reload();
          await page.getByRole('navigation', { name: '流程' }).waitFor();
          return page.getByText('跟踪整改，文书办结后登记').count();
        },
        { timeout: 60_000 },
      )
      .toBeGreaterThan(0);
    await shot(page, '12-文书已记入本案');
    await handleDocument(city().base, documentId, today());
    const head = await city().as('lh-scjg-jz');
    await openTask(head, city().base, '签发处理结果报告', SUBJECT);
    await confirm(head, '签发报告', '报告已送发文机关');
    await openTask(page, city().base, '整改核查', SUBJECT);
    await act(page, '整改核查', '1项问题全部销号', { 核查结论: { tick: '合格' }, 核查意见: '已补正。' });
    await act(page, '办结', '本件办结');
    await shot(page, '13-文书办结');
  });

  it('文书办结登记到本案后结案、归档', async () => {
    const head = await city().as('lh-sf-fg');
    const task = head.getByRole('list', { name: '待办' }).getByRole('link').filter({ hasText: '结案' }).filter({ hasText: SUBJECT });
    await expect
      .poll(
        async () => {
          await head.goto(city().base);
          await head.getByRole('tab', { name: /^待办/ }).waitFor();
          return task.count();
        },
        { timeout: 60_000 },
      )
      .toBe(1);
    await openTask(head, city().base, '结案', SUBJECT);
    await act(head, '结案', '等待归档', { 结案意见: '问题已整改销号，结案。' });
    const page = await city().as('lh-sf-jd1');
    await openTask(page, city().base, '归档', SUBJECT);
    await act(page, '归档', '本案已归档', { 案卷号: '2026-监-1' });
    await page.locator('.fh-step-current').filter({ hasText: '归档' }).waitFor();
    await shot(page, '14-归档');
    await standsWell(page);
  });
});
