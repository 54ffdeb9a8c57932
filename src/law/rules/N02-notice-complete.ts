import { cite } from '../citation.ts';
import type { SupervisionRule } from '../rule.ts';
import type { NoticesFact } from './case-facts.ts';
import { MISSING } from './missing.ts';
import { OF_A_CASE } from './of-a-case.ts';

export const noticeComplete: SupervisionRule<NoticesFact> = {
  ...OF_A_CASE,
  id: 'N02',
  title: '事先告知的内容是否完整',
  cite: [cite('行政处罚法', 44)],
  severity: 'red',
  mode: 'B',
  conduct: 'procedure',
  asks: '应当告知当事人拟作出的行政处罚内容及事实、理由、依据，并告知当事人依法享有的陈述、申辩、要求听证等权利。',
  check: ({ notice }) => {
    if (notice === null || notice.servedOn === null) return null;
    if (notice.lacks === null) return MISSING.noticeText;
    if (notice.lacks.length === 0) return null;
    return {
      because: `事先告知没有载明${notice.lacks.join('、')}`,
      facts: { 告知送达日期: notice.servedOn, 没有载明: notice.lacks.join('、') },
      clears: '载明全部内容的事先告知书',
    };
  },
};
