import { cite } from '../citation.ts';
import { addMonths, type LocalDate, localDate } from '../local-date.ts';
import type { Doubt, RuleContext, SupervisionRule } from '../rule.ts';
import { CREDIT_CLASS_LABELS, creditClassOf } from './credit-class.ts';
import type { CreditDisplay, DecisionDay, FineFact, KindsFact, ProcedureFact } from './facts.ts';
import { MISSING } from './missing.ts';

type Facts = DecisionDay & KindsFact & FineFact & ProcedureFact & CreditDisplay & { readonly publicUntil: LocalDate | null };

/** From that day the period follows the class; before it every record could stand for three years. */
const CLASSES_SINCE = localDate('2026-04-01');
const YEARS_3 = 36;
/** Months from the day of the document: at least, at most. A general record may be a slight one by the list of its trade. */
const MONTHS = { minor: [0, 3], general: [0, 12], serious: [12, YEARS_3] } as const;

export const publicForTheRightTime: SupervisionRule<Facts> = {
  id: 'P05',
  version: 1,
  title: '公示截止期是否与失信信息分类相符，到期是否下架',
  cite: [cite('信用修复管理办法', null)],
  grade: 'excerpt-summary',
  severity: 'red',
  mode: 'A',
  reach: 'matter',
  conduct: 'publicity',
  head: '8(12)',
  asks: '公示期自决定之日起算：轻微失信信息至多三个月，一般失信信息三个月至一年，严重失信信息一年至三年；期满停止公示。',
  check: (facts, context) => {
    if (facts.publicUntil === null) return MISSING.publicUntil;
    const { words, least, most } = boundsOf(facts, context);
    const last = addMonths(facts.decidedOn, most ?? YEARS_3);
    if (facts.publicUntil > last) return wrongEnd(facts, facts.publicUntil, `超过${words}的最长公示期（至${last}）`);
    const first = least === 0 ? facts.decidedOn : addMonths(facts.decidedOn, least);
    if (facts.publicUntil < first) return wrongEnd(facts, facts.publicUntil, `短于${words}的最短公示期（至${first}）`);
    if (facts.creditShownOn !== null && facts.creditShownOn > facts.publicUntil) return stillShown(facts.publicUntil, facts.creditShownOn);
    return most === null ? classMissing(facts) : null;
  },
};

type Bounds = { readonly words: string; readonly least: number; readonly most: number | null };

function boundsOf(facts: Facts, context: RuleContext): Bounds {
  if (facts.decidedOn < CLASSES_SINCE) return { words: '失信信息', least: 0, most: YEARS_3 };
  const creditClass = creditClassOf(facts, context);
  if (creditClass === null) return { words: '失信信息', least: 0, most: null };
  const [least, most] = MONTHS[creditClass];
  return { words: CREDIT_CLASS_LABELS[creditClass], least, most };
}

function classMissing(facts: Facts) {
  return facts.kinds.length === 0 ? MISSING.kinds : MISSING.creditClass;
}

function wrongEnd(facts: Facts, until: LocalDate, because: string): Doubt {
  return {
    because: `公示截止期${until}${because}`,
    facts: { 处罚决定日期: facts.decidedOn, 公示截止期: until },
    clears: '更正后的公示截止期，或者失信信息分类的依据',
    fact: 'end-date',
  };
}

function stillShown(until: LocalDate, shownOn: LocalDate): Doubt {
  return {
    because: `公示${until}到期，${shownOn}仍在信用平台公示`,
    facts: { 公示截止期: until, 公示所见日期: shownOn },
    clears: '到期当日已停止公示的证明',
    fact: 'still-public',
  };
}
