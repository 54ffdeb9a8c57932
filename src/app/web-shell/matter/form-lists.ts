import type { MatterView } from '#ui/api/types.ts';
import type { FormLists } from '#ui/form/form-lists.ts';
import { listsOfPenalty } from '#ui/form/penalty-lists.ts';
import { listsOfOrdinaryPenalty } from '../../../enforcement/ordinary-penalty/web/form-lists.ts';
import { useCaseLists } from '../../../supervision/case-supervision/web/form-lists.ts';

/** Lists that stand in the matter as it is shown; the others have to be asked for. */
const BY_KIND: Readonly<Record<string, (matter: Pick<MatterView, 'state' | 'officers'>, act: string) => FormLists>> = {
  'ordinary-penalty': ({ state, officers }, act) => listsOfOrdinaryPenalty(state, act, officers),
  'summary-penalty': ({ state }, act) => listsOfPenalty(state, act),
  'correction-order': ({ state }, act) => listsOfPenalty(state, act),
};

/** What an act names of the matter as it is shown; null: its kind has no such lists. */
export function shownLists(matter: MatterView, act: string): FormLists | null {
  return BY_KIND[matter.kind]?.(matter, act) ?? null;
}

/** What the form of an act ticks or picks from the matter itself. */
export function useFormLists(matter: MatterView, act: string): FormLists {
  const asked = useCaseLists(matter, act);
  return shownLists(matter, act) ?? asked;
}
