import type { Citation } from '../citation.ts';
import { cite } from '../citation.ts';
import { conditionsOf, type Stop } from '../conditions.ts';
import { LENIENT_LIST_LABELS } from '../lenient-lists.ts';
import type { BenchmarkFact } from '../list-facts.ts';
import type { BaseState, Guard, GuardCase } from '../matter-kind.ts';
import { yuan } from '../penalty.ts';
import { type FineMeasure, fineWords, quoted, TIER_LEVEL_LABELS, type TierLevel, tierName } from './benchmark.ts';
import { contains } from './bounds.ts';
import { baseOf, beyondRange, type Fined, rangeInLaw } from './in-law.ts';
import { type ListsOfDay, listsOf, type Punished } from './lists-of-day.ts';
import { LESS_LISTS } from './mitigation.ts';
import { fineInFen } from './propose.ts';

const ART_4 = cite('行政处罚法', 4);
const ART_28 = cite('行政处罚法', 28, 2);
const ART_32 = cite('行政处罚法', 32);
const ART_33 = cite('行政处罚法', 33);
const ART_34 = cite('行政处罚法', 34);
const LISTS = cite('实施细则', 19);

/** What is to be imposed and how it was weighed; sums in fen. No kinds: nothing is imposed. */
export type Weighed = Fined & {
  /** Place of the tier in the benchmark, from 1. */
  readonly tier: number | null;
  readonly deviation: string | null;
  readonly notFree: string | null;
  readonly notLess: string | null;
};

type Asked<S extends BaseState, I> = {
  readonly punished: (s: S, input: I) => Punished;
  /** null: nothing is weighed by this act. */
  readonly weighed: (s: S, input: I) => Weighed | null;
};

/**
 * How a penalty is weighed, alike wherever one is proposed, told or decided: D04 the fine stays within the law itself; Q01 the tier of the benchmark in force is chosen
 * and kept to, or the reason told; Q02 what a list would let go is answered for; Q03 what is less has its ground.
 */
export function weighingGuards<S extends BaseState, I>(asked: Asked<S, I>): readonly Guard<S, I>[] {
  const guard = (name: string, article: Citation, stops: (w: Weighed, lists: ListsOfDay) => Stop): Guard<S, I> => ({
    ...conditionsOf<S>().law<I>(name, article, ({ state, input, facts }: GuardCase<S, I>) => {
      const weighed = asked.weighed(state, input);
      return weighed === null ? null : stops(weighed, listsOf(asked.punished(state, input), facts));
    }),
    severity: 'orange',
  });
  const baseTold = (name: string, stops: (w: Weighed, lists: ListsOfDay) => Stop): Guard<S, I> =>
    conditionsOf<S>().law<I>(name, ART_4, (c) => {
      const weighed = c.reported === true ? null : asked.weighed(c.state, c.input);
      return weighed === null ? null : stops(weighed, listsOf(asked.punished(c.state, c.input), c.facts));
    });
  const chosen = conditionsOf<S>().law<I>('事项、处罚依据之下有裁量权基准的，选定其违法行为，或者写明不按的理由', ART_34, (c) => {
    const weighed = c.reported === true ? null : asked.weighed(c.state, c.input);
    const punished = asked.punished(c.state, c.input);
    return weighed === null ? null : violationChosen(weighed, punished, listsOf(punished, c.facts));
  });
  return [
    baseTold('按货值金额倍数罚款的，写明货值金额', goodsValued),
    baseTold('按违法所得倍数罚款的，写明违法所得', gainTold),
    guard('没收的违法所得不多于违法所得', ART_28, gainCovers),
    { ...guard('罚款在法定幅度以内', ART_4, withinLaw), severity: 'red' },
    guard('事项在“不予处罚”清单上的，写明不适用的理由', ART_33, freeAnswered),
    guard('事项在“从轻、减轻处罚”清单上的，从轻、减轻，或者写明不适用的理由', LISTS, lessAnswered),
    guard('从轻、减轻有法定情形或者清单、基准依据', ART_32, lessGrounded),
    { ...chosen, severity: 'orange' },
    guard('按裁量权基准的档次处罚，或者写明不按的理由', ART_34, keptToTier),
  ];
}

