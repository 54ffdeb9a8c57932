import { addDays, askedFields, type Field, type FormFields, type Json, type LocalDate, PARTY_FIELDS } from '#law';

/** The same choices for the same number, so that a walk can be walked again. */
export type Dice = { pick<T>(list: readonly T[]): T; chance(part: number): boolean };

export function dice(seed: number): Dice {
  let state = seed >>> 0;
  const roll = (sides: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
  return {
    pick: (list) => {
      const one = list[roll(list.length)];
      if (one === undefined) throw new Error('nothing to pick from');
      return one;
    },
    chance: (part) => roll(1_000) < part * 1_000,
  };
}

/** What an input may name: units near whoever acts, people with certificates, other matters by kind. */
export type Nameable = {
  readonly today: LocalDate;
  readonly near: readonly string[];
  readonly organisations: readonly string[];
  readonly officers: readonly string[];
  mattersOf(kinds: readonly string[]): readonly string[];
};

const NOBODY = Object.fromEntries(Object.keys(PARTY_FIELDS).map((key) => [key, key === 'isIncapable' ? false : null]));
/** A person, a sole trader and a firm as somebody types them; codes with their check digits. */
export const TYPED_PARTIES: readonly { readonly [key: string]: Json }[] = [
  { ...NOBODY, kind: 'person', name: '张三丰', idKind: 'identity-card', idNumber: '150802199001010017', address: '临河区演示路1号' },
  {
    ...{ ...NOBODY, kind: 'sole-trader', name: '临河区河套小吃店（演示）', uscc: '92150821MA0000002U' },
    ...{ legalRepresentative: '李四光', address: '五原县演示街2号' },
  },
  {
    ...{ ...NOBODY, kind: 'legal-person', name: '巴彦淖尔河套食品有限公司（演示）', uscc: '91150802MA0000001B' },
    ...{ legalRepresentative: '王五岳', address: '临河区演示路3号' },
  },
];

type Input = Readonly<Record<string, Json>>;

/** Something that the form would take: every field by its shape, optional ones sometimes left empty. */
export function madeUp(fields: FormFields, world: Nameable, d: Dice): Input {
  const values: Record<string, Json> = {};
  for (const [key, field] of Object.entries(fields)) values[key] = fill(field, world, d);
  const asked = askedFields(fields, values);
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, asked[key] === undefined ? null : value]));
}

function fill(field: Field, world: Nameable, d: Dice): Json {
  if (!field.required && d.chance(0.35)) return null;
  switch (field.as) {
    case 'text':
    case 'longtext':
    case 'personal':
      return '核实的情况说明'.slice(0, field.max);
    case 'date':
      return addDays(world.today, d.pick([0, 0, -1, -20, 1, 20, 60, 300]));
    case 'integer':
      return Math.min(field.max, field.min + d.pick([0, 0, 1, 2, 3]));
    case 'money':
      return d.pick([0, 5_000_00]);
    case 'flag':
      return d.chance(0.5);
    case 'choice':
      return d.pick(Object.keys(field.options));
    case 'choices':
      return [d.pick(Object.keys(field.options))];
    case 'organisation':
      return d.pick(d.chance(0.7) ? world.near : world.organisations);
    case 'organisations':
      return [d.pick(d.chance(0.7) ? world.near : world.organisations)];
    case 'persons':
      return [...new Set([d.pick(world.officers), d.pick(world.officers)])];
    case 'matter': {
      const known = world.mattersOf(field.kinds);
      return known.length === 0 ? null : d.pick(known);
    }
    case 'files':
      return ['00000000-0000-4000-8000-000000000001'];
    case 'party':
      return d.pick(TYPED_PARTIES);
    case 'rows':
      return Array.from({ length: Math.max(field.min, d.pick([1, 1, 2])) }, () => madeUp(field.fields, world, d));
  }
}

/** An input that was lawful once, with some of its fields filled anew. */
export function altered(fields: FormFields, kept: Input, world: Nameable, d: Dice): Input {
  const fresh = madeUp(fields, world, d);
  return Object.fromEntries(Object.keys(fields).map((key) => [key, (d.chance(0.15) ? fresh[key] : kept[key]) ?? null]));
}
