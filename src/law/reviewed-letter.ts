import type { Citation } from './citation.ts';
import { CITATIONS_STAND } from './citation-check.ts';
import { condition, isActorOneOf, type Person, personOf, type Reviewed, reviewedByAnother } from './conditions.ts';
import { type InputOf, longtext } from './form.ts';
import type { BaseState, Folds, Lifecycle, LifecycleRow, May } from './matter-kind.ts';
import { type Outgoing, signedLetter } from './outgoing.ts';

const optional = { required: false } as const;

export const REVIEWED_LETTER_FORMS = {
  submit: {},
  review: { opinion: longtext('审核意见', optional) },
  'return-draft': { reason: longtext('退回修改的理由') },
  sign: {
    opinion: longtext('签发意见', optional),
    alone: longtext('审核、签发为同一人的理由', { ...optional, hint: '本机关没有其他审核人员、由签发人兼作审核的，必填，并印在签批单上' }),
  },
};
export type ReviewedLetterForms = typeof REVIEWED_LETTER_FORMS;

/** A letter of the issuer's own that one review goes before. */
export type ReviewedLetter = BaseState & {
  readonly drafters: readonly Person[];
  readonly reviewed: Reviewed | null;
  readonly letter: Outgoing | null;
};

export type LetterWay<S extends ReviewedLetter> = {
  readonly cite: Citation;
  readonly drafters: readonly May[];
  readonly reviewers: readonly May[];
  readonly leaders: readonly May[];
  /** Who may send it back: reviewers and leaders, and whoever else the house lets. */
  readonly returners: readonly May[];
  readonly at: Readonly<Record<'draft' | 'reviewing' | 'signing' | 'sealing', S['status']>>;
  /** What signing takes from the registers, which number it asks for and what it prints. */
  readonly signing: Pick<LifecycleRow<S, InputOf<ReviewedLetterForms['sign']>>, 'needs' | 'number' | 'issues'>;
};

/**
 * 送审核 → 审核 → 签发, or back to the draft: inside the issuer's house; whoever drafted neither reviews nor signs, and
 * every citation leads to a text in force.
 */
export function reviewedLetter<S extends ReviewedLetter>(way: LetterWay<S>): Lifecycle<S, ReviewedLetterForms> {
  const { cite, at, drafters, reviewers, returners, leaders, signing } = way;
  const notDrafted = condition<S, null>('审核、签发人不是拟稿人', 'law', cite, ({ state, actor }) =>
    isActorOneOf(actor, state.drafters) ? ['own-draft', '不得由拟稿人本人审核或者签发'] : null,
  );
  const inside = { does: 'step', inside: 'issuer', cite } as const;
  return {
    submit: { ...inside, label: '送审核', from: [at.draft], to: at.reviewing, by: drafters, leadsTo: 'sign', says: () => '已送审核。' },
    review: {
      ...inside,
      label: '审核',
      from: [at.reviewing],
      to: at.signing,
      by: reviewers,
      guards: [notDrafted],
      leadsTo: 'sign',
      inputGuards: [CITATIONS_STAND],
      checksCitations: true,
      says: () => '已审核；等待签发。',
    },
    'return-draft': {
      ...inside,
      label: '退回修改',
      from: [at.reviewing, at.signing],
      to: at.draft,
      by: returners,
      aside: true,
      says: () => '已退回修改。',
    },
    sign: {
      ...inside,
      ...signing,
      label: '签发',
      from: [at.signing],
      to: at.sealing,
      by: leaders,
      guards: [notDrafted],
      inputGuards: [reviewedByAnother<S>(cite, (s) => s.reviewed?.by ?? null), CITATIONS_STAND],
      checksCitations: true,
      stepUp: true,
      says: (s) => `已签发，文号${s.letter?.number ?? ''}；等待用印。`,
    },
  };
}

/** `document` is the kind that signing issues under the number: "DOC-19". */
export function reviewedLetterFolds<S extends ReviewedLetter>(document: (s: S) => string): Folds<S, ReviewedLetterForms> {
  return {
    submit: (s) => s,
    review: (s, input, frame) => ({ ...s, reviewed: { by: personOf(frame.actor), opinion: input.opinion, on: frame.legalDate } }),
    'return-draft': (s) => ({ ...s, reviewed: null }),
    sign: (s, _, frame) => ({ ...s, letter: signedLetter(frame, document(s)) }),
  };
}
