import { isRefusal, type Refusal, refuse, shanghaiDay } from '#law';
import { tableOf } from '#platform/acts/kinds';
import { type ActAnswer, type Platform, perform } from '#platform/acts/perform';
import { type Client, inTransaction, type Queryable, rows } from '#platform/db';
import { type Session, SYSTEM_PREAMBLE } from '#platform/session';
import { queueTreeDays, REGISTER_LOAD, type RegisterKey } from '#registers/organisations';
import { lockRegister, recordedAt } from '../../registers/organisations/actions.ts';
import type { LoadContext, Prepared } from './loader.ts';
import { LOADERS } from './loaders.ts';
import type { Table } from './read-table.ts';

/** A file that has been read, and what of it the act keeps. */
export type ReadFile = { readonly id: string; readonly name: string; readonly sha256: string; readonly table: Table };
export type LoadRequest = { readonly register: RegisterKey; readonly file: ReadFile };

/** Holds a file against the register of this moment; writes nothing. */
export async function previewLoad(platform: Platform, city: number, request: LoadRequest): Promise<Prepared> {
  return inTransaction(platform.pool, SYSTEM_PREAMBLE, (client) => prepared(client, platform, city, request));
}

function prepared(client: Queryable, platform: Platform, city: number, { register, file }: LoadRequest): Promise<Prepared> {
  const matterTables = [...platform.kinds.values()].map(tableOf);
  const context: LoadContext = { city, today: shanghaiDay(platform.now()), matterTables };
  return LOADERS[register].prepare(client, file.table, context);
}

export type Loaded =
  | { readonly is: 'loaded'; readonly matterId: string; readonly prepared: Prepared; readonly says: string }
  | { readonly is: 'problems'; readonly prepared: Prepared }
  | { readonly is: 'changed'; readonly prepared: Prepared }
  | { readonly is: 'refused'; readonly refusal: Refusal };

/**
 * Loads what was previewed: opened by a person, written as a whole in one transaction, finished by the platform. A load
 * that was cut off is taken up again by the same file.
 */
export async function confirmLoad(platform: Platform, session: Session, request: LoadRequest, basis: string): Promise<Loaded> {
  const preview = await previewLoad(platform, session.city, request);
  if (preview.problems.length > 0) return { is: 'problems', prepared: preview };
  if (preview.basis !== basis) return { is: 'changed', prepared: preview };
  const interrupted = await interruptedLoad(platform, session.organisationId, request);
  if (interrupted === null && preview.records + preview.supersedes === 0) return { is: 'refused', refusal: NOTHING };
  const opened = interrupted ?? (await open(platform, session, request));
  if (isRefusal(opened)) return { is: 'refused', refusal: opened };
  const system = { by: { system: true, city: session.city } as const, kind: REGISTER_LOAD.kind, matterId: opened.matterId };
  if (opened.status === 'open') done(await perform(platform, { ...system, act: 'load', input: preview.counts }));
  const written = await write(platform, session.city, opened.matterId, request, basis);
  if (isRefusal(written)) {
    done(await perform(platform, { ...system, act: 'withdraw', input: { reason: written.reason } }));
    return { is: 'refused', refusal: written };
  }
  const input = { recorded: written.records, superseded: written.supersedes };
  const finished = done(await perform(platform, { ...system, act: 'finish', input }));
  return { is: 'loaded', matterId: opened.matterId, prepared: written, says: finished.says };
}

const NOTHING = refuse('nothing-to-load', null, '文件与名录一致，没有需要载入的变化');
const OVERTAKEN = refuse('register-changed', null, '名录在预览之后已有变化，请重新预览');

type OpenLoad = { readonly matterId: string; readonly status: string };

async function interruptedLoad(platform: Platform, managerId: string, { register, file }: LoadRequest): Promise<OpenLoad | null> {
  const found = await inTransaction(platform.pool, SYSTEM_PREAMBLE, (client) =>
    rows<OpenLoad>(
      client,
      `select m.id as "matterId", m.status from matter m join register_load r on r.matter_id = m.id and r.cohort = m.cohort
       where m.home_id = $1 and r.register = $2 and r.sha256 = $3 and m.closed_on is null`,
      [managerId, register, file.sha256],
    ),
  );
  return found[0] ?? null;
}

async function open(platform: Platform, session: Session, { register, file }: LoadRequest): Promise<OpenLoad | Refusal> {
  const answer = await perform(platform, {
    by: session,
    kind: REGISTER_LOAD.kind,
    act: 'open',
    matterId: null,
    input: {
      register,
      manager: session.organisationId,
      source: file.name,
      sha256: file.sha256,
      rows: file.table.rows.length,
      file: [file.id],
    },
  });
  if (answer.ok) return { matterId: answer.done.matterId, status: answer.done.status };
  if (answer.error === 'refused') return answer.refusal;
  throw new Error(`register-load open: ${JSON.stringify(answer)}`);
}

/** One transaction under the register's lock: what is written is exactly what was previewed, or nothing is. */
async function write(platform: Platform, city: number, matterId: string, request: LoadRequest, basis: string): Promise<Prepared | Refusal> {
  return inTransaction(platform.pool, SYSTEM_PREAMBLE, async (client) => {
    await lockRegister(client, city);
    const plan = await prepared(client, platform, city, request);
    if (plan.problems.length > 0 || plan.basis !== basis) return OVERTAKEN;
    const at = await recordedAt(client, LOADERS[request.register].table, platform.now());
    const actId = await loadActOf(client, matterId);
    const refusal = await plan.carryOut(client, { actId, at, today: shanghaiDay(platform.now()) });
    if (refusal === null && request.register === 'organisations') await queueTreeDays(client, actId, shanghaiDay(platform.now()));
    return refusal ?? plan;
  });
}

async function loadActOf(client: Client, matterId: string): Promise<string> {
  const [act] = await rows<{ id: string }>(client, `select id from act where matter_id = $1 and type = 'load'`, [matterId]);
  if (act === undefined) throw new Error(`no load act in ${matterId}`);
  return act.id;
}

function done(answer: ActAnswer) {
  if (!answer.ok) throw new Error(`register-load: ${JSON.stringify(answer)}`);
  return answer.done;
}
