import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { addDays, shanghaiDay } from '#law';
import { rows } from '#platform/db';
import { digestOf } from '#platform/identity/keys';
import { act, confirm, confirmAgain, fill, formOf } from '#testing/hands';
import { aPerson, testIdentity } from '#testing/identity';
import { handleDocument, sendDocument } from '#testing/received-document';
import { standsWell } from '#testing/stands-well';
import { aWalk } from '#testing/walked-city';
import type { ReportsAnswer } from '../../enforcement/case-reports/contract.ts';
import { organisationId } from '../seed/world/world.ts';
import { toldCase } from '../seed/year/cases.ts';

const { city, shot } = aWalk('reported-case');
const KEY = `fhk_${'A2B3'.repeat(13)}`;
const UNIT = organisationId(1508, '临河市场监管局');
const SUPERVISOR = 'lh-sf-jd1';
const REF = '演案901';
const SIX_MINUTES = 6 * 60_000;
const today = () => shanghaiDay(city().now());

let reportedAt = '';
let caseAt = '';
let letter = '';

async function at(login: string, path: string): Promise<Page> {
  const page = await city().as(login);
  await page.goto(`${city().base}${path}`);
  return page;
}

/** The unit's own system, with a key to tell its cases. */
async function keyOfTheUnit(): Promise<void> {
  const machine = await aPerson(testIdentity(city().pool, city().now), [{ organisationId: UNIT, role: 'machine', labelMax: 2 }], {
    name: '自有系统（演示）',
  });
  await city().pool.query(
    `insert into machine_key (id, name, key_hash, account_id, post_id, scopes, created_at, expires_at)
     values (gen_random_uuid(), '对接', $1, $2, $3, '{cases.write}', '2026-01-01', '2027-12-31')`,
    [digestOf(KEY), machine.accountId, machine.postIds[0]],
  );
}

async function uploaded(name: string): Promise<string> {
  const form = new FormData();
  form.append('file', new Blob([`%PDF-1.7\n${name}\n%%EOF\n`], { type: 'application/pdf' }), name);
  const answer = await fetch(`${city().base}/api/files`, { method: 'POST', headers: { authorization: `Bearer ${KEY}` }, body: form });
  expect(answer.status, await answer.clone().text()).toBe(200);
  return ((await answer.json()) as { id: string }).id;
}

/** Numbers of certificates, as a system knows its officers. */
async function officers(): Promise<readonly string[]> {
  const page = await city().as(SUPERVISOR);
  const answer = await page.request.get(`${city().base}/api/officers?of=officers&organisation=${UNIT}`);
  const { items } = (await answer.json()) as { items: readonly { organisationId: string; certificate: string | null }[] };
  return items.flatMap((one) => (one.organisationId === UNIT && one.certificate !== null ? [one.certificate] : [])).slice(0, 2);
}

/** People of the bureau with a valid supervision certificate today, as the picker shows them. */
async function supervisors(): Promise<readonly string[]> {
  const bureau = organisationId(1508, '临河司法局');
  const page = await city().as(SUPERVISOR);
  const answer = await page.request.get(`${city().base}/api/officers?of=supervisors&organisation=${bureau}`);
  const { items } = (await answer.json()) as { items: readonly { name: string; organisationId: string; certificate: string | null }[] };
  return items.flatMap((one) => (one.organisationId === bureau && one.certificate !== null ? [`${one.name} · ${one.certificate}`] : []));
}

const doubts = `/findings?tab=open&q=${encodeURIComponent(REF)}`;

