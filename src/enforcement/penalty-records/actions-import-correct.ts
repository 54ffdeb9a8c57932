import type { Refusal } from '#law';
import { refuse } from '#law';
import { audit, auditActor } from '#platform/audit';
import type { Session } from '#platform/session';
import type { LoadingDeps } from './actions.ts';
import { isOwn } from './actions-import.ts';
import { asPerson } from './actions-import-view.ts';
import type { OrgansBody } from './contract-imports.ts';
import { LAYOUT } from './layout.ts';
import { openRow } from './loading/sealed-row.ts';
import type { Correctable } from './reading/correction-workbook.ts';
import { isCityOrgan, rememberOrganName } from './store.ts';
import { askAgain, rowsOf, unknownOrgans } from './store-import-rows.ts';
import { type ImportJob, jobById } from './store-imports.ts';

/** Names of organs that the unit has said once: remembered, and the rows that waited for them come again. */
export async function nameOrgans(
  deps: LoadingDeps,
  session: Session,
  id: string,
  { organs }: OrgansBody,
): Promise<'done' | Refusal | null> {
  return asPerson(deps, session, async (client): Promise<'done' | Refusal | null> => {
    await client.query('select from import_job where id = $1 for update', [id]);
    const job = await jobById(client, session, id);
    if (job === null) return null;
    if (!isOwn(session, job)) return refuse('not-ours', null, '单位名称由报送单位的人员对应，您可以查看');
    if (!['done', 'cancelled', 'failed'].includes(job.state)) return refuse('running', null, '本次导入还没有办完，请稍候再对应单位名称');
    const waiting = new Map((await unknownOrgans(client, id)).map((one) => [one.mark, one]));
    const at = new Date(deps.platform.now()).toISOString();
    for (const { mark, organ } of organs) {
      const one = waiting.get(mark);
      const name = one === undefined ? undefined : openRow(deps.sealing, id, one.n, one.sealed)?.row?.organ.name;
      if (name === undefined) return refuse('no-name', null, '这个名称已经对应过了，请刷新页面');
      if (!(await isCityOrgan(client, session.city, organ))) return refuse('no-organ', null, `“${name}”对应的单位不在本市名录中`);
      await rememberOrganName(client, {
        city: session.city,
        sourceId: session.organisationId,
        name,
        organId: organ,
        by: session.accountId,
        at,
      });
    }
    await askAgain(
      client,
      id,
      organs.map(({ mark }) => mark),
    );
    return 'done';
  });
}

/** The rows to be corrected, as they stood in the file; null: not in sight. A page at a time, each in its own short transaction. */
export async function* correctableRows(deps: LoadingDeps, session: Session, job: ImportJob): AsyncGenerator<Correctable> {
  const organColumn = job.head?.columns.find(({ key }) => key === 'organName')?.index ?? null;
  for (let after = 0; ; ) {
    const page = await asPerson(deps, session, (client) => rowsOf(client, job.id, 'to-correct', after, 500));
    for (const row of page) {
      // What a later load has brought needs no correcting any more.
      if (row.correctedBy !== null) continue;
      const kept = row.sealed === null ? null : openRow(deps.sealing, job.id, row.n, row.sealed);
      if (kept?.cells == null) continue;
      const faults = kept.faults.map((f) => (f.index === null && f.column === LAYOUT.organName.title ? { ...f, index: organColumn } : f));
      yield { is: 'rejected', line: row.line ?? row.n, faults, cells: kept.cells };
    }
    const last = page.at(-1);
    if (last === undefined) return;
    after = last.n;
  }
}

/** Titles of a file in their places. */
export function titlesInPlace({ head }: ImportJob): readonly string[] {
  const titles: string[] = [];
  for (const { index, title } of head?.columns ?? []) titles[index] = title;
  return Array.from(titles, (title) => title ?? '');
}

/** What leaves the house is logged before its first byte. */
export async function noteDownload(
  deps: LoadingDeps,
  session: Session,
  source: string | null,
  { action, id }: { readonly action: 'import.correction' | 'import.file'; readonly id: string },
): Promise<void> {
  const event = {
    actor: auditActor(session, source),
    at: deps.platform.now(),
    action,
    object: { kind: 'import', id },
    result: 'ok',
  } as const;
  await asPerson(deps, session, (client) => audit(client, event));
}
