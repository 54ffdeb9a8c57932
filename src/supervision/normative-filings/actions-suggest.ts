import type { LocalDate } from '#law';
import { type Platform, perform } from '#platform/acts/perform';
import { unguessableCode } from '#platform/acts/unguessable-code';
import { inTransaction, rows } from '#platform/db';
import { isUuid, SYSTEM_PREAMBLE } from '#platform/session';
import type { Suggester } from './model.ts';

export type Suggested = { readonly document: string; readonly by: Suggester; readonly words: string };
/** `full`: so many wait for their first look that no more is taken here. `gone`: no such document stands in the catalogue any more. */
export type SuggestionAnswer = { readonly receipt: string } | 'gone' | 'full';

/** What the form of one document takes until somebody has looked at it; the window takes more. */
const MOST_UNCHECKED = 50;

/**
 * A suggestion from the public portal, entered by the platform on the filing of the document: its bureau has the task, with
 * the same periods as one from the window (SM-C10, KS-14). Answers the receipt by which its maker asks what became of it.
 */
export async function suggestReview(platform: Platform, suggested: Suggested, today: LocalDate): Promise<SuggestionAnswer> {
  const filing = isUuid(suggested.document) ? await filingOf(platform, suggested.document, today) : null;
  if (filing === null) return 'gone';
  if (filing.unchecked >= MOST_UNCHECKED) return 'full';
  const receipt = unguessableCode();
  const answer = await perform(platform, {
    by: { system: true, city: filing.city },
    kind: 'normative-filing',
    act: 'post-suggestion',
    matterId: filing.id,
    input: { by: suggested.by, words: suggested.words, receipt },
  });
  if (answer.ok) return { receipt };
  if (answer.error === 'refused' && answer.refusal.refused === 'wrong-state') return 'gone';
  throw new Error(`post-suggestion: ${JSON.stringify(answer)}`);
}

type Filing = { readonly id: string; readonly city: number; readonly unchecked: number };

/** Sealed and restricted filings are not there for the public, as in its catalogue. */
async function filingOf({ pool }: Platform, document: string, today: LocalDate): Promise<Filing | null> {
  const [found] = await inTransaction(pool, SYSTEM_PREAMBLE, (client) =>
    rows<Filing>(
      client,
      `select m.id, m.city, (select count(*) from jsonb_array_elements(m.state -> 'suggestions') s where s ->> 'checkedOn' is null)::int as unchecked
       from normative_document d join matter m on m.id = d.matter_id
       where d.id = $1 and upper_inf(d.known) and d.label <= 2 and m.label <= 2 and coalesce(upper(d.valid) > $2::date, true)`,
      [document, today],
    ),
  );
  return found ?? null;
}
