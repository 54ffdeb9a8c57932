import { shanghaiDay } from '#law';
import type { Session } from '#platform/session';
import { type Identity, instant } from './identity.ts';
import { digestOf } from './keys.ts';
import { type PostRow, sessionOfPost } from './sessions.ts';

/** A departmental system that calls with a key of its own, through a post of role `machine`. */
export type MachineCaller = { readonly keyId: string; readonly scopes: readonly string[]; readonly session: Session };

/** What a key may be allowed to do; a route names one of these. */
export const MACHINE_SCOPES = {
  'penalty-records.write': '报送行政处罚决定',
  'penalty-records.read': '读取报送结果',
  'cases.write': '报送案件办理步骤',
} as const;
export type MachineScope = keyof typeof MACHINE_SCOPES;

const KEY = /^fhk_[2-9A-HJ-NP-Z]{52}$/;

/** The caller behind `Authorization: Bearer fhk_…`; null when the key is unknown, expired, revoked or its post ended. */
export async function loadMachine(identity: Identity, authorization: string): Promise<MachineCaller | null> {
  const key = authorization.replace(/^Bearer\s+/i, '');
  if (!KEY.test(key)) return null;
  const now = identity.now();
  const found = await identity.pool.query<MachineRow>({
    name: 'machine_by_key',
    text: 'select * from machine_by_key($1, $2, $3)',
    values: [digestOf(key), shanghaiDay(now), instant(now)],
  });
  const row = found.rows[0];
  const session = row === undefined ? null : sessionOfPost(row);
  return row === undefined || session === null ? null : { keyId: row.id, scopes: row.scopes, session };
}

type MachineRow = PostRow & { id: string; scopes: string[]; account_id: string; post_id: string; name: string; officer_id: string | null };
