import type { ActAnswer } from '#platform/acts/perform';
import { inTransaction } from '#platform/db';
import { SYSTEM_PREAMBLE } from '#platform/session';
import { type Load, type LoadingDeps, loadDecisions, lookUp } from './actions.ts';
import { CHUNK_ROWS, type Ending, JobLost, type Run } from './actions-import-rows.ts';
import { addOtherSource } from './actions-records.ts';
import type { Incoming } from './loading/prepare.ts';
import { type KeptRow, openRow, sealedAgain } from './loading/sealed-row.ts';
import { type KeptImportRow, keepJob, markTold, recountJob, rejectRow, replaceRows, rowsAgain, rowsUntold } from './store-import-runs.ts';

/** Rows that waited for the name of their organ are taken in from what was kept of them. */
export async function takeInAgain(run: Run): Promise<Ending> {
  const { deps, job, load } = run;
  for (;;) {
    const waiting = await asSystem(deps, (client) => rowsAgain(client, job.id, CHUNK_ROWS));
    if (waiting.length === 0) return 'through';
    const kept = opened(deps, job.id, waiting);
    await loadDecisions(deps, load, incomingOf(kept), async (client, answers) => {
      const byLine = new Map(answers.map((a) => [a.line, a]));
      const list = kept.flatMap(({ at, kept: row }) => {
        const answer = byLine.get(at.line ?? 0);
        return answer === undefined ? [] : [sealedAgain(deps.sealing, job.id, at.n, answer.line, row, answer)];
      });
      if (!(await keepJob(client, job.id, deps.platform.now())) || !(await replaceRows(client, job.id, list))) throw new JobLost();
      await recountJob(client, job.id);
    });
    if (run.stopping()) return 'stopped';
  }
}

/** Writes what another source tells into the records, each as an act of its own that happens once. */
export async function tellOtherSources(deps: LoadingDeps, load: Load, stopping: () => boolean): Promise<Ending> {
  const jobId = load.batchId;
  for (;;) {
    const waiting = await asSystem(deps, (client) => rowsUntold(client, jobId, CHUNK_ROWS));
    if (waiting.length === 0) return 'through';
    const kept = opened(deps, jobId, waiting);
    const { prepared } = await lookUp(deps, load, incomingOf(kept));
    for (const [i, { at }] of kept.entries()) {
      const incoming = prepared[i];
      const { matterId } = at;
      if (incoming === undefined || !('organ' in incoming) || matterId === null) throw new Error('a row of another source lost its organ');
      const told = { matterId, incoming };
      const answer = await addOtherSource(deps, load.session, told, load.sourceOf(incoming.line), `import-${jobId}-${at.n}`);
      // The same key with a party kept anew: the act has been done by a worker that could not say so any more.
      const done = answer.ok || answer.error === 'key-reused';
      await asSystem(deps, (client) => (done ? markTold(client, jobId, at.n) : rejectRow(client, jobId, at.n, reasonOfRefusal(answer))));
    }
    await asSystem(deps, (client) => keepJob(client, jobId, deps.platform.now()));
    if (stopping()) return 'stopped';
  }
}

export function reasonOfRefusal(answer: Extract<ActAnswer, { ok: false }>): string {
  if (answer.error === 'refused') return answer.refusal.reason;
  return answer.error === 'input' ? answer.problems.map(({ label, reason }) => `${label}：${reason}`).join('；') : '已归集的决定不能再变更';
}

type OpenedRow = { readonly at: KeptImportRow; readonly kept: KeptRow };

function opened({ sealing }: LoadingDeps, jobId: string, waiting: readonly KeptImportRow[]): readonly OpenedRow[] {
  return waiting.map((at) => {
    const kept = openRow(sealing, jobId, at.n, at.sealed);
    if (kept?.row == null) throw new Error('a kept row cannot be opened: another key, or erased');
    return { at, kept };
  });
}

function incomingOf(kept: readonly OpenedRow[]): readonly Incoming[] {
  return kept.flatMap(({ at, kept: { row } }) => (row === null ? [] : [{ line: at.line ?? at.n, row }]));
}

function asSystem<T>({ platform }: LoadingDeps, work: Parameters<typeof inTransaction<T>>[2]): Promise<T> {
  return inTransaction(platform.pool, SYSTEM_PREAMBLE, work);
}
