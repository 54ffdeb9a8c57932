import { cite, type InputOf, remakingOf, unverified, weighsMore, weighsSame } from '#law';
import type { FORMS } from '../forms.ts';
import { type OrdinaryPenalty, reportOf } from '../model.ts';
import { law } from './conditions.ts';
import { penaltyOf } from './penalty-input.ts';

const SUIT_71 = cite('行政诉讼法', 71);

/** O02, 诉讼法 71, 复议法 64¶2: not the same again on the same facts and reasons, unless the procedure alone was wrong. */
export const NOT_THE_SAME_AGAIN = law<InputOf<typeof FORMS.decide>>('重新作出的决定不与被撤销的基本相同', SUIT_71, ({ state, input }) => {
  const remaking = remakingOf(state);
  const penalty = penaltyOf(input);
  if (remaking === null || remaking.before === null || remaking.cause === 'procedure' || penalty === null) return null;
  if (!weighsSame(penalty, remaking.before) || (reportOf(state)?.differs ?? null) !== null) return null;
  return [
    'same-again',
    '不得以同一的事实和理由作出与被撤销的决定基本相同的决定；主要事实、理由有变化的，退回补充调查，在调查终结报告中写明',
  ];
});

/**
 * Nothing in the law lets a penalty that the party has had revoked come back heavier for that alone: new facts are asked for,
 * as after a statement (处罚法 45¶2). The law does not say so in as many words (待核定).
 */
export const NOT_WORSE_AGAIN = unverified<OrdinaryPenalty, InputOf<typeof FORMS.conclude>>(
  { name: '重新作出的处罚不重于被撤销的，除非有新查明的事实', cite: SUIT_71, parameter: 'penalty.remade-not-heavier' },
  ({ state, input }) => {
    const remaking = remakingOf(state);
    const penalty = penaltyOf(input);
    if (remaking === null || remaking.before === null || penalty === null || input.newFacts !== null) return null;
    return weighsMore(penalty, remaking.before)
      ? ['worse-again', '比被撤销的处罚重，又没有新查明的事实；当事人不因申请复议、提起诉讼受到更重的处罚（规则参数，待核定）']
      : null;
  },
);
