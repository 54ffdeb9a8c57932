import { type Folds, type Lifecycle, letterGuards, type May, personOf, type Role, sealing, sealingFolds, signedLetter } from '#law';
import { announcement } from './documents/issues.ts';
import type { Forms } from './forms.ts';
import {
  ABOUT_ROUND,
  ABOUT_UNIT,
  ALL_CONCLUDED,
  ALL_FOLLOWED,
  ALL_HEARD,
  APPROVED_BY_PAPER,
  ART_8_4,
  DUE_LATER,
  IN_ROUND,
  NOT_SUBMITTED,
  OWN_GOVERNMENT,
  OWN_SUBJECTS,
} from './lifecycle/conditions.ts';
import { type SubjectReview, unfollowed } from './model.ts';

type S = SubjectReview;

const by = (as: string, roles: readonly Role[]): readonly May[] => [{ as, roles }];
const OFFICE: readonly Role[] = ['supervisor', 'checker', 'deputy-head', 'head'];
const LEADERS = by('bureau', ['deputy-head', 'head']);
export const UNIT_ROLES: readonly Role[] = ['handler', 'legal-office', 'receiver', 'deputy-head', 'head', 'government-office'];
const GOVERNMENT = by('government', ['government-leader', 'government-office']);
const LETTER = letterGuards<S>(ART_8_4, (s) => s.letter);
const STEP = { cite: ART_8_4, does: 'step' } as const;
const ENTRY = { cite: ART_8_4, does: 'entry', to: 'stays' } as const;

/** SM-C12, 定期清理: 单位自查 → 审核认定（维持、变更、撤销） → 报本级政府批准 → 公告 → 办理变更. */
export const LIFECYCLE: Lifecycle<S, Forms> = {
  open: {
    ...STEP,
    label: '开始清理',
    from: 'start',
    to: 'reporting',
    by: by('opener', OFFICE),
    inputGuards: [OWN_SUBJECTS, DUE_LATER],
    says: (s) => `已开始${s.year}年度清理；${s.units.length}个单位在${s.dueOn}前报送自查情况。`,
  },
  report: {
    ...ENTRY,
    label: '报送自查情况',
    from: ['reporting', 'reviewing'],
    by: by('unit', UNIT_ROLES),
    inputGuards: [IN_ROUND],
    says: () => '已报送自查情况。',
  },
  'close-reporting': {
    ...STEP,
    label: '转入审核',
    from: ['reporting'],
    to: 'reviewing',
    by: by('bureau', OFFICE),
    guards: [ALL_HEARD],
    says: () => '已转入审核；逐个单位作出结论。',
  },
  conclude: {
    ...ENTRY,
    label: '作出结论',
    from: ['reviewing'],
    by: by('bureau', OFFICE),
    inputGuards: [ABOUT_ROUND],
    inside: 'bureau',
    says: (s) => `已有${s.conclusions.length}个单位的结论，共${s.units.length}个单位。`,
  },
  submit: {
    ...STEP,
    label: '报政府批准',
    from: ['reviewing'],
    to: 'approving',
    by: by('bureau', OFFICE),
    guards: [ALL_CONCLUDED],
    inputGuards: [OWN_GOVERNMENT],
    inside: 'bureau',
    says: () => '清理结论已报本级人民政府批准。',
  },
  back: {
    ...STEP,
    label: '退回重新审核',
    from: ['approving', 'signing'],
    to: 'reviewing',
    by: [...GOVERNMENT, ...LEADERS],
    aside: true,
    inside: 'bureau',
    says: () => '已退回重新审核。',
  },
  approve: {
    ...STEP,
    label: '批准',
    from: ['approving'],
    to: 'signing',
    by: [...GOVERNMENT, ...by('bureau', OFFICE)],
    inputGuards: [APPROVED_BY_PAPER],
    says: (s) => `本级人民政府已批准（${s.approval?.number ?? ''}）；等待签发公告。`,
  },
  sign: {
    ...STEP,
    label: '签发公告',
    from: ['signing'],
    to: 'sealing',
    by: LEADERS,
    guards: [NOT_SUBMITTED],
    needs: (s) => (s === null ? [] : s.units.map((key) => ({ register: 'organisation', key }) as const)),
    number: (s) => (s === null ? null : { issuerId: s.bureauId, series: '执主清' }),
    issues: (s, input, frame, facts) => announcement(s, input.contact, frame, facts),
    stepUp: true,
    says: (s) => `已签发，文号${s.letter?.number ?? ''}；等待用印。`,
  },
  ...sealing<S>({
    cite: ART_8_4,
    by: by('bureau', ['seal-keeper', 'checker', 'deputy-head', 'head']),
    from: ['sealing'],
    to: 'announcing',
    letterOf: (s) => s.letter,
    next: '公告',
  }),
  publish: {
    ...STEP,
    label: '公告',
    from: ['announcing'],
    to: (s) => (unfollowed(s).length > 0 ? 'following' : 'closed'),
    by: by('bureau', OFFICE),
    guards: [LETTER.sealed],
    documents: 'served',
    says: (s) => (unfollowed(s).length > 0 ? `已公告；${unfollowed(s).length}个单位办理变更。` : '已公告，各单位维持；清理办结。'),
  },
  'follow-up': {
    ...ENTRY,
    label: '登记变更事项',
    from: ['following'],
    by: by('bureau', OFFICE),
    inputGuards: [ABOUT_UNIT],
    needs: (_, input) => [{ register: 'matter', key: input.change }],
    links: (input) => [{ to: input.change, as: 'follows' }],
    says: (s) => `已登记变更事项；还有${unfollowed(s).length}个单位。`,
  },
  finish: {
    ...STEP,
    label: '办结',
    from: ['following'],
    to: 'closed',
    by: by('bureau', OFFICE),
    guards: [ALL_FOLLOWED],
    says: () => '清理办结。',
  },
  withdraw: {
    ...STEP,
    label: '撤回',
    from: ['reporting', 'reviewing', 'approving', 'signing', 'sealing', 'announcing'],
    to: 'withdrawn',
    by: LEADERS,
    documents: 'void',
    aside: true,
    says: () => '已撤回；名录没有变化。',
  },
};

