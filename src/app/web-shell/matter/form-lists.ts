import type { MatterView } from '#ui/api/types.ts';
import type { FormLists } from '#ui/form/form-lists.ts';
import { listsOfOrdinaryPenalty } from '../../../enforcement/ordinary-penalty/web/form-lists.ts';
import { useCaseLists } from '../../../supervision/case-supervision/web/form-lists.ts';

/** What the form of an act ticks or picks from the matter itself. */
export function useFormLists(matter: MatterView, act: string): FormLists {
  const ofCase = useCaseLists(matter, act);
  return matter.kind === 'ordinary-penalty' ? listsOfOrdinaryPenalty(matter.state, act, matter.officers) : ofCase;
}
