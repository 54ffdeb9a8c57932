import { designatedAhead, type InputOf, isJsonObject, type Json, type Need, notDesignated } from '#law';
import { itemNeeds, offList, outsideArea } from '#law/own-power';
import type { FORMS } from '../forms.ts';
import type { OrdinaryPenalty } from '../model.ts';
import { ART_17, ART_22 } from './articles.ts';
import { form, law } from './conditions.ts';

type S = OrdinaryPenalty;
type Proposal = InputOf<(typeof FORMS)['propose-filing']>;

/** What is proposed now stands before what the clue said. */
const itemOf = (s: S, input: Proposal): string | null => input.itemCode ?? s.itemCode;

/** A case from elsewhere may not have told it: S02 then has no answer. */
export const ITEM_TOLD = form<Proposal>('写明处罚事项', ART_17, ({ state, input, reported }) =>
  reported === true || itemOf(state, input) !== null
    ? null
    : ['no-item', '请从本机关权责清单（苏木乡镇、街道从赋权清单）中选定处罚事项；没有录入清单的，填写事项编码'],
);

/** S02, S07: on the organ's own list, a township's on what it was empowered to. */
export const OWN_ITEM = law<Proposal>('处罚事项在本机关的清单内', ART_17, (c) => {
  const itemCode = itemOf(c.state, c.input);
  return itemCode === null ? null : offList({ ...c, organId: c.state.organId, itemCode });
});

export const ownItemNeeds = (s: S | null, input: Proposal): readonly Need[] => (s === null ? [] : itemNeeds(s.organId, itemOf(s, input)));

export const REGION_TOLD = form<Proposal>('写明违法行为发生地', ART_22, ({ input, reported }) =>
  reported === true || input.region != null ? null : ['no-region', '请选择违法行为发生地所在的旗县区、苏木乡镇'],
);

export const DESIGNATION_FITS = form<Proposal>('指定管辖的日期不晚于提请立案', ART_22, ({ input, legalDate }) =>
  designatedAhead(input, legalDate),
);

/** F02: outside its own region an organ acts only where it has been put in charge, and the document says so (22, 25). */
export const OWN_PLACE = law<Proposal>('违法行为由本机关管辖', ART_22, ({ state, input, facts, reported }) => {
  if (input.region == null)
    return input.jurisdiction === 'outside'
      ? ['jurisdiction', '违法行为发生地不在本机关管辖区域内、又未被指定管辖的，应当移送有管辖权的机关']
      : null;
  const place = outsideArea(state.organId, input.region, facts);
  if (place === null || place === 'unknown') return place;
  return notDesignated(input, { code: 'jurisdiction', place: place.name, reported: reported === true });
});

/** Payloads of the first form told in one word whether the organ was in charge, and no place. */
export function placeInOneWord(payload: Json): Json {
  if (!isJsonObject(payload)) return payload;
  const { place, ...told } = payload;
  return { ...told, jurisdiction: place === false ? 'outside' : 'own' };
}
