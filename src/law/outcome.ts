import type { Citation } from './citation.ts';

/** A lawful "no": shown to the user as it stands. `code` is stable for programs, `reason` is Chinese for people. */
export type Refusal = {
  readonly refused: string;
  readonly cite: Citation | null;
  readonly reason: string;
  /** The matter that stands in the way; given only where whoever is refused may read it. */
  readonly matterId?: string;
};

export function refuse(code: string, cite: Citation | null, reason: string): Refusal {
  return { refused: code, cite, reason };
}

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'refused' in value && 'reason' in value;
}

/** A bug, never a lawful outcome: the only throw that pure code may reach. */
export function unreachable(value: never): never {
  throw new Error(`unreachable: ${JSON.stringify(value)}`);
}
