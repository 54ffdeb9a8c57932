import { type ColumnValue, letterInHand } from '#law';
import { orderColumns } from '#law/correcting/index';
import { CORRECTING_ROOM } from './lifecycle/corrections.ts';
import { heldGoods } from './lifecycle/goods.ts';
import { dueSum, paidFen } from './lifecycle/money.ts';
import type { OrdinaryPenalty } from './model.ts';

/** Typed columns of the ledger of ordinary penalty cases. A person's name stands only as it may be shown. */
export function columns(s: OrdinaryPenalty): Readonly<Record<string, ColumnValue>> {
  const decision = s.letters.findLast((l) => (l.kind === 'decision' || l.kind === 'no-penalty') && l.lapsed !== true);
  return {
    organ_id: s.organId,
    handler_ids: s.handlerIds,
    source: s.source,
    cause: s.cause,
    party_name: s.party.name,
    party_kind: s.party.kind,
    party_uscc: s.party.uscc,
    party_mark: s.party.mark,
    item_code: s.itemCode,
    is_enterprise: s.isEnterprise,
    number: s.number,
    opened_on: s.openedOn,
    filed_on: s.filedOn,
    concluded_on: s.reports.at(-1)?.on ?? null,
    reviewed_on: s.reviews.at(-1)?.on ?? null,
    told_on: s.notices.at(-1)?.receivedOn ?? null,
    heard_on: s.hearing?.outcome == null ? null : s.hearing.doneOn,
    outcome: s.decision?.outcome ?? s.ending,
    kinds: [...(s.decision?.penalty?.kinds ?? [])],
    fine_fen: s.decision?.penalty?.fineFen ?? null,
    confiscated_fen: s.decision?.penalty == null ? null : (s.decision.penalty.incomeFen ?? 0) + (s.decision.penalty.goodsFen ?? 0),
    decision_number: decision?.number ?? null,
    decided_on: s.decision?.on ?? null,
    served_on: s.decision?.receivedOn ?? null,
    due_fen: dueSum(s),
    paid_fen: paidFen(s),
    published_on: s.publication !== null && 'where' in s.publication ? s.publication.on : null,
    letter_in_hand: letterInHand(s)?.kind ?? null,
    evidence: s.evidence.length,
    goods: s.goods.length,
    goods_held: heldGoods(s).length,
    ...orderColumns(CORRECTING_ROOM, s),
    ended_on: s.endedOn,
    archived_on: s.archivedOn,
    clue_ref: s.sourceRef,
    facts: wordsOf(s).join('\n'),
  };
}

/** What a case is looked for by: what was found, what proves it, what was taken, what the party said and what was held against it. */
function wordsOf(s: OrdinaryPenalty): readonly string[] {
  const report = s.reports.at(-1);
  return [
    ...[s.narrative, s.place, ...(report?.facts ?? []).map(({ fact }) => fact)],
    ...(report === undefined ? [] : [report.violated, report.basis]),
    ...s.evidence.flatMap(({ name, proves }) => [name, ...(proves === undefined ? [] : [proves])]),
    ...s.goods.map(({ name }) => name),
    ...s.statements.map(({ content }) => content),
    ...s.discussions.map(({ conclusion }) => conclusion),
  ];
}
