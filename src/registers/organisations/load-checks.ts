import type { LocalDate } from '#law';
import type { RowProblem } from '#registers/loading';
import type { OrganisationContent, PlannedUnit, RegisteredUnit } from './load-model.ts';
import { isSeat, lineParentOf, regionParentOf, seatsOf, type Unit, type Units } from './places.ts';

type State = {
  readonly unit: Unit;
  readonly content: OrganisationContent /** The row of the file that says so; null: the register does. */;
  readonly line: number | null;
};
type States = ReadonlyMap<string, State>;

/** What only shows when all rows stand together: on today and on every day on which a row begins. */
export function checkTrees(planned: readonly PlannedUnit[], untouched: readonly RegisteredUnit[], today: LocalDate): readonly RowProblem[] {
  const days = new Set([today, ...planned.flatMap((u) => u.revision.record.map((r) => r.from))]);
  const found = new Map<string, RowProblem>();
  for (const day of [...days].sort()) {
    for (const problem of checkDay(statesOn(planned, untouched, day), day)) {
      const key = `${problem.line} ${problem.column}`;
      if (!found.has(key)) found.set(key, problem);
    }
  }
  return [...found.values()];
}

function statesOn(planned: readonly PlannedUnit[], untouched: readonly RegisteredUnit[], on: LocalDate): States {
  const states = new Map<string, State>();
  const covers = (r: { from: LocalDate; until: LocalDate | null }) => on >= r.from && (r.until === null || on < r.until);
  const add = (id: string, content: OrganisationContent | undefined, of: PlannedUnit | null) => {
    if (content === undefined) return;
    const { kind, regionCode, superiorId, lineSuperiorId } = content;
    const line = of?.rows.find(covers)?.line ?? null;
    states.set(id, { unit: { id, kind, regionCode, superiorId, lineSuperiorId }, content, line });
  };
  for (const u of planned) add(u.id, u.timeline.find(covers)?.content, u);
  for (const u of untouched) add(u.id, u.records.find(covers)?.content, null);
  return states;
}

function checkDay(states: States, day: LocalDate): readonly RowProblem[] {
  const units: Units = new Map([...states].map(([id, s]) => [id, s.unit]));
  const seats = seatsOf(units);
  const problems: RowProblem[] = [];
  const say = (s: State, column: string, value: string, reason: string) => {
    if (s.line !== null) problems.push({ line: s.line, column, value, reason });
  };
  const nameOf = (id: string | null) => (id === null ? '' : (states.get(id)?.content.name ?? ''));
  for (const s of states.values()) {
    const { content, unit } = s;
    for (const [column, id] of references(content)) {
      if (id !== null && !states.has(id)) say(s, column, nameOf(id), `该单位在${day}不是有效单位`);
    }
    if (unit.kind !== 'external') checkPlace(s, units, seats, (column, value, reason) => say(s, column, value, reason));
    if (circles(unit, units, (u) => u.superiorId)) say(s, '上级', nameOf(content.superiorId), '上级关系成环：逐级向上又回到本单位');
    else if (circles(unit, units, (u) => lineParentOf(u, units))) say(s, '条线上级', nameOf(content.lineSuperiorId), '条线关系成环');
    const seat = seats.get(unit.regionCode);
    if (isSeat(unit) && seat !== undefined && seat.id !== unit.id && seat.superiorId === unit.superiorId)
      say(s, '区划', unit.regionCode, `与${nameOf(seat.id)}是同一区划的机关`);
  }
  return [
    ...problems,
    ...twice(states, '信用代码', (c) => c.uscc),
    ...twice(states, '机关代字', (c) => c.documentPrefix),
    ...twice(states, '名称', (c) => c.name),
  ];
}

function references(c: OrganisationContent): readonly (readonly [string, string | null])[] {
  return [
    ['上级', c.superiorId],
    ['条线上级', c.lineSuperiorId],
    ['司法行政部门', c.bureauId],
    ['委托或归口单位', c.answersThroughId],
  ];
}

/** Everyone but the city government stands below somebody in the region tree. */
function checkPlace(
  s: State,
  units: Units,
  seats: ReadonlyMap<string, Unit>,
  say: (column: string, value: string, reason: string) => void,
): void {
  const isTop = s.unit.kind === 'government' && s.content.tier === 'city';
  if (isTop) return;
  if (s.unit.superiorId === null) say('上级', '', '除市级人民政府和外部机关外，单位都须有上级');
  else if (regionParentOf(s.unit, units, seats) === null) say('区划', s.unit.regionCode, '该区划没有人民政府、苏木乡镇街道或管委会');
}

function circles(unit: Unit, units: Units, above: (u: Unit) => string | null): boolean {
  let at: Unit | undefined = unit;
  for (let steps = 0; at !== undefined && steps <= units.size; steps += 1) {
    const id = above(at);
    if (id === unit.id) return true;
    at = id === null ? undefined : units.get(id);
  }
  return false;
}

function twice(states: States, column: string, of: (c: OrganisationContent) => string | null): readonly RowProblem[] {
  const first = new Map<string, State>();
  const problems: RowProblem[] = [];
  for (const s of states.values()) {
    const value = of(s.content);
    if (value === null) continue;
    const other = first.get(value);
    if (other === undefined) {
      first.set(value, s);
      continue;
    }
    const [later, earlier] = s.line === null ? [other, s] : [s, other];
    if (later.line !== null) problems.push({ line: later.line, column, value, reason: `与“${earlier.content.name}”重复` });
  }
  return problems;
}
