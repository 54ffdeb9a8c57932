import { choice, date, type FormFields, INTERNAL_SYSTEMS, type Json, type ListKind, longtext, POWER_KIND_LABELS, text } from '#law';
import type { TypedForm } from '#ui/form/typed.ts';
import type { SentLine } from '../contract.ts';
import { DAY_FIELDS, FIELD_LABELS, type FieldKey, fieldsOf, LONG_FIELDS, requiredFields } from '../model-fields.ts';

/** Words as keys: a cell holds what the list prints. */
const itself = (words: readonly string[]): Readonly<Record<string, string>> => Object.fromEntries(words.map((word) => [word, word]));
const POWERS = itself(Object.values(POWER_KIND_LABELS));
const MOST: Partial<Record<FieldKey, number>> = { code: 64, name: 500, publishedAt: 300, measure: 2000, certificate: 64 };

/** What is asked of one line: everything of an item, its last day, or the day of its publication. */
export function lineForm(list: ListKind, what: SentLine['what']): FormFields {
  if (what === 'end') return { through: date(FIELD_LABELS.through, { hint: '最后有效的一日，次日起不再有效' }) };
  if (what === 'date')
    return { publishedOn: date(FIELD_LABELS.publishedOn), publishedAt: text(FIELD_LABELS.publishedAt, { required: false, max: 300 }) };
  const must = requiredFields(list);
  return Object.fromEntries(fieldsOf(list).map((key) => [key, fieldOf(list, key, must.includes(key))]));
}

const HINTS: Partial<Record<FieldKey, string>> = {
  from: '自这一日起按这里的内容；从前的内容保留到前一日',
  through: '不填为长期有效',
  publishedOn: '已经公布的填写；不填的以批准公布时登记的日期为准',
};

function fieldOf(list: ListKind, key: FieldKey, required: boolean): FormFields[string] {
  const label = FIELD_LABELS[key];
  const hint = HINTS[key];
  const options = { required, ...(hint === undefined ? {} : { hint }) };
  if (key === 'powerKind') return choice(label, POWERS, options);
  if (key === 'code' && list === 'internal-system') return choice('制度', INTERNAL_SYSTEMS, options);
  if (key === 'code' && list === 'inspection-plan') return text('年份', { ...options, max: 4, hint: '如2026' });
  if (DAY_FIELDS.includes(key)) return date(label, options);
  if (LONG_FIELDS.includes(key)) return longtext(label, { ...options, max: key === 'measure' ? 2000 : 5000 });
  return text(label, { ...options, max: MOST[key] ?? 100 });
}

export function typedOf(cells: SentLine['cells']): TypedForm {
  return Object.fromEntries(Object.entries(cells).map(([key, value]) => [key, value ?? '']));
}

/** What was typed over what stood in the line; cells that the form does not ask for stay. */
export function cellsOf(before: SentLine['cells'], input: { readonly [key: string]: Json }): SentLine['cells'] {
  const typed = Object.entries(input).map(([key, value]) => [key, typeof value === 'string' ? value : ''] as const);
  return Object.fromEntries(Object.entries({ ...before, ...Object.fromEntries(typed) }).filter(([, value]) => value !== ''));
}
