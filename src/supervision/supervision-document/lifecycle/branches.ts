import { condition, type Folds, type Guard, isActorOneOf, type Lifecycle, refuse, termsOf } from '#law';
import { FORMS } from '../forms.ts';
import type { Status, SupervisionDocument } from '../model.ts';
import { ART_22_1, REGULATION_42_2 } from './articles.ts';
import { BY } from './people.ts';

type S = SupervisionDocument;

const { object, 'decide-objection': decideObjection, replace, answer, 'close-letter': closeLetter } = FORMS;
export const BRANCH_FORMS = { object, 'decide-objection': decideObjection, replace, answer, 'close-letter': closeLetter };
type BranchForms = typeof BRANCH_FORMS;

const WITH_THE_UNIT: readonly Status[] = ['proposing', 'assigning', 'handling', 'legal-review', 'report-signing'];
/** A decision on measures that has not been served is withdrawn first (`withdraw-decision`). */
const AFTER_SERVICE: readonly Status[] = [
  'receiving',
  ...WITH_THE_UNIT,
  ...(['verifying', 'lapsed', 'late-verifying', 'government', 'referred', 'answering', 'answered'] as const),
  ...(['measures-receiving', 'performing', 'performed'] as const),
];

const REVIEW_IS_ON: Guard<S, null> = {
  name: '本市启用复核',
  nature: 'law',
  cite: ART_22_1,
  check: ({ profile, legalDate }) =>
    termsOf(profile, 'local.review-apply', legalDate) === null
      ? refuse('review-off', ART_22_1, '细则未规定对监督文书的复核，本市规则参数未启用（待核定）')
      : null,
};
const ONE_OBJECTION = condition<S, null>('同一文书只申请一次复核', 'form', ART_22_1, ({ state }) =>
  state.objection === null ? null : ['objected', '已经申请过复核'],
);
const OBJECTION_PENDING = condition<S, null>('有待决定的复核申请', 'form', ART_22_1, ({ state }) =>
  state.objection !== null && state.objection.result === null ? null : ['no-objection', '没有待决定的复核申请'],
);
const OTHERS_DECIDE = condition<S, null>('复核由其他监督人员办理', 'law', ART_22_1, ({ state, actor }) => {
  const { drafters, checkedBy, reviewedBy, draft } = state;
  const tookPart = isActorOneOf(actor, [...drafters, checkedBy, reviewedBy]) || draft.handlerIds.includes(actor.officerId ?? '');
  return tookPart ? ['took-part', '参与制发本文书的人员应当回避复核'] : null;
});

const NOT_SERVED: readonly string[] = ['draft', 'checking', 'reviewing', 'signing', 'sealing', 'serving', 'withdrawn'];

/** What is replaced stays in force until the unit has the document that takes its place. */
const BY_A_SERVED_FOLLOWER: Guard<S, { readonly by: string }> = {
  name: '更正或者撤销本文书的文书已经送达',
  nature: 'law',
  cite: ART_22_1,
  check: ({ state, input, facts }) => {
    if (facts.matters === undefined) return 'unknown';
    const by = facts.matters.get(input.by);
    if (by?.homeId !== state.issuerId || !by.followsThis)
      return refuse('not-follower', ART_22_1, '应当选择本机关为更正或者撤销本文书而制发、拟稿时已关联本文书的文书');
    return NOT_SERVED.includes(by.status)
      ? refuse('not-served', ART_22_1, '更正或者撤销本文书的文书尚未送达，本文书的要求和期限仍然有效')
      : null;
  },
};

export const BRANCHES: Lifecycle<S, BranchForms> = {
  object: {
    label: '申请复核',
    does: 'entry',
    from: WITH_THE_UNIT,
    to: 'stays',
    by: BY.addresseeLeader,
    cite: ART_22_1,
    guards: [REVIEW_IS_ON, ONE_OBJECTION],
    aside: true,
    says: () => '已申请复核；复核期间不停止计算期限。',
  },
  'decide-objection': {
    label: '复核决定',
    does: 'entry',
    from: [...WITH_THE_UNIT, 'verifying', 'lapsed', 'late-verifying'],
    to: 'stays',
    by: BY.insideIssuer,
    cite: ART_22_1,
    guards: [OBJECTION_PENDING, OTHERS_DECIDE],
    aside: true,
    says: (s) =>
      s.objection?.result === 'changed' || s.objection?.result === 'revoked'
        ? '复核决定已作出；应当制发更正或者撤销文书，并与本件关联。'
        : '复核决定已作出；原文书继续执行。',
  },
  replace: {
    label: '更正或者撤销',
    does: 'step',
    from: AFTER_SERVICE,
    to: (s) => (s.closedOn === null ? s.status : 'replaced'),
    by: BY.signatory,
    cite: ART_22_1,
    inputGuards: [BY_A_SERVED_FOLLOWER],
    links: (input) => [{ to: input.by, as: 'follows' }],
    aside: true,
    says: (s) =>
      s.closedOn === null ? '文字更正已关联；要求和期限不变。' : '本文书已由新文书更正或者撤销；新的要求自新文书签收起重新计算期限。',
  },
  answer: {
    label: '复函',
    does: 'step',
    from: ['answering'],
    to: 'answered',
    by: [...BY.receiver, ...BY.sender],
    reportedBy: BY.sender,
    cite: REGULATION_42_2,
    says: () => '复函已登记。',
  },
  'close-letter': {
    label: '归档',
    does: 'step',
    from: ['answering', 'answered'],
    to: 'closed',
    by: BY.insideIssuer,
    cite: REGULATION_42_2,
    says: () => '函件已归档，本件办结。',
  },
};

export const BRANCH_FOLDS: Folds<S, BranchForms> = {
  object: (s, _, frame) => ({ ...s, objection: { on: frame.legalDate, result: null, decidedOn: null } }),
  'decide-objection': (s, input, frame) => ({
    ...s,
    objection: s.objection === null ? null : { ...s.objection, result: input.result, decidedOn: frame.legalDate },
  }),
  replace: (s, input, frame) => (input.effect === 'replaces' ? { ...s, closedOn: frame.legalDate } : s),
  answer: (s, _, frame) => ({ ...s, answeredOn: frame.legalDate }),
  'close-letter': (s, _, frame) => ({ ...s, closedOn: frame.legalDate }),
};