/** Without its base no multiple can be counted. Told elsewhere without it, D04 stays unanswered. */
function countsBy(measure: FineMeasure, weighed: Weighed, lists: ListsOfDay): BenchmarkFact | 'unknown' | null {
  const { benchmark } = lists;
  if (!weighed.kinds.includes('CF03') || benchmark === null || isDisowned(weighed, lists)) return null;
  if (benchmark === 'unknown') return 'unknown';
  const { statutory, tiers } = benchmark.content;
  const isMeasured = [statutory.fine, tiers[(weighed.tier ?? 0) - 1]?.fine].some((fine) => fine?.measure === measure);
  return isMeasured && baseOf(measure, weighed) === null ? benchmark : null;
}

function goodsValued(weighed: Weighed, lists: ListsOfDay): Stop {
  const by = countsBy('goods', weighed, lists);
  return by === null || by === 'unknown' ? by : ['no-goods-value', `“${by.violation}”的罚款按货值金额的倍数计算，请填写货值金额`];
}

/** What is confiscated stands for the gain where nothing else is told; where nothing is confiscated the gain is told by itself. */
function gainTold(weighed: Weighed, lists: ListsOfDay): Stop {
  const by = countsBy('income', weighed, lists);
  return by === null || by === 'unknown'
    ? by
    : ['no-gain', `“${by.violation}”的罚款按违法所得的倍数计算，没有没收违法所得的，请填写违法所得`];
}

/** 28¶2: of the gain is confiscated what need not be given back. */
function gainCovers({ incomeFen, gainFen }: Weighed): Stop {
  return incomeFen === null || gainFen == null || incomeFen <= gainFen
    ? null
    : ['more-than-gain', `没收违法所得${yuan(incomeFen)}，多于所填的违法所得${yuan(gainFen)}`];
}

/** Q01: a benchmark is not got round by another name for the conduct. How it was called elsewhere is recorded as it was. */
function violationChosen({ kinds, tier, deviation }: Weighed, { violation }: Punished, { benchmark, otherwise }: ListsOfDay): Stop {
  if (kinds.length === 0 || tier !== null || deviation !== null || benchmark !== null || otherwise === undefined) return null;
  const { ofItem, under } = otherwise;
  const where = [
    ...(ofItem.length === 0 ? [] : [`本事项有${quoted(ofItem)}`]),
    ...(under.length === 0 ? [] : [`同一处罚依据之下有${quoted(under)}`]),
  ];
  return where.length === 0
    ? null
    : [
        'other-benchmark',
        `对“${violation}”没有查到裁量权基准，${where.join('，')}的基准：属于其中之一的，违法行为照基准的名称填写；都不属于的，写明不按裁量权基准处罚的理由`,
      ];
}

/** D04: a fine has no more than the law gives it, whatever is written beside it; less only as 减轻, whose ground Q03 asks for. */
function withinLaw(weighed: Weighed, lists: ListsOfDay): Stop {
  const { kinds, fineFen } = weighed;
  const { benchmark } = lists;
  if (!kinds.includes('CF03') || fineFen === null || benchmark === null || isDisowned(weighed, lists)) return null;
  if (benchmark === 'unknown') return 'unknown';
  const { statutory, penalty } = benchmark.content;
  const range = rangeInLaw(statutory, weighed);
  const beyond = range === null ? null : beyondRange(fineFen, range, weighed);
  if (range === null || beyond === null) return null;
  const allowed = `法定幅度（${fineWords(statutory.fine ?? range)}，${penalty}）`;
  return beyond === 'above'
    ? ['above-law', `罚款${yuan(fineFen)}，高于${allowed}；不按裁量权基准档次的理由不能超出法律`]
    : ['below-law', `罚款${yuan(fineFen)}，低于${allowed}；只有具有减轻处罚的情形、选择减轻处罚的，才能低于法定最低限`];
}

/** Found by the item alone, and told not to be the conduct's own: then the range of law that it states need not be either. */
export function isDisowned({ deviation }: Pick<Weighed, 'deviation'>, { otherwise }: ListsOfDay): boolean {
  return deviation !== null && otherwise?.byItem === true;
}

