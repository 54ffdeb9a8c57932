import { type Folds, type InputOf, type Lifecycle, type LifecycleRow, type LocalDate, notBefore } from '#law';
import { preservationIssues } from '../documents/inquiry.ts';
import { settledIssues } from '../documents/records.ts';
import { FORMS } from '../forms.ts';
import type { OrdinaryPenalty } from '../model.ts';
import type { BasisLevel } from '../model-inquiry.ts';
import { ART_56, ART_60, SECURITY_118 } from './articles.ts';
import { ownPeriodOf } from './case-period.ts';
import { form, law, NO_LETTER_IN_HAND, notRecused, twoOfficers } from './conditions.ts';
import { settledGoods, withGoods } from './goods.ts';
import { numberOf, ownNumber, SERIES, withLetter } from './letters.ts';
import { withoutPause } from './put-down.ts';
import { LEADERS, office } from './who.ts';

type S = OrdinaryPenalty;

const { preserve, 'settle-preservation': settlePreservation, suspend, resume, 'extend-case': extendCase } = FORMS;
const SAFEGUARD_FORMS = {
  preserve,
  'settle-preservation': settlePreservation,
  suspend,
  resume,
  'extend-case': extendCase,
};
type SafeguardForms = typeof SAFEGUARD_FORMS;

const OPEN_PRESERVATION = form<InputOf<SafeguardForms['settle-preservation']>>('登记保存尚未处理', ART_56, ({ state, input }) =>
  state.preservations.some((p) => p.no === input.no && p.settledOn === null)
    ? null
    : ['no-preservation', `没有尚未处理的第${input.no}次登记保存`],
);
const PRESERVED_ON = ({ preservations }: S, { no }: { readonly no: number }): LocalDate | null =>
  preservations.find((p) => p.no === no)?.on ?? null;
/** 没收 is a penalty (9): it is told and decided as one, and settles nothing before. */
const NOT_CONFISCATED = law<InputOf<SafeguardForms['settle-preservation']>>('登记保存的物品不先行没收', ART_56, ({ input }) =>
  input.how === 'confiscated'
    ? ['confiscated', '没收是行政处罚，应当告知并作出处罚决定，不能作为登记保存期内的处理；需要继续控制的，依法查封、扣押']
    : null,
);
type Grounded = { readonly level: BasisLevel; readonly basis: string };
/** 60: 法律、法规、规章另有规定的,从其规定. Nothing else stops or lengthens the ninety days. */
const HAS_BASIS = law<Grounded>('中止、延长有法律、法规、规章依据', ART_60, ({ input }) =>
  input.level === 'none'
    ? ['no-basis', '只有法律、法规、规章另有规定的，才能中止或者延长九十日的办案期限；规范性文件、领导指示不是依据']
    : null,
);

/** Named with its article, so that whoever supervises can look it up: a level alone is a word. */
const BASIS_NAMED = law<Grounded>('中止、延长的依据写明名称和条款', ART_60, ({ input }) =>
  input.level === 'none' || NAMED_ARTICLE.test(input.basis)
    ? null
    : ['basis-unnamed', '请写明法律、法规、规章的名称和条款，名称加书名号，例如《某办法》第十条；其中没有规定可以中止、延长的不是依据'],
);
const NAMED_ARTICLE = /《[^《》]+》[^《》，。；]*第[〇零一二三四五六七八九十百千\d]+条/;

/** 118: by thirty days, twice at most, and never by the organ itself. */
const LENGTHENED_FROM_ABOVE = law<InputOf<SafeguardForms['extend-case']>>(
  '治安案件经上一级公安机关批准延长，每次三十日，以二次为限',
  SECURITY_118,
  ({ state, input, facts }) => {
    const own = ownPeriodOf(state);
    if (own === null) return null;
    if (state.extensions.filter((e) => e.counts).length >= own.extensions)
      return ['extended-twice', '治安案件的期限延长以二次为限，已经延长两次'];
    if (input.days > own.days) return ['over-thirty', `治安案件每次可以延长${own.days}日`];
    if (input.approvedBy === null)
      return ['no-approval', '治安案件延长期限，应当经上一级公安机关批准（公安派出所办理的，由所属公安机关批准），请写明批准机关'];
    const organ = facts.organisations.get(state.organId);
    return organ !== undefined && [organ.name, organ.shortName].includes(input.approvedBy)
      ? ['own-approval', '本机关不能批准延长自己办理的治安案件，应当由上一级公安机关批准']
      : null;
  },
);

