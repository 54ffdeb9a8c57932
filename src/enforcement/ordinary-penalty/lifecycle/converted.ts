import { type Folds, type Lifecycle, personOf } from '#law';
import { FORMS } from '../forms.ts';
import type { OrdinaryPenalty } from '../model.ts';
import { ART_54 } from './articles.ts';
import { form, QUALIFIED_ORGAN } from './conditions.ts';
import { gather } from './investigation.ts';
import { opened } from './opened.ts';
import { HANDLERS, office } from './who.ts';

type S = OrdinaryPenalty;

const { 'open-converted': openConverted } = FORMS;
type ConvertedForms = { 'open-converted': typeof openConverted };

/** 52, 54: what cannot be decided on the spot is handled here. */
export const CONVERTED_HERE = form<{ readonly fromSummary: string | null }>(
  '来源是本机关转为普通程序的当场处罚案件',
  ART_54,
  ({ input, actor, facts }) => {
    if (input.fromSummary === null) return null;
    if (facts.matters === undefined) return 'unknown';
    const from = facts.matters.get(input.fromSummary);
    if (from === undefined || from.homeId !== actor.organisationId) return ['other-organs-matter', '只能由本机关的当场处罚案件转来'];
    return from.status === 'converted' || from.status === 'remaking'
      ? null
      : ['not-converted', '该案件没有转为普通程序，也没有被撤销后重新处理'];
  },
);

/**
 * A case that could not be decided on the spot goes on here with what was found there: the party, the officers, the facts and
 * what they rest on, and what was taken. Nothing of it proves anything before it has been verified (46).
 */
export const CONVERTED: Lifecycle<S, ConvertedForms> = {
  'open-converted': {
    ...office(HANDLERS, ART_54, [], 'opener'),
    does: 'step',
    label: '当场处罚转来',
    from: 'start',
    to: 'clue',
    roomOnly: true,
    elsewhere: true,
    inputGuards: [QUALIFIED_ORGAN, CONVERTED_HERE],
    links: ({ fromSummary }) => [{ to: fromSummary, as: 'opened-from' }],
    says: (s) => `已由当场处罚转来“${s.cause}”的线索；核查后提请立案，或者报请不予立案。`,
  },
};

export const CONVERTED_FOLDS: Folds<S, ConvertedForms> = {
  'open-converted': (_, input, frame) => {
    const { fromSummary, party, isEnterprise, cause, narrative, place, itemCode, actOn, discoveredOn, officers, basis } = input;
    const told = { fromSummary, party, isEnterprise, cause, narrative, place, itemCode, discoveredOn, harm: false, materials: null };
    const days = { actStartedOn: actOn, actEndedOn: actOn };
    const clue = opened(
      { ...told, ...days, source: 'on-the-spot', sourceRef: null },
      frame.actor.organisationId ?? '',
      frame.legalDate,
      personOf(frame.actor),
    );
    const carried: S = { ...clue, handlerIds: officers, basis };
    if ((input.materials ?? []).length === 0) return carried;
    const piece = { name: '当场处罚现场取得的照片、录音录像等材料', source: '现场执法', place, collectorIds: officers } as const;
    const taken = gather(carried, frame, { ...piece, kind: 'audiovisual', how: 'surveyed', form: 'original', unsigned: null, late: null });
    return { ...taken, evidence: taken.evidence.map((e) => ({ ...e, on: discoveredOn })) };
  },
};
