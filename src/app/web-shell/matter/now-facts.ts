import { ANOTHER_PERSON, type Citation } from '#law';
import type { ClockView, MatterTask, MatterView, OfferedAct } from '#ui/api/types.ts';

/** The organ's own clock that matters most now: overdue first, then the nearest; none when all have stopped. Another's delay makes nobody here late. */
export function leadingClock(matter: Pick<MatterView, 'clocks'>): ClockView | null {
  const running = matter.clocks.filter((clock) => clock.stoppedOn === null && !clock.isOutsiders);
  return [...running].sort((a, b) => (a.daysLeft ?? 9_999) - (b.daysLeft ?? 9_999))[0] ?? null;
}

/** Acts open to this post that bring the matter forward; those waited for come first, steps before notes: the first is the primary button. */
export function nextSteps(matter: Pick<MatterView, 'acts' | 'tasks'>): readonly OfferedAct[] {
  const mine = matter.tasks.filter((task) => task.mine).map((task) => task.act);
  const rank = (act: OfferedAct): number => (mine.includes(act.act) ? 0 : 2) + (act.does === 'step' && !act.onlyReported ? 0 : 1);
  return matter.acts.filter((act) => act.allowed !== false && !act.aside).sort((a, b) => rank(a) - rank(b));
}

/** The next lawful step, the only primary button: what is waited for from me, else a step; adding facts is never it. */
export function primaryStep(matter: Pick<MatterView, 'acts' | 'tasks'>): OfferedAct | null {
  const first = nextSteps(matter)[0];
  if (first === undefined) return null;
  return first.does === 'step' || matter.tasks.some((task) => task.mine && task.act === first.act) ? first : null;
}

/** Acts open to this post that stop, withdraw or object. */
export function asideActs(matter: Pick<MatterView, 'acts'>): readonly OfferedAct[] {
  return matter.acts.filter((act) => act.allowed !== false && act.aside);
}

type Offering = Pick<MatterView, 'acts' | 'tasks'>;

/** So few more buttons are no burden. */
const FEW = 3;

/** What waits for me never hides among its like; where nothing else stands, or little would hide, nothing is put away. */
function standsFirst(matter: Offering): (act: OfferedAct) => boolean {
  const isFirst = (act: OfferedAct): boolean =>
    (act.group === null && !act.onlyReported) || matter.tasks.some((waiting) => waiting.mine && waiting.act === act.act);
  const open = [...nextSteps(matter), ...asideActs(matter)];
  const first = open.filter(isFirst).length;
  return first > 0 && open.length - first > FEW ? isFirst : () => true;
}

/** The buttons of 下一步: the likely ones first, then those that stop, withdraw or object. */
export function offeredActs(matter: Offering): readonly OfferedAct[] {
  return [...nextSteps(matter), ...asideActs(matter)].filter(standsFirst(matter));
}

/** 更多: the rest of what is open to this post, by purpose. */
export function keptActs(matter: Offering): readonly { readonly group: string; readonly acts: readonly OfferedAct[] }[] {
  const isFirst = standsFirst(matter);
  const rest = [...nextSteps(matter), ...asideActs(matter)].filter((act) => !isFirst(act));
  const groups = [...new Set(rest.map(purposeOf))];
  return groups.map((group) => ({ group, acts: rest.filter((act) => purposeOf(act) === group) }));
}

/** What this post may not do here and now stands apart: it can only tell of what was done on paper. */
const purposeOf = (act: OfferedAct): string => (act.onlyReported ? '现在不能在平台办理，线下已经办理的补录' : (act.group ?? ''));

/** Closed steps by why: a condition that is not met yet, another's to do, another stage's. */
export type ClosedBy = 'condition' | 'role' | 'state';
export const CLOSED_BY_LABELS = { condition: '条件尚未具备', role: '由其他人办理', state: '不在这个阶段' } as const satisfies Record<
  ClosedBy,
  string
>;

export function closedActs(matter: Pick<MatterView, 'acts'>, by: ClosedBy): readonly OfferedAct[] {
  return matter.acts.filter((act) => act.allowed === false && act.reason !== null && closedBy(act) === by);
}

function closedBy(act: OfferedAct): ClosedBy {
  if (act.refused === 'wrong-role' || ANOTHER_PERSON.has(act.refused)) return 'role';
  return act.refused === 'wrong-state' ? 'state' : 'condition';
}

/** Whether a task waits for this very person: the post may do it, and the law does not want somebody else for it. */
export function isMine(matter: Pick<MatterView, 'acts'>, task: MatterTask): boolean {
  return task.mine && !closedActs(matter, 'role').some((act) => act.act === task.act);
}

/** Why a task of my post is another person's all the same; null where it is not. */
export function leftToAnother(matter: Pick<MatterView, 'acts'>, task: MatterTask): string | null {
  return (task.mine && closedActs(matter, 'role').find((act) => act.act === task.act)?.reason) || null;
}

export type Lacking = { readonly reason: string; readonly article: string | null; readonly cite: Citation | null };

/** 还缺: why the awaited steps cannot be done yet, each reason once, with its article. */
export function missing(matter: Pick<MatterView, 'acts' | 'tasks'>): readonly Lacking[] {
  const asked = matter.tasks.flatMap((task) => task.conditions);
  const unmet = asked.flatMap(({ met, reason, cite }) => (met === false && reason !== null ? [{ reason, article: null, cite }] : []));
  const awaited = new Set(matter.tasks.map((task) => task.act));
  const closed = closedActs(matter, 'condition').flatMap(({ act, reason, article, cite }) =>
    awaited.has(act) && reason !== null ? [{ reason, article, cite }] : [],
  );
  return [...new Map([...closed, ...unmet].map((one) => [one.reason, one])).values()];
}

/** Whether files are being made that the page should show as soon as they are there. */
export function isMaking(matter: Pick<MatterView, 'documents' | 'acts'>): boolean {
  return (
    matter.documents.some((document) => document.state === 'rendering') ||
    matter.acts.some((act) => act.refused === 'not-rendered' || act.refused === 'not-sealed')
  );
}

/** Who is waited for, in words. */
export function waitedFor(tasks: readonly MatterTask[]): string {
  const names = [...new Set(tasks.map((task) => task.organisationName))];
  return names.length === 0 ? '没有等待办理的单位' : names.join('、');
}
