import { type Folds, type Lifecycle, personOf } from '#law';
import { catalogueIssues } from '../documents/issues.ts';
import type { Forms } from '../forms.ts';
import { type NormativeFiling, SUBMITTED } from '../model.ts';
import { cutAt, extended, withEntry } from '../model-catalogue.ts';
import { ART_8_6, ART_18 } from '../model-grounds.ts';
import { ENDED, ENTERED_DAYS, LONGER, NOT_CATALOGUED, OWN_CITY } from './conditions.ts';
import { documentOf, packageOf, UNTOUCHED } from './reporting.ts';
import { ended, opened } from './stretches.ts';
import { MAKER_SIDE, OFFICE, OFFICE_ROLES, PLATFORM, sidesNeeded } from './who.ts';

type S = NormativeFiling;
type Acts = Pick<Forms, 'publish-catalogue' | 'renew' | 'repeal' | 'reopen' | 'lapse' | 'enter'>;

const STEP = { does: 'step', cite: ART_18 } as const;

/** What happens to a filed document: 公布目录, 延续, 废止, 重新审查, and its last day (SM-C10: 清理, 有效期预警). */
export const STANDING: Lifecycle<S, Acts> = {
  'publish-catalogue': {
    ...STEP,
    label: '公布备案目录',
    from: ['filed'],
    to: 'filed',
    by: OFFICE,
    guards: [NOT_CATALOGUED],
    needs: sidesNeeded,
    issues: (s, input, frame, facts) => catalogueIssues(s, input.contact, frame, facts),
    says: () => '备案目录已公布。',
  },
  renew: {
    ...STEP,
    label: '延续有效期',
    from: ['filed'],
    to: 'filed',
    by: MAKER_SIDE,
    inputGuards: [LONGER],
    says: (s) => `有效期延续至${s.document.lastDay ?? ''}。`,
  },
  repeal: {
    ...STEP,
    label: '登记废止',
    from: SUBMITTED,
    to: 'repealed',
    by: MAKER_SIDE,
    inputGuards: [ENDED],
    aside: true,
    says: (s) => `文件自${s.endedOn ?? ''}起废止。`,
  },
  reopen: {
    ...STEP,
    cite: ART_8_6,
    label: '重新审查',
    from: ['filed'],
    to: 'reviewing',
    by: OFFICE,
    aside: true,
    says: () => '已重新审查；审查期间文件照旧有效。',
  },
  lapse: {
    ...STEP,
    label: '有效期届满',
    from: SUBMITTED,
    to: 'lapsed',
    by: PLATFORM,
    says: (s) => `有效期于${s.document.lastDay ?? ''}届满，自次日起失效。`,
  },
  enter: {
    ...STEP,
    label: '登记已备案的规范性文件',
    from: 'start',
    to: 'filed',
    by: [{ as: 'opener', roles: OFFICE_ROLES }],
    inputGuards: [OWN_CITY, ENTERED_DAYS],
    says: () => '已登记，列入备案目录。',
  },
};

export const STANDING_FOLDS: Folds<S, Acts> = {
  'publish-catalogue': (s, input, frame) => ({ ...s, catalogued: { on: frame.legalDate, place: input.place } }),
  renew: (s, input, frame) => ({
    ...s,
    document: { ...s.document, lastDay: input.lastDay },
    files: [...s.files, ...frame.files],
    catalogue: extended(s.catalogue, input.lastDay),
  }),
  repeal: (s, input, frame) => ({
    ...s,
    files: [...s.files, ...frame.files],
    catalogue: cutAt(s.catalogue, input.endedOn),
    checks: ended(s.checks, frame.legalDate),
    supplements: ended(s.supplements, frame.legalDate),
    reviews: ended(s.reviews, frame.legalDate),
    corrections: ended(s.corrections, frame.legalDate),
    endedOn: input.endedOn,
  }),
  reopen: (s, _, frame) => ({ ...s, conclusion: null, letter: null, reviews: opened(s.reviews, frame.legalDate) }),
  lapse: (s, _, frame) => ({
    ...s,
    checks: ended(s.checks, frame.legalDate),
    supplements: ended(s.supplements, frame.legalDate),
    reviews: ended(s.reviews, frame.legalDate),
    corrections: ended(s.corrections, frame.legalDate),
    endedOn: frame.legalDate,
  }),
  enter: (_, input, frame) => ({
    ...UNTOUCHED,
    status: 'filed',
    makerId: input.maker,
    recipientId: null,
    bureauId: frame.actor.organisationId ?? '',
    level: input.level,
    isTrial: input.isTrial,
    document: documentOf(input),
    firstPublishedOn: input.publishedOn,
    pieces: packageOf({ ...NO_PIECES, text: input.text }, null),
    files: frame.files,
    preparers: [personOf(frame.actor)],
    isEntered: true,
    catalogue: withEntry([], documentOf(input), { filingNumber: input.filingNumber ?? `${input.filedWith}备案`, filedOn: frame.legalDate }),
  }),
};

const NO_PIECES = { text: null, explanation: null, basis: null, legality: null, discussion: null, publication: null } as const;
