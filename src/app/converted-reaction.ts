import { ORDINARY_PENALTY } from '#enforcement/ordinary-penalty';
import type { SummaryPenalty } from '#enforcement/summary-penalty';
import { type Json, type PartyDetails, partyKindOf } from '#law';
import { perform } from '#platform/acts/perform';
import { type Client, inTransaction, rows } from '#platform/db';
import { filesAgain } from '#platform/files-again';
import { sessionOfHeldPost } from '#platform/identity/held-post';
import type { OutboxItem } from '#platform/outbox';
import { readParties } from '#platform/parties/store';
import { type Session, SYSTEM_PREAMBLE } from '#platform/session';
import type { Opened } from './opened.ts';

type Input = Readonly<Record<string, Json>>;
type Converted = { readonly state: SummaryPenalty; readonly mode: string; readonly account: string | null; readonly post: string | null };

/**
 * What could not be decided on the spot goes on as an ordinary case of whoever converted it, with everything that was typed
 * and taken there, so that nobody types it again (处罚法 54, 57). Told of by a unit with a system of its own, it goes on there.
 * A post that is no longer held opens nothing: then the case is entered by hand, naming the one it comes from.
 */
export async function goOnInOrdinary(opened: Opened, item: OutboxItem): Promise<void> {
  const { platform, identity } = opened;
  const found = await convertedAt(opened, item);
  if (found === null || found.mode !== 'performed' || found.account === null || found.post === null) return;
  const session = await sessionOfHeldPost(identity, found.account, found.post);
  if (session === null || (await goesOn(opened, item.matter_id))) return;
  const details = await partyOf(opened, item.matter_id, found.state);
  if (details === null) return;
  const materials = await copiedFiles(opened, item, session);
  const answer = await perform(platform, {
    by: session,
    kind: ORDINARY_PENALTY.kind,
    act: 'open-converted',
    matterId: null,
    input: carried(item.matter_id, found.state, details, materials),
    idempotencyKey: `converted-${item.matter_id}`,
  });
  // Conditions of opening that no longer hold are the handler's to see to, by hand.
  if (!answer.ok && answer.error !== 'refused') throw new Error(`open-converted: ${JSON.stringify(answer)}`);
}

function carried(id: string, s: SummaryPenalty, party: PartyDetails, materials: readonly string[]): Input {
  return {
    ...{ fromSummary: id, reason: s.instead?.reason ?? '', party, isEnterprise: partyKindOf(party.kind) !== 'person' },
    ...{ officers: s.officerIds, cause: s.conduct, narrative: narrativeOf(s), place: s.place, actOn: s.actOn, discoveredOn: s.openedOn },
    ...{ itemCode: s.itemCode, basis: s.basis, materials: materials.length === 0 ? null : materials },
  };
}

/** What was found there, and what the party had to say. */
function narrativeOf({ facts, violated, hearing }: SummaryPenalty): string {
  const said = hearing?.made === true ? `\n当事人现场陈述、申辩：${hearing.words ?? ''}` : '';
  return `${facts}\n现场认为违反的规定：${violated}${said}`;
}

async function convertedAt({ platform }: Opened, item: OutboxItem): Promise<Converted | null> {
  const [found] = await asSystem(platform.pool, (client) =>
    rows<Converted>(
      client,
      `select m.state, a.mode, a.account_id as account, a.post_id as post
       from matter m join act a on a.matter_id = m.id and a.cohort = m.cohort and a.city = m.city
       where m.id = $1 and a.seq = $2 and m.label < 4`,
      [item.matter_id, item.seq],
    ),
  );
  return found ?? null;
}

async function partyOf({ platform, identity }: Opened, matterId: string, { party }: SummaryPenalty): Promise<PartyDetails | null> {
  const kept = await asSystem(platform.pool, (client) => readParties(client, identity.keys, matterId, [party.id]));
  return kept.get(party.id) ?? null;
}

/** Whether the ordinary case is there already: done before, or entered by hand. */
async function goesOn({ platform }: Opened, matterId: string): Promise<boolean> {
  const found = await asSystem(platform.pool, (client) =>
    rows(client, "select 1 from matter_link where other_id = $1 and relation = 'opened-from' limit 1", [matterId]),
  );
  return found.length > 0;
}

/** Files that people attached on the spot, as files of the ordinary case's own. */
async function copiedFiles({ platform }: Opened, { city, matter_id }: OutboxItem, by: Session): Promise<readonly string[]> {
  return asSystem(platform.pool, async (client) => {
    const found = await rows<{ id: string }>(
      client,
      'select id from file where matter_id = $1 and uploaded_by is not null order by seq, id',
      [matter_id],
    );
    const originals = found.map(({ id }) => id);
    return filesAgain(client, originals, { city, uploadedBy: by.accountId, nowMs: platform.now() });
  });
}

const asSystem = <T>(pool: Opened['platform']['pool'], work: (client: Client) => Promise<T>): Promise<T> =>
  inTransaction(pool, SYSTEM_PREAMBLE, work);
