import { effectiveActs, type FormFields, isPlatformAct, type Json, type PartyDetails } from '#law';
import { cohortOf } from '#platform/acts/ids';
import { namedIn } from '#platform/acts/parse-input';
import { asStored, readActs } from '#platform/acts/stored-acts';
import { type Client, inTransaction, rows } from '#platform/db';
import { filesAgain } from '#platform/files-again';
import type { OutboxItem } from '#platform/outbox';
import { readParties } from '#platform/parties/store';
import { type Session, SYSTEM_PREAMBLE } from '#platform/session';
import type { Opened } from './opened.ts';

/** A matter as it stands, and how and by whom the act was done that is to be followed. */
export type Done<S> = { readonly state: S; readonly mode: string; readonly account: string | null; readonly post: string | null };

export const asSystem = <T>(pool: Opened['platform']['pool'], work: (client: Client) => Promise<T>): Promise<T> =>
  inTransaction(pool, SYSTEM_PREAMBLE, work);

/** The act of an effect, with its matter; null where the matter is sealed: nothing of it is carried anywhere. */
export async function doneAt<S>({ platform }: Opened, item: OutboxItem): Promise<Done<S> | null> {
  const [found] = await asSystem(platform.pool, (client) =>
    rows<Done<S>>(
      client,
      `select m.state, a.mode, a.account_id as account, a.post_id as post
       from matter m join act a on a.matter_id = m.id and a.cohort = m.cohort and a.city = m.city
       where m.id = $1 and a.seq = $2 and m.label < 4`,
      [item.matter_id, item.seq],
    ),
  );
  return found ?? null;
}

/** The party of a matter in whole, as it is typed once more into the one that goes on with it. */
export async function partyOf({ platform, identity }: Opened, matterId: string, partyId: string): Promise<PartyDetails | null> {
  const kept = await asSystem(platform.pool, (client) => readParties(client, identity.keys, matterId, [partyId]));
  return kept.get(partyId) ?? null;
}

/** Whether the matter that goes on with it is there already: done before, or entered by hand. */
export async function isGoneOn({ platform }: Opened, matterId: string): Promise<boolean> {
  const found = await asSystem(platform.pool, (client) =>
    rows(client, "select 1 from matter_link where other_id = $1 and relation = 'opened-from' limit 1", [matterId]),
  );
  return found.length > 0;
}

type Forms = { readonly forms: { readonly [act: string]: FormFields } };
type Named = { readonly type: string; readonly files: readonly string[] };

/** Files that each act names as it counts today: what was put right or taken back is not carried on. */
export async function filesByAct({ platform }: Opened, { forms }: Forms, matterId: string): Promise<readonly Named[]> {
  const acts = await asSystem(platform.pool, (client) => readActs(client, matterId, cohortOf(matterId)));
  const counted = effectiveActs(acts.map(asStored).filter((act) => act !== null)).acts.filter(({ frame }) => !isPlatformAct(frame.type));
  return counted.map(({ frame, payload }) => ({ type: frame.type, files: filesNamedBy(forms[frame.type], payload.input) }));
}

function filesNamedBy(form: FormFields | undefined, input: Readonly<Record<string, Json>>): readonly string[] {
  return form === undefined ? [] : namedIn(form, input).files;
}

/** The same files once more, for the matter that goes on; asked by the ids of the first. */
export async function copiesOf(
  { platform }: Opened,
  { city }: OutboxItem,
  by: Session,
  files: readonly string[],
): Promise<(ids: readonly string[]) => readonly string[]> {
  const originals = [...new Set(files)];
  const copies = await asSystem(platform.pool, (client) =>
    filesAgain(client, originals, { city, uploadedBy: by.accountId, nowMs: platform.now() }),
  );
  return (ids) => ids.flatMap((id) => copies[originals.indexOf(id)] ?? []);
}
