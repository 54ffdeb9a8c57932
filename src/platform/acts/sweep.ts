import { type MatterKind, shanghaiDay } from '#law';
import { inTransaction, rows } from '../db.ts';
import { inGatheredTransaction } from '../db-together.ts';
import { SYSTEM_OPENING, SYSTEM_PREAMBLE } from '../session.ts';
import { SYSTEM_POST } from './append.ts';
import { letClocksTakeEffect } from './due-clocks.ts';
import { load } from './load.ts';
import type { Platform } from './platform.ts';
import { placeOfBefore, workingOf, writeWorking } from './working.ts';

type Due = { id: string; cohort: number; kind: string };

/**
 * Takes the matters whose time has come, earliest first, and lets their clocks take effect. Finds them by index and
 * never scans; safe beside other sweepers and after any downtime. Answers how many it handled.
 */
export async function sweep(platform: Platform, batch = 100): Promise<number> {
  const due = await inTransaction(platform.pool, SYSTEM_PREAMBLE, (client) =>
    rows<Due>(client, 'select id, cohort, kind from matter where wake_at <= $1 order by wake_at limit $2', [
      new Date(platform.now()).toISOString(),
      batch,
    ]),
  );
  for (const matter of due) {
    const kind = platform.kinds.get(matter.kind);
    if (kind !== undefined) await sweepOne(platform, kind, matter);
  }
  return due.length;
}

/** One matter in one transaction: one that fails holds up no other. */
async function sweepOne(platform: Platform, kind: MatterKind, due: Due): Promise<void> {
  const nowMs = platform.now();
  const today = shanghaiDay(nowMs);
  await inGatheredTransaction(platform.pool, [SYSTEM_OPENING], async (client) => {
    const locked = await rows(client, 'select 1 from matter where id = $1 and cohort = $2 and wake_at <= $3 for update skip locked', [
      due.id,
      due.cohort,
      new Date(nowMs).toISOString(),
    ]);
    if (locked.length === 0) return;
    const loaded = await load(client, {
      pool: platform.pool,
      how: 'held',
      kind: due.kind,
      matterId: due.id,
      cohort: due.cohort,
      actor: SYSTEM_POST,
      organisations: [],
      persons: [],
      files: [],
      on: today,
      caller: null,
      key: null,
    });
    if (loaded.matter === null) return;
    const law = platform.law();
    const profile = law.profileVersion(loaded.matter.profile_id, loaded.matter.profile_version);
    if (profile === null) throw new Error(`profile ${loaded.matter.profile_id} is not loaded`);
    const w = workingOf(kind, due.id, loaded.matter.city, loaded, { profile, calendar: law.calendar }, platform.reactsTo);
    letClocksTakeEffect(w, law, today, nowMs);
    const state = w.state ?? loaded.matter.state;
    const place = placeOfBefore(w, kind.homeId(state)) ?? loaded.places.get(kind.homeId(state)) ?? null;
    if (place === null) throw new Error('a matter without a place');
    const refusal = await writeWorking(client, platform, w, state, place, today, nowMs, null, null);
    if (refusal !== null) throw new Error(`the platform's own act was refused: ${refusal.reason}`);
  });
}

/** After a holiday notice has been loaded: every clock that was provisional is counted again. Answers how many matters. */
export async function recountProvisional(platform: Platform): Promise<number> {
  const { rowCount } = await inTransaction(platform.pool, SYSTEM_PREAMBLE, (client) =>
    client.query(
      `update matter m set wake_at = $1 where exists
         (select 1 from clock c where c.city = m.city and c.cohort = m.cohort and c.matter_id = m.id and c.provisional and c.stopped_on is null)`,
      [new Date(platform.now()).toISOString()],
    ),
  );
  return rowCount ?? 0;
}
