import {
  CITATIONS_STAND,
  type Citation,
  certifiedSupervisors,
  condition,
  type Folds,
  type Guard,
  type InputOf,
  joinedBy,
  type Lifecycle,
  type LinkRequest,
  type Need,
  originRefusal,
  personOf,
  refuse,
  reviewedByAnother,
  signedLetter,
  signingWords,
} from '#law';
import { draftIssues } from '../documents/issues.ts';
import { FORMS } from '../forms.ts';
import { type Draft, isLetter, type SupervisionDocument, TYPE_LABELS, TYPES } from '../model.ts';
import { type Address, addressRefusal, unknownParty } from './address.ts';
import { ART_22_1, ART_23_3, REGULATION_42_2 } from './articles.ts';
import { anotherPerson } from './conditions.ts';
import { BY } from './people.ts';

type DraftInput = InputOf<(typeof FORMS)['revise']>;
type S = SupervisionDocument;

const { draft, revise, submit, check, review, 'return-draft': returnDraft, sign } = FORMS;
export const DRAFTING_FORMS = { draft, revise, submit, check, review, 'return-draft': returnDraft, sign };
type DraftingForms = typeof DRAFTING_FORMS;

function draftOf(input: DraftInput): Draft {
  return {
    type: input.type,
    subject: input.subject,
    addresseeId: input.addressee,
    concernedId: input.concerned,
    reportToId: input.reportTo,
    copyIds: input.copies ?? [],
    background: input.background,
    requirement: input.requirement,
    ownDate: input.ownDate,
    basis: input.basisLevel === null || input.basis === null ? null : { level: input.basisLevel, text: input.basis },
    handlerIds: input.handlers ?? [],
    contact: input.contact,
    problems: input.problems.map((p, i) => ({ no: i + 1, ...p, caseNo: p.caseNo ?? null, handling: null, check: null, clearedOn: null })),
  };
}

type Written = { readonly issuerId: string; readonly caseId: string | null; readonly d: Draft };

function addressOf({ issuerId, caseId, d }: Written): Address {
  return { type: d.type, issuerId, addresseeId: d.addresseeId, concernedId: d.concernedId, reportToId: d.reportToId, caseId };
}

/** The lawfulness of a draft, asked when it is written and once more when it is signed. */
function draftGuards<I>(read: (c: { state: S; input: I; organisationId: string }) => Written): readonly Guard<S, I>[] {
  const of = (c: { state: S; input: I; actor: { organisationId: string | null } }) =>
    read({ state: c.state, input: c.input, organisationId: c.actor.organisationId ?? '' });
  return [
    {
      name: '发文、收文单位在办理日期有登记信息',
      nature: 'form',
      cite: ART_22_1,
      check: (c) => unknownParty(addressOf(of(c)), c.facts),
    },
    {
      name: '来源监督案件由本机关承办，涉及同一单位',
      nature: 'form',
      cite: ART_22_1,
      check: (c) => {
        const { issuerId, caseId, d } = of(c);
        return originRefusal(caseId, issuerId, [d.addresseeId, d.concernedId], c.facts, ART_22_1);
      },
    },
    {
      name: '主送单位是可以对其制发该种文书的单位',
      nature: 'law',
      cite: ART_22_1,
      check: (c) => addressRefusal(addressOf(of(c)), c.facts, c.profile, c.legalDate),
    },
    {
      name: '对垂直和双重领导单位的函件载明法律或者行政法规依据',
      nature: 'law',
      cite: REGULATION_42_2,
      check: (c) => basisRefusal(of(c).d, REGULATION_42_2),
    },
    {
      name: '经办人持有效行政执法监督证',
      nature: 'law',
      cite: ART_22_1,
      check: (c) => {
        const ids = of(c).d.handlerIds;
        const certified = certifiedSupervisors(ids, c.facts, c.legalDate);
        return certified.length === new Set(ids).size
          ? null
          : refuse('no-certificate', ART_22_1, '经办人中有人在办理日期没有有效的行政执法监督证');
      },
    },
  ];
}

function basisRefusal(d: Draft, at: Citation) {
  if (!isLetter(d.type)) return null;
  const high = d.basis !== null && (d.basis.level === 'law' || d.basis.level === 'administrative-regulation');
  return high ? null : refuse('basis', at, `${TYPE_LABELS[d.type]}应当载明法律或者行政法规依据`);
}

