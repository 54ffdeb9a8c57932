import { type AttachedFile, type BaseState, foldPlatformAct, type Json, type PlatformActType, shanghaiDay } from '#law';
import type { Client } from '../db.ts';
import { inGatheredTransaction } from '../db-together.ts';
import { SYSTEM_OPENING } from '../session.ts';
import { chainPlatformAct, SYSTEM_POST } from './append.ts';
import { letClocksTakeEffect } from './due-clocks.ts';
import { cohortOf } from './ids.ts';
import { load } from './load.ts';
import type { Platform } from './platform.ts';
import { placeOfBefore, workingOf, writeWorking } from './working.ts';

export type PlatformActRequest = {
  readonly matterId: string;
  readonly kind: string;
  readonly type: PlatformActType;
  readonly input: Readonly<Record<string, Json>>;
  readonly files: readonly AttachedFile[];
  /** Units that the act brings in. */
  readonly organisations?: readonly string[];
  /** Asked when nobody else can act on the matter any more; true: what the act is for was done meanwhile. */
  readonly unless?: (client: Client) => Promise<boolean>;
};

/**
 * An act of the platform itself on one matter (digests of renderings, a successor). `after` runs in the same transaction, for the
 * rows that belong to it. Answers false where nothing was done: the matter is gone from sight, which is a bug of the caller, or `unless`.
 */
export async function performPlatformAct(
  platform: Platform,
  request: PlatformActRequest,
  after: (client: Client, seq: number) => Promise<void>,
): Promise<boolean> {
  const kind = platform.kinds.get(request.kind);
  if (kind === undefined) return false;
  const nowMs = platform.now();
  const today = shanghaiDay(nowMs);
  return inGatheredTransaction(platform.pool, [SYSTEM_OPENING], async (client) => {
    const loaded = await load(client, {
      pool: platform.pool,
      how: 'act',
      kind: kind.kind,
      matterId: request.matterId,
      cohort: cohortOf(request.matterId),
      actor: SYSTEM_POST,
      organisations: request.organisations ?? [],
      persons: [],
      files: [],
      on: today,
      caller: null,
      key: null,
    });
    if (loaded.matter === null || (await request.unless?.(client)) === true) return false;
    const profile = platform.law().profileVersion(loaded.matter.profile_id, loaded.matter.profile_version);
    if (profile === null) throw new Error(`profile ${loaded.matter.profile_id} is not loaded`);
    const w = workingOf(
      kind,
      request.matterId,
      loaded.matter.city,
      loaded,
      { profile, calendar: platform.law().calendar },
      platform.reactsTo,
    );
    letClocksTakeEffect(w, platform.law(), today, nowMs);
    const seq = chainPlatformAct(w, { ...request, actor: SYSTEM_POST, mode: 'system', legalDate: today }, loaded.facts, nowMs);
    const state: BaseState = foldPlatformAct(w.state ?? loaded.matter.state, request.type, request.input);
    const place = placeOfBefore(w, kind.homeId(state)) ?? loaded.places.get(kind.homeId(state)) ?? null;
    if (place === null) throw new Error('a matter without a place');
    const refusal = await writeWorking(client, platform, w, state, place, today, nowMs, null, null);
    if (refusal !== null) throw new Error(`the platform's own act was refused: ${refusal.reason}`);
    await after(client, seq);
    return true;
  });
}
