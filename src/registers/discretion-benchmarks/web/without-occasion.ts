import type { WEIGHING_FIELDS } from '#law/discretion/fields';
import { LESS_LISTS } from '#law/discretion/mitigation';
import type { WeighingAid } from '#ui/form/weighing-aid.ts';
import type { DiscretionView } from '../contract.ts';

const REASON = { free: 'notFree', less: 'notLess' } as const satisfies Readonly<Record<string, keyof typeof WEIGHING_FIELDS>>;

/** Fields for the reasons why a list is not followed. */
export const LIST_REASONS: readonly string[] = Object.values(REASON);

/** Fields of a weighing for which what is in force gives no occasion: there is no benchmark to choose from or to leave, no list to keep off. */
export function withoutOccasion({ benchmark, lenient, others }: DiscretionView, fields: WeighingAid['fields']): readonly string[] {
  const isOn = (of: (list: string) => boolean): boolean => lenient.some(({ list }) => of(list));
  return [
    ...(benchmark === null ? [fields.tier] : []),
    ...(benchmark === null && others.length === 0 ? [fields.reason] : []),
    ...(isOn((list) => list === 'no-penalty') ? [] : [REASON.free]),
    ...(isOn((list) => LESS_LISTS.some((less) => less === list)) ? [] : [REASON.less]),
  ];
}
