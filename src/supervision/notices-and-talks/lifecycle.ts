import {
  cite,
  condition,
  type Folds,
  type Guard,
  type InputOf,
  joinedBy,
  type Lifecycle,
  letterGuards,
  type May,
  type Need,
  originRefusal,
  personOf,
  type Role,
  refuse,
  reviewedLetter,
  reviewedLetterFolds,
  sealing,
  sealingFolds,
  signingWords,
  termsOf,
} from '#law';
import { letterIssues, recordIssues } from './documents/issues.ts';
import type { Forms } from './forms.ts';
import { LETTERS, type NoticeAndTalk, openCommitments } from './model.ts';

type S = NoticeAndTalk;
type DraftInput = InputOf<Forms['revise']>;

const ART_21 = cite('实施细则', 21);
const REGULATION_42_2 = cite('行政执法监督条例', 42, 2);

const issuer = (roles: readonly Role[]): readonly May[] => [{ as: 'issuer', roles }];
const OFFICE = issuer(['supervisor', 'legal-office', 'checker', 'deputy-head', 'head']);
const DRAFTERS = issuer(['supervisor', 'legal-office']);
const LEADERS = issuer(['deputy-head', 'head']);
/** A department without a keeper of the seal lets its legal office seal what its leader has signed. */
const SEALERS = issuer(['seal-keeper', 'checker', 'legal-office', 'deputy-head', 'head']);
const UNITS: readonly May[] = [{ as: 'unit', roles: ['receiver', 'handler', 'legal-office', 'government-office', 'deputy-head', 'head'] }];

const LETTER = letterGuards<S>(ART_21, (s) => s.letter);
const ENDED = condition<S, null>('整改承诺均已完成，未完成的已登记后续处理', 'law', ART_21, ({ state }) => {
  const open = openCommitments(state).map((c) => c.no);
  return open.length === 0 ? null : ['commitments-open', `第${open.join('、')}项整改承诺尚未完成`];
});
const COMMITMENT_OPEN = condition<S, InputOf<Forms['fulfil']>>('承诺存在且尚未完成', 'form', ART_21, ({ state, input, legalDate }) => {
  if (!openCommitments(state).some((c) => c.no === input.no)) return ['no-such-commitment', `没有尚未完成的第${input.no}项承诺`];
  return input.on > legalDate ? ['future', '完成日期不得晚于办理日期'] : null;
});

/** Overdue begins on the day after: on its own last day a commitment can still be kept. */
const COMMITMENT_UNKEPT = condition<S, InputOf<Forms['note-unkept']>>('承诺逾期未完成', 'law', ART_21, ({ state, input, legalDate }) => {
  const open = openCommitments(state).find((c) => c.no === input.no);
  if (open === undefined) return ['no-such-commitment', `没有尚未完成的第${input.no}项承诺`];
  return legalDate <= open.due ? ['commitment-not-due', `第${input.no}项承诺的完成日期为${open.due}，尚未逾期`] : null;
});

const UNITS_KNOWN = condition<S, DraftInput>('单位有登记信息，约谈只涉及一个单位', 'form', ART_21, ({ input, facts }) => {
  if (input.units.some((id) => !facts.organisations.has(id))) return ['unknown-organisation', '有单位在办理日期没有有效的登记信息'];
  return input.type === 'talk' && input.units.length !== 1 ? ['one-unit', '一次约谈只约谈一个单位的负责人'] : null;
});

