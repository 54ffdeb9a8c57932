import type { Now } from '#platform/clock-now';
import type { Pool } from '#platform/db';
import type { IdentityKeys } from './keys.ts';
import type { AuthProfile } from './password-rules.ts';

export type IdentitySettings = {
  readonly mode: 'demo' | 'production';
  readonly profile: AuthProfile;
  readonly idleMinutes: number;
  readonly adminIdleMinutes: number;
  readonly absoluteHours: number;
  readonly stepUpMinutes: number;
  readonly parallelSessions: number;
  /** Origin that browsers see (https://…) where a proxy stands before the server; null: that of the request. */
  readonly publicOrigin: string | null;
  /** Requests a minute for one account, or one address without an account; 0: no limit. */
  readonly requestsPerMinute: number;
};

export const DEFAULT_SETTINGS: IdentitySettings = {
  mode: 'production',
  profile: 'dengbao3',
  idleMinutes: 15,
  adminIdleMinutes: 10,
  absoluteHours: 12,
  stepUpMinutes: 5,
  parallelSessions: 2,
  publicOrigin: null,
  requestsPerMinute: 1200,
};

/** Everything the identity functions stand on; made once by the composition. */
export type Identity = {
  readonly pool: Pool;
  readonly now: Now;
  readonly keys: IdentityKeys;
  readonly settings: IdentitySettings;
};

/** The only role that reads secrets, sessions and the audit trail; it has no right on business tables. */
export const IDENTITY_PREAMBLE = 'set local role app_identity;';

export function instant(epochMs: number): string {
  return new Date(epochMs).toISOString();
}
