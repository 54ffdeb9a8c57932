import { DEFAULT_LAW_REGISTER, KNOWN_LAW_VERSIONS, type LawSources, lawVersionOf, registerWith, SHORT_NAMES } from '#law';
import { type LawLibrary, lawLibrary } from '#law/library/library';
import { type Queryable, rows } from '#platform/db';
import type { LawEntry } from './store.ts';
import { storedTexts } from './store-texts.ts';

export type KeptLaws = {
  /** Texts and what is registered, also where nothing has been imported yet. */
  readonly library: LawLibrary;
  /** The same for rules: without texts they ask the register alone. */
  readonly sources: LawSources;
};

type Kept = { readonly mark: string; readonly laws: Promise<KeptLaws> };
/** One library in a process: a thousand texts take a second or two to read and some 150 MB to hold. */
let kept: Kept | null = null;

/** Laws as known now. One short query tells whether anything was imported or registered since the last look. */
export async function keptLaws(client: Queryable): Promise<KeptLaws> {
  const [now] = await rows<{ mark: string; texts: number; entries: LawEntry[] }>(client, NOW);
  if (now === undefined) throw new Error('the mark of the library answered no row');
  if (kept === null || kept.mark !== now.mark) {
    const reading: Kept = { mark: now.mark, laws: read(client, now.texts, now.entries) };
    kept = reading;
    // What could not be read is read again at the next question.
    reading.laws.catch(() => {
      if (kept === reading) kept = null;
    });
  }
  return kept.laws;
}

async function read(client: Queryable, texts: number, entries: readonly LawEntry[]): Promise<KeptLaws> {
  const entered = entries.map(lawVersionOf);
  const library = lawLibrary(texts === 0 ? [] : await storedTexts(client), [...KNOWN_LAW_VERSIONS, ...entered], SHORT_NAMES);
  const register = entered.length === 0 ? DEFAULT_LAW_REGISTER : registerWith(DEFAULT_LAW_REGISTER, entered);
  return { library, sources: { register, library: texts === 0 ? null : library } };
}

/** Two databases of one cluster never share a mark. */
const NOW = `select concat_ws(' ', current_database(), count(*), max(lower(known)), max(upper(known)),
    (select concat_ws(' ', count(*), max(lower(known)), max(upper(known))) from law_record)) as mark,
  count(*) filter (where upper_inf(known))::int as texts,
  (select coalesce(jsonb_agg(jsonb_build_object('recordId', id, 'name', name, 'shortNames', to_jsonb(short_names), 'level', level,
     'validFrom', lower(valid), 'validThrough', upper(valid) - 1, 'replacedBy', replaced_by) order by name collate "C", lower(valid)), '[]')
   from law_record where upper_inf(known)) as entries
from law_text`;
