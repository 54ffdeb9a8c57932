import { allBanked, type Folds, type Lifecycle, redone, remakingOf } from '#law';
import type { Forms } from '../forms.ts';
import type { SummaryPenalty } from '../model.ts';
import { ART_57 } from './articles.ts';
import { form } from './conditions.ts';
import { EXECUTING_ROOM } from './execution.ts';
import { HANDLERS, office } from './who.ts';

type S = SummaryPenalty;
type Remade = Pick<Forms, 'remade'>;

const DONE_SINCE = form<{ readonly on: S['openedOn'] }>('重新处理在撤销之后', ART_57, ({ state, input, legalDate }) => {
  const from = remakingOf(state)?.effectOn ?? input.on;
  return input.on < from || input.on > legalDate ? ['remade-on', '重新处理的日期应当在撤销生效日期和登记日期之间'] : null;
});

/** A decision that was revoked to be made anew is made in the ordinary procedure: here stands what came of it. */
export const REMADE: Lifecycle<S, Remade> = {
  remade: {
    ...office(HANDLERS, ART_57, [allBanked(EXECUTING_ROOM)]),
    label: '登记重新处理的结果',
    does: 'step',
    from: ['remaking'],
    to: 'settled',
    inputGuards: [DONE_SINCE],
    says: () => '重新处理的结果已登记；待结案。',
  },
};

export const REMADE_FOLDS: Folds<S, Remade> = {
  remade: (s, { on, number, result }) => ({
    ...s,
    redresses: redone(s.redresses, on),
    ended: { on, reason: number === null ? result : `${result}（${number}）` },
  }),
};
