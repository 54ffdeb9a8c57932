import { cite } from '../citation.ts';
import type { SupervisionRule } from '../rule.ts';
import type { CaseDecision, CaseProcedure, HearingFact, NoticesFact } from './case-facts.ts';
import { dueAfter } from './due-dates.ts';
import { MISSING } from './missing.ts';
import { OF_A_CASE } from './of-a-case.ts';
import { wasHeard } from './was-heard.ts';

export const toldBeforeDecided: SupervisionRule<CaseProcedure & CaseDecision & NoticesFact & HearingFact> = {
  ...OF_A_CASE,
  id: 'N01',
  version: 3,
  title: '是否告知并听取陈述申辩以后才作出处罚决定',
  cite: [cite('行政处罚法', 44), cite('行政处罚法', 45), cite('行政处罚法', 62)],
  severity: 'red',
  mode: 'B',
  conduct: 'procedure',
  asks: '作出处罚决定之前，应当告知拟处罚的内容及事实、理由、依据和权利，并听取当事人的陈述、申辩；没有告知、拒绝听取的不得作出决定，当事人明确放弃的除外（听取意见的期限法律没有规定，按平台参数，待核定）。',
  check: ({ procedure, decidedOn, outcome, notice, hearing }, context) => {
    if (outcome !== 'penalty' || decidedOn === null) return null;
    const servedOn = notice?.servedOn ?? null;
    if (notice === null || servedOn === null || servedOn > decidedOn) return untold(servedOn, decidedOn, null);
    if (procedure === 'summary' || (notice.waivedOn !== null && notice.waivedOn <= decidedOn)) return null;
    if (wasHeard(hearing)) return null;
    const due = dueAfter('local.penalty-statement', servedOn, context);
    if (due === null || due.length === null) return MISSING.parameter;
    if (due.dueOn === null || due.provisional) return MISSING.calendar;
    return decidedOn <= due.dueOn ? untold(servedOn, decidedOn, due.dueOn) : null;
  },
};

function untold(servedOn: string | null, decidedOn: string, until: string | null) {
  return {
    because:
      until === null
        ? `${decidedOn}作出处罚决定，${servedOn === null ? '事先告知没有送达' : `${servedOn}才送达事先告知`}`
        : `${servedOn}告知，${decidedOn}作出处罚决定，听取陈述、申辩的期限至${until}，当事人没有书面放弃`,
    facts: { 告知送达日期: servedOn ?? '无', 处罚决定日期: decidedOn, 听取意见至: until ?? '无' },
    clears: '决定以前送达的事先告知书，或者当事人书面放弃陈述、申辩的材料',
  };
}