/** 细则 21: 约谈 wants both conditions, each with its proof; the article is the city's own. */
const LAWFUL: Guard<S, DraftInput> = {
  name: '约谈同时具备问题突出和造成重大影响两个条件',
  nature: 'law',
  cite: ART_21,
  check: ({ input, profile, legalDate, facts }) => {
    const terms = termsOf(profile, input.type === 'talk' ? 'local.call-in' : 'local.circular', legalDate);
    const at = terms?.cite ?? ART_21;
    if (terms === null) return refuse('off', ART_21, '本市规则参数未启用该项措施');
    const unit = facts.organisations.get(input.units[0] ?? '');
    if (input.type === 'circular' || unit === undefined) return null;
    if (unit.leadKind !== 'local' || unit.kind === 'vertical')
      return refuse(
        'vertical-unit',
        REGULATION_42_2,
        `${unit.name}实行垂直领导或者双重领导并以上级为主，不适用约谈，应当告知其上一级主管部门`,
      );
    const proved = (words: string | null, proof: readonly string[] | null): boolean => words !== null && (proof ?? []).length > 0;
    if (!proved(input.prominent, input.prominentProof)) return refuse('not-prominent', at, '约谈应当有行政执法问题突出的事实和证明');
    if (!proved(input.impact, input.impactProof)) return refuse('no-impact', at, '约谈应当有造成重大影响的事实和证明');
    return input.persons === null || input.time === null || input.place === null
      ? refuse('meeting', at, '约谈应当载明被约谈人、时间和地点')
      : null;
  },
};

const FROM_OWN_CASE: Guard<S, InputOf<Forms['draft']>> = {
  name: '来源监督案件由本机关承办，涉及同一单位',
  nature: 'form',
  cite: ART_21,
  check: ({ input, actor, facts }) => originRefusal(input.fromCase, actor.organisationId, input.units, facts, ART_21),
};

const unitsNeeded = (s: S | null): readonly Need[] => (s === null ? [] : s.unitIds.map((key) => ({ register: 'organisation', key })));
const INSIDE = { does: 'step', inside: 'issuer', cite: ART_21 } as const;
const STEP = { does: 'step', cite: ART_21 } as const;

/** SM-C19: 拟制 → 审核 → 签发 → 送达或者召开 → 整改承诺 → 跟踪 → 结案. */
export const LIFECYCLE: Lifecycle<S, Forms> = {
  draft: {
    ...INSIDE,
    label: '拟制',
    from: 'start',
    to: 'draft',
    by: [{ as: 'opener', roles: ['supervisor', 'legal-office'] }],
    inputGuards: [UNITS_KNOWN, LAWFUL, FROM_OWN_CASE],
    links: (input) => (input.fromCase === null ? [] : [{ to: input.fromCase, as: 'opened-from' }]),
    leadsTo: 'sign',
    says: () => '已拟制；完成后送审核。',
  },
  revise: {
    ...INSIDE,
    does: 'entry',
    label: '修改',
    from: ['draft'],
    to: 'stays',
    by: DRAFTERS,
    inputGuards: [UNITS_KNOWN, LAWFUL],
    leadsTo: 'sign',
    says: () => '已修改。',
  },
  ...reviewedLetter<S>({
    cite: ART_21,
    at: { draft: 'draft', reviewing: 'reviewing', signing: 'signing', sealing: 'sealing' },
    drafters: DRAFTERS,
    reviewers: issuer(['checker', 'legal-office', 'deputy-head', 'head']),
    returners: OFFICE,
    leaders: LEADERS,
    signing: {
      needs: unitsNeeded,
      number: (s) => (s === null ? null : { issuerId: s.issuerId, series: LETTERS[s.type].series }),
      issues: (s, input, frame, facts, { profile }) => letterIssues(s, signingWords(input.opinion, input.alone), frame, facts, profile),
    },
  }),
  ...sealing<S>({ cite: ART_21, by: SEALERS, from: ['sealing'], to: 'serving', letterOf: (s) => s.letter, next: '送达' }),
  serve: {
    ...STEP,
    label: '送达',
    from: ['serving'],
    to: (s) => (s.type === 'talk' ? 'convening' : 'following'),
    by: OFFICE,
    guards: [LETTER.sealed],
    documents: 'served',
    says: (s) => (s.type === 'talk' ? '约谈通知书已送达；按时召开约谈。' : '通报已送达；跟踪整改。'),
  },
  withdraw: {
    ...STEP,
    label: '撤回',
    from: ['draft', 'reviewing', 'signing', 'sealing', 'serving'],
    to: 'withdrawn',
    by: LEADERS,
    documents: 'void',
    aside: true,
    says: () => '已撤回。',
  },
  hold: {
    ...STEP,
    label: '约谈并记录承诺',
    from: ['convening'],
    to: 'following',
    by: OFFICE,
    issues: (s, input, frame, facts) => recordIssues(s, input, frame, facts),
    says: (s) => `约谈已记录，整改承诺${s.commitments.length}项；跟踪完成情况。`,
  },
  receive: { ...STEP, does: 'entry', label: '签收', from: ['convening', 'following'], to: 'stays', by: UNITS, says: () => '已签收。' },
  fulfil: {
    ...STEP,
    does: 'entry',
    label: '登记承诺完成',
    from: ['following'],
    to: 'stays',
    by: [...UNITS, ...OFFICE],
    inputGuards: [COMMITMENT_OPEN],
    says: (s) => `已登记；还有${openCommitments(s).length}项承诺没有完成。`,
  },
  'note-unkept': {
    ...STEP,
    does: 'entry',
    label: '登记承诺逾期未完成',
    from: ['following'],
    to: 'stays',
    by: OFFICE,
    inputGuards: [COMMITMENT_UNKEPT],
    says: (s) => `已登记后续处理；还有${openCommitments(s).length}项承诺没有完成。`,
  },
  close: { ...STEP, label: '结案', from: ['following'], to: 'closed', by: OFFICE, guards: [ENDED], says: () => '本件结案。' },
};

