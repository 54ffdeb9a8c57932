import type { FoundDoubt } from '#law/rules/judge';
import { type BulkAnswer, performBulk } from '#platform/acts/bulk';
import { type Client, inTransaction, sqlState } from '#platform/db';
import { inSlices } from '#platform/in-slices';
import { SYSTEM_PREAMBLE } from '#platform/session';
import { keptLaws } from '#registers/law-library';
import { judgeFresh, type Load, type LoadingDeps, sealedParty, storeJudged, storeParties } from './actions-fresh.ts';
import { unitsOf } from './loading/delegates.ts';
import { certificatesNamed, type Registers } from './loading/judge-rows.ts';
import { markerOf } from './loading/person.ts';
import { itemsAsked } from './loading/power-lists.ts';
import { type Incoming, keyOf, type Prepared, placeOf, prepare, toldInput, withLone } from './loading/prepare.ts';
import type { CellFault } from './reading/row-outcome.ts';
import { certificatesEver, decisionsAt, type KnownDecision, readOrganBook } from './store.ts';
import { askLateAgain, causeMark } from './store-cause-mark.ts';
import { delegatesEver } from './store-delegates.ts';
import { powerListsEver } from './store-lists.ts';
import { partiesKnown } from './store-members.ts';

export type { Load, LoadingDeps };

/** What became of one decision. differs: same organ, number and year as a record with other content, 疑似重复. */
export type LoadAnswer =
  | { readonly is: 'loaded'; readonly line: number; readonly matterId: string; readonly doubts: readonly FoundDoubt[] }
  | { readonly is: 'same'; readonly line: number; readonly matterId: string }
  | { readonly is: 'differs' | 'other-source'; readonly line: number; readonly matterId: string; readonly incoming: Prepared }
  | { readonly is: 'rejected'; readonly line: number; readonly faults: readonly CellFault[]; readonly organMark: string | null };

const SOMEBODY_WAS_FASTER = '23505';

/**
 * Takes in up to a few thousand decisions in one transaction: each new one becomes a record with its encrypted party and
 * its findings; one that is there already with the same content changes nothing. `alongside` commits with them.
 */
export async function loadDecisions(
  deps: LoadingDeps,
  load: Load,
  incoming: readonly Incoming[],
  alongside: (client: Client, answers: readonly LoadAnswer[]) => Promise<void>,
): Promise<readonly LoadAnswer[]> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await loadOnce(deps, load, incoming, alongside);
    } catch (error) {
      // Another load has just taken in one of these decisions: look again.
      if (sqlState(error) !== SOMEBODY_WAS_FASTER || attempt === 3) throw error;
    }
  }
}

async function loadOnce(
  deps: LoadingDeps,
  load: Load,
  incoming: readonly Incoming[],
  alongside: (client: Client, answers: readonly LoadAnswer[]) => Promise<void>,
): Promise<readonly LoadAnswer[]> {
  const { registers, mark, known, prepared } = await lookUp(deps, load, incoming);
  const sorted = sortOut(prepared, known);
  const fresh = sorted.flatMap((s) => (s.is === 'new' ? [s.prepared] : []));
  let answers: readonly LoadAnswer[] = [];
  await openRecords(deps, load, { registers, mark }, fresh, 0, async (client, opened, judged) => {
    answers = assemble(sorted, fresh, opened, judged);
    await alongside(client, answers);
  });
  return answers;
}

/**
 * Opens a record for each of these decisions, with its encrypted party and its findings, in one transaction. A serial
 * above 0: a person has said that it is another decision than the one that bears the same number.
 */
export async function openRecords(
  deps: LoadingDeps,
  load: Load,
  { registers, mark }: Pick<LookedUp, 'registers' | 'mark'>,
  fresh: readonly Prepared[],
  keySerial: number,
  alongside: (client: Client, opened: readonly BulkAnswer[], judged: ReadonlyMap<number, readonly FoundDoubt[]>) => Promise<void>,
): Promise<void> {
  const parties = await inSlices(fresh, (p) => sealedParty(deps, p));
  const judged = await judgeFresh(deps, load, registers, fresh);
  await performBulk(
    deps.platform,
    {
      session: load.session,
      kind: 'penalty-record',
      act: 'record',
      mode: 'reported',
      causeId: load.batchId,
      ...(load.turn === undefined ? {} : { turn: load.turn }),
      rows: fresh.map((p, i) => ({
        input: { organ: p.organ.id, keySerial, ...toldInput(p, parties[i]?.id ?? null) },
        legalDate: p.row.decidedOn,
        source: load.sourceOf(p.line),
      })),
    },
    async (client, opened) => {
      await storeParties(client, load.session.city, parties, opened);
      await storeJudged(client, deps, load, judged, opened);
      await alongside(client, opened, new Map(judged.map(({ p, judgement }) => [p.line, judgement.doubts])));
      const stored = opened.flatMap((o) => (o.ok ? [o.matterId] : []));
      await askLateAgain(client, load.session.city, mark, stored);
    },
  );
}

