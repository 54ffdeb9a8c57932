import { totalFen } from '../instalments.ts';
import type { LocalDate } from '../local-date.ts';
import type { Executed } from './model.ts';
import type { ExecutingRoom } from './room.ts';

/** A part of the fine; sums in fen. `from`: the day from which the party's fifteen days for it run. `redressNo`: the change that added it. */
export type FinePart = { readonly fen: number; readonly from: LocalDate; readonly redressNo: number | null };

/**
 * The fine in hand by the days on which the party came to owe it; none while the decision has not been served. Nobody can be late
 * with what was not imposed yet: what a change adds has fifteen days of its own from its effect (处罚法 67, 72(1)). A change that
 * lightens gives no new days: what is left was owed from the first.
 */
export function fineParts<S extends Executed>(room: ExecutingRoom<S>, s: S): readonly FinePart[] {
  const decision = room.decision(s);
  const receivedOn = decision?.receivedOn ?? null;
  if (decision === null || receivedOn === null) return [];
  const { fineFen } = room.money(s);
  const changes = s.redresses.filter(
    (c) => c.decisionNo === decision.no && c.before !== null && (c.undoing === 'changed' || c.undoing === 'partly'),
  );
  const first: FinePart = { fen: changes[0]?.before?.fineFen ?? (changes.length === 0 ? fineFen : 0), from: receivedOn, redressNo: null };
  let parts: readonly FinePart[] = [first];
  for (const { no, effectOn, after } of changes) {
    const [had, has] = [totalFen(parts), after?.fineFen ?? 0];
    parts = has > had ? [...parts, { fen: has - had, from: effectOn, redressNo: no }] : cutTo(parts, has);
  }
  const owed = parts.filter(({ fen }) => fen > 0);
  return owed.length > 0 && totalFen(owed) === fineFen ? owed : [{ fen: fineFen, from: receivedOn, redressNo: null }];
}

/** What was added last falls away first. */
function cutTo(parts: readonly FinePart[], fen: number): readonly FinePart[] {
  return parts.map((part, i) => ({ ...part, fen: Math.min(part.fen, Math.max(0, fen - totalFen(parts.slice(0, i)))) }));
}

type AddedPart = FinePart & { readonly redressNo: number };

/** What changes have added to the fine and is still part of it, in their order. */
export function addedParts<S extends Executed>(room: ExecutingRoom<S>, s: S): readonly AddedPart[] {
  return fineParts(room, s).flatMap((part) => (part.redressNo === null ? [] : [{ ...part, redressNo: part.redressNo }]));
}

/** What changes have added after a day: no plan that was approved by then speaks of it. */
export function addedSince<S extends Executed>(room: ExecutingRoom<S>, s: S, day: LocalDate): number {
  return totalFen(addedParts(room, s).filter(({ from }) => from > day));
}
