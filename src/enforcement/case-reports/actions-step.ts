import { canonicalJson, type FormFields, formatCitation, type Json, type MatterKind, rowOf } from '#law';
import type { AfterAct } from '#platform/acts/after-act';
import type { InputProblem } from '#platform/acts/parse-input';
import { type ActAnswer, type Performed, type Platform, perform } from '#platform/acts/perform';
import { inTransaction } from '#platform/db';
import { inGatheredTransaction } from '#platform/db-together';
import type { IdentityKeys } from '#platform/identity/keys';
import { isUuid, type Session, sessionOpening, sessionPreamble } from '#platform/session';
import type { ReportedStep } from './contract.ts';
import type { Why } from './model.ts';
import { type CaseKey, type KeptStep, keepCase, keepStep, officersByNumber } from './store.ts';

export type ReportDeps = {
  readonly platform: Platform;
  readonly sealing: Pick<IdentityKeys, 'seal' | 'unseal' | 'mark'>;
  /** Without it a case is judged behind each of its steps. */
  readonly judging?: JudgingAtTheEnd;
};
/** A case is judged when all has been taken that one call tells of it: `later` stands behind each step but the last, `settle` at the end. */
export type JudgingAtTheEnd = {
  readonly later: AfterAct;
  /** `isJudged`: the last step has been judged in its own transaction. */
  readonly settle: (city: number, matterId: string, isJudged: boolean) => Promise<void>;
};
/** Who tells of which case. */
export type Reporter = { readonly session: Session; readonly key: CaseKey };

/** Taken into its case, or why not. */
export type Attempt =
  | { readonly taken: true; readonly done: Performed }
  | {
      readonly taken: false;
      readonly why: Why;
      readonly reason: string;
      readonly article: string | null;
      readonly problems: readonly InputProblem[];
      /** What was done after it waits until it has been put right: taken at its place it would no longer fit in. */
      readonly blocks: boolean;
    };
export type NotTaken = Extract<Attempt, { taken: false }>;

/** Told under the case's own number; keyed, because a step may tell of a person. */
export function digestOfStep({ sealing }: Pick<ReportDeps, 'sealing'>, step: ReportedStep): Buffer {
  return sealing.mark(`case report ${canonicalJson(step as unknown as Json)}`);
}

/** One step as an act that happened elsewhere: conditions of law that it missed become findings of its case. `isFollowed`: more of the case is told at once. */
export async function attemptStep(
  deps: ReportDeps,
  by: Reporter,
  step: ReportedStep,
  matterId: string | null,
  isFollowed: boolean,
): Promise<Attempt> {
  const platform = isFollowed && deps.judging !== undefined ? { ...deps.platform, afterAct: deps.judging.later } : deps.platform;
  const { session, key } = by;
  const kind = platform.kinds.get(key.kind);
  const row = kind === undefined ? null : rowOf(kind, step.act);
  const form = kind?.forms[step.act];
  if (kind === undefined || row === null || form === undefined) return fault('faulty', `没有“${step.act}”这一步骤`);
  const opens = row.from === 'start';
  if (!opens && matterId === null) return fault('early', `案件还没有登记，先报送“${openingOf(kind)}”`);
  if (opens && matterId !== null) return fault('differs', '案件已经登记；同一案件只登记一次');
  const input = await withOfficers(deps, session, form, step.input);
  const answer = await perform(platform, {
    ...{ by: session, kind: key.kind, act: step.act, matterId, input },
    ...{ legalDate: step.on, reported: { source: `${key.caseRef} ${step.stepRef}` } },
    ...(step.at === undefined ? {} : { legalTime: step.at }),
    idempotencyKey: keyOf(deps, key, step),
  });
  return answer.ok ? { taken: true, done: answer.done } : whyNot(answer);
}

/** Notes where the step now stands: the same told again is answered from here. `isOpening`: the case is told of for the first time. */
export async function keepTaken(
  { platform }: ReportDeps,
  { session, key }: Reporter,
  kept: KeptStep,
  opened: { readonly matterId: string; readonly isOpening: boolean },
): Promise<void> {
  await inGatheredTransaction(platform.pool, [sessionOpening(session, platform.now())], async (client) => {
    if (opened.isOpening) await keepCase(client, key, opened.matterId);
    await keepStep(client, key, kept);
  });
}

/** One number in a case is one act, however often it is sent. */
function keyOf({ sealing }: ReportDeps, { organisationId, kind, caseRef }: CaseKey, { stepRef }: ReportedStep): string {
  return sealing
    .mark(`case step ${canonicalJson([organisationId, kind, caseRef, stepRef])}`)
    .toString('hex')
    .slice(0, 64);
}

function whyNot(answer: Extract<ActAnswer, { ok: false }>): NotTaken {
  switch (answer.error) {
    case 'input':
      return {
        ...fault('faulty', answer.problems.map((p) => `${p.label}：${p.reason}`).join('；')),
        problems: answer.problems,
        blocks: true,
      };
    case 'refused': {
      const { refused, cite, reason } = answer.refusal;
      const article = cite === null ? null : formatCitation(cite);
      if (refused === 'wrong-state') return { ...fault('early', reason), article };
      return { ...fault('form', reason), article, blocks: !WAITS_FOR_LATER.has(refused) };
    }
    case 'key-reused':
      return fault('differs', '同一编号的步骤已经记入，内容不同');
    case 'absent':
    case 'changed':
      return fault('form', '案件已经不在本单位办理');
  }
}

/**
 * What would let the step in is told on a later day (the end of a dispute, its consequences, a letter's arrival), or never: whatever
 * follows must not wait for the step, or both would wait for each other.
 */
const WAITS_FOR_LATER: ReadonlySet<string> = new Set(['before-last-step', 'disputed', 'not-settled', 'amending', 'rectifying']);

function fault(why: Why, reason: string): NotTaken {
  return { taken: false, why, reason, article: null, problems: [], blocks: false };
}

function openingOf(kind: MatterKind): string {
  const opening = Object.keys(kind.lifecycle).find((act) => rowOf(kind, act)?.from === 'start');
  return opening === undefined ? kind.name : (rowOf(kind, opening)?.label ?? opening);
}

type Input = ReportedStep['input'];

/** A system knows its officers by the numbers of their certificates. */
async function withOfficers({ platform }: ReportDeps, session: Session, form: FormFields, input: Input): Promise<Input> {
  const fields = Object.keys(form).filter((key) => form[key]?.as === 'persons');
  const named = fields.flatMap((key) => listOf(input[key])).filter((one) => !isUuid(one));
  if (named.length === 0) return input;
  const found = await inTransaction(platform.pool, sessionPreamble(session, platform.now()), (client) => officersByNumber(client, named));
  const replaced = fields.map((key) => [key, listOf(input[key]).map((one) => found.get(one) ?? one)] as const);
  return { ...input, ...Object.fromEntries(replaced.filter(([key]) => Array.isArray(input[key]))) };
}

function listOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
}
