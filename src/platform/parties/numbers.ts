import type { MatterKind } from '#law';
import { isUuid, type Session } from '../session.ts';
import { hasParties } from './hold.ts';

/**
 * Whether a reader has to say for what a file is wanted, as a condition on the matter `alias`: files of kinds whose forms
 * take parties bear numbers of persons, and whoever is not of the organ that handles the matter has no task with them.
 */
export function asksReason({ organisationId }: Session, kinds: ReadonlyMap<string, MatterKind>, alias: string): string {
  if (!isUuid(organisationId)) throw new Error('session ids must be UUIDs');
  const withParties = [...kinds.values()].filter(takesParties).map(({ kind }) => `'${kind}'`);
  return withParties.length === 0 ? 'false' : `(${alias}.kind in (${withParties.join(', ')}) and ${alias}.home_id <> '${organisationId}')`;
}

/** Whether the act with the number of the file `alias` has been taken out as recorded in error (撤销录入). */
export function isRetracted(alias: string): string {
  return isPutRight(alias, ['platform.retract']);
}

function isPutRight(alias: string, by: readonly string[]): string {
  return `exists (select from act r join act_payload p on p.city = r.city and p.cohort = r.cohort and p.matter_id = r.matter_id and p.seq = r.seq
    where r.matter_id = ${alias}.matter_id and r.cohort = ${alias}.cohort and r.type in (${by.map((type) => `'${type}'`).join(', ')}) and (p.payload #>> '{input,seq}')::int = ${alias}.seq)`;
}

/**
 * Whether the file `alias` is a covered copy (遮盖件): those may be opened by whoever reads the matter, originals beside them
 * not. One whose act was put right may have been wrongly covered, and is none any more.
 */
export function isCovered(kinds: ReadonlyMap<string, MatterKind>, alias: string): string {
  const covering = [...kinds.values()].flatMap(({ kind, lifecycle }) =>
    Object.entries(lifecycle).flatMap(([act, row]) => (row.coversFiles === true ? [`('${kind}', '${act}')`] : [])),
  );
  if (covering.length === 0) return 'false';
  return `(exists (select from act ca join matter cm on cm.id = ca.matter_id and cm.cohort = ca.cohort
    where ca.matter_id = ${alias}.matter_id and ca.cohort = ${alias}.cohort and ca.seq = ${alias}.seq and (cm.kind, ca.type) in (${covering.join(', ')}))
    and not ${isPutRight(alias, ['platform.retract', 'platform.correct'])})`;
}

/** Whether any of its forms takes a party, in a list of rows too. */
export function takesParties({ forms }: Pick<MatterKind, 'forms'>): boolean {
  return Object.values(forms).some(hasParties);
}

export const REASON_WANTED = {
  status: 403,
  error: 'reason',
  reason: '这份文件载有当事人的证件号码、住址等信息：可以先看隐去号码的版面；要看原件的，写明调阅事由，记入日志。',
} as const;
