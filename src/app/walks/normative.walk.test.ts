import { describe, expect, it } from 'vitest';
import { addDays, shanghaiDay } from '#law';
import { PHONE } from '#testing/browser';
import { act, confirm, fill, openForm, openTask } from '#testing/hands';
import { standsWell } from '#testing/stands-well';
import { aWalk } from '#testing/walked-city';

const { city, shot } = aWalk('normative');
const day = (n: number) => addDays(shanghaiDay(city().now()), n);

describe('规范性文件：报送、审查、目录（细则第八条第六项、第十八条、第二十八条）', () => {
  it('部门承办人准备材料并报送备案', async () => {
    const page = await city().as('yj-cb1');
    await page.goto(`${city().base}/new/normative-filing/prepare`);
    const form = await openForm(page, '准备报送备案');
    await fill(form, {
      ...{
        文件名称: '危险化学品企业分级监管办法',
        文号: '（演示）应急发12号',
        公布日期: day(-3),
        施行日期: day(0),
        有效期最后一日: day(720),
      },
      文件类别: { tick: '部门规范性文件' },
      备案机关: { pick: '巴彦淖尔市人民政府' },
      承办备案审查的司法行政部门: { pick: '巴彦淖尔市司法局' },
      ...{ 正式文本: { file: '文本.pdf' }, 起草说明: { file: '说明.pdf' }, 制定依据: { file: '依据.pdf' } },
      ...{ 合法性审核意见: { file: '审核.pdf' }, 集体审议记录: { file: '记录.pdf' }, 公布凭证: { file: '凭证.pdf' } },
    });
    await shot(page, '01-准备报送');
    await standsWell(page);
    await confirm(page, '准备报送备案', '备案材料已保存');
    const sending = await openForm(page, '报送备案');
    await fill(sending, { 联系人和电话: '法规科 0478-0000000' });
    await confirm(page, '报送备案', '已报送备案');
    await shot(page, '02-已报送');
  });

  it('司法行政部门登记、提出审查结论，另一人签发', async () => {
    const page = await city().as('sf-jd2');
    await page.goto(`${city().base}/ledger/normative-filing`);
    await page.getByRole('link', { name: '规范性文件备案：危险化学品企业分级监管办法' }).waitFor();
    await shot(page, '03-台账');
    await standsWell(page);
    await openTask(page, city().base, '形式审查规范性文件备案', '危险化学品');
    const registering = await openForm(page, '登记');
    await fill(registering, { 联系人和电话: '协调监督科 0478-0000000' });
    await confirm(page, '登记', '已登记，开始合法性审查');
    const concluding = await openForm(page, '提出审查结论');
    await fill(concluding, { 审查结论: { tick: '准予备案' }, 审查情况: '程序合规，内容适当。' });
    await shot(page, '04-审查结论');
    await standsWell(page);
    await confirm(page, '提出审查结论', '审查结论已提出');
    const leader = await city().as('sf-fg');
    await openTask(leader, city().base, '签发备案审查结论', '危险化学品');
    await fill(await openForm(leader, '签发'), { 联系人和电话: '协调监督科 0478-0000000' });
    // Just signed in with the second factor: it is not asked for again.
    expect(await confirm(leader, '签发', '已签发')).toContain('规备');
    await shot(leader, '05-已签发');
  });

  it('备案目录人人可查，公众按词和日期查找；细则在目录中', async () => {
    const page = await city().as('wl-cb1');
    await page.goto(`${city().base}/normative-documents`);
    await page.getByRole('row').filter({ hasText: '巴彦淖尔市行政执法协调监督实施细则' }).waitFor();
    await shot(page, '06-目录');
    await standsWell(page);
    const { page: phone } = await city().browsing.open(PHONE);
    await phone.goto(`${city().base}/public/normative-documents`);
    await phone.getByLabel(/^文件名称/).fill('协调监督实施细则');
    await phone.getByRole('button', { name: '查找' }).click();
    await phone.getByRole('heading', { name: '巴彦淖尔市行政执法协调监督实施细则' }).waitFor();
    await shot(phone, '07-公众目录');
    await standsWell(phone);
    await phone.getByLabel('哪一日有效').fill('2028-07-28');
    await phone.getByRole('button', { name: '查找' }).click();
    await phone.getByRole('heading', { name: '没有找到' }).waitFor();
  });
});

describe('重大行政处罚：负责人审定报送，司法行政部门收讫、审查、予以备案（细则第十八条第二款）', () => {
  it('处罚机关负责人从待办审定报送；承办备案审查的收讫、逐项审查、予以备案', async () => {
    const head = await city().as('lh-scjg-jz');
    await openTask(head, city().base, '审定并报送重大行政处罚备案', '重大处罚备案');
    const title = (await head.getByRole('heading', { level: 1 }).textContent()) ?? '';
    await shot(head, '08-审定报送');
    await standsWell(head);
    await act(head, '审定报送', '已报送备案');
    const bureau = await city().as('lh-sf-jd1');
    await openTask(bureau, city().base, '收讫备案材料', title);
    await act(bureau, '收讫', '已收讫');
    const form = await openForm(bureau, '予以备案');
    const sound = form.getByRole('radio', { name: '未发现问题' });
    await sound.first().waitFor();
    for (const one of await sound.all()) await one.check();
    await shot(bureau, '09-审查');
    await standsWell(bureau);
    await confirm(bureau, '予以备案', '予以备案；等待处罚机关登记上一级主管部门的回执');
    await bureau.goto(`${city().base}/ledger/major-penalty-filing`);
    await bureau.getByRole('link', { name: title }).first().waitFor();
    await shot(bureau, '10-台账');
  });
});
