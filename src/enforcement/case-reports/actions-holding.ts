import { canonicalJson, type FormFields, type Json, parseLocalDate, rowOf } from '#law';
import { perform } from '#platform/acts/perform';
import { inTransaction } from '#platform/db';
import { SYSTEM_PREAMBLE } from '#platform/session';
import { digestOfStep, type NotTaken, type ReportDeps, type Reporter } from './actions-step.ts';
import type { ReportedStep } from './contract.ts';
import { type HeldBody, type KeptStep, keepBody, keepStep } from './store.ts';

const KIND = 'held-report';

/** Keeps a step that its case could not take; what is held already under its number is told anew. Answers the matter that holds it. */
export async function holdStep(
  deps: ReportDeps,
  by: Reporter,
  step: ReportedStep,
  why: NotTaken,
  matterId: string | null,
  known: KeptStep | null,
): Promise<string> {
  const digest = digestOfStep(deps, step);
  const standing = known?.heldId ?? null;
  if (
    standing !== null &&
    known?.seq === null &&
    (await isHeldAgain(deps, by, { heldId: standing, isSame: digest.equals(known.digest), doneOn: dayOf(step) }, why, matterId))
  ) {
    await keepHeld(deps, by, step, standing, known.seq);
    return standing;
  }
  const heldId = await openHeld(deps, by, step, why, matterId);
  await keepHeld(deps, by, step, heldId, known?.seq ?? null);
  return heldId;
}

async function openHeld(deps: ReportDeps, { key }: Reporter, step: ReportedStep, why: NotTaken, matterId: string | null): Promise<string> {
  const kind = deps.platform.kinds.get(key.kind);
  const row = kind === undefined ? null : rowOf(kind, step.act);
  const mark = deps.sealing.mark(
    `held ${canonicalJson([key.organisationId, key.kind, key.caseRef])} ${digestOfStep(deps, step).toString('hex')}`,
  );
  const answer = await perform(deps.platform, {
    by: { system: true, city: key.city },
    ...{ kind: KIND, act: 'open', matterId: null },
    input: {
      ...{ owner: key.organisationId, caseKind: key.kind, caseName: kind?.name ?? key.kind, caseRef: key.caseRef },
      ...{ stepRef: step.stepRef, stepName: row?.label ?? step.act.slice(0, 60), act: step.act.slice(0, 60) },
      ...{ doneOn: dayOf(step), caseId: matterId },
      ...{ why: why.why, reason: reasonOf(why), content: contentOf(kind?.forms[step.act] ?? {}, step) },
    },
    idempotencyKey: mark.toString('hex').slice(0, 64),
  });
  if (!answer.ok) throw new Error(`held report: ${JSON.stringify(answer)}`);
  return answer.done.matterId;
}

function reasonOf({ reason, article }: NotTaken): string {
  return (article === null ? reason : `${reason}（${article}）`).slice(0, 4000);
}

/** The same wait, told again; where nothing has changed nothing is written. false: it has ended in the meantime. */
async function isHeldAgain(
  deps: ReportDeps,
  { key }: Reporter,
  { heldId, isSame, doneOn }: { readonly heldId: string; readonly isSame: boolean; readonly doneOn: string | null },
  why: NotTaken,
  caseId: string | null,
): Promise<boolean> {
  const standing = await heldState(deps, heldId);
  if (standing === null || standing.isClosed) return false;
  if (isSame && standing.reason === reasonOf(why)) return true;
  return holdAgain(deps, key.city, heldId, why, caseId, doneOn);
}

async function heldState({ platform }: ReportDeps, id: string): Promise<{ reason: string; isClosed: boolean } | null> {
  return inTransaction(platform.pool, SYSTEM_PREAMBLE, async (client) => {
    const found = await client.query<{ reason: string; isClosed: boolean }>(
      `select state->>'reason' as reason, closed_on is not null as "isClosed" from matter where id = $1`,
      [id],
    );
    return found.rows[0] ?? null;
  });
}

async function keepHeld(deps: ReportDeps, { key }: Reporter, step: ReportedStep, heldId: string, seq: number | null): Promise<void> {
  const sealed = deps.sealing.seal(canonicalJson(step as unknown as Json), ownerOf(heldId));
  await inTransaction(deps.platform.pool, SYSTEM_PREAMBLE, async (client) => {
    await keepBody(client, heldId, key, sealed);
    if (seq === null) await keepStep(client, key, { stepRef: step.stepRef, digest: digestOfStep(deps, step), seq, heldId });
  });
}

/** null: no day of the calendar, which is why it is held. */
const dayOf = ({ on }: ReportedStep): string | null => (parseLocalDate(on) === null ? null : on);

const ownerOf = (heldId: string): string => `held report ${heldId}`;

/** The case has taken what was held. */
export async function settleHeld(deps: ReportDeps, city: number, heldId: string): Promise<void> {
  await bySystem(deps, city, heldId, 'record', {});
}

/** Still not taken, and why; false: a person has ended it in the meantime. */
export function holdAgain(
  deps: ReportDeps,
  city: number,
  heldId: string,
  why: NotTaken,
  caseId: string | null,
  doneOn: string | null = null,
): Promise<boolean> {
  return bySystem(deps, city, heldId, 'hold-again', { why: why.why, reason: reasonOf(why), caseId, doneOn });
}

export function openBody({ sealing }: ReportDeps, { heldId, sealed }: HeldBody): ReportedStep {
  const text = sealing.unseal(sealed, ownerOf(heldId));
  if (text === null) throw new Error('a held report under another key');
  return JSON.parse(text) as ReportedStep;
}

/** Refused only where a person has ended it in the meantime: then false. */
async function bySystem(deps: ReportDeps, city: number, matterId: string, act: string, input: Json): Promise<boolean> {
  const answer = await perform(deps.platform, { by: { system: true, city }, kind: KIND, act, matterId, input });
  if (!answer.ok && answer.error !== 'refused') throw new Error(`${KIND} ${act}: ${JSON.stringify(answer)}`);
  return answer.ok;
}

/** What may be shown of it: fields by their names, without parties, persons and files. */
function contentOf(form: FormFields, { input, on }: ReportedStep): string {
  const lines = Object.entries(form).flatMap(([key, field]) => {
    const value = input[key];
    const isPlain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
    if (!isPlain || value === '') return [];
    if (field.as === 'choice') return [`${field.label}：${field.options[String(value)] ?? String(value)}`];
    if (field.as === 'flag') return [`${field.label}：${value === true ? '是' : '否'}`];
    const isTold = field.as === 'text' || field.as === 'longtext' || field.as === 'date' || field.as === 'integer';
    return isTold ? [`${field.label}：${value}`] : [];
  });
  return [`办理日期：${on}`, ...lines].join('\n').slice(0, 8000);
}
