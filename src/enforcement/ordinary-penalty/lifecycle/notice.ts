import { type Folds, type InputOf, type Lifecycle, type LifecycleRow, type LocalDate, lastDay, latestDay, notBefore } from '#law';
import { noticeIssues } from '../documents/letters.ts';
import { hearingAskedIssues, statementIssues } from '../documents/records.ts';
import { FORMS } from '../forms.ts';
import { noticeOf, type OrdinaryPenalty, reportOf } from '../model.ts';
import type { Notice } from '../model-deciding.ts';
import { ART_44, ART_45, ART_62, ART_63, ART_64 } from './articles.ts';
import { CITED_IN_FORCE } from './citations.ts';
import { form, handlersNeeded, law, NO_LETTER_IN_HAND, TWO_STAND } from './conditions.ts';
import { numberOf, ownNumber, SERIES, withLetter } from './letters.ts';
import { mustOfferHearing, specialLawOf } from './thresholds.ts';
import { TOLD_AS_WEIGHED, weighingNeeds } from './weighing.ts';
import { HANDLERS, LEADERS, office } from './who.ts';

type S = OrdinaryPenalty;

const { notify, statement, recheck, waive, 'ask-hearing': askHearing, 'close-notice': closeNotice } = FORMS;
const NOTICE_FORMS = { notify, statement, recheck, waive, 'ask-hearing': askHearing, 'close-notice': closeNotice };
type NoticeForms = typeof NOTICE_FORMS;

const HAS_PENALTY = form<null>('调查终结报告载明拟给予的处罚', ART_44, ({ state }) =>
  reportOf(state)?.penalty == null ? ['no-penalty', '调查终结报告没有拟给予的处罚'] : null,
);
const NOT_TOLD_YET = form<null>('本次调查结论还没有告知', ART_44, ({ state }) =>
  noticeOf(state) === null ? null : ['told', '本次调查结论已经签发事先告知书'],
);
/** N06. */
const HEARING_TOLD = law<InputOf<NoticeForms['notify']>>('较重的处罚告知要求听证的权利', ART_63, ({ state, input, profile, legalDate }) => {
  const penalty = reportOf(state)?.penalty ?? null;
  if (penalty === null || input.hearing) return null;
  if (!mustOfferHearing(state, penalty, profile, legalDate)) return null;
  const isOwn = specialLawOf(state, legalDate)?.hearing != null;
  const line = isOwn ? '（治安案件：罚款四千元以上、吊销许可证件、责令停业整顿，《治安管理处罚法》第一百一十七条）' : '';
  return ['no-hearing-right', `拟给予的处罚达到应当告知听证的种类或者数额${line}，应当告知当事人有要求听证的权利`];
});
const OPEN_STATEMENT = form<InputOf<NoticeForms['recheck']>>('陈述申辩尚未复核', ART_45, ({ state, input }) =>
  state.statements.some((one) => one.no === input.no && one.recheckedOn === null)
    ? null
    : ['no-statement', `没有尚未复核的第${input.no}次陈述申辩`],
);
const WAIVES = form<InputOf<NoticeForms['waive']>>('写明放弃的权利', ART_62, ({ input }) =>
  input.statement || input.hearing ? null : ['waives-nothing', '请写明当事人放弃的是陈述、申辩，还是听证'],
);
const HEARING_OFFERED = law<null>('当事人有要求听证的权利，没有放弃', ART_63, ({ state }) => {
  const notice = noticeOf(state);
  if (notice === null || !notice.hearing) return ['not-offered', '本案没有告知听证权利'];
  if (notice.hearingWaivedOn !== null) return ['waived', '当事人已经书面放弃听证'];
  return isHearingOver(state) ? ['heard', '本次告知的听证已经举行，或者当事人已经撤回、放弃'] : null;
});
/** 64(1): within five working days after the notice; whoever asks later has let it pass. */
const ASKED_IN_TIME = law<InputOf<NoticeForms['ask-hearing']>>('听证在告知后五日内提出', ART_64, (c) => {
  const receivedOn = noticeOf(c.state)?.receivedOn ?? null;
  if (receivedOn === null) return null;
  if (c.input.askedOn > c.legalDate) return ['asked-ahead', '提出日期不得晚于登记日期'];
  const last = latestDay('law.hearing-request', receivedOn, c);
  if (last === null) return null;
  if (last === 'unknown') return 'unknown';
  return c.input.askedOn <= last ? null : ['asked-late', `要求听证应当在告知后五个工作日内提出，至${last}届满`];
});

