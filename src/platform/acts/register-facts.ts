import type { CertificateFact, OrganisationFact, RegisterFacts } from '#law';

/** Where a unit stands in today's trees. */
export type Place = { readonly id: string; readonly city: number; readonly regionOrd: number; readonly lineOrd: number };

/** One fact of the organisations register from its row `r`, and one of the certificates from `c` and the officer `o`. */
export const ORGANISATION_FACT = `jsonb_build_object('id', r.organisation_id, 'recordId', r.id, 'name', r.name, 'shortName', r.short_name,
     'documentPrefix', r.document_prefix, 'kind', r.kind, 'tier', r.tier, 'regionCode', r.region_code, 'leadKind', r.lead_kind, 'qualification', r.qualification,
     'superiorId', r.superior_id, 'lineSuperiorId', r.line_superior_id, 'bureauId', r.bureau_id, 'answersThroughId', r.answers_through_id)`;
export const CERTIFICATE_FACT = `jsonb_build_object('recordId', c.id, 'officerId', c.officer_id, 'officerName', o.name, 'organisationId', c.organisation_id,
     'kind', c.kind, 'number', c.number, 'status', c.status, 'validThrough', upper(c.valid) - 1,
     'legalQualification', c.legal_qual_no, 'reviewsSince', c.review_since)`;

/**
 * Whether a register row is valid on the day of a parameter. Said so that no index of periods serves it: rows are found by
 * the few keys asked for, where by the day a plan for all values would walk the whole register.
 */
export const validOn = (row: string, parameter: number): string => `(${row}.valid @> $${parameter}::date) is true`;

export function registerFacts(organisations: readonly OrganisationFact[], certificates: readonly CertificateFact[]): RegisterFacts {
  const byOfficer = new Map<string, CertificateFact[]>();
  for (const c of certificates) {
    const list = byOfficer.get(c.officerId);
    if (list === undefined) byOfficer.set(c.officerId, [c]);
    else list.push(c);
  }
  return { organisations: new Map(organisations.map((o) => [o.id, o])), certificates: byOfficer };
}
