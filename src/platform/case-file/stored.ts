import { isPlatformAct, type LocalDate } from '#law';
import { cohortOf } from '../acts/ids.ts';
import { readActs } from '../acts/stored-acts.ts';
import { type Client, rows } from '../db.ts';

/** The platform's act by which an archived case is put into store; its file and digest stand in it. */
export const PACKED = 'platform.packed';

/** One archive package as it was stored. `no`: how often the case had been archived by then. */
export type StoredPackage = {
  readonly no: number;
  readonly id: string;
  readonly name: string;
  readonly sha256: string;
  readonly size: number;
  readonly on: LocalDate;
  /** The latest, and nothing has been done in the case since. */
  readonly isCurrent: boolean;
};

/** The packages of a case that the caller may read, in the order of its archivings. */
export async function storedPackages(client: Client, matterId: string): Promise<readonly StoredPackage[]> {
  const acts = await readActs(client, matterId, cohortOf(matterId));
  const lastStep = acts.reduce((last, { type, seq }) => (isPlatformAct(type) ? last : seq), 0);
  const packed = acts.filter(({ type }) => type === PACKED);
  return packed.flatMap(({ seq, legal_date: on, payload }, i): StoredPackage[] => {
    const file = payload?.files[0];
    return file === undefined ? [] : [{ ...file, no: i + 1, on, isCurrent: seq > lastStep && i === packed.length - 1 }];
  });
}

/** Whether what one act of archiving has to store is in store already. */
export async function isPacked(client: Client, matterId: string, archivedSeq: number): Promise<boolean> {
  const found = await rows(
    client,
    `select from act a join act_payload p on p.city = a.city and p.cohort = a.cohort and p.matter_id = a.matter_id and p.seq = a.seq
     where a.matter_id = $1 and a.cohort = $2 and a.type = $3 and (p.payload #>> '{input,archived}')::int = $4`,
    [matterId, cohortOf(matterId), PACKED, archivedSeq],
  );
  return found.length > 0;
}
