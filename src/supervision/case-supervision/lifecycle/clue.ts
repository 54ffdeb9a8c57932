import {
  bureauReaches,
  condition,
  departmentReaches,
  type Folds,
  type Guard,
  type InputOf,
  type Lifecycle,
  type LocalDate,
  type May,
  type OrganisationKind,
  personOf,
  refuse,
  termsOf,
} from '#law';
import { answerIssues, filingIssues, petitionIssues } from '../documents/issues.ts';
import { FORMS } from '../forms.ts';
import type { HandedBack, SupervisionCase } from '../model.ts';
import { ART_2_2, ART_2_4, ART_6, ART_9_5, ART_12, ART_23_2, ART_23_3, ART_24, REGULATION_42_2 } from './articles.ts';
import { APPROVER_NOT_ALONE, HANDLERS_FIT, isVertical, NOT_INVOLVED } from './conditions.ts';

type S = SupervisionCase;

const {
  open,
  petition,
  'open-redress': openRedress,
  'open-coordination': openCoordination,
  'accept-petition': acceptPetition,
  'return-petition': returnPetition,
  'add-findings': addFindings,
  'propose-filing': proposeFiling,
  decline,
  reassign,
  'take-over': takeOver,
  'hand-back': handBack,
  recall,
  file,
} = FORMS;
export const CLUE_FORMS = {
  open,
  petition,
  'open-redress': openRedress,
  'open-coordination': openCoordination,
  'accept-petition': acceptPetition,
  'return-petition': returnPetition,
  'add-findings': addFindings,
  'propose-filing': proposeFiling,
  decline,
  reassign,
  'take-over': takeOver,
  'hand-back': handBack,
  recall,
  file,
};
type ClueForms = typeof CLUE_FORMS;
type OpenInput = InputOf<ClueForms['open']>;
type PetitionInput = InputOf<ClueForms['petition']>;

export const SUPERVISORS: readonly May[] = [{ as: 'organ', roles: ['supervisor', 'checker', 'legal-office', 'deputy-head', 'head'] }];
export const LEADERS: readonly May[] = [{ as: 'organ', roles: ['deputy-head', 'head'] }];

const ASSIGNEES: readonly May[] = [{ as: 'assignee', roles: ['supervisor', 'legal-office', 'receiver', 'liaison', 'deputy-head', 'head'] }];

/** Two kinds of supervision body: bureaus within their reach, and legal offices for what belongs to their department (细则 2). */
const BY_ITS_SUPERVISION_BODY: Guard<S, OpenInput> = {
  name: '由对被监督单位有监督权限的司法行政部门或者部门法制机构立案',
  nature: 'law',
  cite: ART_2_4,
  check: ({ actor, facts, input }) => {
    const organ = facts.organisations.get(actor.organisationId ?? '');
    const unit = facts.organisations.get(input.unit);
    if (organ === undefined || unit === undefined) return null;
    if (organ.kind === 'bureau')
      return bureauReaches(organ.id, unit, facts) ? null : refuse('outside-reach', ART_2_2, `${unit.name}不在本机关的监督范围内`);
    return actor.role === 'legal-office' && departmentReaches(organ.id, unit)
      ? null
      : refuse('not-supervision-body', ART_2_4, '监督案件由司法行政部门办理；部门法制机构只监督本部门的所属机构、派出机构和受委托组织');
  },
};

function unitGuard<I extends { readonly unit: string }>(): Guard<S, I> {
  return {
    name: '被监督单位是行政执法单位',
    nature: 'form',
    cite: ART_9_5,
    check: ({ input, facts }) => {
      const unit = facts.organisations.get(input.unit);
      if (unit === undefined) return refuse('unknown-organisation', ART_9_5, '被监督单位在办理日期没有有效的登记信息');
      return unit.kind === 'external' || unit.kind === 'justice-office'
        ? refuse('not-subject', ART_9_5, `${unit.name}不是行政执法单位`)
        : null;
    },
  };
}

