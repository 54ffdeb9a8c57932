import { generateSecret, generateSync, generateURI, verifySync } from 'otplib';

/** RFC 6238 as the usual authenticator apps have it: SHA-1, six digits, 30 seconds. */
export const STEP_SECONDS = 30;

export function newTotpSecret(): string {
  return generateSecret();
}

export function totpUri(secret: string, login: string): string {
  return generateURI({ issuer: '法衡', label: login, secret });
}

export function stepOf(epochMs: number): number {
  return Math.floor(epochMs / 1000 / STEP_SECONDS);
}

export function codeOfStep(secret: string, step: number): string {
  return generateSync({ secret, epoch: step * STEP_SECONDS });
}

/**
 * The time step that a code belongs to, or null. One step of a clock running slow is allowed, and `ahead` steps of one
 * running fast. A step up to `lastUsed` is refused: no code opens twice.
 */
export function matchedStep(secret: string, code: string, epochMs: number, lastUsed: number | null, ahead = 1): number | null {
  if (!/^\d{6}$/.test(code)) return null;
  const answer = verifySync({
    secret,
    token: code,
    epoch: Math.floor(epochMs / 1000),
    epochTolerance: [STEP_SECONDS, STEP_SECONDS * ahead],
    ...(lastUsed === null ? {} : { afterTimeStep: lastUsed }),
  });
  return answer.valid && 'timeStep' in answer ? answer.timeStep : null;
}
