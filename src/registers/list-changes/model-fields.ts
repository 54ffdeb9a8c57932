import { isLenientList, type ListKind, restsOnItself } from '#law';

/** Columns of the load that a line is typed in, by the titles that the checks name. */
export const FIELD_LABELS = {
  code: '事项编码',
  name: '事项名称',
  powerKind: '权力类别',
  basis: '设定依据',
  duty: '责任事项',
  accountability: '追责情形及依据',
  conditions: '适用条件',
  measure: '配套措施',
  decision: '决定文号',
  domain: '执法领域',
  evaluatedOn: '赋权评估日期',
  post: '岗位',
  officer: '执法人员',
  certificate: '执法证号',
  from: '生效日',
  through: '失效日',
  publishedOn: '公布日期',
  publishedAt: '公布位置',
} as const;
export type FieldKey = keyof typeof FIELD_LABELS;
export const DAY_FIELDS: readonly FieldKey[] = ['evaluatedOn', 'from', 'through', 'publishedOn'];
export const LONG_FIELDS: readonly FieldKey[] = ['basis', 'duty', 'accountability', 'conditions', 'measure'];

/** What a list is asked beside code, name and days. */
function ownFields(list: ListKind): readonly FieldKey[] {
  if (isLenientList(list)) return ['basis', 'conditions', 'measure', 'domain', 'decision'];
  switch (list) {
    case 'power':
      return ['powerKind', 'basis', 'domain', 'duty', 'accountability', 'decision'];
    case 'empowerment':
      return ['powerKind', 'basis', 'domain', 'decision', 'evaluatedOn'];
    case 'post-duty':
      return ['post', 'officer', 'certificate', 'duty'];
    case 'internal-system':
      return ['decision', 'duty'];
    case 'legal-review':
      return ['powerKind', 'conditions', 'duty', 'measure', 'decision'];
    case 'inspection-plan':
      return ['conditions', 'decision'];
    default:
      return ['basis', 'duty', 'conditions', 'measure', 'domain', 'decision'];
  }
}

/** The fields of one line of a list, in the order in which they are typed. */
export function fieldsOf(list: ListKind): readonly FieldKey[] {
  return ['code', 'name', ...ownFields(list), 'from', 'through', 'publishedOn', 'publishedAt'];
}

/** Without these no line stands; the checks say what else a list must have. */
export function requiredFields(list: ListKind): readonly FieldKey[] {
  const more: Partial<Record<ListKind, readonly FieldKey[]>> = {
    ...{ power: ['powerKind'], empowerment: ['powerKind', 'decision'], 'post-duty': ['post', 'officer', 'certificate'] },
    ...{ 'internal-system': ['decision'], 'legal-review': ['powerKind'] },
  };
  return [
    'code',
    'name',
    'from',
    ...(restsOnItself(list) ? [] : (['basis'] as const)),
    ...(isLenientList(list) ? (['conditions'] as const) : []),
    ...(more[list] ?? []),
  ];
}
