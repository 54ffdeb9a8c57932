import { type Static, Type } from 'typebox';
import { CERTIFICATE_KIND_LABELS, CERTIFICATE_STATUS_LABELS, type CertificateKind, type CertificateStatus, type LocalDate } from '#law';
import type { Standing } from './standing.ts';

const closed = { additionalProperties: false };
const Day = Type.String({ format: 'date' });
const Id = Type.String({ format: 'uuid' });
const Kind = Type.Union((Object.keys(CERTIFICATE_KIND_LABELS) as CertificateKind[]).map((key) => Type.Literal(key)));
const Status = Type.Union((Object.keys(CERTIFICATE_STATUS_LABELS) as CertificateStatus[]).map((key) => Type.Literal(key)));

const FILTER = {
  q: Type.Optional(Type.String({ maxLength: 100 })),
  kind: Type.Optional(Kind),
  status: Type.Optional(Status),
  organisation: Type.Optional(Id),
  on: Type.Optional(Day),
  /** Only those whose last day lies within three months of the day. */
  ending: Type.Optional(Type.Literal('true')),
};
export const CertificatesExport = Type.Object(FILTER, closed);
export type CertificatesExport = Static<typeof CertificatesExport>;
export const CertificatesQuery = Type.Object(
  { ...FILTER, cursor: Type.Optional(Type.String({ maxLength: 500 })), limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })) },
  closed,
);
export type CertificatesQuery = Static<typeof CertificatesQuery>;
export const CertificateParams = Type.Object({ id: Id }, closed);
export const CertificateOn = Type.Object({ on: Type.Optional(Day), knownOn: Type.Optional(Day) }, closed);
export type CertificateOn = Static<typeof CertificateOn>;

/** What is registered for a certificate in one period. */
export type CertificatePeriod = {
  readonly id: string;
  readonly kind: CertificateKind;
  readonly number: string;
  readonly holder: string;
  readonly organisationId: string;
  readonly organisationName: string;
  readonly status: CertificateStatus;
  readonly domains: readonly string[];
  readonly registeredOn: LocalDate | null;
  readonly legalQualification: string | null;
  readonly reviewsSince: LocalDate | null;
  readonly from: LocalDate;
  /** Last day of the period. */
  readonly through: LocalDate | null;
};
/** A certificate on a day; `ends`: its last valid day. */
export type CertificateItem = CertificatePeriod & { readonly ends: LocalDate | null };
export type CertificatePage = {
  readonly items: readonly CertificateItem[];
  readonly cursor: string | null;
  readonly total: { readonly count: number; readonly exact: boolean };
};
export type CertificateView = {
  readonly on: LocalDate;
  readonly standing: Standing;
  /** All periods as known on the day asked for, the latest first; `recordedBy`: the matter whose act says so, if the reader may see it. */
  readonly periods: readonly (CertificatePeriod & { readonly recordedBy: string | null; readonly byAct: boolean })[];
  readonly bureauId: string | null;
  /** What is being done about it, as far as the reader may see; the latest first. */
  readonly affairs: readonly CertificateAffairLine[];
};
export type CertificateAffairLine = { readonly id: string; readonly title: string; readonly status: string };