describe('自有系统报送的案件有违法情形：预警 → 问题 → 监督文书 → 答复（处罚法第四十四条，细则第三条第一款、第二十二条）', () => {
  it('凭密钥报送：决定重于告知的照录，监督人员在预警页看到，案件页写明补录', async () => {
    await keyOfTheUnit();
    // Nobody hears this case.
    const parts = { ref: REF, openedOn: addDays(today(), -60), officers: await officers(), host: '' };
    const told = toldCase('heavier-▲', { ...parts, papers: [await uploaded('台账.pdf'), await uploaded('确认书.pdf')] });
    const answer = await fetch(`${city().base}/api/ordinary-penalty/reports`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${KEY}` },
      body: JSON.stringify({ cases: [told] }),
    });
    const body = (await answer.json()) as ReportsAnswer;
    expect([answer.status, body.held], JSON.stringify(body)).toEqual([200, 0]);
    expect(body.cases[0]?.findings.length).toBeGreaterThan(0);
    reportedAt = `/matters/${body.cases[0]?.matterId ?? ''}`;
    const page = await at(SUPERVISOR, doubts);
    await page
      .getByRole('link', { name: /超出事先告知|重于告知/ })
      .first()
      .waitFor();
    await shot(page, '01-预警');
    await standsWell(page);
    await page
      .getByRole('link', { name: /超出事先告知|重于告知/ })
      .first()
      .click();
    await page.getByText('法律要求').waitFor();
    await shot(page, '02-预警详情');
    await standsWell(page);
    const reported = await at('lh-scjg-cb1', reportedAt);
    await reported.getByRole('list', { name: '经过，最近的在前' }).getByText('补录').first().waitFor();
    await shot(reported, '03-单位看报送的案件');
    await standsWell(reported);
  });

  it('并入监督案件，负责人立案，要求说明，认定为问题', async () => {
    const page = await at(SUPERVISOR, doubts);
    const boxes = page.getByRole('row').filter({ has: page.getByRole('link', { name: /超出事先告知|重于告知/ }) });
    await boxes.first().getByRole('checkbox').check();
    await page.getByRole('region', { name: '成批办理' }).getByRole('button', { name: '立监督案件' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '立监督案件' }).click();
    await page.getByRole('link', { name: '打开办件页' }).click();
    await act(page, '提出立案意见', '等待负责人审批', { 研判意见: '决定重于告知，建议立案。' });
    caseAt = new URL(page.url()).pathname;
    const head = await at('lh-sf-fg', `${caseAt}?act=file`);
    await fill(formOf(head, '立案'), { 承办人: { picks: (await supervisors()).slice(0, 2) } });
    city().pass(SIX_MINUTES);
    await confirmAgain(head, city().base, 'lh-sf-fg', '立案', '已立案，案号');
    const again = await at(SUPERVISOR, caseAt);
    await act(again, '要求书面说明', '书面说明', { 需要说明的事项: '说明决定重于告知的理由。', 提交日期: addDays(today(), 5) });
    await act(again, '登记书面说明', '第1项', { 已收到书面说明: { check: true }, 说明要点或者未提交的情况: '承认没有重新告知。' });
    await act(again, '认定问题', '已认定问题1项', {
      监督事项: { pick: '具体执法行为' },
      认定的事实: '告知罚款2,000元，决定罚款3,000元，没有重新告知。',
      违反的规定: '处罚的种类、数额不得超出告知的范围。',
      证据序号: { numbers: [1] },
      来源预警编号: { numbers: [1] },
      认定意见: '单位无异议，证据充分。',
    });
    await shot(again, '04-认定问题');
    await standsWell(again);
  });

  it('带入问题起草监督文书，签发、用印、送达；单位在收文里看到', async () => {
    const page = await at(SUPERVISOR, caseAt);
    await page.getByRole('link', { name: /起草监督文书/ }).click();
    await page.getByText('告知罚款2,000元，决定罚款3,000元').first().waitFor();
    await fill(page, { 处理要求: '依法自行纠正，并书面报告。', 联系人和电话: '监督科 0478-0000000' });
    await confirm(page, '拟稿', '已拟稿');
    await shot(page, '05-已拟稿');
    letter = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    await sendDocument(city().base, letter);
    const unit = await at('lh-scjg-sw', `/matters/${letter}`);
    await unit.locator('figure').getByText('已送达').first().waitFor();
    await shot(unit, '06-单位收文');
    await standsWell(unit);
  });

  it('单位处理、报告，监督人员核查销号、办结；预警已认定，问题已答复', async () => {
    await handleDocument(city().base, letter, today());
    const head = await at('lh-scjg-jz', `/matters/${letter}`);
    await act(head, '签发报告', '报告已送发文机关');
    await shot(head, '07-已报告');
    const page = await at(SUPERVISOR, `/matters/${letter}`);
    await act(page, '整改核查', '1项问题全部销号', { 核查结论: { tick: '合格' }, 核查意见: '已撤销并重新告知。' });
    await act(page, '办结', '各项问题均已销号，本件办结');
    await shot(page, '08-办结');
    await at(SUPERVISOR, `/findings?tab=established&q=${encodeURIComponent(REF)}`);
    await page
      .getByRole('link', { name: /超出事先告知|重于告知/ })
      .first()
      .waitFor();
    await shot(page, '09-已认定');
    const [problem] = await rows<{ on: string | null }>(
      city().pool,
      `select state->'problems'->0->>'answeredOn' as on from matter where id = $1`,
      [caseAt.split('/').at(-1)],
    );
    expect(problem?.on).toBe(today());
  });
});
