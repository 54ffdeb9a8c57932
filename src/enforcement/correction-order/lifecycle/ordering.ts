import {
  CITATIONS_STAND,
  type CitedText,
  chineseDay,
  type Folds,
  type Guard,
  type InputOf,
  isActorOneOf,
  joinedBy,
  type Lifecycle,
  type LifecycleRow,
  type LocalDate,
  letterInHand,
  noLetterInHand,
  numberOf,
  organQualified,
  ownNumber,
  unverified,
  withLetter,
  withoutLetter,
} from '#law';
import { deadlineAhead, orderIssues, repeatsDisobeyed, withOrder, withoutLastOrder, withRepetition } from '#law/correcting/index';
import { againGrounds, firstGrounds, signedIssues } from '../documents/papers.ts';
import type { Forms } from '../forms.ts';
import type { OrderToCorrect } from '../model.ts';
import { ART_17, ART_28, ART_57 } from './articles.ts';
import { CORRECTING_ROOM, TWO_OFFICERS } from './checking.ts';
import { standing } from './standing.ts';
import { form, HANDLERS, LEADERS, office, organ } from './who.ts';

type S = OrderToCorrect;
type Ordering = Pick<Forms, 'open' | 'revise' | 'return-draft' | 'withdraw' | 'sign' | 'order-again' | 'cancel'>;
type Draft = InputOf<Forms['open']>;

/** The series of the organ's orders to correct, in and outside cases: no two of its letters bear one number. */
const SERIES = '责改';

const FOUND_BEFORE: Guard<S, { readonly foundOn: LocalDate }> = form('发现日期不晚于登记日期', ART_28, ({ input, legalDate }) =>
  input.foundOn > legalDate ? ['found-ahead', '发现日期晚于登记日期'] : null,
);
/** The day was ahead when it was drafted; it has to be when it is signed. */
const STILL_AHEAD: Guard<S, null> = form('改正期限不早于签发之日', ART_28, ({ state: { wanted }, legalDate }) =>
  wanted.by !== null && wanted.by < legalDate ? ['by-past', `改正期限${wanted.by}已经过去，请退回修改`] : null,
);
const SIGNER_APART: Guard<S, null> = {
  ...unverified<S, null>({ name: '签发人不是拟稿人', cite: ART_57, parameter: 'correction.signer-apart' }, ({ state, actor, reported }) =>
    reported !== true && isActorOneOf(actor, state.drafters)
      ? ['own-draft', '本件由您拟稿，应当由其他负责人审批签发（规则参数，待核定）']
      : null,
  ),
  ofPerson: true,
};
const NOT_OUT: Guard<S, null> = form('文书还没有送达', ART_28, ({ state }) => {
  const letter = letterInHand(state);
  return letter?.announced === undefined ? null : ['announced', `${letter.number}已经发出公告，不能作废；违法的依法撤销`];
});

/** Passages of the order that cite the law, with the day on which it was done. */
function cited({ violated, basis, foundOn }: { readonly violated: string; readonly basis: string; readonly foundOn: LocalDate }) {
  const tellsOf = chineseDay(foundOn);
  return [
    { where: '违反的规定', text: violated, tellsOf },
    { where: '责令改正的依据', text: basis },
  ] satisfies readonly CitedText[];
}
/** Until it is signed. */
export const citesIn = (s: S): readonly CitedText[] => (s.letters.length === 0 ? cited(s) : []);

const STEP = { does: 'step' } as const satisfies Partial<LifecycleRow<S, never>>;

