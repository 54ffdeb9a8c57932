import { type LocalDate, localDate } from '#law';
import type { FinedAct } from '#law/rules/index';
import type { PenaltyRow } from '../model.ts';
import { Fingerprint } from '../reading/fingerprint.ts';
import { conductKey, isFined, likenessKey, likenessWords, partyKey, plain } from '../rules/index.ts';

/** Narratives of fewer characters agree by chance; D05 asks for their length. */
const TELLING = 30;

/** Stands for 违法事实 where only its sameness is asked: as long as the narrative where its length counts. */
function narrativeMark(facts: string): string | null {
  const words = plain(facts);
  if (words === '') return null;
  const mark = new Fingerprint().take(words).value.toString(36);
  return words.length >= TELLING ? mark.padEnd(TELLING, '0') : mark;
}

/** What comparing asks of a decision, and nothing else of it. */
export type Comparable = {
  /** Who is fined, as a key; null: nobody who can be told apart. */
  readonly party: string | null;
  /** As D05 compares it. */
  readonly fined: FinedAct;
  /** What makes two decisions alike, as a key; null: not enough is given. */
  readonly likeness: string | null;
  /** The same in words. */
  readonly alike: string;
};

/** Keeps of each row what comparing asks; texts that repeat are kept once, and none keeps the file's buffer alive. */
export function comparables(): (row: PenaltyRow) => Comparable {
  const kept = new Map<string, string>();
  const once = <T extends string | null>(text: T): T | string => {
    if (text === null) return text;
    const known = kept.get(text);
    if (known !== undefined) return known;
    const copy = own(text);
    if (kept.size < MOST_KEPT) kept.set(copy, copy);
    return copy;
  };
  const onceDay = <T extends LocalDate | null>(day: T): T | LocalDate => (day === null ? day : localDate(once(day)));
  return (row) => {
    const who = partyKey(row);
    const { facts, fineFen } = row;
    return {
      party: who === null ? null : own(who),
      fined: {
        id: null,
        number: own(row.number.key),
        written: own(row.number.text),
        organ: once(row.organ.name),
        fineFen,
        decidedOn: onceDay(row.decidedOn),
        conduct: once(conductKey(row.conduct)),
        // Only what is fined, and of a party that is known, is ever compared by what was done.
        narrative: who === null || facts === null || !isFined(row) ? null : narrativeMark(facts),
        actStartedOn: onceDay(row.extension.actStartedOn),
        actEndedOn: onceDay(row.extension.actEndedOn),
      },
      likeness: once(likenessKey(row)),
      alike: once(likenessWords(row.conduct, row.penalty.kinds)),
    };
  };
}

const MOST_KEPT = 20_000;

/** A copy that is no slice of a longer text; shorter texts are never slices. */
function own(text: string): string {
  return text.length < 13 ? text : Buffer.from(text, 'utf8').toString('utf8');
}
