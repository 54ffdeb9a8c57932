import {
  type Folds,
  type Guard,
  type Lifecycle,
  type LifecycleRow,
  type LocalDate,
  noLetterInHand,
  numberOf,
  ownNumber,
  withLetter,
} from '#law';
import { ordersOf } from '#law/correcting/index';
import { revocationIssues } from '../documents/papers.ts';
import type { Forms } from '../forms.ts';
import { type OrderToCorrect, REVOKED_BY_LABELS } from '../model.ts';
import { ART_47, ART_75 } from './articles.ts';
import { arrivedOn, standing } from './standing.ts';
import { form, HANDLERS, LEADERS, office } from './who.ts';

type S = OrderToCorrect;
type Revoking = Pick<Forms, 'revoke' | 'note-revoked' | 'archive'>;

/** The party has an order, obeyed or not: it may have been unlawful all the same. */
const ORDERED = ['with-party', 'disobeyed', 'filing', 'corrected', 'followed'] as const;

const EFFECT_BETWEEN: Guard<S, { readonly on: LocalDate }> = form('生效日期在送达之后、登记之前', ART_75, ({ state, input, legalDate }) => {
  const first = ordersOf(state)
    .map((order) => arrivedOn(state, order))
    .find((day) => day !== null);
  if (input.on > legalDate) return ['day-ahead', '生效日期晚于登记日期'];
  return first != null && input.on < first ? ['day-before', `生效日期早于责令改正的送达日期（${first}）`] : null;
});

const STEP = { does: 'step' } as const satisfies Partial<LifecycleRow<S, never>>;

/** An unlawful order is revoked by the organ itself, or by whoever stands over it; in the end everything goes to the archive. */
export const REVOKING: Lifecycle<S, Revoking> = {
  revoke: {
    ...STEP,
    ...office(LEADERS, ART_75, [noLetterInHand()]),
    label: '撤销责令改正',
    from: ORDERED,
    to: standing,
    aside: true,
    inputGuards: [ownNumber(ART_75)],
    number: (s, input) => (s === null ? null : numberOf(s.organId, '责改撤', input)),
    issues: (s, input, frame, facts) => revocationIssues(s, input, frame, facts),
    says: (s) => `${s.letters.at(-1)?.number ?? ''}撤销责令改正通知书已签发；用印、送达后生效。`,
  },
  'note-revoked': {
    ...STEP,
    ...office(HANDLERS, ART_75),
    label: '登记被撤销',
    from: ORDERED,
    to: standing,
    aside: true,
    inputGuards: [EFFECT_BETWEEN],
    says: () => '责令改正已被撤销；归档后办结。',
  },
  archive: {
    ...STEP,
    ...office(HANDLERS, ART_47),
    label: '归档',
    from: ['corrected', 'followed', 'revoked'],
    to: 'archived',
    says: () => '已归档。',
  },
};

export const REVOKING_FOLDS: Folds<S, Revoking> = {
  revoke: (s, { reason, ownNumber: own }, frame) => ({
    ...withLetter(s, 'revocation', { ownNumber: own }, frame),
    revocation: { letterNo: s.letters.length + 1, reason, effectOn: null },
  }),
  'note-revoked': (s, { via, number, on, words }) =>
    revokedOn({ ...s, revocation: { letterNo: null, reason: `${REVOKED_BY_LABELS[via]}${number}：${words}`, effectOn: null } }, on),
  archive: (s, { number }, frame) => ({ ...s, archive: { on: frame.legalDate, number } }),
};

/** From that day no order stands: what nobody has checked or followed is not waited for any more. */
export function revokedOn(s: S, effectOn: LocalDate): S {
  const moot = { how: 'moot', words: '责令改正已经撤销' } as const;
  const corrections = ordersOf(s).map((order) => {
    if (order.corrected === true || order.followed !== undefined) return order;
    const arrived = arrivedOn(s, order);
    // A decision of others may take effect on a day before the order was repeated: nothing comes of an order before it arrived.
    return { ...order, followed: { on: arrived !== null && arrived > effectOn ? arrived : effectOn, ...moot } };
  });
  return { ...s, corrections, revocation: s.revocation === null ? null : { ...s.revocation, effectOn } };
}
