import { condition, type Folds, type InputOf, type Lifecycle, type LifecycleRow, notBefore, partyKindOf, redone } from '#law';
import { announcementIssues, hearingReportIssues } from '../documents/hearing-papers.ts';
import { terminationIssues } from '../documents/leaving.ts';
import { appraisalIssues } from '../documents/sampling.ts';
import { FORMS } from '../forms.ts';
import type { OrdinaryPenalty } from '../model.ts';
import { ART_46, ART_57, ART_64, ART_65 } from './articles.ts';
import { form, handlersNeeded, law, PRESERVATIONS_SETTLED } from './conditions.ts';
import { CRIME_DECIDED } from './leaving.ts';
import { putDown } from './put-down.ts';
import { unsent } from './unsigned.ts';
import { HANDLERS, LEADERS, office, REVIEWERS } from './who.ts';

type S = OrdinaryPenalty;

const { 'entrust-appraisal': entrustAppraisal, 'announce-hearing': announceHearing, 'report-hearing': reportHearing, terminate } = FORMS;
const OWN_FORMS = {
  'entrust-appraisal': entrustAppraisal,
  'announce-hearing': announceHearing,
  'report-hearing': reportHearing,
  terminate,
};
type PaperForms = typeof OWN_FORMS;

const OPEN_HEARING = form<null>('已经通知公开听证，尚未举行', ART_64, ({ state: { hearing } }) => {
  if (hearing?.heldOn == null || hearing.doneOn !== null) return ['not-called', '尚未通知听证的时间、地点'];
  return hearing.isPublic ? null : ['closed-hearing', '听证不公开举行的，不公告'];
});
const HELD = form<null>('听证已经举行', ART_65, ({ state: { hearing, reports } }) =>
  hearing?.outcome === 'held' && hearing.reportNo === reports.length ? null : ['not-held', '本案没有举行听证'],
);
/** Whoever presided says what was heard. */
const BY_HOST = condition<S, null>('听证报告由听证主持人提出', 'law', ART_65, ({ state, actor, reported }) =>
  reported === true || actor.officerId === (state.hearing?.hostId ?? null)
    ? null
    : ['not-host', '听证报告由本次听证的主持人提出，您不是主持人'],
);
type Ending = InputOf<PaperForms['terminate']>;
const OF_PARTY = form<Ending>('终止的情形与当事人相符', ART_57, ({ state, input }) => {
  const isOrganisation = partyKindOf(state.party.kind) === 'organisation';
  if (input.cause === 'died' && isOrganisation) return ['not-a-person', '当事人是单位，不能以自然人死亡终止'];
  return input.cause === 'dissolved' && !isOrganisation ? ['not-a-body', '当事人是自然人，不能以单位终止为由终止'] : null;
});
const HAS_BASIS = law<Ending>('其他终止情形有法律、法规、规章依据', ART_57, ({ input }) =>
  input.cause === 'other-law' && input.basis === null ? ['no-basis', '请写明终止所依据的法律、法规、规章的名称和条文'] : null,
);

const ENTRY = { does: 'entry', to: 'stays' } as const satisfies Partial<LifecycleRow<S, never>>;

/** Acts beside the main line that make a paper of the file. */
export const PAPERS: Lifecycle<S, PaperForms> = {
  'entrust-appraisal': {
    ...office(HANDLERS, ART_46),
    ...ENTRY,
    from: ['investigating', 'suspended'],
    group: '调查取证',
    label: '委托鉴定',
    issues: (s, input, frame, facts) => appraisalIssues(s, input, frame, facts),
    says: () => '鉴定委托书已生成，用印后送交机构；收到鉴定意见后登记为证据。',
  },
  'announce-hearing': {
    ...office(HANDLERS, ART_64, [OPEN_HEARING]),
    ...ENTRY,
    from: ['hearing'],
    group: '听证',
    label: '听证公告',
    issues: (s, input, frame, facts) => announcementIssues(s, input, frame, facts),
    says: () => '听证公告已生成，用印后张贴、发布。',
  },
  'report-hearing': {
    ...office([...HANDLERS, ...REVIEWERS, ...LEADERS], ART_65, [HELD, BY_HOST]),
    ...ENTRY,
    from: ['deliberating', 'reviewing'],
    group: '听证',
    label: '听证报告',
    inputGuards: [notBefore('举行听证', ART_65, (s: S) => s.hearing?.doneOn ?? null)],
    issues: (s, input, frame, facts) => hearingReportIssues(s, input, frame, facts),
    says: () => '听证报告已附卷；决定应当根据听证笔录作出。',
  },
  terminate: {
    ...office(LEADERS, ART_57, [PRESERVATIONS_SETTLED, CRIME_DECIDED]),
    does: 'step',
    label: '终止案件调查',
    from: ['investigating', 'suspended', 'concluded', 'hearing', 'deliberating'],
    to: 'ended',
    aside: true,
    inputGuards: [OF_PARTY, HAS_BASIS],
    needs: handlersNeeded,
    issues: (s, input, frame, facts) => terminationIssues(s, input, frame, facts),
    says: () => '案件调查已终止；等待结案。',
  },
};

export const PAPER_FOLDS: Folds<S, PaperForms> = {
  'entrust-appraisal': (s) => s,
  'announce-hearing': (s) => s,
  'report-hearing': (s) => s,
  terminate: (s, input, frame) => ({
    ...unsent(putDown(s, frame.legalDate), input.cause !== 'other-law'),
    redresses: redone(s.redresses, frame.legalDate),
    ending: 'discontinued',
    endedOn: frame.legalDate,
    endReason: input.reason,
  }),
};
