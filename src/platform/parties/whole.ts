import { PARTY_FIELDS, PARTY_TYPE_LABELS, type PartyDetails, type Role } from '#law';
import { cohortOf } from '../acts/ids.ts';
import type { Platform } from '../acts/platform.ts';
import { type AuditActor, audit, sealedEvent } from '../audit.ts';
import { inTransaction, rows } from '../db.ts';
import { describeFields, type FieldView } from '../matters/describe.ts';
import { visible } from '../matters/visible.ts';
import { isUuid, type Session, sessionPreamble } from '../session.ts';
import { readParties } from './store.ts';

/** Whose task needs to know in whole who the party is: those of the handling organ who work on the case or answer for it. */
export const READS_PARTIES: readonly Role[] = ['handler', 'legal-office', 'deputy-head', 'head'];

export type WholeParty = { readonly name: string; readonly kindName: string; readonly fields: readonly FieldView[] };

/** A party in whole; null for everybody outside the handling organ, for other posts, and where it has been erased. Each reading is logged. */
export async function wholeParty(
  platform: Platform,
  session: Session,
  actor: AuditActor,
  matterId: string,
  id: string,
): Promise<WholeParty | null> {
  const { sealing } = platform;
  if (sealing === undefined || !isUuid(matterId) || !isUuid(id) || !READS_PARTIES.includes(session.role)) return null;
  return inTransaction(platform.pool, sessionPreamble(session, platform.now()), async (client) => {
    const [matter] = await rows<{ label: number }>(
      client,
      `select m.label from matter m where m.id = $1 and m.cohort = $2 and m.home_id = $3 and ${visible(session, 'm', 'id')}`,
      [matterId, cohortOf(matterId), session.organisationId],
    );
    const details = matter === undefined ? undefined : (await readParties(client, sealing, matterId, [id])).get(id);
    if (matter === undefined || details === undefined) return null;
    const event = { actor, at: platform.now(), action: 'party.read', object: { kind: 'matter', id: matterId }, result: 'ok' } as const;
    await audit(client, matter.label === 4 ? sealedEvent(event) : event);
    return wholeOf(details);
  });
}

function wholeOf(details: PartyDetails): WholeParty {
  const { name, kind, idKind, isIncapable, ...rest } = details;
  const { name: _, kind: __, isIncapable: ___, ...fields } = PARTY_FIELDS;
  const words = describeFields(fields, { ...rest, idKind }, { organisations: new Map(), officers: new Map(), findings: new Map() });
  const incapable = isIncapable ? [{ label: '责任能力', value: '精神病人、智力残疾人' }] : [];
  return { name, kindName: PARTY_TYPE_LABELS[kind], fields: [...words, ...incapable] };
}
