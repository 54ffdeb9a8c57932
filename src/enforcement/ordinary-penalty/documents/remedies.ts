import type { RegisterFacts } from '#law';
import type { OrdinaryPenalty } from '../model.ts';

/**
 * To whom the party may apply for 行政复议 (复议法 24, 27, 28): of a department the government of its level, of a sumu or
 * town the banner's, of a vertical organ its superior in the line, of a 司法行政部门 either. null: the register does not tell.
 */
export function reconsiderationOrgans(s: OrdinaryPenalty, facts: RegisterFacts): string | null {
  const organ = facts.organisations.get(s.organId);
  if (organ === undefined) return null;
  const name = (id: string | null): string | null => facts.organisations.get(id ?? '')?.name ?? null;
  if (organ.leadKind === 'vertical' || organ.kind === 'vertical') return name(organ.lineSuperiorId);
  const own = name(organ.superiorId);
  if (organ.kind !== 'bureau') return own;
  const line = name(organ.lineSuperiorId);
  return own === null || line === null ? (own ?? line) : `${own}或者${line}`;
}

/** Paragraph on remedies of a decision: sixty days, six months (复议法 20, 行政诉讼法 46). */
export function remedyWords(s: OrdinaryPenalty, court: string, facts: RegisterFacts): string {
  const organs = reconsiderationOrgans(s, facts) ?? '有管辖权的行政复议机关';
  return `你（单位）如不服本决定，可以自收到本决定书之日起六十日内向${organs}申请行政复议，也可以自收到本决定书之日起六个月内向${court}提起行政诉讼。`;
}
