import {
  articleNumber,
  type CertificateFact,
  type CitedLaw,
  citedLaws,
  type LawSources,
  type LocalDate,
  type OrganisationFact,
} from '#law';
import type { OfficerOnCase, PenaltyFacts, PublicText, RecordedDay, RecordedDays, ReportedId } from '#law/rules/index';
import { statedFineFen } from './cells-stated-fine.ts';
import type { PenaltyExtension, PenaltyRow, RecordedOfficer } from './model.ts';

/** What registers say about one row, on the day of its decision. */
export type RowSurroundings = {
  /** null: the organ is not in the register, or no register is loaded. */
  readonly organ: (Pick<OrganisationFact, 'kind' | 'qualification'> & { readonly uscc?: string | null }) | null;
  /**
   * Enforcement certificates by number. A number without an entry is one the register has never seen; an empty list is
   * one that it knows, without a period that covers the day.
   */
  readonly certificates: ReadonlyMap<string, readonly DomainedCertificate[]>;
  readonly laws: LawSources;
  /** Whether the organ's power list of the day holds the row's item; null: no list is loaded. */
  readonly itemListed: boolean | null;
  /** The same of a township's 赋权清单. */
  readonly itemEmpowered: boolean | null;
  /** 执法领域 that either list states for the item. */
  readonly itemDomain: string | null;
  /** Delegates from which officers of the case come; null: not known. */
  readonly delegated: PenaltyFacts['delegated'];
};

export type DomainedCertificate = CertificateFact & { readonly domains: readonly string[] };

/** What to look up before a row can be mapped. */
export type RowNeeds = { readonly organ: PenaltyRow['organ']; readonly on: LocalDate; readonly certificates: readonly string[] };

export function needsOf(row: PenaltyRow): RowNeeds {
  const numbers = (row.extension.officers ?? []).flatMap(({ certNo }) => (certNo === null ? [] : [certNo]));
  return { organ: row.organ, on: row.decidedOn, certificates: [...new Set(numbers)] };
}

/** A reported decision as the rules see it. What the layout has no column for stays null: not judged, never lawful. */
export function penaltyFacts(row: PenaltyRow, around: RowSurroundings): PenaltyFacts {
  const { party, penalty, extension } = row;
  const { decidedOn, served, published, recordFiled, undone } = recordedDays(row);
  // Every field by name: an object of so many that begins with a spread is built and read many times slower.
  return {
    decidedOn,
    served,
    published,
    recordFiled,
    undone,
    partyKind: party.kind,
    partyScale: null,
    partyCode: party.uscc,
    organCode: row.organ.uscc,
    partyId: reportedId(party.idKind, party.idNumber),
    representativeId: reportedId(party.legalRepresentativeIdKind, party.legalRepresentativeIdNumber),
    kinds: penalty.kinds,
    kindsUnclear: penalty.unclear.length > 0,
    fineFen: row.fineFen,
    statedFineFen: statedFineFen(row.content),
    confiscatedFen: row.confiscatedFen,
    detentionDays: detentionDays(row.content),
    licence: row.licence,
    illegalIncomeFen: illegalIncomeFen(row.facts) ?? illegalIncomeFen(row.content),
    procedure: extension.procedure,
    citations: row.basis === null ? null : citationsOf(row.basis, around.laws),
    actStartedOn: extension.actStartedOn,
    actEndedOn: extension.actEndedOn,
    discoveredOn: extension.discoveredOn,
    filedOn: extension.filedOn,
    excludedDays: null,
    extendedDays: null,
    harm: null,
    lighterNewLaw: null,
    officers: extension.officers === null ? null : officersOf(extension.officers, row.decidedOn, around.certificates),
    organ: around.organ,
    itemCode: extension.itemCode,
    itemListed: around.itemListed,
    itemEmpowered: around.itemEmpowered,
    itemDomain: around.itemDomain,
    delegated: around.delegated,
    measures: null,
    reviewers: null,
    validUntil: row.validUntil,
    publicUntil: row.publicUntil,
    publicTexts: publicTexts(row),
    shown: null,
    creditShownOn: row.source.exportedOn ?? null,
  };
}

function reportedId(kind: string | null, number: string | null): ReportedId | null {
  return number === null ? null : { kind, number };
}

