import { decisionStands, type Folds, type Guard, type InputOf, type Lifecycle, type LifecycleRow } from '#law';
import {
  type CorrectingRoom,
  correctionsFollowed,
  disobeyedOrders,
  type RecheckForms,
  recheckFolds,
  rechecking,
  withNote,
  withOrder,
} from '#law/correcting/index';
import { correctionIssues } from '../documents/inquiry.ts';
import { FORMS } from '../forms.ts';
import type { OrdinaryPenalty } from '../model.ts';
import { ART_28 } from './articles.ts';
import { form, NO_LETTER_IN_HAND, notRecused, twoOfficers } from './conditions.ts';
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
  decisionStands: (s, { letterNo }) => s.decision?.letterNo === letterNo && s.ending !== 'revoked' && decisionStands(s, decisionNo(s)),
  closedOn: (s) => s.closedOn,
  organId: (s) => s.organId,
  officers: [twoOfficers((i) => i.officers), notRecused((i) => i.officers)],
};
export const CORRECTIONS_FOLLOWED = correctionsFollowed(CORRECTING_ROOM);

/** Before a day that has gone by nothing can be corrected; absent: at once. */
export function deadlineAhead<I>(byOf: (input: I) => string | null): Guard<S, I> {
  return form<I>('改正期限不早于责令之日', ART_28, ({ input, legalDate }) => {
    const by = byOf(input);
    return by !== null && by < legalDate ? ['by-past', '改正期限不得早于办理日期'] : null;
  });
}
const REPEATS = form<Order>('再次责令的，前次复查没有改正', ART_28, ({ state, input: { again } }) =>
  again === null || disobeyedOrders(CORRECTING_ROOM, state).some(({ no }) => no === again)
    ? null
    : ['not-disobeyed', `第${again}次责令改正没有复查、已经改正或者已经作了处理`],
);

const ENTRY = { does: 'entry', to: 'stays' } as const satisfies Partial<LifecycleRow<S, never>>;

export const CORRECTIONS: Lifecycle<S, OrderForms & RecheckForms> = {
  'order-correction': {
    ...office(LEADERS, ART_28, [NO_LETTER_IN_HAND]),
    ...ENTRY,
    from: [...INQUIRED, ...AFTER],
    group: '责令改正',
    label: '责令改正',
    inputGuards: [deadlineAhead((i) => i.by), REPEATS, ownNumber(ART_28)],
    number: (s, input) => (s === null ? null : numberOf(s.organId, SERIES.correction, input)),
    issues: (s, input, frame, facts) => correctionIssues(s, input, frame, facts),
    says: (s) => `${s.letters.at(-1)?.number ?? ''}责令改正通知书已签发；用印、送达后到期复查。`,
  },
  ...rechecking(CORRECTING_ROOM),
};

export const CORRECTIONS_FOLDS: Folds<S, OrderForms & RecheckForms> = {
  'order-correction': (s, input, frame) => {
    const { by, content, again } = input;
    const ordered = withOrder(withLetter(s, 'correction', input, frame), { letterNo: s.letters.length + 1, by, content });
    const words = `第${ordered.corrections.length}次责令改正`;
    return again == null ? ordered : withNote(ordered, again, { followed: { on: frame.legalDate, how: 'again', words } });
  },
  ...recheckFolds<S>(),
};
