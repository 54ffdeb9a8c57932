import { isJsonObject } from '#law';
import type { FormStarts } from '#ui/form/typed.ts';
import type { Reply } from '../model.ts';

/** A reply that was sent back is drawn up anew from its own words; the house that drew it up alone holds it. */
export const startsOfAssistance: FormStarts = (state, act) => {
  const kept = state['reply'];
  if (act !== 'draft-reply' || kept === undefined || !isJsonObject(kept)) return null;
  const { outcome, ground, words, materials, contact } = kept as unknown as Reply;
  return { outcome, ground, words, materials: materials.map((name) => ({ name })), contact };
};
