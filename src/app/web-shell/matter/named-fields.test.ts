import { describe, expect, it } from 'vitest';
import { integer, rows, termsField, text, thingsField } from '#law';
import type { MatterView } from '#ui/api/types.ts';
import { withNames } from './named-fields.ts';

const NO = { no: integer('第几号证据', { min: 1, max: 500 }) };
const FORMS = {
  decide: {
    things: thingsField('没收的财物', 'kinds', '处罚'),
    terms: termsField('证照、限制和期限', 'kinds', '处罚'),
    court: text('法院'),
  },
  'verify-evidence': { items: rows('查证属实的证据', NO) },
  'give-back': { no: integer('纠错序号', { min: 1, max: 50 }) },
};
const STATE = {
  evidence: [{ no: 1, name: '现场检查笔录', verifiedOn: '2026-03-16', isLawful: true }],
  goods: [
    { no: 1, name: '电子秤', quantity: '1台', ended: null },
    { no: 2, name: '酱油', quantity: '12瓶', ended: null },
  ],
};
const LICENCE = { kind: 'CF06', name: '食品经营许可证', number: 'JY1', unit: 'month', length: 1 };

function fieldsOf(act: keyof typeof FORMS, input: object, values: Readonly<Record<string, string>>, kind = 'ordinary-penalty') {
  const acts = Object.entries(FORMS).map(([name, form]) => ({ act: name, form }));
  const fields = Object.entries(values).map(([label, value]) => ({ label, value }));
  const matter = { kind, state: STATE, officers: {}, acts, timeline: [{ type: act, input, fields }] };
  return withNames(matter as unknown as MatterView).timeline[0]?.fields;
}

describe('记录里写出所指的财物、证照、证据，不写序号', () => {
  it('没收的财物写名称数量，证照写名称、编号和期限，其余照记录', () => {
    const typed = { things: '1、2', terms: [LICENCE], court: '临河区人民法院' };
    const shown = { 没收的财物: '1、2', '证照、限制和期限': '1. 处罚种类：暂扣许可证件；…', 法院: '临河区人民法院' };
    expect(fieldsOf('decide', typed, shown)).toEqual([
      { label: '没收的财物', value: '1. 电子秤（1台）\n2. 酱油（12瓶）' },
      { label: '证照、限制和期限', value: '暂扣许可证件：食品经营许可证，编号JY1，1个月' },
      { label: '法院', value: '临河区人民法院' },
    ]);
  });

  it('逐行的证据同样；清单里没有的、没有这种清单的事项，照记录', () => {
    const items = { items: [{ no: 1 }] };
    const row = { 查证属实的证据: '1. 第几号证据：1' };
    expect(fieldsOf('verify-evidence', items, row)).toEqual([{ label: '查证属实的证据', value: '1. 现场检查笔录' }]);
    expect(fieldsOf('verify-evidence', { items: [{ no: 7 }] }, row)).toEqual([{ label: '查证属实的证据', value: '1. 第几号证据：1' }]);
    expect(fieldsOf('verify-evidence', items, row, 'delegation')).toEqual([{ label: '查证属实的证据', value: '1. 第几号证据：1' }]);
    expect(fieldsOf('give-back', { no: 1 }, { 纠错序号: '1' })).toEqual([{ label: '纠错序号', value: '1' }]);
  });
});
