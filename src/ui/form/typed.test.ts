import { describe, expect, it } from 'vitest';
import { choice, flag, organisation, rows, text } from '#law';
import { toInput } from './convert.ts';
import { draftBody, emptyForm, fieldsFor, fitDraft, isUntouched, shownFields } from './typed.ts';

const FIELDS = { a: text('甲'), o: organisation('单位'), yes: flag('是否'), list: rows('清单', { n: text('名') }) };

describe('草稿按填写时的样子保存和恢复', () => {
  it('存下的就是恢复的', () => {
    const typed = { a: '１２', o: { id: 'o1', name: '某局' }, yes: true, list: [{ n: '一' }, { n: '' }] };
    expect(fitDraft(FIELDS, draftBody(typed))).toEqual(typed);
  });

  it('表单改版后，合用的留下，不合用的空着，不因此丢掉其余', () => {
    expect(fitDraft(FIELDS, { a: 5, o: 'o1', yes: true, gone: '旧字段', list: 'x' })).toEqual({ ...emptyForm(FIELDS), yes: true });
  });

  it('不是草稿的内容等于没有草稿', () => {
    expect(fitDraft(FIELDS, null)).toEqual(emptyForm(FIELDS));
  });

  it('没动过的表单不留草稿，动过的留', () => {
    expect(isUntouched(FIELDS, emptyForm(FIELDS))).toBe(true);
    expect(isUntouched(FIELDS, { ...emptyForm(FIELDS), a: ' ' })).toBe(false);
  });
});

describe('逐项填写的栏从几行开始', () => {
  const line = { n: text('名') };
  const rowsOf = (options: object) => emptyForm({ list: rows('清单', line, { max: 5, ...options }) })['list'];

  it('必填的、因某项选择才问的从一行开始；可以不填的从没有开始', () => {
    expect(rowsOf({})).toEqual([{ n: '' }]);
    expect(rowsOf({ required: false, when: { field: 'kinds', is: ['a'] } })).toEqual([{ n: '' }]);
    expect(rowsOf({ required: false })).toEqual([]);
  });
});

describe('只在补录时填写的栏', () => {
  const fields = { a: text('甲'), own: text('原文号', { required: false, onlyReported: true }) };
  const shown = (own: string, isReported: boolean) =>
    Object.keys(shownFields(fields, { a: '', own }, { isReported, isBehind: isReported, unasked: [] }));

  it('没有说明是补录的不显示，说明了的显示', () => {
    expect(shown('', false)).toEqual(['a']);
    expect(shown('', true)).toEqual(['a', 'own']);
  });

  it('已经填写了的一直显示，不会不见着就送出', () => {
    expect(shown('1号', false)).toEqual(['a', 'own']);
  });

  it('补录的理由只在办理日期不是今天时问；本件没有这种情形的栏不问，已经填写的仍显示', () => {
    const more = { late: text('补录的理由', { required: false, onlyBehind: true }), again: text('新查明的事实', { required: false }) };
    const keys = (typed: object, isBehind: boolean, unasked: readonly string[]) =>
      Object.keys(shownFields(more, { late: '', again: '', ...typed }, { isReported: false, isBehind, unasked }));
    expect(keys({}, false, [])).toEqual(['again']);
    expect(keys({}, true, ['again'])).toEqual(['late']);
    expect(keys({ late: '断网', again: '新的' }, false, ['again'])).toEqual(['late', 'again']);
  });
});

describe('平台办理的必填而补录可以没有的字段', () => {
  const fields = {
    a: text('甲', { required: false, neededHere: true, hint: '原决定没有区分的不填' }),
    b: text('乙', { required: false, hint: '乙的提示' }),
  };

  it('平台办理的必填，不显示给补录的提示；补录的可以不填，显示提示', () => {
    expect(fieldsFor(fields, false)).toMatchObject({ a: { required: true }, b: { hint: '乙的提示', required: false } });
    expect(fieldsFor(fields, false)['a']).not.toHaveProperty('hint');
    expect(fieldsFor(fields, true)).toEqual(fields);
  });
});

describe('平台办理一律不准而补录可以照录的选项', () => {
  const fields = { how: choice('缴款方式', { bank: '银行', own: '本机关账户' }, { notHere: ['own'] }) };
  const shown = (how: string, isReported: boolean) =>
    shownFields(fields, { how }, { isReported, isBehind: isReported, unasked: [] })['how'];

  it('平台办理的不列，补录的列出', () => {
    expect(shown('', false)).toMatchObject({ options: { bank: '银行' } });
    expect(shown('', false)).not.toHaveProperty('options.own');
    expect(shown('own', true)).toMatchObject({ options: { bank: '银行', own: '本机关账户' } });
  });

  it('补录改为平台办理的，原来选的不随着送出', () => {
    const sent = (isReported: boolean) => toInput(fieldsFor(fields, isReported), { how: 'own' });
    expect(sent(true)).toEqual({ ok: true, input: { how: 'own' } });
    expect(sent(false)).toEqual({ ok: false, problems: [{ path: 'how', label: '缴款方式', reason: '请选择缴款方式' }] });
  });
});
