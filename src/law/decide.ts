import type { ActFrame, ActingPost, BaseState, GuardCase, LifecycleRow, MatterKind, May, Participant } from './matter-kind.ts';
import { isRefusal, type Refusal, refuse } from './outcome.ts';
import { ROLE_LABELS } from './roles.ts';

/** Whether a post may do what a row gives to a relation: the right role in the organisation so related. */
export function mayAct(by: readonly May[], actor: ActingPost, participants: readonly Participant[]): boolean {
  return by.some((may) => {
    if (!('roles' in may)) return actor.role === 'system';
    if (actor.role === 'system' || !may.roles.includes(actor.role)) return false;
    return may.as === 'opener' || participants.some((p) => p.as === may.as && p.organisationId === actor.organisationId);
  });
}

/**
 * Whether an act is open to this post in this state, before anything is typed. Order: state, person, conditions.
 * `participants` are those of the state before the act; for an opening act pass [] and use `as: 'opener'`.
 */
export function availability<S extends BaseState>(
  kind: MatterKind<S>,
  row: LifecycleRow<S, never>,
  c: Omit<GuardCase<S, null>, 'input'>,
  participants: readonly Participant[],
): Refusal | null | 'unknown' {
  if (row.from !== 'start' && !row.from.includes(c.state.status)) {
    const now = kind.statuses[c.state.status as S['status']];
    return refuse('wrong-state', row.cite, `当前为“${now}”，不能办理“${row.label}”`);
  }
  if (!mayAct(row.by, c.actor, participants)) {
    return refuse('wrong-role', row.cite, `“${row.label}”由${whoMay(kind, row.by)}办理，您的岗位无权办理`);
  }
  let unknown = false;
  for (const guard of row.guards ?? []) {
    const answer = guard.check({ ...c, input: null });
    if (isRefusal(answer)) return answer;
    unknown ||= answer === 'unknown';
  }
  return unknown ? 'unknown' : null;
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

/** The state after an act: the fold's facts, the lifecycle row's status. */
export function applyAct<S extends BaseState>(kind: MatterKind<S>, state: S | null, input: never, frame: ActFrame): S {
  const fold = kind.folds[frame.type];
  const row = kind.lifecycle[frame.type];
  if (fold === undefined || row === undefined) throw new Error(`${kind.kind}: unknown act ${frame.type}`);
  const folded = fold(state as S, input, frame);
  const to = typeof row.to === 'function' ? row.to(folded) : row.to;
  return to === 'stays' ? (state === null ? folded : { ...folded, status: state.status }) : { ...folded, status: to };
}
