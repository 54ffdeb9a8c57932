import { type LocalDate, parseLocalDate, refuse, rowOf, shanghaiDay } from '#law';
import { type Client, sqlState } from '../db.ts';
import { inGatheredTransaction } from '../db-together.ts';
import { holdParties, refOf, sealingOf } from '../parties/hold.ts';
import { isUuid, SYSTEM_OPENING, sessionOpening } from '../session.ts';
import { carryOut } from './carry-out.ts';
import { newId } from './ids.ts';
import type { Job } from './job.ts';
import { type InputProblem, namedIn, parseInput } from './parse-input.ts';
import type { Platform } from './platform.ts';
import type { ActAnswer, ActRequest } from './request.ts';

export type { ActAnswer, ActRequest, Performed } from './request.ts';
export type { Platform };

/**
 * The one way in which anything happens: parse, load, let due clocks take effect, decide, append, settle, write, in
 * one transaction. Nothing is written when the answer is not ok, save nothing at all.
 */
export async function perform(platform: Platform, request: ActRequest): Promise<ActAnswer> {
  const job = jobOf(platform, request);
  if ('ok' in job) return job;
  try {
    return await attempt(job);
  } catch (error) {
    // The same key arrived twice at once: the other one has won, its answer is ours.
    if (request.idempotencyKey !== undefined && sqlState(error) === '23505') return attempt(job);
    throw error;
  }
}

/**
 * The same as one step of the platform's own work, in the caller's transaction under the system's role. The caller undoes
 * it (to a savepoint) where the answer is not ok.
 */
export async function performWithin(
  client: Client,
  platform: Platform,
  request: ActRequest & { readonly by: { readonly system: true } },
): Promise<ActAnswer> {
  const job = jobOf(platform, request);
  return 'ok' in job ? job : carryOut(client, job);
}

function jobOf(platform: Platform, request: ActRequest): Job | Extract<ActAnswer, { ok: false }> {
  const kind = platform.kinds.get(request.kind);
  const row = kind === undefined ? null : rowOf(kind, request.act);
  const form = kind?.forms[request.act];
  if (request.matterId !== null && !isUuid(request.matterId)) return { ok: false, error: 'absent' };
  if (kind === undefined || row === null || form === undefined || (request.matterId === null) !== (row.from === 'start'))
    return { ok: false, error: 'absent' };
  const nowMs = platform.now();
  const today = shanghaiDay(nowMs);
  const parsed = parseInput(form, request.input, { today });
  if (!parsed.ok) return { ok: false, error: 'input', problems: parsed.problems };
  const at = times(request, today);
  if ('path' in at) return { ok: false, error: 'input', problems: [at] };
  const { input, held } = holdParties(form, parsed.value, (details) => refOf(sealingOf(platform), newId(nowMs), details));
  return { platform, request, kind, row, input, held, named: namedIn(form, input), nowMs, ...at };
}

function times(request: ActRequest, today: LocalDate): { today: LocalDate; legalDate: LocalDate; legalTime: string | null } | InputProblem {
  const legalDate = request.legalDate === undefined ? today : parseLocalDate(request.legalDate);
  const legalTime = request.legalTime ?? null;
  if (legalDate === null) return { path: 'legalDate', label: '办理日期', reason: '不是有效日期（应为 年-月-日）' };
  if (legalTime !== null && !/^([01]\d|2[0-3]):[0-5]\d$/.test(legalTime))
    return { path: 'legalTime', label: '办理时刻', reason: '应为 时:分' };
  return { today, legalDate, legalTime };
}

async function attempt(job: Job): Promise<ActAnswer> {
  const { request, platform } = job;
  const opening = 'system' in request.by ? SYSTEM_OPENING : sessionOpening(request.by, job.nowMs, 'app_act', request.confirmation);
  let answer: ActAnswer | null = null;
  await inGatheredTransaction(platform.pool, [opening], async (client) => {
    answer = await carryOut(client, job);
    return answer.ok ? null : refuse(answer.error, null, '');
  });
  if (answer === null) throw new Error('no answer');
  return answer;
}
