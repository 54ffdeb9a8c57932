import { LENIENT_LIST_LABELS, LENIENT_LISTS } from './lenient-lists.ts';
import type { OrganisationKind, Tier } from './roles.ts';

/** Lists that say who may do what and how gently (细则 8(3)(9)(10)(13), 19¶2): one model, one table, one editor. */
export const LIST_LABELS = {
  power: '权责清单',
  inspection: '行政检查事项清单',
  'spot-check': '随机抽查事项清单',
  'key-matter': '重点监管事项清单',
  ...LENIENT_LIST_LABELS,
  empowerment: '赋权清单',
  'post-duty': '岗位职责分解',
  'internal-system': '内部监督制度',
  'inspection-plan': '年度行政检查计划',
  'normative-document': '规范性文件公布目录',
  'legal-review': '重大行政执法决定法制审核目录',
} as const;
export type ListKind = keyof typeof LIST_LABELS;

/** CT3: the eleven kinds of power of 令275. */
export const POWER_KIND_LABELS = {
  licence: '行政许可',
  confirmation: '行政确认',
  adjudication: '行政裁决',
  payment: '行政给付',
  reward: '行政奖励',
  record: '行政备案',
  inspection: '行政检查',
  penalty: '行政处罚',
  coercion: '行政强制',
  levy: '行政征收',
  other: '其他行政权力',
} as const;
export type PowerKind = keyof typeof POWER_KIND_LABELS;

/** Lists whose lines each belong to one kind of power. */
export function hasPowerKind(list: ListKind): boolean {
  return list === 'power' || list === 'empowerment' || list === 'legal-review';
}

export function isLenientList(list: ListKind): boolean {
  return LENIENT_LISTS.some((lenient) => lenient === list);
}

const OWN_BASIS: readonly ListKind[] = ['post-duty', 'internal-system', 'inspection-plan', 'normative-document', 'legal-review'];

/** Lists whose lines need no other basis than the article that asks for them. */
export function restsOnItself(list: ListKind): boolean {
  return OWN_BASIS.includes(list);
}

/** What 细则 19¶2 calls 市级行政执法部门: governments and justice bureaus are none. */
const DEPARTMENTS: readonly OrganisationKind[] = ['department', 'vertical', 'authorised'];

/** 细则 19¶2: 四张清单 are the city's departments'. 处罚法 24: powers are given to 苏木乡镇 and streets. null: the unit may have this list. */
export function listUnitFault(list: ListKind, unit: { readonly kind: OrganisationKind; readonly tier: Tier }): string | null {
  if (isLenientList(list) && (unit.tier !== 'city' || !DEPARTMENTS.includes(unit.kind)))
    return '四张清单由市级行政执法部门制定（《实施细则》第十九条第二款）';
  if (list === 'empowerment' && unit.tier !== 'township') return '赋权清单的单位应为苏木乡镇、街道（《行政处罚法》第二十四条）';
  return null;
}
