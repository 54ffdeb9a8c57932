import { cite } from '../citation.ts';
import { localDate } from '../local-date.ts';
import { isWarningAlone, PENALTY_KIND_LABELS, PROCEDURE_LABELS } from '../penalty.ts';
import type { Doubt, SupervisionRule } from '../rule.ts';
import { CREDIT_CLASS_LABELS, creditClassOf } from './credit-class.ts';
import type { CreditDisplay, DecisionDay, FineFact, KindsFact, PartyFact, ProcedureFact, ShownFact } from './facts.ts';
import { MISSING } from './missing.ts';
import { mayBeSummary } from './summary-procedure.ts';

type Facts = CreditDisplay & ShownFact & DecisionDay & KindsFact & FineFact & PartyFact & ProcedureFact;
const IN_FORCE = localDate('2026-04-01');

/** In the channel of enforcement publicity 警告 and 通报批评 are the city's choice; of a minor nothing is shown anywhere. */
export const notForCreditDisplay: SupervisionRule<Facts> = {
  id: 'P03',
  version: 2,
  title: '不应公示的处罚决定是否公示',
  cite: [cite('信用修复管理办法', null), cite('政府信息公开条例', 14), cite('政府信息公开条例', 15), cite('市场监管处罚公示规定', 2)],
  grade: 'excerpt-summary',
  severity: 'red',
  mode: 'B',
  reach: 'matter',
  conduct: 'publicity',
  head: '8(12)',
  asks: '轻微失信信息（简易程序作出的，以及仅警告、通报批评的行政处罚）原则上不在信用平台公示；仅警告的不在企业公示系统公示；未成年人的不公示。',
  check: (facts, context) => {
    const { shown } = facts;
    if (shown?.isMinor === true) return ofAMinor(shown.on);
    const isForEnterprises = shown?.channels?.includes('enterprise') === true && shown.byOtherLaw === undefined;
    if (isForEnterprises && isWarningAlone(facts.kinds)) return warned(shown.on);
    const creditShownOn = facts.creditShownOn ?? (shown?.channels?.includes('credit') === true ? shown.on : null);
    if (creditShownOn === null) return shown?.channels == null ? MISSING.channel : null;
    if (creditShownOn < IN_FORCE) return MISSING.earlierLaw;
    const creditClass = creditClassOf(facts, context);
    if (creditClass === null && facts.kinds.length === 0) return MISSING.kinds;
    if (creditClass !== 'minor') return facts.procedure === null && mayBeSummary(facts) ? MISSING.procedure : null;
    return {
      because: `${CREDIT_CLASS_LABELS.minor}在信用平台公示`,
      facts: {
        处罚类别: facts.kinds.map((kind) => PENALTY_KIND_LABELS[kind]).join('、') || '未载',
        程序: facts.procedure === null ? '未载' : PROCEDURE_LABELS[facts.procedure],
        公示所见日期: creditShownOn,
      },
      clears: '确需公示的决定和理由，或者已从信用平台撤下的证明',
    };
  },
};

function ofAMinor(on: string): Doubt {
  return {
    because: '当事人是未成年人，处罚决定已经公示',
    facts: { 当事人: '未成年人', 公示日期: on },
    clears: '撤回公示的证明，或者当事人作出违法行为时已满十八周岁的证明',
  };
}

function warned(on: string): Doubt {
  return {
    because: '仅警告的行政处罚在企业公示系统公示',
    facts: { 处罚类别: PENALTY_KIND_LABELS.CF01, 公示日期: on },
    clears: '法律、行政法规规定应当公示的依据，或者已从企业公示系统撤下的证明',
  };
}
