import type { PowerKind } from './list-kinds.ts';
import type { LocalDate } from './local-date.ts';

/**
 * What an act asks for, as data: one declaration gives the form on screen, the schema of the request and its
 * documentation. Field keys are payload keys. An optional field that is left empty arrives as null.
 */
type Base = {
  readonly label: string;
  readonly hint?: string;
  readonly group?: string;
  readonly when?: When;
  readonly fillWhen?: FillWhen;
  /** Asked for only where the act is told of as done elsewhere; what is typed in it already stays in sight. */
  readonly onlyReported?: true;
  /** Asked for only where the act is told of a day behind, done here or elsewhere; what is typed in it already stays in sight. */
  readonly onlyBehind?: true;
  /**
   * Done here it must be filled in (the lifecycle's condition decides); who tells of it as done elsewhere may leave it out, and only
   * they are shown the hint.
   */
  readonly neededHere?: true;
};
/**
 * A field is asked for only while a choice of the same form is asked for itself and stands so, or is among those ticked; a flag that is
 * ticked is 'true'. `fill`: it must then be filled in; the page says so at once, the lifecycle's own condition decides. Not for what a
 * reported act may lack: truth is recorded as it is.
 */
export type When = { readonly field: string; readonly is: readonly string[]; readonly fill?: true };
/** A field that is always asked for must be filled in while a choice of the same form stands so; the lifecycle's condition decides. */
export type FillWhen = Pick<When, 'field' | 'is'>;
export type Field<T = unknown, R extends boolean = boolean> = Base & {
  readonly required: R;
  /** Type carrier only; never set. */
  readonly _value?: T;
} & FieldShape;

export type FieldShape =
  /**
   * `clock`: a time of day, HH:MM; the page offers the device's own way to set one. `powerItem`: a code of the actor's own
   * 权责清单 or 赋权清单; the page offers their lines, those of this kind of power first. `violation`: a 违法行为; the page offers
   * those that have a benchmark in force for the actor's own organ.
   */
  | { readonly as: 'text'; readonly max: number; readonly clock?: true; readonly powerItem?: PowerKind; readonly violation?: true }
  | { readonly as: 'longtext'; readonly max: number }
  | { readonly as: 'date' }
  | { readonly as: 'integer'; readonly min: number; readonly max: number }
  | { readonly as: 'money' }
  | { readonly as: 'flag' }
  /** `notHere`: options that an act done here is always refused, and that one told of as done elsewhere may have had. */
  | { readonly as: 'choice'; readonly options: Readonly<Record<string, string>>; readonly notHere?: readonly string[] }
  | { readonly as: 'choices'; readonly options: Readonly<Record<string, string>> }
  | { readonly as: 'organisation' }
  | { readonly as: 'organisations' }
  | { readonly as: 'persons'; readonly of: 'supervisors' | 'officers' | 'colleagues' }
  | { readonly as: 'matter'; readonly kinds: readonly string[] }
  | { readonly as: 'files'; readonly max: number }
  /** A party (party.ts): typed whole, kept encrypted; the act keeps a reference. */
  | { readonly as: 'party' }
  /** Words that name a natural person (party.ts): kept encrypted as parties are; the act keeps a reference. */
  | { readonly as: 'personal'; readonly max: number }
  | { readonly as: 'rows'; readonly fields: FormFields; readonly min: number; readonly max: number };

export type FormFields = { readonly [key: string]: Field };

/** The typed input of a form. */
export type InputOf<F extends FormFields> = {
  readonly [K in keyof F]: F[K] extends Field<infer T, infer R> ? (R extends true ? T : T | null) : never;
};

/** The fields that a form asks for as its choices stand; those that must be filled in then are required. */
export function askedFields(fields: FormFields, values: { readonly [key: string]: unknown }): FormFields {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([key, field]) => {
      if (!isAsked(fields, field, values)) return [];
      const { when, fillWhen } = field;
      const mustBeFilled = when?.fill === true || (fillWhen !== undefined && stands(fillWhen, values));
      return [[key, mustBeFilled ? { ...field, required: true } : field]];
    }),
  );
}

/** What hangs on a choice that is not asked for is not asked for either, whatever was chosen before. */
function isAsked(fields: FormFields, { when }: Field, values: { readonly [key: string]: unknown }): boolean {
  if (when === undefined) return true;
  const on = fields[when.field];
  return (on === undefined || isAsked(fields, on, values)) && stands(when, values);
}

function stands(when: FillWhen, values: { readonly [key: string]: unknown }): boolean {
  const value = values[when.field];
  if (Array.isArray(value)) return when.is.some((one) => value.includes(one));
  return when.is.includes(value === true ? 'true' : String(value));
}

type Options<R extends boolean> = Omit<Base, 'label'> & { readonly required?: R };

