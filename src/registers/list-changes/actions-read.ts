import { type LocalDate, shanghaiDay } from '#law';
import type { Platform } from '#platform/acts/perform';
import { inTransaction, type Queryable } from '#platform/db';
import { type Session, sessionPreamble } from '#platform/session';
import { type ChangePlan, type KeptList, LIST_LABELS, listsMissing } from '#registers/power-lists';
import { countsOf, heldAgainst, previewOf, refusalOf } from './actions-plan.ts';
import type { ChangeView, DraftView, MissingView, ShownDifference } from './contract.ts';
import { CHANGE_LABELS } from './forms.ts';
import { KEEPERS, LEADERS } from './lifecycle/who.ts';
import { LIFECYCLE } from './lifecycle.ts';
import { type ListChange, STATUS_LABELS } from './model.ts';
import { changeById, type FoundChange, linesOf, publishedChange, unitPeriods } from './store.ts';

type Db = Pick<Platform, 'pool' | 'now'>;

function reading<T>({ pool, now }: Db, session: Session, read: (client: Queryable) => Promise<T>): Promise<T> {
  return inTransaction(pool, sessionPreamble(session, now()), read);
}

/** The lines of a proposal for the editor of its own unit; everybody else is told that there is nothing. */
export function draftOf(db: Db, session: Session, id: string): Promise<DraftView | null> {
  return reading(db, session, async (client) => {
    const found = await changeById(client, id);
    if (found === null || found.state.unitId !== session.organisationId) return null;
    const { list, status, reason, grounds, proposed } = found.state;
    const lines = await linesOf(client, session.organisationId, proposed.digest);
    return lines === null ? null : { list: list as KeptList, status, reason, grounds, lines, seq: found.seq };
  });
}

/** A change as the reader may see it: its unit everything, whose range covers the unit how far it has come, all others what was published. */
export function changeOf(db: Db, session: Session, id: string): Promise<ChangeView | null> {
  return reading(db, session, async (client) => {
    const found = await changeById(client, id);
    const published = await publishedChange(client, id);
    if (found === null) return published === null ? null : publishedView(client, id, published);
    const { state } = found;
    const plan = await planOf(client, db, session, state);
    const { added, changed, ended } = state.publication ?? state.proposed;
    const shown = published === null ? null : shownDifferences(published.differences);
    return {
      ...{ id, list: state.list as KeptList, unitId: state.unitId, unitName: await nameOf(client, state.unitId) },
      matter: matterOf(found, session, plan),
      counts: plan === null ? { added, changed, ended } : previewOf(plan).counts,
      publication: state.publication === null ? null : { on: state.publication.on, place: state.publication.place },
      preview: shown ?? (plan === null ? null : previewOf(plan)),
    };
  });
}

async function planOf(client: Queryable, db: Db, session: Session, state: ListChange): Promise<ChangePlan | null> {
  if (state.unitId !== session.organisationId || state.status === 'published' || state.status === 'withdrawn') return null;
  const lines = await linesOf(client, state.unitId, state.proposed.digest);
  if (lines === null) return null;
  const subject = { city: session.city, unitId: state.unitId, list: state.list as KeptList, today: shanghaiDay(db.now()) };
  return (await heldAgainst(client, subject, lines)).plan;
}

function matterOf({ state, seq }: FoundChange, session: Session, plan: ChangePlan | null): ChangeView['matter'] {
  const { status, reason, grounds } = state;
  const isOwn = state.unitId === session.organisationId;
  const from = LIFECYCLE.revise.from;
  const refusal = plan === null ? null : refusalOf(plan);
  return {
    ...{ status, statusName: STATUS_LABELS[status], reason, grounds, seq },
    mayEdit: isOwn && from !== 'start' && from.includes(status) && KEEPERS.includes(session.role),
    mayPublish: isOwn && status === 'approving' && LEADERS.includes(session.role),
    hindrance: refusal?.reason ?? null,
  };
}

type Differences = readonly ShownDifference[];

function shownDifferences(differences: Differences): NonNullable<ChangeView['preview']> {
  const none = { problems: [], problemCount: 0, stale: [], idle: [], backdated: 0 };
  return { ...none, differences: differences.slice(0, 500), differenceCount: differences.length };
}

async function publishedView(
  client: Queryable,
  id: string,
  published: NonNullable<Awaited<ReturnType<typeof publishedChange>>>,
): Promise<ChangeView> {
  const { organisationId: unitId, list, publishedOn: on, differences } = published;
  return {
    ...{ id, list, unitId, unitName: await nameOf(client, unitId), matter: null },
    counts: countsOf(published),
    publication: { on, place: null },
    preview: shownDifferences(differences),
  };
}

async function nameOf(client: Queryable, unitId: string): Promise<string> {
  return (await unitPeriods(client, unitId)).at(-1)?.name ?? '';
}

/** What a reader sees of a change, line by line, in full; null: nothing. */
export function changeRows(
  db: Db,
  session: Session,
  id: string,
): Promise<{ readonly name: string; readonly rows: readonly string[][] } | null> {
  return reading(db, session, async (client) => {
    const published = await publishedChange(client, id);
    const found = published === null ? await changeById(client, id) : null;
    const plan = found === null ? null : await planOf(client, db, session, found.state);
    const differences: Differences | undefined = published?.differences ?? plan?.differences;
    const list = published?.list ?? (found?.state.list as KeptList | undefined);
    if (differences === undefined || list === undefined) return null;
    return { name: `${LIST_LABELS[list]}调整`, rows: differences.flatMap(rowsOf) };
  });
}

export const EXPORT_TITLES = ['变化', '事项编码', '事项名称', '自何日起', '栏目', '原内容', '新内容'];

function rowsOf({ what, code, name, from, fields }: ShownDifference): string[][] {
  const start = [CHANGE_LABELS[what], code, name, from];
  return fields.length === 0 ? [[...start, '', '', '']] : fields.map((f) => [...start, f.label, f.before, f.after]);
}

/** What the reader's own unit has to enter and has not, and what it has entered without saying when it was published. */
export function missingOf(db: Db, session: Session, on: LocalDate): Promise<MissingView> {
  return reading(db, session, (client) => listsMissing(client, { city: session.city, organisationId: session.organisationId }, on));
}
