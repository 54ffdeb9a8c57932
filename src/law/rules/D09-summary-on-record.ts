import { cite } from '../citation.ts';
import type { LocalDate } from '../local-date.ts';
import type { ObligationId } from '../profile.ts';
import type { SupervisionRule } from '../rule.ts';
import type { CaseDecision, CaseProcedure, SummaryRecordFact } from './case-facts.ts';
import { dueAfter } from './due-dates.ts';
import type { BasisFact } from './facts.ts';
import { MISSING } from './missing.ts';
import { OF_A_CASE } from './of-a-case.ts';
import { loadedSpecialLaw, specialLawFor } from './special-laws.ts';

export const summaryOnRecord: SupervisionRule<CaseProcedure & CaseDecision & SummaryRecordFact & BasisFact> = {
  ...OF_A_CASE,
  id: 'D09',
  title: '当场处罚决定是否报本机关备案',
  cite: [cite('行政处罚法', 52), cite('治安管理处罚法', 120)],
  severity: 'yellow',
  mode: 'A',
  conduct: null,
  asks: '执法人员当场作出的行政处罚决定，应当报所属行政机关备案（处罚法没有规定期限，按平台参数，待核定；治安案件在二十四小时以内）。',
  check: ({ procedure, outcome, decidedOn, recordedOn, citations }, context) => {
    // Whoever is let go with a record of education has no 处罚决定 that could be put on record.
    if (procedure !== 'summary' || outcome !== 'penalty' || decidedOn === null) return null;
    if (specialLawFor(citations ?? [], decidedOn) === 'not-loaded') return MISSING.specialLaw;
    const own = loadedSpecialLaw(citations, decidedOn)?.onTheSpot ?? null;
    const due = dueAfter(recordPeriod(citations, decidedOn), decidedOn, context);
    if (due === null || due.length === null) return MISSING.parameter;
    if (due.dueOn === null || due.provisional) return MISSING.calendar;
    if ((recordedOn ?? context.today) <= due.dueOn) return null;
    return {
      because: `${decidedOn}当场处罚，${recordedOn === null ? '届满没有报备' : `${recordedOn}才报备`}（${own === null ? `平台提醒期限至${due.dueOn}，待核定` : `二十四小时，至迟${due.dueOn}`}）`,
      facts: { 决定日期: decidedOn, 报备日期: recordedOn ?? '无', [own === null ? '提醒期限' : '期限']: due.dueOn },
      clears: '更早的报备记录',
    };
  },
};

/** By which period a decision made on the spot goes on record. */
export function recordPeriod(citations: BasisFact['citations'], on: LocalDate): ObligationId {
  return loadedSpecialLaw(citations, on)?.onTheSpot?.record ?? 'local.summary-record';
}
