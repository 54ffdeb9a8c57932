import { type FormFields, isJsonObject, type Json, PARTY_FIELDS } from '#law';
import type { FileInfo } from '../api/types.ts';
import { writeMoney } from './money.ts';

/** A value as the person typed it: kept in drafts, turned into input only on sending. */
export type Pick = { readonly id: string; readonly name: string };
export type TypedValue =
  | string
  | boolean
  | readonly string[]
  | Pick
  | null
  | readonly Pick[]
  | readonly FileInfo[]
  | readonly TypedForm[]
  | TypedParty;
export type TypedForm = { readonly [key: string]: TypedValue };
/** What is typed of a party; the server keeps whatever bears this mark encrypted in a draft too. */
export type TypedParty = { readonly [key: string]: TypedValue; readonly personal: true };

/** An empty form; rows start with as many as they need. */
export function emptyForm(fields: FormFields): TypedForm {
  return Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, emptyValue(field)]));
}

function emptyValue(field: FormFields[string]): TypedValue {
  switch (field.as) {
    case 'text':
    case 'longtext':
    case 'date':
    case 'integer':
    case 'money':
    case 'choice':
      return '';
    case 'flag':
      return false;
    case 'organisation':
    case 'matter':
      return null;
    case 'choices':
    case 'organisations':
    case 'persons':
    case 'files':
      return [];
    case 'party':
      return { ...emptyForm(PARTY_FIELDS), personal: true };
    case 'personal':
      return typedWords('');
    case 'rows':
      // Whoever makes the choice that asks for rows has one to tell.
      return Array.from({ length: field.required || field.when !== undefined ? Math.max(1, field.min) : 0 }, () => emptyForm(field.fields));
  }
}

/** Whether nothing has been typed yet: such a form leaves no draft. */
export function isUntouched(fields: FormFields, typed: TypedForm): boolean {
  return JSON.stringify(typed) === JSON.stringify(emptyForm(fields));
}

/** A draft fits the form only where its shapes do; what does not fit is left out and the rest kept. */
export function fitDraft(fields: FormFields, draft: unknown): TypedForm {
  const given: Readonly<Record<string, unknown>> = typeof draft === 'object' && draft !== null ? { ...draft } : {};
  return Object.fromEntries(
    Object.entries(fields).map(([key, field]) => {
      const value = given[key];
      return [key, value === undefined ? emptyValue(field) : fitValue(field, value)];
    }),
  );
}

function fitValue(field: FormFields[string], value: unknown): TypedValue {
  const empty = emptyValue(field);
  if (field.as === 'rows') return Array.isArray(value) ? value.map((row: unknown) => fitDraft(field.fields, row)) : empty;
  if (field.as === 'party') return isPick(value) ? value : { ...fitDraft(PARTY_FIELDS, value), personal: true };
  if (field.as === 'personal') return isPick(value) ? value : typedWords(wordsOf(value));
  if (Array.isArray(empty)) return Array.isArray(value) ? (value as readonly string[]) : empty;
  if (empty === null) return isPick(value) ? value : null;
  return typeof value === typeof empty ? (value as string | boolean) : empty;
}

const typedWords = (words: string): TypedParty => ({ words, personal: true });

/** What has been typed of somebody in words; a draft that was kept as plain words is taken over. */
export function wordsOf(value: unknown): string {
  const words = isTypedParty(value) ? (value as TypedForm)['words'] : value;
  return typeof words === 'string' ? words : '';
}

export function isPick(value: unknown): value is Pick {
  return typeof value === 'object' && value !== null && 'id' in value && 'name' in value;
}

export function isTypedParty(value: unknown): value is TypedParty {
  return typeof value === 'object' && value !== null && 'personal' in value;
}

/** Whether a party has been left empty: where none need be named, that names none. */
export function isNothingTyped(value: unknown): boolean {
  return isTypedParty(value) && Object.entries(value).every(([key, one]) => key === 'personal' || isEmptyOne(one));
}

