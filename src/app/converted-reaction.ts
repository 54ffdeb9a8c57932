import { ORDINARY_PENALTY } from '#enforcement/ordinary-penalty';
import { SUMMARY_PENALTY, type SummaryPenalty } from '#enforcement/summary-penalty';
import { type Json, type PartyDetails, partyKindOf } from '#law';
import { type Evidence, evidenceOf, type Recording, recordingsOf } from '#law/evidence/index';
import { perform } from '#platform/acts/perform';
import { sessionOfHeldPost } from '#platform/identity/held-post';
import type { OutboxItem } from '#platform/outbox';
import type { Session } from '#platform/session';
import { copiesOf, doneAt, filesByAct, isGoneOn, partyOf } from './carried-matter.ts';
import type { Opened } from './opened.ts';

type Input = Readonly<Record<string, Json>>;

/**
 * What could not be decided on the spot goes on as an ordinary case of whoever converted it, with everything that was typed
 * and taken there, so that nobody types it again (处罚法 54, 57). Told of by a unit with a system of its own, it goes on there.
 * A post that is no longer held opens nothing: then the case is entered by hand, naming the one it comes from.
 */
export async function goOnInOrdinary(opened: Opened, item: OutboxItem): Promise<void> {
  const { platform, identity } = opened;
  const found = await doneAt<SummaryPenalty>(opened, item);
  if (found === null || found.mode !== 'performed' || found.account === null || found.post === null) return;
  const session = await sessionOfHeldPost(identity, found.account, found.post);
  if (session === null || (await isGoneOn(opened, item.matter_id))) return;
  const details = await partyOf(opened, item.matter_id, found.state.party.id);
  if (details === null) return;
  const attached = await copiedFiles(opened, item, session, await attachedNow(opened, item.matter_id));
  const answer = await perform(platform, {
    by: session,
    kind: ORDINARY_PENALTY.kind,
    act: 'open-converted',
    matterId: null,
    input: carried(item.matter_id, found.state, details, attached),
    idempotencyKey: `converted-${item.matter_id}`,
  });
  // Conditions of opening that no longer hold are the handler's to see to, by hand.
  if (!answer.ok && answer.error !== 'refused') throw new Error(`open-converted: ${JSON.stringify(answer)}`);
}

function carried(id: string, s: SummaryPenalty, party: PartyDetails, { pieces, recordings, others }: Attached): Input {
  return {
    ...{ fromSummary: id, reason: s.instead?.reason ?? '', party, isEnterprise: partyKindOf(party.kind) !== 'person' },
    ...{ officers: s.officerIds, cause: s.conduct, narrative: narrativeOf(s), place: s.place, actOn: s.actOn, discoveredOn: s.openedOn },
    ...{ itemCode: s.itemCode, basis: s.basis, materials: orNull(others) },
    pieces: orNull(evidenceOf(s).map((e, i) => ({ ...carriedPiece(e), papers: orNull(pieces[i] ?? []) }))),
    recordings: orNull(recordingsOf(s).map((r, i) => ({ ...carriedRecording(r), papers: orNull(recordings[i] ?? []) }))),
  };
}

const orNothing = (words: string): string | null => (words === '' ? null : words);
const orNull = <T>(list: readonly T[]): readonly T[] | null => (list.length === 0 ? null : list);

function carriedPiece(e: Evidence): Input {
  const { kind, name, source, on, how, isLawful, monitoring } = e;
  return {
    ...{ kind, name, proves: e.proves ?? null, source, place: e.place ?? null, on, how, form: e.form ?? null, isLawful },
    ...{ device: monitoring?.device ?? null, reviewed: monitoring?.reviewed ?? null },
    ...{ published: monitoring?.published ?? null, checked: monitoring?.checked ?? null },
    ...{ officers: e.collectorIds, unsigned: e.unsigned ?? null, late: e.late ?? null },
    custody: orNull((e.custody ?? []).map((one) => ({ ...one, place: orNothing(one.place) }))),
    looks: orNull((e.looks ?? []).map((one) => ({ ...one }))),
  };
}

function carriedRecording({ on, stage, from, until, device, told, gaps, late, officerIds }: Recording): Input {
  return { on, stage, from, until, device, told, gaps, late, officers: officerIds };
}

/** What was found there, and what the party had to say. */
function narrativeOf({ facts, violated, hearing }: SummaryPenalty): string {
  const said = hearing?.made === true ? `\n当事人现场陈述、申辩：${hearing.words ?? ''}` : '';
  return `${facts}\n现场认为违反的规定：${violated}${said}`;
}

/** Files by what they were attached as: of each piece, of each recording, and the others, in their order. */
type Attached = {
  readonly pieces: readonly (readonly string[])[];
  readonly recordings: readonly (readonly string[])[];
  readonly others: readonly string[];
};

/** What counts today; covered copies are not carried on. */
async function attachedNow(opened: Opened, matterId: string): Promise<Attached> {
  const named = await filesByAct(opened, SUMMARY_PENALTY, matterId);
  const of = (type: string) => named.filter((one) => one.type === type).map(({ files }) => files);
  const others = named.filter(({ type }) => !NOT_MATERIALS.includes(type)).flatMap(({ files }) => files);
  return { pieces: of('evidence'), recordings: of('record-av'), others };
}
const NOT_MATERIALS: readonly string[] = ['evidence', 'record-av', 'attach-redacted'];

/** The same files as the ordinary case's own. */
async function copiedFiles(opened: Opened, item: OutboxItem, by: Session, now: Attached): Promise<Attached> {
  const again = await copiesOf(opened, item, by, [...now.pieces.flat(), ...now.recordings.flat(), ...now.others]);
  return { pieces: now.pieces.map(again), recordings: now.recordings.map(again), others: again(now.others) };
}
