import { createContext, useContext } from 'react';
import type { FormFields } from '#law';
import type { TypedForm } from './typed.ts';

const Item = createContext<string | null>(null);
/** The item (权责事项编码) that the form is about: as typed in it, else that of its matter; null: none is named. */
export const FormItemOf = Item.Provider;

export function useFormItem(): string | null {
  return useContext(Item);
}

/** What is typed of the item; null: the form asks for none, or nothing is typed. */
export function typedItem(fields: FormFields, typed: TypedForm): string | null {
  const asked = Object.entries(fields).find(([, field]) => field.as === 'text' && field.powerItem !== undefined);
  const value = asked === undefined ? null : typed[asked[0]];
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}
