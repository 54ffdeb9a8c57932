import { cite } from '../citation.ts';
import { localDate } from '../local-date.ts';
import { PENALTY_KIND_LABELS, PROCEDURE_LABELS } from '../penalty.ts';
import type { SupervisionRule } from '../rule.ts';
import { CREDIT_CLASS_LABELS, creditClassOf } from './credit-class.ts';
import type { CreditDisplay, DecisionDay, FineFact, KindsFact, PartyFact, ProcedureFact } from './facts.ts';
import { MISSING } from './missing.ts';
import { mayBeSummary } from './summary-procedure.ts';

type Facts = CreditDisplay & DecisionDay & KindsFact & FineFact & PartyFact & ProcedureFact;
const IN_FORCE = localDate('2026-04-01');

/** The channel of enforcement publicity is never blocked by this rule: there 警告 and 通报批评 are the city's choice. */
export const notForCreditDisplay: SupervisionRule<Facts> = {
  id: 'P03',
  version: 1,
  title: '信用平台是否公示了不应公示的轻微失信信息',
  cite: [cite('信用修复管理办法', null), cite('政府信息公开条例', 14), cite('政府信息公开条例', 15), cite('市场监管处罚公示规定', 2)],
  grade: 'excerpt-summary',
  severity: 'red',
  mode: 'B',
  reach: 'matter',
  conduct: 'publicity',
  head: '8(12)',
  asks: '轻微失信信息（简易程序作出的，以及仅警告、通报批评的行政处罚）原则上不在信用平台公示。',
  check: (facts, context) => {
    if (facts.creditShownOn === null) return MISSING.channel;
    if (facts.creditShownOn < IN_FORCE) return MISSING.earlierLaw;
    const creditClass = creditClassOf(facts, context);
    if (creditClass === null && facts.kinds.length === 0) return MISSING.kinds;
    if (creditClass !== 'minor') return facts.procedure === null && mayBeSummary(facts) ? MISSING.procedure : null;
    return {
      because: `${CREDIT_CLASS_LABELS.minor}在信用平台公示`,
      facts: {
        处罚类别: facts.kinds.map((kind) => PENALTY_KIND_LABELS[kind]).join('、') || '未载',
        程序: facts.procedure === null ? '未载' : PROCEDURE_LABELS[facts.procedure],
        公示所见日期: facts.creditShownOn,
      },
      clears: '确需公示的决定和理由，或者已从信用平台撤下的证明',
    };
  },
};
