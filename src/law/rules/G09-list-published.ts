import { cite } from '../citation.ts';
import { parameterOf } from '../profile.ts';
import type { SupervisionRule } from '../rule.ts';
import { MISSING } from './missing.ts';
import type { UnitLists } from './unit-facts.ts';

/** 细则 8(3), 8(10), 8(13); 四张清单 and 随机抽查事项清单 are Q08's, deeds of delegation (8(11)) S04's. */
const PUBLIC = ['power', 'inspection', 'key-matter', 'empowerment'] as const;

export const listPublished: SupervisionRule<UnitLists> = {
  id: 'G09',
  version: 1,
  title: '登记的清单是否有公布记录',
  cite: [cite('实施细则', 8, undefined, 3), cite('实施细则', 8, undefined, 10), cite('实施细则', 8, undefined, 13)],
  grade: 'statute',
  severity: 'yellow',
  mode: 'A',
  reach: 'organisation',
  conduct: null,
  head: '8(3)',
  asks: '权责清单、重点监管事项清单、苏木乡镇赋权清单等应当编制、调整并向社会公布。',
  check: ({ lists }, { profile, today }) => {
    if (parameterOf(profile, 'G09.lists', today) === null) return MISSING.parameter;
    const hidden = PUBLIC.flatMap((key) => {
      const list = lists[key];
      return list === undefined || list.published > 0 ? [] : [{ key, ...list }];
    });
    if (hidden.length === 0) return null;
    return hidden.map(({ key, label, entries }) => ({
      because: `${label}已登记${entries}项，没有一项有公布记录`,
      facts: { 清单: label, 已登记: `${entries}项`, 公布记录: '无' },
      clears: '公布的网址和日期',
      fact: key,
    }));
  },
};
