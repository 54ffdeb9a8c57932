import { cite } from '../citation.ts';
import type { LocalDate } from '../local-date.ts';
import type { ObligationId } from '../profile.ts';
import type { RuleContext, SupervisionRule } from '../rule.ts';
import type { CrimeTransfer, CrimeTransferFact } from './case-facts.ts';
import { dueAfter } from './due-dates.ts';
import { MISSING } from './missing.ts';
import { OF_A_CASE } from './of-a-case.ts';

type Step = {
  readonly from: LocalDate;
  readonly after: string;
  readonly what: string;
  /** null: the law of that day is not loaded. */
  readonly lastDay: LocalDate | null;
  readonly doneOn: LocalDate | null;
};

export const crimeHandedOnInTime: SupervisionRule<CrimeTransferFact> = {
  ...OF_A_CASE,
  id: 'T02',
  version: 4,
  title: '涉嫌犯罪的移送是否按期、由正职负责人决定',
  cite: [cite('行政处罚法', 27)],
  severity: 'orange',
  mode: 'A',
  conduct: 'procedure',
  asks: '正职负责人或者主持工作的负责人应当自接到移送报告之日起三日内作出是否移送的决定，决定移送的在二十四小时内移送，不移送的将理由记录在案（《行政执法机关移送涉嫌犯罪案件的规定》第五条）。',
  check: ({ crimeTransfers }, context) => {
    const faults = crimeTransfers.flatMap((one) => faultsOf(one, context));
    if (faults.length === 0) {
      if (crimeTransfers.some((one) => !isTold(one))) return MISSING.crimeReport;
      const isEarlier = crimeTransfers.some((one) => crimeSteps(one, context).some(({ lastDay }) => lastDay === null));
      return isEarlier ? MISSING.earlierLaw : null;
    }
    const days = (of: (one: CrimeTransfer) => LocalDate | null) => crimeTransfers.map((one) => of(one) ?? '无').join('、');
    return {
      because: `涉嫌犯罪的移送${faults.join('；')}`,
      facts: { 报告日期: days((o) => o.reportedOn), 决定日期: days((o) => o.decidedOn), 移送日期: days((o) => o.deliveredOn) },
      clears: '移送报告、审批表和移送回执',
    };
  },
};

const isTold = ({ reportedOn, byChief, decidedOn }: CrimeTransfer): boolean =>
  reportedOn !== null && (byChief !== null || decidedOn === null);

function faultsOf(transfer: CrimeTransfer, context: RuleContext): readonly string[] {
  const { decidedOn, byChief, refusal } = transfer;
  const isLate = ({ doneOn, lastDay }: Step): boolean => lastDay !== null && (doneOn ?? context.today) > lastDay;
  return [
    ...crimeSteps(transfer, context).filter(isLate).map(late),
    ...(refusal === 'unreasoned' ? [`${decidedOn ?? ''}决定不移送，没有记录理由`] : []),
    ...(byChief === false ? ['不是由正职负责人或者主持工作的负责人决定'] : []),
  ];
}

/** What follows what, by when; `doneOn` null: it is still to be done. */
export function crimeSteps({ reportedOn, decidedOn, deliveredOn, refusal }: CrimeTransfer, context: RuleContext): readonly Step[] {
  const lastDay = (obligation: ObligationId, from: LocalDate) => dueAfter(obligation, from, context)?.dueOn ?? null;
  const decided =
    reportedOn === null
      ? []
      : [
          {
            ...{ from: reportedOn, after: '报告', what: '决定是否移送', doneOn: decidedOn },
            lastDay: lastDay('law.crime-decision', reportedOn),
          },
        ];
  if (decidedOn === null || refusal !== undefined) return decided;
  return [
    ...decided,
    {
      ...{ from: decidedOn, after: '决定', what: '送达受移送机关', doneOn: deliveredOn },
      lastDay: lastDay('law.crime-delivery', decidedOn),
    },
  ];
}

function late({ from, after, what, doneOn }: Step): string {
  return `${from}${after}，${doneOn === null ? `届满没有${what}` : `${doneOn}才${what}`}`;
}
