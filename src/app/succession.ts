import { addDays, type Json, shanghaiDay } from '#law';
import { tableOf } from '#platform/acts/kinds';
import { perform } from '#platform/acts/perform';
import { performPlatformAct } from '#platform/acts/platform-act';
import { inTransaction, rows } from '#platform/db';
import type { Handler, OutboxItem } from '#platform/outbox';
import { SYSTEM_PREAMBLE } from '#platform/session';
import { settleTrees, TREES_DUE } from '#registers/organisations';
import type { SubjectChange } from '#registers/subject-changes';
import { passTexts } from '../registers/list-changes/store.ts';
import { EFFECT_DUE, openMattersWith, succession, successorOf } from '../registers/subject-changes/actions.ts';
import type { Opened } from './opened.ts';

type Platform = Pick<Opened, 'platform'>;

/** An announced change is written into the register by an act of the platform, under the register's own lock. */
export async function recordChange(opened: Platform, item: OutboxItem): Promise<void> {
  await bySystem(opened, item, 'register', {});
}

/** The day of a change has come: it takes effect, and whatever its unit left open passes to the successor, each by an act. */
export function successionHandlers(opened: Platform): readonly [string, Handler][] {
  return [
    [EFFECT_DUE, (item) => takeEffect(opened, item)],
    [TREES_DUE, (item) => settle(opened, item)],
  ];
}

/** A day on which records of a load begin or end: the trees are numbered as they stand from then on. */
async function settle({ platform }: Platform, item: OutboxItem): Promise<void> {
  const nowMs = platform.now();
  const matterTables = [...platform.kinds.values()].map(tableOf);
  const refusal = await inTransaction(platform.pool, SYSTEM_PREAMBLE, (client) =>
    settleTrees(client, { actId: '', city: item.city, today: shanghaiDay(nowMs), nowMs, matterTables }),
  );
  if (refusal !== null) throw new Error(refusal.reason);
}

async function takeEffect(opened: Platform, item: OutboxItem): Promise<void> {
  await bySystem(opened, item, 'take-effect', {});
  const change = await changeOf(opened, item.matter_id);
  const to = successorOf(item.matter_id, change.wanted);
  const { unitId } = change.wanted;
  if (change.status !== 'passing' || to === null || unitId === null) return;
  const passed = await passOn(opened, item.matter_id, change, { from: unitId, to });
  await bySystem(opened, item, 'finish', { passed });
}

/** Answers how many passed, sealed ones left out: their number is not for those who read the change. */
async function passOn(
  { platform }: Platform,
  changeId: string,
  change: SubjectChange,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<number> {
  const { effectiveOn } = change.wanted;
  const names = await succession(platform.pool, from, to, addDays(effectiveOn, -1), effectiveOn);
  const input = { from, to, ...names, basis: change.letter?.number ?? '' };
  const open = await openMattersWith(platform.pool, from, changeId);
  for (const { id, kind } of open)
    await performPlatformAct(
      platform,
      { matterId: id, kind, type: 'platform.succeed', input, files: [], organisations: [to] },
      async (client) => (kind === 'list-change' ? passTexts(client, id, { from, to }) : undefined),
    );
  return open.filter((m) => m.label < 4).length;
}

async function bySystem({ platform }: Platform, item: OutboxItem, act: string, input: Json): Promise<void> {
  const answer = await perform(platform, {
    by: { system: true, city: item.city },
    kind: 'subject-change',
    act,
    matterId: item.matter_id,
    input,
    idempotencyKey: `reaction-${item.id}-${act}`,
  });
  if (!answer.ok) throw new Error(`${act}: ${JSON.stringify(answer)}`);
}

async function changeOf({ platform }: Platform, id: string): Promise<SubjectChange> {
  const [matter] = await inTransaction(platform.pool, SYSTEM_PREAMBLE, (client) =>
    rows<{ state: SubjectChange }>(client, 'select state from matter where id = $1', [id]),
  );
  if (matter === undefined) throw new Error('the change of a subject is gone');
  return matter.state;
}
