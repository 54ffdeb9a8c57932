import { hash, type Options, verify } from '@node-rs/argon2';

const COST: Options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** argon2id, 19 MiB, two passes. */
export function hashPassword(password: string): Promise<string> {
  return hash(normalised(password), COST);
}

/** False also for a stored text that is no hash: a damaged row never opens an account. */
export async function passwordMatches(stored: string, password: string): Promise<boolean> {
  try {
    return await verify(stored, normalised(password));
  } catch {
    return false;
  }
}

let nobody: Promise<string> | null = null;

/** The same work as for a real account, so that the time of an answer does not tell whether an account exists. */
export async function pretendToVerify(password: string): Promise<false> {
  nobody ??= hashPassword('the hash of nobody');
  await passwordMatches(await nobody, password);
  return false;
}

/** True when the hash was made with weaker parameters than today's; it is then renewed at the next sign-in. */
export function needsRehash(stored: string): boolean {
  return !stored.startsWith('$argon2id$v=19$m=19456,t=2,p=1$');
}

/** The same password typed with another input method must stay the same password. */
function normalised(password: string): string {
  return password.normalize('NFKC');
}

/**
 * An opening code is typed from two slips of paper: its case, spaces and dashes do not count. A password of one's own
 * counts as it was typed.
 */
export function secretMatches(
  stored: { readonly password_hash: string; readonly password_provisional: boolean },
  typed: string,
): Promise<boolean> {
  const plain = typed.normalize('NFKC').toUpperCase().replaceAll(/[\s-]/g, '');
  const isCode = stored.password_provisional && /^[2-9A-HJ-NP-Z]{16}$/.test(plain);
  return passwordMatches(stored.password_hash, isCode ? `${plain.slice(0, 8)}-${plain.slice(8)}` : typed);
}
