import { type BaseState, isRefusal, type Refusal, refuse } from '#law';
import type { AfterAct, DoneInMatter } from '#platform/acts/after-act';
import { asSystem } from '#platform/findings/as-system';
import { type DecisionBody, decideFindings, lockFindings, type OpenFinding, onEach } from '#platform/findings/decide';
import { markEstablished, markTakenUp } from '#platform/findings/marks';
import { ART_3_2, uncertified } from '../facts.ts';
import { certificatesOn } from '../store.ts';
import { actorOf } from './follow.ts';

type Client = Parameters<AfterAct>[0];
type Act = DoneInMatter['acts'][number];

/** What this room must know of a matter that takes findings up: the composition reads it from that room's own state. */
export type CaseReading = {
  readonly unitId: string;
  readonly findings: readonly string[];
  readonly problems: readonly { readonly no: number; readonly findings: readonly string[] }[];
};
export type CaseActs = {
  readonly kind: string;
  read(state: BaseState): CaseReading;
  /** Acts that find the doubt unfounded, and their words. */
  readonly dismiss: readonly string[];
  /** Acts that end the matter without having settled them: they stand for decision again. */
  readonly release: readonly string[];
};

/**
 * Keeps findings in step with the case that took them up, in the transaction of each of its acts: taken up when it names
 * them, established with the problem that names them, excluded where the case finds nothing, returned where it ends before.
 */
export function followCase(acts: CaseActs): AfterAct {
  return async (client, done) => {
    if (done.kind !== acts.kind) return null;
    const reading = acts.read(done.state);
    const named = new Set(reading.findings);
    const stray = reading.problems.flatMap((p) => p.findings).find((id) => !named.has(id));
    if (stray !== undefined) return refuse('not-in-case', ART_3_2, `预警${stray}没有并入本案，不能作为问题来源`);
    for (const act of done.acts) {
      const refusal = await followAct(client, done, acts, reading, act);
      if (refusal !== null) return refusal;
    }
    return null;
  };
}

async function followAct(client: Client, done: DoneInMatter, acts: CaseActs, reading: CaseReading, act: Act): Promise<Refusal | null> {
  if (reading.findings.length === 0) return null;
  const taken = await takeUp(client, done, reading, act);
  if (taken !== null) return taken;
  return asSystem(client, async () => {
    for (const problem of reading.problems) {
      const refusal = await markEstablished(client, problem.findings, done.matterId, String(problem.no), actorOf(act), done.nowMs);
      if (refusal !== null) return refusal;
    }
    const end = endOf(acts, done, act);
    return end === null ? null : endRest(client, done, reading, act, end);
  });
}

async function takeUp(client: Client, done: DoneInMatter, reading: CaseReading, act: Act): Promise<Refusal | null> {
  const input = act.payload as { readonly input?: { readonly findings?: unknown } };
  if (!Array.isArray(input.input?.findings)) return null;
  const findings = await lockFindings(client, reading.findings);
  if (isRefusal(findings)) return findings;
  const fresh = findings.filter((f) => f.taken_into !== done.matterId);
  if (fresh.length === 0) return null;
  if (fresh.some((f) => f.organisation_id !== reading.unitId))
    return refuse('several-units', ART_3_2, '所选预警不是被监督单位的，请按单位分别办理');
  if (fresh.some((f) => f.label > done.label)) return refuse('sealed', ART_3_2, '所选预警的密级高于本案，不能并入');
  const { officerId = null } = act.actor as { readonly officerId?: string | null };
  const barred = uncertified(officerId, await certificatesOn(client, officerId, done.today), done.today);
  return (
    barred ??
    markTakenUp(
      client,
      fresh.map((f) => f.id),
      done.matterId,
      actorOf(act),
      done.nowMs,
    )
  );
}

function endOf(acts: CaseActs, done: DoneInMatter, act: Act): DecisionBody | null {
  const { input } = act.payload as { readonly input?: { readonly reason?: unknown; readonly summary?: unknown } };
  const words = String(input?.reason ?? input?.summary ?? '');
  if (acts.dismiss.includes(act.type)) return { type: 'excluded', reason: 'false-alarm', words };
  return acts.release.includes(act.type) ? { type: 'returned', from: done.matterId, words } : null;
}

async function endRest(client: Client, done: DoneInMatter, reading: CaseReading, act: Act, end: DecisionBody): Promise<Refusal | null> {
  const findings = await lockFindings(client, reading.findings);
  if (isRefusal(findings)) return findings;
  const isLeft = (f: OpenFinding): boolean => f.taken_into === done.matterId && f.status === 'taken-up';
  return decideFindings(client, onEach(findings.filter(isLeft), end), actorOf(act), done.nowMs);
}
