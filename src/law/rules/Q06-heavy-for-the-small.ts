import { cite } from '../citation.ts';
import { yuan } from '../penalty.ts';
import { parameterOf } from '../profile.ts';
import type { Doubt, SupervisionRule } from '../rule.ts';
import type { ConfiscationFact, DecisionDay, FineFact, HarmFact, KindsFact, PartyFact } from './facts.ts';
import { MISSING } from './missing.ts';

type Facts = DecisionDay &
  PartyFact &
  KindsFact &
  FineFact &
  ConfiscationFact &
  HarmFact & { readonly partyScale: 'micro' | 'larger' | null; readonly illegalIncomeFen: number | null };

export const heavyForTheSmall: SupervisionRule<Facts> = {
  id: 'Q06',
  version: 1,
  title: '对小微主体的小额违法是否处以过重罚款',
  cite: [cite('行政处罚法', 5), cite('罚款设定实施指导意见', null)],
  grade: 'statute',
  severity: 'orange',
  mode: 'A',
  reach: 'matter',
  conduct: 'arbitrary-fine',
  head: '8(8)',
  asks: '实施行政处罚须与违法行为的事实、性质、情节以及社会危害程度相当，过罚相当，防止“小过重罚”。',
  check: (facts, context) => {
    const { fineFen, partyKind, partyScale } = facts;
    const heavy = parameterOf(context.profile, 'Q06.fine-fen', facts.decidedOn);
    const small = parameterOf(context.profile, 'Q06.income-fen', facts.decidedOn);
    if (heavy === null || small === null) return MISSING.parameter;
    if (fineFen === null) return facts.kinds.includes('CF03') ? MISSING.amount : null;
    if (fineFen < heavy.value || facts.harm === true || partyKind === 'person' || partyScale === 'larger') return null;
    if (partyKind === null) return MISSING.partyKind;
    const income = illegalIncome(facts);
    if (income === null) return MISSING.illegalIncome;
    if (income >= small.value) return null;
    if (partyKind === 'organisation' && partyScale === null) return MISSING.partyScale;
    return tooHeavy(fineFen, income);
  },
};

/** What was confiscated as illegal income, or the sum named in the facts; the sum with goods is at least the income. */
function illegalIncome({ illegalIncomeFen, confiscatedFen, kinds }: Facts): number | null {
  if (illegalIncomeFen !== null) return illegalIncomeFen;
  return kinds.includes('CF04') && !kinds.includes('CF05') ? confiscatedFen : null;
}

function tooHeavy(fineFen: number, income: number): Doubt {
  return {
    because: `违法所得${yuan(income)}，罚款${yuan(fineFen)}`,
    facts: { 违法所得: yuan(income), 罚款金额: yuan(fineFen) },
    clears: '危害后果的证据，或者从重情节和裁量基准的说明',
  };
}
