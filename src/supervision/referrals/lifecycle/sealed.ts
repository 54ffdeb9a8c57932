import {
  condition,
  type Folds,
  type Guard,
  isActorOneOf,
  type Lifecycle,
  letterGuards,
  type May,
  type Need,
  personOf,
  refuse,
  sealing,
  sealingFolds,
  signedLetter,
} from '#law';
import { sealedIssues } from '../documents/issues.ts';
import type { SealedForms } from '../forms.ts';
import type { SealedReferral } from '../model.ts';
import { ART_20_1 } from './referring.ts';

type S = SealedReferral;

const NAMED: readonly May[] = [{ as: 'organ', roles: ['supervisor', 'legal-office', 'checker', 'deputy-head', 'head', 'seal-keeper'] }];
const HEAD: readonly May[] = [{ as: 'organ', roles: ['head'] }];
const LEADERS: readonly May[] = [{ as: 'organ', roles: ['deputy-head', 'head'] }];
const SEALERS: readonly May[] = [{ as: 'organ', roles: ['seal-keeper', 'checker', 'deputy-head'] }];

const LETTER = letterGuards<S>(ART_20_1, (s) => s.letter);
/** Row security lets only named persons this far; said once more where it is decided. */
const IS_NAMED = condition<S, null>('办理人在指名范围内', 'law', ART_20_1, ({ state, actor }) => {
  const named = state.readerIds.includes(actor.officerId ?? '') || isActorOneOf(actor, [state.drafter]);
  return named ? null : ['not-named', '您不在可以接触本件的人员名单内'];
});
const NOT_DRAFTED = condition<S, null>('审批人不是拟稿人', 'law', ART_20_1, ({ state, actor }) =>
  isActorOneOf(actor, [state.drafter]) ? ['own-draft', '不得由拟稿人本人审批'] : null,
);
/** The head decides; what the head has drafted goes to a named deputy, for nobody decides on a draft of her own. */
const APPROVER = condition<S, null>('由主要负责人审批；主要负责人拟稿的，由指名的分管领导审批', 'law', ART_20_1, ({ state, actor }) => {
  if (state.isHeadsDraft === true) return null;
  return actor.role === 'head' ? null : ['head-only', '线索移送由主要负责人审批；只有主要负责人自己拟稿的，才由分管领导审批'];
});
const TO_COMMISSION: Guard<S, { readonly commission: string }> = {
  name: '移送监察机关',
  nature: 'law',
  cite: ART_20_1,
  check: ({ input, facts }) => {
    const organ = facts.organisations.get(input.commission);
    if (organ === undefined) return refuse('unknown-organisation', ART_20_1, '受移送的监察机关没有有效的登记信息');
    return organ.kind === 'external' && /监察委|监委/.test(organ.name)
      ? null
      : refuse('not-commission', ART_20_1, `${organ.name}不是监察机关`);
  },
};
const RECEIPT_LIKELY = condition<S, { readonly on: string }>(
  '回执日期在移送以后、今日以前',
  'form',
  ART_20_1,
  ({ state, input, legalDate }) =>
    input.on > legalDate || input.on < (state.letter?.servedOn ?? '') ? ['receipt-date', '回执日期应当在移送以后、办理日期以前'] : null,
);

const needed = (s: S | null): readonly Need[] => (s === null ? [] : [{ register: 'organisation', key: s.commissionId }]);

