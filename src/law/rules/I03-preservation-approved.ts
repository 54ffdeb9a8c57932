import { cite } from '../citation.ts';
import type { SupervisionRule } from '../rule.ts';
import type { PreservationsFact } from './case-facts.ts';
import { MISSING } from './missing.ts';
import { OF_A_CASE } from './of-a-case.ts';

export const preservationApproved: SupervisionRule<PreservationsFact> = {
  ...OF_A_CASE,
  id: 'I03',
  title: '先行登记保存是否经机关负责人批准',
  cite: [cite('行政处罚法', 56)],
  severity: 'red',
  mode: 'B',
  conduct: 'arbitrary-seizure',
  asks: '在证据可能灭失或者以后难以取得的情况下，经行政机关负责人批准，可以先行登记保存。',
  check: ({ preservations }) => {
    const doubts = preservations
      .filter((p) => p.approvedBy === 'other')
      .map((p) => ({
        because: `${p.on}第${p.no}次先行登记保存，批准的不是机关负责人`,
        facts: { 登记保存日期: p.on, 批准人: '不是机关负责人' },
        clears: '机关负责人在登记保存以前或者当时的批准',
        fact: String(p.no),
      }));
    if (doubts.length > 0) return doubts;
    return preservations.some((p) => p.approvedBy === null) ? MISSING.preservationApprover : null;
  },
};
