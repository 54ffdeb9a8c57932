import {
  chineseDay,
  type Field,
  type FormFields,
  type Json,
  type LocalDate,
  type MatterKind,
  PARTY_TYPE_LABELS,
  parseLocalDate,
  type StoredAct,
  yuan,
} from '#law';
import { namedIn } from '../acts/parse-input.ts';
import { isPartyRef } from '../parties/hold.ts';
import { isUuid } from '../session.ts';

export type FieldView = { readonly label: string; readonly value: string };
export type NameMaps = {
  readonly organisations: ReadonlyMap<string, string>;
  readonly officers: ReadonlyMap<string, string>;
  /** What the findings in the reader's sight are about. */
  readonly findings: ReadonlyMap<string, string>;
};

/** The organisations and persons that the inputs of some acts name. */
export function namesIn(kind: MatterKind, acts: readonly StoredAct[]): { organisations: string[]; persons: string[] } {
  const named = acts.map((a) => namedIn(kind.forms[a.frame.type] ?? {}, a.payload.input));
  return { organisations: named.flatMap((n) => n.organisations), persons: named.flatMap((n) => n.persons) };
}

/** What was typed, as label and value for people; empty fields are left out. */
export function describeFields(form: FormFields, input: Readonly<Record<string, Json>>, names: NameMaps): FieldView[] {
  return Object.entries(form).flatMap(([key, field]) => {
    const value = describe(field, input[key] ?? null, names);
    return value === '' ? [] : [{ label: field.label, value }];
  });
}

function describe(field: Field, value: Json, names: NameMaps): string {
  if (value === null) return '';
  switch (field.as) {
    case 'text':
      return isOfIds(String(value)) ? subjectsOf(String(value), names) : String(value);
    case 'longtext':
    case 'integer':
      return String(value);
    case 'matter':
      return '';
    case 'date':
      return describeDay(String(value));
    case 'money':
      return yuan(Number(value));
    case 'flag':
      return value === true ? '是' : '否';
    case 'choice':
      return field.options[String(value)] ?? String(value);
    case 'choices':
      return list(value)
        .map((v) => field.options[v] ?? v)
        .join('、');
    case 'organisation':
      return names.organisations.get(String(value)) ?? '';
    case 'organisations':
      return list(value)
        .map((id) => names.organisations.get(id) ?? '')
        .join('、');
    case 'persons':
      return list(value)
        .map((id) => names.officers.get(id) ?? '')
        .join('、');
    case 'files':
      return `${list(value).length}个附件`;
    case 'party':
      return isPartyRef(value) ? `${value.name}（${PARTY_TYPE_LABELS[value.kind]}）` : '';
    case 'personal':
      return isPartyRef(value) ? value.name : '';
    case 'rows':
      return Array.isArray(value) ? value.map((row, i) => `${i + 1}. ${describeRow(field.fields, row, names)}`).join('\n') : '';
  }
}

/** Ids, one or several, are for the platform: they say nothing to whoever reads. */
function isOfIds(text: string): boolean {
  return text.split('、').every(isUuid);
}

/** A finding is told by what it is about; what else an id names, or lies out of sight, is not told. */
function subjectsOf(ids: string, { findings }: NameMaps): string {
  return ids
    .split('、')
    .flatMap((id) => findings.get(id) ?? [])
    .join('、');
}

/** Ids in what was typed where words would stand: those of findings, among others. */
export function idsIn(acts: readonly StoredAct[]): readonly string[] {
  const inValue = (value: Json): readonly string[] => {
    if (typeof value === 'string') return isOfIds(value) ? value.split('、') : [];
    return typeof value === 'object' && value !== null ? Object.values(value).flatMap((one) => inValue(one as Json)) : [];
  };
  return [...new Set(acts.flatMap((a) => inValue(a.payload.input)))];
}

function describeRow(fields: FormFields, row: Json, names: NameMaps): string {
  if (typeof row !== 'object' || row === null || Array.isArray(row)) return '';
  return (
    describeFields(fields, row as Readonly<Record<string, Json>>, names)
      // The stop at the end of a cell's sentence gives way to the semicolon between cells.
      .map((f, i, all) => `${f.label}：${i === all.length - 1 ? f.value : f.value.replace(/[。；]$/, '')}`)
      .join('；')
  );
}

function describeDay(text: string): string {
  const day: LocalDate | null = parseLocalDate(text);
  return day === null ? text : chineseDay(day);
}

function list(value: Json): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
