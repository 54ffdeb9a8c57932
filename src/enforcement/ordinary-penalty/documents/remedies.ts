import { type RegisterFacts, reconsiderationOrgan } from '#law';
import type { OrdinaryPenalty } from '../model.ts';

/** Paragraph on remedies of a decision: sixty days, six months (复议法 20, 行政诉讼法 46). */
export function remedyWords(s: OrdinaryPenalty, court: string, facts: RegisterFacts): string {
  const organ = facts.organisations.get(s.organId);
  const to = (organ === undefined ? null : reconsiderationOrgan(organ, facts)) ?? '有管辖权的行政复议机关';
  return `你（单位）如不服本决定，可以自收到本决定书之日起六十日内向${to}申请行政复议，也可以自收到本决定书之日起六个月内向${court}提起行政诉讼。`;
}
