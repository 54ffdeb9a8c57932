import {
  condition,
  type Folds,
  type InputOf,
  isActorOneOf,
  joinedBy,
  type Lifecycle,
  type LifecycleRow,
  type LocalDate,
  type Need,
} from '#law';
import { demandIssues, reportIssues } from '../documents/issues.ts';
import type { Forms } from '../forms.ts';
import { type Decision, MATERIAL_LABELS, type Material, type Package, type Status } from '../model.ts';
import { ART_8_3, ART_18, BUREAU, ORGAN_LEADERS, ORGAN_OFFICE, type S, SYSTEM } from './parties.ts';

type Owing = Pick<
  Forms,
  'open' | 'restate' | 'note-overdue' | 'lapse' | 'prepare' | 'return-package' | 'file' | 'demand' | 'resubmit' | 'register-receipt'
>;
type DutyInput = InputOf<Forms['restate']>;

const OWED: readonly Status[] = ['due', 'overdue'];
/** Filed, and not at its end: the upper department's receipt may come at any time. */
const UNDER_WAY: readonly Status[] = [
  ...(['receiving', 'examining', 'correcting', 'draft', 'reviewing'] as const),
  ...(['signing', 'sealing', 'serving', 'answering', 'answered', 'receipting'] as const),
];

const PREPARED = condition<S, null>('备案材料已经备齐', 'form', ART_18, ({ state }) =>
  state.package === null || state.sentBack ? ['not-prepared', '承办人还没有备齐备案材料'] : null,
);
const NOT_PREPARER = condition<S, null>('报送人不是备材料的人', 'law', ART_18, ({ state, actor }) =>
  isActorOneOf(actor, state.preparers) ? ['own-package', '不得由备材料的本人审定报送'] : null,
);
const RECEIPT_MISSING = condition<S, null>('还没有登记上一级主管部门的回执', 'form', ART_18, ({ state }) => {
  if (state.receipt !== null) return ['receipt-known', `已登记${state.receipt.on}的回执`];
  return state.upperId === null && state.reviewerId !== null ? ['no-upper', '本件不向上一级主管部门抄报'] : null;
});
const RECEIPT_LIKELY = condition<S, { readonly on: LocalDate }>('回执日期在报送以后、办理当日以前', 'form', ART_18, (c) => {
  const { on } = c.input;
  return on > c.legalDate || on < (c.state.filedOn ?? '') ? ['receipt-date', '回执日期应当在报送以后、办理日期以前'] : null;
});
const DECISION_ATTACHED = condition<S, InputOf<Forms['prepare']>>('附行政处罚决定书', 'form', ART_18, ({ state, input }) =>
  state.fromCase === true || input.decisionPaper !== null
    ? null
    : ['no-decision-paper', '请附行政处罚决定书；在平台上作出的决定才自动编入'],
);
const DUE_AHEAD = condition<S, { readonly due: LocalDate }>('请报送的日期不早于今日', 'form', ART_8_3, ({ input, legalDate }) =>
  input.due < legalDate ? ['due-past', '请报送的日期不得早于办理日期'] : null,
);

const partiesNeeded = (s: S | null): readonly Need[] =>
  s === null ? [] : [s.organId, s.reviewerId, s.upperId].flatMap((key) => (key === null ? [] : [{ register: 'organisation', key }]));

const BY_PLATFORM = { by: SYSTEM, cite: ART_18, does: 'step' } as const satisfies Partial<LifecycleRow<S, never>>;

/** The organ's side: what it owes, by when, and what it files. */
export const FILING: Lifecycle<S, Owing> = {
  open: {
    ...BY_PLATFORM,
    label: '列入应备',
    from: 'start',
    to: (s) => (s.statedOn === null ? 'due' : 'stated'),
    elsewhere: true,
    roomOnly: true,
    links: (input) => [{ to: input.decision, as: 'opened-from' }],
    says: (s) =>
      s.voluntary === true
        ? '已按处罚机关的申请列入自愿报送，等待报送备案。'
        : s.statedOn === null
          ? '已列入应备清单，等待处罚机关报送备案。'
          : `来源载明已于${s.statedOn}备案。`,
  },
  restate: {
    ...BY_PLATFORM,
    label: '按决定更正',
    from: OWED,
    to: (s) => (s.statedOn === null ? s.status : 'stated'),
    roomOnly: true,
    says: () => '已按处罚决定的现有内容更正。',
  },
  'note-overdue': {
    ...BY_PLATFORM,
    label: '登记逾期',
    from: ['due'],
    to: 'overdue',
    says: () => '期限届满没有报送备案，已列入应备未备。',
  },
  lapse: {
    ...BY_PLATFORM,
    label: '不再应备',
    from: OWED,
    to: 'lapsed',
    roomOnly: true,
    says: (s) => `不再应备：${s.endReason ?? ''}。`,
  },
  prepare: {
    label: '备齐材料',
    does: 'entry',
    from: OWED,
    to: 'stays',
    by: ORGAN_OFFICE,
    cite: ART_18,
    inputGuards: [DECISION_ATTACHED],
    leadsTo: 'file',
    says: () => '备案材料已备齐；等待负责人审定报送。',
  },
  'return-package': {
    label: '退回修改',
    does: 'entry',
    from: OWED,
    to: 'stays',
    by: ORGAN_LEADERS,
    inside: 'organ',
    cite: ART_18,
    guards: [PREPARED],
    aside: true,
    says: () => '已退回承办人修改。',
  },
  file: {
    label: '审定报送',
    does: 'step',
    from: OWED,
    to: (s) => (s.reviewerId === null ? 'receipting' : 'receiving'),
    by: ORGAN_LEADERS,
    cite: ART_18,
    guards: [PREPARED, NOT_PREPARER],
    needs: partiesNeeded,
    issues: (s, input, frame, facts) => reportIssues(s, input.opinion, frame, facts),
    stepUp: true,
    says: (s) => `${s.overdueOn === null ? '已报送备案' : '已逾期报送备案，逾期情况已记明'}；${nextOf(s)}。`,
  },
  demand: {
    label: '催报',
    does: 'entry',
    from: ['overdue'],
    to: 'stays',
    by: BUREAU,
    cite: ART_8_3,
    inputGuards: [DUE_AHEAD],
    needs: (s) => [...partiesNeeded(s), ...(s?.bureauId == null ? [] : [{ register: 'organisation', key: s.bureauId } as const])],
    issues: (s, _, frame, facts) => demandIssues(s, frame, facts),
    says: (s) => `催报函已送处罚机关（第${s.demands.length}次），请处罚机关于${s.demands.at(-1)?.due ?? ''}前报送。`,
  },
  resubmit: {
    label: '报送补正材料',
    does: 'step',
    from: ['correcting'],
    to: 'receiving',
    by: [...ORGAN_OFFICE, ...ORGAN_LEADERS],
    cite: ART_18,
    says: () => '补正材料已报送；等待审查机关收讫。',
  },
  'register-receipt': {
    label: '登记上级回执',
    does: 'step',
    from: UNDER_WAY,
    to: (s) => (s.status === 'receipting' ? endedAs(s) : s.status),
    by: [...ORGAN_OFFICE, ...ORGAN_LEADERS],
    cite: ART_18,
    guards: [RECEIPT_MISSING],
    inputGuards: [RECEIPT_LIKELY],
    aside: true,
    says: () => '上一级主管部门的回执已登记。',
  },
};

