import { choice, integer, rows, text } from './form.ts';
import { numbersIn } from './listed-in.ts';
import { PENALTY_KIND_LABELS, type PenaltyKind } from './penalty.ts';

/** Kinds that weigh by what they touch and for how long, not by a sum (处罚法 9(3)(4)). 责令关闭 has neither degree nor end. */
export const TERMED_LABELS = {
  CF06: PENALTY_KIND_LABELS.CF06,
  CF07: PENALTY_KIND_LABELS.CF07,
  CF08: PENALTY_KIND_LABELS.CF08,
  CF09: PENALTY_KIND_LABELS.CF09,
  CF10: PENALTY_KIND_LABELS.CF10,
  CF12: PENALTY_KIND_LABELS.CF12,
} as const;
export type TermedKind = keyof typeof TERMED_LABELS;
export const TERMED_KINDS = Object.keys(TERMED_LABELS) as readonly TermedKind[];

/** What a length is counted in. `grade`: by how many grades a qualification is lowered. */
export const TERM_UNIT_LABELS = { day: '日', month: '个月', year: '年', grade: '级', corrected: '至改正合格', life: '终身' } as const;
export type TermUnit = keyof typeof TERM_UNIT_LABELS;

/** One licence, qualification, business or occupation that a penalty touches, and how far. */
export type PenaltyTerm = {
  readonly kind: TermedKind;
  /** 证照名称, or the business or occupation. */
  readonly name: string;
  /** 证照编号. */
  readonly number: string | null;
  readonly length: number | null;
  readonly unit: TermUnit | null;
};

const LICENCES: readonly TermedKind[] = ['CF06', 'CF07', 'CF08'];
const SPANS: readonly TermUnit[] = ['day', 'month', 'year'];
const UNITS: Readonly<Record<TermedKind, readonly TermUnit[]>> = {
  CF06: SPANS,
  CF07: ['grade'],
  CF08: [],
  CF09: [...SPANS, 'corrected'],
  CF10: [...SPANS, 'corrected'],
  CF12: [...SPANS, 'life'],
};
const COUNTED: readonly TermUnit[] = [...SPANS, 'grade'];

const LIMITED = TERMED_KINDS.filter((kind) => kind !== 'CF08');

const optional = { required: false } as const;
const TERM = {
  kind: choice('处罚种类', TERMED_LABELS),
  name: text('证照名称，或者限制的经营活动、行业、职务', { hint: '停产停业的写明全部停业，或者停业的场所、生产线' }),
  number: text('证照编号', { ...optional, max: 100, when: { field: 'kind', is: LICENCES } }),
  unit: choice('期限的单位', TERM_UNIT_LABELS, { ...optional, when: { field: 'kind', is: LIMITED } }),
  length: integer('期限，或者降低的级数', { min: 1, max: 3650 }, { ...optional, when: { field: 'unit', is: COUNTED } }),
};

/** `field`: the choices of the form in which the kinds stand. */
export function termsField(label: string, field: string, group: string) {
  return rows(label, TERM, { ...optional, max: 20, group, when: { field, is: TERMED_KINDS } });
}

/** Which things of the ledger are confiscated; `field`: as above. */
export function thingsField(label: string, field: string, group: string) {
  return text(label, {
    ...{ ...optional, group, when: { field, is: ['CF05'] } },
    hint: '例如：1、3；还没有登记的先办理“涉案财物入库”，在当事人处的，存放地点、保管人照实填写',
  });
}

/** The extent of a penalty as it was typed; what was not told stays left out. */
export function extentOf(typed: { readonly terms?: readonly PenaltyTerm[] | null; readonly things?: string | null }): {
  readonly terms?: readonly PenaltyTerm[];
  readonly things?: readonly number[];
} {
  const things = typed.things == null ? null : numbersIn(typed.things);
  return { ...(typed.terms == null ? {} : { terms: typed.terms }), ...(things === null ? {} : { things }) };
}

