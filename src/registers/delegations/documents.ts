import { BARE_DOCUMENT, type DocumentTemplate, heading, type Json, lines, paragraph } from '#law';
import type { DeedFacts, FilingFacts } from './documents/issues.ts';

const DEED: DocumentTemplate<DeedFacts> = {
  template: 'delegation-deed',
  version: 1,
  make: (f) => ({
    ...BARE_DOCUMENT,
    layout: 'letter',
    issuer: f.delegator,
    number: f.number,
    title: '行政执法委托书',
    addressee: f.delegate,
    body: [
      paragraph(`根据《中华人民共和国行政处罚法》第二十条、第二十一条的规定，${f.delegator}委托${f.delegate}实施下列行政执法事项：`),
      heading('一、委托事项'),
      {
        kind: 'table',
        columns: [
          { title: '序号', share: 8, align: 'center' },
          { title: '事项', share: 42 },
          { title: '类别', share: 16 },
          { title: '依据', share: 34 },
        ],
        rows: f.items.map((i, n) => [String(n + 1), i.name, i.power, i.basis]),
      },
      heading('二、委托权限'),
      ...lines([f.powers]),
      heading('三、委托期限'),
      paragraph(`${f.term}。`),
      heading('四、法律责任'),
      ...lines([f.liability]),
      heading('五、监督'),
      ...lines([f.supervision]),
      heading('六、禁止再委托'),
      paragraph('受委托组织以委托机关名义在委托范围内实施，不得再委托其他组织或者个人。'),
      { kind: 'opinion', label: '受委托组织负责人签名（盖章）', text: '', name: '', on: null },
    ],
    signature: { organisation: f.delegator, on: f.signedOn },
    contact: f.contact,
    demonstration: f.demonstration,
  }),
};

const FILING: DocumentTemplate<FilingFacts> = {
  template: 'delegation-filing',
  version: 1,
  make: (f) => ({
    ...BARE_DOCUMENT,
    layout: 'form',
    issuer: f.delegator,
    title: '行政执法委托备案表',
    body: [
      {
        kind: 'fields',
        rows: [
          { label: '委托机关', value: f.delegator },
          { label: '受委托组织', value: f.delegate },
          { label: '备案机关', value: f.bureau },
          { label: '委托书文号', value: f.number },
          { label: '委托期限', value: f.term, wide: true },
          { label: '委托事项', value: f.items.join('；'), wide: true },
          { label: '公共事务职能', value: f.conditions.lawful, wide: true },
          { label: '执法人员', value: f.conditions.staff, wide: true },
          { label: '技术条件', value: f.conditions.means, wide: true },
        ],
      },
      { kind: 'opinion', label: '备案审查意见', text: '', name: '', on: null },
    ],
    signature: { organisation: f.delegator, on: f.filedOn },
    demonstration: f.demonstration,
  }),
};

export const TEMPLATES: readonly DocumentTemplate<Json>[] = [DEED, FILING];