const ENTRY = { does: 'entry', to: 'stays' } as const satisfies Partial<LifecycleRow<S, never>>;
const RUNNING = ['investigating', 'concluded', 'reviewing', 'notifying', 'told', 'hearing', 'deliberating'] as const;

export const SAFEGUARDS: Lifecycle<S, SafeguardForms> = {
  preserve: {
    ...office(LEADERS, ART_56, [NO_LETTER_IN_HAND]),
    ...ENTRY,
    from: ['investigating'],
    group: '调查取证',
    label: '批准先行登记保存',
    inputGuards: [twoOfficers((i) => i.officers), notRecused((i) => i.officers), ownNumber(ART_56)],
    number: (s, input) => (s === null ? null : numberOf(s.organId, SERIES.preservation, input)),
    issues: (s, input, frame, facts) => preservationIssues(s, input, frame, facts),
    says: (s) => `${s.letters.at(-1)?.number ?? ''}登记保存通知书已签发；用印、送达，七个工作日内及时作出处理决定。`,
  },
  'settle-preservation': {
    ...office(LEADERS, ART_56),
    ...ENTRY,
    from: [...RUNNING, 'suspended'],
    group: '调查取证',
    label: '处理登记保存的证据',
    inputGuards: [OPEN_PRESERVATION, NOT_CONFISCATED, notBefore('登记保存', ART_56, PRESERVED_ON)],
    issues: (s, input, frame, facts) => settledIssues(s, input, frame, facts),
    says: () => '登记保存的证据已作处理决定；处理通知书用印后交当事人一份。',
  },
  suspend: {
    ...office(LEADERS, ART_60),
    does: 'step',
    from: ['investigating'],
    to: 'suspended',
    label: '中止调查',
    aside: true,
    inputGuards: [HAS_BASIS, BASIS_NAMED],
    says: () => '调查中止；原因消除后恢复。',
  },
  resume: {
    ...office(LEADERS, ART_60),
    does: 'step',
    from: ['suspended'],
    to: 'investigating',
    label: '恢复调查',
    says: () => '调查恢复；办案期限扣除中止的期间。',
  },
  'extend-case': {
    ...office(LEADERS, ART_60),
    ...ENTRY,
    from: RUNNING,
    group: '案件管理',
    label: '延长办案期限',
    inputGuards: [HAS_BASIS, BASIS_NAMED, LENGTHENED_FROM_ABOVE, notBefore('立案', ART_60, (s: S) => s.filedOn)],
    needs: (s) => (s === null ? [] : [{ register: 'organisation', key: s.organId }]),
    says: () => '办案期限已依法延长。',
  },
};

export const SAFEGUARD_FOLDS: Folds<S, SafeguardForms> = {
  preserve: (s, input, frame) => {
    const { place, items, keeper } = input;
    const no = s.preservations.length + 1;
    const kept = { no, on: frame.legalDate, place, items, settledOn: null, how: null };
    const goods = withGoods(s, items, { origin: 'preserved', preservationNo: no, on: frame.legalDate, place, keeper });
    return { ...withLetter(s, 'preservation', input, frame), goods, preservations: [...s.preservations, kept] };
  },
  'settle-preservation': (s, input, frame) => ({
    ...s,
    goods: settledGoods(s, input.no, input.how, frame.legalDate),
    preservations: s.preservations.map((p) => (p.no === input.no ? { ...p, settledOn: frame.legalDate, how: input.how } : p)),
  }),
  suspend: (s, input, frame) => {
    const { cause, basis, level } = input;
    return { ...s, pauses: [...s.pauses, { cause, basis, from: frame.legalDate, until: null, counts: level !== 'none' }] };
  },
  resume: (s, _, frame) => withoutPause(s, frame.legalDate),
  'extend-case': (s, input, frame) => {
    const { days, basis, level, approvedBy } = input;
    const extension = { on: frame.legalDate, days, basis, counts: level !== 'none' };
    return { ...s, extensions: [...s.extensions, approvedBy == null ? extension : { ...extension, approvedBy }] };
  },
};
