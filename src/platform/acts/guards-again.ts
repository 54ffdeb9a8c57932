import {
  type BaseState,
  cite,
  type DecisionCase,
  effectiveActs,
  formRefusals,
  type GuardDoubt,
  type Json,
  type LocalDate,
  lawDoubts,
  type MatterKind,
  type Need,
  type Profile,
  type Refusal,
  refold,
  refuse,
  rowOf,
  type StoredAct,
} from '#law';
import type { Client } from '../db.ts';
import type { LawContext } from '../law-context.ts';
import { type HeldParty, type PartySealing, partiesIn } from '../parties/hold.ts';
import type { Session } from '../session.ts';
import { citationFacts } from './citations.ts';
import type { Kinds } from './kinds.ts';
import { namedMatters } from './named-matters.ts';
import { neededFacts } from './needed-facts.ts';
import { namedIn } from './parse-input.ts';
import type { Platform, ReadEarlier, ReadLists } from './platform.ts';
import { registerFacts } from './register-facts.ts';

export type CorrectedAct = {
  readonly kinds: Kinds;
  readonly kind: MatterKind;
  readonly matterId: string;
  readonly acts: readonly StoredAct[];
  readonly seq: number;
  readonly fields: Readonly<Record<string, Json>>;
  /** The corrected day; null: as it was. */
  readonly legalDate: LocalDate | null;
  readonly profile: Profile;
  readonly law: LawContext;
  readonly today: LocalDate;
  readonly sealing?: PartySealing;
  readonly lists?: ReadLists;
  readonly earlier?: ReadEarlier;
  readonly session: Session;
  readonly lawSources?: Platform['lawSources'];
  /** Parties typed with the correction. */
  readonly held?: readonly HeldParty[];
};

export type AnsweredAgain =
  | { readonly ok: false; readonly refusal: Refusal }
  /** Conditions of law that the act does not meet as it now reads; null where it was and is in order. */
  | { readonly ok: true; readonly doubts: readonly GuardDoubt[] | null };

const BASIS = cite('行政处罚法', 47);

/**
 * The conditions of an act, asked again of what it says after a correction, by the registers of its day. A condition of
 * form refuses the correction. A condition of law never does, for the truth must be recorded: it becomes a doubt, as with
 * a reported act. What the act as first recorded would not meet either, by what is known today, is no fault of the correction.
 */
export async function guardsAgain(client: Client, c: CorrectedAct): Promise<AnsweredAgain> {
  const first = c.acts.find((a) => a.frame.seq === c.seq);
  const counted = effectiveActs(c.acts).acts.find((a) => a.frame.seq === c.seq);
  const row = first === undefined ? null : rowOf(c.kind, first.frame.type);
  if (first === undefined || counted === undefined || row === null) return { ok: true, doubts: null };
  const state = refold(c.kind, before(c.acts, c.seq));
  const now = await caseOf(client, c, state, { ...counted.payload.input, ...c.fields }, c.legalDate ?? counted.frame.legalDate, counted);
  const then = await caseOf(client, c, state, first.payload.input, first.frame.legalDate, first);
  if ('refused' in now) return { ok: false, refusal: now };
  const known = 'refused' in then ? null : then;
  const unmet = known === null ? [] : formRefusals(row, known).map((r) => r.refused);
  const refusal = formRefusals(row, now).find((r) => !unmet.includes(r.refused));
  if (refusal !== undefined) return { ok: false, refusal };
  const doubts = asked(c, first, lawDoubts(row, now));
  if (first.frame.mode === 'reported') return { ok: true, doubts };
  const atFirst = known === null ? [] : asked(c, first, lawDoubts(row, known));
  const fresh = doubts.filter((d) => !atFirst.some((old) => old.guard === d.guard && old.code === d.code));
  return { ok: true, doubts: fresh.length === 0 && (counted.payload.doubts ?? []).length === 0 ? null : fresh };
}

function asked(c: CorrectedAct, act: StoredAct, doubts: readonly GuardDoubt[] | 'unknown'): readonly GuardDoubt[] {
  if (doubts === 'unknown') throw new Error(`${c.kind.kind} ${act.frame.type}: a guard lacks a register fact on the server`);
  return doubts;
}

/** The act with this input on this day, as the pipeline would decide it; a refusal where it names a matter that is not there. */
async function caseOf(
  client: Client,
  c: CorrectedAct,
  state: BaseState | null,
  input: Readonly<Record<string, Json>>,
  on: LocalDate,
  act: StoredAct,
): Promise<DecisionCase | Refusal> {
  const row = rowOf(c.kind, act.frame.type);
  const { actor } = act.frame;
  const participants = state === null ? [] : c.kind.participants(state);
  const named = namedIn(c.kind.forms[act.frame.type] ?? {}, input);
  const organisations = [actor.organisationId, ...participants.map((p) => p.organisationId), ...named.organisations].filter(
    (id) => id !== null,
  );
  const persons = [actor.officerId, ...named.persons].filter((id) => id !== null);
  const needs = row?.needs?.(state, input as never, actor) ?? [];
  const linked = await namedMatters(client, c.kinds, c.matterId, named.matters);
  if (linked.problem !== null) return refuse('no-such-matter', BASIS, `${linked.problem.label}：${linked.problem.reason}`);
  const typed = partiesIn(c.kind.forms[act.frame.type] ?? {}, input);
  const facts = await neededFacts(client, {
    platform: c,
    by: c.session,
    matterId: c.matterId,
    needs: [
      ...organisations.map((key): Need => ({ register: 'organisation', key })),
      ...persons.map((key): Need => ({ register: 'certificates', key })),
      ...typed.map(({ id }): Need => ({ register: 'party', key: id })),
      ...needs,
    ],
    on,
    registers: registerFacts([], []),
    matters: linked.facts,
    held: c.held ?? [],
  });
  const cited = row === null ? {} : await citationFacts(client, sourcesOf(c), c.kind, row, { state, input }, on);
  return {
    ...{ state, input, actor, legalDate: on, today: c.today, facts: { ...facts, ...cited }, profile: c.profile },
    ...{ calendar: c.law.calendar, participants, lastStepOn: null, reported: act.frame.mode === 'reported' },
  };
}

const sourcesOf = ({ lawSources }: CorrectedAct): Pick<Platform, 'lawSources'> => (lawSources === undefined ? {} : { lawSources });

/** The acts before one, with every correction that reaches them. */
function before(acts: readonly StoredAct[], seq: number): readonly StoredAct[] {
  return acts.filter((a) => a.frame.seq < seq || a.frame.type === 'platform.correct' || a.frame.type === 'platform.retract');
}
