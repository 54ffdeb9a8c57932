import type { LawSources, LocalDate, RuleContext } from '#law';
import type { Judgement } from '#law/rules/index';
import { needsOf, type RowSurroundings } from '../facts.ts';
import type { PenaltyRow } from '../model.ts';
import { judgeRow, judgeSources } from '../rules/index.ts';
import { type Delegates, delegatesActing } from './delegates.ts';
import type { OrganRecord } from './organ-book.ts';
import { itemStanding, NO_ITEM, NO_LISTS, type PowerLists } from './power-lists.ts';
import { isOnDay } from './prepare.ts';

type Dated =
  RowSurroundings['certificates'] extends ReadonlyMap<string, readonly (infer C)[]>
    ? C & { readonly from: LocalDate | null; readonly until: LocalDate | null }
    : never;

/** What registers say, at any date; each row is judged by the day of its decision. */
export type Registers = {
  readonly laws: LawSources;
  readonly certificates: ReadonlyMap<string, readonly Dated[]>;
  readonly lists: PowerLists;
  readonly delegates: Delegates;
};

/** Nothing loaded: what only registers could tell stays not judged. */
export function noRegisters(laws: LawSources): Registers {
  return { laws, certificates: new Map(), lists: NO_LISTS, delegates: new Map() };
}

export function certificatesNamed(rows: readonly PenaltyRow[]): readonly string[] {
  return [...new Set(rows.flatMap((row) => needsOf(row).certificates))];
}

/** All rules that a decision answers by itself, and P07 as far as another source tells of it. */
export function judgeDecision(
  row: PenaltyRow,
  organ: Pick<OrganRecord, 'id' | 'kind' | 'qualification' | 'uscc'> | null,
  registers: Registers,
  otherwise: PenaltyRow | null,
  context: RuleContext,
): Judgement {
  const { laws, lists, delegates } = registers;
  if (organ === null && registers.certificates.size === 0) return joinedBySources(row, otherwise, alone(laws), context);
  const { certificates: numbers, on } = needsOf(row);
  const certificates = new Map(
    numbers.flatMap((number): [string, readonly Dated[]][] => {
      const known = registers.certificates.get(number);
      return known === undefined ? [] : [[number, known.filter((c) => isOnDay(c, on))]];
    }),
  );
  const { itemListed, itemEmpowered, itemDomain } = organ === null ? NO_ITEM : itemStanding(lists, organ.id, row.extension.itemCode, on);
  const delegated = organ === null ? null : delegatesActing(delegates, organ.id, numbers, certificates, on);
  const around: RowSurroundings = { organ, certificates, laws, itemListed, itemEmpowered, itemDomain, delegated };
  return joinedBySources(row, otherwise, around, context);
}

const NO_CERTIFICATES: RowSurroundings['certificates'] = new Map();

/** A file that is judged without registers asks them nothing, row by row. */
function alone(laws: LawSources): RowSurroundings {
  return { organ: null, certificates: NO_CERTIFICATES, laws, ...NO_ITEM, delegated: null };
}

function joinedBySources(row: PenaltyRow, otherwise: PenaltyRow | null, around: RowSurroundings, context: RuleContext): Judgement {
  return joined(judgeRow(row, around, context), judgeSources(row, otherwise, context));
}

export function joined(a: Judgement, b: Judgement): Judgement {
  return { doubts: [...a.doubts, ...b.doubts], notJudged: [...a.notJudged, ...b.notJudged], clean: [...a.clean, ...b.clean] };
}