/** How an act is told of: done elsewhere, or on a day behind; and which of its fields the matter gives no occasion for. */
type Occasion = { readonly isReported: boolean; readonly isBehind: boolean; readonly unasked: readonly string[] };

/** The fields to show for an act that is done now or told of as done before; what is typed already stays in sight. */
export function shownFields(fields: FormFields, typed: TypedForm, { isReported, isBehind, unasked }: Occasion): FormFields {
  const hides = (key: string, { onlyReported, onlyBehind }: FormFields[string]): boolean =>
    (onlyReported === true && !isReported) || (onlyBehind === true && !isBehind) || unasked.includes(key);
  const shown = Object.entries(fields).filter(([key, field]) => !hides(key, field) || !isEmptyOne(typed[key] ?? null));
  return fieldsFor(Object.fromEntries(shown), isReported);
}

/** The fields as they are asked of an act that is done now, which needs some, and bars some choices, that one told of as done elsewhere does not. */
export function fieldsFor(fields: FormFields, isReported: boolean): FormFields {
  if (isReported) return fields;
  const asHere = ([key, field]: [string, FormFields[string]]): [string, FormFields[string]] => {
    const { hint: _, ...plain } = field;
    return [key, openHere(field.neededHere === true ? { ...plain, required: true } : field)];
  };
  return Object.fromEntries(Object.entries(fields).map(asHere));
}

function openHere(field: FormFields[string]): FormFields[string] {
  if (field.as !== 'choice' || field.notHere === undefined) return field;
  const { notHere, options } = field;
  return { ...field, options: Object.fromEntries(Object.entries(options).filter(([id]) => !notHere.includes(id))) };
}

const isEmptyOne = (one: unknown): boolean =>
  one === null || one === false || (Array.isArray(one) ? one.length === 0 : typeof one === 'string' && one.trim() === '');

/** Typed forms hold nothing but JSON. */
export function draftBody(typed: TypedForm): Json {
  return JSON.parse(JSON.stringify(typed)) as Json;
}

/** What is known already for the form of an act, keyed as its fields; null: the form starts empty. A room may give one. */
export type FormStarts = (state: { readonly [key: string]: Json }, act: string) => { readonly [key: string]: Json } | null;

/** Optional fields of an act for which this matter gives no occasion: not shown unless something stands in them. A room may name some. */
export type FormUnasked = (state: { readonly [key: string]: Json }, act: string) => readonly string[];

/** Says above a row of a form what the row is about, from the matter and what stands in the row; null: its number. */
export type RowCaptions = (state: { readonly [key: string]: Json }, field: string, row: TypedForm) => string | null;

/** A form filled with what is known already, so that nothing is typed twice. Files are not carried over. */
export function typedFrom(fields: FormFields, known: { readonly [key: string]: Json }, nameOf: (id: string) => string): TypedForm {
  return Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, typedValue(field, known[key] ?? null, nameOf)]));
}

function typedValue(field: FormFields[string], value: Json, nameOf: (id: string) => string): TypedValue {
  if (value === null) return emptyValue(field);
  const list = Array.isArray(value) ? value : [];
  const pick = (id: Json): Pick => ({ id: String(id), name: nameOf(String(id)) });
  switch (field.as) {
    case 'text':
    case 'longtext':
    case 'date':
    case 'integer':
    case 'choice':
      return String(value);
    case 'money':
      return typeof value === 'number' ? writeMoney(value) : '';
    case 'flag':
      return value === true;
    case 'organisation':
    case 'matter':
      return pick(value);
    case 'choices':
      return list.map(String);
    case 'organisations':
    case 'persons':
      return list.map(pick);
    case 'files':
      return [];
    case 'party':
    case 'personal':
      return isJsonObject(value) ? { id: String(value['id']), name: String(value['name']) } : emptyValue(field);
    case 'rows':
      return list.map((row: Json) => typedFrom(field.fields, isJsonObject(row) ? row : {}, nameOf));
  }
}
