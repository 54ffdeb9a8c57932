import type { LocalDate } from '../local-date.ts';

/** A unit's takings from fines and confiscation over the same months of two years. */
export type FineIncome = {
  readonly year: number;
  /** First and last month that are compared, the same in both years: data that begin in May are compared from May. */
  readonly fromMonth: number;
  readonly throughMonth: number;
  readonly incomeFen: number;
  /** null: the year before is not loaded. */
  readonly previousIncomeFen: number | null;
  readonly cases: number;
  /** Most cases of the year that rest with one officer, or on one item; null where records do not say. */
  readonly topOfficer: Concentration | null;
  readonly topItem: Concentration | null;
};
/** `called`: what a code stands for, where the lists say so. */
export type Concentration = { readonly name: string; readonly called?: string; readonly cases: number };

/** How a unit's decisions fall over the year. */
export type YearOfDecisions = {
  readonly year: number;
  readonly cases: number;
  readonly decemberCases: number;
  /** The earliest decision of any unit that the same data hold for the year: whether they are a year's data at all. */
  readonly dataFrom: LocalDate | null;
  /** Most decisions of one officer on one day; null where records name no officer. */
  readonly busiest: { readonly officer: string; readonly day: LocalDate; readonly cases: number } | null;
};