function drafted(input: DraftInput) {
  const { type, prominent, impact, persons, time, place } = input;
  const isTalk = type === 'talk';
  return {
    type,
    subject: input.subject,
    unitIds: input.units,
    facts: input.facts,
    requirement: input.requirement,
    conditions: isTalk && prominent !== null && impact !== null ? { prominent, impact } : null,
    meeting: isTalk && persons !== null && time !== null && place !== null ? { persons, time, place } : null,
    publish: !isTalk && input.publish,
    contact: input.contact,
  };
}

export const FOLDS: Folds<S, Forms> = {
  draft: (_, input, frame) => ({
    status: 'draft',
    ...drafted(input),
    issuerId: frame.actor.organisationId ?? '',
    drafters: [personOf(frame.actor)],
    reviewed: null,
    letter: null,
    heldOn: null,
    receivedBy: [],
    commitments: [],
    closedOn: null,
  }),
  revise: (s, input, frame) => ({ ...s, ...drafted(input), drafters: joinedBy(s.drafters, frame.actor) }),
  ...reviewedLetterFolds<S>((s) => LETTERS[s.type].document),
  ...sealingFolds<S>(),
  serve: (s, _, frame) => (s.letter === null ? s : { ...s, letter: { ...s.letter, servedOn: frame.legalDate } }),
  withdraw: (s, _, frame) => ({ ...s, closedOn: frame.legalDate }),
  hold: (s, input, frame) => ({
    ...s,
    heldOn: frame.legalDate,
    commitments: input.commitments.map((c, i) => ({ no: i + 1, words: c.words, due: c.due, doneOn: null })),
  }),
  receive: (s, _, frame) => ({ ...s, receivedBy: [...new Set([...s.receivedBy, frame.actor.organisationId ?? ''])] }),
  fulfil: (s, input) => ({ ...s, commitments: s.commitments.map((c) => (c.no === input.no ? { ...c, doneOn: input.on } : c)) }),
  'note-unkept': (s, { no, measures }, frame) => ({
    ...s,
    commitments: s.commitments.map((c) => (c.no === no ? { ...c, unkept: { notedOn: frame.legalDate, measures } } : c)),
  }),
  close: (s, _, frame) => ({ ...s, closedOn: frame.legalDate }),
};
