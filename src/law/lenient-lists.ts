/** 细则 19¶2: the four lists that departments of the city make, by the keys under which the register of lists has them. */
export const LENIENT_LIST_LABELS = {
  'no-penalty': '不予处罚清单',
  lighter: '从轻处罚清单',
  mitigated: '减轻处罚清单',
  'no-coercion': '不予实施行政强制措施清单',
} as const;
export type LenientList = keyof typeof LENIENT_LIST_LABELS;

/** CT11: three lists of penalties and one of coercion. */
export const LENIENT_LISTS = Object.keys(LENIENT_LIST_LABELS) as readonly LenientList[];
