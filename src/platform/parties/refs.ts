import { isJsonObject, type MatterKind, type PartyRef, type StoredAct } from '#law';
import type { Queryable } from '../db.ts';
import { type PartySealing, partiesIn, sealOf } from './hold.ts';
import { opened, storedParties } from './store.ts';

/** Every party that the acts of a matter refer to, those of corrections and their proposals among them. */
export function partiesOf(kind: MatterKind, acts: readonly StoredAct[]): ReadonlyMap<string, PartyRef> {
  const refs = acts.flatMap(({ frame, payload: { input } }) => {
    const { fields, seq } = input;
    const about = acts.find((a) => a.frame.seq === seq)?.frame.type ?? '';
    const corrected = isJsonObject(fields) ? partiesIn(kind.forms[about] ?? {}, fields) : [];
    return [...partiesIn(kind.forms[frame.type] ?? {}, input), ...corrected];
  });
  return new Map(refs.map((ref) => [ref.id, ref]));
}

/** What is wrong with the encrypted rows behind a matter's references; with the keys also whether they hold what the acts are bound to. */
export async function partyFaults(
  client: Queryable,
  sealing: PartySealing | undefined,
  matterId: string,
  refs: ReadonlyMap<string, PartyRef>,
): Promise<readonly string[]> {
  if (refs.size === 0) return [];
  const ids = [...refs.keys()];
  const stored = await storedParties(client, matterId, ids);
  if (stored.length !== ids.length) return ['当事人信息缺失，没有抹除记录'];
  if (sealing === undefined) return [];
  const open = opened(sealing, stored);
  const isWhole = [...refs].every(([id, ref]) => {
    const details = open.get(id);
    return details !== undefined && sealOf(sealing, id, details) === ref.seal;
  });
  return isWhole ? [] : ['当事人信息与办理记录不符'];
}
