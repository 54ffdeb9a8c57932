import { judgedNo, lastDecision, type OrdinaryPenalty } from '#enforcement/ordinary-penalty';
import type { PenaltyRecord } from '#enforcement/penalty-records';
import { type LocalDate, PENALTY_KIND_LABELS } from '#law';

/** A penalty that has been decided, whichever way it came: as a record of a source, or in a case handled or told of here. */
export type Decided = {
  readonly organId: string;
  /** Which decision of its case: one made anew after another was revoked is filed on its own. */
  readonly no: number;
  readonly number: string;
  readonly party: string;
  readonly penalty: string;
  readonly fineFen: number | null;
  readonly confiscatedFen: number | null;
  readonly decidedOn: LocalDate;
  /** Filed by another way, as the source tells. */
  readonly statedOn: LocalDate | null;
  /** Its papers stand in its case: nobody has to bring them again. */
  readonly fromCase: boolean;
  /** Neither merged into another record nor undone. */
  readonly stands: boolean;
  /** Why nothing is owed where no reason is left. */
  readonly whyNot: string;
};

export function decidedInRecord({ organId, row, mergedInto }: PenaltyRecord): Decided {
  const { party, number, penalty, fineFen, confiscatedFen, decidedOn, extension } = row;
  const undone = row.undone === undefined ? '该决定经更正不属于重大行政处罚' : '该决定已被撤销、确认违法或者无效';
  return {
    ...{ organId, no: 1, number: number.text, party: party.name, fineFen, confiscatedFen, decidedOn },
    penalty: penalty.kinds.map((kind) => PENALTY_KIND_LABELS[kind]).join('、') || penalty.text,
    statedOn: extension.recordFiledOn,
    fromCase: false,
    stands: mergedInto === null && row.undone === undefined,
    whyNot: mergedInto === null ? undone : '该决定已并入另一记录',
  };
}

/** The decision in hand, or, while it is to be made anew, the one that was revoked; null: no penalty has been decided in the case. */
export function decidedInCase(s: OrdinaryPenalty): Decided | null {
  const { organId, party, letters } = s;
  const decision = lastDecision(s);
  const penalty = decision?.penalty ?? null;
  if (decision === null || penalty === null) return null;
  const { incomeFen, goodsFen, fineFen } = penalty;
  const letter = letters.find(({ no }) => no === decision.letterNo);
  return {
    ...{ organId, no: judgedNo(s), party: party.name, fineFen, decidedOn: decision.on, statedOn: null, stands: true },
    // A case told from elsewhere has no paper here.
    fromCase: letter?.elsewhere === false,
    number: letter?.number ?? '',
    penalty: penalty.kinds.map((kind) => PENALTY_KIND_LABELS[kind]).join('、') || penalty.content,
    confiscatedFen: incomeFen === null && goodsFen === null ? null : (incomeFen ?? 0) + (goodsFen ?? 0),
    whyNot: '该决定经更正、变更不属于重大行政处罚，或者已被撤销',
  };
}
