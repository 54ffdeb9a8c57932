import { type Folds, type InputOf, type Lifecycle, type LifecycleRow, latestDay, type Stop } from '#law';
import { FORMS } from '../forms.ts';
import type { OrdinaryPenalty } from '../model.ts';
import { COERCION_56 } from './articles.ts';
import { form, law } from './conditions.ts';
import { HANDLERS, LEADERS, office } from './who.ts';

type S = OrdinaryPenalty;

const { ruling, 'appeal-ruling': appealRuling } = FORMS;
const RULING_FORMS = { ruling, 'appeal-ruling': appealRuling };
type RulingForms = typeof RULING_FORMS;

const RULED_ON = form<InputOf<RulingForms['ruling']>>('裁定日期在申请之后', COERCION_56, ({ state, input, legalDate }) => {
  const from = state.enforcement?.appliedOn ?? input.on;
  if (input.on < from || input.on > legalDate) return ['ruled-on', '裁定日期应当在申请日期和登记日期之间'];
  const receivedOn = input.receivedOn ?? input.on;
  return receivedOn < input.on || receivedOn > legalDate ? ['ruling-received', '收到裁定的日期应当在裁定日期和登记日期之间'] : null;
});
const OPEN_TO_APPEAL = form<InputOf<RulingForms['appeal-ruling']>>(
  '法院不予受理或者不予执行，还没有申请复议',
  COERCION_56,
  ({ state, input, legalDate }) => {
    const { enforcement } = state;
    if (enforcement === null || enforcement.refusedOn === null) return ['nothing-to-appeal', '没有不予受理、不予执行的裁定'];
    if (enforcement.appealedOn !== null) return ['appealed', '已经向上一级人民法院申请复议'];
    return input.on < enforcement.refusedOn || input.on > legalDate
      ? ['appealed-on', '申请复议的日期应当在收到裁定的日期和登记日期之间']
      : null;
  },
);
/** 56¶2, 58¶3: within fifteen days. */
const APPEALED_IN_TIME = law<InputOf<RulingForms['appeal-ruling']>>('在收到裁定之日起十五日内申请复议', COERCION_56, (c): Stop => {
  const refusedOn = c.state.enforcement?.refusedOn ?? null;
  const last = refusedOn === null ? null : latestDay('law.court-review', refusedOn, c);
  if (last === null) return null;
  if (last === 'unknown') return 'unknown';
  return c.input.on <= last ? null : ['appealed-late', `对裁定有异议的，应当在十五日内申请复议，已于${last}届满`];
});

const ENTRY = { does: 'entry', from: ['court'], to: 'stays' } as const satisfies Partial<LifecycleRow<S, never>>;

/** What the court has answered to the application, and whether the upper court was asked to look again (强制法 56 to 58). */
export const RULINGS: Lifecycle<S, RulingForms> = {
  ruling: {
    ...office(HANDLERS, COERCION_56),
    ...ENTRY,
    label: '登记法院裁定',
    inputGuards: [RULED_ON],
    says: () => '法院裁定已登记。',
  },
  'appeal-ruling': {
    ...office(LEADERS, COERCION_56),
    ...ENTRY,
    label: '登记对裁定申请复议',
    inputGuards: [OPEN_TO_APPEAL, APPEALED_IN_TIME],
    says: () => '已登记；上一级人民法院作出裁定后登记裁定。',
  },
};

export const RULING_FOLDS: Folds<S, RulingForms> = {
  ruling: (s, { ruling, on, receivedOn }) => {
    const { enforcement } = s;
    if (enforcement === null) return s;
    // Once the upper court was asked, its ruling opens no further period.
    const refusedOn = enforcement.appealedOn !== null ? enforcement.refusedOn : ruling === 'granted' ? null : (receivedOn ?? on);
    return { ...s, enforcement: { ...enforcement, ruling, ruledOn: on, refusedOn } };
  },
  'appeal-ruling': (s, { on }) => (s.enforcement === null ? s : { ...s, enforcement: { ...s.enforcement, appealedOn: on } }),
};
