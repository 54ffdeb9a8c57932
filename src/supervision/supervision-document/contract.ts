import type { Lamp, LocalDate } from '#law';

export type ProblemQuery = {
  readonly organisation?: string;
  readonly state?: 'open' | 'cleared' | 'overdue';
  readonly q?: string;
  readonly cursor?: string;
  readonly limit?: number;
};
/** One line of 问题整改台账. */
export type ProblemLine = {
  readonly matterId: string;
  readonly no: number;
  readonly number: string;
  readonly issuerName: string;
  readonly addresseeName: string;
  readonly facts: string;
  readonly norm: string;
  readonly demand: string;
  readonly servedOn: LocalDate;
  readonly receivedOn: LocalDate | null;
  readonly dueOn: LocalDate | null;
  readonly lamp: Lamp | null;
  readonly daysLeft: number | null;
  /** What the unit has reported; a handling not yet reported is the unit's own affair. */
  readonly handling: string | null;
  readonly checkedOn: LocalDate | null;
  readonly passed: boolean | null;
  readonly clearedOn: LocalDate | null;
  readonly lapsedOn: LocalDate | null;
};

export type InboxItem = {
  readonly matterId: string;
  readonly number: string;
  readonly subject: string;
  readonly issuerName: string;
  readonly status: string;
  readonly statusName: string;
  readonly servedOn: LocalDate;
  readonly receivedOn: LocalDate | null;
  readonly dueOn: LocalDate | null;
  readonly lamp: Lamp | null;
  readonly daysLeft: number | null;
  readonly problems: number;
};
