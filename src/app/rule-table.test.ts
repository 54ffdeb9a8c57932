import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ANSWERED_FROM_LABELS, type AnsweredFrom, answeredFrom } from '#law/rules/answered-from';
import { ALL_RULES, ruleById } from '#law/rules/index';
import { UNANSWERED_RULES } from '../enforcement/penalty-records/rules/index.ts';

/** How many rules the tables of the law have of each group that penalties are about; coercion, inspection and licences have rooms of their own. */
const GROUPS = { S: 14, F: 8, I: 9, N: 9, D: 12, E: 9, P: 10, Q: 8, B: 3, T: 3, O: 2, A: 3 } as const;
const IDS = Object.entries(GROUPS).flatMap(([group, count]) =>
  Array.from({ length: count }, (_, i) => `${group}${String(i + 1).padStart(2, '0')}`),
);
const UNANSWERED = UNANSWERED_RULES.filter(({ id }) => ruleById(id) === null && IDS.includes(id));

function ofSource(source: AnsweredFrom): readonly string[] {
  return IDS.filter((id) => ruleById(id) !== null && answeredFrom(id).includes(source)).toSorted();
}

describe('监督规则一览：每条由什么判断', () => {
  it('处罚各组的九十条规则每条恰好在一处：由表格、案件、单位登记判断，或者写明缺什么', () => {
    expect(IDS).toHaveLength(90);
    const places = IDS.map((id) => [
      id,
      (ruleById(id) === null ? [] : answeredFrom(id)).length + UNANSWERED.filter((rule) => rule.id === id).length,
    ]);
    expect(places.filter(([, count]) => count !== 1)).toEqual([]);
    expect(ofSource('acts')).toEqual([]);
  });

  it('平台的每条规则只有一个来源；尚不能判断的不超过十条，都写明缺什么', () => {
    expect(ALL_RULES.filter(({ id }) => answeredFrom(id).length !== 1)).toEqual([]);
    expect(UNANSWERED.length).toBeLessThanOrEqual(10);
    expect(UNANSWERED.filter(({ missing }) => !/^缺.{2,}/.test(missing))).toEqual([]);
  });

  it('网上监督的说明列出同一张表', () => {
    const readme = readFileSync(new URL('../supervision/online-watch/README.md', import.meta.url), 'utf8').split('\n');
    const answered = (['tables', 'cases', 'units'] as const).map(
      (source) => `| ${ANSWERED_FROM_LABELS[source]} | ${ofSource(source).join('、')} |`,
    );
    const lacking = UNANSWERED.map(({ id, name, missing }) => `${id} ${name}（${missing}）`).join('、');
    const rows = [...answered, `| 尚不能判断 | ${lacking} |`];
    expect(readme.filter((line) => rows.includes(line))).toEqual(rows);
  });
});
