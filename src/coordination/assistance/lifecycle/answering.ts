import { condition, type Folds, type InputOf, type Lifecycle, type LocalDate, latestDay } from '#law';
import type { Answer, Assistance } from '../model.ts';
import type { ANSWERING_FORMS } from './asking.ts';
import { REPLY_UNDER_WAY } from './replying.ts';
import { ANSWERERS, ART_6, ART_26, LEADERS, OFFICE, RECEIVERS } from './who.ts';

type S = Assistance;
type AnsweringForms = typeof ANSWERING_FORMS;

const OUTSIDE_ALONE = condition<S, null>('名录以外的机关由请求机关登记', 'form', ART_26, ({ state, actor }) =>
  state.addresseeId !== null && actor.organisationId !== state.addresseeId
    ? ['addressee-answers', '被请求机关在平台上，由该机关自己答复']
    : null,
);
/** 细则 6: between organs; nobody negotiates with an organ that was just asked and still has time. */
const NOT_GIVEN = condition<S, null>('被请求机关不予协助，或者逾期没有答复', 'law', ART_6, (c) => {
  const { state, legalDate } = c;
  if (state.status === 'refused') return null;
  const from = state.coordination?.endedOn ?? state.letter?.receipt?.on ?? null;
  if (from === null) return ['not-received', '被请求机关还没有签收'];
  const last = latestDay('local.assistance-answer', from, c);
  if (last === 'unknown') return 'unknown';
  if (last !== null && legalDate > last) return null;
  return ['not-overdue', last === null ? '答复期限没有确定' : `被请求机关的答复期限至${last}，尚未届满`];
});
const TO_A_BUREAU = condition<S, null>('本机关有本级司法行政部门', 'form', ART_6, ({ state, facts }) =>
  facts.organisations.get(state.issuerId)?.bureauId == null ? ['no-bureau', '本机关没有本级司法行政部门，请报告上一级机关'] : null,
);
const ON_PLATFORM = condition<S, null>('争议在本市行政执法部门之间', 'law', ART_6, ({ state, facts }) =>
  state.addresseeId === null || facts.organisations.get(state.addresseeId)?.kind === 'external'
    ? ['outside-organ', '被请求机关不是本市行政执法单位，不在本级司法行政部门的协调范围']
    : null,
);

const step = { does: 'step', cite: ART_26 } as const;

export const ANSWERING: Lifecycle<S, AnsweringForms> = {
  receive: {
    ...step,
    label: '签收',
    from: ['receiving'],
    to: 'considering',
    by: RECEIVERS,
    says: () => '已签收；属于本机关职权范围的，应当依法予以协助。',
  },
  'serve-on-paper': {
    ...step,
    label: '登记纸质签收',
    from: ['receiving'],
    to: 'considering',
    by: OFFICE,
    says: () => '回执已存；等待被请求机关答复。',
  },
  remind: {
    label: '催询',
    does: 'entry',
    from: ['receiving', 'considering', 'assisting', ...REPLY_UNDER_WAY],
    to: 'stays',
    by: OFFICE,
    cite: ART_26,
    says: () => '已催询被请求机关。',
  },
  agree: {
    ...step,
    label: '同意协助',
    from: ['considering'],
    to: 'assisting',
    by: [...ANSWERERS, ...OFFICE],
    guards: [OUTSIDE_ALONE],
    says: () => '已同意协助；办理以后答复结果。',
  },
  refuse: {
    ...step,
    label: '不予协助',
    from: ['considering', 'assisting'],
    to: 'refused',
    by: [...ANSWERERS, ...OFFICE],
    guards: [OUTSIDE_ALONE],
    aside: true,
    says: () => '不予协助的理由已告知请求机关。',
  },
  answer: {
    ...step,
    label: '答复结果',
    from: ['considering', 'assisting'],
    to: 'done',
    by: [...ANSWERERS, ...OFFICE],
    guards: [OUTSIDE_ALONE],
    says: () => '结果已答复，随即列入请求机关的案件。',
  },
  'ask-coordination': {
    label: '报请协调',
    does: 'step',
    from: ['refused', 'receiving', 'considering', 'assisting', ...REPLY_UNDER_WAY],
    to: 'coordinating',
    by: LEADERS,
    cite: ART_6,
    guards: [ON_PLATFORM, TO_A_BUREAU, NOT_GIVEN],
    // A reply that was signed and never sent goes out no more.
    documents: 'void',
    aside: true,
    says: () => '已报本级司法行政部门协调，随即作为线索列入。',
  },
  'note-coordination': {
    label: '登记协调的结果',
    does: 'step',
    from: ['coordinating'],
    to: (s) => (s.closedOn === null ? 'considering' : 'ended'),
    by: OFFICE,
    cite: ART_6,
    says: (s) => (s.closedOn === null ? '由被请求机关继续办理，答复的期限重新计算。' : '不再请求。'),
  },
  end: {
    ...step,
    label: '不再请求',
    from: ['receiving', 'considering', 'assisting', ...REPLY_UNDER_WAY, 'refused'],
    to: 'ended',
    by: OFFICE,
    documents: 'void',
    aside: true,
    says: () => '不再请求协助；理由已记明。',
  },
};

const withReceipt = (s: S, mode: 'system' | 'in-person' | 'left' | 'mail', receiver: string, on: LocalDate): S =>
  s.letter === null ? s : { ...s, letter: { ...s.letter, receipt: { mode, receiver, on } } };

type Said = Pick<InputOf<AnsweringForms['answer']>, 'number' | 'words'>;
const answered = (outcome: Answer['outcome'], { number, words }: Said, on: LocalDate, files: Answer['files']) => ({
  ...{ outcome, on, number, words, ground: null },
  files: files.map(({ id, name, sha256, size }) => ({ id, name, sha256, size })),
});

export const ANSWERING_FOLDS: Folds<S, AnsweringForms> = {
  receive: (s, _, frame) => withReceipt(s, 'system', frame.actor.name, frame.legalDate),
  'serve-on-paper': (s, input, frame) => withReceipt(s, input.mode, input.receiver.name, frame.legalDate),
  remind: (s) => ({ ...s, reminders: s.reminders + 1 }),
  agree: (s, _, frame) => ({ ...s, agreedOn: frame.legalDate }),
  refuse: (s, input, frame) => ({
    ...s,
    answer: { ...answered('refused', input, frame.legalDate, frame.files), ground: input.ground },
  }),
  answer: (s, input, frame) => ({ ...s, answer: answered('given', input, frame.legalDate, frame.files), closedOn: frame.legalDate }),
  'ask-coordination': (s, _, frame) => ({ ...s, coordination: { askedOn: frame.legalDate, endedOn: null } }),
  'note-coordination': (s, input, frame) => {
    const coordination = s.coordination === null ? null : { ...s.coordination, endedOn: frame.legalDate };
    return input.outcome === 'end'
      ? { ...s, coordination, closedOn: frame.legalDate }
      : { ...s, coordination, agreedOn: null, answer: null, ...(s.reply === undefined ? {} : { reply: null }) };
  },
  end: (s, _, frame) => ({ ...s, closedOn: frame.legalDate }),
};
