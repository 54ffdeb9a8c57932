import type { LocalDate, OrganisationFact, OrganisationKind, Qualification, Relation } from '#law';

/** The paper on which a relation rests. */
export type BasisPaper = {
  readonly name: string;
  /** 文号; 无文号 where it has none. */
  readonly number: string;
  readonly on: LocalDate;
  /** The matter whose announcement recorded it and which holds the scan; null: it came by a file of the register. */
  readonly matterId: string | null;
};
export type Bases = Readonly<Partial<Record<Relation, BasisPaper>>>;

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

/** One period of a unit's history with the names around it. */
export type UnitRecord = OrganisationEntry & {
  readonly superiorName: string | null;
  readonly lineSuperiorName: string | null;
  readonly bureauName: string | null;
  readonly answersThroughName: string | null;
  /** The papers of its relations; where the reader may not read the matter of an announcement, without the way to it. */
  readonly bases: Bases;
  /** The matter whose act recorded it; null where the reader may not read that matter. */
  readonly recordedBy: string | null;
  /** Instant. */
  readonly recordedAt: string;
};

/** The next change of a unit that the register holds for a later day. */
export type PlannedChange = {
  readonly id: string;
  readonly from: LocalDate;
  readonly name: string | null;
  /** null: the superior stays. */
  readonly superiorName: string | null;
  readonly qualification: Qualification | null;
  /** No record follows: the unit is no more from that day. */
  readonly ends: boolean;
  /** Not yet a unit on the day asked for. */
  readonly begins: boolean;
};

/** A relation of which no paper is recorded. */
export type MissingBasis = {
  readonly id: string;
  readonly name: string;
  readonly kind: OrganisationKind;
  readonly relation: Relation;
  readonly otherId: string;
  readonly otherName: string | null;
  readonly since: LocalDate;
};
