import { cite } from '../citation.ts';
import type { LocalDate } from '../local-date.ts';
import { isVerified, type ObligationId } from '../profile.ts';
import { type Doubt, type NotJudged, partNotJudged, type RuleContext, type SupervisionRule } from '../rule.ts';
import { dueAfter, isBehind } from './due-dates.ts';
import { MISSING } from './missing.ts';
import type { OpinionFact, RedressFact, RedressFacts } from './redress-facts.ts';

/** What had to be done after one event: by when, and whether it was. */
export type Duty = {
  readonly what: string;
  readonly fact: string;
  readonly from: LocalDate;
  readonly by: LocalDate | null;
  readonly doneOn: LocalDate | null;
  readonly obligation: ObligationId;
};

export const redressFollowed: SupervisionRule<Pick<RedressFacts, 'redressed' | 'opinions'>> = {
  id: 'O01',
  version: 2,
  title: '被复议、诉讼纠正的决定是否按期重作、退还、报告',
  cite: [cite('行政复议法', 76), cite('行政复议法', 77), cite('行政诉讼法', 96), cite('实施细则', 12)],
  grade: 'statute',
  severity: 'red',
  mode: 'A',
  reach: 'matter',
  conduct: 'procedure',
  head: '8(7)',
  asks: '决定被撤销、变更的，履行复议决定、裁判：在期限内重新作出决定，退还多收的款物（文书没有写明期限的，按平台提醒的期限，待核定）；收到行政复议意见书的，六十日内报告纠正情况。',
  check: ({ redressed, opinions }, context) => {
    const answers = redressDuties({ redressed, opinions }).map((duty) => late(duty, context));
    const doubts = answers.filter((answer): answer is Doubt => answer !== null && 'because' in answer);
    const outside = redressed.filter(({ pooled }) => pooled === false).map(notPooled);
    if (doubts.length + outside.length > 0) return [...doubts, ...outside];
    const open = answers.find((answer) => answer !== null) ?? null;
    return open ?? (redressed.some(({ pooled }) => pooled === null) ? partNotJudged(MISSING.reviewPool) : null);
  },
};

/** Everything that followed from what was put right, done or not. */
export function redressDuties({ redressed, opinions }: Pick<RedressFacts, 'redressed' | 'opinions'>): readonly Duty[] {
  return [...redressed.flatMap(dutiesOf), ...opinions.map(reportOf)];
}

function dutiesOf({ no, via, effectOn, redo, giveBack }: RedressFact): readonly Duty[] {
  const on = { from: effectOn };
  return [
    ...(redo === null
      ? []
      : [
          {
            ...on,
            what: `第${no}项纠错（${via}）后重新作出决定`,
            fact: `redo/${no}`,
            by: redo.by,
            doneOn: redo.doneOn,
            obligation: 'local.penalty-redo' as const,
          },
        ]),
    ...(giveBack === null
      ? []
      : [
          {
            ...on,
            what: `第${no}项纠错（${via}）后退还款物`,
            fact: `back/${no}`,
            by: null,
            doneOn: giveBack.doneOn,
            obligation: 'local.penalty-refund' as const,
          },
        ]),
  ];
}

function reportOf({ no, receivedOn, reportedOn }: OpinionFact): Duty {
  const obligation = 'law.reconsideration-opinion' as const;
  return {
    what: `第${no}项行政复议意见书的纠正情况报告`,
    fact: `opinion/${no}`,
    from: receivedOn,
    by: null,
    doneOn: reportedOn,
    obligation,
  };
}

function late({ what, fact, from, by, doneOn, obligation }: Duty, context: RuleContext): Doubt | NotJudged | null {
  const counted = by === null ? dueAfter(obligation, from, context) : null;
  if (by === null && (counted === null || counted.length === null)) {
    return obligation.startsWith('law.') ? MISSING.earlierLaw : MISSING.parameter;
  }
  const due = by ?? counted?.dueOn ?? null;
  const asked = doneOn ?? context.today;
  const isLate = counted === null ? due !== null && asked > due : isBehind(counted, asked);
  if (isLate === 'calendar' || due === null) return MISSING.calendar;
  if (!isLate) return null;
  // No law says how long: the city's own reminder is never told as what the law asks.
  const isLaw = counted === null || isVerified(counted.grade);
  return {
    because: `${what}，${isLaw ? '应当' : '按平台提醒的期限（待核定）'}至${due}完成，${doneOn === null ? '届满仍没有办理' : `${doneOn}才办理`}`,
    facts: { 起算日期: from, 期限届满日: isLaw ? due : `${due}（平台提醒，待核定）`, 办理日期: doneOn ?? '无' },
    clears: '更早办理的文书、凭证，或者文书另定期限的依据',
    fact,
  };
}

function notPooled({ no, via, effectOn }: RedressFact): Doubt {
  return {
    because: `第${no}项纠错（${via}）${effectOn}生效，没有列入案卷评查`,
    facts: { 纠错: `第${no}项（${via}）`, 生效日期: effectOn, 案卷评查: '没有列入' },
    clears: '列入案卷评查的记录',
    fact: `pool/${no}`,
  };
}
