import { addMonths, extractLawCitations, type LocalDate, normaliseCode, penaltyNames } from '#law';
import type { FinedAct, FinesOfOneParty, LikeCases, ToldDecision } from '#law/rules/index';
import { FILE_KIND_LABELS, type PenaltyRow } from '../model.ts';
import { RankedCounts } from './ranked-counts.ts';

/** Most other fines of one party that D05 looks at, the latest before the decision. */
const MOST_PEERS = 200;
/** Months before the decision in which Q05 compares. */
const WINDOW_MONTHS = 24;

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

export function finedAct(row: PenaltyRow): FinedAct {
  return {
    number: row.number.key,
    organ: row.organ.name,
    fineFen: row.fineFen,
    decidedOn: row.decidedOn,
    conduct: plainOrNull(row.conduct),
    narrative: plainOrNull(row.facts),
    actStartedOn: row.extension.actStartedOn,
    actEndedOn: row.extension.actEndedOn,
  };
}

/** What makes two decisions alike in the layout: conduct, articles cited, kind of party. null: not enough is given. */
export function likenessKey(row: PenaltyRow): string | null {
  const conduct = plainOrNull(row.conduct);
  if (conduct === null || row.basis === null || row.party.kind === null) return null;
  const places = placesIn(row.basis);
  return places === '' ? null : `${conduct}|${places}|${row.party.kind === 'person' ? '自然人' : '单位'}`;
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

/** Each row with the other fines of its party in the same set, in the order of the rows. */
export function finesOfOneParty(rows: readonly PenaltyRow[]): readonly FinesOfOneParty[] {
  const acts = rows.map(finedAct);
  const parties = grouped(rows, partyKey);
  for (const list of parties.values()) list.sort((a, b) => ((acts[a]?.decidedOn ?? '') < (acts[b]?.decidedOn ?? '') ? -1 : 1));
  const answers: FinesOfOneParty[] = acts.map((fined) => ({ fined, sameParty: null }));
  for (const list of parties.values()) {
    for (const [place, index] of list.entries()) {
      const fined = acts[index];
      if (fined === undefined) continue;
      // Those of the same day may stand behind it in the list.
      const near = list.slice(Math.max(0, place - MOST_PEERS), place + MOST_PEERS);
      answers[index] = { fined, sameParty: near.flatMap((i) => (i === index ? [] : (acts[i] ?? []))) };
    }
  }
  return answers;
}

/** Each row with what the like cases of the same set before it were fined, in the order of the rows. */
export function likeCases(rows: readonly PenaltyRow[]): readonly LikeCases[] {
  const answers: LikeCases[] = rows.map((row) => ({
    fineFen: row.fineFen,
    decidedOn: row.decidedOn,
    others: null,
    likeness: likeness(row),
  }));
  for (const list of grouped(rows, likenessKey).values()) compare(list, answers);
  return answers;
}

/** Walks the group by date with a window behind it; decisions of one day count for each other. */
function compare(list: number[], answers: LikeCases[]): void {
  const fined = list
    .flatMap((index) => {
      const { fineFen, decidedOn } = answers[index] ?? {};
      return fineFen === undefined || fineFen === null || fineFen <= 0 || decidedOn === undefined ? [] : [{ index, fineFen, decidedOn }];
    })
    .sort((a, b) => (a.decidedOn < b.decidedOn ? -1 : a.decidedOn > b.decidedOn ? 1 : 0));
  if (fined.length < 2) return;
  const window = new RankedCounts(fined.map((f) => f.fineFen));
  let entering = 0;
  let leaving = 0;
  for (const { index, fineFen, decidedOn } of fined) {
    for (let next = fined[entering]; next !== undefined && next.decidedOn <= decidedOn; next = fined[++entering]) window.add(next.fineFen);
    const since = windowStart(decidedOn);
    for (let last = fined[leaving]; last !== undefined && last.decidedOn < since; last = fined[++leaving]) window.remove(last.fineFen);
    const answer = answers[index];
    window.remove(fineFen);
    if (answer !== undefined && window.size > 0) answers[index] = { ...answer, others: { cases: window.size, medianFen: window.median() } };
    window.add(fineFen);
  }
}

const starts = new Map<LocalDate, LocalDate>();

function windowStart(decidedOn: LocalDate): LocalDate {
  const known = starts.get(decidedOn);
  if (known !== undefined) return known;
  if (starts.size >= MOST_KEPT) starts.clear();
  const start = addMonths(decidedOn, -WINDOW_MONTHS);
  starts.set(decidedOn, start);
  return start;
}

function likeness(row: PenaltyRow): string {
  return `违法行为类型“${row.conduct ?? '未载'}”、处罚依据和当事人类别相同（${penaltyNames(row.penalty.kinds) || '种类未载'}）`;
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

/** Without brackets' width, spaces and punctuation: the form in which names and texts are compared. */
function plain(text: string): string {
  return text.normalize('NFKC').replace(/[\s\p{P}]/gu, '');
}

function plainOrNull(text: string | null): string | null {
  const words = text === null ? '' : plain(text);
  return words === '' ? null : words;
}
