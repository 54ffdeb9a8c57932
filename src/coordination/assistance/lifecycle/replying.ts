import {
  CITATIONS_STAND,
  condition,
  type Folds,
  type InputOf,
  isActorOneOf,
  type Lifecycle,
  letterGuards,
  type Need,
  personOf,
  reviewedByAnother,
  scanOf,
  sealing,
  signedLetter,
  signingWords,
} from '#law';
import { REPLY_KIND, replyIssues } from '../documents/reply.ts';
import type { REPLY_FORMS } from '../forms.ts';
import type { Assistance, Reply, Status } from '../model.ts';
import { ANSWERERS, ART_26, REPLY_DRAFTERS, REPLY_LEADERS, REPLY_REVIEWERS, REPLY_SEALERS } from './who.ts';

type S = Assistance;
type ReplyForms = typeof REPLY_FORMS;

/** The organ asked draws up its letter; until it is sent, the one that asks still waits. */
export const REPLY_UNDER_WAY = ['reply-reviewing', 'reply-signing', 'reply-sealing', 'reply-sending'] as const satisfies readonly Status[];

const letterOf = (s: S) => s.reply?.letter ?? null;
const LETTER = letterGuards<S>(ART_26, letterOf);
const NOT_DRAFTED = condition<S, null>('审核、签发人不是拟稿人', 'law', ART_26, ({ state, actor }) =>
  isActorOneOf(actor, state.reply?.drafters ?? []) ? ['own-draft', '不得由拟稿人本人审核或者签发'] : null,
);
const PAPERS_WITH_IT = condition<S, InputOf<ReplyForms['send-reply']>>('复函写明的随函材料已附上', 'form', ART_26, ({ state, input }) => {
  const promised = state.reply?.materials ?? [];
  const attached = (input.papers ?? []).length;
  return promised.length > attached
    ? ['papers-missing', `复函写明随函材料${promised.length}件（${promised.join('、')}），已附${attached}件，请逐件附上`]
    : null;
});

function needed(s: S | null): readonly Need[] {
  if (s === null) return [];
  return [s.issuerId, ...(s.addresseeId === null ? [] : [s.addresseeId])].map((key) => ({ register: 'organisation', key }));
}

const step = { does: 'step', inside: 'addressee', cite: ART_26 } as const;
const { seal, 'seal-by-hand': sealByHand } = sealing<S>({
  ...{ cite: ART_26, by: REPLY_SEALERS, from: ['reply-sealing'], to: 'reply-sending', letterOf },
  ...{ inside: 'addressee', next: '发出' },
});

export const REPLYING: Lifecycle<S, ReplyForms> = {
  'draft-reply': {
    ...step,
    label: '拟复函',
    from: ['considering', 'assisting'],
    to: 'reply-reviewing',
    by: REPLY_DRAFTERS,
    leadsTo: 'sign-reply',
    says: () => '复函已拟稿，送审核；请求机关在发出以后才看得见。',
  },
  'review-reply': {
    ...step,
    label: '审核复函',
    from: ['reply-reviewing'],
    to: 'reply-signing',
    by: REPLY_REVIEWERS,
    guards: [NOT_DRAFTED],
    inputGuards: [CITATIONS_STAND],
    checksCitations: true,
    leadsTo: 'sign-reply',
    says: () => '复函已审核；等待签发。',
  },
  'return-reply': {
    ...step,
    label: '退回复函',
    from: REPLY_UNDER_WAY,
    to: (s) => (s.agreedOn === null ? 'considering' : 'assisting'),
    by: REPLY_REVIEWERS,
    documents: 'void',
    aside: true,
    says: () => '复函已退回，重新拟稿。',
  },
  'sign-reply': {
    ...step,
    label: '签发复函',
    from: ['reply-signing'],
    to: 'reply-sealing',
    by: REPLY_LEADERS,
    guards: [NOT_DRAFTED],
    inputGuards: [reviewedByAnother<S>(ART_26, (s) => s.reply?.reviewed?.by ?? null), CITATIONS_STAND],
    checksCitations: true,
    stepUp: true,
    needs: needed,
    number: (s) => (s?.addresseeId == null ? null : { issuerId: s.addresseeId, series: '协复' }),
    issues: (s, input, frame, facts) => replyIssues(s, signingWords(input.opinion, input.alone), frame, facts),
    says: (s) => `复函已签发，文号${letterOf(s)?.number ?? ''}；等待用印。`,
  },
  'seal-reply': { ...seal, label: '复函用印' },
  'seal-reply-by-hand': { ...sealByHand, label: '复函手工用印并上传' },
  'send-reply': {
    label: '发出复函',
    does: 'step',
    cite: ART_26,
    from: ['reply-sending'],
    to: (s) => (s.answer?.outcome === 'refused' ? 'refused' : 'done'),
    by: ANSWERERS,
    guards: [LETTER.sealed],
    inputGuards: [PAPERS_WITH_IT],
    documents: 'served',
    says: () => '复函已发出，随即列入请求机关的案件。',
  },
};

const withReply = (s: S, more: Partial<Reply>): S => (s.reply == null ? s : { ...s, reply: { ...s.reply, ...more } });

export const REPLYING_FOLDS: Folds<S, ReplyForms> = {
  'draft-reply': (s, { outcome, ground, words, materials, contact }, frame) => ({
    ...s,
    reply: {
      ...{ outcome, ground, words, contact, materials: (materials ?? []).map(({ name }) => name) },
      ...{ drafters: [personOf(frame.actor)], reviewed: null, letter: null },
    },
  }),
  'review-reply': (s, { opinion }, frame) => withReply(s, { reviewed: { by: personOf(frame.actor), opinion, on: frame.legalDate } }),
  'return-reply': (s) => withReply(s, { reviewed: null, letter: null }),
  'sign-reply': (s, _, frame) => withReply(s, { letter: signedLetter(frame, REPLY_KIND) }),
  'seal-reply': (s) => s,
  'seal-reply-by-hand': (s, _, frame) => {
    const letter = letterOf(s);
    return letter === null ? s : withReply(s, { letter: { ...letter, scan: scanOf(frame) } });
  },
  'send-reply': (s, _, frame) => {
    if (s.reply?.letter == null) return s;
    const { outcome, ground, words, letter } = s.reply;
    const files = frame.files.map(({ id, name, sha256, size }) => ({ id, name, sha256, size }));
    const answer = { outcome, ground, words, number: letter.number, on: frame.legalDate, files };
    const sent = withReply({ ...s, answer }, { letter: { ...letter, servedOn: frame.legalDate } });
    return outcome === 'given' ? { ...sent, closedOn: frame.legalDate } : sent;
  },
};