const OPENER_NOT_INVOLVED = condition<S, OpenInput>('登记人未承办或者审核该执法行为', 'law', ART_9_5, ({ actor, input }) =>
  actor.officerId !== null && (input.involved ?? []).includes(actor.officerId)
    ? ['recusal', '您是该执法行为的承办或者法制审核人员，应当回避，由其他监督人员登记']
    : null,
);
const OF_A_BUREAU = condition<S, InputOf<ClueForms['open-redress']>>(
  '列入本级司法行政部门的案卷评查',
  'form',
  ART_12,
  ({ input, facts }) => (facts.organisations.get(input.bureau)?.kind === 'bureau' ? null : ['not-bureau', '案卷评查由司法行政部门办理']),
);
const COORDINATED_BY_BUREAU = condition<S, InputOf<ClueForms['open-coordination']>>(
  '由本级司法行政部门协调',
  'form',
  ART_6,
  ({ input, facts }) => (facts.organisations.get(input.bureau)?.kind === 'bureau' ? null : ['not-bureau', '执法协调由司法行政部门办理']),
);
const PARTNER_NAMED = condition<S, OpenInput>('其他监督转来的，载明转来的机关', 'form', ART_24, ({ input }) =>
  input.source === 'partner' && input.partner === null ? ['partner', '其他监督转来的线索，应当选定转来的监督机关'] : null,
);
/** What a review of filings has found is looked into as a case of the very unit that filed (细则 8(3), 8(6), 9(5)). */
const FILING_CONCERNS = condition<S, OpenInput>('来源备案由被监督单位报送', 'form', ART_9_5, ({ input, facts }) => {
  if (input.filing === null) return null;
  const named = facts.matters?.get(input.filing);
  if (named === undefined) return 'unknown';
  return named.about.includes(input.unit) ? null : ['other-unit', '来源备案不是被监督单位报送的'];
});
const VERTICAL_BASIS = condition<S, OpenInput>('监督垂直、双重领导单位载明依据', 'law', REGULATION_42_2, ({ input, facts }) => {
  const unit = facts.organisations.get(input.unit);
  return unit !== undefined && isVertical(unit) && input.basis === null
    ? ['basis', '对垂直领导或者双重领导并以上级为主的单位，应当载明法律或者行政法规依据']
    : null;
});

/** 细则 23¶3: a 司法所 asks its own banner bureau; a city may have no such branch. */
const TO_OWN_BUREAU: Guard<S, PetitionInput> = {
  name: '司法所向所属旗县区司法行政部门提请',
  nature: 'law',
  cite: ART_23_3,
  check: ({ actor, facts, input, profile, legalDate }) => {
    if (termsOf(profile, 'local.township-branch', legalDate) === null)
      return refuse('branch-off', ART_23_3, '本市规则参数没有司法所提请的规定');
    const office = facts.organisations.get(actor.organisationId ?? '');
    const own = office !== undefined && [office.superiorId, office.bureauId].includes(input.bureau);
    return own ? null : refuse('not-own-bureau', ART_23_3, '司法所只能向其所属的旗县区司法行政部门提请');
  },
};

const OF_ITS_TOWNSHIP: readonly OrganisationKind[] = ['township', 'stationed'];

/** 细则 23¶2: what a 司法所 watches day by day are the team of its own township and the teams stationed there. */
const IN_OWN_TOWNSHIP: Guard<S, PetitionInput> = {
  name: '被监督单位是本苏木乡镇（街道）的执法机构或者派驻本地的执法队伍',
  nature: 'law',
  cite: ART_23_2,
  check: ({ actor, facts, input }) => {
    const office = facts.organisations.get(actor.organisationId ?? '');
    const unit = facts.organisations.get(input.unit);
    if (office === undefined || unit === undefined) return null;
    return OF_ITS_TOWNSHIP.includes(unit.kind) && unit.regionCode === office.regionCode
      ? null
      : refuse(
          'not-own-township',
          ART_23_2,
          `司法所只对本苏木乡镇（街道）的综合行政执法机构和派驻本地的执法队伍进行日常监督，${unit.name}不在其内；其他线索请报告旗县区司法行政部门`,
        );
  },
};

