import { cite } from '../citation.ts';
import { conditionsOf, type Stop } from '../conditions.ts';
import type { Standing } from '../disputing/index.ts';
import type { InputOf } from '../form.ts';
import type { LocalDate } from '../local-date.ts';
import type { Folds, Lifecycle } from '../matter-kind.ts';
import { notBefore } from '../not-before.ts';
import { PENALTY_KIND_LABELS, type PenaltyKind } from '../penalty.ts';
import { sumsIn } from '../stated-sums.ts';
import { PENALTY_75 } from './articles.ts';
import { decisionNeeds, standsInDecision } from './decision-text.ts';
import type { RectifyingForms } from './forms.ts';
import { noLetterInHand, numberOf, ownNumber, withLetter } from './letters.ts';
import type { Executed } from './model.ts';
import { rectifiedIssues } from './rectified-decision.ts';
import { RECTIFYING, rectifyingIssues } from './rectifying-paper.ts';
import type { ExecutingRoom } from './room.ts';

type Rectify = InputOf<RectifyingForms['rectify']>;

/** What a decision must state, and so what a slip of the pen in it is put right against. */
const CONTENTS = cite('行政处罚法', 59);
/** One series for the slips of all decisions of an organ. */
const SERIES = '罚正';

/**
 * 更正书: slips of the pen and of counting in a decision that has been served, put right in the open. The decision stays as it
 * was served; what is wrong in law or weight is changed or revoked (处罚法 75¶2), never rectified.
 */
export function rectifying<S extends Executed>(room: ExecutingRoom<S>): Lifecycle<S, RectifyingForms> {
  const { form, law } = conditionsOf<S>();
  const served = form<null>('决定已经送达，仍然有效', CONTENTS, ({ state }) => {
    const decision = room.decision(state);
    if (decision?.receivedOn == null) return ['not-served', '处罚决定还没有送达，没有需要更正的决定书'];
    return decision.penalty !== null && !decision.stands ? ['revoked', '处罚决定已经被撤销或者确认无效，不再更正'] : null;
  });
  const differs = form<Rectify>('每一项都写明原文和更正后的文字', CONTENTS, ({ input }) => {
    const same = input.items.findIndex(({ wrong, right }) => wrong.trim() === right.trim());
    return same === -1 ? null : ['same-words', `第${same + 1}项的原文与更正后的文字相同`];
  });
  const onlySlips = law<Rectify>('只更正书写、计算的差错，不改变决定的内容', PENALTY_75, ({ state, input }) => {
    if (!input.unchanged) return ['changes-content', '改变认定的事实、适用的依据、处罚的种类或者幅度的，应当依法变更、撤销，不能用更正书'];
    const imposed = room.disputing.decision(state)?.standing ?? null;
    return input.items.map(({ wrong, right }, i) => beyondSlip(imposed, wrong, right, i + 1)).find((stop) => stop !== null) ?? null;
  });
  return {
    rectify: {
      ...room.office(room.leaders, CONTENTS, [served, noLetterInHand<S>()]),
      does: 'entry',
      group: '更正决定书',
      label: '更正决定书的笔误',
      from: room.statuses.correctable,
      to: (s) => s.status,
      aside: true,
      stepUp: true,
      inputGuards: [
        ...[differs, onlySlips, standsInDecision(room, CONTENTS)],
        notBefore<S, Rectify>('处罚决定送达', CONTENTS, (s) => room.decision(s)?.receivedOn ?? null),
        ownNumber<S, Rectify>(CONTENTS),
      ],
      needs: (s) => decisionNeeds(room, s),
      number: (s, input) => (s === null ? null : numberOf(s.organId, SERIES, input)),
      issues: (s, input, frame, facts) => [...rectifyingIssues(room, s, input, frame, facts), ...rectifiedIssues(room, s, frame, facts)],
      says: (s) => `${s.letters.at(-1)?.number ?? ''}更正书已签发；用印、送达当事人，与原决定书一并使用，原决定书不变。`,
    },
  };
}

export function rectifyingFolds<S extends Executed>(room: ExecutingRoom<S>): Folds<S, RectifyingForms> {
  return {
    rectify: (s, input, frame) => {
      const rectification = {
        ...{ letterNo: s.letters.length + 1, decisionNo: room.decision(s)?.no ?? 1, on: frame.legalDate, receivedOn: null },
        items: input.items.map(({ what, place, wrong, right }) => ({ what, place, wrong, right })),
      };
      const open = withLetter(room.disputing.reopen(s), RECTIFYING, input, frame);
      return { ...open, rectifications: [...(s.rectifications ?? []), rectification] };
    },
  };
}

/** The 更正书 has arrived. */
export function rectified<S extends Executed>(s: S, letterNo: number, receivedOn: LocalDate): S {
  return {
    ...s,
    rectifications: (s.rectifications ?? []).map((one) => (one.letterNo === letterNo ? { ...one, receivedOn } : one)),
  };
}

/** Every 更正书 has reached the party: before that a case is not closed. */
export function allRectified<S extends Executed>() {
  return conditionsOf<S>().form<null>('更正书均已送达', CONTENTS, ({ state }) =>
    (state.rectifications ?? []).some((one) => one.receivedOn === null && isOnItsWay(state, one.letterNo))
      ? ['rectifying', '决定书的更正书还没有送达当事人']
      : null,
  );
}

/** A 更正书 of a decision that was revoked meanwhile goes to nobody any more. */
const isOnItsWay = ({ letters }: Executed, no: number): boolean => letters.some((l) => l.no === no && l.lapsed !== true);

/** A sum or a kind that is imposed may be written right; it may not become another one. */
function beyondSlip(imposed: Standing | null, wrong: string, right: string, no: number): Stop {
  const sums = [imposed?.fineFen, imposed?.incomeFen, imposed?.goodsFen].filter((fen) => fen != null && fen > 0);
  const [before, after] = [sumsIn(wrong), sumsIn(right)];
  const isTaken = sums.some((fen) => before.includes(fen ?? 0) && !after.includes(fen ?? 0));
  const isOther = /罚款|没收/.test(right) && after.some((fen) => !sums.includes(fen));
  if (isTaken || isOther) return ['changes-sum', `第${no}项改变了罚款、没收的数额，应当依法变更决定，不能用更正书`];
  const [named, renamed] = [kindsIn(wrong), kindsIn(right)];
  const kinds: readonly PenaltyKind[] = imposed?.kinds ?? [];
  const isLost = named.some((kind) => kinds.includes(kind) && !renamed.includes(kind));
  const isNew = renamed.some((kind) => !kinds.includes(kind) && !named.includes(kind));
  return isLost || isNew ? ['changes-kind', `第${no}项改变了处罚的种类，应当依法变更、撤销决定，不能用更正书`] : null;
}

function kindsIn(text: string): readonly PenaltyKind[] {
  return (Object.keys(PENALTY_KIND_LABELS) as PenaltyKind[]).filter((kind) => text.includes(PENALTY_KIND_LABELS[kind]));
}
