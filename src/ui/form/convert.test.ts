import { describe, expect, it } from 'vitest';
import {
  choice,
  choices,
  date,
  type FormFields,
  files,
  flag,
  integer,
  longtext,
  matter,
  money,
  organisation,
  PARTY_FIELDS,
  party,
  persons,
  rows,
  text,
} from '#law';
import { toInput } from './convert.ts';
import { readMoney, writeMoney } from './money.ts';
import { emptyForm, type TypedForm, type TypedParty } from './typed.ts';

const one = (field: FormFields[string], typed: TypedForm[string]) => toInput({ it: field }, { it: typed });
const value = (field: FormFields[string], typed: TypedForm[string]) => {
  const read = one(field, typed);
  return read.ok ? read.input['it'] : read.problems.map((p) => p.reason);
};

describe('金额以元填写、以分传送，一分不差', () => {
  it.each([
    ['0.1', 10],
    ['0.10', 10],
    ['1,234.5', 123_450],
    ['１２３．４５', 12_345],
    ['3万', 3_000_000],
    ['0.5万元', 500_000],
    ['1.2345万元', 1_234_500],
    ['4999.99元', 499_999],
    ['100,000,000,000', 10_000_000_000_000],
    ['10000000万', 10_000_000_000_000],
  ])('%s 元为 %d 分', (typed, fen) => {
    expect(readMoney(typed)).toBe(fen);
  });

  it.each(['-5', '1.234', '12a', '1.2.3', '万', '99999999999999'])('“%s”不是金额，说明原因', (typed) => {
    expect(readMoney(typed)).toEqual(expect.any(String));
  });

  it.each(['100000000000.01', '10000000.000001万', '10000000000000', '99999999999999999999'])('“%s”超过一千亿元，说明上限', (typed) => {
    expect(readMoney(typed)).toBe('金额不超过1,000亿元，请核对金额和单位');
  });

  it('没有填写为空，不是零', () => {
    expect(readMoney(' ')).toBeNull();
  });

  it('写出的金额读回来不变', () => {
    for (const fen of [0, 1, 10, 99, 100, 12_345, 500_000, 123_456_789]) expect(readMoney(writeMoney(fen))).toBe(fen);
  });
});

describe('填写的内容换成办理的输入', () => {
  it('选填而未填的一律为空值，是否项为否', () => {
    const fields = {
      a: text('甲', { required: false }),
      b: date('乙', { required: false }),
      c: money('丙', { required: false }),
      d: choices('丁', { x: '一' }, { required: false }),
      e: files('戊', { required: false }),
      f: rows('己', { n: text('名') }, { required: false }),
      g: organisation('庚', { required: false }),
      h: flag('辛'),
    };
    expect(toInput(fields, emptyForm(fields))).toEqual({
      ok: true,
      input: { a: null, b: null, c: null, d: null, e: null, f: null, g: null, h: false },
    });
  });

  it('必填而未填的各自指明', () => {
    const fields = { a: text('事由'), b: organisation('主送'), c: files('证据'), d: date('日期') };
    const read = toInput(fields, emptyForm(fields));
    expect(read.ok ? [] : read.problems).toEqual([
      { path: 'a', label: '事由', reason: '请填写事由' },
      { path: 'b', label: '主送', reason: '请选择主送' },
      { path: 'c', label: '证据', reason: '请上传证据' },
      { path: 'd', label: '日期', reason: '请选择日期' },
    ]);
  });

  it('单位、人员、事项、附件只传编号', () => {
    expect(value(organisation('单位'), { id: 'o1', name: '临河区市场监督管理局' })).toBe('o1');
    expect(value(matter('事项', []), { id: 'm1', name: '某件' })).toBe('m1');
    expect(value(persons('人员', 'supervisors'), [{ id: 'p1', name: '甲' }])).toEqual(['p1']);
    expect(value(files('附件'), [{ id: 'f1', name: 'a.pdf', size: 3 }])).toEqual(['f1']);
  });

  it('整数认全角，界限两侧各判一次', () => {
    const field = integer('件数', { min: 1, max: 10 });
    expect(value(field, '１０')).toBe(10);
    expect(value(field, '11')).toEqual(['应在 1 至 10 之间']);
    expect(value(field, '1')).toBe(1);
    expect(value(field, '0')).toEqual(['应在 1 至 10 之间']);
    expect(value(field, '1.5')).toEqual(['请填写整数']);
  });

  it('文字恰到上限可以，多一字指明现有字数', () => {
    expect(value(longtext('事实', { max: 3 }), '一二三')).toBe('一二三');
    expect(value(longtext('事实', { max: 3 }), '一二三四')).toEqual(['最多 3 字，现有 4 字']);
  });

  it('没有的日子和没有的选项都不放行', () => {
    expect(value(date('日期'), '2026-02-29')).toEqual(['不是日历上的日期']);
    expect(value(date('日期'), '2024-02-29')).toBe('2024-02-29');
    expect(value(choice('种类', { a: '甲' }), 'b')).toEqual(['请选择种类']);
  });

  it('清单逐行换算，问题标到行和格', () => {
    const fields = { list: rows('问题清单', { title: text('问题'), sum: money('金额', { required: false }) }, { max: 2 }) };
    const read = toInput(fields, {
      list: [
        { title: '未公示', sum: '0.5万' },
        { title: ' ', sum: '一百' },
      ],
    });
    expect(read.ok ? [] : read.problems.map((p) => p.path)).toEqual(['list.1.title', 'list.1.sum']);
    const good = toInput(fields, { list: [{ title: '未公示', sum: '0.5万' }] });
    expect(good).toEqual({ ok: true, input: { list: [{ title: '未公示', sum: 500_000 }] } });
  });
});

