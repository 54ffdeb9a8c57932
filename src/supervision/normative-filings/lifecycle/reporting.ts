import { type ActFrame, type Folds, type InputOf, joinedBy, type Lifecycle, personOf } from '#law';
import { reportIssues } from '../documents/issues.ts';
import type { Forms } from '../forms.ts';
import type { NormativeFiling, Package } from '../model.ts';
import type { NormativeDocument } from '../model-catalogue.ts';
import { ART_18 } from '../model-grounds.ts';
import { DAYS, SAYS_WHY_LATE } from './conditions.ts';
import { BUREAU, MAKER, RECIPIENT } from './recipients.ts';
import { ended, opened } from './stretches.ts';
import { MAKER_ROLES, MAKER_SIDE, sidesNeeded } from './who.ts';

type S = NormativeFiling;
type Acts = Pick<Forms, 'prepare' | 'revise' | 'submit' | 'withdraw' | 'supplement'>;

const STEP = { does: 'step', cite: ART_18 } as const;
const PREPARING = { cite: ART_18, inputGuards: [MAKER, RECIPIENT, BUREAU, DAYS] } as const;

/** What the maker does until its package is in: 公布 → 报备, and 补正 where it is asked for (SM-C10). */
export const REPORTING: Lifecycle<S, Acts> = {
  prepare: {
    ...PREPARING,
    does: 'step',
    label: '准备报送备案',
    from: 'start',
    to: 'draft',
    by: [{ as: 'opener', roles: MAKER_ROLES }],
    reportedBy: [{ as: 'opener', roles: MAKER_ROLES }],
    links: (input) => (input.replaces === null ? [] : [{ to: input.replaces, as: 'follows' }]),
    leadsTo: 'submit',
    says: () => '备案材料已保存；齐全后报送。',
  },
  revise: {
    ...PREPARING,
    does: 'entry',
    label: '修改备案材料',
    from: ['draft'],
    to: 'stays',
    by: MAKER_SIDE,
    leadsTo: 'submit',
    says: () => '备案材料已修改。',
  },
  submit: {
    ...STEP,
    label: '报送备案',
    from: ['draft'],
    to: 'checking',
    by: MAKER_SIDE,
    reportedBy: MAKER_SIDE,
    inputGuards: [SAYS_WHY_LATE],
    needs: sidesNeeded,
    issues: (s, input, frame, facts) => reportIssues(s, input.contact, frame, facts),
    putRightBy: '补正或者更正材料，由司法行政部门要求补正',
    says: (s) => (s.lateReason === null ? '已报送备案；等待形式审查。' : '已报送备案，记为逾期报送；等待形式审查。'),
  },
  withdraw: {
    ...STEP,
    label: '撤回',
    from: ['draft'],
    to: 'withdrawn',
    by: MAKER_SIDE,
    aside: true,
    says: () => '已撤回，没有报送；文件已经公布的，报送备案的义务不变。',
  },
  supplement: {
    ...STEP,
    label: '补正材料',
    from: ['supplementing'],
    to: 'checking',
    by: MAKER_SIDE,
    says: () => '补正材料已报送；等待形式审查。',
  },
};

type DocumentInput = Pick<InputOf<Forms['revise']>, 'title' | 'number' | 'publishedOn' | 'effectiveOn' | 'lastDay'>;
export function documentOf({ title, number, publishedOn, effectiveOn, lastDay }: DocumentInput): NormativeDocument {
  return { title, number, publishedOn, effectiveOn, lastDay };
}

type PieceInput = { readonly [P in keyof Package]: readonly string[] | null };
/** Each piece that arrives takes the place of what was there before. */
export function packageOf(input: PieceInput, before: Package | null): Package {
  const piece = (key: keyof Package): readonly string[] => input[key] ?? before?.[key] ?? [];
  return {
    text: piece('text'),
    explanation: piece('explanation'),
    basis: piece('basis'),
    legality: piece('legality'),
    discussion: piece('discussion'),
    publication: piece('publication'),
  };
}

export function prepared(input: InputOf<Forms['revise']>, files: S['files'], frame: ActFrame) {
  return {
    recipientId: input.recipient,
    bureauId: input.bureau,
    level: input.level,
    isTrial: input.isTrial,
    document: documentOf(input),
    firstPublishedOn: input.publishedOn,
    pieces: packageOf(input, null),
    files: [...files, ...frame.files],
  };
}

/** What nothing has been done about yet. */
export const UNTOUCHED = {
  submittedOn: null,
  lateReason: null,
  registeredOn: null,
  checks: [],
  supplements: [],
  reviews: [],
  corrections: [],
  opinions: [],
  conclusion: null,
  letter: null,
  isObjected: false,
  correction: null,
  catalogue: [],
  catalogued: null,
  endedOn: null,
  suggestions: [],
} as const;

export const REPORTING_FOLDS: Folds<S, Acts> = {
  prepare: (_, input, frame) => ({
    ...UNTOUCHED,
    status: 'draft',
    makerId: frame.actor.organisationId ?? '',
    ...prepared(input, [], frame),
    preparers: [personOf(frame.actor)],
    isEntered: false,
  }),
  revise: (s, input, frame) => ({ ...s, ...prepared(input, s.files, frame), preparers: joinedBy(s.preparers, frame.actor) }),
  submit: (s, input, frame) => ({
    ...s,
    submittedOn: frame.legalDate,
    lateReason: input.lateReason,
    preparers: joinedBy(s.preparers, frame.actor),
    checks: opened(s.checks, frame.legalDate),
  }),
  withdraw: (s, _, frame) => ({ ...s, endedOn: frame.legalDate }),
  supplement: (s, input, frame) => ({
    ...s,
    pieces: packageOf(input, s.pieces),
    files: [...s.files, ...frame.files],
    preparers: joinedBy(s.preparers, frame.actor),
    supplements: ended(s.supplements, frame.legalDate),
    checks: opened(s.checks, frame.legalDate),
  }),
};
