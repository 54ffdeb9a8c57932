import { createHmac } from 'node:crypto';
import { canonicalJson, isPersonal, shownName } from '#law';
import type { IdentityKeys } from '#platform/identity/keys';
import type { PenaltyParty, PenaltyRow } from '../model.ts';
import { likenessKey, partyKey } from '../rules/index.ts';

/** Encrypts and marks with keys that stand outside the database. */
export type Sealing = Pick<IdentityKeys, 'seal' | 'unseal' | 'mark'>;

/** Who a natural person is, and the people behind an organisation: what no column, payload or title may hold. */
export type Withheld = Pick<
  PenaltyParty,
  'name' | 'legalRepresentative' | 'legalRepresentativeIdKind' | 'legalRepresentativeIdNumber' | 'idKind' | 'idNumber'
>;

/** The part of a decision that is kept encrypted; null where there is none. */
export function withheldOf({ party }: PenaltyRow): Withheld | null {
  const { name, legalRepresentative, legalRepresentativeIdKind, legalRepresentativeIdNumber, idKind, idNumber } = party;
  const withheld = { name, legalRepresentative, legalRepresentativeIdKind, legalRepresentativeIdNumber, idKind, idNumber };
  const nothing = legalRepresentative === null && legalRepresentativeIdNumber === null && idNumber === null;
  return nothing && !isPersonal(party) ? null : withheld;
}

/** The decision as everybody may read it. */
export function shownRow(row: PenaltyRow): PenaltyRow {
  const nobody = { legalRepresentative: null, legalRepresentativeIdKind: null, legalRepresentativeIdNumber: null };
  return { ...row, party: { ...row.party, ...nobody, name: shownName(row.party), idKind: null, idNumber: null } };
}

/** The whole decision again, for rules that look at names and numbers. */
export function wholeRow(shown: PenaltyRow, withheld: Withheld | null): PenaltyRow {
  return withheld === null ? shown : { ...shown, party: { ...shown.party, ...withheld } };
}

/** What comparing needs to know about a row without telling who it is about. */
export type RowMarks = { readonly partyMark: string | null; readonly likeness: string | null; readonly contentMark: string };

/**
 * Keyed, so that nobody with a copy of the database can try out numbers of identity. `fileKind` and the columns of a
 * source are no content: the same decision from the same file twice has one mark.
 */
export function marksOf(row: PenaltyRow, marker: (text: string) => string): RowMarks {
  const who = partyKey(row);
  const like = likenessKey(row);
  const { source, ...told } = row;
  return {
    partyMark: who === null ? null : marker(`party ${who}`),
    likeness: like === null ? null : marker(`like ${like}`),
    contentMark: marker(`content ${source.fileKind} ${canonicalJson(told)}`),
  };
}

/** One derived key for all marks of a process: deriving it anew for each row would cost more than the row. */
export function markerOf(keys: Pick<IdentityKeys, 'mark'>): (text: string) => string {
  const key = keys.mark('penalty-records');
  return (text) => createHmac('sha256', key).update(text).digest('base64url').slice(0, 22);
}

/** What `withheldOf` gave, out of its encrypted row; null where the key is another or the row has been erased. */
export function openWithheld(keys: Pick<IdentityKeys, 'unseal'>, sealed: Buffer, id: string): Withheld | null {
  const text = keys.unseal(sealed, id);
  return text === null ? null : (JSON.parse(text) as Withheld);
}
