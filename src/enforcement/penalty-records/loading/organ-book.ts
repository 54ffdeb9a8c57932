import { type LocalDate, normaliseCode, type OrganisationKind, type Qualification } from '#law';
import { compact } from '../cells.ts';
import type { NamedUnit } from '../model.ts';

/** One record of the register of organisations, as far as a decision's organ is looked up in it. */
export type OrganRecord = {
  readonly id: string;
  readonly name: string;
  readonly uscc: string | null;
  readonly kind: OrganisationKind;
  readonly qualification: Qualification;
  readonly from: LocalDate | null;
  readonly until: LocalDate | null;
  readonly regionOrd: number;
  readonly lineOrd: number;
};

/** A source's own name for an organ, as a person of the source has said once. */
export type OrganAlias = { readonly name: string; readonly organId: string };

/** What the register of organisations says, by all that a file may name an organ by. */
export type Organs = {
  readonly byId: ReadonlyMap<string, readonly OrganRecord[]>;
  readonly byUscc: ReadonlyMap<string, readonly OrganRecord[]>;
  readonly byName: ReadonlyMap<string, readonly OrganRecord[]>;
};
export type OrganBook = Organs & { readonly aliases: ReadonlyMap<string, string> };

export type Found =
  | { readonly is: 'organ'; readonly organ: OrganRecord }
  | {
      readonly is: 'unknown';
      readonly reason: string /** No register knows the name or the code: a person may say whose it is. */;
      readonly unregistered?: true;
    };

export function organsBy(records: readonly OrganRecord[]): Organs {
  const by = (keyOf: (record: OrganRecord) => string | null) => {
    const groups = new Map<string, OrganRecord[]>();
    for (const record of records) {
      const key = keyOf(record);
      if (key !== null) groups.set(key, [...(groups.get(key) ?? []), record]);
    }
    return groups;
  };
  return {
    byId: by((r) => r.id),
    byUscc: by((r) => r.uscc),
    byName: by((r) => organName(r.name)),
  };
}

export function organBook(organs: Organs, aliases: readonly OrganAlias[]): OrganBook {
  return { ...organs, aliases: new Map(aliases.map(({ name, organId }) => [organName(name), organId])) };
}

/** The form in which names of organs are compared: width and spaces carry no meaning, nothing else is guessed. */
export function organName(name: string): string {
  return compact(name);
}

/** The deciding organ by its code, else by its exact name, else as the source has mapped it; valid on the day of the decision. */
export function findOrgan(book: OrganBook, unit: NamedUnit, on: LocalDate): Found {
  const code = unit.uscc === null ? null : normaliseCode(unit.uscc);
  const alias = book.aliases.get(organName(unit.name));
  const coded = code === null ? [] : (book.byUscc.get(code) ?? []);
  const named = book.byName.get(organName(unit.name)) ?? (alias === undefined ? [] : (book.byId.get(alias) ?? []));
  const candidates = coded.length > 0 ? coded : named;
  if (candidates.length === 0) return { is: 'unknown', unregistered: true, reason: '处罚机关未登记：名录中没有这个名称或统一社会信用代码' };
  const valid = candidates.filter((record) => (record.from === null || on >= record.from) && (record.until === null || on < record.until));
  const organ = valid[0];
  if (organ === undefined) return { is: 'unknown', reason: `处罚机关在决定日期（${on}）没有有效的登记` };
  if (valid.some((record) => record.id !== organ.id)) return { is: 'unknown', reason: '处罚机关名称对应几个单位，请填写统一社会信用代码' };
  const other = named.find((record) => record.id !== organ.id);
  if (coded.length > 0 && other !== undefined && !named.some((record) => record.id === organ.id))
    return { is: 'unknown', reason: `处罚机关名称与统一社会信用代码对应不同的单位（代码属于${organ.name}）` };
  return { is: 'organ', organ };
}