/** What is missing or does not fit among the terms of the kinds chosen; null: nothing. */
export function termsLack(kinds: readonly PenaltyKind[], terms: readonly PenaltyTerm[]): string | null {
  const without = TERMED_KINDS.find((kind) => kinds.includes(kind) && !terms.some((term) => term.kind === kind));
  if (without !== undefined) return `选择了${TERMED_LABELS[without]}的，请逐项写明${wanted(without)}`;
  for (const { kind, number, unit, length } of terms) {
    const name = TERMED_LABELS[kind];
    if (!kinds.includes(kind)) return `逐项写明了${name}的，请选择该处罚种类`;
    if (LICENCES.includes(kind) && number === null) return `${name}的，请写明证照编号`;
    const units = UNITS[kind];
    if (unit === null ? units.length > 0 : !units.includes(unit))
      return units.length === 0 ? `${name}没有期限，不填期限` : `${name}的期限请按${units.map((u) => TERM_UNIT_LABELS[u]).join('、')}填写`;
    if (unit !== null && COUNTED.includes(unit) !== (length !== null)) return `${name}的期限请写明数字和单位`;
  }
  return null;
}

function wanted(kind: TermedKind): string {
  const what = LICENCES.includes(kind) ? '证照名称、编号' : '限制的内容';
  return kind === 'CF08' ? what : kind === 'CF07' ? `${what}和降低的级数` : `${what}和期限`;
}

/** 道路运输经营许可证，编号123，3个月 */
export function termWords({ name, number, length, unit }: PenaltyTerm): string {
  const span = unit === null ? [] : [unit === 'grade' ? `降低${length ?? ''}级` : `${length ?? ''}${TERM_UNIT_LABELS[unit]}`];
  return [name, ...(number === null ? [] : [`编号${number}`]), ...span].join('，');
}

/** The licences that are held back or taken, as the 双公示 row names them; null: none is named. */
export function licencesTaken(terms: readonly PenaltyTerm[] | undefined): string | null {
  const taken = (terms ?? []).filter(({ kind }) => kind === 'CF06' || kind === 'CF08');
  return taken.length === 0 ? null : taken.map(({ name, number }) => `${name}${number === null ? '' : `，编号${number}`}`).join('；');
}

type Weighed = { readonly kinds: readonly PenaltyKind[]; readonly terms?: readonly PenaltyTerm[] };

const termsOfKind = ({ terms }: Weighed, kind: TermedKind): readonly PenaltyTerm[] => (terms ?? []).filter((term) => term.kind === kind);

/** A licence or a restriction that the other does not name, or for longer. Where either says nothing, nothing is said to be longer. */
export function reachesFarther(penalty: Weighed, than: Weighed): boolean {
  return TERMED_KINDS.some((kind) => {
    const known = termsOfKind(than, kind);
    return known.length > 0 && termsOfKind(penalty, kind).some((term) => !known.some((k) => isSameThing(term, k) && !isLonger(term, k)));
  });
}

/** A kind that both impose and one of them does not tell the extent of: which of them is heavier cannot be said. */
export function extentUntold(penalty: Weighed, than: Weighed): boolean {
  return TERMED_KINDS.some(
    (kind) =>
      penalty.kinds.includes(kind) &&
      than.kinds.includes(kind) &&
      (termsOfKind(penalty, kind).length === 0 || termsOfKind(than, kind).length === 0),
  );
}

const bare = (words: string): string =>
  words
    .normalize('NFKC')
    .replaceAll(/[\s《》“”"'（）()]/g, '')
    .toLowerCase();

/** A licence is known by its number, anything else by its name. */
function isSameThing(a: PenaltyTerm, b: PenaltyTerm): boolean {
  return a.number !== null && b.number !== null ? bare(a.number) === bare(b.number) : bare(a.name) === bare(b.name);
}

/** A period without a fixed end is another thing than one with it: neither is contained in the other. */
function isLonger(a: PenaltyTerm, b: PenaltyTerm): boolean {
  if (a.unit === null || b.unit === null) return false;
  if (a.unit === b.unit) return (a.length ?? 0) > (b.length ?? 0);
  if (a.unit === 'life' || b.unit === 'life') return a.unit === 'life';
  const [mine, other] = [spanOf(a), spanOf(b)];
  if (mine === null || other === null) return true;
  // Months and years compare as such; against days the longest that they can come to counts.
  return a.unit !== 'day' && b.unit !== 'day' ? mine.months > other.months : mine.days > other.days;
}

function spanOf({ length, unit }: PenaltyTerm): { readonly months: number; readonly days: number } | null {
  const n = length ?? 0;
  if (unit === 'day') return { months: 0, days: n };
  const months = unit === 'month' ? n : unit === 'year' ? n * 12 : null;
  return months === null ? null : { months, days: Math.floor(months / 12) * 366 + (months % 12) * 31 };
}
