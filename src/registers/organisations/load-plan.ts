import { type LocalDate, OTHER_SIDE, RELATION_LABELS, RELATIONS } from '#law';
import type { RowProblem, TableRow } from '#registers/loading';
import { overlaps, revise } from '#registers/loading';
import { basesAfter } from './bases.ts';
import { BASIS_COLUMNS, BASIS_KEYS } from './load-bases.ts';
import { checkTrees } from './load-checks.ts';
import type { OrganisationContent, PlannedUnit, RegisteredUnit } from './load-model.ts';
import { type OrganisationColumn, type OrganisationRow, readOrganisationRow } from './load-row.ts';
import type { Bases } from './model.ts';

export type OrganisationPlan = {
  readonly problems: readonly RowProblem[];
  /** Units named by the file. */
  readonly units: readonly PlannedUnit[];
  /** Units of the register that the file does not name: left as they are. */
  readonly untouched: readonly RegisteredUnit[];
};

export type LoadCase = {
  readonly city: number;
  readonly today: LocalDate;
  readonly register: readonly RegisteredUnit[];
  /** Id for a unit that is new. */
  readonly newId: (code: string) => string;
  /** Columns that the file has; what it does not have stays as registered. */
  readonly columns: ReadonlySet<OrganisationColumn>;
};

/** What a file of units would change, or why it cannot: with any problem nothing is loaded. */
export function planOrganisations(rows: readonly TableRow<OrganisationColumn>[], c: LoadCase): OrganisationPlan {
  const problems: RowProblem[] = [];
  const read = rows.flatMap((row) => readOrganisationRow(row, c.city, problems) ?? []);
  const names = directory(read, c);
  const groups = grouped(read, names, problems);
  const units = [...groups].map(([id, list]) => plannedUnit(id, list, names, c, problems));
  const planned = new Set(units.map((u) => u.id));
  const untouched = c.register.filter((u) => !planned.has(u.id));
  if (problems.length === 0) problems.push(...checkTrees(units, untouched, c.today));
  return { problems: problems.sort((a, b) => a.line - b.line), units, untouched };
}

type Directory = {
  /** The id of the unit that a row is about. */
  idOf(row: OrganisationRow): string;
  /** The id behind a code or name written in another row. */
  find(written: string, on: LocalDate): string | null;
  registered(id: string): RegisteredUnit | undefined;
};

/** Units are known by code; units that have none yet are recognised by name and then given the file's code. */
function directory(read: readonly OrganisationRow[], c: LoadCase): Directory {
  const byId = new Map(c.register.map((u) => [u.id, u]));
  const byCode = new Map(c.register.flatMap((u) => (u.code === null ? [] : [[u.code, u.id] as const])));
  const named = (written: string, on: LocalDate, uncoded: boolean) =>
    c.register.find(
      (u) =>
        (!uncoded || u.code === null) &&
        u.records.some((r) => covers(r, on) && (r.content.name === written || r.content.shortName === written)),
    );
  function idOf(row: OrganisationRow): string {
    const known = byCode.get(row.code) ?? named(row.name, row.from, true)?.id;
    const id = known ?? c.newId(row.code);
    byCode.set(row.code, id);
    return id;
  }
  for (const row of read) idOf(row);
  function find(written: string, on: LocalDate): string | null {
    const row = read.find((r) => r.name === written || r.cells.shortName === written);
    return byCode.get(written) ?? (row === undefined ? undefined : byCode.get(row.code)) ?? named(written, on, false)?.id ?? null;
  }
  return { idOf, find, registered: (id) => byId.get(id) };
}

function covers(period: { readonly from: LocalDate; readonly until: LocalDate | null }, on: LocalDate): boolean {
  return on >= period.from && (period.until === null || on < period.until);
}

/** Rows by unit in the order of their days; two rows of one unit may not share a day. */
function grouped(
  read: readonly OrganisationRow[],
  names: Directory,
  problems: RowProblem[],
): ReadonlyMap<string, readonly OrganisationRow[]> {
  const groups = new Map<string, OrganisationRow[]>();
  for (const row of read) {
    const id = names.idOf(row);
    const list = groups.get(id) ?? [];
    const clash = list.find((other) => overlaps(other, row));
    if (clash !== undefined) {
      const hint = clash.until === null ? `（第${clash.line}行没有失效日）` : '';
      problems.push({
        line: row.line,
        column: '生效日',
        value: row.cells.from ?? '',
        reason: `与第${clash.line}行同一编码的有效期重叠${hint}`,
      });
    }
    list.push(row);
    groups.set(id, list);
  }
  return groups;
}

