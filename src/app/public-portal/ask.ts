import { type LocalDate, parseLocalDate } from '#law';
import { type Pool, rows } from '#platform/db';
import { asPublic } from './as-public.ts';
import type { Question } from './question.ts';

/** All that the public ever learns of a document; null elsewhere means: nothing of ours answers to what was asked. */
export type Verdict = {
  readonly issuer: string;
  readonly kind: string;
  readonly issuedOn: LocalDate;
  readonly isVoid: boolean;
  readonly isDemonstration: boolean;
  /** null: no file was given. */
  readonly fileMatches: boolean | null;
};

type Row = {
  issuer: string | null;
  kind: string;
  issued_on: string;
  is_void: boolean;
  is_demonstration: boolean;
  file_matches: boolean | null;
};

export async function publicVerdict(pool: Pool, { code, number, sha256 }: Question): Promise<Verdict | null> {
  const [row] = await asPublic(pool, (client) =>
    rows<Row>(client, 'select issuer, kind, issued_on, is_void, is_demonstration, file_matches from public_verification($1, $2, $3)', [
      code,
      number,
      sha256,
    ]),
  );
  const issuedOn = row === undefined ? null : parseLocalDate(row.issued_on);
  if (row === undefined || issuedOn === null) return null;
  return {
    issuer: row.issuer ?? '',
    kind: row.kind,
    issuedOn,
    isVoid: row.is_void,
    isDemonstration: row.is_demonstration,
    fileMatches: row.file_matches,
  };
}
