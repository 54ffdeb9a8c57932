import { describe, expect, it } from 'vitest';
import { rows, text } from '#law';
import { pathParts, placeProblems } from './place-problems.ts';

const FIELDS = { subject: text('事由'), problems: rows('问题清单', { title: text('问题') }) };

describe('需要更正之处标在各自的格子上', () => {
  it.each(['problems[0].title', 'problems.0.title', '/input/problems/0/title', 'input.problems[0].title'])('%s 是同一处', (path) => {
    expect(pathParts(path)).toEqual(['problems', '0', 'title']);
  });

  it('表单里有的标在格上，没有的列在上方，一条不丢', () => {
    const placed = placeProblems(FIELDS, [
      { path: 'subject', label: '事由', reason: '请填写' },
      { path: 'problems[2].title', label: '问题', reason: '过长' },
      { path: 'problems', label: '问题清单', reason: '至少 1 行' },
      { path: 'problems[2].gone', label: '旧格', reason: '不认识的字段' },
      { path: 'Idempotency-Key', label: '请求编号', reason: '缺少' },
    ]);
    expect([...placed.byField]).toEqual([
      ['subject', '请填写'],
      ['problems.2.title', '过长'],
      ['problems', '至少 1 行'],
    ]);
    expect(placed.elsewhere.map((p) => p.path)).toEqual(['problems[2].gone', 'Idempotency-Key']);
  });
});
