import { type LocalDate, ROLE_LABELS, type Role } from '#law';
import { enforcementCertificate, person, supervisionCertificate } from './people.ts';
import type { SeedCertificate, SeedPerson, SeedPost } from './world.ts';

/** Last part of a login, as its holder would type it: 监督 jd, 审核 sh, 分管 fg, 局长 jz … */
const ROLE_CODES: Readonly<Record<Role, string>> = {
  supervisor: 'jd',
  checker: 'sh',
  'deputy-head': 'fg',
  head: 'jz',
  'seal-keeper': 'wy',
  receiver: 'sw',
  handler: 'cb',
  'legal-office': 'fz',
  'justice-office': 'sfs',
  'government-leader': 'ld',
  'government-office': 'bgs',
  'special-supervisor': 'ty',
  liaison: 'lx',
  machine: 'jk',
  'system-admin': 'xt',
  'security-admin': 'aq',
  'audit-admin': 'sj',
};

export type Places = {
  /** Key of the unit. */
  readonly unit: string;
  /** First part of the logins: sf, lh-scjg. */
  readonly code: string;
  /** Six digits before the running number of a certificate. */
  readonly region: string;
};
export type Seat = {
  readonly role: Role;
  readonly certificate?: 'supervision' | 'enforcement';
  /** Last valid day where it is not the usual one. */
  readonly through?: LocalDate;
  readonly alsoAt?: readonly SeedPost[];
};

/** Hands out people and certificate numbers; one office a city, so that no number is given twice. */
export type Office = { staff(place: Places, seats: readonly Seat[]): readonly SeedPerson[] };

export function office(anchor: LocalDate): Office {
  const given = { supervision: 90_000, enforcement: 0 };
  function certificate(kind: 'supervision' | 'enforcement', place: Places, seat: Seat): SeedCertificate {
    given[kind] += 1;
    const number = `${place.region}${String(given[kind]).padStart(5, '0')}`;
    return kind === 'supervision'
      ? supervisionCertificate(number, anchor, seat.through)
      : enforcementCertificate(number, anchor, [], seat.through);
  }
  function staff(place: Places, seats: readonly Seat[]): readonly SeedPerson[] {
    const count = new Map<Role, number>();
    return seats.map((seat) => {
      const n = (count.get(seat.role) ?? 0) + 1;
      count.set(seat.role, n);
      const several = seats.filter((s) => s.role === seat.role).length > 1;
      return person(anchor, {
        key: `${place.code}-${ROLE_CODES[seat.role]}${several ? n : ''}`,
        unit: place.unit,
        role: seat.role,
        officer: seat.role !== 'machine',
        ...(seat.role === 'machine' ? { name: `${ROLE_LABELS.machine}（演示）` } : {}),
        certificates: seat.certificate === undefined ? [] : [certificate(seat.certificate, place, seat)],
        ...(seat.alsoAt === undefined ? {} : { alsoAt: seat.alsoAt }),
      });
    });
  }
  return { staff };
}

const supervisor: Seat = { role: 'supervisor', certificate: 'supervision' };
const handler: Seat = { role: 'handler', certificate: 'enforcement' };

export const SUPERVISOR: Seat = supervisor;
export const HANDLER: Seat = handler;
/** Two to handle, the rest of the chain of a document: 审核, 分管, 局长, 文印, 收文. */
export const BUREAU: readonly Seat[] = [
  supervisor,
  supervisor,
  { role: 'checker', certificate: 'supervision' },
  { role: 'deputy-head', certificate: 'supervision' },
  { role: 'head', certificate: 'supervision' },
  { role: 'seal-keeper' },
  { role: 'receiver' },
];
/** The receiving side: 收文, 两名承办人, 法制机构, 分管, 局长. */
export const DEPARTMENT: readonly Seat[] = [
  { role: 'receiver' },
  handler,
  handler,
  { role: 'legal-office', certificate: 'enforcement' },
  { role: 'deputy-head' },
  { role: 'head' },
];
/** A unit that only answers what it receives. */
export const SMALL: readonly Seat[] = [{ role: 'receiver' }, handler, { role: 'head' }];
