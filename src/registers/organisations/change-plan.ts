import { cite, type LocalDate, type Refusal, refuse } from '#law';
import { type Period, revise } from '#registers/loading';
import { basesAfter } from './bases.ts';
import { checkTrees } from './load-checks.ts';
import type { OrganisationContent, PlannedUnit, RegisteredUnit } from './load-model.ts';
import type { OrganisationPlan } from './load-plan.ts';
import type { BasisPaper } from './model.ts';

/** A new unit that comes out of a split; what is not said is as it was with the unit that was split. */
export type SplitPart = {
  readonly id: string;
  readonly code: string | null;
  readonly name: string;
  readonly shortName: string;
  readonly documentPrefix: string | null;
};
/** What an announcement says of a unit that it sets up; whether it belongs to the demonstration it has from its superior. */
export type NewContent = Omit<OrganisationContent, 'demonstration' | 'bases'>;
/** What an act does to one unit of the register from a day on. */
export type UnitChange = {
  readonly unitId: string;
  readonly effectiveOn: LocalDate;
  /** The paper on which every relation rests that comes into being by the change. */
  readonly basis: BasisPaper | null;
} & (
  | {
      readonly is: 'amended';
      /** Name, place, qualification, other side of a relation; papers of relations that stay as they are. */
      readonly content: Partial<OrganisationContent>;
    }
  /** Set up: `unitId` is the id that it is given. */
  | { readonly is: 'set-up'; readonly code: string | null; readonly content: NewContent }
  /** Abolished, or merged into its successor: whoever stood below it stands below the successor from then on. */
  | { readonly is: 'ended'; readonly successorId: string }
  /** The first part succeeds a unit that does not go on. */
  | { readonly is: 'split'; readonly parts: readonly SplitPart[]; readonly ends: boolean }
);

const SUBJECTS = cite('实施细则', 8, undefined, 4);

/**
 * The periods that a change would record, or why it cannot be: the unit or its successor does not stand on that day, a
 * later change is recorded already, or the trees would not be trees. Nothing recorded is changed, only superseded.
 */
export function planChange(change: UnitChange, register: readonly RegisteredUnit[], today: LocalDate): OrganisationPlan | Refusal {
  if (change.is === 'set-up') return soundPlan([setUp(change, register)], register, today);
  const unit = register.find((u) => u.id === change.unitId);
  const last = unit?.records.at(-1);
  if (unit === undefined || last === undefined || last.until !== null)
    return refuse('not-valid', SUBJECTS, `该单位已经终止或者没有登记，不能再变更${last?.until == null ? '' : `（${last.until}起失效）`}`);
  const isTooEarly = change.is === 'amended' ? change.effectiveOn < last.from : change.effectiveOn <= last.from;
  if (isTooEarly)
    return refuse('before-last-change', SUBJECTS, `生效日不得早于该单位上一次变更的生效日（${last.from}），已登记的沿革不能改写`);
  const units = change.is === 'amended' ? amended(change, unit) : replaced(change, unit, last.content, register);
  if ('refused' in units) return units;
  if (units.every((u) => u.revision.record.length + u.revision.supersede.length === 0))
    return refuse('nothing-changes', SUBJECTS, '与现在的登记一致，没有需要变更的内容');
  return soundPlan(units, register, today);
}

function soundPlan(units: readonly PlannedUnit[], register: readonly RegisteredUnit[], today: LocalDate): OrganisationPlan | Refusal {
  const named = new Set(units.map((u) => u.id));
  const untouched = register.filter((u) => !named.has(u.id));
  const [problem] = checkTrees(units, untouched, today);
  if (problem !== undefined) return refuse('unsound-tree', SUBJECTS, `${problem.column}“${problem.value}”：${problem.reason}`);
  return { problems: [], units, untouched };
}

function setUp({ unitId, effectiveOn, code, content, basis }: SetUp, register: readonly RegisteredUnit[]): PlannedUnit {
  const superior = register.find((u) => u.id === content.superiorId)?.records.at(-1)?.content;
  const bases = basesAfter(null, content, () => basis);
  return made(unitId, code, { ...content, bases, demonstration: superior?.demonstration ?? false }, effectiveOn);
}

type Amended = Extract<UnitChange, { is: 'amended' }>;
type SetUp = Extract<UnitChange, { is: 'set-up' }>;
type Replaced = Exclude<UnitChange, Amended | SetUp>;

