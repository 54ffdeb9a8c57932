import { rowOf } from '#law';
import { inTransaction, rows } from '#platform/db';
import { visible } from '#platform/matters/visible';
import { type Session, sessionPreamble } from '#platform/session';
import { type Fate, workThrough } from './actions-case.ts';
import type { ReportDeps, Reporter } from './actions-step.ts';
import type { ReportedStep, ReportsAnswer, ReportsBody, StepAnswer } from './contract.ts';
import { findingsOf } from './store.ts';

type CaseAnswer = ReportsAnswer['cases'][number];

/**
 * What a unit's own system tells of its cases, step by step, each with an answer of its own: taken into the case, taken
 * before, or held for a person. Steps may come in any order and over several calls; one that waits for another is taken as
 * soon as that has come. Nothing that was told is lost, and the same told again changes nothing.
 */
export async function reportCases(deps: ReportDeps, session: Session, kind: string, { cases }: ReportsBody): Promise<ReportsAnswer> {
  const told: CaseAnswer[] = [];
  for (const { caseRef, steps } of cases) {
    const by = { session, key: { organisationId: session.organisationId, city: session.city, kind, caseRef } };
    told.push(await reportCase(deps, by, steps));
  }
  const count = (outcome: StepAnswer['outcome']): number =>
    told.reduce((sum, { steps }) => sum + steps.filter((s) => s.outcome === outcome).length, 0);
  return { recorded: count('recorded'), same: count('same'), held: count('held'), cases: told };
}

async function reportCase(deps: ReportDeps, by: Reporter, steps: readonly ReportedStep[]): Promise<CaseAnswer> {
  const { matterId, fates } = await workThrough(deps, by, steps);
  const standing = await standingOf(deps, by, matterId);
  return { caseRef: by.key.caseRef, matterId, ...standing, steps: steps.map((step) => answerOf(step, fates.get(step))) };
}

function answerOf({ stepRef }: ReportedStep, fate: Fate | undefined): StepAnswer {
  if (fate === undefined) throw new Error('a step without a fate');
  const blank = { stepRef, outcome: fate.is, seq: null, number: null, reason: null, article: null, problems: [], heldId: null };
  if (fate.is === 'held') {
    const { reason, article, problems } = fate.why;
    return { ...blank, reason, article, problems: [...problems], heldId: fate.heldId };
  }
  return fate.is === 'same' ? { ...blank, seq: fate.seq } : { ...blank, seq: fate.seq, number: fate.number };
}

/** Where the case now stands and what is doubted of it, as far as its sender may see. */
async function standingOf(
  { platform }: ReportDeps,
  { session, key }: Reporter,
  matterId: string | null,
): Promise<Pick<CaseAnswer, 'status' | 'statusName' | 'findings'>> {
  if (matterId === null) return { status: null, statusName: null, findings: [] };
  return inTransaction(platform.pool, sessionPreamble(session, platform.now()), async (client) => {
    const [found] = await rows<{ status: string }>(
      client,
      `select m.status from matter m where m.id = $1 and ${visible(session, 'm', 'id')}`,
      [matterId],
    );
    if (found === undefined) return { status: null, statusName: null, findings: [] };
    const statusName = platform.kinds.get(key.kind)?.statuses[found.status] ?? found.status;
    return { status: found.status, statusName, findings: await findingsOf(client, session, matterId) };
  });
}

/** The kinds of case that a unit's own system may tell of: those whose opening a machine may report. */
export function reportableKinds({ platform }: Pick<ReportDeps, 'platform'>): readonly { readonly kind: string; readonly name: string }[] {
  return [...platform.kinds.values()].filter((kind) =>
    Object.keys(kind.lifecycle).some((act) => {
      const row = rowOf(kind, act);
      return row?.from === 'start' && row.reportedBy?.some((may) => 'roles' in may && may.roles.includes('machine')) === true;
    }),
  );
}
