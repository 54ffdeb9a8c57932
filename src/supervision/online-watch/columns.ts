import type { ColumnValue } from '#law';
import type { AlertCheck } from './model.ts';

/** Typed columns of the ledger of 预警核查. */
export function columns(s: AlertCheck): Readonly<Record<string, ColumnValue>> {
  return {
    unit_id: s.unitId,
    issuer_id: s.issuerId,
    findings: s.findings.length,
    sent_on: s.rounds[0]?.sentOn ?? null,
    answered_on: s.rounds.at(-1)?.answeredOn ?? null,
    overdue_on: s.overdueOn,
    closed_on: s.closedOn,
  };
}