/** The days on which rules that change with time rest. */
export function recordedDays(row: PenaltyRow): RecordedDays {
  const { servedOn, publishedOn, recordFiledOn } = row.extension;
  return {
    decidedOn: row.decidedOn,
    served: recordedDay(row, 'servedOn', servedOn),
    published: recordedDay(row, 'publishedOn', publishedOn),
    recordFiled: recordedDay(row, 'recordFiledOn', recordFiledOn),
    undone: undoneFact(row),
  };
}

/** A decision that was never public has nothing to be withdrawn from: as good as one that stands. */
function undoneFact({ undone, extension, source }: PenaltyRow): PenaltyFacts['undone'] {
  if (undone === undefined) return null;
  const { effectOn, offlineOn, reasonGiven } = undone;
  const neverPublic =
    extension.publishedOn === null && source.columns?.includes('publishedOn') === true && source.fileKind !== 'credit-export';
  return neverPublic ? 'stands' : { effectOn, offlineOn, reasonGiven };
}

function recordedDay(row: PenaltyRow, column: keyof PenaltyExtension, on: LocalDate | null): RecordedDay {
  return on === null && row.source.columns?.includes(column) !== true ? null : { on };
}

/** Columns that the public sees; numbers of identity have columns of their own and are never among them. */
function publicTexts(row: PenaltyRow): readonly PublicText[] {
  const texts: PublicText[] = [{ label: '行政相对人名称', text: row.party.name }];
  const add = (label: string, text: string | null) => {
    if (text !== null) texts.push({ label, text });
  };
  add('违法行为类型', row.conduct);
  add('违法事实', row.facts);
  add('处罚依据', row.basis);
  add('处罚内容', row.content);
  add('暂扣或吊销证照名称及编号', row.licence);
  add('备注', row.remark);
  return texts;
}

function officersOf(
  officers: readonly RecordedOfficer[],
  on: LocalDate,
  certificates: RowSurroundings['certificates'],
): readonly OfficerOnCase[] {
  // Where the cell gives numbers to some, a name without one is a person without a certificate (辅助人员).
  const numbered = officers.some(({ certNo }) => certNo !== null);
  return officers.map(({ name, certNo }) => {
    if (certNo === null) return { key: name, certificate: numbered ? 'none' : 'unstated' };
    const known = certificates.get(certNo);
    if (known === undefined) return { key: certNo, certificate: 'unchecked' };
    const held = known.find((c) => isEnforcementCertificateOn(c, on));
    return { key: certNo, certificate: held === undefined ? 'invalid' : 'valid', domains: held?.domains ?? null };
  });
}

function isEnforcementCertificateOn({ kind, status, validThrough }: CertificateFact, on: LocalDate): boolean {
  return kind === 'enforcement' && status === 'valid' && (validThrough === null || on <= validThrough);
}

type Readings = Map<string, readonly CitedLaw[]>;
const readings = new WeakMap<LawSources, Readings>();
/** Thousands of decisions rest on a few hundred texts of 处罚依据: each is read once. */
const MOST_READINGS = 10_000;

function citationsOf(basis: string, laws: LawSources): readonly CitedLaw[] {
  let known = readings.get(laws);
  if (known === undefined || known.size > MOST_READINGS) {
    known = new Map();
    readings.set(laws, known);
  }
  let citations = known.get(basis);
  if (citations === undefined) {
    citations = citedLaws(basis, laws);
    known.set(basis, citations);
  }
  return citations;
}

const NO_INCOME = /(?:无|没有|未取得|未获得?)违法所得|违法所得为零/;
const INCOME = /违法所得(?:金额|数额|款|共计|合计|人民币|为|计|[：:，,]){0,4}\s{0,2}([\d,]{1,14}(?:\.\d{1,2})?)\s{0,2}(万)?元/;

/** The sum of illegal income where the text states it; null where it does not. */
function illegalIncomeFen(text: string | null): number | null {
  if (text === null || !text.includes('违法所得')) return null;
  const stated = INCOME.exec(text);
  if (stated?.[1] !== undefined) return Math.round(Number(stated[1].replaceAll(',', '')) * (stated[2] === undefined ? 100 : 1_000_000));
  return NO_INCOME.test(text) ? 0 : null;
}

const DETENTION = /拘留([0-9零一二三四五六七八九十]{1,4})[日天]/;

/** Days of administrative detention where the contents state them; null where they do not. */
export function detentionDays(content: string | null): number | null {
  const stated = content === null ? undefined : DETENTION.exec(content)?.[1];
  return stated === undefined ? null : articleNumber(stated);
}
