import { type ActFrame, condition, type Folds, type Guard, type InputOf, type Lifecycle, type LifecycleRow, type Need } from '#law';
import {
  callFilesIssues,
  checkNoticeIssues,
  commissionIssues,
  hearingIssues,
  joinedIssues,
  onSiteIssues,
  questionIssues,
  returnFilesIssues,
  statementIssues,
  stopIssues,
} from '../documents/issues.ts';
import { FORMS } from '../forms.ts';
import { type Gathered, HEARING_LABELS, isAwaited, type Means, type SupervisionCase } from '../model.ts';
import { ART_8_7, ART_9_1, ART_10, ART_10_DUTY, ART_23_2 } from './articles.ts';
import { SUPERVISORS } from './clue.ts';
import { NOT_INVOLVED, officersNotInvolved, twoOnSite } from './conditions.ts';

type S = SupervisionCase;

const {
  'notify-check': notifyCheck,
  'ask-statement': askStatement,
  'record-statement': recordStatement,
  question,
  'call-files': callFiles,
  'return-files': returnFiles,
  'record-media': recordMedia,
  commission,
  hearing,
  'other-means': otherMeans,
  'check-on-site': checkOnSite,
  'join-inspection': joinInspection,
  visit,
  'stop-unlawful': stopUnlawful,
  refusal,
} = FORMS;
export const INQUIRY_FORMS = {
  'notify-check': notifyCheck,
  'ask-statement': askStatement,
  'record-statement': recordStatement,
  question,
  'call-files': callFiles,
  'return-files': returnFiles,
  'record-media': recordMedia,
  commission,
  hearing,
  'other-means': otherMeans,
  'check-on-site': checkOnSite,
  'join-inspection': joinInspection,
  visit,
  'stop-unlawful': stopUnlawful,
  refusal,
};
type InquiryForms = typeof INQUIRY_FORMS;

/** Every means is an entry: it may be recorded at any time while the case is open, with the day on which it happened. */
const INQUIRY_ENTRY = {
  does: 'entry',
  from: ['inquiry', 'settling'],
  to: 'stays',
  by: SUPERVISORS,
  inside: 'organ',
  guards: [NOT_INVOLVED],
  group: '调查措施',
} as const satisfies Partial<LifecycleRow<S, never>>;

/** What was done on the spot may come in from paper: what the law would have refused is kept as a lead, with a finding. */
const ON_THE_SPOT = { ...INQUIRY_ENTRY, reportedBy: SUPERVISORS } as const satisfies Partial<LifecycleRow<S, never>>;

const ON_SITE = { group: '现场监督' } as const;

const SHOWN: Guard<S, { readonly shown: boolean }> = {
  ...condition<S, { readonly shown: boolean }>('出示行政执法监督证', 'law', ART_10(2), ({ input }) =>
    input.shown ? null : ['not-shown', '监督人员应当出示行政执法监督证'],
  ),
  grade: 'statute',
};
const DUE_AHEAD = condition<S, { readonly due: string }>('提交日期不早于要求日期', 'form', ART_10(1), ({ input, legalDate }) =>
  input.due < legalDate ? ['due-past', '提交日期不得早于办理日期'] : null,
);
/** A later day may be given; what the unit has been promised is not cut short. */
const DUE_NOT_SHORTENED = condition<S, { readonly due: string }>('不缩短已经给予的说明期限', 'law', ART_10(1), ({ state, input }) =>
  state.statement !== null && isAwaited(state.statement) && input.due < state.statement.dueOn
    ? ['due-earlier', `已要求被监督单位于${state.statement.dueOn}前说明，再次要求的，提交日期不得早于该日`]
    : null,
);
const STATEMENT_ASKED = condition<S, null>('已要求书面说明，尚未收到', 'form', ART_10(1), ({ state }) => {
  if (state.statement === null) return ['not-asked', '尚未要求被监督单位书面说明'];
  return state.statement.heardOn === null ? null : ['already-heard', '书面说明已经登记；还有事项需要说明的，另行要求'];
});
/** The unit's right to be heard ends with its day, or with its own express refusal. */
const NOT_BEFORE_DUE = condition<S, InputOf<InquiryForms['record-statement']>>(
  '提交日期届满或者单位明确拒绝，才能记为未提交',
  'law',
  ART_10(1),
  ({ state, input, legalDate }) => {
    const { statement } = state;
    if (statement === null) return null;
    if (legalDate < statement.askedOn) return ['before-asked', `登记日期不得早于要求书面说明的日期（${statement.askedOn}）`];
    if (input.received) return input.absent === null ? null : ['declined', '已收到书面说明的，不能同时记为未提交'];
    return input.absent === 'declined' || legalDate > statement.dueOn
      ? null
      : ['still-time', `被监督单位可以在${statement.dueOn}当日以前提交书面说明；届满前只有其明确拒绝的，才能记为未提交`];
  },
);
/** 细则 8(7), 9(1): who watches an inspection is none of those who carry it out. */
const NOT_AS_INSPECTORS = condition<S, InputOf<InquiryForms['join-inspection']>>(
  '监督人员不计入执法检查人员',
  'law',
  ART_8_7,
  ({ input }) =>
    input.officers.some((id) => (input.inspectors ?? []).includes(id))
      ? ['as-inspector', '监督人员参与执法检查是监督活动，不得同时列为执法检查人员']
      : null,
);
const LENT = condition<S, InputOf<InquiryForms['return-files']>>('归还的材料在调阅清单上', 'form', ART_10(3), ({ input, state }) => {
  const unknown = input.items.find((item) => !state.lentItems.some((lent) => lent.no === item.no && lent.returnedOn === null));
  return unknown === undefined ? null : ['not-lent', `第${unknown.no}项不在尚未归还的调阅清单上`];
});

