import { describe, expect, it } from 'vitest';
import { BARE_DOCUMENT } from './document-parts.ts';
import { localDate } from './local-date.ts';
import { HIDDEN, maskedDocument, maskedParty, maskedText, publicText } from './masked-document.ts';
import type { OfficialDocument } from './official-document.ts';
import type { PartyDetails } from './party.ts';

const TODAY = localDate('2026-06-01');
const PERSON: PartyDetails = {
  ...{ kind: 'person', name: '张三', uscc: null, legalRepresentative: null, idKind: 'identity-card', idNumber: '11010119900307803X' },
  ...{ sex: 'male', birth: localDate('1990-03-07'), address: '临河区演示小区1号楼', phone: '13800138000', scale: null, guardian: null },
  isIncapable: false,
};

describe('隐去号码的当事人和文书', () => {
  it('自然人：证件号码、电话、住址、出生日期都不出现，姓名照印；没有的仍是没有', () => {
    expect(maskedParty(PERSON)).toEqual({ ...PERSON, idNumber: HIDDEN, phone: HIDDEN, address: HIDDEN, birth: null });
    expect(maskedParty({ ...PERSON, phone: null }).phone).toBeNull();
  });

  it('单位：统一社会信用代码、住所照印，电话隐去', () => {
    const firm: PartyDetails = { ...PERSON, kind: 'legal-person', idKind: null, idNumber: null, birth: null, address: '临河区演示路1号' };
    expect(maskedParty(firm)).toEqual({ ...firm, phone: HIDDEN });
  });

  it('供公示的文本还隐去证人姓名、健康情况；办案的人照样读到', () => {
    const text = '证人王小明证实，当事人患有高血压，驾驶蒙L12345，微信号hetao-2026。';
    expect(publicText(text, TODAY)).toBe(`证人${HIDDEN}证实，${HIDDEN}，驾驶蒙L12345，微信号${HIDDEN}。`);
    expect(maskedText(text, TODAY)).toBe(`证人王小明证实，当事人患有高血压，驾驶蒙L12345，微信号${HIDDEN}。`);
  });

  it('写在文字里的证件号码、手机号码隐去，别的一字不改', () => {
    const text = '张三（身份证号11010119900307803X，电话13800138000）于2026年6月1日到案，罚款2000元。';
    const document: OfficialDocument = {
      ...BARE_DOCUMENT,
      ...{ layout: 'form', issuer: '某局', title: '询问笔录', demonstration: false },
      body: [{ kind: 'fields', rows: [{ label: '询问记录', value: text, wide: true }] }],
    };
    const shown = JSON.stringify(maskedDocument(document, TODAY));
    expect(shown).toContain(`张三（身份证号${HIDDEN}，电话${HIDDEN}）于2026年6月1日到案，罚款2000元。`);
    expect(maskedDocument({ ...document, body: [] }, TODAY)).toEqual({ ...document, body: [] });
  });
});
