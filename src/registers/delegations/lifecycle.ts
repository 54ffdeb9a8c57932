import {
  cite,
  condition,
  daysBetween,
  type Folds,
  type InputOf,
  isActorOneOf,
  joinedBy,
  type Lifecycle,
  letterGuards,
  type May,
  type Need,
  personOf,
  type Role,
  sealing,
  sealingFolds,
  signedLetter,
} from '#law';
import { deedIssues, filingIssues } from './documents/issues.ts';
import type { Forms } from './forms.ts';
import { BUREAU, CONDITIONS, DELEGATE, DELEGATOR, NO_COERCION, TERM } from './lifecycle/conditions.ts';
import { type Deed, type Delegation, isComplete } from './model.ts';

type S = Delegation;

const PENALTY_20 = cite('行政处罚法', 20);
const PENALTY_21 = cite('行政处罚法', 21);
const ART_8_11 = cite('实施细则', 8, undefined, 11);
const ART_11_3 = cite('实施细则', 11, 3);

const by = (as: string, roles: readonly Role[]): readonly May[] => [{ as, roles }];
const OFFICE: readonly Role[] = ['handler', 'legal-office', 'deputy-head', 'head', 'government-office'];
const LEADERS: readonly Role[] = ['deputy-head', 'head', 'government-leader'];
const REVIEWERS: readonly Role[] = ['legal-office', 'deputy-head', 'head'];
const DELEGATE_SIDE: readonly Role[] = ['handler', 'legal-office', 'deputy-head', 'head', 'receiver'];
const BUREAU_SIDE: readonly Role[] = ['supervisor', 'checker', 'deputy-head', 'head'];

const LETTER = letterGuards<S>(PENALTY_20, (s) => s.letter);
const NOT_DRAFTED = condition<S, null>('审查、签发人不是拟稿人', 'law', PENALTY_20, ({ state, actor }) =>
  isActorOneOf(actor, state.drafters) ? ['own-draft', '不得由拟稿人本人审查或者签发'] : null,
);
const FILED = condition<S, null>('委托书已经报送备案', 'form', ART_8_11, ({ state }) =>
  state.filedOn === null ? ['not-filed', '委托机关还没有报送备案'] : null,
);
const NOT_FILED = condition<S, null>('尚未报送备案', 'form', ART_8_11, ({ state }) =>
  state.filedOn === null ? null : ['filed-already', `已于${state.filedOn}报送备案`],
);
const NOT_ACCEPTED = condition<S, null>('尚未备案', 'form', ART_8_11, ({ state }) =>
  state.acceptedOn === null ? null : ['accepted-already', `已于${state.acceptedOn}备案；发现问题的，依法监督`],
);
const UNPUBLISHED = (side: 'delegator' | 'delegate') =>
  condition<S, null>('本方尚未公布', 'form', PENALTY_20, ({ state }) =>
    state.published[side] === null ? null : ['published-already', `已于${state.published[side].on}公布`],
  );
const CHECKED_IN_TERM = condition<S, InputOf<Forms['check']>>('检查日期在委托期间内，不晚于今日', 'form', ART_11_3, (c) => {
  if (c.input.on > c.legalDate) return ['future', '检查日期不得晚于今日'];
  return c.input.on < c.state.deed.from ? ['before-term', `检查日期早于委托起始日${c.state.deed.from}`] : null;
});
const CHECK_EXISTS = condition<S, InputOf<Forms['note-correction']>>('检查存在且尚未登记纠正', 'form', ART_11_3, ({ state, input }) =>
  state.checks.some((k) => k.no === input.no && k.corrected === null) ? null : ['no-such-check', `没有待登记纠正的第${input.no}次检查`],
);

const DRAFTING = { does: 'step', cite: PENALTY_20, inputGuards: [DELEGATOR, DELEGATE, CONDITIONS, NO_COERCION, TERM, BUREAU] } as const;
const INSIDE = { does: 'step', inside: 'delegator', cite: PENALTY_21 } as const;
const STEP = { does: 'step', cite: PENALTY_20 } as const;
const FILING = { does: 'step', cite: ART_8_11, from: ['filing'], to: (s: S) => (isComplete(s) ? 'effective' : 'filing') } as const;

const partiesNeeded = (s: S | null): readonly Need[] =>
  s === null ? [] : [s.deed.delegateId, s.deed.bureauId].map((key) => ({ register: 'organisation', key }));

