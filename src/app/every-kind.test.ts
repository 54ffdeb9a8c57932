import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BAYANNUR_2026, type MatterKind, rowOf } from '#law';
import { packageRoot } from '#platform/package-root';
import type { KeptMatter } from '#testing/keep-acts';
import { type Rehearsal, testCalendar } from '#testing/rehearsal';
import { ORGANISATIONS } from '#testing/rehearsal-city';
import { faultsOf, somewhere, step, woodOf } from '#testing/wander';
import { KINDS } from './rooms.ts';

const FOLDER = join(packageRoot(), 'data', 'stored-acts');
const NEWEST = join(FOLDER, readdirSync(FOLDER).sort().at(-1) ?? '');
const STAGE = {
  facts: { organisations: new Map(ORGANISATIONS.map((o) => [o.id, o])), certificates: new Map() },
  profile: BAYANNUR_2026,
  calendar: testCalendar({}),
};
const FIRST_DAY = '2026-06-01';
const WALKS = { numRuns: 60, seed: 20_261_127 };

/** Situations that look like faults and are none, each with its reason. */
const EXPLAINED: Readonly<Record<string, readonly string[]>> = {
  // The load is taken up again by the same file on the page of loads; what may be written already is not withdrawn.
  'register-load': ['loading：待办withdraw无人能办'],
};

/** Acts that these walks cannot come by, each with its reason; the tests of the room walk them. */
const ELSEWHERE: Readonly<Record<string, readonly string[]>> = {
  // The city's parameters do not open the review of documents.
  'supervision-document': ['object', 'decide-objection'],
  // A table of tiers whose conditions, days and articles fit each other is not come by at random.
  'discretion-benchmark': ['enter', 'enter-version'],
  // A voluntary filing is withdrawn after it was offered; a walk that joins or merges the record before never comes back to it.
  'penalty-record': ['withdraw-offer'],
  // Only what a load has brought to the register ends a reminder.
  'certificate-affair': ['register-shows'],
};

/** Matters of the kind that its own tests have found lawful, from the newest release. */
function keptOf({ kind }: MatterKind): readonly KeptMatter[] {
  const name = `${kind}.json`;
  return readdirSync(NEWEST).includes(name) ? JSON.parse(readFileSync(join(NEWEST, name), 'utf8')).matters : [];
}

it('一个期限编号只指一项义务', () => {
  const bound = KINDS.flatMap((kind) => kind.clocks.map(({ clock }) => [clock.id, clock.obligation] as const));
  const first = new Map(bound.toReversed());
  expect(bound.filter(([id, obligation]) => first.get(id) !== obligation)).toEqual([]);
});

describe('全部事项类型：随意办下去，始终有人可办、有期可待，办结即止', () => {
  it.each(KINDS.map((kind) => [kind.name, kind] as const))('%s', (_, kind) => {
    const kept = keptOf(kind);
    const wood = woodOf(kind, KINDS, STAGE, kept);
    const walk = fc.record({
      start: fc.nat(),
      isFresh: fc.constantFrom(kept.length === 0, false, false),
      steps: fc.array(fc.nat(), { minLength: 3, maxLength: 15 }),
    });
    fc.assert(
      fc.property(walk, ({ start, isFresh, steps }) => {
        let at: Rehearsal | null = isFresh ? null : somewhere(wood, FIRST_DAY, start);
        for (const seed of steps) {
          if (at !== null) expect(unexplained(kind, faultsOf(wood, at)), at.acts.join(' → ')).toEqual([]);
          at = step(wood, at, FIRST_DAY, seed) ?? at;
        }
      }),
      WALKS,
    );
    const elsewhere = ELSEWHERE[kind.kind] ?? [];
    const done = new Set([...elsewhere, ...wood.done.keys(), ...kept.flatMap(({ acts }) => acts.map(({ frame }) => frame.type))]);
    const reached = new Set([...wood.reached, ...kept.map(({ state }) => state.status)]);
    expect(Object.keys(kind.lifecycle).filter((act) => !done.has(act))).toEqual([]);
    expect(Object.keys(kind.statuses).filter((status) => !reached.has(status))).toEqual([]);
  });
});

function unexplained({ kind }: MatterKind, faults: readonly string[]): readonly string[] {
  return faults.filter((fault) => !(EXPLAINED[kind] ?? []).includes(fault));
}

describe('全部事项类型：流转表自身', () => {
  it.each(KINDS.map((kind) => [kind.name, kind] as const))('%s：状态都有名，办理都有人，期限都有效果', (_, kind) => {
    const statuses = new Set(Object.keys(kind.statuses));
    const rows = Object.entries(kind.lifecycle);
    const named = rows.flatMap(([act, { from, to }]) => [
      ...(from === 'start' ? [] : from.map((status) => `${act} ${status}`)),
      ...(typeof to === 'function' || to === 'stays' ? [] : [`${act} ${to}`]),
    ]);
    expect(named.filter((one) => !statuses.has(one.split(' ')[1] ?? ''))).toEqual([]);
    expect([...kind.mainLine, ...kind.closed].filter((status) => !statuses.has(status))).toEqual([]);
    expect(rows.filter(([, row]) => row.by.length === 0).map(([act]) => act)).toEqual([]);
    const relations = rows.flatMap(([act, row]) => row.by.flatMap((may) => ('roles' in may ? [`${act} ${may.as}`] : [])));
    expect(relations.filter((one) => !['opener', ...Object.keys(kind.parties)].includes(one.split(' ')[1] ?? ''))).toEqual([]);
    for (const { clock, onOverdue } of kind.clocks) {
      if (onOverdue === undefined) continue;
      expect(
        rowOf(kind, onOverdue)?.by.some((may) => !('roles' in may)),
        `${clock.id} → ${onOverdue}`,
      ).toBe(true);
    }
    const open = [...statuses].filter((status) => !kind.closed.includes(status));
    const leads = open.filter((status) => rows.some(([, row]) => row.does === 'step' && row.from !== 'start' && row.from.includes(status)));
    expect(leads).toEqual(open);
  });
});
