import type { ColumnValue } from '#law';
import { type NoticeAndTalk, openCommitments } from './model.ts';

/** Typed columns of the ledger of circulars and call-ins. */
export function columns(s: NoticeAndTalk): Readonly<Record<string, ColumnValue>> {
  return {
    type: s.type,
    subject: s.subject,
    number: s.letter?.number ?? null,
    issuer_id: s.issuerId,
    unit_ids: s.unitIds,
    publish: s.publish,
    signed_on: s.letter?.signedOn ?? null,
    served_on: s.letter?.servedOn ?? null,
    held_on: s.heldOn,
    commitments: s.commitments.length,
    commitments_open: openCommitments(s).length,
    ended_on: s.closedOn,
  };
}
