import { type OrganisationKind, QUALIFICATION_LABELS, type Qualification } from './roles.ts';

/** 行政执法主体 (细则 8(4)); a 受委托组织, a 派驻执法队伍 and an inner or branch office act in another's name and are none (处罚法 20). */
const SUBJECT_KINDS: readonly OrganisationKind[] = [
  'government',
  'bureau',
  'department',
  'vertical',
  'authorised',
  'committee',
  'township',
];

/** Whether an organisation of this kind may be confirmed as a subject, and enforces in its own name. */
export function isSubjectKind(kind: OrganisationKind): boolean {
  return SUBJECT_KINDS.includes(kind);
}

type Standing = {
  readonly kind: OrganisationKind;
  readonly qualification: Qualification;
  /** Names of the unit that entrusts or sends it, and of the one it belongs to. */
  readonly through: string | null;
  readonly superior: string | null;
};

/** Who may decide in its own name, and who acts in whose name (处罚法 19, 20), as every page says it. */
export function subjectWords({ kind, qualification, through, superior }: Standing): string {
  if (kind === 'justice-office') return '司法行政部门的派出机构，不实施行政执法';
  if (kind === 'external') return '外部机关，不在本平台登记主体资格';
  if (isSubjectKind(kind)) return QUALIFICATION_LABELS[qualification];
  const isProxy = kind === 'delegate' || kind === 'stationed';
  if (isProxy && through === null) return '不是行政执法主体，没有登记委托或者派出的机关，不得执法';
  const stopped = qualification === 'confirmed' ? '' : `（${QUALIFICATION_LABELS[qualification]}）`;
  return `不是行政执法主体，以${through ?? superior ?? '所属机关'}名义执法${stopped}`;
}
