import type { LeadKind, OrganisationKind, Qualification, Tier } from '#law';
import type { Days, Period, Recorded, Revision } from '#registers/loading';
import type { Bases } from './model.ts';

/** What a record says of a unit, apart from its days. */
export type OrganisationContent = {
  readonly name: string;
  readonly shortName: string;
  readonly documentPrefix: string | null;
  readonly kind: OrganisationKind;
  readonly tier: Tier;
  readonly leadKind: LeadKind;
  readonly leadBasis: string | null;
  readonly qualification: Qualification;
  readonly uscc: string | null;
  readonly regionCode: string;
  readonly domain: string | null;
  readonly superiorId: string | null;
  readonly lineSuperiorId: string | null;
  readonly bureauId: string | null;
  readonly answersThroughId: string | null;
  readonly bases: Bases;
  readonly phone: string | null;
  readonly email: string | null;
  readonly demonstration: boolean;
};

export type RegisteredUnit = {
  readonly id: string;
  readonly code: string | null;
  readonly records: readonly Recorded<OrganisationContent>[];
};
export type PlannedUnit = {
  readonly id: string;
  readonly code: string | null;
  readonly isNew: boolean;
  /** Where the file speaks of it. */
  readonly rows: readonly (Days & { readonly line: number })[];
  readonly revision: Revision<OrganisationContent>;
  /** All periods once the plan is carried out. */
  readonly timeline: readonly Period<OrganisationContent>[];
};
