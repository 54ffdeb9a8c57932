import type { Remedies, Via } from '../disputing/index.ts';
import type { Executed } from './model.ts';
import type { ExecutingRoom } from './room.ts';

/** A letter that told the party how, and until when, it may turn against the decision. `redressNo`: the change that it was about; null: the decision itself. */
export type RemediesTold = Pick<Remedies, 'receivedOn' | 'first' | 'told'> & { readonly redressNo: number | null };

/** Changes that the organ makes by a letter of its own; whoever asked it to. */
const BY_LETTER: readonly Via[] = ['own', 'supervision', 'procuratorate'];

/**
 * In the order of their days; none while the decision has not been served. A change by the organ itself (处罚法 75¶2) is an
 * act of its own: its letter gives sixty days and six months from its arrival (复议法 20, 行政诉讼法 46), and 复议 comes first only
 * against what was decided on the spot (复议法 23). What the 复议机关 or a court changes has remedies by its own law.
 */
export function remediesTold<S extends Executed>(room: ExecutingRoom<S>, s: S): readonly RemediesTold[] {
  const decision = room.decision(s);
  const receivedOn = decision?.receivedOn ?? null;
  if (decision === null || receivedOn === null) return [];
  const changes = s.redresses.filter(
    ({ decisionNo, via, undoing }) =>
      decisionNo === decision.no && BY_LETTER.includes(via) && (undoing === 'changed' || undoing === 'partly'),
  );
  return [
    { receivedOn, first: room.reconsiderationFirst, told: room.rightsTold(s), redressNo: null },
    ...changes
      .map(({ no, effectOn }) => ({ receivedOn: effectOn, first: false, told: true, redressNo: no }))
      .toSorted((a, b) => (a.receivedOn < b.receivedOn ? -1 : 1)),
  ];
}
