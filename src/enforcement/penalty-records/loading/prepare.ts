import { type Json, type LocalDate, yearOf } from '#law';
import type { Session } from '#platform/session';
import { decisionInput } from '../forms-decision.ts';
import type { PenaltyRow } from '../model.ts';
import type { CellFault, RowOutcome } from '../reading/row-outcome.ts';
import { findOrgan, type OrganBook, type OrganRecord, organName } from './organ-book.ts';
import { marksOf, type RowMarks, shownRow, type Withheld, withheldOf } from './person.ts';

/** One decision of a file or a batch. `line` is its line there, header included, or its place in the batch from 1. */
export type Incoming = { readonly line: number; readonly row: PenaltyRow };

/**
 * What of a row is to be taken in. A row that repeats another of its file is held against what is there as well: after a
 * person's word the same file is no new question.
 */
export function incomingIn(outcome: RowOutcome): readonly Incoming[] {
  const tells = outcome.is === 'decision' || (outcome.is === 'repeated' && !outcome.identical);
  return tells ? [{ line: outcome.line, row: outcome.row }] : [];
}

/** A decision whose organ is known and within the reporter's reach, ready to be taken in. */
export type Prepared = {
  readonly line: number;
  readonly row: PenaltyRow;
  readonly organ: OrganRecord;
  readonly year: number;
  readonly marks: RowMarks;
  readonly withheld: Withheld | null;
  /** No other decision against its party was known when it was looked up. */
  readonly isLone: boolean;
};

/** `organMark`: no register knows the organ; rows with one mark wait for one answer of a person. */
export type Refused = { readonly line: number; readonly faults: readonly CellFault[]; readonly organMark: string | null };

/** Finds the organ in the register and asks whether the reporter may report for it. */
export function prepare({ line, row }: Incoming, book: OrganBook, session: Session, marker: (text: string) => string): Prepared | Refused {
  const found = findOrgan(book, row.organ, row.decidedOn);
  if (found.is === 'unknown')
    return refused(line, row, found.reason, found.unregistered === true ? marker(`organ ${organName(row.organ.name)}`) : null);
  const { organ } = found;
  if (!isWithinReach(session, organ)) return refused(line, row, '处罚机关不在您的管辖范围内，请由该机关或者其同级司法行政部门报送');
  return { line, row, organ, year: yearOf(row.decidedOn), marks: marksOf(row, marker), withheld: withheldOf(row), isLone: false };
}

function refused(line: number, row: PenaltyRow, reason: string, organMark: string | null = null): Refused {
  return { line, organMark, faults: [{ column: '处罚机关', index: null, value: row.organ.name, reason }] };
}

/** Bureaus report for their region, departments for themselves and the bodies under them. */
export function isWithinReach({ region, line }: Session, { regionOrd, lineOrd }: Pick<OrganRecord, 'regionOrd' | 'lineOrd'>): boolean {
  return (regionOrd >= region.lo && regionOrd <= region.hi) || (lineOrd >= line.lo && lineOrd <= line.hi);
}

/** The fields of a decision and its marks; `party` is the id of the encrypted row. */
export function toldInput(p: Pick<Prepared, 'row' | 'marks'>, party: string | null): Readonly<Record<string, Json>> {
  const shown = shownRow(p.row);
  return { ...decisionInput(shown, shown.party), ...p.marks, party };
}

export function keyOf(p: { readonly organId: string; readonly numberKey: string; readonly year: number }): string {
  return `${p.organId} ${p.numberKey} ${p.year}`;
}

export function placeOf(p: Prepared): { organId: string; numberKey: string; year: number } {
  return { organId: p.organ.id, numberKey: p.row.number.key, year: p.year };
}

/** Marks those beside which neither the records (`known`: marks of parties) nor the list itself hold another of their party. */
export function withLone(list: readonly (Prepared | Refused)[], known: ReadonlySet<string>): readonly (Prepared | Refused)[] {
  const [once, again] = [new Set<string>(), new Set(known)];
  for (const p of list) {
    const mark = 'organ' in p ? p.marks.partyMark : null;
    if (mark !== null) (once.has(mark) ? again : once).add(mark);
  }
  return list.map((p) => ('organ' in p ? { ...p, isLone: p.marks.partyMark !== null && !again.has(p.marks.partyMark) } : p));
}

export function isOnDay(period: { readonly from: LocalDate | null; readonly until: LocalDate | null }, on: LocalDate): boolean {
  return (period.from === null || on >= period.from) && (period.until === null || on < period.until);
}
