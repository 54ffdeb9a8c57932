import { shanghaiDay } from '#law';
import { type Platform, perform } from '#platform/acts/perform';
import { inTransaction, rows } from '#platform/db';
import { SYSTEM_PREAMBLE } from '#platform/session';
import { queueTreeDays, REGISTER_LOAD, type RegisterKey } from '#registers/organisations';

const TABLES: Readonly<Record<RegisterKey, string>> = {
  organisations: 'organisation_record',
  certificates: 'certificate_record',
  laws: 'law_record',
  lists: 'list_entry_record',
};

export type LoadFacts = { readonly register: RegisterKey; readonly source: string; readonly sha256: string; readonly rows: number };

/**
 * Performs the acts of a first load whose records had to be there before any act could be: without units nobody can be
 * at home anywhere. The records then point to the act as every later one does.
 */
export async function recordLoad(
  platform: Platform,
  city: number,
  managerId: string,
  facts: LoadFacts,
  provisional: string,
): Promise<void> {
  const by = { system: true, city } as const;
  const act = async (name: string, matterId: string | null, input: unknown) => {
    const answer = await perform(platform, { by, kind: REGISTER_LOAD.kind, act: name, matterId, input });
    if (!answer.ok) throw new Error(`register-load ${name}: ${JSON.stringify(answer)}`);
    return answer.done.matterId;
  };
  const { register, source, sha256, rows: count } = facts;
  const matterId = await act('open', null, { register, manager: managerId, source, sha256, rows: count, file: null });
  await act('load', matterId, { added: count, changed: 0, ended: 0, unchanged: 0 });
  await inTransaction(platform.pool, SYSTEM_PREAMBLE, async (client) => {
    const [load] = await rows<{ id: string }>(client, `select id from act where matter_id = $1 and type = 'load'`, [matterId]);
    await client.query(`update ${TABLES[register]} set act_id = $1 where act_id = $2`, [load?.id, provisional]);
    if (load !== undefined && register === 'organisations') await queueTreeDays(client, load.id, shanghaiDay(platform.now()));
  });
  await act('finish', matterId, { recorded: count, superseded: 0 });
}
