import {
  addDays,
  type BaseState,
  type ClockBinding,
  type ClockRun,
  type Derivation,
  deriveDue,
  type LocalDate,
  type MatterKind,
  type Participant,
  type Profile,
  type Reckoning,
  rowOf,
  shanghaiMidnight,
  termsOf,
  warningDays,
} from '#law';
import type { LawContext } from '../law-context.ts';
import type { Loaded, StoredClock, StoredTask } from './load.ts';

/** What the state says ought to stand beside it, against what stands: only differences are written. */
export type Settled = {
  readonly clocks: readonly StoredClock[];
  readonly changedClocks: readonly { readonly clock: StoredClock; readonly isNew: boolean }[];
  readonly openTasks: readonly Omit<StoredTask, 'opened_seq'>[];
  readonly closeTasks: readonly string[];
  readonly changedTasks: readonly Omit<StoredTask, 'opened_seq'>[];
  readonly participants: readonly Participant[];
  readonly addParticipants: readonly Participant[];
  readonly dropParticipants: readonly Participant[];
  readonly wakeAt: number | null;
  /** Warnings and breaches that this settling has found for the first time. */
  readonly newWarnings: readonly { readonly clock: StoredClock; readonly day: LocalDate }[];
  readonly newBreaches: readonly StoredClock[];
};

/** What days and sums are counted by now; null: no law of the city is loaded, so that none of its periods runs. */
function reckoning(law: LawContext, { id, version, city }: ProfileRef): Required<Reckoning> | null {
  const profile = law.currentProfile(city) ?? law.profileVersion(id, version);
  return profile === null ? null : { profile, calendar: law.calendar };
}

export type ProfileRef = { readonly id: string; readonly version: number; readonly city: number };

export function settle(
  kind: MatterKind,
  state: BaseState,
  before: Pick<Loaded, 'clocks' | 'tasks' | 'participants'>,
  law: LawContext,
  profile: ProfileRef,
  today: LocalDate,
): Settled {
  const by = reckoning(law, profile);
  const clocks = kind.clocks
    .flatMap((binding) =>
      (by === null ? [] : binding.runs(state, by)).map((run) => clockRow(binding, run, before.clocks, law, profile, today)),
    )
    .filter((c) => c !== null);
  const gone = before.clocks
    .filter((old) => !clocks.some((c) => c.clock_id === old.clock_id && c.key === old.key))
    .map((old) => (old.stopped_on === null ? { ...old, stopped_on: today } : old));
  const all = [...clocks, ...gone];
  const tasks = taskRows(kind, state, all, law.currentProfile(profile.city));
  const participants = distinct(kind.participants(state));
  return {
    clocks: all,
    changedClocks: all
      .map((clock) => ({ clock, old: formerly(before.clocks, clock) }))
      .filter(({ clock, old }) => old === undefined || !sameClock(old, clock))
      .map(({ clock, old }) => ({ clock, isNew: old === undefined })),
    openTasks: tasks.filter((t) => !before.tasks.some((o) => o.key === t.key)),
    closeTasks: before.tasks.filter((o) => !tasks.some((t) => t.key === o.key)).map((o) => o.key),
    changedTasks: tasks.filter((t) => before.tasks.some((o) => o.key === t.key && differs(o, t))),
    participants,
    addParticipants: participants.filter((p) => !includes(before.participants, p)),
    dropParticipants: before.participants.filter((p) => !includes(participants, p)),
    wakeAt: wakeAt(kind, all, state.status),
    newWarnings: all.flatMap((clock) => {
      const day = clock.warned.at(-1);
      return day !== undefined && clock.warned.length > (formerly(before.clocks, clock)?.warned.length ?? 0) ? [{ clock, day }] : [];
    }),
    newBreaches: all.filter((clock) => clock.breached_on !== null && (formerly(before.clocks, clock)?.breached_on ?? null) === null),
  };
}

/**
 * A clock keeps the profile version under which it was opened; its due date is counted again only when its start,
 * the issuer's date, or a holiday notice that was missing has changed.
 */
function clockRow(
  binding: ClockBinding<BaseState>,
  run: ClockRun,
  stored: readonly StoredClock[],
  law: LawContext,
  profile: ProfileRef,
  today: LocalDate,
): StoredClock | null {
  const old = stored.find((c) => c.clock_id === binding.clock.id && c.key === run.key) ?? null;
  const ref = old === null ? profile : { id: old.profile_id, version: old.profile_version };
  const body = law.profileVersion(ref.id, ref.version);
  const terms = body === null ? null : termsOf(body, binding.clock.obligation, run.startedOn);
  if (body === null || terms === null) return null;
  const issuerDate = run.issuerDate ?? null;
  const stands = old !== null && !old.provisional && old.started_on === run.startedOn && old.derivation.issuerDate === issuerDate;
  const derivation = stands ? old.derivation : deriveDue(terms, run.startedOn, law.calendar, body.rollOn, issuerDate);
  if (derivation === null) return null;
  const breach = breachDay(derivation, run.stoppedOn, today);
  return {
    clock_id: binding.clock.id,
    key: run.key,
    started_on: run.startedOn,
    due_on: derivation.dueOn,
    provisional: derivation.provisional,
    derivation,
    stopped_on: run.stoppedOn,
    breached_on: old?.breached_on ?? breach,
    breach_corrected: old !== null && old.breached_on !== null && breach === null,
    warned: [...(old?.warned ?? []), ...dueWarnings(binding, derivation, run, old?.warned ?? [], today)],
    bound_id: run.boundId,
    profile_id: ref.id,
    profile_version: ref.version,
  };
}

