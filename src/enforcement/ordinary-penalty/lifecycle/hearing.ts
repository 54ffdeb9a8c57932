import { type Folds, type InputOf, type Lifecycle, type LifecycleRow, lastDay } from '#law';
import { hearingNoticeIssues, hearingRecordIssues } from '../documents/hearing.ts';
import { FORMS } from '../forms.ts';
import type { OrdinaryPenalty } from '../model.ts';
import { ART_64, ART_65 } from './articles.ts';
import { form, law, tookPart } from './conditions.ts';
import { HANDLERS, office } from './who.ts';

type S = OrdinaryPenalty;

const { 'notify-hearing': notifyHearing, 'hold-hearing': holdHearing } = FORMS;
const HEARING_FORMS = { 'notify-hearing': notifyHearing, 'hold-hearing': holdHearing };
type HearingForms = typeof HEARING_FORMS;
type Call = InputOf<HearingForms['notify-hearing']>;
type Record = InputOf<HearingForms['hold-hearing']>;

/** N08, 64(2): the party hears of time and place seven working days before. */
const SEVEN_DAYS_AHEAD = law<Call>('举行听证的七日前通知', ART_64, (c) => {
  const first = lastDay('law.hearing-notice', c.legalDate, c);
  if (first === 'unknown') return 'unknown';
  return first === null || c.input.on >= first ? null : ['too-soon', `应当在举行听证的七个工作日前通知，今天通知的，最早在${first}举行`];
});
/** S12, 64(4). */
const IMPARTIAL_HOST = law<Call>('主持人不是本案调查人员', ART_64, ({ state, input }) => {
  return input.host.some((id) => tookPart(state, id))
    ? ['host-investigated', '听证由非本案调查人员主持，所填主持人参与了本案调查，或者已经被决定回避']
    : null;
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
    ...office(HANDLERS, ART_64),
    label: '通知听证',
    from: ['hearing'],
    to: 'hearing',
    inputGuards: [ONE_HOST, SEVEN_DAYS_AHEAD, IMPARTIAL_HOST, PUBLIC],
    issues: (s, input, frame, facts) => hearingNoticeIssues(s, input, frame, facts),
    says: (s) => `听证通知书已生成；${s.hearing?.heldOn ?? ''}举行听证。`,
  },
  'hold-hearing': {
    ...STEP,
    ...office(HANDLERS, ART_65),
    label: '登记听证情况',
    from: ['hearing'],
    to: 'deliberating',
    inputGuards: [CALLED, ON_ITS_DAY, SIGNED],
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
              heldOn: input.on,
              place: input.place,
              hostId: input.host[0] ?? null,
              isPublic: input.isPublic,
            },
          },
        },
  'hold-hearing': (s, input, frame) =>
    s.hearing === null ? s : { ...s, hearing: { ...s.hearing, doneOn: frame.legalDate, outcome: input.outcome } },
};
