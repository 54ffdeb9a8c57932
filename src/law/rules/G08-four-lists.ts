import { cite } from '../citation.ts';
import { LENIENT_LIST_LABELS, LENIENT_LISTS } from '../lenient-lists.ts';
import { parameterOf } from '../profile.ts';
import type { SupervisionRule } from '../rule.ts';
import { MISSING } from './missing.ts';
import type { LenientRegister, UnitFines, UnitKind, UnitLists } from './unit-facts.ts';

/**
 * 细则 19¶2 asks the city's departments; banner departments follow their lists and make none. While nobody's lists have been
 * entered, the register of them is missing and tells nothing of any department.
 */
export const fourLists: SupervisionRule<UnitKind & UnitLists & LenientRegister & UnitFines> = {
  id: 'G08',
  version: 1,
  title: '市级行政执法部门的四张清单是否齐全',
  cite: [cite('实施细则', 19, 2)],
  grade: 'statute',
  severity: 'orange',
  mode: 'A',
  reach: 'organisation',
  conduct: null,
  head: '8(9)',
  asks: '市级行政执法部门应当在法律、法规、规章范围内制定不予处罚、从轻处罚、减轻处罚、不予实施行政强制措施四张清单并公布。',
  check: ({ kind, tier, lists, lenientKept, finesOn }, { profile, today }) => {
    if (kind !== 'department' || tier !== 'city') return null;
    if (parameterOf(profile, 'G08.lists', today) === null) return MISSING.parameter;
    const lacking = LENIENT_LISTS.filter((key) => lists[key] === undefined);
    if (lacking.length === 0 || finesOn === false) return null;
    if (finesOn === null) return MISSING.powerList;
    if (!lenientKept) return MISSING.lenientLists;
    const words = lacking.map((key) => LENIENT_LIST_LABELS[key]).join('、');
    return {
      because: `没有录入${words}`,
      facts: { 已录入: `${LENIENT_LISTS.length - lacking.length}张`, 缺: words },
      clears: '所缺清单的公布网址并录入平台，或者该领域没有可以从轻、减轻、不予处罚情形的说明',
    };
  },
};