const gatheredSays = (s: S): string => {
  const last = s.gathered.at(-1);
  if (last === undefined) return '已记录。';
  return last.isEvidence
    ? `已记录为证据材料第${last.no}项：${last.title}。`
    : `已按实补录为第${last.no}项：${last.title}；不符合办理条件，只作线索，不作认定问题的证据。`;
};

export const INQUIRY: Lifecycle<S, InquiryForms> = {
  'notify-check': {
    ...INQUIRY_ENTRY,
    ...ON_SITE,
    label: '监督检查通知',
    cite: ART_10_DUTY,
    inputGuards: [officersNotInvolved()],
    needs: unitOf,
    issues: (s, input, frame, facts, { profile }) => checkNoticeIssues(s, input, frame, facts, profile),
    says: () => '监督检查通知书已生成；现场检查后记入现场监督检查记录。',
  },
  'ask-statement': {
    ...INQUIRY_ENTRY,
    label: '要求书面说明',
    cite: ART_10(1),
    inputGuards: [DUE_AHEAD, DUE_NOT_SHORTENED],
    needs: unitOf,
    issues: (s, input, frame, facts, { profile }) => statementIssues(s, input, frame, facts, profile),
    says: (s) => `已要求被监督单位于${s.statement?.dueOn ?? ''}前书面说明。`,
  },
  'record-statement': {
    ...INQUIRY_ENTRY,
    label: '登记书面说明',
    cite: ART_10(1),
    guards: [NOT_INVOLVED, STATEMENT_ASKED],
    inputGuards: [NOT_BEFORE_DUE],
    says: (s) => (s.statement?.heardOn === null ? '未提交书面说明的情况已记明。' : gatheredSays(s)),
  },
  question: {
    ...ON_THE_SPOT,
    label: '询问',
    cite: ART_10(2),
    inputGuards: [SHOWN, officersNotInvolved()],
    needs: unitOf,
    issues: (s, input, frame, facts) => questionIssues(s, input, frame, facts),
    says: gatheredSays,
  },
  'call-files': {
    ...INQUIRY_ENTRY,
    label: '调阅',
    cite: ART_10(3),
    needs: unitOf,
    issues: (s, input, frame, facts, { profile }) => callFilesIssues(s, input, frame, facts, profile),
    says: gatheredSays,
  },
  'return-files': {
    ...INQUIRY_ENTRY,
    label: '归还调阅材料',
    cite: ART_10(3),
    inputGuards: [LENT],
    needs: unitOf,
    issues: (s, input, frame, facts) => returnFilesIssues(s, input, frame, facts),
    says: (s) => `已归还；尚有${s.lentItems.filter((i) => i.returnedOn === null).length}项未归还。`,
  },
  'record-media': {
    ...ON_THE_SPOT,
    label: '录音录像',
    cite: ART_10(4),
    inputGuards: [twoOnSite(), officersNotInvolved()],
    says: gatheredSays,
  },
  commission: {
    ...INQUIRY_ENTRY,
    label: '委托鉴定、评估、检测、勘验',
    cite: ART_10(5),
    needs: unitOf,
    issues: (s, input, frame, facts, { profile }) => commissionIssues(s, input, frame, facts, profile),
    says: gatheredSays,
  },
  hearing: {
    ...INQUIRY_ENTRY,
    label: '听证、论证',
    cite: ART_10(6),
    needs: unitOf,
    issues: (s, input, frame, facts) => hearingIssues(s, input, frame, facts),
    says: gatheredSays,
  },
  'other-means': { ...INQUIRY_ENTRY, label: '其他合法措施', cite: ART_10(7), says: gatheredSays },
  'check-on-site': {
    ...ON_THE_SPOT,
    ...ON_SITE,
    label: '现场监督检查',
    cite: ART_10_DUTY,
    inputGuards: [twoOnSite(), SHOWN, officersNotInvolved()],
    needs: unitOf,
    issues: (s, input, frame, facts) => onSiteIssues(s, input, frame, facts),
    says: gatheredSays,
  },
  'join-inspection': {
    ...ON_THE_SPOT,
    ...ON_SITE,
    label: '参与执法检查',
    cite: ART_9_1,
    inputGuards: [twoOnSite(), NOT_AS_INSPECTORS, officersNotInvolved()],
    needs: unitOf,
    issues: (s, input, frame, facts) => joinedIssues(s, input, frame, facts),
    says: gatheredSays,
  },
  visit: {
    ...ON_THE_SPOT,
    ...ON_SITE,
    label: '走访了解',
    cite: ART_23_2,
    says: () => '已记为走访了解：可作线索，不作认定问题的证据。',
  },
  'stop-unlawful': {
    ...ON_THE_SPOT,
    ...ON_SITE,
    label: '当场制止',
    cite: ART_8_7,
    inputGuards: [twoOnSite(), officersNotInvolved()],
    needs: unitOf,
    issues: (s, input, frame, facts) => stopIssues(s, input, frame, facts),
    says: () => '当场制止已记入现场记录；应当补发监督通知书并与本案关联。',
  },
  refusal: {
    ...ON_THE_SPOT,
    ...ON_SITE,
    label: '记录拒绝配合',
    cite: ART_10_DUTY,
    says: () => '拒绝、阻碍监督的情况已记明，可作为责任追究的线索。',
  },
};

