import { createContext, useContext } from 'react';
import { pathParts } from './place-problems.ts';

/** One thing of the matter that a form may name; `closed` says why it cannot be ticked. */
export type TickOption = { readonly value: string; readonly label: string; readonly closed?: string };
/** What there is to tick, by field ("problems.evidence"), row numbers left out; fields without a list are typed. */
export type FormLists = { readonly [field: string]: readonly TickOption[] };

const Lists = createContext<FormLists>({});
export const FormListsOf = Lists.Provider;

/** The matter's own list for a field, found by its path ("problems.0.evidence"). */
export function useFormList(path: string): readonly TickOption[] | undefined {
  const parts = pathParts(path).filter((part) => !/^\d+$/.test(part));
  return useContext(Lists)[parts.join('.')];
}