const endedAs = (s: S): Status => (s.opinion === null ? 'accepted' : 'concluded');

function nextOf({ reviewerId, upperId }: S): string {
  const copy = '下载报送材料包送上一级主管部门，收到回执后登记';
  if (reviewerId === null) return copy;
  return upperId === null ? '等待审查机关收讫' : `等待审查机关收讫；${copy}`;
}

function dutyOf(input: DutyInput): Pick<S, 'bureauId' | 'reviewerId' | 'upperId' | 'statedOn'> & { readonly decision: Decision } {
  const { bureau, reviewer, upper, statedOn, reasons, number, party, penalty, fineFen, confiscatedFen, decidedOn } = input;
  return {
    ...{ bureauId: bureau, reviewerId: reviewer, upperId: upper, statedOn },
    decision: { number, party, penalty, fineFen, confiscatedFen, decidedOn, reasons: reasons.map((r) => r.words) },
  };
}

function packageOf(input: InputOf<Forms['prepare']>): Package {
  const { facts, process, lateBecause, contact } = input;
  const materials = (Object.keys(MATERIAL_LABELS) as Material[]).flatMap((key) => {
    const given = input[key]?.length ?? 0;
    return given === 0 ? [] : [{ name: MATERIAL_LABELS[key], files: given }];
  });
  return { facts, process, lateBecause, contact, materials };
}

const VOLUNTARY = { voluntary: true } as const;

export const FILING_FOLDS: Folds<S, Owing> = {
  open: (_, input) => ({
    ...(input.voluntary === true ? VOLUNTARY : {}),
    status: 'due',
    decisionId: input.decision,
    ...((input.decisionNo ?? 1) === 1 ? {} : { decisionNo: input.decisionNo ?? 1 }),
    organId: input.organ,
    ...(input.fromCase === true ? { fromCase: true as const } : {}),
    ...dutyOf(input),
    ...{ overdueOn: null, demands: [], package: null, preparers: [], sentBack: false, filedOn: null, receivedOn: null },
    ...{ corrections: [], opinion: null, drafters: [], reviewed: null, letter: null, answer: null, takenUpBy: [], receipt: null },
    ...{ endedOn: input.statedOn, endReason: null },
  }),
  restate: ({ voluntary: _, ...s }, input) => ({
    ...s,
    ...(input.voluntary === true ? VOLUNTARY : {}),
    ...dutyOf(input),
    endedOn: input.statedOn,
  }),
  'note-overdue': (s, _, frame) => ({ ...s, overdueOn: frame.legalDate }),
  lapse: (s, input, frame) => ({ ...s, endedOn: frame.legalDate, endReason: input.reason }),
  prepare: (s, input, frame) => ({
    ...s,
    package: packageOf(input),
    preparers: joinedBy(s.preparers, frame.actor),
    sentBack: false,
  }),
  'return-package': (s) => ({ ...s, sentBack: true }),
  file: (s, _, frame) => ({ ...s, filedOn: frame.legalDate }),
  demand: (s, input, frame) => ({ ...s, demands: [...s.demands, { on: frame.legalDate, words: input.words, due: input.due }] }),
  resubmit: (s, _, frame) => ({
    ...s,
    corrections: s.corrections.map((c, i) => (i === s.corrections.length - 1 ? { ...c, doneOn: frame.legalDate } : c)),
  }),
  'register-receipt': (s, input, frame) => ({
    ...s,
    receipt: { on: input.on, number: input.number },
    endedOn: s.status === 'receipting' ? frame.legalDate : s.endedOn,
  }),
};
