import { rowOf } from '#law';
import { inTransaction } from '#platform/db';
import { SYSTEM_PREAMBLE } from '#platform/session';
import { holdAgain, holdStep, openBody, settleHeld } from './actions-holding.ts';
import { attemptStep, digestOfStep, keepTaken, type NotTaken, type ReportDeps, type Reporter } from './actions-step.ts';
import type { ReportedStep } from './contract.ts';
import { caseOf, heldBodies, type KeptStep, stepsOf } from './store.ts';

/** What became of one step that was told. */
export type Fate =
  | { readonly is: 'recorded'; readonly seq: number; readonly number: string | null }
  | { readonly is: 'same'; readonly seq: number }
  | { readonly is: 'held'; readonly heldId: string; readonly why: NotTaken };
export type Worked = { readonly matterId: string | null; readonly fates: ReadonlyMap<ReportedStep, Fate> };

type Pending = { readonly step: ReportedStep; readonly isTold: boolean };
type Work = {
  readonly deps: ReportDeps;
  readonly by: Reporter;
  readonly known: Map<string, KeptStep>;
  readonly fates: Map<ReportedStep, Fate>;
  matterId: string | null;
  /** How the steps taken have left the case: null, none has put off its judgement. */
  left: 'to-judge' | 'judged' | null;
};

/**
 * Takes into the case what is told now and what was held before, in the order of its days; what cannot be taken is held, and
 * what follows something that must be put right first waits for it, so that nothing is taken out of its order. `asked`: the
 * held step of which a person has asked to try it again.
 */
export async function workThrough(
  deps: ReportDeps,
  by: Reporter,
  told: readonly ReportedStep[],
  asked: string | null = null,
): Promise<Worked> {
  const w = await begun(deps, by);
  const failed = await takeAll(w, await pendingOf(w, told));
  if (w.left !== null && w.matterId !== null) await deps.judging?.settle(by.key.city, w.matterId, w.left === 'judged');
  for (const [{ step, isTold }, why] of failed) {
    const known = w.known.get(step.stepRef) ?? null;
    if (isTold) w.fates.set(step, { is: 'held', heldId: await holdStep(deps, by, step, why, w.matterId, known), why });
    else if (asked !== null && known?.heldId === asked) await holdAgain(deps, by.key.city, asked, why, w.matterId);
  }
  return { matterId: w.matterId, fates: w.fates };
}

async function begun(deps: ReportDeps, by: Reporter): Promise<Work> {
  return inTransaction(deps.platform.pool, SYSTEM_PREAMBLE, async (client) => {
    const known = await stepsOf(client, by.key);
    return {
      deps,
      by,
      known: new Map(known.map((k) => [k.stepRef, k])),
      fates: new Map(),
      matterId: await caseOf(client, by.key),
      left: null,
    };
  });
}

/** What is told now, and what was held and is not told anew, by the days on which it was done; of one day in the order told. */
async function pendingOf(w: Work, told: readonly ReportedStep[]): Promise<readonly Pending[]> {
  const anew = new Set(told.map(({ stepRef }) => stepRef));
  const bodies = await inTransaction(w.deps.platform.pool, SYSTEM_PREAMBLE, (client) => heldBodies(client, w.by.key));
  const held = bodies.map((body) => openBody(w.deps, body)).filter(({ stepRef }) => !anew.has(stepRef));
  const at = ({ on, at = '' }: ReportedStep): string => `${on} ${at}`;
  return [...held.map((step) => ({ step, isTold: false })), ...told.map((step) => ({ step, isTold: true }))].sort((a, b) =>
    at(a.step) < at(b.step) ? -1 : at(a.step) > at(b.step) ? 1 : 0,
  );
}

/** Round after round until nothing more can be taken; what is left, with the reason. */
async function takeAll(w: Work, pending: readonly Pending[]): Promise<ReadonlyMap<Pending, NotTaken>> {
  for (let left = pending; ; ) {
    const failed = await takeRound(w, left);
    if (failed.size === 0 || failed.size === left.length) return failed;
    left = left.filter((one) => failed.has(one));
  }
}

async function takeRound(w: Work, left: readonly Pending[]): Promise<Map<Pending, NotTaken>> {
  const failed = new Map<Pending, NotTaken>();
  let blocked: ReportedStep | null = null;
  for (const [i, one] of left.entries()) {
    const why: NotTaken | null = await take(w, one.step, blocked, i + 1 < left.length);
    if (why === null) continue;
    failed.set(one, why);
    if (why.blocks && blocked === null) blocked = one.step;
  }
  return failed;
}

async function take(w: Work, step: ReportedStep, blocked: ReportedStep | null, isFollowed: boolean): Promise<NotTaken | null> {
  const { deps, by } = w;
  const known = w.known.get(step.stepRef);
  const digest = digestOfStep(deps, step);
  if (known !== undefined && known.seq !== null) {
    if (!known.digest.equals(digest)) return DIFFERS;
    w.fates.set(step, { is: 'same', seq: known.seq });
    return null;
  }
  if (blocked !== null) return waitsFor(w, blocked);
  const attempt = await attemptStep(deps, by, step, w.matterId, isFollowed);
  if (!attempt.taken) return attempt;
  if (isFollowed || w.left !== null) w.left = isFollowed ? 'to-judge' : 'judged';
  const { seq, number, matterId } = attempt.done;
  const heldId = known?.heldId ?? null;
  const isOpening = w.matterId === null;
  w.matterId ??= matterId;
  w.known.set(step.stepRef, { stepRef: step.stepRef, digest, seq, heldId });
  await keepTaken(deps, by, { stepRef: step.stepRef, digest, seq, heldId }, { matterId, isOpening });
  if (heldId !== null) await settleHeld(deps, by.key.city, heldId);
  w.fates.set(step, { is: 'recorded', seq, number });
  return null;
}

const PLAIN = { taken: false, article: null, problems: [], blocks: false } as const;
const DIFFERS: NotTaken = {
  ...PLAIN,
  why: 'differs',
  reason: '同一编号的步骤已经记入，内容不同；记入的有误的，由本单位人员在办件页更正',
};

function waitsFor({ deps, by }: Work, { act, stepRef }: ReportedStep): NotTaken {
  const kind = deps.platform.kinds.get(by.key.kind);
  const label = kind === undefined ? act : (rowOf(kind, act)?.label ?? act);
  return { ...PLAIN, why: 'early', reason: `前面的“${label}”（步骤${stepRef}）还没有记入，改正以后一并记入` };
}
