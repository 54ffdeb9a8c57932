import {
  type Field,
  type FormFields,
  isJsonObject,
  type Json,
  type LocalDate,
  MOST_FEN,
  namedOnly,
  PARTY_FIELDS,
  type PartyDetails,
  type PartyRef,
  parseLocalDate,
  readParty,
  TOO_MUCH_MONEY,
} from '#law';
import { isUuid } from '../session.ts';

export type InputProblem = { readonly path: string; readonly label: string; readonly reason: string };
export type ParsedInput =
  | { readonly ok: true; readonly value: Readonly<Record<string, Json>> }
  /** `written`: what could be read all the same, null in the place of what is missing or wrong. */
  | { readonly ok: false; readonly problems: readonly InputProblem[]; readonly written: Readonly<Record<string, Json>> };

/** `parties`: references that may stand where a party is typed (a correction leaves the party as it was). */
export type ParseAbout = { readonly today: LocalDate; readonly parties?: ReadonlyMap<string, PartyRef> };

/**
 * Reads the input of an act by its form: unknown fields are refused, empty optional ones become null, and every
 * problem is told with its place. The only way from a request body into the law. A party comes out as its details, for the
 * caller to hold apart.
 */
export function parseInput(fields: FormFields, body: unknown, about: ParseAbout): ParsedInput {
  const problems: InputProblem[] = [];
  const value = parseFields(fields, body, '', { ...about, problems });
  return problems.length === 0 ? { ok: true, value } : { ok: false, problems, written: value };
}

type Reading = ParseAbout & { readonly problems: InputProblem[] };

function parseFields(fields: FormFields, body: unknown, at: string, reading: Reading): Record<string, Json> {
  const { problems } = reading;
  const out: Record<string, Json> = {};
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    problems.push({ path: at, label: '', reason: '应为一组字段' });
    return out;
  }
  const given = new Map(Object.entries(body));
  for (const [key, field] of Object.entries(fields)) {
    out[key] = parseField(field, given.get(key), at + key, reading);
    given.delete(key);
  }
  for (const key of given.keys()) problems.push({ path: at + key, label: key, reason: '不认识的字段' });
  return out;
}

function parseField(field: Field, raw: unknown, path: string, reading: Reading): Json {
  const say = (reason: string): null => {
    reading.problems.push({ path, label: field.label, reason });
    return null;
  };
  const empty = raw === undefined || raw === null || raw === '' || (Array.isArray(raw) && raw.length === 0);
  if (empty && field.as !== 'flag') return field.required ? say(`请填写“${field.label}”`) : null;
  switch (field.as) {
    case 'text':
    case 'longtext':
      if (typeof raw !== 'string') return say('应为文字');
      if (raw.length > field.max) return say(`不超过${field.max}字，现有${raw.length}字`);
      return writtenText(raw, field.as === 'text') ?? (field.required ? say(`请填写“${field.label}”`) : null);
    case 'date':
      return typeof raw === 'string' && parseLocalDate(raw) !== null ? raw : say('不是有效日期（应为 年-月-日）');
    case 'integer':
      if (typeof raw !== 'number' || !Number.isSafeInteger(raw)) return say('应为整数');
      return raw < field.min || raw > field.max ? say(`应在${field.min}至${field.max}之间`) : raw;
    case 'money':
      if (typeof raw !== 'number' || !Number.isInteger(raw) || raw < 0) return say('金额应为不小于零的分值');
      return raw > MOST_FEN ? say(`“${field.label}”${TOO_MUCH_MONEY}`) : raw;
    case 'flag':
      if (raw === undefined || raw === null) return false;
      return typeof raw === 'boolean' ? raw : say('应为是或否');
    case 'choice':
      return typeof raw === 'string' && Object.hasOwn(field.options, raw) ? raw : say('不在可选范围内');
    case 'choices':
      return Array.isArray(raw) && raw.every((v) => typeof v === 'string' && Object.hasOwn(field.options, v))
        ? [...new Set(raw)]
        : say('含有不在可选范围内的值');
    case 'organisation':
    case 'matter':
      return typeof raw === 'string' && isUuid(raw) ? raw : say('请从列表中选择');
    case 'organisations':
    case 'persons':
      return uuids(raw) ?? say('请从列表中选择');
    case 'files': {
      const ids = uuids(raw);
      if (ids === null) return say('附件无效，请重新上传');
      return ids.length > field.max ? say(`最多${field.max}个附件`) : ids;
    }
    case 'party':
      return standingParty(raw, reading) ?? parseParty(raw, path, reading);
    case 'personal':
      if (typeof raw !== 'string') return standingParty(raw, reading) ?? say('应为文字');
      if (raw.length > field.max) return say(`不超过${field.max}字，现有${raw.length}字`);
      return personal(raw) ?? (field.required ? say(`请填写“${field.label}”`) : null);
    case 'rows': {
      if (!Array.isArray(raw)) return say('应为若干行');
      if (raw.length < field.min || raw.length > field.max) return say(`应有${field.min}至${field.max}行，现有${raw.length}行`);
      return raw.map((row: unknown, i) => parseFields(field.fields, row, `${path}[${i}].`, reading));
    }
  }
}