/** SM-C14: 拟委托 → 条件审查 → 签委托书 → 报本级司法行政部门备案 → 双方公布 → 执行监督 → 终止或者届满. */
export const LIFECYCLE: Lifecycle<S, Forms> = {
  draft: {
    ...DRAFTING,
    label: '拟委托',
    from: 'start',
    to: 'draft',
    by: [{ as: 'opener', roles: ['handler', 'legal-office'] }],
    inside: 'delegator',
    links: (input) => (input.renews === null ? [] : [{ to: input.renews, as: 'follows' }]),
    says: () => '已拟委托；完成后送条件审查。',
  },
  revise: {
    ...DRAFTING,
    does: 'entry',
    label: '修改',
    from: ['draft'],
    to: 'stays',
    by: by('delegator', ['handler', 'legal-office']),
    inside: 'delegator',
    says: () => '已修改。',
  },
  submit: {
    ...INSIDE,
    label: '送条件审查',
    from: ['draft'],
    to: 'reviewing',
    by: by('delegator', ['handler', 'legal-office']),
    says: () => '已送条件审查。',
  },
  review: {
    ...INSIDE,
    label: '条件审查',
    from: ['reviewing'],
    to: 'signing',
    by: by('delegator', REVIEWERS),
    guards: [NOT_DRAFTED],
    says: () => '受委托组织的条件已经审查；等待签发。',
  },
  'return-draft': {
    ...INSIDE,
    label: '退回修改',
    from: ['reviewing', 'signing'],
    to: 'draft',
    by: by('delegator', REVIEWERS),
    aside: true,
    says: () => '已退回修改。',
  },
  sign: {
    ...STEP,
    label: '签发委托书',
    from: ['signing'],
    to: 'sealing',
    by: by('delegator', LEADERS),
    guards: [NOT_DRAFTED],
    needs: partiesNeeded,
    number: (s) => (s === null ? null : { issuerId: s.delegatorId, series: '委' }),
    issues: (s, input, frame, facts) => deedIssues(s, input.contact, frame, facts),
    stepUp: true,
    says: (s) => `已签发，文号${s.letter?.number ?? ''}；等待用印。`,
  },
  ...sealing<S>({
    cite: PENALTY_20,
    by: by('delegator', ['seal-keeper', 'handler', 'legal-office', 'deputy-head', 'head']),
    from: ['sealing'],
    to: 'countersigning',
    letterOf: (s) => s.letter,
    next: '受委托组织签署',
  }),
  countersign: {
    ...STEP,
    label: '签署委托书',
    from: ['countersigning'],
    to: 'filing',
    by: by('delegate', ['head', 'deputy-head']),
    guards: [LETTER.sealed],
    documents: 'served',
    stepUp: true,
    says: () => '双方已签署；报本级司法行政部门备案，并由双方分别公布。',
  },
  file: {
    ...FILING,
    label: '报送备案',
    by: by('delegator', OFFICE),
    guards: [NOT_FILED],
    needs: partiesNeeded,
    issues: (s, _, frame, facts) => filingIssues(s, frame, facts),
    says: () => '已报送备案；等待司法行政部门审查。',
  },
  accept: {
    ...FILING,
    label: '予以备案',
    by: by('bureau', BUREAU_SIDE),
    guards: [FILED, NOT_ACCEPTED],
    says: (s) => (isComplete(s) ? '予以备案；委托已备案并由双方公布。' : '予以备案；等待双方公布。'),
  },
  object: {
    ...STEP,
    cite: ART_8_11,
    label: '要求纠正',
    from: ['filing'],
    to: 'draft',
    by: by('bureau', BUREAU_SIDE),
    guards: [FILED, NOT_ACCEPTED],
    documents: 'void',
    aside: true,
    says: () => '已要求纠正；原委托书作废，委托机关改正后重新签订。',
  },
  publish: {
    ...FILING,
    cite: PENALTY_20,
    label: '公布（委托机关）',
    by: by('delegator', OFFICE),
    guards: [UNPUBLISHED('delegator')],
    says: () => '委托机关已公布委托书。',
  },
  'publish-here': {
    ...FILING,
    cite: PENALTY_20,
    label: '公布（受委托组织）',
    by: by('delegate', DELEGATE_SIDE),
    guards: [UNPUBLISHED('delegate')],
    says: () => '受委托组织已公布委托书。',
  },
  check: {
    does: 'entry',
    cite: ART_11_3,
    label: '登记定期检查',
    from: ['filing', 'effective'],
    to: 'stays',
    by: by('delegator', OFFICE),
    inputGuards: [CHECKED_IN_TERM],
    says: (s) => `已登记第${s.checks.length}次检查。`,
  },
  'note-correction': {
    does: 'entry',
    cite: ART_11_3,
    label: '登记纠正情况',
    from: ['filing', 'effective'],
    to: 'stays',
    by: [...by('delegator', OFFICE), ...by('delegate', DELEGATE_SIDE)],
    inputGuards: [CHECK_EXISTS],
    says: () => '已登记纠正情况。',
  },
  terminate: {
    ...STEP,
    label: '终止委托',
    from: ['filing', 'effective'],
    to: 'terminated',
    by: by('delegator', LEADERS),
    aside: true,
    says: (s) => `委托自${s.endedOn ?? ''}起终止；受委托组织不得再以委托机关名义执法。`,
  },
  withdraw: {
    ...STEP,
    label: '撤回',
    from: ['draft', 'reviewing', 'signing', 'sealing', 'countersigning'],
    to: 'withdrawn',
    by: by('delegator', LEADERS),
    documents: 'void',
    aside: true,
    says: () => '已撤回；委托没有成立。',
  },
  expire: {
    ...STEP,
    label: '期限届满',
    from: ['filing', 'effective'],
    to: 'expired',
    by: [{ as: 'system' }],
    says: (s) => `委托期限于${s.deed.to}届满；继续委托的，应当重新签订委托书。`,
  },
};

