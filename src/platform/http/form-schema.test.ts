import { describe, expect, it } from 'vitest';
import { choice, flag, integer, localDate, organisation, rows, text } from '#law';
import { parseInput } from '../acts/parse-input.ts';
import { formSchema } from './form-schema.ts';

const FORM = {
  subject: text('事由', { max: 10 }),
  kind: choice('种类', { a: '甲', b: '乙' }),
  note: text('备注', { required: false }),
  urgent: flag('是否紧急'),
  unit: organisation('单位'),
  lines: rows('清单', { no: integer('序号', { min: 1, max: 9 }) }, { max: 2 }),
};

describe('接口文档由表单生成，与办理时的校验一致', () => {
  it('必填、可空、取值范围和行数都写明', () => {
    expect(formSchema(FORM)).toMatchObject({
      additionalProperties: false,
      required: ['subject', 'kind', 'unit', 'lines'],
      properties: {
        subject: { type: 'string', maxLength: 10, title: '事由' },
        kind: { enum: ['a', 'b'], description: 'a 甲；b 乙' },
        note: { anyOf: [{ type: 'string' }, { type: 'null' }] },
        lines: { minItems: 1, maxItems: 2, items: { required: ['no'] } },
      },
    });
  });

  it('文档说可以的，校验接受；文档说不可以的，校验指明位置', () => {
    const unit = '11111111-1111-7111-8111-111111111111';
    expect(parseInput(FORM, { subject: '甲', kind: 'a', unit, lines: [{ no: 1 }] }, { today: localDate('2026-03-16') })).toMatchObject({
      ok: true,
      value: { note: null, urgent: false },
    });
    expect(
      parseInput(
        FORM,
        { subject: '一二三四五六七八九十多', kind: 'c', unit: 'x', lines: [{ no: 10 }], more: 1 },
        { today: localDate('2026-03-16') },
      ),
    ).toMatchObject({
      ok: false,
      problems: [{ path: 'subject' }, { path: 'kind' }, { path: 'unit' }, { path: 'lines[0].no' }, { path: 'more' }],
    });
    expect(
      parseInput(FORM, { subject: '甲', kind: 'constructor', unit, lines: [{ no: 1 }] }, { today: localDate('2026-03-16') }),
    ).toMatchObject({
      ok: false,
      problems: [{ path: 'kind' }],
    });
  });
});
