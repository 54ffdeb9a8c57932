import type { Stop } from './conditions.ts';
import type { Need, RegisterFacts } from './matter-kind.ts';

/** Why a party is let go (不予处罚). Printed in decisions: the article stands in full. */
export const NO_PENALTY_LABELS = {
  minor: '违法行为轻微并及时改正，没有造成危害后果（《中华人民共和国行政处罚法》第三十三条第一款）',
  first: '初次违法且危害后果轻微并及时改正（《中华人民共和国行政处罚法》第三十三条第一款）',
  faultless: '有证据足以证明没有主观过错（《中华人民共和国行政处罚法》第三十三条第二款）',
  child: '不满十四周岁的未成年人有违法行为（《中华人民共和国行政处罚法》第三十条）',
  incapable: '精神病人、智力残疾人在不能辨认或者不能控制自己行为时有违法行为（《中华人民共和国行政处罚法》第三十一条）',
  barred: '超过追责时效（《中华人民共和国行政处罚法》第三十六条第一款）',
} as const;
export type NoPenalty = keyof typeof NO_PENALTY_LABELS;

/** 33¶3: whoever is let go for one of these is educated. */
export const EDUCATED_FOR: readonly NoPenalty[] = ['minor', 'first', 'faultless'];

/** A party that bears no number cannot be compared; the page says so. */
export function earlierNeeds(mark: string | null, ground: NoPenalty): readonly Need[] {
  return mark === null || ground !== 'first' ? [] : [{ register: 'earlier', key: mark }];
}

/**
 * 33¶1: 初次违法. What counts as the first (of the same kind, within which years) the article leaves open: an earlier penalty
 * does not by itself forbid it, but it is answered for. `stillFirst`: why it is the first all the same.
 */
export function notFirst(mark: string | null, stillFirst: string | null, { earlier: known }: Pick<RegisterFacts, 'earlier'>): Stop {
  if (mark === null || stillFirst !== null) return null;
  if (known === undefined) return 'unknown';
  const earlier = known.get(mark) ?? [];
  if (earlier.length === 0) return null;
  const named = earlier.slice(0, NAMED).map(({ number, cause, decidedOn }) => `${decidedOn}${number ?? '（无文号）'}（${cause}）`);
  const more = earlier.length > NAMED ? `等${earlier.length}件` : '';
  return ['not-first', `当事人以前有处罚决定：${named.join('、')}${more}。不是初次违法的，不得以此不予处罚；仍属初次违法的，写明理由`];
}
const NAMED = 3;
