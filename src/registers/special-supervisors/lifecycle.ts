import { addDays, type Folds, type Lifecycle, letterGuards, type May, personOf, type Role, scanOf, sealing, signedLetter } from '#law';
import { appointmentIssues, dismissalIssues, nominationIssues, serviceIssues } from './documents/issues.ts';
import type { Forms } from './forms.ts';
import { APPOINTING_BODY, ART_17, FIT, IN_AREA, IN_TERM, NOT_NOMINATED, NOT_REVIEWED, TERM } from './lifecycle/conditions.ts';
import type { SpecialSupervisor } from './model.ts';

type S = SpecialSupervisor;

const bureau = (roles: readonly Role[]): readonly May[] => [{ as: 'bureau', roles }];
const OFFICE: readonly Role[] = ['supervisor', 'checker', 'deputy-head', 'head'];
const LEADERS = bureau(['deputy-head', 'head']);
const LETTER = letterGuards<S>(ART_17, (s) => s.card);
const STEP = { cite: ART_17, does: 'step' } as const;
const ENTRY = { cite: ART_17, does: 'entry', from: ['serving'], to: 'stays' } as const;

/** SM-C15: 推荐 → 资格审查 → 聘任和发证 → 在聘 → 届满或者解聘 → 收证公告. The only card that is printed here. */
export const LIFECYCLE: Lifecycle<S, Forms> = {
  nominate: {
    ...STEP,
    label: '登记推荐',
    from: 'start',
    to: 'nominated',
    by: [{ as: 'opener', roles: OFFICE }],
    inputGuards: [APPOINTING_BODY],
    links: (input) => (input.renews === null ? [] : [{ to: input.renews, as: 'follows' }]),
    says: () => '已登记推荐；等待资格审查。',
  },
  review: {
    ...STEP,
    label: '资格审查',
    from: ['nominated'],
    to: 'appointing',
    by: bureau(OFFICE),
    guards: [NOT_NOMINATED],
    inputGuards: [FIT],
    issues: (s, _, frame, facts) => nominationIssues(s, frame, facts),
    says: () => '资格审查通过；等待签发聘书。',
  },
  refuse: {
    ...STEP,
    label: '不予聘任',
    from: ['nominated', 'appointing'],
    to: 'refused',
    by: bureau(OFFICE),
    guards: [NOT_NOMINATED],
    aside: true,
    says: () => '不予聘任。',
  },
  appoint: {
    ...STEP,
    label: '签发聘书和证件',
    from: ['appointing'],
    to: 'sealing',
    by: LEADERS,
    guards: [NOT_NOMINATED, NOT_REVIEWED],
    inputGuards: [TERM],
    number: (s) => (s === null ? null : { issuerId: s.bureauId, series: '特监' }),
    issues: (s, input, frame, facts, { profile }) => appointmentIssues(s, input.contact, frame, facts, profile),
    stepUp: true,
    says: (s) => `已签发，证号${s.card?.number ?? ''}；等待用印。`,
  },
  ...sealing<S>({
    cite: ART_17,
    by: bureau(['seal-keeper', 'checker', 'deputy-head', 'head']),
    from: ['sealing'],
    to: 'handing',
    letterOf: (s) => s.card,
    next: '发证',
  }),
  'hand-over': {
    ...STEP,
    label: '发证',
    from: ['handing'],
    to: 'serving',
    by: bureau(OFFICE),
    guards: [LETTER.sealed],
    documents: 'served',
    says: (s) => `已发证；聘期${s.term?.from ?? ''}至${s.term?.to ?? ''}，在${s.term?.area ?? ''}内活动。`,
  },
  'record-activity': {
    ...ENTRY,
    label: '登记履职',
    by: bureau([...OFFICE, 'special-supervisor']),
    guards: [IN_TERM],
    inputGuards: [IN_AREA],
    says: (s) => `已登记第${s.activities.length}次履职。`,
  },
  assess: {
    ...ENTRY,
    label: '考核',
    by: bureau(OFFICE),
    aside: true,
    issues: (s, _, frame, facts) => serviceIssues(s, frame, facts),
    needs: (s) => (s === null ? [] : s.activities.map((a) => ({ register: 'organisation', key: a.unitId }) as const)),
    says: () => '已登记考核；履职记录已生成。',
  },
  dismiss: {
    ...STEP,
    label: '解聘',
    from: ['serving'],
    to: 'dismissed',
    by: LEADERS,
    aside: true,
    documents: 'void',
    issues: (s, _, frame, facts) => dismissalIssues(s, frame, facts),
    says: (s) => `自${s.stoppedOn ?? ''}起解聘，证件不再有效；收回证件并公告。`,
  },
  lapse: {
    ...STEP,
    label: '聘期届满',
    from: ['serving'],
    to: 'expired',
    by: [{ as: 'system' }],
    says: (s) => `聘期于${s.term?.to ?? ''}届满；收回证件并公告，续聘的另行聘任。`,
  },
  collect: {
    ...STEP,
    label: '收证公告',
    from: ['expired', 'dismissed'],
    to: 'ended',
    by: bureau(OFFICE),
    documents: 'void',
    says: () => '已收证公告。',
  },
  withdraw: {
    ...STEP,
    label: '撤回',
    from: ['nominated', 'appointing', 'sealing', 'handing'],
    to: 'withdrawn',
    by: LEADERS,
    documents: 'void',
    aside: true,
    says: () => '已撤回；聘任没有成立。',
  },
};

export const FOLDS: Folds<S, Forms> = {
  nominate: (_, input, frame) => ({
    status: 'nominated',
    bureauId: frame.actor.organisationId ?? '',
    nominee: {
      name: input.name,
      workplace: input.workplace,
      source: input.source,
      nominator: input.nominator,
      grounds: input.grounds,
      photo: input.photo?.[0] ?? null,
    },
    nominators: [personOf(frame.actor)],
    reviewer: null,
    opinion: null,
    term: null,
    card: null,
    handedOn: null,
    activities: [],
    assessments: [],
    stoppedOn: null,
    stopReason: null,
    collected: null,
    endedOn: null,
  }),
  review: (s, input, frame) => ({ ...s, reviewer: personOf(frame.actor), opinion: input.opinion }),
  refuse: (s, _, frame) => ({ ...s, endedOn: frame.legalDate }),
  appoint: (s, { from, to, area, approval }, frame) => ({
    ...s,
    term: { from, to, area, approval },
    card: signedLetter(frame, 'DOC-32-证'),
  }),
  seal: (s) => s,
  'seal-by-hand': (s, _, frame) => (s.card === null ? s : { ...s, card: { ...s.card, scan: scanOf(frame) } }),
  'hand-over': (s, _, frame) => ({ ...s, handedOn: frame.legalDate }),
  'record-activity': (s, input, frame) => ({
    ...s,
    activities: [
      ...s.activities,
      { no: s.activities.length + 1, on: frame.legalDate, activity: input.activity, unitId: input.unit, words: input.words },
    ],
  }),
  assess: (s, input, frame) => ({ ...s, assessments: [...s.assessments, { on: frame.legalDate, words: input.words }] }),
  dismiss: (s, input, frame) => ({ ...s, stoppedOn: frame.legalDate, stopReason: input.reason }),
  lapse: (s) => ({ ...s, stoppedOn: s.term === null ? null : addDays(s.term.to, 1), stopReason: '聘期届满' }),
  collect: (s, input, frame) => ({ ...s, collected: { on: frame.legalDate, channel: input.channel }, endedOn: frame.legalDate }),
  withdraw: (s, _, frame) => ({ ...s, endedOn: frame.legalDate }),
};
