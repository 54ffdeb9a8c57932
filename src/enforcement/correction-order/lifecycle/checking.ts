import { type Folds, type Guard, type InputOf, type Lifecycle, tooFewCertified, uncertifiedAmong } from '#law';
import { type CorrectingRoom, type OrderLine, orderLines, recheckFolds, rechecking } from '#law/correcting/index';
import type { Forms } from '../forms.ts';
import type { OrderToCorrect } from '../model.ts';
import { ART_28, ART_42, ART_54 } from './articles.ts';
import { arrivedOn, endedOn, standing } from './standing.ts';
import { form, HANDLERS, LEADERS, law, office, organ } from './who.ts';

type S = OrderToCorrect;
type Checking = Pick<Forms, 'note-reply' | 'check-correction' | 'follow-correction' | 'to-case'>;

export const TWO_OFFICERS: Guard<S, { readonly officers: readonly string[] }> = law(
  '执法人员不少于两人，均持有效行政执法证',
  ART_42,
  ({ input: { officers }, facts, legalDate }) =>
    tooFewCertified(officers, facts, legalDate) ?? uncertifiedAmong(officers, facts, legalDate),
);

/** Orders of a matter of their own come by numbered letters alone. */
export const CORRECTING_ROOM: CorrectingRoom<S> = {
  office,
  handlers: HANDLERS,
  leaders: LEADERS,
  checked: ['with-party', 'disobeyed'],
  arrivedOn,
  numberOf: (s, { letterNo }) => s.letters.find(({ no }) => no === letterNo)?.number ?? null,
  decisionStands: () => true,
  closedOn: endedOn,
  organId: (s) => s.organId,
  officers: [TWO_OFFICERS],
};

/** The orders of one matter, as a ledger tells them. */
export const correctionLinesOf = (s: S): readonly OrderLine[] => orderLines(CORRECTING_ROOM, s);

const OWN_CASE: Guard<S, InputOf<Forms['to-case']>> = form('登记的案件是本机关的案件', ART_54, ({ state, input, facts }) => {
  if (input.case === null) return null;
  const found = facts.matters?.get(input.case);
  if (found === undefined) return facts.matters === undefined ? 'unknown' : ['unknown-case', '没有找到所选的案件'];
  return found.homeId === state.organId ? null : ['other-organs-case', '所选的案件不是本机关的案件'];
});
const { 'check-correction': checked, 'follow-correction': followed } = rechecking(CORRECTING_ROOM);
const { group: _c, ...CHECK } = checked;
const { group: _f, ...FOLLOW } = followed;
const STEP = { does: 'step', to: standing } as const;

/** 改正复查, and what follows where nothing was corrected: here the matter itself goes on with it. */
export const CHECKING: Lifecycle<S, Checking> = {
  'note-reply': {
    ...office(HANDLERS, ART_28),
    does: 'entry',
    from: ['with-party', 'disobeyed'],
    to: 'stays',
    group: '改正情况',
    label: '登记当事人告知的改正情况',
    says: () => '已登记；是否改正以复查为准。',
  },
  'check-correction': {
    ...CHECK,
    ...STEP,
    from: ['with-party'],
    says: (s) => (s.status === 'corrected' ? '已经改正；归档后办结。' : '复查没有改正；由负责人再次责令改正，或者写明处理。'),
  },
  'follow-correction': {
    ...FOLLOW,
    ...STEP,
    from: ['with-party', 'disobeyed'],
    says: (s) => (s.status === 'filing' ? '处理已记明；由承办人登记立案的案件。' : '处理已记明；归档后办结。'),
  },
  'to-case': {
    cite: ART_54,
    by: organ(HANDLERS),
    ...STEP,
    from: ['filing'],
    label: '登记立案的案件',
    inputGuards: [OWN_CASE],
    links: (input) => (input.case === null ? [] : [{ to: input.case, as: 'same-subject' }]),
    says: (s) => (s.toCase?.caseId == null ? '平台随即登记案件线索，与本件相互关联；归档后办结。' : '已与所选的案件相互关联；归档后办结。'),
  },
};

const { 'check-correction': check, 'follow-correction': follow } = recheckFolds<S>();

export const CHECKING_FOLDS: Folds<S, Checking> = {
  'note-reply': (s) => s,
  'check-correction': check,
  'follow-correction': (s, input, frame) => {
    const noted = follow(s, input, frame);
    // A unit that handles its cases elsewhere has its case there.
    return input.how === 'filed' && frame.mode === 'reported' ? { ...noted, toCase: { on: frame.legalDate, caseId: null } } : noted;
  },
  'to-case': (s, input, frame) => ({ ...s, toCase: { on: frame.legalDate, caseId: input.case } }),
};
