import { cite } from '../citation.ts';
import { addDays, addYears, type LocalDate } from '../local-date.ts';
import { isAskedOn, parameterOf } from '../profile.ts';
import type { Doubt, NotJudged, RuleContext, SupervisionRule } from '../rule.ts';
import { dueAfter } from './due-dates.ts';
import { MISSING } from './missing.ts';
import type { EndedCited, MadeDocument, MadeDocuments } from './unit-facts.ts';

/** That a decision cites a document which has ended is asked of the decision (D11, Q07); here, what the unit's own lists and benchmarks cite. */
export const normativeFiled: SupervisionRule<MadeDocuments> = {
  id: 'B03',
  version: 2,
  title: '规范性文件是否按期备案、有效期是否过长、失效后是否仍被引用',
  cite: [cite('内蒙古行政规范性文件管理办法', null), cite('实施细则', 8, undefined, 6), cite('实施细则', 18)],
  // 令262 is known only in its first articles: the days to file and the years of validity are those of earlier measures.
  grade: 'excerpt',
  severity: 'orange',
  mode: 'A',
  reach: 'organisation',
  conduct: null,
  head: '8(6)',
  asks: '行政规范性文件公布以后报送备案，写明有效期；报送期限和有效期的年限待核定；失效的不再作为依据。',
  check: ({ kind, madeDocuments, citesEnded }, context) => {
    const hasChannel = kind !== 'vertical' || isAskedOn(context.profile, 'normative-filing.vertical-to-local', context.today);
    const answers = [
      ...citesEnded.map(citedDoubt),
      ...madeDocuments.flatMap((made) => [hasChannel ? filedInTime(made, context) : noChannel(made), validFor(made, context)]),
    ];
    const doubts = answers.filter((answer): answer is Doubt => answer !== null && 'because' in answer);
    if (doubts.length > 0) return doubts;
    return answers.find((answer) => answer !== null) ?? null;
  },
};

/** With whom such an organ files is not known: what it has not filed cannot be held against it. */
function noChannel({ isEntered, submittedOn }: MadeDocument): NotJudged | null {
  return isEntered || submittedOn !== null ? null : MISSING.filingChannel;
}

function citedDoubt({ in: place, title, number, endedOn }: EndedCited): Doubt {
  return {
    because: `${place}引用的《${title}》（${number}）自${endedOn}起失效`,
    facts: { 引用之处: place, 文件: title, 文号: number, 失效日期: endedOn },
    clears: '改正后的清单或者基准，或者另有有效依据的说明',
    fact: `${number}/cited/${place}`,
  };
}

function filedInTime({ title, number, publishedOn, submittedOn, isEntered }: MadeDocument, context: RuleContext): Doubt | NotJudged | null {
  // Filed before the platform was there: on which day is not told, that it was is.
  if (isEntered) return null;
  const due = dueAfter('local.normative-filing', publishedOn, context);
  if (due === null || due.length === null) return MISSING.earlierLaw;
  if (due.dueOn === null || due.provisional) return MISSING.calendar;
  if ((submittedOn ?? context.today) <= due.dueOn) return null;
  return {
    because: `《${title}》（${number}）${publishedOn}公布，${submittedOn === null ? '没有报送备案' : `${submittedOn}才报送备案`}，已过${due.dueOn}`,
    facts: { 文件: title, 文号: number, 公布日期: publishedOn, 报送日期: submittedOn ?? '无', 期限届满日: due.dueOn },
    clears: '备案报告及其收到日期，或者不属于行政规范性文件的说明',
    fact: `${number}/filed`,
  };
}

function validFor({ title, number, effectiveOn, lastDay, isTrial }: MadeDocument, context: RuleContext): Doubt | NotJudged | null {
  if (effectiveOn === null) return null;
  if (lastDay === null) return MISSING.validity;
  const years = parameterOf(context.profile, isTrial ? 'B03.trial-years' : 'B03.years', effectiveOn);
  if (years === null) return MISSING.parameter;
  const longest: LocalDate = addDays(addYears(effectiveOn, years.value), -1);
  if (lastDay <= longest) return null;
  return {
    because: `《${title}》（${number}）${isTrial ? '为暂行、试行，' : ''}有效期至${lastDay}，超过${years.value}年`,
    facts: { 文件: title, 文号: number, 施行日期: effectiveOn, 有效期最后一日: lastDay, 至多: longest },
    clears: '修改有效期的决定，或者有效期可以更长的依据',
    fact: `${number}/validity`,
  };
}
