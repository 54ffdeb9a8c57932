import { extractLawCitations, normaliseCode, type PenaltyKind, penaltyNames } from '#law';
import type { FinedAct, FinesOfOneParty, LikeCases, ToldDecision } from '#law/rules/index';
import { FILE_KIND_LABELS, type PenaltyRow } from '../model.ts';
import { EarlierFines, inOrder } from './earlier-fines.ts';
import { LikeWindow } from './like-window.ts';
import { plain } from './plain.ts';

/**
 * Who is fined, for comparing decisions; null where nobody can be told apart by what the row gives: a name alone is no
 * identity for a person, and a masked number is none at all.
 */
export function partyKey({ party }: PenaltyRow): string | null {
  if (party.uscc !== null && !/[*xX]{4}/.test(party.uscc)) return `code:${normaliseCode(party.uscc)}`;
  if (party.kind === 'person') {
    const number = party.idNumber === null ? null : normaliseCode(party.idNumber);
    return number === null || number.includes('*') ? null : `person:${party.name}|${number}`;
  }
  return party.kind === 'organisation' ? `name:${plain(party.name)}` : null;
}

/** The same decision across sources: organ, 文号 and year. */
export function decisionKey(row: PenaltyRow): string {
  const organ = row.organ.uscc === null ? plain(row.organ.name) : normaliseCode(row.organ.uscc);
  return `${organ}|${row.number.key}|${row.number.year ?? row.decidedOn.slice(0, 4)}`;
}

/** A decision of a file as a fine that is compared. */
export function finedAct(row: PenaltyRow): FinedAct {
  const { actStartedOn, actEndedOn } = row.extension;
  const { conduct, facts, fineFen, decidedOn } = row;
  return finedOf({
    id: null,
    number: row.number.key,
    written: row.number.text,
    organ: row.organ.name,
    fineFen,
    decidedOn,
    conduct,
    narrative: facts,
    actStartedOn,
    actEndedOn,
  });
}

/** The same of texts as they are written. */
export function finedOf(written: FinedAct): FinedAct {
  return { ...written, conduct: conductKey(written.conduct), narrative: plainOrNull(written.narrative) };
}

/** What makes two decisions alike in the layout: conduct, articles cited, kind of party. null: not enough is given. */
export function likenessKey(row: PenaltyRow): string | null {
  const conduct = conductKey(row.conduct);
  if (conduct === null || row.basis === null || row.party.kind === null) return null;
  const places = placesIn(row.basis);
  return places === '' ? null : `${conduct}|${places}|${row.party.kind === 'person' ? '自然人' : '单位'}`;
}

const conductKeys = new Map<string, string | null>();

/** 违法行为类型 as it is compared: thousands of decisions share a few words. */
export function conductKey(conduct: string | null): string | null {
  if (conduct === null) return null;
  const known = conductKeys.get(conduct);
  if (known !== undefined) return known;
  const key = plainOrNull(conduct);
  if (conductKeys.size >= MOST_KEPT) conductKeys.clear();
  conductKeys.set(conduct, key);
  return key;
}

const readPlaces = new Map<string, string>();
const MOST_KEPT = 10_000;

/** Laws and articles of a text of 处罚依据, each once and in order; thousands of decisions share a few texts. */
function placesIn(basis: string): string {
  const known = readPlaces.get(basis);
  if (known !== undefined) return known;
  const places = [...new Set(extractLawCitations(basis).map((c) => `${c.name}${c.article ?? ''}`))].sort().join('+');
  if (readPlaces.size >= MOST_KEPT) readPlaces.clear();
  readPlaces.set(basis, places);
  return places;
}

export function toldDecision(row: PenaltyRow): ToldDecision {
  return {
    source:
      row.dataSource === null
        ? FILE_KIND_LABELS[row.source.fileKind]
        : `${FILE_KIND_LABELS[row.source.fileKind]}（${row.dataSource.name}）`,
    fineFen: row.fineFen,
    confiscatedFen: row.confiscatedFen,
    kinds: row.penalty.kinds,
    decidedOn: row.decidedOn,
    party: plain(row.party.name),
  };
}

/** Each row with the fines of its party before it in the same set, in the order of the rows. */
export function finesOfOneParty(rows: readonly PenaltyRow[]): readonly FinesOfOneParty[] {
  const answers: FinesOfOneParty[] = rows.map((row) => ({ fined: finedAct(row), sameParty: null }));
  answerTogether(grouped(rows, partyKey).values(), answers, (those) => finesTogether(those.map(({ fined }) => fined)));
  return answers;
}

/** Fines of one party, each with those before it, in the order given. */
export function finesTogether(fines: readonly FinedAct[]): readonly FinesOfOneParty[] {
  const answers: FinesOfOneParty[] = [];
  const earlier = new EarlierFines();
  const inTime = fines.map((fined, place) => ({ fined, place })).sort((a, b) => inOrder(a.fined, b.fined));
  for (const { fined, place } of inTime) answers[place] = earlier.next(fined);
  return answers;
}

function answerTogether<A>(groups: Iterable<readonly number[]>, answers: A[], together: (those: readonly A[]) => readonly A[]): void {
  for (const places of groups) {
    const those = places.flatMap((place) => answers[place] ?? []);
    for (const [i, answer] of together(those).entries()) {
      const place = places[i];
      if (place !== undefined) answers[place] = answer;
    }
  }
}

/** Each row with what the like cases of the same set before it were fined, in the order of the rows. */
export function likeCases(rows: readonly PenaltyRow[]): readonly LikeCases[] {
  const answers = rows.map(aloneLike);
  answerTogether(grouped(rows, likenessKey).values(), answers, likesTogether);
  return answers;
}

/** Like cases, each with what those before it were fined, in the order given. */
export function likesTogether(cases: readonly LikeCases[]): readonly LikeCases[] {
  const answers = [...cases];
  const fined = cases
    .flatMap(({ fineFen, decidedOn }, place) => (fineFen === null || fineFen <= 0 ? [] : [{ place, fineFen, decidedOn }]))
    .sort((a, b) => (a.decidedOn < b.decidedOn ? -1 : a.decidedOn > b.decidedOn ? 1 : 0));
  const window = new LikeWindow(fined.map(({ decidedOn, fineFen }) => ({ decidedOn, fineFen, cases: 1 })));
  for (const { place, fineFen, decidedOn } of fined) {
    const asked = cases[place];
    if (asked === undefined) continue;
    const { likeness } = asked;
    answers[place] = { fineFen, decidedOn, others: window.othersOf(decidedOn, fineFen), likeness };
  }
  return answers;
}

/** A decision about which no like cases have been looked for. */
export function aloneLike(row: PenaltyRow): LikeCases {
  return { fineFen: row.fineFen, decidedOn: row.decidedOn, others: null, likeness: likenessWords(row.conduct, row.penalty.kinds) };
}

/** What is compared, in words. */
export function likenessWords(conduct: string | null, kinds: readonly PenaltyKind[]): string {
  return `违法行为类型“${conduct ?? '未载'}”、处罚依据和当事人类别相同（${penaltyNames(kinds) || '种类未载'}）`;
}

function grouped(rows: readonly PenaltyRow[], keyOf: (row: PenaltyRow) => string | null): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  for (const [index, row] of rows.entries()) {
    const key = keyOf(row);
    if (key === null) continue;
    const list = groups.get(key);
    if (list === undefined) groups.set(key, [index]);
    else list.push(index);
  }
  return groups;
}

function plainOrNull(text: string | null): string | null {
  const words = text === null ? '' : plain(text);
  return words === '' ? null : words;
}
