import type {
  CertificateKind,
  CertificateStatus,
  LeadKind,
  LocalDate,
  OrganisationKind,
  Profile,
  Qualification,
  Relation,
  Role,
  Tier,
} from '#law';
import { seededId } from './seeded.ts';

/** A unit as the seed describes it: other units are named by their keys, readable words such as 市司法局. */
export type SeedUnit = {
  readonly key: string;
  /** Code by which the next file knows it again; null: by its name. */
  readonly code: string | null;
  readonly name: string;
  readonly shortName: string;
  readonly kind: OrganisationKind;
  readonly tier: Tier;
  readonly regionCode: string;
  readonly leadKind: LeadKind;
  readonly leadBasis: string | null;
  readonly qualification: Qualification;
  /** From this day on the qualification is suspended. */
  readonly suspendedFrom: LocalDate | null;
  readonly documentPrefix: string | null;
  readonly domain: string | null;
  readonly superior: string | null;
  readonly lineSuperior: string | null;
  readonly bureau: string | null;
  readonly answersThrough: string | null;
  /** The papers of its relations. */
  readonly bases: Readonly<Partial<Record<Relation, SeedPaper>>>;
  readonly demonstration: boolean;
};

export type SeedPaper = { readonly name: string; readonly number: string; readonly on: LocalDate; readonly matterId: null };

export type SeedPost = {
  readonly unit: string;
  readonly role: Role;
  readonly from: LocalDate;
  /** First day on which it is no longer held. */
  readonly until: LocalDate | null;
};

export type SeedCertificate = {
  readonly kind: CertificateKind;
  readonly number: string;
  readonly status: CertificateStatus;
  readonly domains: readonly string[];
  readonly from: LocalDate;
  /** Last valid day. */
  readonly through: LocalDate;
};

export type SeedPerson = {
  readonly key: string;
  readonly name: string;
  readonly unit: string;
  /** null: stands in the officers register without an account. */
  readonly login: string | null;
  /** Stands in the officers register. */
  readonly officer: boolean;
  readonly posts: readonly SeedPost[];
  readonly certificates: readonly SeedCertificate[];
};

/** A city as data: what `seedCity` writes, and nothing that depends on the clock. */
export type SeedWorld = {
  /** First four digits of GB/T 2260. */
  readonly city: number;
  readonly name: string;
  /** Which block of the number line its trees take. */
  readonly block: number;
  readonly anchor: LocalDate;
  readonly profile: Profile;
  readonly units: readonly SeedUnit[];
  readonly people: readonly SeedPerson[];
};

type Named = Pick<SeedUnit, 'key' | 'name' | 'kind' | 'tier' | 'regionCode'>;

/** A unit with what goes without saying filled in. */
export function unit(spec: Named & Partial<SeedUnit>): SeedUnit {
  return {
    code: null,
    shortName: spec.name,
    leadKind: 'local',
    leadBasis: null,
    qualification: 'confirmed',
    suspendedFrom: null,
    documentPrefix: null,
    domain: null,
    superior: null,
    lineSuperior: null,
    bureau: null,
    answersThrough: null,
    bases: {},
    demonstration: true,
    ...spec,
  };
}

export const organisationId = (city: number, key: string) => seededId(`${city}/organisation/${key}`);
export const organisationRecordId = (city: number, key: string) => seededId(`${city}/organisation-record/${key}`);
export const officerId = (city: number, person: string) => seededId(`${city}/officer/${person}`);
export const accountId = (city: number, person: string) => seededId(`${city}/account/${person}`);
export const postId = (city: number, person: string, n: number) => seededId(`${city}/post/${person}/${n}`);
export const certificateRecordId = (city: number, kind: CertificateKind, number: string) =>
  seededId(`${city}/certificate/${kind}/${number}`);