/** Overdue begins at 00:00 after the due date; a provisional date is never overdue. */
function breachDay(derivation: Derivation, stoppedOn: LocalDate | null, today: LocalDate): LocalDate | null {
  if (derivation.dueOn === null || derivation.provisional) return null;
  return (stoppedOn ?? today) > derivation.dueOn ? addDays(derivation.dueOn, 1) : null;
}

function formerly(before: readonly StoredClock[], clock: StoredClock): StoredClock | undefined {
  return before.find((o) => o.clock_id === clock.clock_id && o.key === clock.key);
}

function sameClock(a: StoredClock, b: StoredClock): boolean {
  return (
    a.started_on === b.started_on &&
    a.due_on === b.due_on &&
    a.provisional === b.provisional &&
    a.stopped_on === b.stopped_on &&
    a.breached_on === b.breached_on &&
    a.breach_corrected === b.breach_corrected &&
    a.bound_id === b.bound_id &&
    a.warned.length === b.warned.length
  );
}

/** Days on which the ladder has warned by today; a clock that has stopped warns no more. */
function dueWarnings(
  binding: ClockBinding<BaseState>,
  due: Derivation,
  run: ClockRun,
  warned: readonly LocalDate[],
  today: LocalDate,
): readonly LocalDate[] {
  if (run.stoppedOn !== null || due.dueOn === null || due.provisional) return [];
  return warningDays(binding.clock.ladder, run.startedOn, due.dueOn).filter((day) => day <= today && !warned.includes(day));
}

function taskRows(
  kind: MatterKind,
  state: BaseState,
  clocks: readonly StoredClock[],
  profile: Profile | null,
): Omit<StoredTask, 'opened_seq'>[] {
  const subject = kind.title(state);
  return kind.tasks(state, profile).map((need) => ({
    key: need.key,
    act: need.act,
    title: need.title,
    subject,
    organisation_id: need.organisationId,
    roles: need.roles,
    post_id: need.postId ?? null,
    officers: need.officers ?? [],
    clock_id: need.clock?.id ?? null,
    clock_key: need.clock?.key ?? null,
    due_on: clocks.find((c) => c.clock_id === need.clock?.id && c.key === need.clock.key)?.due_on ?? null,
  }));
}

function differs(old: StoredTask, now: Omit<StoredTask, 'opened_seq'>): boolean {
  return (
    old.title !== now.title ||
    old.subject !== now.subject ||
    old.act !== now.act ||
    old.organisation_id !== now.organisation_id ||
    old.post_id !== now.post_id ||
    old.due_on !== now.due_on ||
    old.clock_id !== now.clock_id ||
    old.clock_key !== now.clock_key ||
    old.roles.join() !== now.roles.join() ||
    old.officers.join() !== now.officers.join()
  );
}

/** The earliest moment at which a warning or the end of a clock can change an answer. */
function wakeAt(kind: MatterKind, clocks: readonly StoredClock[], status: string): number | null {
  const moments = clocks.flatMap((c) => {
    if (c.stopped_on !== null || c.due_on === null || c.provisional) return [];
    const next = nextWarning(kind, c);
    // A matter that was opened when its period had already ended still waits for what the end does.
    const isOpen = c.breached_on === null || c.breach_corrected || effectWaits(kind, c.clock_id, status);
    const end = isOpen ? [addDays(c.due_on, 1)] : [];
    return [...(next === null ? [] : [next]), ...end].map(shanghaiMidnight);
  });
  return moments.length === 0 ? null : Math.min(...moments);
}

function effectWaits(kind: MatterKind, clockId: string, status: string): boolean {
  const act = kind.clocks.find((b) => b.clock.id === clockId)?.onOverdue;
  const from = act === undefined ? undefined : rowOf(kind, act)?.from;
  return from !== undefined && from !== 'start' && from.includes(status);
}

function nextWarning(kind: MatterKind, c: StoredClock): LocalDate | null {
  const binding = kind.clocks.find((b) => b.clock.id === c.clock_id);
  if (binding === undefined || c.due_on === null) return null;
  return warningDays(binding.clock.ladder, c.started_on, c.due_on).find((day) => !c.warned.includes(day)) ?? null;
}

function distinct(participants: readonly Participant[]): readonly Participant[] {
  return participants.filter((p, i) => participants.findIndex((q) => q.as === p.as && q.organisationId === p.organisationId) === i);
}

function includes(list: readonly Participant[], p: Participant): boolean {
  return list.some((q) => q.as === p.as && q.organisationId === p.organisationId);
}
