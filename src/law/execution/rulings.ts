import { conditionsOf, type Stop } from '../conditions.ts';
import type { InputOf } from '../form.ts';
import { latestDay } from '../last-day.ts';
import type { Folds, Lifecycle, LifecycleRow } from '../matter-kind.ts';
import { COERCION_56 } from './articles.ts';
import type { EnforcingForms } from './forms.ts';
import type { Executed } from './model.ts';
import type { ExecutingRoom } from './room.ts';

type Forms = Pick<EnforcingForms, 'ruling' | 'appeal-ruling'>;
type Appealed = InputOf<Forms['appeal-ruling']>;

function guards<S extends Executed>() {
  const { law, form } = conditionsOf<S>();
  return {
    ruledOn: form<InputOf<Forms['ruling']>>('裁定日期在申请之后', COERCION_56, ({ state, input, legalDate }) => {
      const from = state.enforcement?.appliedOn ?? input.on;
      if (input.on < from || input.on > legalDate) return ['ruled-on', '裁定日期应当在申请日期和登记日期之间'];
      const receivedOn = input.receivedOn ?? input.on;
      return receivedOn < input.on || receivedOn > legalDate ? ['ruling-received', '收到裁定的日期应当在裁定日期和登记日期之间'] : null;
    }),
    openToAppeal: form<Appealed>('法院不予受理或者不予执行，还没有申请复议', COERCION_56, ({ state, input, legalDate }) => {
      const { enforcement } = state;
      if (enforcement === null || enforcement.refusedOn === null) return ['nothing-to-appeal', '没有不予受理、不予执行的裁定'];
      if (enforcement.appealedOn !== null) return ['appealed', '已经向上一级人民法院申请复议'];
      return input.on < enforcement.refusedOn || input.on > legalDate
        ? ['appealed-on', '申请复议的日期应当在收到裁定的日期和登记日期之间']
        : null;
    }),
    /** 56¶2, 58¶3: within fifteen days. */
    appealedInTime: law<Appealed>('在收到裁定之日起十五日内申请复议', COERCION_56, (c): Stop => {
      const refusedOn = c.state.enforcement?.refusedOn ?? null;
      const last = refusedOn === null ? null : latestDay('law.court-review', refusedOn, c);
      if (last === null) return null;
      if (last === 'unknown') return 'unknown';
      return c.input.on <= last ? null : ['appealed-late', `对裁定有异议的，应当在十五日内申请复议，已于${last}届满`];
    }),
  };
}

/** What the court has answered to the application, and whether the upper court was asked to look again (强制法 56 to 58). */
export function rulings<S extends Executed>({ office, handlers, leaders, statuses }: ExecutingRoom<S>): Lifecycle<S, Forms> {
  const g = guards<S>();
  const entry = { does: 'entry', from: [statuses.court], to: 'stays' } as const satisfies Partial<LifecycleRow<S, never>>;
  return {
    ruling: {
      ...office(handlers, COERCION_56),
      ...entry,
      label: '登记法院裁定',
      inputGuards: [g.ruledOn],
      says: () => '法院裁定已登记。',
    },
    'appeal-ruling': {
      ...office(leaders, COERCION_56),
      ...entry,
      label: '登记对裁定申请复议',
      inputGuards: [g.openToAppeal, g.appealedInTime],
      says: () => '已登记；上一级人民法院作出裁定后登记裁定。',
    },
  };
}

export function rulingFolds<S extends Executed>(): Folds<S, Forms> {
  return {
    ruling: (s, { ruling, on, receivedOn }) => {
      const { enforcement } = s;
      if (enforcement === null) return s;
      // Once the upper court was asked, its ruling opens no further period.
      const refusedOn = enforcement.appealedOn !== null ? enforcement.refusedOn : ruling === 'granted' ? null : (receivedOn ?? on);
      return { ...s, enforcement: { ...enforcement, ruling, ruledOn: on, refusedOn } };
    },
    'appeal-ruling': (s, { on }) => (s.enforcement === null ? s : { ...s, enforcement: { ...s.enforcement, appealedOn: on } }),
  };
}
