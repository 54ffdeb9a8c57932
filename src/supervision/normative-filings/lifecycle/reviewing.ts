import { CITATIONS_STAND, type Folds, type Lifecycle, type LocalDate, personOf, sealing, sealingFolds, signedLetter } from '#law';
import { conclusionIssues, registrationIssues, supplementIssues } from '../documents/issues.ts';
import type { Forms } from '../forms.ts';
import type { NormativeFiling } from '../model.ts';
import { withEntry } from '../model-catalogue.ts';
import { ART_8_6, ART_18 } from '../model-grounds.ts';
import { COMPLETE, CONCLUSION, LETTER, NOT_CONCLUDED, NOT_PREPARED, SUPPLEMENT_BY } from './conditions.ts';
import { ended, opened } from './stretches.ts';
import { LEADERS, MAKER_SIDE, OFFICE, SEALERS, sidesNeeded } from './who.ts';

type S = NormativeFiling;
type Acts = Pick<
  Forms,
  | 'ask-supplement'
  | 'decline'
  | 'register'
  | 'note-opinion'
  | 'explain'
  | 'conclude'
  | 'return-conclusion'
  | 'sign'
  | 'seal'
  | 'seal-by-hand'
  | 'serve'
  | 'receive'
  | 'serve-on-paper'
>;

const CHECK = { does: 'step', cite: ART_18, by: OFFICE } as const;
const REVIEW = { does: 'step', cite: ART_8_6, by: OFFICE } as const;
const isAccepted = (s: S): boolean => s.conclusion?.outcome === 'accept';

/** What the bureau does with a package: 登记(形式审查) → 审查 → 准予备案, or an opinion that asks for correction (SM-C10). */
export const REVIEWING: Lifecycle<S, Acts> = {
  'ask-supplement': {
    ...CHECK,
    label: '要求补正',
    from: ['checking'],
    to: 'supplementing',
    guards: [NOT_PREPARED],
    inputGuards: [SUPPLEMENT_BY],
    needs: sidesNeeded,
    issues: (s, input, frame, facts) => supplementIssues(s, input, frame, facts),
    aside: true,
    says: (s) => `已要求补正，期限至${s.supplements.at(-1)?.by ?? ''}。`,
  },
  decline: {
    ...CHECK,
    label: '不予受理',
    from: ['checking', 'supplementing'],
    to: 'declined',
    guards: [NOT_PREPARED],
    aside: true,
    says: () => '不予受理，理由已记明。',
  },
  register: {
    ...CHECK,
    label: '登记',
    from: ['checking', 'supplementing'],
    to: 'reviewing',
    guards: [NOT_PREPARED],
    inputGuards: [COMPLETE],
    needs: sidesNeeded,
    issues: (s, input, frame, facts) => registrationIssues(s, input, frame, facts),
    says: () => '已登记，开始合法性审查。',
  },
  'note-opinion': {
    does: 'entry',
    cite: ART_8_6,
    label: '登记征求的意见',
    inside: 'bureau',
    from: ['reviewing', 'rechecking'],
    to: 'stays',
    by: OFFICE,
    says: (s) => `已登记第${s.opinions.length}份意见。`,
  },
  explain: {
    does: 'entry',
    cite: ART_8_6,
    label: '提交说明',
    from: ['reviewing', 'rechecking'],
    to: 'stays',
    by: MAKER_SIDE,
    says: () => '说明已提交给承办审查的司法行政部门。',
  },
  conclude: {
    ...REVIEW,
    label: '提出审查结论',
    from: ['reviewing'],
    to: 'signing',
    guards: [NOT_PREPARED],
    inputGuards: [CONCLUSION],
    leadsTo: 'sign',
    inside: 'bureau',
    says: () => '审查结论已提出；等待签发。',
  },
  'return-conclusion': {
    ...REVIEW,
    label: '退回重新审查',
    from: ['signing'],
    to: 'reviewing',
    by: LEADERS,
    inside: 'bureau',
    aside: true,
    says: () => '已退回重新审查。',
  },
  sign: {
    ...REVIEW,
    label: '签发',
    from: ['signing'],
    to: 'sealing',
    by: LEADERS,
    guards: [NOT_PREPARED, NOT_CONCLUDED],
    inputGuards: [CITATIONS_STAND],
    checksCitations: true,
    inside: 'bureau',
    needs: sidesNeeded,
    number: (s) => (s === null ? null : { issuerId: s.bureauId, series: s.conclusion?.outcome === 'correct' ? '规审' : '规备' }),
    issues: (s, input, frame, facts, { profile }) => conclusionIssues(s, input, frame, facts, profile),
    stepUp: true,
    says: (s) => `已签发，${isAccepted(s) ? '备案号' : '文号'}${s.letter?.number ?? ''}；等待用印。`,
  },
  ...sealing<S>({
    cite: ART_8_6,
    by: SEALERS,
    from: ['sealing'],
    to: 'serving',
    letterOf: (s) => s.letter,
    inside: 'bureau',
    next: '送达',
  }),
  serve: {
    ...REVIEW,
    label: '送达',
    from: ['serving'],
    to: (s) => (isAccepted(s) ? 'filed' : 'receiving'),
    guards: [LETTER.sealed],
    documents: 'served',
    says: (s) => (isAccepted(s) ? '准予备案，已列入备案目录；等待公布目录。' : '审查意见书已送达；等待制定机关签收。'),
  },
  receive: {
    does: 'step',
    cite: ART_8_6,
    label: '签收审查意见书',
    from: ['receiving'],
    to: 'correcting',
    by: MAKER_SIDE,
    says: () => '已签收；纠正期限自次日起计算。',
  },
  'serve-on-paper': {
    ...REVIEW,
    label: '登记纸质签收',
    from: ['receiving'],
    to: 'correcting',
    says: () => '回执已存；纠正期限自签收次日起计算。',
  },
};

