import { type Refusal, refuse } from '#law';
import type { AfterAct, DoneInMatter } from '#platform/acts/after-act';
import type { Client } from '#platform/db';
import { lockRegister, recordedAt } from '#registers/organisations';
import { carryOutLists, type KeptList } from '#registers/power-lists';
import { TEXT_GONE } from './actions.ts';
import { heldAgainst, refusalOf } from './actions-plan.ts';
import { ART_8_9 } from './lifecycle/conditions.ts';
import type { ListChange } from './model.ts';
import { isRegistered, linesOf } from './store.ts';

/** Behind every act on a change of a list: lines that cannot stand go no further, published ones are registered with the act. */
export const followListChange: AfterAct = async (client, done) => {
  const last = done.acts.at(-1);
  if (done.kind !== 'list-change' || last === undefined) return null;
  const state = done.state as ListChange;
  switch (last.type) {
    case 'submit':
      return refusalNow(client, done, state);
    case 'publish':
      return register(client, done, state, last.id);
    case 'platform.retract':
      return state.status !== 'published' && (await isRegistered(client, done.matterId)) ? PUBLISHED : null;
    default:
      return null;
  }
};

const PUBLISHED = refuse('published', ART_8_9, '已公布的清单调整不能撤销录入；另行办理一次清单调整');

async function refusalNow(client: Client, { city, today }: DoneInMatter, state: ListChange): Promise<Refusal | null> {
  const lines = await linesOf(client, state.unitId, state.proposed.digest);
  if (lines === null) return TEXT_GONE;
  const { plan } = await heldAgainst(client, { city, unitId: state.unitId, list: state.list as KeptList, today }, lines);
  if (plan.backdated.length > 0 && state.grounds === null) return backdated(plan.backdated.length);
  return refusalOf(plan);
}

const backdated = (count: number): Refusal =>
  refuse('no-grounds', ART_8_9, `有${count}项自今日以前的日期起生效或者终止，没有写明追溯生效的依据；请退回补写`);

/** Loads and publications wait for each other: what is registered is what was held against the register as it stands. */
async function register(client: Client, done: DoneInMatter, state: ListChange, actId: string): Promise<Refusal | null> {
  const { publication, unitId, proposed } = state;
  const list = state.list as KeptList;
  await lockRegister(client, done.city);
  const lines = await linesOf(client, unitId, proposed.digest);
  if (lines === null || publication === null) return TEXT_GONE;
  const { plan } = await heldAgainst(client, { city: done.city, unitId, list, today: done.today }, lines, publication);
  const refusal = refusalOf(plan);
  if (refusal !== null) return refusal;
  if (plan.differences.length === 0) return refuse('nothing-changes', ART_8_9, '这些内容清单里已经都有，没有可以公布的变化');
  if (plan.backdated.length > 0 && state.grounds === null) return backdated(plan.backdated.length);
  const at = await recordedAt(client, 'list_entry_record', done.nowMs);
  await carryOutLists(client, done.city, plan, { actId, at });
  await client.query(
    `update list_change_text set matter_id = $3, list = $4, published_on = $5, differences = $6 where organisation_id = $1 and sha256 = $2`,
    [unitId, proposed.digest, done.matterId, list, publication.on, JSON.stringify(plan.differences)],
  );
  return null;
}
