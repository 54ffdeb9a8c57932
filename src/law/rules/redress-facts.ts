import { type Disputed, type Standing, VIA_LABELS } from '../disputing/model.ts';
import { mustWithdraw } from '../disputing/redressing.ts';
import type { LocalDate } from '../local-date.ts';
import { weighsSame } from '../penalty-weight.ts';
import type { Undone } from './facts.ts';

/** One decision put right, as far as something had to follow from it. */
export type RedressFact = {
  readonly no: number;
  readonly via: string;
  readonly effectOn: LocalDate;
  /** 责令重新作出: by the day that the document names, where it names one. */
  readonly redo: { readonly by: LocalDate | null; readonly doneOn: LocalDate | null } | null;
  readonly giveBack: { readonly doneOn: LocalDate | null } | null;
  /** Whether it stands in the pool of the 案卷评查 (细则 12); null: the case does not say. */
  readonly pooled: boolean | null;
};
/** 行政复议意见书 and its answer. */
export type OpinionFact = { readonly no: number; readonly receivedOn: LocalDate; readonly reportedOn: LocalDate | null };
/** A decision made anew, beside the one that had been revoked. */
export type RemadeFact = {
  readonly decidedOn: LocalDate;
  readonly procedureOnly: boolean;
  readonly sameResult: boolean;
  /** Whether other main facts or reasons were told. */
  readonly differs: boolean;
};
export type RedressFacts = {
  readonly redressed: readonly RedressFact[];
  readonly opinions: readonly OpinionFact[];
  readonly remade: RemadeFact | null;
};

/** The decision in hand, beside what went before it. */
export type MadeAnew = { readonly decidedOn: LocalDate; readonly penalty: Standing | null; readonly differs: boolean };

/** What disputes and redresses of a case tell the rules. `inHand`: the decision that stands, null while none does. */
export function redressFacts(s: Pick<Disputed, 'disputes' | 'redresses'>, inHand: MadeAnew | null): RedressFacts {
  return {
    redressed: s.redresses.map((r) => ({
      ...{ no: r.no, via: VIA_LABELS[r.via], effectOn: r.effectOn },
      redo: r.undoing === 'remake' ? { by: r.redoBy, doneOn: r.redoneOn } : null,
      giveBack: r.owesBack ? { doneOn: r.givenBackOn } : null,
      pooled: null,
    })),
    opinions: s.disputes.flatMap((d) => (d.opinionOn === null ? [] : [{ no: d.no, receivedOn: d.opinionOn, reportedOn: d.reportedOn }])),
    remade: remadeOf(s, inHand),
  };
}

function remadeOf({ redresses }: Pick<Disputed, 'redresses'>, inHand: MadeAnew | null): RemadeFact | null {
  const revoked = redresses.findLast((r) => r.undoing === 'remake' && r.redoneOn !== null);
  if (revoked === undefined || inHand === null || inHand.penalty === null || revoked.before === null) return null;
  return {
    decidedOn: inHand.decidedOn,
    procedureOnly: revoked.cause === 'procedure',
    sameResult: weighsSame(inHand.penalty, revoked.before),
    differs: inHand.differs,
  };
}

/** 处罚法 48: what became of the publication of a decision that no longer stands as it was published. */
export function undoneOf({ redresses }: Pick<Disputed, 'redresses'>, decisionNo: number): Undone | 'stands' {
  const taken = redresses.find((r) => r.decisionNo === decisionNo && r.publishedAt !== null);
  if (taken === undefined) return 'stands';
  // Taken down by an act that asks for the reason given in public.
  return { effectOn: taken.effectOn, offlineOn: taken.offlineOn, reasonGiven: !mustWithdraw(taken) };
}