const handed = (s: S, mode: 'system' | 'in-person' | 'left' | 'mail', receiver: string, on: LocalDate): S => ({
  ...s,
  letter: s.letter === null ? null : { ...s.letter, receipt: { mode, receiver, on } },
  corrections: opened(s.corrections, on, s.conclusion?.correctBy ?? null),
});

export const REVIEWING_FOLDS: Folds<S, Acts> = {
  'ask-supplement': (s, input, frame) => ({
    ...s,
    checks: ended(s.checks, frame.legalDate),
    supplements: opened(s.supplements, frame.legalDate, input.by),
  }),
  decline: (s, _, frame) => ({
    ...s,
    checks: ended(s.checks, frame.legalDate),
    supplements: ended(s.supplements, frame.legalDate),
    endedOn: frame.legalDate,
  }),
  register: (s, _, frame) => ({
    ...s,
    registeredOn: frame.legalDate,
    checks: ended(s.checks, frame.legalDate),
    supplements: ended(s.supplements, frame.legalDate),
    reviews: opened(s.reviews, frame.legalDate),
  }),
  'note-opinion': (s, { source, from }) => ({ ...s, opinions: [...s.opinions, { no: s.opinions.length + 1, source, from }] }),
  explain: (s) => ({ ...s, opinions: [...s.opinions, { no: s.opinions.length + 1, source: 'maker', from: '制定机关' }] }),
  conclude: (s, { outcome, opinion, grounds, demand, correctBy }, frame) => ({
    ...s,
    conclusion: { outcome, opinion, grounds: grounds ?? [], demand, correctBy, by: personOf(frame.actor) },
  }),
  'return-conclusion': (s) => ({ ...s, conclusion: null }),
  sign: (s, _, frame) => ({
    ...s,
    letter: signedLetter(frame, isAccepted(s) ? 'DOC-27-备案' : 'DOC-27'),
    reviews: ended(s.reviews, frame.legalDate),
  }),
  ...sealingFolds<S>(),
  serve: (s, _, frame) => {
    const served = { ...s, letter: s.letter === null ? null : { ...s.letter, servedOn: frame.legalDate } };
    if (!isAccepted(s)) return served;
    const filing = { filingNumber: s.letter?.number ?? '', filedOn: s.letter?.signedOn ?? frame.legalDate };
    return { ...served, catalogue: withEntry(s.catalogue, s.document, filing), catalogued: null };
  },
  receive: (s, _, frame) => handed(s, 'system', frame.actor.name, frame.legalDate),
  'serve-on-paper': (s, input, frame) => handed(s, input.mode, input.receiver, frame.legalDate),
};