/** 细则 20¶1: at once, by hand, in a number series of its own, without any word to whom it concerns. */
export const SEALED_LIFECYCLE: Lifecycle<S, SealedForms> = {
  draft: {
    label: '拟稿',
    does: 'step',
    from: 'start',
    to: 'draft',
    by: [{ as: 'opener', roles: ['supervisor', 'legal-office', 'deputy-head', 'head'] }],
    cite: ART_20_1,
    inputGuards: [TO_COMMISSION],
    leadsTo: 'approve',
    says: (s) =>
      s.isHeadsDraft === true
        ? '已拟稿；只有指名的人员可以看到本件。本件由分管领导审批，请确认指名人员中有分管领导。'
        : '已拟稿；只有指名的人员可以看到本件。',
  },
  revise: {
    label: '修改稿件',
    does: 'entry',
    from: ['draft'],
    to: 'stays',
    by: NAMED,
    cite: ART_20_1,
    guards: [IS_NAMED],
    leadsTo: 'approve',
    says: () => '稿件已修改。',
  },
  'name-persons': {
    label: '增加指名人员',
    does: 'entry',
    from: ['draft', 'approving', 'sealing', 'sending', 'sent', 'receipted'],
    to: 'stays',
    by: NAMED,
    cite: ART_20_1,
    guards: [IS_NAMED],
    aside: true,
    says: (s) => `可以接触本件的人员现有${s.readerIds.length}名（不含拟稿人）。`,
  },
  submit: {
    label: '送审批',
    does: 'step',
    from: ['draft'],
    to: 'approving',
    by: NAMED,
    cite: ART_20_1,
    guards: [IS_NAMED],
    leadsTo: 'approve',
    says: (s) => (s.isHeadsDraft === true ? '已送指名的分管领导审批。' : '已送主要负责人审批。'),
  },
  'return-draft': {
    label: '退回修改',
    does: 'step',
    from: ['approving'],
    to: 'draft',
    by: LEADERS,
    cite: ART_20_1,
    guards: [IS_NAMED, APPROVER],
    aside: true,
    says: () => '已退回修改。',
  },
  approve: {
    label: '审批签发',
    does: 'step',
    from: ['approving'],
    to: 'sealing',
    by: LEADERS,
    cite: ART_20_1,
    guards: [IS_NAMED, NOT_DRAFTED, APPROVER],
    needs: needed,
    number: (s) => (s === null ? null : { issuerId: s.issuerId, series: '执监密移' }),
    issues: (s, _, frame, facts) => sealedIssues(s, frame, facts),
    stepUp: true,
    says: (s) => `已签发，文号${s.letter?.number ?? ''}；等待用印。`,
  },
  ...sealing<S>({
    cite: ART_20_1,
    by: SEALERS,
    from: ['sealing'],
    to: 'sending',
    letterOf: (s) => s.letter,
    guards: [IS_NAMED],
    next: '专人移送',
  }),
  'hand-over': {
    label: '移送',
    does: 'step',
    from: ['sending'],
    to: 'sent',
    by: NAMED,
    cite: ART_20_1,
    guards: [IS_NAMED, LETTER.sealed],
    documents: 'served',
    says: () => '已移送监察机关；等待回执。',
  },
  receipt: {
    label: '登记回执',
    does: 'step',
    from: ['sent'],
    to: 'receipted',
    by: NAMED,
    cite: ART_20_1,
    guards: [IS_NAMED],
    inputGuards: [RECEIPT_LIKELY],
    says: () => '回执已登记；监察机关告知处理结果的，登记后办结。',
  },
  close: {
    label: '办结',
    does: 'step',
    from: ['receipted'],
    to: 'closed',
    by: NAMED,
    cite: ART_20_1,
    guards: [IS_NAMED],
    says: () => '本件办结。',
  },
  withdraw: {
    label: '撤回',
    does: 'step',
    from: ['draft', 'approving', 'sealing', 'sending'],
    to: 'withdrawn',
    by: HEAD,
    cite: ART_20_1,
    guards: [IS_NAMED],
    documents: 'void',
    aside: true,
    says: () => '已撤回。',
  },
};

export const SEALED_FOLDS: Folds<S, SealedForms> = {
  draft: (_, input, frame) => ({
    status: 'draft',
    issuerId: frame.actor.organisationId ?? '',
    commissionId: input.commission,
    secrecy: input.secrecy,
    suspects: input.suspects,
    clue: input.clue,
    evidence: input.evidence.map((e) => e.name),
    readerIds: input.readers,
    drafter: personOf(frame.actor),
    ...(frame.actor.role === 'head' ? { isHeadsDraft: true as const } : {}),
    letter: null,
    receiptOn: null,
    closedOn: null,
  }),
  revise: (s, input) => ({ ...s, suspects: input.suspects, clue: input.clue, evidence: input.evidence.map((e) => e.name) }),
  'name-persons': (s, input) => ({ ...s, readerIds: [...new Set([...s.readerIds, ...input.readers])] }),
  submit: (s) => s,
  'return-draft': (s) => s,
  approve: (s, _, frame) => ({ ...s, letter: signedLetter(frame, 'DOC-18') }),
  ...sealingFolds<S>(),
  'hand-over': (s, _, frame) => (s.letter === null ? s : { ...s, letter: { ...s.letter, servedOn: frame.legalDate } }),
  receipt: (s, input) => ({ ...s, receiptOn: input.on }),
  close: (s, _, frame) => ({ ...s, closedOn: frame.legalDate }),
  withdraw: (s, _, frame) => ({ ...s, closedOn: frame.legalDate }),
};