/** Register facts of everyone whom the draft names: it is signed before any of them takes part in the matter. */
export function partiesNeeded(state: S | null): readonly Need[] {
  if (state === null) return [];
  const { addresseeId, concernedId, reportToId, copyIds, handlerIds } = state.draft;
  const organisations = [state.issuerId, addresseeId, concernedId, reportToId, ...copyIds].filter((id) => id !== null);
  return [
    ...organisations.map((key) => ({ register: 'organisation' as const, key })),
    ...handlerIds.map((key) => ({ register: 'certificates' as const, key })),
    ...caseNeeded(state),
  ];
}

function caseNeeded(state: S | null): readonly Need[] {
  return state === null || state.caseId === null ? [] : [{ register: 'matter', key: state.caseId }];
}

const OPENED = draftGuards<InputOf<DraftingForms['draft']>>((c) => ({
  issuerId: c.organisationId,
  caseId: c.input.fromCase,
  d: draftOf(c.input),
}));
const REVISED = draftGuards<DraftInput>((c) => ({ issuerId: c.state.issuerId, caseId: c.state.caseId, d: draftOf(c.input) }));
const SIGNED = draftGuards<InputOf<DraftingForms['sign']>>((c) => ({
  issuerId: c.state.issuerId,
  caseId: c.state.caseId,
  d: c.state.draft,
}));

/** What is corrected is one's own: the follower works back on the document and on its case. */
const CORRECTS_OWN: Guard<S, InputOf<DraftingForms['draft']>> = {
  name: '更正或者撤销的是本机关制发的文书',
  nature: 'form',
  cite: ART_22_1,
  check: ({ input, actor, facts }) => {
    if (input.corrects === null) return null;
    if (facts.matters === undefined) return 'unknown';
    return facts.matters.get(input.corrects)?.homeId === actor.organisationId
      ? null
      : refuse('other-organs-document', ART_22_1, '只能更正或者撤销本机关制发的文书');
  },
};

const NOT_BY_JUSTICE_OFFICE = condition<S, null>('司法所不制发监督文书', 'law', ART_23_3, ({ actor }) =>
  actor.role === 'justice-office' ? ['justice-office', '司法所不得制发监督文书，应当提请旗县区司法行政部门制发'] : null,
);
const NOT_DRAFTED = anotherPerson('核稿、审核、签发人不是拟稿人', 'own-draft', '不得由拟稿人本人核稿、审核或者签发', (s) => s.drafters);
const BY_HEAD = condition<S, null>('决定书和对垂直单位的函件由主要负责人签发', 'law', ART_22_1, ({ state, actor }) =>
  (state.draft.type === 'decision' || isLetter(state.draft.type)) && actor.role === 'deputy-head'
    ? ['head-only', `${TYPE_LABELS[state.draft.type]}由主要负责人签发`]
    : null,
);
const OWN_DATE_AHEAD = condition<S, null>('发文机关另定的日期晚于签发日期', 'form', ART_22_1, ({ state, legalDate }) =>
  state.draft.ownDate !== null && state.draft.ownDate <= legalDate ? ['own-date', '另定的报告日期应当晚于签发日期'] : null,
);

function draftLinks(input: InputOf<DraftingForms['draft']>): readonly LinkRequest[] {
  return [
    ...(input.fromCase === null ? [] : [{ to: input.fromCase, as: 'opened-from' as const }]),
    ...(input.corrects === null ? [] : [{ to: input.corrects, as: 'follows' as const }]),
  ];
}

