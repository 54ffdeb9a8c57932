import { conditionsOf, type Folds, type InputOf, type Lifecycle, notHeavierThan, putRight, standingOf, standingTold } from '#law';
import { amendingIssues } from '../documents/amending.ts';
import { FORMS } from '../forms.ts';
import type { OrdinaryPenalty } from '../model.ts';
import { ART_75 } from './articles.ts';
import { NO_LETTER_IN_HAND } from './conditions.ts';
import { DISPUTING_ROOM } from './disputes.ts';
import { numberOf, ownNumber, SERIES, withLetter } from './letters.ts';
import { decisionNo, reopen } from './rounds.ts';
import { office } from './who.ts';

type S = OrdinaryPenalty;

const { 'correct-own': correctOwn } = FORMS;
const OWN_FORMS = { 'correct-own': correctOwn };
type OwnForms = typeof OWN_FORMS;
type Own = InputOf<OwnForms['correct-own']>;

const { form } = conditionsOf<S>();
const STANDS = form<null>('决定已经送达，仍然有效', ART_75, ({ state }) => {
  if (state.decision?.receivedOn == null) return ['not-served', '处罚决定还没有送达，没有可以变更、撤销的决定'];
  return state.ending === 'revoked' ? ['revoked', '处罚决定已经被撤销或者确认无效'] : null;
});
const CHANGE_TOLD = form<Own>('变更的写明变更后的处罚', ART_75, ({ input }) => standingTold(input.undoing, input));

/**
 * 75¶2: the organ itself finds its decision wrong and puts it right. Decided by the chief; a heavier penalty is never a mere
 * change: the decision is revoked and made anew, with a notice of its own.
 */
export const CORRECTING_OWN: Lifecycle<S, OwnForms> = {
  'correct-own': {
    ...office(['head'], ART_75, [STANDS, NO_LETTER_IN_HAND]),
    does: 'entry',
    group: '复议诉讼',
    label: '自行撤销、变更',
    from: ['performing', 'urged', 'court', 'ended', 'closed', 'archived'],
    to: (s) => s.status,
    aside: true,
    stepUp: true,
    inputGuards: [CHANGE_TOLD, notHeavierThan(DISPUTING_ROOM, ART_75, () => null), ownNumber(ART_75)],
    number: (s, input) => (s === null ? null : numberOf(s.organId, SERIES.amending, input)),
    issues: (s, input, frame, facts) => amendingIssues(s, input, frame, facts),
    says: (s) => `${s.letters.at(-1)?.number ?? ''}已签发；用印、送达后生效。`,
  },
};

export const CORRECTING_OWN_FOLDS: Folds<S, OwnForms> = {
  'correct-own': (s, input, frame) => {
    const { via, undoing, cause, reason, redoBy } = input;
    const open = reopen(s);
    const amendment = {
      letterNo: s.letters.length + 1,
      on: frame.legalDate,
      via,
      undoing,
      cause,
      words: reason,
      after: standingOf(input),
      redoBy,
    };
    return { ...withLetter(open, 'amending', input, frame), amendment };
  },
};

/** The letter has arrived: from that day on the decision no longer stands as it was made. */
export function amended(s: S, effectOn: S['openedOn'], number: string): S {
  const { amendment } = s;
  if (amendment === null) return s;
  const { letterNo: _, on: __, ...told } = amendment;
  return putRight(DISPUTING_ROOM, { ...s, amendment: null }, decisionNo(s), { ...told, disputeNo: null, effectOn, document: number });
}
