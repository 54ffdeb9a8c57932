import type { Assistance } from '#coordination/assistance';
import { isJsonObject, type Json, shanghaiDay } from '#law';
import { perform } from '#platform/acts/perform';
import { type Client, inTransaction, rows } from '#platform/db';
import { filesAgain } from '#platform/files-again';
import type { OutboxItem } from '#platform/outbox';
import { SYSTEM_PREAMBLE } from '#platform/session';
import type { Opened } from './opened.ts';

type Named = Assistance & { readonly organ: string };
type OpenCase = { readonly assistance?: readonly { readonly requestId: string; readonly on: string; readonly outcome: string }[] };

/**
 * The answer of an organ that was asked for help stands in the case that has asked, with its files. A case that has been
 * archived meanwhile, or was not filed, takes nothing more: the answer stays where it was given.
 */
export async function toAskingCase(opened: Opened, item: OutboxItem): Promise<void> {
  const { platform } = opened;
  const request = await requestOf(opened, item.matter_id);
  const answer = request?.answer ?? null;
  if (request === null || answer === null) return;
  const papers = await inTransaction(platform.pool, SYSTEM_PREAMBLE, async (client) => {
    const [found] = await rows<{ state: OpenCase }>(client, 'select state from matter where id = $1', [request.caseId]);
    const isNoted = (found?.state.assistance ?? []).some(
      ({ requestId, on, outcome }) => requestId === item.matter_id && on === answer.on && outcome === answer.outcome,
    );
    if (isNoted) return null;
    const originals = [...(await replyFile(client, request)), ...answer.files.map(({ id }) => id)];
    return filesAgain(client, originals, { city: item.city, uploadedBy: null, nowMs: platform.now() });
  });
  if (papers === null) return;
  const input = {
    ...{ request: item.matter_id, organ: request.organ, letter: request.letter?.number ?? '', outcome: answer.outcome },
    ...{ number: answer.number, words: answer.words, papers: papers.length === 0 ? null : papers },
  };
  const noted = await perform(platform, {
    by: { system: true, city: item.city },
    kind: 'ordinary-penalty',
    act: 'note-assistance',
    matterId: request.caseId,
    input,
    idempotencyKey: `assistance-${item.id}`,
  });
  if (!noted.ok && noted.error !== 'refused') throw new Error(`note-assistance: ${JSON.stringify(noted)}`);
}

/** The letter by which it was answered, as sealed by the platform or by hand; none where the answer was only entered. */
async function replyFile(client: Client, { answer, reply }: Assistance): Promise<readonly string[]> {
  const letter = reply?.letter ?? null;
  if (letter === null || letter.number !== answer?.number) return [];
  const found = await rows<{ id: string | null }>(client, 'select sealed_file as id from document where id = $1', [letter.documentId]);
  return found.flatMap(({ id }) => (id === null ? [] : [id]));
}

/** What negotiation has not settled comes to the bureau that stands over both organs (细则 6), as a clue. */
export async function toCoordination(opened: Opened, item: OutboxItem): Promise<void> {
  const { platform } = opened;
  const request = await requestOf(opened, item.matter_id);
  const asked = await inTransaction(platform.pool, SYSTEM_PREAMBLE, (client) => askedWith(client, item));
  if (request?.addresseeId == null || asked === null) return;
  const bureau = await bureauOver(opened, request.issuerId, request.addresseeId);
  if (bureau === null) throw new Error('no bureau over both organs');
  const answer = await perform(platform, {
    by: { system: true, city: item.city },
    kind: 'case-supervision',
    act: 'open-coordination',
    matterId: null,
    input: {
      ...{ subject: `协助争议：${request.subject}`.slice(0, 200), unit: request.addresseeId, bureau, facts: asked, cause: item.matter_id },
    },
    idempotencyKey: `coordination-${item.id}`,
  });
  if (!answer.ok && answer.error !== 'refused') throw new Error(`open-coordination: ${JSON.stringify(answer)}`);
}

const LABELS = { negotiated: '协商记录', law: '所依据的规定', proposal: '请求机关的意见' } as const;

async function askedWith(client: Client, { matter_id, seq }: OutboxItem): Promise<string | null> {
  const [found] = await rows<{ input: Json }>(
    client,
    `select payload->'input' as input from act_payload where matter_id = $1 and seq = $2`,
    [matter_id, seq],
  );
  if (!isJsonObject(found?.input)) return null;
  const { input } = found;
  return Object.entries(LABELS)
    .map(([key, label]) => `${label}：${String(input[key])}`)
    .join('\n');
}

async function requestOf({ platform }: Opened, matterId: string): Promise<Named | null> {
  const [found] = await inTransaction(platform.pool, SYSTEM_PREAMBLE, (client) =>
    rows<{ state: Assistance; organ: string | null }>(
      client,
      `select m.state, (select r.name from organisation_record r
         where r.organisation_id::text = m.state->>'addresseeId' and upper_inf(r.known) and r.valid @> $2::date) as organ
       from matter m where m.id = $1`,
      [matterId, shanghaiDay(platform.now())],
    ),
  );
  return found === undefined ? null : { ...found.state, organ: found.organ ?? found.state.outside ?? '被请求机关' };
}

/** The bureau of their own level; of two banners, or of two tiers, the city's. */
async function bureauOver({ platform }: Opened, one: string, other: string): Promise<string | null> {
  const [found] = await inTransaction(platform.pool, SYSTEM_PREAMBLE, (client) =>
    rows<{ bureau: string | null }>(
      client,
      `with today as (select organisation_id, bureau_id, tier, line_superior_id from organisation_record
         where upper_inf(known) and valid @> $3::date)
       select case when a.bureau_id = b.bureau_id or b.bureau_id is null then a.bureau_id
                   when ab.tier = 'city' then a.bureau_id
                   when bb.tier = 'city' then b.bureau_id
                   else coalesce(ab.line_superior_id, a.bureau_id) end as bureau
       from today a join today b on b.organisation_id = $2
         left join today ab on ab.organisation_id = a.bureau_id left join today bb on bb.organisation_id = b.bureau_id
       where a.organisation_id = $1`,
      [one, other, shanghaiDay(platform.now())],
    ),
  );
  return found?.bureau ?? null;
}
