import { condition, type Folds, type Lifecycle } from '#law';
import type { Forms } from '../forms.ts';
import { type NormativeFiling, SUBMITTED, type Suggestion } from '../model.ts';
import { ART_8_6 } from '../model-grounds.ts';
import { OFFICE, PLATFORM } from './who.ts';

type S = NormativeFiling;
type Acts = Pick<Forms, 'note-suggestion' | 'post-suggestion' | 'check-suggestion' | 'answer-suggestion'>;
type Named = { readonly no: number };

const found = (s: S, no: number): Suggestion | undefined => s.suggestions.find((one) => one.no === no);
const UNCHECKED = condition<S, Named>('建议尚未作形式审查', 'form', ART_8_6, ({ state, input }) =>
  found(state, input.no)?.checkedOn === null ? null : ['no-such-suggestion', `没有待形式审查的第${input.no}件建议`],
);
const UNANSWERED = condition<S, Named>('建议已经受理、尚未答复', 'form', ART_8_6, ({ state, input }) => {
  const one = found(state, input.no);
  return one?.isTakenUp === true && one.answeredOn === null ? null : ['no-such-suggestion', `没有待答复的第${input.no}件建议`];
});

const SOME_UNCHECKED = condition<S, null>('有待形式审查的建议', 'form', ART_8_6, ({ state }) =>
  state.suggestions.some((one) => one.checkedOn === null) ? null : ['no-suggestion', '没有待形式审查的建议'],
);
const SOME_UNANSWERED = condition<S, null>('有待答复的建议', 'form', ART_8_6, ({ state }) =>
  state.suggestions.some((one) => one.isTakenUp === true && one.answeredOn === null) ? null : ['no-suggestion', '没有待答复的建议'],
);

/** The bureau's own: neither the maker nor the government reads who has found fault. */
const ENTRY = { does: 'entry', cite: ART_8_6, from: SUBMITTED, to: 'stays', by: OFFICE, inside: 'bureau', group: '审查建议' } as const;

/** 审查建议 (SM-C10): handed in at the window, checked for form within five days, answered within sixty (KS-14). */
export const SUGGESTIONS: Lifecycle<S, Acts> = {
  'note-suggestion': {
    ...ENTRY,
    label: '登记审查建议',
    says: (s) => `已登记第${s.suggestions.length}件审查建议；等待形式审查。`,
  },
  'post-suggestion': {
    ...ENTRY,
    label: '网上收到审查建议',
    by: PLATFORM,
    roomOnly: true,
    says: (s) => `网上收到第${s.suggestions.length}件审查建议；等待形式审查。`,
  },
  'check-suggestion': {
    ...ENTRY,
    label: '审查建议的形式审查',
    guards: [SOME_UNCHECKED],
    inputGuards: [UNCHECKED],
    says: () => '已作形式审查。',
  },
  'answer-suggestion': {
    ...ENTRY,
    label: '答复审查建议',
    guards: [SOME_UNANSWERED],
    inputGuards: [UNANSWERED],
    says: () => '已答复；结果是重新审查的，请办理“重新审查”。',
  },
};

const changed = (s: S, no: number, change: Partial<Suggestion>): S => ({
  ...s,
  suggestions: s.suggestions.map((one) => (one.no === no ? { ...one, ...change } : one)),
});

const received = (s: S, how: Pick<Suggestion, 'by' | 'receivedOn' | 'receipt'>): S => {
  const fresh = { no: s.suggestions.length + 1, ...how, checkedOn: null, isTakenUp: null, answeredOn: null, answer: null };
  return { ...s, suggestions: [...s.suggestions, fresh] };
};

export const SUGGESTION_FOLDS: Folds<S, Acts> = {
  'note-suggestion': (s, { by }, frame) => received(s, { by, receivedOn: frame.legalDate }),
  'post-suggestion': (s, { by, receipt }, frame) => received(s, { by, receipt, receivedOn: frame.legalDate }),
  'check-suggestion': (s, { no, intake }, frame) => changed(s, no, { checkedOn: frame.legalDate, isTakenUp: intake === 'accept' }),
  'answer-suggestion': (s, { no, answer }, frame) => changed(s, no, { answeredOn: frame.legalDate, answer }),
};
