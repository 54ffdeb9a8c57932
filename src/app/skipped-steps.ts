import { HELD_REPORT, type HeldReport } from '#enforcement/case-reports';
import type { BaseState, Refusal } from '#law';
import { SKIPPED_STEP_RULES, type SkippedDoubt, skippedSteps, type UntakenStep } from '#law/rules/skipped-steps';
import type { AfterAct, DoneInMatter } from '#platform/acts/after-act';
import { type Client, rows } from '#platform/db';
import { asSystem } from '#platform/findings/as-system';
import { writeFactAnswers } from '#platform/findings/write-facts';
import type { PartySealing } from '#platform/parties/hold';
import { heldBesides } from '../enforcement/case-reports/store.ts';
import { partyReader, processFacts } from './performed-penalties.ts';
import { KINDS } from './rooms.ts';

/**
 * A step that a unit's own system told of and its case could not take for a week, or that the unit's leader takes no further,
 * is judged by the rules of the step it skips: what the platform does not record must not be hidden from those who supervise.
 * What is taken after all clears them again.
 */
export function followHeldReports(sealing: PartySealing): AfterAct {
  return async (client, done): Promise<Refusal | null> => {
    const last = done.acts.at(-1);
    if (done.kind !== HELD_REPORT.kind || last === undefined) return null;
    const s = done.state as HeldReport;
    if (s.status !== 'recorded' && s.status !== 'dismissed' && !s.isLate) return null;
    const doubts = s.status === 'recorded' || s.why === 'differs' ? [] : await asked(client, sealing, s, done);
    await asSystem(client, () => write(client, done, s.ownerId, last.id, doubts));
    return null;
  };
}

async function asked(client: Client, sealing: PartySealing, s: HeldReport, done: DoneInMatter): Promise<readonly SkippedDoubt[]> {
  const { act, doneOn } = s;
  if (act == null || doneOn == null) return [];
  const context = { profile: done.profile, calendar: done.law.calendar, today: done.today };
  const found = s.caseId === null ? null : await stored(client, s.caseId);
  const matter = found === null ? null : { matterId: s.caseId ?? '', ...found };
  const facts = matter === null ? null : await processFacts(client, partyReader(client, sealing, matter), matter, context);
  const kind = KINDS.find((k) => k.kind === s.caseKind);
  const step: UntakenStep = {
    ...{ act, label: s.stepName, on: doneOn, toldToo: await heldBesides(client, { ...s, heldId: done.matterId }) },
    standing: found === null ? null : (kind?.statuses[found.state.status] ?? found.state.status),
  };
  return skippedSteps(step, facts?.process ?? null, context);
}

async function stored(client: Client, caseId: string): Promise<{ kind: string; state: BaseState } | null> {
  const [found] = await rows<{ kind: string; state: BaseState }>(client, 'select kind, state from matter where id = $1', [caseId]);
  return found ?? null;
}

async function write(
  client: Client,
  { matterId, city, cohort, place, label, title, nowMs }: DoneInMatter,
  organisationId: string,
  actId: string,
  doubts: readonly SkippedDoubt[],
): Promise<void> {
  const where = { matterId, city, cohort, regionOrd: place.regionOrd, lineOrd: place.lineOrd, label, subject: title };
  const answers = SKIPPED_STEP_RULES.map((rule) => ({
    ...{ place: where, rule },
    answers: [{ within: '', organisationId, by: { actId, source: '' }, doubts: doubts.filter((d) => d.rule.id === rule.id) }],
  }));
  await writeFactAnswers(client, answers, nowMs);
}