function deedOf(input: InputOf<Forms['revise']>): Deed {
  const { items, powers, from, to, liability, supervision, lawful, staff, means } = input;
  const conditions = { lawful, staff, means };
  return { delegateId: input.delegate, bureauId: input.bureau, items, powers, from, to, liability, supervision, conditions };
}

const UNSIGNED = {
  letter: null,
  countersignedOn: null,
  filedOn: null,
  acceptedOn: null,
  published: { delegator: null, delegate: null },
  checkedSince: null,
} as const;

export const FOLDS: Folds<S, Forms> = {
  draft: (_, input, frame) => ({
    status: 'draft',
    delegatorId: frame.actor.organisationId ?? '',
    deed: deedOf(input),
    drafters: [personOf(frame.actor)],
    reviewer: null,
    ...UNSIGNED,
    checks: [],
    endedOn: null,
    endReason: null,
  }),
  revise: (s, input, frame) => ({ ...s, deed: deedOf(input), drafters: joinedBy(s.drafters, frame.actor) }),
  submit: (s) => s,
  review: (s, _, frame) => ({ ...s, reviewer: personOf(frame.actor) }),
  'return-draft': (s) => s,
  sign: (s, _, frame) => ({ ...s, letter: signedLetter(frame, 'DOC-31') }),
  ...sealingFolds<S>(),
  countersign: (s, _, frame) => ({
    ...s,
    countersignedOn: frame.legalDate,
    checkedSince: daysBetween(s.deed.from, frame.legalDate) > 0 ? frame.legalDate : s.deed.from,
  }),
  file: (s, _, frame) => ({ ...s, filedOn: frame.legalDate }),
  accept: (s, _, frame) => ({ ...s, acceptedOn: frame.legalDate }),
  object: (s) => ({ ...s, ...UNSIGNED }),
  publish: (s, input, frame) => ({
    ...s,
    published: { ...s.published, delegator: { on: frame.legalDate, channel: input.channel } },
  }),
  'publish-here': (s, input, frame) => ({
    ...s,
    published: { ...s.published, delegate: { on: frame.legalDate, channel: input.channel } },
  }),
  check: (s, input) => ({
    ...s,
    checks: [...s.checks, { no: s.checks.length + 1, on: input.on, found: input.found, corrected: input.corrected }],
    checkedSince: s.checkedSince === null || input.on > s.checkedSince ? input.on : s.checkedSince,
  }),
  'note-correction': (s, input) => ({
    ...s,
    checks: s.checks.map((k) => (k.no === input.no ? { ...k, corrected: input.words } : k)),
  }),
  terminate: (s, input, frame) => ({ ...s, endedOn: frame.legalDate, endReason: input.reason }),
  withdraw: (s, input, frame) => ({ ...s, endedOn: frame.legalDate, endReason: input.reason }),
  expire: (s, _, frame) => ({ ...s, endedOn: frame.legalDate, endReason: '期限届满' }),
};
