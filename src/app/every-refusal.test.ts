import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  type ActingPost,
  type AnyRow,
  addDays,
  BAYANNUR_2026,
  type BaseState,
  type DecisionCase,
  decide,
  isRefusal,
  type LocalDate,
  localDate,
  type MatterKind,
  type May,
  type Refusal,
  ROLE_LABELS,
  type Role,
  rowOf,
} from '#law';
import { packageRoot } from '#platform/package-root';
import type { KeptMatter } from '#testing/keep-acts';
import { testCalendar } from '#testing/rehearsal';
import { idOf, ORGANISATIONS } from '#testing/rehearsal-city';
import { KINDS } from './rooms.ts';

const FOLDER = join(packageRoot(), 'data', 'stored-acts');
const NEWEST = join(FOLDER, readdirSync(FOLDER).sort().at(-1) ?? '');
const TODAY = localDate('2026-09-01');
const ROLES = Object.keys(ROLE_LABELS) as Role[];
const STRANGE = idOf('别的单位');

/** Situations of the kind that were lawful once, one a status. */
function situationsOf(kind: MatterKind): readonly BaseState[] {
  const name = `${kind.kind}.json`;
  if (!readdirSync(NEWEST).includes(name)) return [];
  const { matters } = JSON.parse(readFileSync(join(NEWEST, name), 'utf8')) as { matters: readonly KeptMatter[] };
  return [...new Map(matters.map(({ state }) => [state.status, state])).values()];
}

const post = (role: Role, organisationId: string): ActingPost => ({
  ...{ postId: idOf(role), accountId: idOf(`账号${role}`), officerId: idOf(`人员${role}`), name: '某人', role, organisationId },
});
const PLATFORM: ActingPost = { ...post('head', STRANGE), postId: null, officerId: null, organisationId: null, role: 'system' };

type Asked = { readonly by: ActingPost; readonly on?: LocalDate; readonly reported?: boolean; readonly lastStepOn?: LocalDate | null };

function asked(kind: MatterKind, row: AnyRow, state: BaseState | null, { by, on = TODAY, reported = false, lastStepOn = null }: Asked) {
  const c: DecisionCase = {
    ...{ state, input: null, actor: by, legalDate: on, today: TODAY, reported, lastStepOn },
    facts: { organisations: new Map(ORGANISATIONS.map((o) => [o.id, o])), certificates: new Map() },
    ...{ profile: BAYANNUR_2026, calendar: testCalendar({}), participants: state === null ? [] : kind.participants(state) },
  };
  return decide(kind, row, c);
}

/** Whom a row lets act in a situation, read off the row itself. */
function entitled(kind: MatterKind, by: readonly May[], state: BaseState | null): readonly ActingPost[] {
  return by.flatMap((may) => {
    if (!('roles' in may)) return [PLATFORM];
    const units = may.as === 'opener' ? [STRANGE] : (state === null ? [] : kind.participants(state)).filter((p) => p.as === may.as);
    return units.flatMap((unit) => may.roles.map((role) => post(role, typeof unit === 'string' ? unit : unit.organisationId)));
  });
}

/** The sort of refusal; what it lacks of the row's article and of a reason in words is said behind it. */
function told(answer: Refusal | null | 'unknown', { cite, label }: AnyRow): string {
  if (!isRefusal(answer)) return String(answer);
  const isWhole = answer.cite === cite && answer.reason.includes(label) && /[\u4e00-\u9fff]{4,}/.test(answer.reason);
  return isWhole ? answer.refused : `${answer.refused}：${answer.reason}`;
}

/** What was told of each act in each situation otherwise than it should be. */
type Faults = string[];
function held(faults: Faults, what: string, is: string, wanted: string): void {
  if (is !== wanted) faults.push(`${what}：${is}`);
}

const rowsOf = (kind: MatterKind): readonly AnyRow[] => Object.keys(kind.lifecycle).flatMap((act) => rowOf(kind, act) ?? []);

describe.each(KINDS.map((kind) => [kind.name, kind] as const))('每一项办理都有拒绝的理由和条文：%s', (_, kind) => {
  const situations = situationsOf(kind);
  const open = rowsOf(kind).flatMap((row): readonly { readonly row: AnyRow; readonly state: BaseState | null }[] =>
    row.from === 'start'
      ? [{ row, state: null }]
      : situations.filter(({ status }) => row.from.includes(status)).map((state) => ({ row, state })),
  );

  it('不在本环节的不能办理，写明现在是什么环节、要办什么', () => {
    const faults: Faults = [];
    for (const row of rowsOf(kind))
      for (const state of situations) {
        if (row.from === 'start' || row.from.includes(state.status)) continue;
        const [by] = entitled(kind, row.by, state);
        if (by === undefined) continue;
        const answer = asked(kind, row, state, { by });
        held(faults, `${state.status} ${row.label}`, told(answer, row), 'wrong-state');
        if (isRefusal(answer) && !answer.reason.includes(kind.statuses[state.status] ?? '?')) faults.push(answer.reason);
      }
    expect(faults).toEqual([]);
  });

  it('别的岗位、别的单位、平台以外冒充平台的都不能办理，写明由谁办理', () => {
    const faults: Faults = [];
    for (const { row, state } of open) {
      const may = entitled(kind, row.by, state);
      const places = [STRANGE, ...(state === null ? [] : kind.participants(state).map((p) => p.organisationId))];
      const people = [...new Set(places)].flatMap((place) => ROLES.map((role) => post(role, place)));
      for (const by of [PLATFORM, ...people]) {
        const isAnybody = row.by.some((one) => 'roles' in one && one.as === 'opener' && one.roles.some((role) => role === by.role));
        if (isAnybody || may.some((one) => one.role === by.role && one.organisationId === by.organisationId)) continue;
        held(faults, `${row.label} ${by.role}`, told(asked(kind, row, state, { by }), row), 'wrong-role');
      }
    }
    expect(faults).toEqual([]);
  });

  it('步骤不能倒签；还没有到的日子不能登记，补录也不能；不许补录的不能补录；不早于上一步骤', () => {
    const faults: Faults = [];
    for (const { row, state } of open)
      for (const by of entitled(kind, row.by, state)) {
        const at = (more: Omit<Asked, 'by'>, wanted: string): void =>
          held(faults, `${row.label} ${by.role} ${wanted}`, told(asked(kind, row, state, { by, ...more }), row), wanted);
        at({ on: addDays(TODAY, 1) }, 'in-future');
        at({ on: addDays(TODAY, 1), reported: true }, 'in-future');
        if (by === PLATFORM) continue;
        if (row.does === 'step') at({ on: addDays(TODAY, -1) }, 'not-today');
        const reporters = row.reportedBy === undefined ? [] : entitled(kind, row.reportedBy, state);
        const mayReport = reporters.some((one) => one.role === by.role && one.organisationId === by.organisationId);
        const reporting = { on: addDays(TODAY, -1), reported: true, lastStepOn: TODAY };
        if (!mayReport) at(reporting, row.reportedBy === undefined ? 'not-reportable' : 'may-not-report');
        else if (row.does === 'step') at(reporting, 'before-last-step');
      }
    expect(faults).toEqual([]);
  });
});