/** Not its service: a party that hears of a notice on its way, by 公告 or otherwise, may state its case at once (7, 45). */
const FIRST_TOLD_ON = ({ notices: [first], letters }: S): LocalDate | null =>
  letters.find((l) => l.no === first?.letterNo)?.signedOn ?? null;
const STATED_ON = ({ statements }: S, { no }: { readonly no: number }): LocalDate | null =>
  statements.find((one) => one.no === no)?.on ?? null;

export const RECHECKED = law<null>('陈述、申辩均已复核', ART_45, ({ state }) => {
  // One made about an earlier notice is owed an answer as well: a further inquiry does not do away with it.
  const open = state.statements.filter((one) => one.recheckedOn === null);
  return open.length === 0 ? null : ['not-rechecked', `第${open.map((o) => o.no).join('、')}次陈述申辩还没有复核`];
});
/** The hearing asked for about this notice has been held, missed or withdrawn. */
function isHearingOver(s: S): boolean {
  return s.hearing !== null && s.hearing.reportNo === s.reports.length && s.hearing.outcome !== null;
}
/** N01, N07: nothing is decided before the party has been heard, has waived it in writing, or has let the period pass. */
export const PERIODS_OVER = law<null>('陈述申辩、听证的期限已满，或者当事人书面放弃', ART_62, (c) => {
  const notice = noticeOf(c.state);
  if (notice === null || notice.receivedOn === null) return ['not-served', '事先告知书还没有送达'];
  const waits = [
    notice.waivedOn === null ? (['local.penalty-statement', '陈述、申辩'] as const) : null,
    notice.hearing && notice.hearingWaivedOn === null && !isHearingOver(c.state) ? (['law.hearing-request', '要求听证'] as const) : null,
  ];
  for (const wait of waits) {
    if (wait === null) continue;
    const last = lastDay(wait[0], notice.receivedOn, c);
    if (last === 'unknown') return 'unknown';
    if (last !== null && c.legalDate <= last) return ['still-time', `当事人可以${wait[1]}至${last}；届满前只有其书面放弃的，才能作出决定`];
  }
  return null;
});

const STEP = { does: 'step' } as const satisfies Partial<LifecycleRow<S, never>>;
const ENTRY = { does: 'entry', to: 'stays' } as const satisfies Partial<LifecycleRow<S, never>>;

