import { LESS_LISTS } from '#law/discretion/mitigation';
import type { WeighingAid } from '#ui/form/weighing-aid.ts';
import type { DiscretionView } from '../contract.ts';

/** Reasons why a list is not followed, as every form that weighs a penalty calls them. */
export const LIST_REASONS: readonly string[] = ['notFree', 'notLess'];

/** Fields of a weighing for which what is in force gives no occasion: there is no benchmark to choose from or to leave, no list to keep off. */
export function withoutOccasion({ benchmark, lenient, others }: DiscretionView, fields: WeighingAid['fields']): readonly string[] {
  const isOn = (of: (list: string) => boolean): boolean => lenient.some(({ list }) => of(list));
  return [
    ...(benchmark === null ? [fields.tier] : []),
    ...(benchmark === null && others.length === 0 ? [fields.reason] : []),
    ...(isOn((list) => list === 'no-penalty') ? [] : ['notFree']),
    ...(isOn((list) => LESS_LISTS.some((less) => less === list)) ? [] : ['notLess']),
  ];
}