/** 825 Art. 42: a unit under vertical lead is looked into only when the head of the bureau has decided so. */
const HEAD_FOR_VERTICAL: Guard<S, InputOf<ClueForms['file']>> = {
  name: '对垂直、双重领导单位由主要负责人立案',
  nature: 'law',
  cite: REGULATION_42_2,
  check: ({ state, actor, facts }) => {
    const unit = facts.organisations.get(state.unitId);
    return unit !== undefined && isVertical(unit) && actor.role !== 'head'
      ? refuse('head-only', REGULATION_42_2, '对垂直领导或者双重领导并以上级为主的单位，由主要负责人批准立案')
      : null;
  },
};

const NOT_ITSELF = condition<S, InputOf<ClueForms['reassign']>>('转办给其他单位', 'form', ART_9_5, ({ state, input }) =>
  input.to === state.organId ? ['own-organ', '不能转办给本机关'] : null,
);

const unitNeeded = (s: S | null) => (s === null ? [] : [{ register: 'organisation' as const, key: s.unitId }]);

export const CLUE: Lifecycle<S, ClueForms> = {
  open: {
    label: '登记线索',
    does: 'step',
    from: 'start',
    to: 'triage',
    by: [{ as: 'opener', roles: ['supervisor', 'legal-office', 'checker', 'deputy-head', 'head'] }],
    cite: ART_9_5,
    inputGuards: [unitGuard(), OPENER_NOT_INVOLVED, PARTNER_NAMED, FILING_CONCERNS, BY_ITS_SUPERVISION_BODY, VERTICAL_BASIS],
    links: (input) => (input.filing === null ? [] : [{ to: input.filing, as: 'opened-from' }]),
    says: () => '线索已登记；等待研判。',
  },
  petition: {
    label: '提请制发监督文书',
    does: 'step',
    from: 'start',
    to: 'petitioned',
    by: [{ as: 'opener', roles: ['justice-office'] }],
    cite: ART_23_3,
    inputGuards: [unitGuard(), TO_OWN_BUREAU, IN_OWN_TOWNSHIP],
    issues: (s, input, frame, facts) => petitionIssues(s, input.suggested, frame, facts),
    says: () => '已提请旗县区司法行政部门；等待答复。',
  },
  // 细则 12: a decision put right by 复议, 诉讼 or the organ itself is looked at again as a file; whether there is a problem is the bureau's to say.
  'open-redress': {
    label: '被纠错的处罚案件列入案卷评查',
    does: 'step',
    from: 'start',
    to: 'triage',
    by: [{ as: 'system' }],
    cite: ART_12,
    inputGuards: [unitGuard(), OF_A_BUREAU],
    links: ({ cause }) => [{ to: cause, as: 'opened-from' }],
    roomOnly: true,
    elsewhere: true,
    says: () => '已列入案卷评查；等待研判。',
  },
  // 细则 6: organs have negotiated in vain; whether the bureau coordinates, or looks into a duty not done, is its own to say.
  'open-coordination': {
    label: '协助争议报请协调',
    does: 'step',
    from: 'start',
    to: 'triage',
    by: [{ as: 'system' }],
    cite: ART_6,
    inputGuards: [unitGuard(), COORDINATED_BY_BUREAU],
    links: ({ cause }) => [{ to: cause, as: 'opened-from' }],
    roomOnly: true,
    elsewhere: true,
    says: () => '已列为执法协调的线索；等待研判。',
  },
  'accept-petition': {
    label: '接受提请',
    does: 'step',
    from: ['petitioned'],
    to: 'triage',
    by: SUPERVISORS,
    cite: ART_23_3,
    guards: [NOT_INVOLVED],
    issues: (s, input, frame, facts) => answerIssues(s, '接受提请，转入研判。', input.answer, frame, facts),
    says: () => '已接受提请；等待研判。',
  },
  'return-petition': {
    label: '退回提请',
    does: 'step',
    from: ['petitioned'],
    to: 'returned',
    by: SUPERVISORS,
    cite: ART_23_3,
    guards: [NOT_INVOLVED],
    issues: (s, input, frame, facts) => answerIssues(s, '退回提请。', input.reason, frame, facts),
    aside: true,
    says: () => '提请已退回，理由已告知司法所。',
  },
  'add-findings': {
    label: '并入预警',
    does: 'entry',
    group: '案件管理',
    from: ['triage', 'filing', 'inquiry', 'suspended'],
    to: 'stays',
    by: SUPERVISORS,
    inside: 'organ',
    cite: ART_9_5,
    says: (s) => `预警已并入；本案现有预警${s.findings.length}条。`,
  },
  'propose-filing': {
    label: '提出立案意见',
    does: 'step',
    from: ['triage'],
    to: 'filing',
    by: SUPERVISORS,
    inside: 'organ',
    cite: ART_9_5,
    guards: [NOT_INVOLVED],
    says: () => '已提出立案意见；等待负责人审批。',
  },
  decline: {
    label: '不予立案',
    does: 'step',
    from: ['triage', 'filing'],
    to: 'declined',
    by: LEADERS,
    inside: 'organ',
    cite: ART_9_5,
    guards: [NOT_INVOLVED],
    aside: true,
    says: () => '不予立案，理由已记明。',
  },
  reassign: {
    label: '转办',
    does: 'step',
    from: ['triage', 'filing'],
    to: 'reassigned',
    by: LEADERS,
    cite: ART_9_5,
    guards: [NOT_INVOLVED],
    inputGuards: [NOT_ITSELF],
    aside: true,
    says: () => '已转办；等待转办单位接收。',
  },
  'take-over': {
    label: '接收转办',
    does: 'step',
    from: ['reassigned'],
    to: 'passed-on',
    by: ASSIGNEES,
    cite: ART_9_5,
    says: () => '转办已接收，由接收单位另行办理。',
  },
  'hand-back': {
    label: '退回转办',
    does: 'step',
    from: ['reassigned'],
    to: 'triage',
    by: ASSIGNEES,
    cite: ART_9_5,
    aside: true,
    says: () => '转办已退回承办机关，理由已记明；由其重新研判。',
  },
  recall: {
    label: '收回转办',
    does: 'step',
    from: ['reassigned'],
    to: 'triage',
    by: LEADERS,
    cite: ART_9_5,
    guards: [NOT_INVOLVED],
    aside: true,
    says: () => '转办已收回；由本机关重新研判。',
  },
  file: {
    label: '立案',
    does: 'step',
    from: ['filing'],
    to: 'inquiry',
    by: LEADERS,
    inside: 'organ',
    cite: ART_9_5,
    guards: [NOT_INVOLVED],
    inputGuards: [HANDLERS_FIT, APPROVER_NOT_ALONE, HEAD_FOR_VERTICAL],
    needs: unitNeeded,
    number: (s) => (s === null ? null : { issuerId: s.organId, series: '执监立' }),
    issues: (s, input, frame, facts) => filingIssues(s, input.opinion, frame, facts),
    stepUp: true,
    says: (s) => `已立案，案号${s.number ?? ''}；由承办人调查取证。`,
  },
};

