import { type LocalDate, localDate } from '#law';
import type { PartyKind, PenaltyKind, PenaltyRow } from '../model.ts';
import { likenessKey, partyKey } from '../rules/index.ts';

/** Narratives of fewer characters agree by chance; D05 asks for their length. */
const TELLING = 30;

/**
 * Stands for 违法事实 where only its sameness is asked: as long as the narrative where its length counts, and telling
 * nothing of what it says.
 */
export function narrativeMark(facts: string | null, marker: (text: string) => string): string | null {
  const plain = facts === null ? '' : facts.normalize('NFKC').replace(/[\s\p{P}]/gu, '');
  if (plain === '') return null;
  const mark = marker(`facts ${plain}`)
    .replace(/[^0-9A-Za-z]/g, '')
    .slice(0, 20);
  return plain.length >= TELLING ? mark.padEnd(TELLING, '0') : mark;
}

/** What comparing asks of a decision, and nothing else of it. */
export type Comparable = {
  /** Who is fined, as a mark. */
  readonly party: string | null;
  readonly partyKind: PartyKind | null;
  readonly number: string;
  readonly numberKey: string;
  readonly organ: string;
  readonly decidedOn: LocalDate;
  readonly fineFen: number | null;
  readonly kinds: readonly PenaltyKind[];
  /** What makes two decisions alike. */
  readonly likeness: string | null;
  readonly conduct: string | null;
  readonly basis: string | null;
  readonly narrative: string | null;
  readonly actStartedOn: LocalDate | null;
  readonly actEndedOn: LocalDate | null;
};

/** As a row again, for the comparing rules: the mark stands where the party's code would. */
export function comparableRow(c: Comparable): PenaltyRow {
  // Written out, not spread: this runs for every row of a file, and spreading large objects is ten times slower.
  return {
    party: {
      name: '',
      kind: c.partyKind,
      uscc: c.party,
      businessRegistration: null,
      organisationCode: null,
      taxRegistration: null,
      institutionCertificate: null,
      socialOrganisationCertificate: null,
      legalRepresentative: null,
      legalRepresentativeIdKind: null,
      legalRepresentativeIdNumber: null,
      idKind: null,
      idNumber: null,
    },
    number: { text: c.number, key: c.numberKey, year: null, serial: null },
    conduct: c.conduct,
    facts: c.narrative,
    basis: c.basis,
    penalty: { text: '', kinds: c.kinds, unclear: [] },
    content: null,
    fineFen: c.fineFen,
    confiscatedFen: null,
    licence: null,
    decidedOn: c.decidedOn,
    validUntil: null,
    publicUntil: null,
    organ: { name: c.organ, uscc: null },
    dataSource: null,
    remark: null,
    extension: c.actStartedOn === null && c.actEndedOn === null ? NO_EXTENSION : actDays(c),
    source: SOURCE,
  };
}

function actDays({ actStartedOn, actEndedOn }: Pick<Comparable, 'actStartedOn' | 'actEndedOn'>): PenaltyRow['extension'] {
  return {
    procedure: null,
    filedOn: null,
    actStartedOn,
    actEndedOn,
    discoveredOn: null,
    officers: null,
    servedOn: null,
    publishedOn: null,
    recordFiledOn: null,
    itemCode: null,
    handler: null,
  };
}

/** Keeps of each row what comparing asks; texts that repeat are kept once, and none keeps the file's buffer alive. */
export function comparables(marker: (text: string) => string): (row: PenaltyRow) => Comparable {
  const kept = new Map<string, string>();
  const once = <T extends string | null>(text: T): T | string => {
    if (text === null) return text;
    const known = kept.get(text);
    if (known !== undefined) return known;
    const copy = own(text);
    if (kept.size < MOST_KEPT) kept.set(copy, copy);
    return copy;
  };
  const kindSets = new Map<string, readonly PenaltyKind[]>();
  const onceKinds = (kinds: readonly PenaltyKind[]) => {
    const known = kindSets.get(kinds.join()) ?? kinds;
    kindSets.set(kinds.join(), known);
    return known;
  };
  return (row) => {
    const who = partyKey(row);
    return {
      party: who === null ? null : marker(who),
      partyKind: row.party.kind,
      number: own(row.number.text),
      numberKey: own(row.number.key),
      organ: once(row.organ.name),
      decidedOn: localDate(once(row.decidedOn)),
      fineFen: row.fineFen,
      kinds: onceKinds(row.penalty.kinds),
      likeness: once(likenessKey(row)),
      conduct: once(row.conduct),
      basis: once(row.basis),
      narrative: narrativeMark(row.facts, marker),
      actStartedOn: row.extension.actStartedOn,
      actEndedOn: row.extension.actEndedOn,
    };
  };
}

const MOST_KEPT = 20_000;

/** A copy that is no slice of a longer text. */
function own(text: string): string {
  return Buffer.from(text, 'utf8').toString('utf8');
}

const NO_DAYS = { actStartedOn: null, actEndedOn: null };
const NO_EXTENSION: PenaltyRow['extension'] = actDays(NO_DAYS);
const SOURCE: PenaltyRow['source'] = { fileKind: 'publicity' };
