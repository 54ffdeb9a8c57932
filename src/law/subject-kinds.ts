import type { OrganisationKind } from './roles.ts';

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
