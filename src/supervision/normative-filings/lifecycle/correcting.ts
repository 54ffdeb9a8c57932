import type { Folds, Lifecycle } from '#law';
import type { Forms } from '../forms.ts';
import type { NormativeFiling } from '../model.ts';
import { cutAt } from '../model-catalogue.ts';
import { ART_8_6 } from '../model-grounds.ts';
import { CORRECTION, DECIDED_BY, NOT_OBJECTED, NOT_PREPARED, OBJECTED, ROUND_BY } from './conditions.ts';
import { documentOf } from './reporting.ts';
import { ended, opened } from './stretches.ts';
import { GOVERNMENT, LEADERS, MAKER_SIDE, OFFICE, PLATFORM } from './who.ts';

type S = NormativeFiling;
type Acts = Pick<
  Forms,
  'object' | 'answer-objection' | 'correct' | 'accept-correction' | 'reject-correction' | 'overdue' | 'escalate' | 'decide'
>;

const STEP = { does: 'step', cite: ART_8_6 } as const;

/** What follows an opinion: 自行纠正, an answer of another mind, or the government that may order or annul (SM-C10, CT15). */
export const CORRECTING: Lifecycle<S, Acts> = {
  object: {
    ...STEP,
    label: '提出不同意见',
    from: ['correcting'],
    to: 'correcting',
    by: MAKER_SIDE,
    guards: [NOT_OBJECTED],
    aside: true,
    says: () => '不同意见已提出；答复以前，纠正期限继续计算。',
  },
  'answer-objection': {
    ...STEP,
    label: '答复不同意见',
    from: ['correcting', 'escalating'],
    to: (s) => (s.conclusion === null ? 'reviewing' : s.status),
    by: OFFICE,
    guards: [OBJECTED],
    aside: true,
    says: (s) => (s.conclusion === null ? '审查意见已撤回，重新审查。' : '维持审查意见，已答复制定机关。'),
  },
  correct: {
    ...STEP,
    label: '报告自行纠正',
    from: ['correcting', 'escalating', 'deciding'],
    to: 'rechecking',
    by: MAKER_SIDE,
    inputGuards: [CORRECTION],
    says: () => '已报告纠正情况；等待复核。',
  },
  'accept-correction': {
    ...STEP,
    label: '复核通过',
    from: ['rechecking'],
    to: (s) => (s.correction?.way === 'repealed' ? 'repealed' : 'reviewing'),
    by: OFFICE,
    guards: [NOT_PREPARED],
    says: (s) => (s.correction?.way === 'repealed' ? '文件已废止，本件办结。' : '问题已经纠正；对修改后的文件提出审查结论。'),
  },
  'reject-correction': {
    ...STEP,
    label: '尚未纠正',
    from: ['rechecking'],
    to: 'correcting',
    by: OFFICE,
    guards: [NOT_PREPARED],
    inputGuards: [ROUND_BY],
    aside: true,
    says: (s) => `仍有问题没有纠正，期限至${s.corrections.at(-1)?.by ?? ''}。`,
  },
  overdue: {
    ...STEP,
    label: '纠正期限届满',
    from: ['correcting'],
    to: 'escalating',
    by: PLATFORM,
    says: () => '纠正期限届满没有报告；可以提请备案机关责令改正或者撤销。',
  },
  escalate: {
    ...STEP,
    label: '提请责令改正或者撤销',
    from: ['escalating'],
    to: 'deciding',
    by: LEADERS,
    stepUp: true,
    says: () => '已提请备案机关决定。',
  },
  decide: {
    ...STEP,
    label: '登记政府决定',
    from: ['deciding'],
    to: (s) => {
      if (s.endedOn !== null) return 'revoked';
      return s.conclusion === null ? 'reviewing' : 'correcting';
    },
    by: GOVERNMENT,
    inputGuards: [DECIDED_BY],
    says: (s) => (s.endedOn === null ? '决定已登记。' : `文件自${s.endedOn}起撤销。`),
  },
};

export const CORRECTING_FOLDS: Folds<S, Acts> = {
  object: (s) => ({ ...s, isObjected: true }),
  'answer-objection': (s, { decision }, frame) => {
    if (decision === 'uphold') return { ...s, isObjected: false };
    const { legalDate } = frame;
    return {
      ...s,
      isObjected: false,
      conclusion: null,
      corrections: ended(s.corrections, legalDate),
      reviews: opened(s.reviews, legalDate),
    };
  },
  correct: (s, { way, title, number, publishedOn, effectiveOn, lastDay, endedOn }, frame) => {
    const isAmended = title !== null && number !== null && publishedOn !== null && effectiveOn !== null;
    return {
      ...s,
      isObjected: false,
      correction: { way, on: way === 'repealed' ? (endedOn ?? frame.legalDate) : frame.legalDate },
      ...(isAmended && way === 'amended' ? { document: documentOf({ title, number, publishedOn, effectiveOn, lastDay }) } : {}),
      files: [...s.files, ...frame.files],
      corrections: ended(s.corrections, frame.legalDate),
    };
  },
  'accept-correction': (s, _, frame) =>
    s.correction?.way === 'repealed'
      ? { ...s, catalogue: cutAt(s.catalogue, s.correction.on), endedOn: s.correction.on }
      : { ...s, conclusion: null, reviews: opened(s.reviews, frame.legalDate) },
  'reject-correction': (s, input, frame) => ({
    ...s,
    correction: null,
    corrections: opened(s.corrections, frame.legalDate, input.by),
  }),
  overdue: (s) => s,
  escalate: (s) => s,
  decide: (s, { decision, by }, frame) => {
    const { legalDate } = frame;
    const done = { ...s, isObjected: false, corrections: ended(s.corrections, legalDate) };
    switch (decision) {
      case 'revoke':
        return { ...done, catalogue: cutAt(s.catalogue, legalDate), endedOn: legalDate };
      case 'correct':
        return { ...done, corrections: opened(s.corrections, legalDate, by) };
      case 'keep':
        return { ...done, conclusion: null, reviews: opened(s.reviews, legalDate) };
    }
  },
};