export const ORDERING: Lifecycle<S, Ordering> = {
  open: {
    ...STEP,
    ...office(HANDLERS, ART_28, [], 'opener'),
    label: '提请责令改正',
    from: 'start',
    to: 'signing',
    inputGuards: [organQualified(ART_17, '本机关具有行政执法主体资格', '责令改正'), TWO_OFFICERS, FOUND_BEFORE, deadlineAhead((i) => i.by)],
    leadsTo: 'sign',
    says: () => '已提请；等待负责人审批签发。',
  },
  revise: {
    ...STEP,
    cite: ART_28,
    by: organ(HANDLERS),
    label: '修改后重新提请',
    from: ['draft'],
    to: 'signing',
    inputGuards: [TWO_OFFICERS, FOUND_BEFORE, deadlineAhead((i) => i.by)],
    leadsTo: 'sign',
    says: () => '已重新提请；等待负责人审批签发。',
  },
  'return-draft': {
    ...STEP,
    cite: ART_57,
    by: organ(LEADERS),
    label: '退回修改',
    from: ['signing'],
    to: 'draft',
    aside: true,
    says: () => '已退回；修改后重新提请。',
  },
  withdraw: {
    ...STEP,
    cite: ART_28,
    by: organ([...HANDLERS, ...LEADERS]),
    label: '撤回',
    from: ['draft', 'signing'],
    to: 'withdrawn',
    aside: true,
    says: () => '已撤回；没有制发通知书。',
  },
  sign: {
    ...STEP,
    ...office(LEADERS, ART_57, [SIGNER_APART, STILL_AHEAD, CITATIONS_STAND]),
    label: '审批签发',
    from: ['signing'],
    to: standing,
    checksCitations: true,
    inputGuards: [ownNumber(ART_28)],
    number: (s, input) => (s === null ? null : numberOf(s.organId, SERIES, input)),
    needs: (s) => (s === null ? [] : s.officerIds.map((key) => ({ register: 'certificates', key }))),
    issues: (s, input, frame, facts) => [
      ...orderIssues(s, firstGrounds(s), s.wanted, frame, facts),
      ...signedIssues(s, input.opinion, frame, facts),
    ],
    says: (s) => `${s.letters.at(-1)?.number ?? ''}责令改正通知书已签发；用印、送达后到期复查。`,
  },
  'order-again': {
    ...STEP,
    ...office(LEADERS, ART_28, [noLetterInHand()]),
    label: '再次责令改正',
    from: ['disobeyed'],
    to: standing,
    checksCitations: true,
    citesTyped: (_, { basis }) => [{ where: '责令改正的依据', text: basis ?? '' }],
    inputGuards: [CITATIONS_STAND, deadlineAhead((i) => i.by), repeatsDisobeyed(CORRECTING_ROOM), ownNumber(ART_28)],
    number: (s, input) => (s === null ? null : numberOf(s.organId, SERIES, input)),
    issues: (s, input, frame, facts) => orderIssues(s, againGrounds(s, input), input, frame, facts),
    says: (s) => `${s.letters.at(-1)?.number ?? ''}责令改正通知书已签发；用印、送达后到期复查。`,
  },
  cancel: {
    ...STEP,
    cite: ART_28,
    by: organ(LEADERS),
    guards: [NOT_OUT],
    label: '作废（尚未送达）',
    from: ['serving'],
    to: standing,
    aside: true,
    documents: 'void',
    says: () => '文书已作废，没有送达当事人。',
  },
};

function drafted(s: S | null, input: Draft, frame: Parameters<Folds<S, Ordering>['open']>[2]): Pick<S, keyof typeof KEPT | 'drafters'> {
  const { source, sourceRef, officers, party, cause, place, foundOn, facts, violated, basis, content, by, court } = input;
  return {
    ...{ source, sourceRef, officerIds: [...officers], party, cause, place, foundOn, facts, violated, basis },
    wanted: { content, by, court },
    drafters: joinedBy(s?.drafters ?? [], frame.actor),
  };
}
const KEPT = {
  ...{ source: 1, sourceRef: 1, officerIds: 1, party: 1, cause: 1, place: 1, foundOn: 1, facts: 1, violated: 1, basis: 1, wanted: 1 },
};

export const ORDERING_FOLDS: Folds<S, Ordering> = {
  open: (_, input, frame) => ({
    ...drafted(null, input, frame),
    ...{ status: 'signing', organId: frame.actor.organisationId ?? '', openedOn: frame.legalDate },
    ...(frame.mode === 'performed' ? { begunHere: true as const } : {}),
    ...{ letters: [], confirmation: null, failedServices: [], corrections: [] },
    ...{ revocation: null, toCase: null, withdrawnOn: null, archive: null },
  }),
  revise: (s, input, frame) => ({ ...s, ...drafted(s, input, frame) }),
  'return-draft': (s) => s,
  withdraw: (s, _, frame) => ({ ...s, withdrawnOn: frame.legalDate }),
  sign: (s, input, frame) => ordered(s, s.wanted, input, frame),
  'order-again': (s, input, frame) => withRepetition(ordered(s, input, input, frame), input.again, frame.legalDate),
  cancel: (s, _, frame) => cancelled(s, frame.legalDate),
};

function ordered(
  s: S,
  { content, by }: Pick<S['wanted'], 'content' | 'by'>,
  input: { readonly ownNumber: string | null },
  frame: Parameters<Folds<S, Ordering>['sign']>[2],
): S {
  return withOrder(withLetter(s, 'correction', input, frame), { letterNo: s.letters.length + 1, by, content });
}

/** The letter goes to nobody: an order that it would have brought is none, and what it would have repeated or revoked stands as before. */
function cancelled(s: S, on: LocalDate): S {
  const letter = letterInHand(s);
  const without = withoutLetter(s);
  if (letter === null || letter.kind === 'revocation') return { ...without, revocation: null };
  const back = withoutLastOrder(without);
  return standing(back) === 'withdrawn' ? { ...back, withdrawnOn: on } : back;
}
