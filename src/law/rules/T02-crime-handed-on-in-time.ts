import { cite } from '../citation.ts';
import { addDays } from '../local-date.ts';
import type { SupervisionRule } from '../rule.ts';
import type { CrimeTransferFact } from './case-facts.ts';
import { MISSING } from './missing.ts';
import { OF_A_CASE } from './of-a-case.ts';

const DAYS_TO_DECIDE = 3;

export const crimeHandedOnInTime: SupervisionRule<CrimeTransferFact> = {
  ...OF_A_CASE,
  id: 'T02',
  title: '涉嫌犯罪的移送是否按期、由正职负责人决定',
  cite: [cite('行政处罚法', 27)],
  severity: 'orange',
  mode: 'A',
  conduct: 'procedure',
  asks: '正职负责人或者主持工作的负责人应当自接到移送报告之日起三日内作出是否移送的决定，决定移送的在二十四小时内移送（《行政执法机关移送涉嫌犯罪案件的规定》第五条）。',
  check: ({ crimeTransfer }) => {
    if (crimeTransfer === null) return null;
    const { reportedOn, decidedOn, byChief, deliveredOn } = crimeTransfer;
    const faults = [
      reportedOn !== null && decidedOn > addDays(reportedOn, DAYS_TO_DECIDE) ? `${reportedOn}报告，${decidedOn}才决定移送` : null,
      byChief === false ? '不是由正职负责人或者主持工作的负责人决定' : null,
      // Hours are not told: what goes out on the next day may still be within twenty-four.
      deliveredOn !== null && deliveredOn > addDays(decidedOn, 1) ? `${decidedOn}决定，${deliveredOn}才移送` : null,
    ].filter((fault) => fault !== null);
    if (faults.length === 0) return reportedOn === null || byChief === null ? MISSING.crimeReport : null;
    return {
      because: `涉嫌犯罪的移送${faults.join('；')}`,
      facts: { 报告日期: reportedOn ?? '无', 决定日期: decidedOn, 移送日期: deliveredOn ?? '无' },
      clears: '移送报告、审批表和移送回执',
    };
  },
};
