import { bureauReaches, condition, type Folds, type InputOf, type Lifecycle, type LocalDate, personOf, type Stop } from '#law';
import { demandIssues } from '../documents/issues.ts';
import type { Forms } from '../forms.ts';
import type { NormativeFiling } from '../model.ts';
import { ART_8_6, ART_18 } from '../model-grounds.ts';
import { DAYS, filingDue } from './conditions.ts';
import { BUREAU, isMaker, MAKER, RECIPIENT } from './recipients.ts';
import { packageOf, prepared, UNTOUCHED } from './reporting.ts';
import { MAKER_SIDE, OFFICE, OFFICE_ROLES, sidesNeeded } from './who.ts';

type S = NormativeFiling;
type Acts = Pick<Forms, 'demand' | 'demand-again' | 'prepare-demanded' | 'excuse'>;
type DemandInput = InputOf<Forms['demand']>;

/** Only what is late is demanded: the period counts from the publication, and none is late whose year is not loaded. */
const IS_LATE = condition<S, DemandInput>('报送期限已经届满', 'form', ART_18, (c): Stop => {
  if (c.input.publishedOn > c.legalDate) return ['not-published', '公布日期晚于今日'];
  const due = filingDue(c, c.input.publishedOn);
  if (due === 'unknown') return 'unknown';
  if (due === null) return ['no-period', '没有报送期限，或者当年放假安排未载入、期限暂定，不能催报'];
  return c.legalDate > due ? null : ['not-due', `报送期限至${due}，尚未届满，不能催报`];
});
const OWN_MAKER = condition<S, DemandInput>('由负责该制定机关的司法行政部门催报', 'form', ART_18, (c): Stop => {
  const { input, facts, actor } = c;
  const maker = facts.organisations.get(input.maker);
  const own = facts.organisations.get(actor.organisationId ?? '');
  if (own?.kind !== 'bureau') return ['not-bureau', '由司法行政部门催报'];
  if (maker === undefined) return ['not-valid', '制定机关今日没有有效的登记'];
  if (!isMaker(maker, c)) return ['not-a-maker', '该机关不是在本平台报送备案的制定机关'];
  return bureauReaches(own.id, maker, facts) ? null : ['out-of-reach', '制定机关不在本部门负责的范围'];
});
const DUE_AHEAD = condition<S, { readonly due: LocalDate }>('请报送的日期不早于今日', 'form', ART_18, ({ input, legalDate }) =>
  input.due < legalDate ? ['due-past', '请报送的日期不得早于办理日期'] : null,
);

/** 催报: a document is out, its period has ended and nothing has come; the maker files it here, or says why it need not. */
export const DEMANDING: Lifecycle<S, Acts> = {
  demand: {
    does: 'step',
    cite: ART_8_6,
    label: '催报规范性文件备案',
    from: 'start',
    to: 'demanded',
    by: [{ as: 'opener', roles: OFFICE_ROLES }],
    inputGuards: [OWN_MAKER, IS_LATE, DUE_AHEAD],
    needs: sidesNeeded,
    issues: (s, input, frame, facts) => demandIssues(s, input.contact, frame, facts),
    says: () => '催报函已送制定机关；等待报送备案。',
  },
  'demand-again': {
    does: 'entry',
    cite: ART_8_6,
    label: '再次催报',
    from: ['demanded'],
    to: 'stays',
    by: OFFICE,
    inputGuards: [DUE_AHEAD],
    needs: sidesNeeded,
    issues: (s, input, frame, facts) => demandIssues(s, input.contact, frame, facts),
    says: (s) => `第${s.demands?.length ?? 0}次催报函已送制定机关。`,
  },
  'prepare-demanded': {
    does: 'step',
    cite: ART_18,
    label: '备齐备案材料',
    from: ['demanded'],
    to: 'draft',
    by: MAKER_SIDE,
    inputGuards: [MAKER, RECIPIENT, BUREAU, DAYS],
    leadsTo: 'submit',
    says: () => '备案材料已保存；齐全后报送。',
  },
  excuse: {
    does: 'step',
    cite: ART_8_6,
    label: '核实为不需报送',
    from: ['demanded'],
    to: 'excused',
    by: OFFICE,
    aside: true,
    says: () => '已核实不需报送备案，理由已记明。',
  },
};

const demanded = (s: Pick<S, 'demands'>, { words, due }: { readonly words: string; readonly due: LocalDate }, on: LocalDate) => [
  ...(s.demands ?? []),
  { on, words, due },
];

export const DEMANDING_FOLDS: Folds<S, Acts> = {
  demand: (_, input, frame) => ({
    ...UNTOUCHED,
    status: 'demanded',
    makerId: input.maker,
    recipientId: null,
    bureauId: frame.actor.organisationId ?? '',
    level: 'department',
    isTrial: false,
    // In force from when is for the maker to say; the day of publication is all that is known.
    document: { title: input.title, number: input.number, publishedOn: input.publishedOn, effectiveOn: input.publishedOn, lastDay: null },
    firstPublishedOn: input.publishedOn,
    pieces: packageOf({ text: null, explanation: null, basis: null, legality: null, discussion: null, publication: null }, null),
    files: [],
    preparers: [],
    isEntered: false,
    demands: demanded({}, input, frame.legalDate),
  }),
  'demand-again': (s, input, frame) => ({ ...s, demands: demanded(s, input, frame.legalDate) }),
  'prepare-demanded': (s, input, frame) => ({ ...s, ...prepared(input, s.files, frame), preparers: [personOf(frame.actor)] }),
  excuse: (s, _, frame) => ({ ...s, endedOn: frame.legalDate }),
};
