import { DEFAULT_LAW_REGISTER, KNOWN_LAW_VERSIONS, type LawSources, type LawVersion, lawVersionOf, registerWith, SHORT_NAMES } from '#law';
import type { Decided } from '#law/library/decided';
import { type Conflict, type LawLibrary, lawLibrary } from '#law/library/library';
import type { DatedMove } from '#law/library/library-model';
import type { Queryable } from '#platform/db';
import type { Settlement } from './model.ts';
import type { LawEntry } from './store.ts';
import { storedTexts } from './store-texts.ts';

export type KeptLaws = {
  /** Texts and what is registered, also where nothing has been imported yet. */
  readonly library: LawLibrary;
  /** The same for rules: without texts they ask the register alone. */
  readonly sources: LawSources;
};

type Settled = Pick<Settlement, 'what' | 'law' | 'edition' | 'says' | 'startsOn' | 'chosen'> & { readonly among: readonly string[] };
type Linked = Omit<DatedMove, 'by'>;
type Found = { mark: string; texts: number; entries: LawEntry[]; settled: Settled[]; linked: Linked[] };
type Kept = { readonly mark: string; readonly laws: Promise<KeptLaws> };
/** One library in a process: a thousand texts take a second or two to read and some 150 MB to hold. */
let kept: Kept | null = null;

/** Laws as known now. One short query tells whether anything was imported or registered since the last look. */
export async function keptLaws(client: Queryable): Promise<KeptLaws> {
  const [now] = (await client.query<Found>({ name: 'laws', text: NOW })).rows;
  if (now === undefined) throw new Error('the mark of the library answered no row');
  if (kept === null || kept.mark !== now.mark) {
    const reading: Kept = { mark: now.mark, laws: read(client, now) };
    kept = reading;
    // What could not be read is read again at the next question.
    reading.laws.catch(() => {
      if (kept === reading) kept = null;
    });
  }
  return kept.laws;
}

async function read(client: Queryable, { texts, entries, settled, linked }: Found): Promise<KeptLaws> {
  const entered = entries.map(lawVersionOf);
  const registered = [...KNOWN_LAW_VERSIONS, ...entered, ...settled.filter((s) => s.startsOn !== null).map(settledStart)];
  const derived = lawLibrary(texts === 0 ? [] : await storedTexts(client), registered, SHORT_NAMES, decidedBy(settled, linked));
  // A choice between texts shows in the library itself: it is listed again once it no longer holds.
  const isSettled = (c: Conflict): boolean =>
    c.is !== 'two-texts' && settled.some((s) => s.what === c.is && s.law === c.law && s.edition === c.edition && s.says === c.says);
  const library = { ...derived, conflicts: derived.conflicts.filter((c) => !isSettled(c)) };
  const register = entered.length === 0 ? DEFAULT_LAW_REGISTER : registerWith(DEFAULT_LAW_REGISTER, entered);
  return { library, sources: { register, library: texts === 0 ? null : library } };
}

function decidedBy(settled: readonly Settled[], linked: readonly Linked[]): Decided {
  return {
    texts: settled.flatMap(({ chosen, among }) => (chosen === null ? [] : [{ text: chosen, among }])),
    moves: linked.map((move) => ({ ...move, by: '条文对应登记' })),
  };
}

/** A first day in force that a person has found counts as one that is registered. */
function settledStart({ law, startsOn }: Settled): LawVersion {
  return { name: law, aliases: [], level: null, articles: null, inForce: { from: startsOn, until: null }, replacedBy: null };
}

/** Two databases of one cluster never share a mark. */
const NOW = `select concat_ws(' ', current_database(), count(*), max(lower(known)), max(upper(known)),
    (select concat_ws(' ', count(*), max(lower(known)), max(upper(known))) from law_record),
    (select count(*) from law_settlement), (select concat_ws(chr(32), count(*), count(*) filter (where in_use)) from law_link)) as mark,
  count(*) filter (where upper_inf(known))::int as texts,
  (select coalesce(jsonb_agg(jsonb_build_object('recordId', id, 'name', name, 'shortNames', to_jsonb(short_names), 'level', level,
     'validFrom', lower(valid), 'validThrough', upper(valid) - 1, 'replacedBy', replaced_by) order by name collate "C", lower(valid)), '[]')
   from law_record where upper_inf(known)) as entries,
  (select coalesce(jsonb_agg(jsonb_build_object('what', what, 'law', law, 'edition', edition, 'says', says, 'startsOn', starts_on,
     'chosen', chosen, 'among', among) order by matter_id, no), '[]') from law_settlement) as settled,
  (select coalesce(jsonb_agg(jsonb_build_object('law', law, 'from', from_part, 'toLaw', to_law, 'to', to_part, 'on', changed_on) order by matter_id, n), '[]')
   from law_link where in_use) as linked
from law_text`;