function make<T, R extends boolean>(label: string, shape: FieldShape, options?: Options<R>): Field<T, R> {
  const required = (options?.required ?? true) as R;
  return {
    label,
    required,
    ...(options?.hint === undefined ? {} : { hint: options.hint }),
    ...(options?.group === undefined ? {} : { group: options.group }),
    ...(options?.when === undefined ? {} : { when: options.when }),
    ...(options?.fillWhen === undefined ? {} : { fillWhen: options.fillWhen }),
    ...(options?.onlyReported === undefined ? {} : { onlyReported: options.onlyReported }),
    ...(options?.onlyBehind === undefined ? {} : { onlyBehind: options.onlyBehind }),
    ...(options?.neededHere === undefined ? {} : { neededHere: options.neededHere }),
    ...shape,
  } as Field<T, R>;
}

export function text<R extends boolean = true>(label: string, options?: Options<R> & { readonly max?: number }): Field<string, R> {
  return make(label, { as: 'text', max: options?.max ?? 200 }, options);
}
/** 时:分. */
export function clockTime<R extends boolean = true>(label: string, options?: Options<R>): Field<string, R> {
  return make(label, { as: 'text', max: 5, clock: true }, options);
}
/** The code of an item; the lists are an offer of the page, and any text may stand: what is not on them is the lifecycle's question. */
export function powerItem<R extends boolean = true>(label: string, kind: PowerKind, options?: Options<R>): Field<string, R> {
  return make(label, { as: 'text', max: 60, powerItem: kind }, options);
}
/** A 违法行为; benchmarks are an offer of the page, and any text may stand: whether one is got round is the lifecycle's question. */
export function violation<R extends boolean = true>(label: string, options?: Options<R>): Field<string, R> {
  return make(label, { as: 'text', max: 300, violation: true }, options);
}
export function longtext<R extends boolean = true>(label: string, options?: Options<R> & { readonly max?: number }): Field<string, R> {
  return make(label, { as: 'longtext', max: options?.max ?? 20_000 }, options);
}
export function date<R extends boolean = true>(label: string, options?: Options<R>): Field<LocalDate, R> {
  return make(label, { as: 'date' }, options);
}
export function integer<R extends boolean = true>(
  label: string,
  range: { min: number; max: number },
  options?: Options<R>,
): Field<number, R> {
  return make(label, { as: 'integer', ...range }, options);
}
/**
 * One thousand 亿元: several times the heaviest fine of the whole country, so more than this is a slip of the unit. Some hundreds
 * of such sums still add up exactly.
 */
export const MOST_FEN = 10_000_000_000_000;
export const TOO_MUCH_MONEY = '不超过1,000亿元，请核对金额和单位';

/** Integer fen, at most MOST_FEN; entered in yuan. */
export function money<R extends boolean = true>(label: string, options?: Options<R>): Field<number, R> {
  return make(label, { as: 'money' }, options);
}
export function flag(label: string, options?: Options<true>): Field<boolean, true> {
  return make(label, { as: 'flag' }, options);
}
export function choice<K extends string, R extends boolean = true>(
  label: string,
  values: Readonly<Record<K, string>>,
  options?: Options<R> & { readonly notHere?: readonly NoInfer<K>[] },
): Field<K, R> {
  const { notHere } = options ?? {};
  return make(label, { as: 'choice', options: values, ...(notHere === undefined ? {} : { notHere }) }, options);
}
export function choices<K extends string, R extends boolean = true>(
  label: string,
  values: Readonly<Record<K, string>>,
  options?: Options<R>,
): Field<readonly K[], R> {
  return make(label, { as: 'choices', options: values }, options);
}
/** An organisation's id. */
export function organisation<R extends boolean = true>(label: string, options?: Options<R>): Field<string, R> {
  return make(label, { as: 'organisation' }, options);
}
export function organisations<R extends boolean = true>(label: string, options?: Options<R>): Field<readonly string[], R> {
  return make(label, { as: 'organisations' }, options);
}
/** Officer ids. */
export function persons<R extends boolean = true>(
  label: string,
  of: 'supervisors' | 'officers' | 'colleagues',
  options?: Options<R>,
): Field<readonly string[], R> {
  return make(label, { as: 'persons', of }, options);
}
/** A matter's id. */
export function matter<R extends boolean = true>(label: string, kinds: readonly string[], options?: Options<R>): Field<string, R> {
  return make(label, { as: 'matter', kinds }, options);
}
/** File ids; the act that carries them attaches them, with digests. */
export function files<R extends boolean = true>(
  label: string,
  options?: Options<R> & { readonly max?: number },
): Field<readonly string[], R> {
  return make(label, { as: 'files', max: options?.max ?? 20 }, options);
}
export function rows<F extends FormFields, R extends boolean = true>(
  label: string,
  fields: F,
  options?: Options<R> & { readonly min?: number; readonly max?: number },
): Field<readonly InputOf<F>[], R> {
  return make(label, { as: 'rows', fields, min: options?.min ?? 1, max: options?.max ?? 500 }, options);
}
