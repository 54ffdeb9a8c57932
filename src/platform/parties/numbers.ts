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

/** Whether any of its forms takes a party, in a list of rows too. */
export function takesParties({ forms }: Pick<MatterKind, 'forms'>): boolean {
  return Object.values(forms).some(hasParties);
}

export const REASON_WANTED = {
  status: 403,
  error: 'reason',
  reason: '这份文件载有当事人的证件号码、住址等信息：可以先看隐去号码的版面；要看原件的，写明调阅事由，记入日志。',
} as const;
