import { describe, expect, it } from 'vitest';
import { choice, rows, text } from '#law';
import { describeFields } from './describe.ts';

const ID = '0196a7c2-3f4e-7b1d-8a55-9d2c11e0f3a7';
const NOBODY = { organisations: new Map<string, string>(), officers: new Map<string, string>(), findings: new Map<string, string>() };

describe('填写的内容写成给人看的栏目和值', () => {
  it('平台内部的编号不显示，一个的、几个的、行里的都是；其他编号照写', () => {
    const form = {
      from: text('载入编号'),
      several: text('来源编号'),
      number: text('文号'),
      items: rows('引用', { what: choice('类别', { rule: '监督规则' }), ref: text('编号', { required: false }) }),
    };
    const input = { from: ID, several: `${ID}、${ID}`, number: '演发1号', items: [{ what: 'rule', ref: ID }] };
    expect(describeFields(form, input, NOBODY)).toEqual([
      { label: '文号', value: '演发1号' },
      { label: '引用', value: '1. 类别：监督规则' },
    ]);
  });

  it('预警写明是哪一条；看不到的不写', () => {
    const other = ID.replace('0196', '0197');
    const names = { ...NOBODY, findings: new Map([[ID, 'P06 某局 演发1号']]) };
    const form = { findings: rows('来源预警', { finding: text('预警编号') }), one: text('来源预警编号') };
    expect(describeFields(form, { findings: [{ finding: ID }], one: `${ID}、${other}` }, names)).toEqual([
      { label: '来源预警', value: '1. 预警编号：P06 某局 演发1号' },
      { label: '来源预警编号', value: 'P06 某局 演发1号' },
    ]);
  });

  it('一行里几栏连着写，句号不和分号叠在一起', () => {
    const form = { facts: rows('事实', { fact: text('认定的事实'), evidence: text('证据序号') }) };
    expect(describeFields(form, { facts: [{ fact: '没有标明价格。', evidence: '1、2' }] }, NOBODY)).toEqual([
      { label: '事实', value: '1. 认定的事实：没有标明价格；证据序号：1、2' },
    ]);
  });

  it('含有编号的句子是话，照写', () => {
    expect(describeFields({ why: text('原因') }, { why: `见${ID}` }, NOBODY)).toEqual([{ label: '原因', value: `见${ID}` }]);
  });
});