/** Q02. */
export function freeAnswered({ kinds, notFree }: Weighed, { lenient }: ListsOfDay): Stop {
  if (kinds.length === 0 || notFree !== null) return null;
  if (lenient === 'unknown') return 'unknown';
  const entry = lenient.find(({ list }) => list === 'no-penalty');
  return entry === undefined
    ? null
    : ['on-lenient-list', `“${entry.name}”在不予处罚清单上（${entry.conditions}）；给予处罚的，应当写明不符合哪一项条件`];
}

const isLess = (levels: readonly TierLevel[]): boolean => levels.some((level) => level === 'lenient' || level === 'mitigated');

function lessAnswered({ kinds, levels, notLess }: Weighed, { lenient }: ListsOfDay): Stop {
  if (kinds.length === 0 || notLess !== null || isLess(levels)) return null;
  if (lenient === 'unknown') return 'unknown';
  const entry = lenient.find(({ list }) => LESS_LISTS.includes(list));
  if (entry === undefined) return null;
  const list = LENIENT_LIST_LABELS[entry.list];
  return ['on-lighter-list', `“${entry.name}”在${list}上（${entry.conditions}）；不予从轻、减轻的，应当写明不符合哪一项条件`];
}

/** Q03, as far as the ground itself goes. */
export function lessGrounded({ kinds, levels, mitigation, tier }: Weighed, { lenient }: ListsOfDay): Stop {
  if (kinds.length === 0 || !isLess(levels)) return null;
  if (mitigation.length === 0) return ['no-ground', '从轻、减轻处罚应当有法定情形或者清单、基准的依据，请选择'];
  if (mitigation.includes('benchmark') && tier === null)
    return ['no-ground', '没有选定裁量权基准的档次，不能以基准的档次为从轻、减轻的依据'];
  if (!mitigation.includes('list')) return null;
  if (lenient === 'unknown') return 'unknown';
  return lenient.some(({ list }) => LESS_LISTS.includes(list))
    ? null
    : ['not-on-list', '没有查到本事项在从轻、减轻处罚清单上，不能以清单为依据'];
}

/** Q01. */
export function keptToTier(weighed: Weighed, { benchmark }: ListsOfDay): Stop {
  const { kinds, tier, deviation } = weighed;
  if (kinds.length === 0 && tier === null) return null;
  if (benchmark === 'unknown') return 'unknown';
  if (benchmark === null)
    return tier === null ? null : ['no-benchmark', '没有查到本机关或者上级主管部门对这一违法行为的裁量权基准，档次不填'];
  if (tier !== null && benchmark.content.tiers[tier - 1] === undefined)
    return ['no-such-tier', `该基准只有${benchmark.content.tiers.length}档`];
  return deviation === null ? outsideTier(benchmark, weighed) : null;
}

function outsideTier({ content, maker, documentNumber, violation }: BenchmarkFact, { kinds, tier, levels, ...sums }: Weighed): Stop {
  const chosen = content.tiers[(tier ?? 0) - 1];
  if (tier === null || chosen === undefined)
    return ['no-tier', `${maker}${documentNumber}对“${violation}”有裁量权基准，应当选定档次，或者写明不按基准的理由`];
  const name = tierName(content, tier - 1);
  if (!levels.includes(chosen.level))
    return ['other-level', `${name}与所填“${levels.map((l) => TIER_LEVEL_LABELS[l]).join('、')}”不一致，应当改正或者写明理由`];
  if (kinds.some((kind) => !chosen.kinds.includes(kind))) return ['outside-tier', `${name}的处罚种类与所选不一致，应当写明理由`];
  // A multiple of what was earned unlawfully, or of what was dealt in, is counted where that is told; another base is nowhere told.
  const allowed = fineInFen(chosen, baseOf(chosen.fine?.measure, sums));
  if (!kinds.includes('CF03') || sums.fineFen === null || allowed === null) return null;
  return contains(allowed, sums.fineFen)
    ? null
    : ['outside-tier', `${name}的罚款幅度为${fineWords(chosen.fine ?? allowed)}，所填数额不在其内，应当写明理由`];
}