describe('只在作了某项选择时才问的栏目', () => {
  const askedFor = (...is: string[]) => ({ field: 'how', is });
  const fields = {
    how: choice('方式', { a: '甲', b: '乙' }),
    name: text('新名称', { required: false, when: { ...askedFor('a'), fill: true } }),
    more: text('附注', { required: false, when: askedFor('a') }),
    ends: flag('不再保留', { when: askedFor('b') }),
  };

  it('没有选到的不问：填过的不传送，也不算漏填', () => {
    expect(toInput(fields, { how: 'b', name: '旧稿里的名称', more: '', ends: true })).toEqual({
      ok: true,
      input: { how: 'b', name: null, more: null, ends: true },
    });
    expect(toInput(fields, { how: 'a', name: '名称', more: '', ends: true })).toMatchObject({ input: { name: '名称', ends: false } });
  });

  it('选到的必填栏漏填，指明位置；方式未选时只说方式', () => {
    const paths = (typed: TypedForm): unknown => {
      const read = toInput(fields, typed);
      return read.ok ? [] : read.problems.map((p) => p.path);
    };
    expect(paths({ how: 'a', name: ' ', more: '', ends: false })).toEqual(['name']);
    expect(paths({ how: '', name: '', more: '', ends: false })).toEqual(['how']);
  });

  it('取决于勾选框的栏，勾选了才问；取决于未问的选择的栏也不问，先前选过的也不随着送出', () => {
    const harm = { harm: flag('有危害后果'), why: text('危害后果', { required: false, when: { field: 'harm', is: ['true'] } }) };
    expect(toInput(harm, { harm: false, why: '写过' })).toEqual({ ok: true, input: { harm: false, why: null } });
    expect(toInput(harm, { harm: true, why: '写过' })).toEqual({ ok: true, input: { harm: true, why: '写过' } });
    const chained = {
      how: fields.how,
      kind: choice('种类', { x: '罚款' }, { required: false, when: askedFor('a') }),
      fine: text('数额', { required: false, when: { field: 'kind', is: ['x'] } }),
    };
    expect(toInput(chained, { how: 'a', kind: 'x', fine: '1' })).toEqual({ ok: true, input: { how: 'a', kind: 'x', fine: '1' } });
    expect(toInput(chained, { how: 'b', kind: 'x', fine: '1' })).toEqual({ ok: true, input: { how: 'b', kind: null, fine: null } });
  });

  it('一直问、只在某项选择下必填的栏：该选择下漏填指明位置，其他选择下可填可不填', () => {
    const always = { how: fields.how, on: date('日期', { required: false, fillWhen: askedFor('a') }) };
    const read = toInput(
      { list: rows('清单', always) },
      {
        list: [
          { how: 'a', on: '' },
          { how: 'b', on: '' },
        ],
      },
    );
    expect(read.ok ? [] : read.problems.map((p) => p.path)).toEqual(['list.0.on']);
    expect(toInput(always, { how: 'b', on: '2026-05-06' })).toEqual({ ok: true, input: { how: 'b', on: '2026-05-06' } });
  });
});

describe('当事人在页面上按与服务器相同的标准校验', () => {
  const typed = (more: TypedForm): TypedParty => ({ ...emptyForm(PARTY_FIELDS), ...more, personal: true });
  const person = { kind: 'person', name: '张三丰', idKind: 'identity-card', idNumber: '150802199001010017', address: '临河区1号' };
  it('可以不填的，什么都没有填即为不填；填了一项的，其余照样要填；必填的不能空着', () => {
    const empty: TypedParty = { ...emptyForm(PARTY_FIELDS), personal: true };
    expect(value(party('协查对象', { required: false }), empty)).toBeNull();
    expect(one(party('协查对象', { required: false }), { ...empty, name: '演某' })).toMatchObject({ ok: false });
    expect(one(party('当事人'), empty)).toMatchObject({ ok: false });
  });

  const read = (value: TypedForm[string]) => toInput({ who: party('当事人') }, { who: value });

  it('缺的、错的指到当事人的那一项；写对的整体送出', () => {
    expect(read(typed({ ...person, idNumber: '' }))).toMatchObject({ ok: false, problems: [{ path: 'who.idNumber' }] });
    expect(read(typed({ ...person, idNumber: '150802199001010018' }))).toMatchObject({
      problems: [{ path: 'who.idNumber', reason: '校验码不符（GB 11643）' }],
    });
    expect(read(typed(person))).toMatchObject({ ok: true, input: { who: { ...person, uscc: null, isIncapable: false } } });
  });

  it('已经录入的当事人不必重填，只送其编号', () => {
    expect(read({ id: 'a', name: '张某' })).toEqual({ ok: true, input: { who: { id: 'a', name: '张某' } } });
  });
});
