import type { Json } from './canonical-json.ts';
import type { LocalDate } from './local-date.ts';
import type {
  ActForms,
  ActFrame,
  ActingPost,
  BaseState,
  Folds,
  GuardCase,
  LifecycleRow,
  MatterKind,
  May,
  Participant,
} from './matter-kind.ts';
import { isRefusal, type Refusal, refuse } from './outcome.ts';
import { ROLE_LABELS } from './roles.ts';

/** A row of any kind's lifecycle: the input's type is forgotten, the form has checked it. */
export type AnyRow = LifecycleRow<BaseState, never>;

/** Whether a post may do what a row gives to a relation: the right role in the organisation so related. */
export function mayAct(by: readonly May[], actor: ActingPost, participants: readonly Participant[]): boolean {
  return by.some((may) => {
    if (!('roles' in may)) return actor.role === 'system';
    if (actor.role === 'system' || !may.roles.includes(actor.role)) return false;
    return may.as === 'opener' || participants.some((p) => p.as === may.as && p.organisationId === actor.organisationId);
  });
}

/** 发文机关的分管领导、主要负责人 */
export function whoMay(kind: Pick<MatterKind, 'parties'>, by: readonly May[]): string {
  return by
    .map((may) => {
      if (!('roles' in may)) return '平台';
      const roles = may.roles.map((role) => ROLE_LABELS[role]).join('、');
      return may.as === 'opener' ? roles : `${kind.parties[may.as] ?? may.as}的${roles}`;
    })
    .join('，或');
}

export type DecisionCase = Omit<GuardCase<BaseState, null>, 'state' | 'input'> & {
  /** null for an opening act. */
  readonly state: BaseState | null;
  /** null: nothing typed yet, only whether the act is open at all. */
  readonly input: Readonly<Record<string, Json>> | null;
  readonly participants: readonly Participant[];
  readonly lastStepOn: LocalDate | null;
  /** A reported act: guards of law do not stop it, the rules find what they would have stopped. */
  readonly reported: boolean;
};

/**
 * Whether an act is lawful: state, person, order of days, conditions. Used by the server to decide and by the page to
 * grey out; 'unknown' where a fact was withheld from the reader.
 */
export function decide(kind: MatterKind, row: AnyRow, c: DecisionCase): Refusal | null | 'unknown' {
  if (c.state !== null && row.from !== 'start' && !row.from.includes(c.state.status)) {
    return refuse('wrong-state', row.cite, `当前为“${kind.statuses[c.state.status] ?? c.state.status}”，不能办理“${row.label}”`);
  }
  if (!mayAct(row.by, c.actor, c.participants)) {
    return refuse('wrong-role', row.cite, `“${row.label}”由${whoMay(kind, row.by)}办理，您的岗位无权办理`);
  }
  if (c.legalDate > c.today)
    return refuse('in-future', row.cite, `“${row.label}”的办理日期（${c.legalDate}）晚于今天（${c.today}），还没有发生的不能登记`);
  const misdated = c.reported ? reportRefusal(kind, row, c) : dayRefusal(row, c);
  if (misdated !== null) return misdated;
  if (row.does === 'step' && c.lastStepOn !== null && c.legalDate < c.lastStepOn) {
    return refuse('before-last-step', row.cite, `“${row.label}”的办理日期不得早于上一步骤的日期（${c.lastStepOn}）`);
  }
  return conditions(row, c);
}

/** Whether this post may enter the act as one that happened elsewhere. */
export function mayReport(row: AnyRow, actor: ActingPost, participants: readonly Participant[]): boolean {
  return row.reportedBy !== undefined && mayAct(row.by, actor, participants) && mayAct(row.reportedBy, actor, participants);
}

function reportRefusal(kind: MatterKind, row: AnyRow, c: DecisionCase): Refusal | null {
  if (mayReport(row, c.actor, c.participants)) return null;
  return row.reportedBy === undefined
    ? refuse('not-reportable', row.cite, `“${row.label}”在平台上办理，以办理当日为准，不能补录`)
    : refuse('may-not-report', row.cite, `“${row.label}”由${whoMay(kind, row.reportedBy)}补录，您的岗位无权补录`);
}

/**
 * A step done here is done on the day on which it is done: nobody who is bound by a period, and nobody who signs, may
 * choose the day. An entry tells of a day that may lie behind; the platform's own acts have their true legal day.
 */
function dayRefusal(row: AnyRow, c: DecisionCase): Refusal | null {
  if (c.actor.role === 'system' || row.does === 'entry' || c.legalDate === c.today) return null;
  return refuse('not-today', row.cite, `“${row.label}”以办理当日（${c.today}）为办理日期，不能倒签`);
}

function conditions(row: AnyRow, c: DecisionCase): Refusal | null | 'unknown' {
  // The guards of an opening row leave the state alone, as its type says.
  const at = { ...c, state: c.state as BaseState };
  const answers = [
    ...(row.guards ?? []).filter((g) => !(c.reported && g.nature === 'law')).map((g) => () => g.check({ ...at, input: null })),
    ...(c.input === null
      ? []
      : (row.inputGuards ?? [])
          .filter((g) => !(c.reported && g.nature === 'law'))
          .map((g) => () => g.check({ ...at, input: c.input as never }))),
  ];
  let unknown = false;
  for (const ask of answers) {
    const answer = ask();
    if (isRefusal(answer)) return answer;
    unknown ||= answer === 'unknown';
  }
  return unknown ? 'unknown' : null;
}

/** The row of an act, or null when the kind has no such act. */
export function rowOf(kind: MatterKind, act: string): AnyRow | null {
  const row = Object.hasOwn(kind.lifecycle, act) ? kind.lifecycle[act] : undefined;
  return (row as AnyRow | undefined) ?? null;
}

/** The state after an act: the fold's facts, the lifecycle row's status. null: the kind has no such act (a bug of the caller). */
export function foldAct(kind: MatterKind, state: BaseState | null, input: Json, frame: ActFrame): BaseState | null {
  const folds: Folds<BaseState, ActForms> = kind.folds;
  const fold = folds[frame.type] as ((state: BaseState | null, input: Json, frame: ActFrame) => BaseState) | undefined;
  const row = rowOf(kind, frame.type);
  if (fold === undefined || row === null) return null;
  const folded = fold(state, input, frame);
  const to = typeof row.to === 'function' ? row.to(folded) : row.to;
  if (to === 'stays') return state === null ? folded : { ...folded, status: state.status };
  return { ...folded, status: to };
}
