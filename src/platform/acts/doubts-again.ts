import {
  effectiveActs,
  type GuardDoubt,
  type Json,
  type LocalDate,
  lawDoubts,
  type MatterKind,
  type Need,
  type Profile,
  refold,
  rowOf,
  type StoredAct,
} from '#law';
import type { Client } from '../db.ts';
import type { LawContext } from '../law-context.ts';
import { registerFacts } from './load.ts';
import { withNeeds } from './load-needs.ts';
import { namedIn } from './parse-input.ts';

export type CorrectedReport = {
  readonly kind: MatterKind;
  readonly acts: readonly StoredAct[];
  readonly seq: number;
  readonly fields: Readonly<Record<string, Json>>;
  /** The corrected day; null: as it was. */
  readonly legalDate: LocalDate | null;
  readonly profile: Profile;
  readonly law: LawContext;
  readonly today: LocalDate;
};

/** The conditions of law of a reported act, asked again of what it says after a correction, by the registers of its day. */
export async function doubtsAgain(client: Client, c: CorrectedReport): Promise<readonly GuardDoubt[]> {
  const act = effectiveActs(c.acts).acts.find((a) => a.frame.seq === c.seq);
  const row = act === undefined ? null : rowOf(c.kind, act.frame.type);
  if (act === undefined || row === null) return [];
  const input = { ...act.payload.input, ...c.fields };
  const on = c.legalDate ?? act.frame.legalDate;
  const { actor } = act.frame;
  const state = refold(c.kind, before(c.acts, c.seq));
  const participants = state === null ? [] : c.kind.participants(state);
  const named = namedIn(c.kind.forms[act.frame.type] ?? {}, input);
  const organisations = [actor.organisationId, ...participants.map((p) => p.organisationId), ...named.organisations].filter(
    (id) => id !== null,
  );
  const persons = [actor.officerId, ...named.persons].filter((id) => id !== null);
  const facts = await withNeeds(
    client,
    registerFacts([], []),
    [
      ...organisations.map((key): Need => ({ register: 'organisation', key })),
      ...persons.map((key): Need => ({ register: 'certificates', key })),
      ...(row.needs?.(state, input as never) ?? []),
    ],
    on,
  );
  const { profile, today } = c;
  const { calendar } = c.law;
  const at = { state, input, actor, legalDate: on, today, facts, profile, calendar, participants, lastStepOn: null, reported: true };
  const doubts = lawDoubts(row, at);
  if (doubts === 'unknown') throw new Error(`${c.kind.kind} ${act.frame.type}: a guard lacks a register fact on the server`);
  return doubts;
}

/** The acts before one, with every correction that reaches them. */
function before(acts: readonly StoredAct[], seq: number): readonly StoredAct[] {
  return acts.filter((a) => a.frame.seq < seq || a.frame.type === 'platform.correct' || a.frame.type === 'platform.retract');
}
