import { describe, expect, it } from 'vitest';
import { BAYANNUR_2026, type Block, type Profile, SECOND_CITY } from '#law';
import { type Rehearsal, rehearse } from '#testing/rehearsal';
import { TEMPLATES } from './documents.ts';
import { A, aClue, B, BUREAU, filed, KIND, ON_SITE, STAGE } from './testing.ts';

function printed(r: Rehearsal, name: string) {
  const issue = r.issued.findLast((i) => i.name === name);
  const template = TEMPLATES.find((t) => t.template === issue?.template && t.version === issue.templateVersion);
  if (issue === undefined || template === undefined) throw new Error(`no ${name}`);
  return template.make(JSON.parse(JSON.stringify(issue.facts)));
}
const textOf = (blocks: readonly Block[]): string => JSON.stringify(blocks);

const NOTICE = { place: '执法大厅', time: '6月5日9时', scope: '行政处罚案卷', officers: [A, B] };
const inCity = (profile: Profile) =>
  rehearse(KIND, { ...STAGE, profile }, '2026-06-01')
    .does(BUREAU.supervisorA, 'open', aClue())
    .does(BUREAU.supervisorA, 'propose-filing', { opinion: '立案' })
    .does(BUREAU.deputy, 'file', { handlers: [A, B] })
    .does(BUREAU.supervisorA, 'notify-check', NOTICE);

describe('监督案件的文书', () => {
  it('监督检查通知书引本市条文，列监督人员证号', () => {
    const notice = printed(inCity(BAYANNUR_2026), '监督检查通知书');
    expect(textOf(notice.body)).toContain('根据《巴彦淖尔市行政执法协调监督实施细则》第十条的规定，本机关决定对你单位进行行政执法监督检查');
    expect(notice).toMatchObject({ addressee: '临河区市场监督管理局（演示）', handlers: [{}, {}], receiptBox: true, demonstration: true });
  });

  it('第二市引该市条文；条文未核实的不印', () => {
    expect(textOf(printed(inCity(SECOND_CITY), '监督检查通知书').body)).toContain('第八条的规定');
    const unverified = { ...BAYANNUR_2026, obligations: BAYANNUR_2026.obligations.map((o) => ({ ...o, grade: 'recalled' as const })) };
    const text = textOf(printed(inCity(unverified), '监督检查通知书').body);
    expect(text).not.toContain('第十条');
    expect(text).toContain('本机关决定对你单位进行行政执法监督检查');
  });

  it('现场监督检查记录载明人员、证号、出示证件、检查情况（细则第十六条）', () => {
    const record = printed(filed().does(BUREAU.supervisorA, 'check-on-site', ON_SITE), '现场监督检查记录');
    const text = textOf(record.body);
    for (const words of ['区司法局监督员甲（行政执法监督证号：', '已出示行政执法监督证', '未见告知记录']) expect(text).toContain(words);
  });

  it('书面说明通知书、调阅通知书列承办人证号', () => {
    const asked = filed().does(BUREAU.supervisorA, 'ask-statement', { matters: '告知情况', due: '2026-06-10' });
    expect(printed(asked, '书面说明通知书').handlers).toHaveLength(2);
    const called = filed().does(BUREAU.supervisorA, 'call-files', { items: [{ name: '案卷' }], due: '2026-06-10' });
    expect(printed(called, '调阅通知书').handlers).toHaveLength(2);
  });

  it('立案审批表有立案意见和审批意见', () => {
    expect(printed(filed(), '行政执法监督立案审批表')).toMatchObject({
      number: '临司执监立〔2026〕3号',
      body: [{ kind: 'fields' }, { kind: 'opinion', label: '立案意见' }, { kind: 'opinion', label: '审批意见', text: '同意立案。' }],
    });
  });
});
