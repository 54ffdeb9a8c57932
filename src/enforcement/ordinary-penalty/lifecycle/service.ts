import { type Folds, type InputOf, type Lifecycle, type LifecycleRow, lastDay, scanOf, sealing } from '#law';
import { receiptIssues } from '../documents/service.ts';
import { FORMS } from '../forms.ts';
import { letterInHand, type OrdinaryPenalty, type Status } from '../model.ts';
import type { Letter } from '../model-execution.ts';
import { ART_61, CIVIL_PROCEDURE_95 } from './articles.ts';
import { form, law, SEALER_APART } from './conditions.ts';
import { amended } from './correcting-own.ts';
import { isLetterReady } from './letters.ts';
import { HANDLERS, office, organ, SEALERS } from './who.ts';

type S = OrdinaryPenalty;

const { seal, 'seal-by-hand': sealByHand, 'confirm-address': confirmAddress, 'fail-service': failService, serve } = FORMS;
const SERVICE_FORMS = { seal, 'seal-by-hand': sealByHand, 'confirm-address': confirmAddress, 'fail-service': failService, serve };
type ServiceForms = typeof SERVICE_FORMS;
type Served = InputOf<ServiceForms['serve']>;

/** Stages in which a numbered letter may be on its way. */
const WITH_LETTERS = [
  'investigating',
  'suspended',
  'concluded',
  'reviewing',
  'notifying',
  'deliberating',
  'decided',
  'performing',
  'urged',
  'court',
  'ended',
  'transferred',
] as const;

const UNSEALED = form<null>('有待用印的文书', ART_61, ({ state }) => {
  const letter = letterInHand(state);
  if (letter === null) return ['no-letter', '没有待用印的文书'];
  return isLetterReady(state, letter) ? ['sealed', `${letter.number}已经用印，等待送达`] : null;
});
const SEALED = form<null>('文书已经用印', ART_61, ({ state }) => {
  const letter = letterInHand(state);
  if (letter === null) return ['no-letter', '没有待送达的文书'];
  return isLetterReady(state, letter) ? null : ['not-sealed', '用印文书尚未生成或者未上传，未用印的文书不得送达'];
});
const RECEIVED_BETWEEN = form<Served>('送达日期在签发之后、办理之前', ART_61, ({ state, input, legalDate }) => {
  const signedOn = letterInHand(state)?.signedOn ?? input.receivedOn;
  if (input.receivedOn > legalDate) return ['day-ahead', '送达日期不得晚于办理日期'];
  return input.receivedOn < signedOn ? ['day-before', `送达日期不得早于文书的签发日期（${signedOn}）`] : null;
});
/** E02, 61¶2. */
const CONFIRMED = law<Served>('电子送达先签订确认书', ART_61, ({ state, input }) => {
  if (input.how !== 'electronic') return null;
  const { confirmation } = state;
  if (confirmation === null || !confirmation.electronic) return ['no-confirmation', '当事人同意并签订确认书的，才能采用电子方式送达'];
  return confirmation.on > input.receivedOn ? ['no-confirmation', '送达日期早于当事人签订确认书的日期'] : null;
});
/** E03: the last way, after others have failed, and only when thirty days have passed. */
const ATTEMPTS = 2;
const PUBLIC_LAST = law<Served>('公告送达在其他方式无法送达之后，公告满三十日', CIVIL_PROCEDURE_95, (c) => {
  if (c.input.how !== 'public') return null;
  if (c.input.publishedOn === null) return ['not-published', '请填写公告发布日期'];
  const signedOn = letterInHand(c.state)?.signedOn ?? c.input.publishedOn;
  if (c.input.publishedOn < signedOn) return ['published-before', `公告发布日期不得早于文书的签发日期（${signedOn}）`];
  if (c.state.failedServices.length < ATTEMPTS)
    return ['public-first', `公告送达前应当采取其他方式送达，已记明未能送达${c.state.failedServices.length}次，不少于${ATTEMPTS}次`];
  const last = lastDay('law.public-service', c.input.publishedOn, c);
  if (last === null) return null;
  if (last === 'unknown') return 'unknown';
  return c.input.receivedOn > last ? null : ['public-too-soon', `自发出公告之日起经过三十日视为送达，至${last}届满，送达日期填次日`];
});
const WITNESSED = law<Served>('留置送达有见证人，或者记明拒收情况', ART_61, ({ input }) =>
  input.how === 'left' && input.witness === null ? ['no-witness', '留置送达应当有见证人签名，或者以拍照、录像等方式记录，请填写'] : null,
);

