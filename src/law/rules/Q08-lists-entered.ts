import { cite } from '../citation.ts';
import { LENIENT_LISTS } from '../lenient-lists.ts';
import { parameterOf } from '../profile.ts';
import type { SupervisionRule } from '../rule.ts';
import { MISSING } from './missing.ts';
import type { UnitKind, UnitList, UnitLists } from './unit-facts.ts';

/** 细则 8(9), 8(10): 四张清单 and 随机抽查事项清单. */
const ENTERED_AND_PUBLIC = [...LENIENT_LISTS, 'spot-check'] as const;

/**
 * What stands on the platform alone is seen here; what is published and was never entered shows itself only where somebody
 * has looked, so that a list which a department has to have and has not entered is not judged.
 */
export const listsEntered: SupervisionRule<UnitKind & UnitLists> = {
  id: 'Q08',
  version: 1,
  title: '四张清单、随机抽查事项清单是否既公布又录入平台',
  cite: [cite('实施细则', 8, undefined, 9), cite('实施细则', 8, undefined, 10)],
  grade: 'statute',
  severity: 'yellow',
  mode: 'A',
  reach: 'organisation',
  conduct: null,
  head: '8(9)',
  asks: '行政执法部门制定的四张清单、随机抽查事项清单应当向社会公布，并录入平台。',
  check: ({ kind, lists }, { profile, today }) => {
    if (parameterOf(profile, 'Q08.lists', today) === null) return MISSING.parameter;
    const held = ENTERED_AND_PUBLIC.flatMap((key) => {
      const list = lists[key];
      return list === undefined ? [] : [{ key, list }];
    });
    const hidden = held.filter(({ list }) => list.published === 0);
    if (hidden.length > 0) return hidden.map(({ key, list }) => onlyHere(key, list));
    return kind === 'department' && lists['spot-check'] === undefined ? MISSING.listPublished : null;
  },
};

function onlyHere(key: string, { label, entries }: UnitList) {
  return {
    because: `${label}已录入${entries}项，没有公布记录`,
    facts: { 清单: label, 已录入: `${entries}项`, 公布记录: '无' },
    clears: '公布的网址和日期',
    fact: key,
  };
}