export const DRAFTING: Lifecycle<S, DraftingForms> = {
  draft: {
    label: '拟稿',
    putRightBy: '送达前退回修改，送达后制发更正文书',
    inside: 'issuer',
    does: 'step',
    from: 'start',
    to: 'draft',
    by: [{ as: 'opener', roles: ['supervisor', 'legal-office', 'justice-office'] }],
    cite: ART_22_1,
    guards: [NOT_BY_JUSTICE_OFFICE],
    inputGuards: [...OPENED, CORRECTS_OWN],
    leadsTo: 'sign',
    links: draftLinks,
    says: (s) => `已拟稿${TYPE_LABELS[s.draft.type]}，列问题${s.draft.problems.length}项；可修改，完成后送核稿。`,
  },
  revise: {
    label: '修改稿件',
    putRightBy: '送达前退回修改，送达后制发更正文书',
    inside: 'issuer',
    does: 'entry',
    from: ['draft'],
    to: 'stays',
    by: BY.drafter,
    cite: ART_22_1,
    inputGuards: REVISED,
    needs: caseNeeded,
    leadsTo: 'sign',
    says: () => '稿件已修改；完成后送核稿。',
  },
  submit: {
    label: '送核稿',
    inside: 'issuer',
    does: 'step',
    from: ['draft'],
    to: 'checking',
    by: BY.drafter,
    cite: ART_22_1,
    leadsTo: 'sign',
    says: () => '已送核稿；等待另一名监督人员核稿。',
  },
  check: {
    label: '核稿',
    inside: 'issuer',
    does: 'step',
    from: ['checking'],
    to: 'reviewing',
    by: BY.secondReader,
    cite: ART_22_1,
    guards: [NOT_DRAFTED],
    leadsTo: 'sign',
    says: () => '已核稿；等待审核。',
  },
  review: {
    label: '审核',
    inside: 'issuer',
    does: 'step',
    from: ['reviewing'],
    to: 'signing',
    by: BY.reviewer,
    cite: ART_22_1,
    guards: [NOT_DRAFTED],
    leadsTo: 'sign',
    inputGuards: [CITATIONS_STAND],
    checksCitations: true,
    says: () => '已审核；等待签发。',
  },
  'return-draft': {
    label: '退回修改',
    inside: 'issuer',
    does: 'step',
    from: ['checking', 'reviewing', 'signing'],
    to: 'draft',
    by: BY.insideIssuer,
    cite: ART_22_1,
    aside: true,
    says: () => '已退回修改；等待拟稿人修改后重新送核稿。',
  },
  sign: {
    label: '签发',
    inside: 'issuer',
    does: 'step',
    from: ['signing'],
    to: 'sealing',
    by: BY.signatory,
    cite: ART_22_1,
    guards: [NOT_DRAFTED, BY_HEAD, OWN_DATE_AHEAD],
    inputGuards: [reviewedByAnother<S>(ART_22_1, (s) => s.reviewedBy), ...SIGNED, CITATIONS_STAND],
    checksCitations: true,
    needs: partiesNeeded,
    number: (s) => (s === null ? null : { issuerId: s.issuerId, series: TYPES[s.draft.type].series }),
    issues: (s, input, frame, facts, { profile }) => draftIssues(s, signingWords(input.opinion, input.alone), frame, facts, profile),
    stepUp: true,
    says: (s) => `已签发，文号${s.letter?.number ?? ''}；等待用印。`,
  },
};

export const DRAFTING_FOLDS: Folds<S, DraftingForms> = {
  draft: (_, input, frame) => ({
    ...EMPTY,
    draft: draftOf(input),
    caseId: input.fromCase,
    correctsId: input.corrects,
    issuerId: frame.actor.organisationId ?? '',
    issuedBy: frame.actor.role === 'legal-office' ? 'legal-office' : 'bureau',
    drafters: [personOf(frame.actor)],
  }),
  revise: (s, input, frame) => ({ ...s, draft: draftOf(input), drafters: joinedBy(s.drafters, frame.actor) }),
  submit: (s) => s,
  check: (s, input, frame) => ({
    ...s,
    checkedBy: personOf(frame.actor),
    checkedOn: frame.legalDate,
    opinions: { ...s.opinions, check: input.opinion },
  }),
  review: (s, input, frame) => ({
    ...s,
    reviewedBy: personOf(frame.actor),
    reviewedOn: frame.legalDate,
    opinions: { ...s.opinions, review: input.opinion },
  }),
  'return-draft': (s) => ({
    ...s,
    checkedBy: null,
    checkedOn: null,
    reviewedBy: null,
    reviewedOn: null,
    opinions: { check: null, review: null },
  }),
  sign: (s, _, frame) => ({
    ...s,
    letter: signedLetter(frame, TYPES[s.draft.type].document),
  }),
};

const EMPTY = {
  status: 'draft',
  checkedBy: null,
  reviewedBy: null,
  opinions: { check: null, review: null },
  checkedOn: null,
  reviewedOn: null,
  letter: null,
  handledBy: [],
  intake: { proposal: null, order: null },
  summary: null,
  reports: [],
  returned: null,
  lapsedOn: null,
  reminders: 0,
  objection: null,
  governmentRequest: null,
  measures: null,
  decision: null,
  answeredOn: null,
  closedOn: null,
} as const;
