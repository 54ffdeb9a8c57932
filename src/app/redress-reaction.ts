import { type Disputed, type Redress, shanghaiDay, VIA_LABELS } from '#law';
import { perform } from '#platform/acts/perform';
import { inTransaction, rows } from '#platform/db';
import type { OutboxItem } from '#platform/outbox';
import { SYSTEM_PREAMBLE } from '#platform/session';
import type { Opened } from './opened.ts';

type Penalised = Disputed & { readonly organId: string };
type Standing = { readonly state: Penalised; readonly title: string; readonly label: number; readonly bureau: string | null };

/**
 * A decision put right becomes a clue of the bureau of the organ's level (细则 12), once for every redress, however often the
 * case is looked at. A unit without a bureau of its level, and a sealed case, has none to go to.
 */
export async function toFileReview(opened: Opened, item: OutboxItem): Promise<void> {
  const found = await standing(opened, item.matter_id);
  if (found === null || found.bureau === null || found.label > 3) return;
  const { state, title, bureau } = found;
  for (const redress of state.redresses) {
    const answer = await perform(opened.platform, {
      by: { system: true, city: item.city },
      kind: 'case-supervision',
      act: 'open-redress',
      matterId: null,
      input: { subject: `被纠正的${title}`.slice(0, 200), unit: state.organId, bureau, facts: wordsOf(redress), cause: item.matter_id },
      idempotencyKey: `redress-${item.matter_id}-${redress.no}`,
    });
    // A unit that the register no longer holds as one that can be supervised has nobody to be looked at.
    if (!answer.ok && answer.error !== 'refused') throw new Error(`open-redress: ${JSON.stringify(answer)}`);
  }
}

function wordsOf({ via, effectOn, document, words }: Redress): string {
  return `${VIA_LABELS[via]}：${document === '' ? '' : `${document}，`}${effectOn}生效。${words}`;
}

async function standing({ platform }: Opened, matterId: string): Promise<Standing | null> {
  const [row] = await inTransaction(platform.pool, SYSTEM_PREAMBLE, (client) =>
    rows<Standing>(
      client,
      `select m.state, m.title, m.label, r.bureau_id as bureau from matter m
         left join organisation_record r on r.organisation_id = m.home_id and upper_inf(r.known) and r.valid @> $2::date
       where m.id = $1`,
      [matterId, shanghaiDay(platform.now())],
    ),
  );
  return row ?? null;
}
