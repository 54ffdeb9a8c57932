import { cite } from '../citation.ts';
import type { SupervisionRule } from '../rule.ts';
import type { HearingFact } from './case-facts.ts';
import { MISSING } from './missing.ts';
import { OF_A_CASE } from './of-a-case.ts';

export const hearingOpenAndRecorded: SupervisionRule<HearingFact> = {
  ...OF_A_CASE,
  id: 'N09',
  title: '听证是否公开并有签名的笔录',
  cite: [cite('行政处罚法', 64)],
  severity: 'orange',
  mode: 'A',
  conduct: 'procedure',
  asks: '除涉及国家秘密、商业秘密或者个人隐私依法予以保密外，听证公开举行；听证应当制作笔录，交当事人或者其代理人核对签名，拒绝的注明。',
  check: ({ hearing }) => {
    if (hearing === null || hearing.outcome !== 'held') return null;
    const faults = [
      hearing.open || hearing.closedReason ? null : (['open', '没有公开举行，也没有写明理由'] as const),
      hearing.transcript === false ? (['transcript', '笔录没有签名，也没有注明拒绝签名的情况'] as const) : null,
    ].filter((fault) => fault !== null);
    if (faults.length === 0) return hearing.transcript === null ? MISSING.transcript : null;
    return faults.map(([fact, words]) => ({
      because: `听证${words}`,
      facts: { 举行日期: hearing.heldOn ?? '', 情况: words },
      clears: '公开举行的记录、不公开的法定理由，或者签名的听证笔录',
      fact,
    }));
  },
};
