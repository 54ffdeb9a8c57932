import { decisionStands, type Folds, type InputOf, type Lifecycle, type LifecycleRow, notBefore } from '#law';
import {
  type CorrectingRoom,
  correctionsFollowed,
  deadlineAhead,
  type OrderLine,
  orderIssues,
  orderLines,
  type RecheckForms,
  recheckFolds,
  rechecking,
  repeatsDisobeyed,
  withOrder,
  withRepetition,
} from '#law/correcting/index';
import { FORMS } from '../forms.ts';
import type { OrdinaryPenalty } from '../model.ts';
import { ART_28 } from './articles.ts';
import { NO_LETTER_IN_HAND, notRecused, twoOfficers } from './conditions.ts';
import { numberOf, ownNumber, SERIES, withLetter } from './letters.ts';
import { decisionNo } from './rounds.ts';
import { HANDLERS, LEADERS, office } from './who.ts';

type S = OrdinaryPenalty;
const { 'order-correction': orderCorrection } = FORMS;
type OrderForms = { readonly 'order-correction': typeof orderCorrection };
type Order = InputOf<typeof orderCorrection>;

const INQUIRED = ['investigating', 'suspended', 'concluded', 'reviewing', 'notifying', 'told', 'hearing', 'deliberating'] as const;
const AFTER = ['performing', 'urged', 'court', 'ended'] as const;

/** Orders to correct of an ordinary case: by letters of their own, and by the decision. */
export const CORRECTING_ROOM: CorrectingRoom<S> = {
  office,
  handlers: HANDLERS,
  leaders: LEADERS,
  checked: [...INQUIRED, 'decided', ...AFTER, 'transferred'],
  arrivedOn: (s, { letterNo }) => s.letters.find(({ no }) => no === letterNo)?.receivedOn ?? null,
  numberOf: (s, { letterNo }) => s.letters.find(({ no }) => no === letterNo)?.number ?? null,
  decisionStands: (s, { letterNo }) => s.decision?.letterNo === letterNo && s.ending !== 'revoked' && decisionStands(s, decisionNo(s)),
  closedOn: (s) => s.closedOn,
  organId: (s) => s.organId,
  officers: [twoOfficers((i) => i.officers), notRecused((i) => i.officers)],
};
export const CORRECTIONS_FOLLOWED = correctionsFollowed(CORRECTING_ROOM);

/** The orders to correct of a case, as a ledger tells them. */
export const correctionLinesOf = (s: S): readonly OrderLine[] => orderLines(CORRECTING_ROOM, s);

const ENTRY = { does: 'entry', to: 'stays' } as const satisfies Partial<LifecycleRow<S, never>>;

/** On what the order rests while the case goes on: its own basis, and 处罚法 28. */
const groundOf = ({ cause }: S, { basis }: Order): string =>
  `你（单位）涉嫌${cause}。依据${basis}和《中华人民共和国行政处罚法》第二十八条第一款，现责令你（单位）改正：`;

export const CORRECTIONS: Lifecycle<S, OrderForms & RecheckForms> = {
  'order-correction': {
    ...office(LEADERS, ART_28, [NO_LETTER_IN_HAND]),
    ...ENTRY,
    from: [...INQUIRED, ...AFTER],
    group: '责令改正',
    label: '责令改正',
    inputGuards: [
      deadlineAhead((i) => i.by),
      repeatsDisobeyed(CORRECTING_ROOM),
      // 28 does not make the order wait for the filing: what was found on the spot may be ordered right at once.
      notBefore('登记线索', ART_28, (s: S) => s.openedOn),
      ownNumber(ART_28),
    ],
    number: (s, input) => (s === null ? null : numberOf(s.organId, SERIES.correction, input)),
    issues: (s, input, frame, facts) => orderIssues(s, [groundOf(s, input)], input, frame, facts),
    says: (s) => `${s.letters.at(-1)?.number ?? ''}责令改正通知书已签发；用印、送达后到期复查。`,
  },
  ...rechecking(CORRECTING_ROOM),
};

export const CORRECTIONS_FOLDS: Folds<S, OrderForms & RecheckForms> = {
  'order-correction': (s, input, frame) => {
    const { by, content, again } = input;
    const ordered = withOrder(withLetter(s, 'correction', input, frame), { letterNo: s.letters.length + 1, by, content });
    return withRepetition(ordered, again ?? null, frame.legalDate);
  },
  ...recheckFolds<S>(),
};