function plannedUnit(id: string, list: readonly OrganisationRow[], names: Directory, c: LoadCase, problems: RowProblem[]): PlannedUnit {
  const before = names.registered(id);
  const records = before?.records ?? [];
  const wanted = list.map((row) => ({
    from: row.from,
    until: row.until,
    content: contentOf(row, records.find((r) => covers(r, row.from))?.content ?? null, names, c, problems),
  }));
  const revision = revise(records, wanted);
  const kept = records.filter((r) => !revision.supersede.includes(r.id));
  const timeline = [...kept, ...revision.record].sort((a, b) => (a.from < b.from ? -1 : 1));
  return {
    id,
    code: list[0]?.code ?? '',
    isNew: before === undefined,
    rows: list.map(({ line, from, until }) => ({ line, from, until })),
    revision,
    timeline,
  };
}

const REFERENCES = { superior: '上级', lineSuperior: '条线上级', bureau: '司法行政部门', answersThrough: '委托或归口单位' } as const;

function contentOf(
  row: OrganisationRow,
  was: OrganisationContent | null,
  names: Directory,
  c: LoadCase,
  problems: RowProblem[],
): OrganisationContent {
  const text = (key: OrganisationColumn, before: string | null) => (c.columns.has(key) ? row.cells[key]?.trim() || null : before);
  function reference(key: keyof typeof REFERENCES, before: string | null): string | null {
    const written = text(key, null);
    if (!c.columns.has(key) || written === null) return c.columns.has(key) ? null : before;
    const found = names.find(written, row.from);
    if (found === null) problems.push({ line: row.line, column: REFERENCES[key], value: written, reason: '文件和名录中都没有这个单位' });
    return found;
  }
  const related = {
    superiorId: reference('superior', was?.superiorId ?? null),
    lineSuperiorId: reference('lineSuperior', was?.lineSuperiorId ?? null),
    bureauId: reference('bureau', was?.bureauId ?? null),
    answersThroughId: reference('answersThrough', was?.answersThroughId ?? null),
  };
  return {
    name: row.name,
    shortName: text('shortName', was?.shortName ?? null) ?? row.name,
    documentPrefix: text('documentPrefix', was?.documentPrefix ?? null),
    kind: row.kind,
    tier: row.tier,
    leadKind: c.columns.has('leadKind') ? row.leadKind : (was?.leadKind ?? 'local'),
    leadBasis: text('leadBasis', was?.leadBasis ?? null),
    qualification: c.columns.has('qualification') ? row.qualification : (was?.qualification ?? 'confirmed'),
    uscc: c.columns.has('uscc') ? row.uscc : (was?.uscc ?? null),
    regionCode: row.regionCode,
    domain: text('domain', was?.domain ?? null),
    ...related,
    bases: basesOf(row, was, related, c, problems),
    phone: text('phone', was?.phone ?? null),
    email: text('email', was?.email ?? null),
    demonstration: was?.demonstration ?? false,
  };
}

/** A paper already recorded by an act stays as that act left it, with the way to its scan; a paper of no relation is a mistake. */
function basesOf(
  row: OrganisationRow,
  was: OrganisationContent | null,
  next: Pick<OrganisationContent, 'bureauId' | 'lineSuperiorId' | 'answersThroughId'>,
  c: LoadCase,
  problems: RowProblem[],
): Bases {
  for (const relation of RELATIONS) {
    const paper = row.bases[relation];
    if (paper === null || next[OTHER_SIDE[relation]] !== null) continue;
    const reason = `没有${RELATION_LABELS[relation]}，不写依据文件`;
    problems.push({ line: row.line, column: BASIS_COLUMNS[BASIS_KEYS[relation].name].title, value: paper.name, reason });
  }
  return basesAfter(was, next, (relation, isChanged) => {
    if (!c.columns.has(BASIS_KEYS[relation].name)) return undefined;
    const [paper, known] = [row.bases[relation], isChanged ? undefined : was?.bases[relation]];
    const isKnown = paper !== null && known?.name === paper.name && known.number === paper.number && known.on === paper.on;
    return isKnown ? known : paper;
  });
}