const ENTRY = { does: 'entry', to: 'stays' } as const satisfies Partial<LifecycleRow<S, never>>;

/** Where a letter leaves the case once it has arrived. */
function afterService(s: S): Status {
  const letter = s.letters.at(-1);
  if (letter?.kind === 'notice') return 'told';
  if (letter?.kind === 'no-penalty') return 'ended';
  return letter?.kind === 'decision' ? 'performing' : s.status;
}

const NEXT: Readonly<Record<Letter['kind'], string>> = {
  preservation: '登记保存之日起七个工作日内作出处理决定。',
  correction: '到期复查改正情况。',
  notice: '陈述、申辩的期限起算。',
  decision: '履行、救济的期限起算。',
  'no-penalty': '本案待结案。',
  urging: '十个工作日后仍不履行的，可以申请强制执行。',
  transfer: '等候受移送机关的处理结果。',
  amending: '原决定自送达之日起撤销、变更；按待办撤回公示、退还款物。',
};

export const SERVICE: Lifecycle<S, ServiceForms> = {
  ...sealing<S>({
    ...{ cite: ART_61, by: organ(SEALERS), from: WITH_LETTERS, to: (s) => s.status, letterOf: letterInHand },
    ...{ guards: [UNSEALED, SEALER_APART], next: '送达' },
  }),
  'confirm-address': {
    ...office(HANDLERS, ART_61),
    ...ENTRY,
    from: ['investigating', 'concluded', 'reviewing', 'notifying', 'told', 'hearing', 'deliberating', 'decided', 'performing', 'urged'],
    group: '送达',
    label: '登记送达地址确认书',
    says: (s) => (s.confirmation?.electronic === true ? '当事人同意电子送达。' : '送达地址已确认；当事人没有同意电子送达。'),
  },
  'fail-service': {
    ...office(HANDLERS, ART_61, [SEALED]),
    ...ENTRY,
    from: WITH_LETTERS,
    group: '送达',
    label: '登记未能送达',
    says: (s) => `已记明未能送达${s.failedServices.length}次。`,
  },
  serve: {
    ...office(HANDLERS, ART_61, [SEALED]),
    does: 'step',
    from: WITH_LETTERS,
    to: afterService,
    label: '送达',
    inputGuards: [RECEIVED_BETWEEN, CONFIRMED, PUBLIC_LAST, WITNESSED],
    documents: 'served',
    issues: (s, input, frame, facts) => receiptIssues(s, input, frame, facts),
    says: (s) => {
      const letter = s.letters.at(-1);
      return letter === undefined ? '已送达。' : `${letter.number}已送达；${NEXT[letter.kind]}`;
    },
  },
};

export const SERVICE_FOLDS: Folds<S, ServiceForms> = {
  seal: (s) => s,
  'seal-by-hand': (s, _, frame) => inHand(s, (letter) => ({ ...letter, scan: scanOf(frame) })),
  'confirm-address': (s, input, frame) => ({
    ...s,
    confirmation: { on: frame.legalDate, electronic: input.electronic, channel: input.channel },
  }),
  'fail-service': (s, input, frame) => ({ ...s, failedServices: [...s.failedServices, { on: frame.legalDate, how: input.how }] }),
  serve: (s, input, frame) => {
    const letter = letterInHand(s);
    if (letter === null) return s;
    const { how, receivedOn } = input;
    const sent = inHand(s, (one) => ({ ...one, servedOn: frame.legalDate, how, receivedOn }));
    return arrived({ ...sent, failedServices: [] }, letter, receivedOn);
  },
};

function inHand(s: S, change: (letter: Letter) => Letter): S {
  return { ...s, letters: s.letters.map((letter, i) => (i === s.letters.length - 1 ? change(letter) : letter)) };
}

/** What the letter was about now has the day from which periods run. */
function arrived(s: S, { kind, no, number }: Letter, receivedOn: S['openedOn']): S {
  const on = <T extends { readonly letterNo: number }>(list: readonly T[]): readonly T[] =>
    list.map((one) => (one.letterNo === no ? { ...one, receivedOn } : one));
  if (kind === 'notice') return { ...s, notices: on(s.notices) };
  if (kind === 'amending') return amended(s, receivedOn, number);
  if (kind === 'urging') return { ...s, urgings: on(s.urgings) };
  if (s.decision === null || s.decision.letterNo !== no) return s;
  const decided: S = { ...s, decision: { ...s.decision, receivedOn } };
  return kind === 'no-penalty' ? { ...decided, ending: 'not-punished', endedOn: receivedOn } : decided;
}