function findingIds(rows: readonly { readonly finding: string }[] | null): readonly string[] {
  return [...new Set((rows ?? []).map((row) => row.finding))];
}

function opened(input: Omit<PetitionInput, 'bureau' | 'suggested'>): Pick<S, 'subject' | 'unitId' | 'head' | 'facts' | 'involvedIds'> {
  return { subject: input.subject, unitId: input.unit, head: input.head, facts: input.facts, involvedIds: input.involved ?? [] };
}

const EMPTY = {
  partner: null,
  basis: null,
  findings: [],
  petition: null,
  triagedOn: null,
  proposedBy: null,
  reassignedTo: null,
  number: null,
  filedOn: null,
  handlerIds: [],
  gathered: [],
  statement: null,
  lentItems: [],
  stops: [],
  refusals: 0,
  problems: [],
  documents: [],
  followUps: [],
  concludedOn: null,
  closedOn: null,
} as const;

/** Back where it was before anybody had looked at it: the organ looks anew, and whoever had it sees it no more. */
function cameBack(s: S, how: HandedBack['how'], on: LocalDate): S {
  const back = { how, from: s.reassignedTo ?? s.organId, on, triagedOn: s.triagedOn ?? on };
  return { ...s, reassignedTo: null, triagedOn: null, proposedBy: null, handedBack: [...(s.handedBack ?? []), back] };
}

