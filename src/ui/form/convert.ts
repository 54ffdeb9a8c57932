import {
  askedFields,
  type FormFields,
  type Json,
  type LocalDate,
  PARTY_FIELDS,
  type PartyDetails,
  parseLocalDate,
  readParty,
  shanghaiDay,
} from '#law';
import type { Problem } from '../api/types.ts';
import { readMoney, toHalfWidth } from './money.ts';
import { isNothingTyped, isPick, isTypedParty, type TypedForm, type TypedValue, wordsOf } from './typed.ts';

export type Converted =
  | { readonly ok: true; readonly input: { readonly [key: string]: Json } }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * What was typed as the input of the act. Problems carry the path of their field ("problems.0.title"), the same way
 * as the server's, so that both are placed alike. The server judges again.
 */
export function toInput(fields: FormFields, typed: TypedForm): Converted {
  const problems: Problem[] = [];
  const input = convertForm(fields, typed, '', problems);
  return problems.length === 0 ? { ok: true, input } : { ok: false, problems };
}

/** What has been typed so far, for a preview: null in the place of what is missing or wrong, and both named. */
export function toPartialInput(
  fields: FormFields,
  typed: TypedForm,
): { readonly input: { readonly [key: string]: Json }; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  return { input: convertForm(fields, typed, '', problems), problems };
}

function convertForm(fields: FormFields, typed: TypedForm, at: string, problems: Problem[]): { readonly [key: string]: Json } {
  const asked = askedFields(fields, typed);
  return Object.fromEntries(
    Object.keys(fields).map((key) => {
      const field = asked[key];
      if (field === undefined) return [key, fields[key]?.as === 'flag' ? false : null];
      const path = at === '' ? key : `${at}.${key}`;
      const value = convertValue(field, typed[key] ?? null, path, problems);
      if (value === null && field.required && !problems.some((p) => p.path === path)) {
        problems.push({ path, label: field.label, reason: `请${verbOf(field)}${field.label}` });
      }
      return [key, value];
    }),
  );
}

function verbOf(field: FormFields[string]): string {
  if (field.as === 'files') return '上传';
  return ['text', 'longtext', 'personal', 'integer', 'money', 'rows'].includes(field.as) ? '填写' : '选择';
}

function convertValue(field: FormFields[string], typed: TypedValue, path: string, problems: Problem[]): Json {
  const problem = (reason: string): null => {
    problems.push({ path, label: field.label, reason });
    return null;
  };
  switch (field.as) {
    case 'text':
    case 'longtext':
      return convertText(field.max, typeof typed === 'string' ? typed : '', problem);
    case 'personal':
      return isPick(typed) ? { id: typed.id, name: typed.name } : convertText(field.max, wordsOf(typed), problem);
    case 'date':
      return convertDate(typed, problem);
    case 'integer':
      return convertInteger(field, typed, problem);
    case 'money':
      return convertMoney(typed, problem);
    case 'flag':
      return typed === true;
    case 'choice':
      return typeof typed === 'string' && typed in field.options ? typed : null;
    case 'organisation':
    case 'matter':
      return isPick(typed) ? typed.id : null;
    case 'choices':
    case 'organisations':
    case 'persons':
    case 'files':
      return convertMany(field, typed, problem);
    case 'party':
      return !field.required && isNothingTyped(typed) ? null : convertParty(typed, path, problems);
    case 'rows':
      return convertRows(field, typed, path, problems);
  }
}

type Report = (reason: string) => null;

function convertText(max: number, typed: string, problem: Report): Json {
  const text = typed.trim();
  if (text.length > max) return problem(`最多 ${max} 字，现有 ${text.length} 字`);
  return text === '' ? null : text;
}

function convertDate(typed: TypedValue, problem: Report): Json {
  if (typeof typed !== 'string' || typed === '') return null;
  return parseLocalDate(typed) ?? problem('不是日历上的日期');
}

function convertInteger(field: { readonly min: number; readonly max: number }, typed: TypedValue, problem: Report): Json {
  const text = typeof typed === 'string' ? toHalfWidth(typed).replace(/[,\s]/g, '') : '';
  if (text === '') return null;
  if (!/^-?\d{1,15}$/.test(text)) return problem('请填写整数');
  const value = Number(text);
  if (value < field.min || value > field.max) return problem(`应在 ${field.min} 至 ${field.max} 之间`);
  return value;
}

function convertMoney(typed: TypedValue, problem: Report): Json {
  const read = readMoney(typeof typed === 'string' ? typed : '');
  return typeof read === 'string' ? problem(read) : read;
}

function convertMany(field: FormFields[string], typed: TypedValue, problem: Report): Json {
  const ids = Array.isArray(typed)
    ? typed.flatMap((item: unknown) => (typeof item === 'string' ? [item] : hasId(item) ? [item.id] : []))
    : [];
  if (ids.length === 0) return null;
  if (field.as === 'files' && ids.length > field.max) return problem(`最多 ${field.max} 个文件`);
  return ids;
}

function hasId(value: unknown): value is { readonly id: string } {
  return typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string';
}

/** A party as it stands is left so by its reference; one typed is checked by what the server checks it by. */
function convertParty(typed: TypedValue, path: string, problems: Problem[], today: LocalDate = shanghaiDay(Date.now())): Json {
  if (isPick(typed)) return { id: typed.id, name: typed.name };
  if (!isTypedParty(typed)) return null;
  const wrong: Problem[] = [];
  const details = convertForm(PARTY_FIELDS, typed, path, wrong);
  problems.push(...wrong);
  if (wrong.length > 0) return details;
  // Its form has given every field its shape.
  const read = readParty(details as PartyDetails, today);
  if (!read.ok)
    problems.push(...read.problems.map(({ field, reason }) => ({ path: `${path}.${field}`, label: PARTY_FIELDS[field].label, reason })));
  return details;
}

function convertRows(field: Extract<FormFields[string], { as: 'rows' }>, typed: TypedValue, path: string, problems: Problem[]): Json {
  const rows = (Array.isArray(typed) ? typed : []) as readonly TypedForm[];
  if (rows.length === 0) return null;
  if (rows.length < field.min) problems.push({ path, label: field.label, reason: `至少 ${field.min} 行` });
  if (rows.length > field.max) problems.push({ path, label: field.label, reason: `最多 ${field.max} 行` });
  return rows.map((row, index) => convertForm(field.fields, row, `${path}.${index}`, problems));
}
