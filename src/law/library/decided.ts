import type { Conflict, DatedMove, IndexedText } from './library-model.ts';

/** Which of the texts of one edition is the text: `among` are all that were at hand when a person compared them. */
export type ChosenText = { readonly text: string; readonly among: readonly string[] };

/** What persons have found where texts contradict each other or stay silent. */
export type Decided = { readonly texts: readonly ChosenText[]; readonly moves: readonly DatedMove[] };

export const NOTHING_DECIDED: Decided = { texts: [], moves: [] };

type Choosable = { readonly law: string; readonly label: string; texts: readonly IndexedText[] };

/** Leaves of several texts of one edition the one that a person has chosen; a text that came later wants a new look. */
export function chooseTexts(laws: ReadonlyMap<string, readonly Choosable[]>, chosen: readonly ChosenText[], conflicts: Conflict[]): void {
  for (const editions of laws.values())
    for (const edition of editions) {
      const { texts, law, label } = edition;
      if (texts.length < 2) continue;
      const choice = chosen.findLast((c) => texts.some((t) => t.id === c.text) && texts.every((t) => c.among.includes(t.id)));
      if (choice === undefined)
        conflicts.push({ is: 'two-texts', law, edition: label, says: `${texts.map((t) => t.source).join('、')}内容不同` });
      else edition.texts = texts.filter((t) => t.id === choice.text);
    }
}
