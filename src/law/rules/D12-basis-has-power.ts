import { cite } from '../citation.ts';
import { INSTRUMENT_LEVELS, type InstrumentLevel } from '../instruments.ts';
import { levelOf } from '../law-levels.ts';
import { type CitedLaw, clauseOn } from '../law-register.ts';
import type { LocalDate } from '../local-date.ts';
import { type PenaltyKind, penaltyNames, yuan } from '../penalty.ts';
import { parameterOf } from '../profile.ts';
import { type Doubt, notJudged, type RuleAnswer, type RuleContext, type SupervisionRule } from '../rule.ts';
import { placeOf } from './cited-place.ts';
import type { BasisFact, DecisionDay, FineFact, KindsFact } from './facts.ts';
import { MISSING } from './missing.ts';

type Facts = BasisFact & KindsFact & FineFact & DecisionDay;

/** Laws of procedure set no penalty for a conduct: beside them the penalty must rest on something else. */
const NO_PENALTY_CLAUSE: ReadonlySet<string> = new Set(['行政处罚法', '行政强制法', '行政许可法', '行政复议法']);
/** What a rule (规章) may set at all: 警告、通报批评、罚款. */
const OF_RULES: ReadonlySet<PenaltyKind> = new Set(['CF01', 'CF02', 'CF03']);

export const basisHasPower: SupervisionRule<Facts> = {
  id: 'D12',
  version: 3,
  title: '处罚依据是否有权设定所作的处罚',
  cite: [cite('行政处罚法', 13), cite('行政处罚法', 14), cite('行政处罚法', 16)],
  grade: 'statute',
  severity: 'red',
  mode: 'B',
  reach: 'matter',
  conduct: 'arbitrary-fine',
  head: '8(7)',
  asks: '除法律、法规、规章外，其他规范性文件不得设定行政处罚；规章只能设定警告、通报批评或者一定数额的罚款（规章罚款限额十万元，涉及生命健康安全、金融安全、生态环境、文物、稀缺资源、矿山安全且有危害后果的二十万元，待核定）。',
  check: (facts, context) => {
    if (facts.citations === null || facts.citations.length === 0) return MISSING.basis;
    const specific = facts.citations.filter((c) => !NO_PENALTY_CLAUSE.has(c.name));
    if (specific.length === 0) return MISSING.specificBasis;
    const levels = specific.map(levelOf);
    if (levels.some((level) => level === 'law' || level === 'administrative-regulation' || level === 'local-regulation')) return null;
    const unranked = specific[levels.indexOf(null)];
    if (unranked !== undefined) return unranked.texts === undefined ? MISSING.lawLevel : textOrLevel(unranked, facts.decidedOn);
    const rule = specific.find((_, i) => levels[i] === 'department-rule' || levels[i] === 'government-rule');
    return rule === undefined ? onlyNormative(specific, levels) : beyondRule(rule, facts, context);
  },
};

/** With a library at hand its missing text is named; a text whose rank nobody can tell leaves the rank open. */
function textOrLevel(cited: CitedLaw, on: LocalDate): RuleAnswer {
  const status = clauseOn(cited, on);
  return status.is === 'unknown' && status.missing !== undefined ? notJudged(status.missing) : MISSING.lawLevel;
}

function onlyNormative(cited: readonly CitedLaw[], levels: readonly (InstrumentLevel | null)[]): Doubt {
  const places = [...new Set(cited.map(placeOf))].join('、');
  return {
    because: '处罚依据只有规范性文件，没有法律、法规、规章',
    facts: { 处罚依据: places, 效力层级: [...new Set(levels)].map((l) => (l === null ? '未知' : INSTRUMENT_LEVELS[l])).join('、') },
    clears: '设定该处罚的法律、法规或者规章条款',
  };
}

function beyondRule(rule: CitedLaw, facts: Facts, context: RuleContext): RuleAnswer {
  const beyond = facts.kinds.filter((kind) => !OF_RULES.has(kind));
  if (beyond.length > 0) {
    return {
      because: `处罚依据只有规章，却作出“${penaltyNames(beyond)}”`,
      facts: { 处罚依据: placeOf(rule), 处罚类别: penaltyNames(facts.kinds) },
      clears: '设定该处罚的法律、法规条款',
    };
  }
  if (facts.kindsUnclear || facts.kinds.length === 0) return MISSING.kinds;
  if (!facts.kinds.includes('CF03')) return null;
  if (facts.fineFen === null) return MISSING.amount;
  const general = parameterOf(context.profile, 'D12.rule-cap-general-fen', facts.decidedOn);
  const cap = parameterOf(context.profile, 'D12.rule-cap-fen', facts.decidedOn);
  if (general === null || cap === null) return MISSING.parameter;
  if (facts.fineFen <= general.value) return null;
  // The higher cap is for a few fields, and for harm done in them: no register tells that of a conduct.
  if (facts.fineFen <= cap.value) return MISSING.ruleFields;
  return {
    because: `处罚依据只有规章，罚款${yuan(facts.fineFen)}超过规章可以设定的限额`,
    facts: { 处罚依据: placeOf(rule), 罚款金额: yuan(facts.fineFen), 规章罚款限额: yuan(cap.value) },
    clears: '设定该处罚的法律、法规条款，或者国务院批准的更高限额',
  };
}
