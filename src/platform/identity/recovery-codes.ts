import { digestOf } from './keys.ts';
import { readableSecret } from './tokens.ts';

export const RECOVERY_CODE_COUNT = 10;

/** 80 bits each, shown once: lost phones are common in the banners and an administrator must not stand in. */
export function newRecoveryCodes(): readonly string[] {
  return Array.from({ length: RECOVERY_CODE_COUNT }, () => {
    const code = readableSecret(16);
    return [code.slice(0, 4), code.slice(4, 8), code.slice(8, 12), code.slice(12)].join('-');
  });
}

/** The form in which a recovery code is stored; null for text that cannot be one, however it was typed. */
export function recoveryDigest(typed: string): string | null {
  const plain = typed.normalize('NFKC').toUpperCase().replaceAll(/[\s-]/g, '');
  return /^[2-9A-HJ-NP-Z]{16}$/.test(plain) ? digestOf(`recovery ${plain}`).toString('hex') : null;
}
