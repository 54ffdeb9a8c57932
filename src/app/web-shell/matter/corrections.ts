import { canonicalJson, isJsonObject, type Json } from '#law';
import type { TimelineAct } from '#ui/api/types.ts';

/** The body of POST /api/matters/:id/corrections. */
export type CorrectionBody = {
  readonly ifSeq: number;
  readonly seq: number;
  readonly retract: boolean;
  readonly fields: { readonly [key: string]: Json };
  readonly legalDate: string | null;
  readonly reason: string;
  readonly proof: readonly string[];
  readonly proposal: number | null;
};
export type CorrectionAnswer = { readonly seq: number; readonly done: boolean; readonly says: string };

/** A proposal that nobody has confirmed: dates, amounts and parties need a second person. */
export function isOpenProposal(act: TimelineAct, timeline: readonly TimelineAct[]): boolean {
  if (act.type !== 'platform.propose') return false;
  return !timeline.some((later) => later.seq > act.seq && later.input?.['proposal'] === act.seq);
}

/** The same correction again, confirmed by another person; null where the proposal cannot be read. */
export function confirmationOf(act: TimelineAct, ifSeq: number): CorrectionBody | null {
  const { input } = act;
  const seq = input?.['seq'];
  if (input === null || typeof seq !== 'number') return null;
  const fields = input['fields'];
  return {
    ifSeq,
    seq,
    retract: input['retract'] === true,
    fields: isJsonObject(fields) ? fields : {},
    legalDate: typeof input['legalDate'] === 'string' ? input['legalDate'] : null,
    reason: typeof input['reason'] === 'string' ? input['reason'] : '',
    proof: [],
    proposal: act.seq,
  };
}

/** Only what differs from the record goes out; the order of keys is no difference. */
export function changedFields(
  before: { readonly [key: string]: Json },
  after: { readonly [key: string]: Json },
): { readonly [key: string]: Json } {
  return Object.fromEntries(Object.entries(after).filter(([key, value]) => canonicalJson(value) !== canonicalJson(before[key] ?? null)));
}