function personal(raw: string): Json {
  const written = writtenText(raw, true);
  return written === null ? null : namedOnly(written);
}

/** The party that a correction leaves as it was. */
function standingParty(raw: unknown, { parties }: Reading): Json {
  return typeof raw === 'object' && raw !== null && 'id' in raw ? (parties?.get(String(raw.id)) ?? null) : null;
}

function parseParty(raw: unknown, path: string, { problems, today }: Reading): Json {
  const wrong: InputProblem[] = [];
  const typed = parseFields(PARTY_FIELDS, raw, `${path}.`, { problems: wrong, today });
  problems.push(...wrong);
  if (wrong.length > 0) return null;
  // The form above gave every field its shape.
  const read = readParty(typed as PartyDetails, today);
  if (read.ok) return read.details;
  problems.push(...read.problems.map(({ field, reason }) => ({ path: `${path}.${field}`, label: PARTY_FIELDS[field].label, reason })));
  return null;
}

function uuids(raw: unknown): string[] | null {
  return Array.isArray(raw) && raw.every((v): v is string => typeof v === 'string' && isUuid(v)) ? [...new Set(raw)] : null;
}

/** Besides what controls: halves of characters and what Unicode calls no character, which no XML and no database takes. */
const CONTROL = /(?![\n\t])[\p{Cc}\p{Cf}\p{Cs}\p{Noncharacter_Code_Point}]/gu;

/** Fillers that are letters or symbols by their class and print as nothing. */
const BLANK = /^[\s\u115f\u1160\u2800\u3164\uffa0]*$/u;

/**
 * Control and direction characters never belong in an official text; a single-line field holds no line breaks. null where
 * nothing is left that anybody could read: what looks empty is empty.
 */
function writtenText(raw: string, singleLine: boolean): string | null {
  const clean = raw.replace(CONTROL, '').trim();
  if (BLANK.test(clean)) return null;
  return singleLine ? clean.replace(/\s*\n\s*/g, ' ') : clean;
}

export type Named = {
  readonly organisations: string[];
  readonly persons: string[];
  readonly files: string[];
  readonly matters: { readonly id: string; readonly kinds: readonly string[]; readonly path: string; readonly label: string }[];
};

/** Everything an input names outside itself: register facts about it are loaded unasked. */
export function namedIn(fields: FormFields, value: Readonly<Record<string, Json>>): Named {
  const out: Named = { organisations: [], persons: [], files: [], matters: [] };
  collect(fields, value, '', out);
  return out;
}

function collect(fields: FormFields, value: Readonly<Record<string, Json>>, at: string, out: Named): void {
  for (const [key, field] of Object.entries(fields)) {
    const v = value[key] ?? null;
    if (v === null) continue;
    if (field.as === 'organisation') out.organisations.push(String(v));
    else if (field.as === 'matter') out.matters.push({ id: String(v), kinds: field.kinds, path: at + key, label: field.label });
    else if (field.as === 'organisations' && Array.isArray(v)) out.organisations.push(...v.map(String));
    else if (field.as === 'persons' && Array.isArray(v)) out.persons.push(...v.map(String));
    else if (field.as === 'files' && Array.isArray(v)) out.files.push(...v.map(String));
    else if (field.as === 'rows' && Array.isArray(v))
      for (const [i, row] of v.entries()) if (isJsonObject(row)) collect(field.fields, row, `${at}${key}[${i}].`, out);
  }
}