function amended({ effectiveOn, content, basis }: Amended, unit: RegisteredUnit): readonly PlannedUnit[] | Refusal {
  const was = unit.records.at(-1)?.content;
  if (was === undefined) return [];
  const next = { ...was, ...content };
  const bases = basesAfter(was, next, (relation, isChanged) => content.bases?.[relation] ?? (isChanged ? basis : undefined));
  return [planned(unit, [{ from: effectiveOn, until: null, content: { ...next, bases } }], effectiveOn)];
}

/** A unit that ends, or from which others come: its record, its parts, and all that named it. */
function replaced(
  change: Replaced,
  unit: RegisteredUnit,
  content: OrganisationContent,
  register: readonly RegisteredUnit[],
): readonly PlannedUnit[] | Refusal {
  const { effectiveOn } = change;
  const parts = change.is === 'split' ? change.parts : [];
  const made = parts.map((part) => newUnit(part, content, change));
  if (change.is === 'split' && !change.ends) return made;
  const successorId = change.is === 'split' ? (parts[0]?.id ?? '') : change.successorId;
  if (change.is === 'ended') {
    const refusal = successorRefusal(change, register);
    if (refusal !== null) return refusal;
  }
  const first = unit.records.at(-1)?.from ?? effectiveOn;
  const ended = planned(unit, [{ from: first, until: effectiveOn, content }], effectiveOn);
  const followers = register.flatMap((other) =>
    other.id === unit.id ? [] : followed(other, unit.id, other.id === successorId ? content.superiorId : successorId, change),
  );
  return [ended, ...made, ...followers];
}

function successorRefusal(change: Extract<UnitChange, { is: 'ended' }>, register: readonly RegisteredUnit[]): Refusal | null {
  if (change.successorId === change.unitId) return refuse('own-successor', SUBJECTS, '承接单位不能是被撤销、合并的单位自己');
  const last = register.find((u) => u.id === change.successorId)?.records.at(-1);
  if (last === undefined || last.until !== null || last.from > change.effectiveOn)
    return refuse('successor-not-valid', SUBJECTS, `承接单位在${change.effectiveOn}不是有效单位：不能并入已经终止或者尚未设立的单位`);
  return null;
}

/** Records of another unit that name the one that ends name its successor from the day on. */
function followed(
  other: RegisteredUnit,
  ended: string,
  successor: string | null,
  { effectiveOn: on, basis }: Replaced,
): readonly PlannedUnit[] {
  const later = other.records.filter((r) => r.until === null || r.until > on);
  const renamed = (id: string | null) => (id === ended ? successor : id);
  const wanted = later.map(({ from, until, content: c }) => {
    const next = {
      ...c,
      superiorId: renamed(c.superiorId),
      lineSuperiorId: renamed(c.lineSuperiorId),
      bureauId: renamed(c.bureauId),
      answersThroughId: renamed(c.answersThroughId),
    };
    const bases = basesAfter(c, next, (_, isChanged) => (isChanged ? basis : undefined));
    return { from: from < on ? on : from, until, content: { ...next, bases } };
  });
  const names = (c: OrganisationContent) => [c.superiorId, c.lineSuperiorId, c.bureauId, c.answersThroughId].includes(ended);
  return later.some((r) => names(r.content)) ? [planned(other, wanted, on)] : [];
}

function newUnit(part: SplitPart, from: OrganisationContent, { effectiveOn, basis }: Replaced): PlannedUnit {
  const { id, code, name, shortName, documentPrefix } = part;
  const bases = basesAfter(null, from, () => basis);
  const content = { ...from, name, shortName, documentPrefix, uscc: null, phone: null, email: null, bases };
  return made(id, code, content, effectiveOn);
}

function made(id: string, code: string | null, content: OrganisationContent, on: LocalDate): PlannedUnit {
  const period = { from: on, until: null, content };
  return {
    id,
    code,
    isNew: true,
    rows: [{ line: 1, from: on, until: null }],
    revision: { supersede: [], record: [period] },
    timeline: [period],
  };
}

function planned(unit: RegisteredUnit, wanted: readonly Period<OrganisationContent>[], on: LocalDate): PlannedUnit {
  const revision = revise(unit.records, wanted);
  const kept = unit.records.filter((r) => !revision.supersede.includes(r.id));
  const timeline = [...kept, ...revision.record].sort((a, b) => (a.from < b.from ? -1 : 1));
  return { id: unit.id, code: unit.code, isNew: false, rows: [{ line: 1, from: on, until: null }], revision, timeline };
}
