import type { Citation } from '../citation.ts';
import { conditionsOf } from '../conditions.ts';
import type { InputOf } from '../form.ts';
import { PENALTY_73, RECONSIDERATION_42, SUIT_56 } from './articles.ts';
import type { DISPUTING_FORMS } from './forms.ts';
import { DISPUTE_LABELS, type Dispute, type Disputed, type DisputeWay, openDisputes, STAYED_BY_LABELS, type StayedBy } from './model.ts';
import type { DisputingRoom } from './room.ts';

type In = InputOf<(typeof DISPUTING_FORMS)['stay']>;

/** The proceedings in which a body outside the organ can order a stay: it has the decision before it (复议法 42, 诉讼法 56). */
const STAYS_IN = { reconsideration: 'reconsideration', court: 'litigation' } as const satisfies Partial<Record<StayedBy, DisputeWay>>;
type OutsideBody = keyof typeof STAYS_IN;
const isOutside = (by: StayedBy): by is OutsideBody => by in STAYS_IN;
/** Whether a stay by this body can rest on this dispute: the organ and the statutes know both ways. */
const restsOn = (by: StayedBy, { way }: Dispute): boolean => !isOutside(by) || STAYS_IN[by] === way;

/**
 * Conditions of 停止执行. 处罚法 73¶1 knows it only during 复议 or a suit about the decision in hand, and nothing else stops the surcharge,
 * the 催告 and the application to the court.
 */
export function stayingGuards<S extends Disputed>(room: DisputingRoom<S>) {
  const { law } = conditionsOf<S>();
  const during = (s: S): readonly Dispute[] => openDisputes(s).filter((d) => d.decisionNo === room.decision(s)?.no);
  const byOutside = (body: OutsideBody, cite: Citation) => {
    const [name, words] = [STAYED_BY_LABELS[body], DISPUTE_LABELS[STAYS_IN[body]]];
    return law<In>(`${name}的，${words}尚未结束`, cite, ({ state, input: { by } }) =>
      by !== body || during(state).some((d) => restsOn(body, d))
        ? null
        : ['not-before-it', `本决定没有尚未结束的${words}，不能以“${name}”登记停止执行`],
    );
  };
  return {
    disputed: law<null>('决定正在复议、诉讼', PENALTY_73, ({ state }) =>
      during(state).length > 0
        ? null
        : ['not-disputed', '停止执行只在复议、诉讼期间依法决定；本决定没有尚未结束的复议、诉讼，已经申请、起诉的先登记复议、诉讼'],
    ),
    byReconsideration: byOutside('reconsideration', RECONSIDERATION_42),
    byCourt: byOutside('court', SUIT_56),
    stayedSince: law<In>('停止执行不早于申请、起诉', PENALTY_73, ({ state, input: { by, from } }) => {
      const since = during(state)
        .filter((d) => restsOn(by, d))
        .map((d) => d.from)
        .toSorted()
        .at(0);
      return since === undefined || from >= since ? null : ['stayed-before', `停止执行的日期不得早于申请复议、起诉的${since}`];
    }),
  };
}
