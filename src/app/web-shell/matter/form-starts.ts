import type { Json } from '#law';
import type { MatterView, OfferedAct, TimelineAct } from '#ui/api/types.ts';
import { startsOfPenalty } from '#ui/form/penalty-starts.ts';
import { type FormStarts, type FormUnasked, type RowCaptions, type TypedForm, typedFrom } from '#ui/form/typed.ts';
import { startsOfAssistance } from '../../../coordination/assistance/web/form-starts.ts';
import { startsOfCorrectionOrder } from '../../../enforcement/correction-order/web/form-starts.ts';
import { startsOfOrdinaryPenalty, unaskedOfOrdinaryPenalty } from '../../../enforcement/ordinary-penalty/web/form-starts.ts';
import { startsOfSummaryPenalty } from '../../../enforcement/summary-penalty/web/form-starts.ts';
import { captionsOfSupervisionDocument, startsOfSupervisionDocument } from '../../../supervision/supervision-document/web/form-starts.ts';

/** What the forms of a kind's acts are filled with before anybody types, from what the matter holds already. */
const BY_KIND: Readonly<Record<string, FormStarts>> = {
  'supervision-document': startsOfSupervisionDocument,
  'ordinary-penalty': startsOfOrdinaryPenalty,
  'summary-penalty': startsOfSummaryPenalty,
  'correction-order': startsOfCorrectionOrder,
  assistance: startsOfAssistance,
};

const CAPTIONS: Readonly<Record<string, RowCaptions>> = {
  'supervision-document': captionsOfSupervisionDocument,
};

const UNASKED: Readonly<Record<string, FormUnasked>> = { 'ordinary-penalty': unaskedOfOrdinaryPenalty };

export const formUnasked = (matter: MatterView, act: string): readonly string[] => UNASKED[matter.kind]?.(matter.state, act) ?? [];

export function rowCaption(matter: MatterView): (field: string, row: TypedForm) => string | null {
  return (field, row) => CAPTIONS[matter.kind]?.(matter.state, field, row) ?? null;
}

/** What papers of one case say alike: whom to ask, why it is punished, which court is open to the party; with the acts that say it. */
const SAID_ALIKE: Readonly<Record<string, readonly string[]>> = {
  contact: ['notify', 'urge', 'announce-hearing', 'entrust-appraisal'],
  reasons: ['notify', 'decide'],
  court: ['order-correction', 'decide', 'decide-none', 'correct-own'],
};

/** Acts that say once more, with changes, what an earlier act of the same form said. */
const SAYS_AGAIN: readonly string[] = ['revise', 'resubmit', 'prepare'];

/** Proposals that may be sent back: whoever proposes again goes on from the words that were sent back, beside what the case knows. */
const SENT_BACK: readonly string[] = ['propose-filing'];

export function formStart(matter: MatterView, act: OfferedAct, today: string): TypedForm {
  const { kind, state } = matter;
  const own = BY_KIND[kind]?.(state, act.act) ?? startsOfPenalty(state, act.act);
  const known = {
    ...saidAlike(matter, act),
    ...(own ?? (SAYS_AGAIN.includes(act.act) ? saidLast(matter, act) : null)),
    ...(SENT_BACK.includes(act.act) ? saidLast(matter, act) : null),
    // Mostly told of on the day itself; where it is told of later, a day after the one told is refused.
    ...(act.act === 'publish' ? { on: today } : {}),
  };
  if (Object.keys(known).length === 0) return {};
  const names = new Map(matter.parties.map((party) => [party.organisationId, party.name]));
  return typedFrom(act.form, known, (id) => names.get(id) ?? '');
}

/** What was said last on this form, as it counts today. */
function saidLast(matter: Pick<MatterView, 'timeline'>, act: OfferedAct): { readonly [key: string]: Json } | null {
  const asked = Object.keys(act.form);
  const said = matter.timeline.filter(({ retracted, input }) => !retracted && input !== null && asked.every((key) => key in input));
  return said.reduce<TimelineAct | null>((last, one) => (last === null || one.seq > last.seq ? one : last), null)?.input ?? null;
}

/** Words that an earlier paper of the case bears already, as it said them last. */
function saidAlike(matter: Pick<MatterView, 'timeline'>, act: OfferedAct): { readonly [key: string]: Json } {
  const asked = Object.entries(SAID_ALIKE).filter(([key, acts]) => key in act.form && acts.includes(act.act));
  return Object.fromEntries(
    asked.flatMap(([key, acts]) => {
      const said = matter.timeline.filter(
        ({ type, retracted, input }) => acts.includes(type) && !retracted && typeof input?.[key] === 'string',
      );
      const last = said.toSorted((a, b) => b.seq - a.seq)[0]?.input?.[key];
      return last === undefined ? [] : [[key, last] as const];
    }),
  );
}