export const NOTICE: Lifecycle<S, NoticeForms> = {
  notify: {
    ...STEP,
    ...office(LEADERS, ART_44, [HAS_PENALTY, NOT_TOLD_YET, NO_LETTER_IN_HAND, CITED_IN_FORCE, TWO_STAND]),
    label: '签发事先告知书',
    from: ['notifying'],
    to: 'notifying',
    inputGuards: [HEARING_TOLD, ...TOLD_AS_WEIGHED, ownNumber(ART_44)],
    needs: (s) => [...handlersNeeded(s), ...weighingNeeds(s)],
    checksCitations: true,
    stepUp: true,
    number: (s, input) => (s === null ? null : numberOf(s.organId, SERIES.notice, input)),
    issues: (s, input, frame, facts, { profile }) => noticeIssues(s, input, frame, facts, profile),
    says: (s) => `${s.letters.at(-1)?.number ?? ''}事先告知书已签发；用印、送达后听取陈述申辩。`,
  },
  statement: {
    ...office(HANDLERS, ART_45),
    ...ENTRY,
    from: ['told', 'deliberating'],
    label: '登记陈述申辩',
    needs: handlersNeeded,
    inputGuards: [notBefore('签发事先告知书', ART_45, FIRST_TOLD_ON)],
    issues: (s, input, frame, facts) => statementIssues(s, input, frame, facts),
    says: () => '陈述申辩已登记；对提出的事实、理由和证据进行复核。',
  },
  recheck: {
    ...office(HANDLERS, ART_45),
    ...ENTRY,
    from: ['told', 'deliberating'],
    label: '复核陈述申辩',
    inputGuards: [OPEN_STATEMENT, notBefore('陈述申辩', ART_45, STATED_ON)],
    says: () => '复核情况已记明；成立的应当采纳。',
  },
  waive: {
    ...office(HANDLERS, ART_62),
    ...ENTRY,
    from: ['told'],
    label: '登记书面放弃',
    aside: true,
    inputGuards: [WAIVES, notBefore('事先告知书送达', ART_62, (s: S) => noticeOf(s)?.receivedOn ?? null)],
    says: () => '当事人书面放弃的情况已登记。',
  },
  'ask-hearing': {
    ...STEP,
    ...office(HANDLERS, ART_64, [HEARING_OFFERED]),
    label: '登记听证要求',
    // A request made in time may arrive after the period: until the decision it is heeded.
    from: ['told', 'deliberating'],
    to: 'hearing',
    inputGuards: [ASKED_IN_TIME],
    issues: (s, input, frame, facts) => hearingAskedIssues(s, input, frame, facts),
    says: () => '当事人要求听证；举行七个工作日前通知时间、地点。',
  },
  'close-notice': {
    ...STEP,
    ...office(HANDLERS, ART_62, [RECHECKED, PERIODS_OVER]),
    label: '提请审议决定',
    from: ['told'],
    to: 'deliberating',
    says: () => '告知、听取意见已经完成；由负责人决定，情节复杂或者重大的集体讨论。',
  },
};

function changed(s: S, change: (notice: Notice) => Notice): S {
  return { ...s, notices: s.notices.map((n, i) => (i === s.notices.length - 1 ? change(n) : n)) };
}

export const NOTICE_FOLDS: Folds<S, NoticeForms> = {
  notify: (s, input, frame) => {
    const penalty = reportOf(s)?.penalty;
    if (penalty === null || penalty === undefined) return s;
    const notice: Notice = {
      ...{ reportNo: s.reports.length, letterNo: s.letters.length + 1, penalty, hearing: input.hearing },
      ...{ receivedOn: null, waivedOn: null, hearingWaivedOn: null },
    };
    return { ...withLetter(s, 'notice', input, frame), notices: [...s.notices, notice] };
  },
  statement: (s, input, frame) => ({
    ...s,
    statements: [
      ...s.statements,
      {
        no: s.statements.length + 1,
        reportNo: s.reports.length,
        on: frame.legalDate,
        content: input.content,
        recheckedOn: null,
        accepted: null,
      },
    ],
  }),
  recheck: (s, input, frame) => ({
    ...s,
    statements: s.statements.map((one) => (one.no === input.no ? { ...one, recheckedOn: frame.legalDate, accepted: input.accepted } : one)),
  }),
  waive: (s, input, frame) =>
    changed(s, (n) => ({
      ...n,
      waivedOn: input.statement ? frame.legalDate : n.waivedOn,
      hearingWaivedOn: input.hearing ? frame.legalDate : n.hearingWaivedOn,
    })),
  'ask-hearing': (s, input) => ({
    ...s,
    ...(s.hearing?.doneOn == null
      ? {}
      : { earlierHearings: [...(s.earlierHearings ?? []), { from: s.hearing.requestedOn, until: s.hearing.doneOn }] }),
    hearing: {
      ...{ reportNo: s.reports.length, requestedOn: input.askedOn, notifiedOn: null, noticeReceivedOn: null, heldOn: null },
      ...{ place: null, hostId: null },
      ...{ isPublic: true, doneOn: null, outcome: null },
    },
  }),
  'close-notice': (s) => s,
};
