import { cite } from '../citation.ts';
import type { LocalDate } from '../local-date.ts';
import { PENALTY_KIND_LABELS, type PenaltyKind, yuan } from '../penalty.ts';
import { parameterOf } from '../profile.ts';
import type { Doubt, NotJudged, RuleContext, SupervisionRule } from '../rule.ts';
import { dueAfter } from './due-dates.ts';
import type { ConfiscationFact, DecisionDay, FineFact, KindsFact, PartyFact, RecordedDay } from './facts.ts';
import { MISSING } from './missing.ts';

export type FilingFacts = DecisionDay & PartyFact & KindsFact & FineFact & ConfiscationFact & { readonly detentionDays: number | null };
type Facts = FilingFacts & { readonly recordFiled: RecordedDay };

export const majorPenaltyFiled: SupervisionRule<Facts> = {
  id: 'B01',
  version: 1,
  title: '重大行政处罚是否按期备案',
  cite: [cite('重大行政处罚备案办法', 3), cite('重大行政处罚备案办法', 4), cite('实施细则', 8, undefined, 3), cite('实施细则', 18)],
  grade: 'excerpt',
  severity: 'red',
  mode: 'A',
  reach: 'matter',
  conduct: 'procedure',
  head: '8(3)',
  asks: '重大行政处罚（公民罚款五千元、法人或者其他组织五万元以上，没收相当数额，责令停产停业，吊销证照，拘留十日以上等）作出后报送备案；备案期限待核定。',
  check: (facts, context) => {
    const duty = mustBeFiled(facts, context);
    if (duty.is === 'not') return null;
    if (duty.is === 'unclear') return duty.missing;
    if (facts.recordFiled === null) return MISSING.recordFiled;
    const due = dueAfter('local.major-penalty-filing', facts.decidedOn, context);
    if (due === null || due.length === null) return MISSING.earlierLaw;
    if (due.dueOn === null || due.provisional) return MISSING.calendar;
    const filedOn = facts.recordFiled.on;
    if ((filedOn ?? context.today) <= due.dueOn) return null;
    return notFiled(facts.decidedOn, filedOn, due.dueOn, duty.because);
  },
};

function notFiled(decidedOn: LocalDate, filedOn: LocalDate | null, dueOn: LocalDate, because: readonly string[]): Doubt {
  return {
    because: `重大行政处罚（${because.join('、')}）${filedOn === null ? '未见备案' : `${filedOn}才备案`}，已过${dueOn}`,
    facts: { 应备案理由: because.join('、'), 处罚决定日期: decidedOn, 备案日期: filedOn ?? '无', 期限届满日: dueOn },
    clears: '备案登记回执，或者不属于重大行政处罚的说明',
  };
}

/** Whether a decision belongs on the list of those to be filed (应备清单), and why. */
export type FilingDuty =
  | { readonly is: 'must'; readonly because: readonly string[] }
  | { readonly is: 'not' }
  | { readonly is: 'unclear'; readonly missing: NotJudged };

const BY_KIND: readonly PenaltyKind[] = ['CF08', 'CF10'];
const NOT: FilingDuty = { is: 'not' };

/** Kinds that the law of 2021 added (降低资质等级、责令关闭 …) are not in the measures of 2002 and are not listed. */
export function mustBeFiled(facts: FilingFacts, context: Pick<RuleContext, 'profile'>): FilingDuty {
  const citizen = parameterOf(context.profile, 'B01.citizen-fen', facts.decidedOn);
  const organisation = parameterOf(context.profile, 'B01.organisation-fen', facts.decidedOn);
  const detention = parameterOf(context.profile, 'B01.detention-days', facts.decidedOn);
  if (citizen === null || organisation === null || detention === null) return { is: 'unclear', missing: MISSING.parameter };
  const because = BY_KIND.filter((kind) => facts.kinds.includes(kind)).map((kind): string => PENALTY_KIND_LABELS[kind]);
  let missing: NotJudged | null = facts.kinds.length === 0 || facts.kindsUnclear ? MISSING.kinds : null;
  if (facts.kinds.includes('CF13')) {
    if (facts.detentionDays === null) missing = MISSING.detentionDays;
    else if (facts.detentionDays >= detention.value) because.push(`行政拘留${facts.detentionDays}日`);
  }
  missing = sumsOf(facts, citizen.value, organisation.value, because) ?? missing;
  if (because.length > 0) return { is: 'must', because };
  return missing === null ? NOT : { is: 'unclear', missing };
}

/** Adds the sums that reach the threshold of the party; between the two thresholds the kind of party decides. */
function sumsOf(facts: FilingFacts, citizen: number, organisation: number, because: string[]): NotJudged | null {
  if (facts.kinds.includes('CF03') && facts.fineFen === null) return MISSING.amount;
  let missing: NotJudged | null = null;
  for (const [label, fen] of [
    ['罚款', facts.fineFen],
    ['没收', facts.confiscatedFen],
  ] as const) {
    if (fen === null || fen < citizen) continue;
    if (fen >= organisation || facts.partyKind === 'person') because.push(`${label}${yuan(fen)}`);
    else if (facts.partyKind === null) missing = MISSING.partyKind;
    else if (facts.partyKind === 'sole-trader') missing = MISSING.soleTraderLimit;
  }
  return missing;
}