export type LookedUp = {
  readonly registers: Registers;
  /** Of what the registers are read, as it stood before they were. */
  readonly mark: string;
  readonly known: readonly KnownDecision[];
  readonly prepared: readonly ReturnType<typeof prepare>[];
};

/** What the registers and the records that are there already say about decisions that are to be taken in. */
export async function lookUp({ platform, sealing }: LoadingDeps, load: Load, incoming: readonly Incoming[]): Promise<LookedUp> {
  const { city, organisationId } = load.session;
  const marker = markerOf(sealing);
  return inTransaction(platform.pool, SYSTEM_PREAMBLE, async (client) => {
    const mark = await causeMark(client);
    const book = await readOrganBook(client, platform.pool, city, organisationId);
    const read = await inSlices(incoming, (one) => prepare(one, book, load.session, marker));
    const marks = read.flatMap((p) => ('organ' in p && p.marks.partyMark !== null ? [p.marks.partyMark] : []));
    const prepared = withLone(read, await partiesKnown(client, city, marks));
    const taken = prepared.flatMap((p) => ('organ' in p ? [p] : []));
    const known = await decisionsAt(client, city, taken.map(placeOf));
    const certificates = await certificatesEver(client, certificatesNamed(taken.map((p) => p.row)));
    const lists = await powerListsEver(client, itemsAsked(taken));
    const organs = [...new Set(taken.map((p) => p.organ.id))];
    const delegates = await delegatesEver(client, organs, unitsOf(certificates));
    const registers = { laws: (await keptLaws(client)).sources, certificates, lists, delegates };
    return { registers, mark, known, prepared };
  });
}

type Sorted =
  | { readonly is: 'new'; readonly prepared: Prepared }
  /** `of` is null where the decision it repeats stands in the same chunk. */
  | { readonly is: 'same' | 'differs' | 'other-source'; readonly prepared: Prepared; readonly of: string | null }
  | { readonly is: 'rejected'; readonly line: number; readonly faults: readonly CellFault[]; readonly organMark: string | null };

/** By organ, number and year: what nobody has reported yet, what is there already, what is there otherwise. */
function sortOut(prepared: LookedUp['prepared'], known: readonly KnownDecision[]): readonly Sorted[] {
  const there = new Map<string, Standing[]>();
  for (const k of known) there.set(keyOf(k), [...(there.get(keyOf(k)) ?? []), k]);
  return prepared.map((p): Sorted => {
    if (!('organ' in p)) return { is: 'rejected', ...p };
    const key = keyOf(placeOf(p));
    const others = there.get(key);
    const first = others?.[0];
    if (others === undefined || first === undefined) {
      const standing = {
        contentMark: p.marks.contentMark,
        otherMark: null,
        formerMarks: [],
        fileKind: p.row.source.fileKind,
        matterId: null,
      };
      there.set(key, [standing]);
      return { is: 'new', prepared: p };
    }
    const same = others.find((o) => marksKnown(o).includes(p.marks.contentMark));
    if (same !== undefined) return { is: 'same', prepared: p, of: same.matterId };
    const isOtherSource = others.every((o) => o.fileKind !== p.row.source.fileKind);
    return { is: isOtherSource ? 'other-source' : 'differs', prepared: p, of: first.matterId };
  });
}

type Standing = Pick<KnownDecision, 'contentMark' | 'otherMark' | 'formerMarks' | 'fileKind'> & { readonly matterId: string | null };

function marksKnown({ contentMark, otherMark, formerMarks }: Standing): readonly (string | null)[] {
  return [contentMark, otherMark, ...formerMarks];
}

function assemble(
  sorted: readonly Sorted[],
  fresh: readonly Prepared[],
  opened: readonly BulkAnswer[],
  judged: ReadonlyMap<number, readonly FoundDoubt[]>,
): readonly LoadAnswer[] {
  const byLine = new Map(fresh.map((p, i) => [p.line, opened[i]]));
  const byKey = new Map(fresh.map((p, i) => [keyOf(placeOf(p)), opened[i]]));
  return sorted.map((s): LoadAnswer => {
    if (s.is === 'rejected') return s;
    const { line } = s.prepared;
    const answer = s.is === 'new' ? byLine.get(line) : s.of === null ? byKey.get(keyOf(placeOf(s.prepared))) : null;
    if (answer === undefined) throw new Error('a decision without an answer');
    if (answer !== null && !answer.ok) return { is: 'rejected', line, faults: faultsOf(answer), organMark: null };
    const matterId = answer === null ? (s.is === 'new' ? null : s.of) : answer.matterId;
    if (matterId === null) throw new Error('a repeated decision without its first');
    if (s.is === 'new') return { is: 'loaded', line, matterId, doubts: judged.get(line) ?? [] };
    return s.is === 'same' ? { is: 'same', line, matterId } : { is: s.is, line, matterId, incoming: s.prepared };
  });
}

function faultsOf(answer: Exclude<BulkAnswer, { ok: true }>): readonly CellFault[] {
  if ('refusal' in answer) return [{ column: '处罚机关', index: null, value: '', reason: answer.refusal.reason }];
  return answer.problems.map(({ label, reason }) => ({ column: label, index: null, value: '', reason }));
}
