import type { ColumnValue } from '#law';
import type { Delegation } from './model.ts';

/** Typed columns of the ledger of delegations. */
export function columns(s: Delegation): Readonly<Record<string, ColumnValue>> {
  return {
    delegator_id: s.delegatorId,
    delegate_id: s.deed.delegateId,
    bureau_id: s.deed.bureauId,
    number: s.letter?.number ?? null,
    items: s.deed.items.map((i) => i.code ?? i.name),
    term_from: s.deed.from,
    term_to: s.deed.to,
    countersigned_on: s.countersignedOn,
    filed_on: s.filedOn,
    accepted_on: s.acceptedOn,
    published_delegator_on: s.published.delegator?.on ?? null,
    published_delegate_on: s.published.delegate?.on ?? null,
    checks: s.checks.length,
    checked_since: s.checkedSince,
    ended_on: s.endedOn,
  };
}
