import type { CertificateKind, CertificateStatus, LocalDate } from '#law';
import type { Days, Period, Recorded, Revision, RowProblem } from '#registers/loading';

export type CertificateContent = {
  readonly officerId: string;
  readonly organisationId: string;
  readonly status: CertificateStatus;
  readonly domains: readonly string[];
  /** The last 审核注册; null: none known since the card was issued. */
  readonly registeredOn: LocalDate | null;
  /** The holder's 法律职业资格 (law/review-qualification); null: not told. */
  readonly legalQualification: string | null;
  /** Since when the holder reviews penalty decisions; null: not told. */
  readonly reviewsSince: LocalDate | null;
};
/** `byAct`: recorded by an act on this certificate, with its paper, and not by a load of a file. */
export type CertificateRecord = Recorded<CertificateContent> & { readonly byAct: boolean };
export type RegisteredCertificate = {
  readonly kind: CertificateKind;
  readonly number: string;
  readonly records: readonly CertificateRecord[];
};
export type RegisteredOfficer = {
  readonly id: string;
  readonly code: string | null;
  readonly name: string;
  readonly organisationId: string;
};

export type PlannedOfficer = { readonly id: string; readonly code: string | null; readonly name: string; readonly organisationId: string };
export type PlannedCertificate = {
  readonly kind: CertificateKind;
  readonly number: string;
  readonly isNew: boolean;
  readonly rows: readonly (Days & { readonly line: number })[];
  readonly revision: Revision<CertificateContent>;
  readonly timeline: readonly Period<CertificateContent>[];
  /** Days of which acts have spoken: a record that begins in them is theirs. */
  readonly byActDays: readonly Days[];
};
export type CertificatePlan = {
  readonly problems: readonly RowProblem[];
  readonly officers: readonly PlannedOfficer[];
  readonly certificates: readonly PlannedCertificate[];
};