/** The unit takes no part in the case, and the handlers stand in its letters with their certificates. */
function unitOf(s: S | null): readonly Need[] {
  if (s === null) return [];
  return [{ register: 'organisation', key: s.unitId }, ...s.handlerIds.map((key): Need => ({ register: 'certificates', key }))];
}

type Thing = Pick<Gathered, 'means' | 'title'> & { readonly onSite?: boolean; readonly isEvidence?: boolean };

function gather(s: S, frame: ActFrame, { means, title, onSite = false, isEvidence = true }: Thing): S {
  const files = frame.files.map(({ name, sha256 }) => ({ name, sha256 }));
  const proves = isEvidence && frame.doubts === undefined;
  return {
    ...s,
    gathered: [...s.gathered, { no: s.gathered.length + 1, means, title, on: frame.legalDate, onSite, isEvidence: proves, files }],
  };
}

const by = (means: Means, title: string): Thing => ({ means, title });

export const INQUIRY_FOLDS: Folds<S, InquiryForms> = {
  'notify-check': (s) => s,
  'ask-statement': (s, input, frame) => ({
    ...s,
    statement: { askedOn: frame.legalDate, dueOn: input.due, heardOn: null, refused: null },
    ...(s.statement === null || isAwaited(s.statement) ? {} : { earlierStatements: [...(s.earlierStatements ?? []), s.statement] }),
  }),
  'record-statement': (s, input, frame) => {
    if (s.statement === null) return s;
    if (!input.received) return { ...s, statement: { ...s.statement, refused: input.words } };
    return gather({ ...s, statement: { ...s.statement, heardOn: frame.legalDate } }, frame, by('10(1)', '被监督单位书面说明'));
  },
  question: (s, input, frame) => gather(s, frame, by('10(2)', `对${input.person}的询问笔录`)),
  'call-files': (s, input, frame) => {
    const lentItems = input.items.map((item, i) => ({ no: s.lentItems.length + i + 1, name: item.name, returnedOn: null }));
    const called = gather(s, frame, by('10(3)', `调阅材料${input.items.length}项`));
    return { ...called, lentItems: [...s.lentItems, ...lentItems] };
  },
  'return-files': (s, input, frame) => ({
    ...s,
    lentItems: s.lentItems.map((lent) =>
      input.items.some((item) => item.no === lent.no) ? { ...lent, returnedOn: frame.legalDate } : lent,
    ),
  }),
  'record-media': (s, input, frame) => gather(s, frame, { ...by('10(4)', input.title), onSite: input.onSite }),
  commission: (s, input, frame) => gather(s, frame, by('10(5)', `委托${input.institute}：${input.question}`)),
  hearing: (s, input, frame) => gather(s, frame, by('10(6)', `${HEARING_LABELS[input.form]}记录`)),
  'other-means': (s, input, frame) => gather(s, frame, by('10(7)', input.title)),
  'check-on-site': (s, input, frame) => gather(s, frame, { means: null, title: `${input.place}现场监督检查记录`, onSite: true }),
  'join-inspection': (s, input, frame) => gather(s, frame, { means: null, title: `参与执法检查记录（${input.inspection}）`, onSite: true }),
  visit: (s, input, frame) => gather(s, frame, { means: null, title: `${input.place}走访了解`, onSite: true, isEvidence: false }),
  'stop-unlawful': (s, input, frame) => ({
    ...gather(s, frame, { means: null, title: '当场制止记录', onSite: true }),
    stops: [...s.stops, { no: s.stops.length + 1, on: frame.legalDate, act: input.act, noticedOn: null }],
  }),
  refusal: (s) => ({ ...s, refusals: s.refusals + 1 }),
};
