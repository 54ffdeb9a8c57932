import { describe, expect, it } from 'vitest';
import { cite } from '#law';
import { readFailure } from './failure.ts';

describe('服务器的每一种答复都有着落（ADR 0002 第3款）', () => {
  it('依法不能办理：带条文和理由', () => {
    const body = {
      refused: 'not-overdue',
      cite: cite('实施细则', 22, 2),
      article: '《实施细则》第二十二条第二款',
      reason: '尚在三十日反馈期内',
    };
    expect(readFailure(422, body)).toEqual({
      is: 'refused',
      code: 'not-overdue',
      cite: cite('实施细则', 22, 2),
      matterId: null,
      article: '《实施细则》第二十二条第二款',
      reason: '尚在三十日反馈期内',
    });
  });

  it('填写有误：逐条带位置', () => {
    const body = { error: 'input', reason: '见各处', problems: [{ path: 'a', label: '甲', reason: '过长' }, 'x', { path: 1 }] };
    expect(readFailure(400, body)).toMatchObject({
      is: 'input',
      problems: [
        { path: 'a', label: '甲', reason: '过长' },
        { path: '', label: '', reason: '不正确' },
      ],
    });
  });

  it.each([
    [401, { error: 'signed-out' }, 'signed-out'],
    [403, { error: 'step-up' }, 'step-up'],
    [403, { error: 'cross-site' }, 'forbidden'],
    [404, { error: 'absent' }, 'absent'],
    [409, { error: 'key-reused' }, 'key-reused'],
    [429, {}, 'too-many'],
    [503, { error: 'database' }, 'database'],
    [507, { error: 'disk' }, 'disk'],
  ])('%d %o', (status, body, is) => {
    const failure = readFailure(status, body);
    expect(failure.is).toBe(is);
    expect(failure.reason).not.toBe('');
  });

  it('他人先办：带办到第几步', () => {
    expect(readFailure(409, { error: 'changed', seq: 12, reason: '有变化' })).toEqual({ is: 'changed', seq: 12, reason: '有变化' });
  });

  it('服务器给了理由就用它的', () => {
    expect(readFailure(503, { reason: '正在备份' }).reason).toBe('正在备份');
  });

  it.each([null, 'text', [], 5])('答复不是预期的样子（%o）也不出错，并留下代码', (body) => {
    expect(readFailure(500, body)).toMatchObject({ is: 'unexpected', status: 500 });
  });
});
