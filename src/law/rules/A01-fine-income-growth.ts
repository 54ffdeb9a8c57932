import { cite } from '../citation.ts';
import { ymd } from '../local-date.ts';
import { yuan } from '../penalty.ts';
import { parameterOf } from '../profile.ts';
import type { Doubt, SupervisionRule } from '../rule.ts';
import type { Concentration, FineIncome } from './counter-facts.ts';
import { MISSING } from './missing.ts';

export const fineIncomeGrowth: SupervisionRule<FineIncome> = {
  id: 'A01',
  version: 1,
  title: '罚没收入是否异常增长，案件是否集中于一人或者一项',
  cite: [cite('罚款设定实施指导意见', null)],
  grade: 'excerpt',
  severity: 'orange',
  mode: 'A',
  reach: 'organisation',
  conduct: 'profit-driven',
  head: '8(7)',
  asks: '监督罚没收入异常变化情况；对罚没收入同比异常上升的部门开展实地核查。',
  check: (facts, context) => {
    const on = ymd(facts.year, 12, 31) ?? context.today;
    const growth = parameterOf(context.profile, 'A01.growth-percent', on);
    const share = parameterOf(context.profile, 'A01.share-percent', on);
    const least = parameterOf(context.profile, 'A01.minimum-cases', on);
    if (growth === null || share === null || least === null) return MISSING.parameter;
    if (facts.cases < least.value) return null;
    const doubts: Doubt[] = [];
    if (grewBy(facts, growth.value)) doubts.push(grown(facts));
    if (isMost(facts.topOfficer, facts.cases, share.value)) doubts.push(concentrated('officer', '一名执法人员', facts, facts.topOfficer));
    if (isMost(facts.topItem, facts.cases, share.value)) doubts.push(concentrated('item', '一个事项', facts, facts.topItem));
    if (doubts.length > 0) return doubts;
    return facts.previousIncomeFen === null || facts.previousIncomeFen === 0 ? MISSING.previousYear : null;
  },
};

/** From nothing to something is no percentage: not judged. */
function grewBy({ incomeFen, previousIncomeFen }: FineIncome, percent: number): boolean {
  return previousIncomeFen !== null && previousIncomeFen > 0 && incomeFen * 100 > previousIncomeFen * (100 + percent);
}

function isMost(top: Concentration | null, cases: number, percent: number): top is Concentration {
  return top !== null && top.cases * 100 >= cases * percent;
}

function grown({ year, fromMonth, throughMonth, incomeFen, previousIncomeFen }: FineIncome): Doubt {
  const previous = previousIncomeFen ?? 0;
  const percent = Math.floor(((incomeFen - previous) * 100) / Math.max(previous, 1));
  return {
    because: `${year}年${fromMonth}—${throughMonth}月罚没收入${yuan(incomeFen)}，上年同期${yuan(previous)}，增长${percent}%`,
    facts: { 本年罚没收入: yuan(incomeFen), 上年同期: yuan(previous), 同比: `+${percent}%` },
    clears: '增长原因的说明（如专项治理、大案）和实地核查记录',
    fact: `${year}:growth`,
  };
}

function concentrated(fact: string, words: string, { year, cases }: FineIncome, top: Concentration): Doubt {
  const named = top.called === undefined ? top.name : `${top.called}，编码${top.name}`;
  return {
    because: `${year}年${cases}件处罚中有${top.cases}件集中于${words}（${named}）`,
    facts: { 全部案件: `${cases}件`, 集中案件: `${top.cases}件`, 集中于: named },
    clears: '岗位分工或者职责范围的说明',
    fact: `${year}:${fact}:${top.name}`,
  };
}