export const CLUE_FOLDS: Folds<S, ClueForms> = {
  open: (_, input, frame) => ({
    ...EMPTY,
    status: 'triage',
    ...opened(input),
    source: input.source,
    partner: input.partner,
    basis: input.basis,
    findings: findingIds(input.findings),
    organId: frame.actor.organisationId ?? '',
    openedOn: frame.legalDate,
    openedBy: personOf(frame.actor),
  }),
  petition: (_, input, frame) => ({
    ...EMPTY,
    status: 'petitioned',
    ...opened(input),
    source: 'petition',
    organId: input.bureau,
    openedOn: frame.legalDate,
    openedBy: personOf(frame.actor),
    petition: { officeId: frame.actor.organisationId ?? '', suggested: input.suggested, answeredOn: null },
  }),
  'open-redress': (_, { subject, unit, bureau, facts }, frame) => ({
    ...EMPTY,
    status: 'triage',
    ...{ subject, unitId: unit, head: '8(7)', facts, involvedIds: [] },
    source: 'review',
    organId: bureau,
    openedOn: frame.legalDate,
    openedBy: personOf(frame.actor),
  }),
  'open-coordination': (_, { subject, unit, bureau, facts }, frame) => ({
    ...EMPTY,
    status: 'triage',
    ...{ subject, unitId: unit, head: '8(7)', facts, involvedIds: [] },
    source: 'coordination',
    organId: bureau,
    openedOn: frame.legalDate,
    openedBy: personOf(frame.actor),
  }),
  'accept-petition': (s, _, frame) => ({ ...s, petition: s.petition === null ? null : { ...s.petition, answeredOn: frame.legalDate } }),
  'return-petition': (s, _, frame) => ({
    ...s,
    petition: s.petition === null ? null : { ...s.petition, answeredOn: frame.legalDate },
    triagedOn: frame.legalDate,
    closedOn: frame.legalDate,
  }),
  'add-findings': (s, input) => ({ ...s, findings: [...new Set([...s.findings, ...findingIds(input.findings)])] }),
  'propose-filing': (s, _, frame) => ({ ...s, triagedOn: frame.legalDate, proposedBy: personOf(frame.actor) }),
  decline: (s, _, frame) => ({ ...s, triagedOn: s.triagedOn ?? frame.legalDate, closedOn: frame.legalDate }),
  reassign: (s, input, frame) => ({ ...s, triagedOn: s.triagedOn ?? frame.legalDate, reassignedTo: input.to }),
  'take-over': (s, _, frame) => ({ ...s, closedOn: frame.legalDate }),
  'hand-back': (s, _, frame) => cameBack(s, 'returned', frame.legalDate),
  recall: (s, _, frame) => cameBack(s, 'recalled', frame.legalDate),
  file: (s, input, frame) => ({ ...s, number: frame.number?.text ?? null, filedOn: frame.legalDate, handlerIds: input.handlers }),
};
