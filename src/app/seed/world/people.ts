import { ADMIN_ROLES, addDays, addYears, type LocalDate, type Role } from '#law';
import { syntheticName } from './seeded.ts';
import type { SeedCertificate, SeedPerson, SeedPost } from './world.ts';

/** 密级 that a post opens: everyone in the chain of a matter must be able to read it; administrators read none. */
export function labelMaxOf(role: Role): number {
  if (ADMIN_ROLES.includes(role)) return 0;
  if (role === 'special-supervisor') return 1;
  return role === 'machine' ? 2 : 3;
}

/** Posts are held since before anything the demonstration shows. */
export function heldSince(anchor: LocalDate): LocalDate {
  return addYears(anchor, -3);
}

type Person = {
  readonly key: string;
  readonly unit: string;
  readonly role: Role;
  readonly name?: string;
  readonly login?: string | null;
  readonly certificates?: readonly SeedCertificate[];
  readonly officer?: boolean;
  readonly alsoAt?: readonly SeedPost[];
};

export function person(anchor: LocalDate, p: Person): SeedPerson {
  return {
    key: p.key,
    name: p.name ?? syntheticName(p.key),
    unit: p.unit,
    login: p.login === undefined ? p.key : p.login,
    officer: p.officer ?? true,
    posts: [{ unit: p.unit, role: p.role, from: heldSince(anchor), until: null }, ...(p.alsoAt ?? [])],
    certificates: p.certificates ?? [],
  };
}

/** 行政执法监督证; `through` is its last valid day. */
export function supervisionCertificate(number: string, anchor: LocalDate, through: LocalDate = addYears(anchor, 2)): SeedCertificate {
  return { kind: 'supervision', number, status: 'valid', domains: [], from: addDays(addYears(through, -5), 1), through };
}

/** 行政执法证 for the fields of the unit. */
export function enforcementCertificate(
  number: string,
  anchor: LocalDate,
  domains: readonly string[] = [],
  through: LocalDate = addYears(anchor, 2),
): SeedCertificate {
  return { kind: 'enforcement', number, status: 'valid', domains, from: addDays(addYears(through, -5), 1), through };
}