export const FOLDS: Folds<S, Forms> = {
  open: (_, input, frame) => ({
    status: 'reporting',
    bureauId: frame.actor.organisationId ?? '',
    year: input.year,
    units: [...new Set(input.units)],
    openedOn: frame.legalDate,
    dueOn: input.dueOn,
    requirement: input.requirement,
    ...{ reports: [], conclusions: [], governmentId: null, submitter: null, approval: null, letter: null, channel: null },
    ...{ announcedOn: null, followUps: [], endedOn: null },
  }),
  report: (s, { answer, powers, staffing, changes }, frame) => {
    const unitId = frame.actor.organisationId ?? '';
    const said = { unitId, on: frame.legalDate, answer, powers, staffing, changes: answer === 'changed' ? changes : null };
    return { ...s, reports: [...s.reports.filter((r) => r.unitId !== unitId), said] };
  },
  'close-reporting': (s) => s,
  conclude: (s, input) => {
    const said = input.conclusions.map((c) => ({ unitId: c.unit, conclusion: c.conclusion, reason: c.reason }));
    return { ...s, conclusions: [...s.conclusions.filter((c) => !said.some((n) => n.unitId === c.unitId)), ...said] };
  },
  submit: (s, input, frame) => ({ ...s, governmentId: input.government, submitter: personOf(frame.actor) }),
  back: (s) => ({ ...s, approval: null }),
  approve: (s, input) => ({ ...s, approval: { number: input.number, on: input.on } }),
  sign: (s, _, frame) => ({ ...s, letter: signedLetter(frame, 'DOC-29-清理') }),
  ...sealingFolds<S>(),
  publish: (s, input, frame) => {
    const endedOn = unfollowed(s).length > 0 ? null : frame.legalDate;
    return { ...s, channel: input.channel, announcedOn: frame.legalDate, endedOn };
  },
  'follow-up': (s, input) => ({ ...s, followUps: [...s.followUps, { unitId: input.unit, matterId: input.change }] }),
  finish: (s, _, frame) => ({ ...s, endedOn: frame.legalDate }),
  withdraw: (s, _, frame) => ({ ...s, endedOn: frame.legalDate }),
};
