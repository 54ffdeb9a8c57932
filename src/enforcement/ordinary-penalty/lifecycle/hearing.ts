import { type Folds, type InputOf, type Lifecycle, type LifecycleRow, lastDay } from '#law';
import { hearingNoticeIssues, hearingRecordIssues } from '../documents/hearing.ts';
import { FORMS } from '../forms.ts';
import type { OrdinaryPenalty } from '../model.ts';
import { ART_64, ART_65 } from './articles.ts';
import { form, handlersNeeded, law, TWO_STAND } from './conditions.ts';
import { HOST_STILL_APART, HOST_UNCONTESTED, IMPARTIAL_HOST } from './hearing-host.ts';
import { NOTICE_SERVED } from './hearing-notice.ts';
import { HANDLERS, office } from './who.ts';

type S = OrdinaryPenalty;

const { 'notify-hearing': notifyHearing, 'serve-hearing': serveHearing, 'hold-hearing': holdHearing } = FORMS;
const HEARING_FORMS = { 'notify-hearing': notifyHearing, 'serve-hearing': serveHearing, 'hold-hearing': holdHearing };
type HearingForms = typeof HEARING_FORMS;
type Call = InputOf<HearingForms['notify-hearing']>;
type Record = InputOf<HearingForms['hold-hearing']>;

/** N08, 64(2): the party hears of time and place seven working days before. */
const SEVEN_DAYS_AHEAD = law<Call>('举行听证的七日前通知', ART_64, (c) => {
  const first = lastDay('law.hearing-notice', c.legalDate, c);
  if (first === 'unknown') return 'unknown';
  return first === null || c.input.on >= first ? null : ['too-soon', `应当在举行听证的七个工作日前通知，今天通知的，最早在${first}举行`];
});
const ONE_HOST = form<Call>('主持人一名', ART_64, ({ input }) => (input.host.length === 1 ? null : ['one-host', '听证主持人请填一人']));
const PUBLIC = law<Call>('听证公开举行', ART_64, ({ input }) =>
  input.isPublic || input.closedReason !== null
    ? null
    : ['not-public', '除涉及国家秘密、商业秘密或者个人隐私依法予以保密外，听证公开举行；不公开的，写明理由'],
);
/** A party may take back its request before anything was called. */
const CALLED = form<Record>('已经通知听证', ART_64, ({ state, input }) =>
  state.hearing?.heldOn == null && input.outcome !== 'withdrawn' ? ['not-called', '尚未通知听证的时间、地点'] : null,
);
const UNSERVED = form<null>('听证通知书已经制作，还没有登记送达', ART_64, ({ state }) => {
  if (state.hearing?.heldOn == null) return ['not-called', '尚未通知听证的时间、地点'];
  return state.hearing.noticeReceivedOn === null ? null : ['served', '听证通知书的送达已经登记'];
});
/** N08, 64(2): the seven working days count from the day on which the party has the notice, not from the day of its making. */
const TOLD_IN_TIME = law<Record>('当事人在举行听证七个工作日前收到通知', ART_64, (c) => {
  const { state, input } = c;
  const { heldOn, noticeReceivedOn } = state.hearing ?? { heldOn: null, noticeReceivedOn: null };
  if (input.outcome === 'withdrawn' || heldOn === null) return null;
  if (noticeReceivedOn === null) return ['notice-unserved', '还没有登记听证通知书的送达，不能举行听证，也不能认定当事人缺席'];
  const first = lastDay('law.hearing-notice', noticeReceivedOn, c);
  if (first === 'unknown') return 'unknown';
  return first === null || heldOn >= first
    ? null
    : ['told-late', `当事人${noticeReceivedOn}才收到通知，最早在${first}举行听证，请另定日期重新通知`];
});
const ON_ITS_DAY = law<Record>('听证按通知的日期举行', ART_64, ({ state, input, legalDate }) => {
  const day = state.hearing?.heldOn ?? null;
  if (input.outcome === 'withdrawn' || day === null) return null;
  return legalDate >= day ? null : ['not-its-day', `听证通知在${day}举行，不得提前举行`];
});
const SIGNED = law<Record>('听证笔录经核对签名，或者注明拒绝签名的情况', ART_64, ({ input }) =>
  input.outcome !== 'held' || input.signed || input.unsigned !== null
    ? null
    : ['unsigned', '听证笔录应当交当事人或者其代理人核对无误后签名；拒绝的，由主持人在笔录中注明'],
);

const STEP = { does: 'step' } as const satisfies Partial<LifecycleRow<S, never>>;

export const HEARING: Lifecycle<S, HearingForms> = {
  'notify-hearing': {
    ...STEP,
    ...office(HANDLERS, ART_64, [TWO_STAND]),
    label: '通知听证',
    needs: handlersNeeded,
    from: ['hearing'],
    to: 'hearing',
    inputGuards: [ONE_HOST, SEVEN_DAYS_AHEAD, IMPARTIAL_HOST, PUBLIC],
    issues: (s, input, frame, facts) => hearingNoticeIssues(s, input, frame, facts),
    says: (s) => `听证通知书已生成；送达当事人后登记收到日期，${s.hearing?.heldOn ?? ''}举行听证。`,
  },
  'serve-hearing': {
    ...office(HANDLERS, ART_64, [UNSERVED]),
    does: 'entry',
    label: '登记听证通知书送达',
    from: ['hearing'],
    to: 'stays',
    inputGuards: NOTICE_SERVED,
    says: (s) => `已登记；${s.hearing?.heldOn ?? ''}举行听证。收到日期距举行不足七个工作日的，应当另定日期。`,
  },
  'hold-hearing': {
    ...STEP,
    ...office(HANDLERS, ART_65, [TWO_STAND]),
    label: '登记听证情况',
    needs: handlersNeeded,
    from: ['hearing'],
    to: 'deliberating',
    inputGuards: [CALLED, ON_ITS_DAY, TOLD_IN_TIME, HOST_STILL_APART, HOST_UNCONTESTED, SIGNED],
    issues: (s, input, frame, facts) => hearingRecordIssues(s, input, frame, facts),
    says: (s) =>
      s.hearing?.outcome === 'held'
        ? '听证笔录已登记，应当据此作出决定；经过听证的案件，决定前应当法制审核。'
        : '听证权利已经放弃或者撤回；继续审议决定。',
  },
};

export const HEARING_FOLDS: Folds<S, HearingForms> = {
  'notify-hearing': (s, input, frame) =>
    s.hearing === null
      ? s
      : {
          ...s,
          hearing: {
            ...s.hearing,
            ...{
              notifiedOn: frame.legalDate,
              noticeReceivedOn: null,
              heldOn: input.on,
              place: input.place,
              hostId: input.host[0] ?? null,
              isPublic: input.isPublic,
            },
          },
        },
  'serve-hearing': (s, { receivedOn }) => (s.hearing === null ? s : { ...s, hearing: { ...s.hearing, noticeReceivedOn: receivedOn } }),
  'hold-hearing': (s, input, frame) =>
    s.hearing === null ? s : { ...s, hearing: { ...s.hearing, doneOn: frame.legalDate, outcome: input.outcome } },
};
