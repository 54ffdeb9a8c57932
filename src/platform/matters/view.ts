import {
  type BaseState,
  type CitationNote,
  type DecisionCase,
  isPlatformAct,
  LABEL_LABELS,
  type LocalDate,
  type MatterKind,
  refold,
  rowOf,
  type StoredAct,
  shanghaiDay,
} from '#law';
import { citationNotes } from '../acts/citations.ts';
import { cohortOf } from '../acts/ids.ts';
import { type Loaded, load } from '../acts/load.ts';
import { withNeeds } from '../acts/load-needs.ts';
import type { Platform } from '../acts/perform.ts';
import { asStored, readActs } from '../acts/stored-acts.ts';
import { type Client, inTransaction, rows } from '../db.ts';
import { takesParties } from '../parties/numbers.ts';
import { READS_PARTIES } from '../parties/whole.ts';
import { actingPost, isUuid, type Session, sessionPreamble } from '../session.ts';

import { actsOf } from './act-offers.ts';
import { clockView } from './clock-view.ts';
import { peopleOf } from './people-of.ts';
import { quotedOf } from './quoted-number.ts';
import { namesOf, sideRows } from './side-rows.ts';
import { taskConditions } from './task-conditions.ts';
import { insideOf, isTold, mainLine, shownState, timeline, tookPartThen } from './timeline.ts';

export type ViewOptions = { readonly asOf: LocalDate | null; readonly knownOn: LocalDate | null };

/**
 * Everything the page of one matter shows, as the reader may see it; null when there is none in the reader's sight.
 * `asOf`: effective acts with a legal date up to that day. `knownOn`: acts recorded up to that day.
 */
export async function matterView(platform: Platform, session: Session, id: string, options: ViewOptions) {
  if (!isUuid(id)) return null;
  return inTransaction(platform.pool, sessionPreamble(session, platform.now()), async (client) => {
    const [found] = await rows<{ kind: string }>(client, 'select kind from matter where id = $1 and cohort = $2', [id, cohortOf(id)]);
    const kind = found === undefined ? undefined : platform.kinds.get(found.kind);
    if (kind === undefined) return null;
    return viewOf(client, platform, session, kind, id, options);
  });
}

async function viewOf(client: Client, platform: Platform, session: Session, kind: MatterKind, id: string, options: ViewOptions) {
  const today = shanghaiDay(platform.now());
  const actor = actingPost(session);
  const cohort = cohortOf(id);
  const loaded = await load(client, {
    pool: platform.pool,
    how: 'look',
    kind: kind.kind,
    matterId: id,
    cohort,
    actor,
    organisations: [],
    persons: [],
    files: [],
    on: today,
    caller: null,
    key: null,
  });
  if (loaded.matter === null) return null;
  const acts = await readActs(client, id, cohort);
  const stored = acts.map(asStored).filter((a) => a !== null);
  const shown = stored.filter((a) => isShown(a, options));
  const past = options.asOf !== null || options.knownOn !== null;
  const state = past ? refold(kind, shown) : loaded.matter.state;
  if (state === null || (past && !tookPartThen(session, loaded, kind, state))) return null;
  const side = await sideRows(client, session, id);
  const names = await namesOf(client, session, loaded, kind, stored);
  const inside = insideOf(session, loaded, kind, state);
  const visibleState = shownState(kind, state, inside);
  const name = (organisationId: string): string => names.organisations.get(organisationId) ?? '（已撤销的单位）';
  const asked: DecisionCase = {
    state,
    input: null,
    actor,
    legalDate: today,
    today,
    facts: past ? loaded.facts : await withNeeds(client, loaded.facts, kind.asksAbout?.(state) ?? [], today),
    profile: profileOf(platform, loaded),
    calendar: platform.law().calendar,
    participants: loaded.participants,
    lastStepOn: loaded.matter.last_step_on,
    reported: false,
  };
  return {
    id,
    kind: kind.kind,
    kindName: kind.name,
    title: kind.title(state),
    number: quotedOf(kind, visibleState === state ? state : null, side.documents),
    status: state.status,
    statusName: kind.statuses[state.status] ?? state.status,
    closed: kind.closed.includes(state.status),
    label: LABEL_LABELS[loaded.matter.label],
    seq: loaded.matter.seq,
    openedOn: loaded.matter.opened_on,
    closedOn: loaded.matter.closed_on,
    past,
    mainLine: mainLine(kind, shown, state),
    timeline: timeline(kind, acts, shown, side, names, inside),
    state: visibleState,
    officers: visibleState === state ? Object.fromEntries(names.officers) : {},
    parties: kind
      .participants(state)
      .map((p) => ({ organisationId: p.organisationId, name: name(p.organisationId), as: p.as, asName: kind.parties[p.as] ?? p.as })),
    people: peopleOf(kind, shown, READS_PARTIES.includes(session.role) && loaded.matter.home_id === session.organisationId),
    citations: past ? [] : await notesOn(client, platform, kind, state, today, inside),
    clocks: past ? [] : loaded.clocks.filter(isTold(session, loaded, kind)).map((c) => clockView(kind, c, today, name)),
    tasks: past
      ? []
      : loaded.tasks.map((t, i) => ({
          ...taskWords(kind, t, i, inside),
          organisationId: t.organisation_id,
          organisationName: name(t.organisation_id),
          dueOn: t.due_on,
          mine: isMine(session, t),
          conditions: taskConditions(kind, t, session, inside, asked),
        })),
    documents: side.documents,
    hasCaseFile: kind.caseFile !== undefined && !past,
    asksReason: takesParties(kind) && loaded.matter.home_id !== session.organisationId,
    files: side.files,
    links: side.links.map((l) => ({ ...l, kindName: platform.kinds.get(l.kind)?.name ?? l.kind })),
    acts: past ? [] : actsOf(kind, asked),
  };
}

/** That another house is at work is told; which of its inner steps it has come to is not. */
function taskWords(kind: MatterKind, task: Loaded['tasks'][number], i: number, inside: (party: string | undefined) => boolean) {
  const { key, title, act, roles } = task;
  return inside(rowOf(kind, act)?.inside)
    ? { key, title, act, roles }
    : { key: `inside/${i}`, title: '本单位内部办理', act: '', roles: [] };
}

function isMine(session: Session, task: Loaded['tasks'][number]): boolean {
  if (task.organisation_id !== session.organisationId) return false;
  if (task.post_id !== null) return task.post_id === session.postId;
  return task.roles.includes(session.role) || (session.officerId !== null && task.officers.includes(session.officerId));
}

/** For whoever may look inside the drafting. */
async function notesOn(
  client: Client,
  platform: Platform,
  kind: MatterKind,
  state: BaseState,
  today: LocalDate,
  inside: (party: string | undefined) => boolean,
): Promise<readonly CitationNote[]> {
  const checked = Object.values(kind.lifecycle).find((row) => row.checksCitations === true);
  return checked === undefined || kind.closed.includes(state.status) || !inside(checked.inside)
    ? []
    : citationNotes(client, platform, kind, state, today);
}

function profileOf(platform: Platform, loaded: Loaded) {
  const profile = loaded.matter === null ? null : platform.law().currentProfile(loaded.matter.city);
  if (profile === null) throw new Error('a matter of a city without a profile');
  return profile;
}

function isShown(act: StoredAct, options: ViewOptions): boolean {
  if (options.knownOn !== null && shanghaiDay(Date.parse(act.frame.recordedAt)) > options.knownOn) return false;
  return options.asOf === null || isPlatformAct(act.frame.type) || act.frame.legalDate <= options.asOf;
}
