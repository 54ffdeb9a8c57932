import type { Client } from '#platform/db';
import type { Identity } from './identity.ts';
import { recoveryDigest } from './recovery-codes.ts';
import { matchedStep } from './totp.ts';

export type SecondFactorRow = {
  account_id: string;
  totp_secret: Buffer | null;
  totp_confirmed_at: string | null;
  totp_last_step: number | null;
  recovery_codes: string[];
  demonstration: boolean;
};

/** What a typed code is: a time step of the authenticator, one of the recovery codes, or neither. */
export type Factor = { readonly kind: 'totp'; readonly step: number } | { readonly kind: 'recovery'; readonly digest: string } | null;

/** Codes are shown to everybody in the demonstration: taking some of the coming minutes too spares its users the waiting. */
const DEMONSTRATION_AHEAD = 20;

export function stepsAhead(identity: Identity, demonstration: boolean): number {
  return identity.settings.mode === 'demo' && demonstration ? DEMONSTRATION_AHEAD : 1;
}

export function readFactor(identity: Identity, row: SecondFactorRow, code: string): Factor {
  const typed = code.normalize('NFKC').replaceAll(/\s/g, '');
  const secret = row.totp_secret === null ? null : identity.keys.unseal(row.totp_secret, row.account_id);
  if (secret !== null && row.totp_confirmed_at !== null) {
    const step = matchedStep(secret, typed, identity.now(), row.totp_last_step, stepsAhead(identity, row.demonstration));
    if (step !== null) return { kind: 'totp', step };
  }
  const digest = recoveryDigest(typed);
  return digest !== null && row.recovery_codes.includes(digest) ? { kind: 'recovery', digest } : null;
}

/** Uses the code up in the caller's transaction; false when another request has used it in between. */
export async function consumeFactor(client: Client, accountId: string, factor: NonNullable<Factor>): Promise<boolean> {
  const used =
    factor.kind === 'totp'
      ? await client.query(
          'update account_secret set totp_last_step = $2 where account_id = $1 and (totp_last_step is null or totp_last_step < $2)',
          [accountId, factor.step],
        )
      : await client.query(
          'update account_secret set recovery_codes = array_remove(recovery_codes, $2) where account_id = $1 and $2 = any (recovery_codes)',
          [accountId, factor.digest],
        );
  return used.rowCount === 1;
}
