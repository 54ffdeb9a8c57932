import type { LocalDate, OrganisationFact } from '#law';

/** A unit's register record as pages, lists and imports read it. Contact data stand apart: they are not for everybody. */
export type OrganisationEntry = OrganisationFact & {
  readonly uscc: string | null;
  readonly regionCode: string;
  readonly domain: string | null;
  /** 领导体制的依据文件 (R825-15); null for 属地管理. */
  readonly leadBasis: string | null;
  readonly demonstration: boolean;
  readonly validFrom: LocalDate;
  /** Last valid day; null: open. */
  readonly validThrough: LocalDate | null;
};

/** Contact data of a unit, for those whose reach covers it. */
export type Contact = { readonly phone: string | null; readonly email: string | null };
