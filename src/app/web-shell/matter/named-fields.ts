import { type FormFields, type Json, numbersIn, type PenaltyTerm, TERMED_LABELS, termWords } from '#law';
import type { MatterView, TimelineAct } from '#ui/api/types.ts';
import type { TickOption } from '#ui/form/form-lists.ts';
import { shownLists } from './form-lists.ts';

/** The record with what its acts name said in words: numbers of the matter's own lists, and licences cell by cell, are for forms. */
export function withNames(matter: MatterView): MatterView {
  const forms = new Map(matter.acts.map(({ act, form }) => [act, form]));
  return { ...matter, timeline: matter.timeline.map((act) => named(matter, forms.get(act.type) ?? {}, act)) };
}

function named(matter: MatterView, form: FormFields, act: TimelineAct): TimelineAct {
  const lists = shownLists(matter, act.type);
  const words = Object.entries(form).flatMap(([key, field]): [string, string][] => {
    const said = lists === null ? null : fieldWords(key, act.input?.[key] ?? null, lists[key] ?? []);
    return said === null ? [] : [[field.label, said]];
  });
  if (words.length === 0) return act;
  const byLabel = new Map(words);
  return { ...act, fields: act.fields.map(({ label, value }) => ({ label, value: byLabel.get(label) ?? value })) };
}

/** null: nothing better than what the record says by itself. */
function fieldWords(key: string, value: Json, list: readonly TickOption[]): string | null {
  if (key === 'terms') return Array.isArray(value) ? (value as unknown as readonly PenaltyTerm[]).map(termLine).join('\n') : null;
  const found = numbersOf(value).flatMap((no) => list.find((one) => one.value === String(no))?.label ?? []);
  return found.length === 0 ? null : found.join('\n');
}

const termLine = (term: PenaltyTerm): string => `${TERMED_LABELS[term.kind]}：${termWords(term)}`;

/** One number, several in one field, or one a row. */
function numbersOf(value: Json): readonly number[] {
  if (typeof value === 'number') return [value];
  if (typeof value === 'string') return numbersIn(value) ?? [];
  if (!Array.isArray(value)) return [];
  return value.flatMap((row: Json) => (typeof row === 'object' && row !== null && 'no' in row ? numbersOf(row['no'] ?? null) : []));
}
