import { type LocalDate, normaliseDocumentNumber, yearOf } from '#law';
import type { SheetRow } from '#platform/spreadsheet/sheet';
import { damage, isUncertain } from '../cells.ts';
import { unitDoubt } from '../cells-amount.ts';
import { readPartyKind, readPenaltyKinds, readProcedure } from '../cells-kinds.ts';
import { readOperation } from '../cells-operation.ts';
import { readOfficers } from '../cells-people.ts';
import type { ColumnMapping } from '../layout-recognition.ts';
import {
  type DecisionNumber,
  EXTENSION_LABELS,
  type FileKind,
  type NamedUnit,
  type PenaltyExtension,
  type PenaltyParty,
  type PenaltyRow,
} from '../model.ts';
import { markFaults } from './marks.ts';
import type { RowOutcome } from './row-outcome.ts';
import { RowReader } from './row-reader.ts';

export type RowContext = {
  readonly today: LocalDate;
  readonly fileKind: FileKind;
  /** The day on which an export of the credit platform was taken. */
  readonly exportedOn?: LocalDate | null;
  /** Whose decisions these are where the file does not say. */
  readonly organ: NamedUnit | null;
};

/**
 * A reader of rows for one file: the mapping is prepared once. `has` tells which columns this row bears, where rows of
 * one source differ in that (batch API); without it every row bears all columns of the file.
 */
export function rowParser(mapping: ColumnMapping, context: RowContext): (row: SheetRow, has?: HasColumn) => RowOutcome {
  const columns = new Map(mapping.columns.map((column) => [column.key, column]));
  const extension = extensionColumns(mapping);
  return (row, has) => {
    const reader = new RowReader(row.cells, columns, context.today);
    const aside = readOperation(reader.cell('operation'), reader.cell('remark'), reader.cell('partyName'));
    if (aside !== null) return { is: 'set-aside', line: row.line, ...aside, cells: row.cells };
    for (const column of mapping.columns) {
      const cell = row.cells[column.index] ?? '';
      if (cell === '' || column.key === 'ignored') continue;
      const reason = damage(cell);
      if (reason !== null) reader.fault(column.key, reason);
    }
    if (row.marks.length > 0) markFaults(row.marks, mapping, reader);
    const decision = reader.faults.length > 0 ? null : readDecision(reader, context, answeredColumns(extension, row.cells, has));
    if (decision === null || reader.faults.length > 0) return { is: 'rejected', line: row.line, faults: reader.faults, cells: row.cells };
    return { is: 'decision', line: row.line, row: decision, notes: reader.notes, hidden: row.hidden, cells: row.cells };
  };
}

type HasColumn = (index: number) => boolean;
type ExtensionKey = keyof PenaltyExtension;
type ExtensionColumns = { readonly keys: readonly ExtensionKey[]; readonly indexes: readonly number[] };

function extensionColumns({ columns }: ColumnMapping): ExtensionColumns {
  const found = columns.flatMap(({ key, index }): { key: ExtensionKey; index: number }[] => (isExtension(key) ? [{ key, index }] : []));
  return { keys: found.map(({ key }) => key), indexes: found.map(({ index }) => index) };
}

function isExtension(key: string): key is ExtensionKey {
  return Object.hasOwn(EXTENSION_LABELS, key);
}

/** The extension columns that this row answers: an empty cell says "not done", 不详 and its like say nothing. */
function answeredColumns({ keys, indexes }: ExtensionColumns, cells: readonly string[], has?: HasColumn): readonly ExtensionKey[] {
  const answers = (index: number) => (has === undefined || has(index)) && !isUncertain(cells[index] ?? '');
  for (const index of indexes) if (!answers(index)) return keys.filter((_, i) => answers(indexes[i] ?? -1));
  return keys;
}

function readDecision(reader: RowReader, context: RowContext, columns: readonly ExtensionKey[]): PenaltyRow | null {
  const party = readParty(reader);
  const number = readNumber(reader);
  const decidedOn = reader.day('decidedOn', 'past');
  if (decidedOn === null && !reader.faults.some((fault) => fault.column === reader.title('decidedOn'))) reader.missing('decidedOn');
  const organ = reader.unit('organName', 'organUscc') ?? context.organ;
  if (organ === null) reader.missing('organName');
  const content = reader.text('content');
  // Every field by name: an object of so many that is spread is built many times slower.
  const row: RowAsRead = {
    party,
    number,
    decidedOn,
    organ,
    conduct: reader.text('conduct'),
    facts: reader.text('facts'),
    basis: reader.text('basis'),
    penalty: readPenaltyKinds(reader.cell('penaltyKinds'), content ?? ''),
    content,
    fineFen: reader.amount('fine'),
    confiscatedFen: reader.amount('confiscated'),
    licence: reader.text('licence'),
    validUntil: reader.day('validUntil', 'open'),
    publicUntil: reader.day('publicUntil', 'open'),
    dataSource: reader.unit('dataSourceName', 'dataSourceUscc'),
    remark: reader.text('remark'),
    extension: readExtension(reader),
    source: sourceOf(context, columns),
  };
  if (!isWhole(row)) return null;
  noteOddities(reader, row);
  return row;
}

type Indispensable = 'party' | 'number' | 'decidedOn' | 'organ';
type RowAsRead = Omit<PenaltyRow, Indispensable> & { readonly [K in Indispensable]: PenaltyRow[K] | null };

function isWhole(row: RowAsRead): row is PenaltyRow {
  return row.party !== null && row.number !== null && row.decidedOn !== null && row.organ !== null;
}

function sourceOf({ fileKind, exportedOn = null }: RowContext, columns: readonly ExtensionKey[]): PenaltyRow['source'] {
  return fileKind === 'credit-export' ? { fileKind, columns, exportedOn } : { fileKind, columns };
}

function readParty(reader: RowReader): PenaltyParty | null {
  const name = reader.text('partyName');
  if (name === null) {
    reader.missing('partyName');
    return null;
  }
  return {
    name,
    kind: reader.take('partyKind', readPartyKind(reader.cell('partyKind'))),
    uscc: reader.code('partyUscc'),
    businessRegistration: reader.code('partyBusinessRegistration'),
    organisationCode: reader.code('partyOrganisationCode'),
    taxRegistration: reader.code('partyTaxRegistration'),
    institutionCertificate: reader.code('partyInstitutionCertificate'),
    socialOrganisationCertificate: reader.code('partySocialOrganisationCertificate'),
    legalRepresentative: reader.person('legalRepresentative'),
    legalRepresentativeIdKind: reader.text('legalRepresentativeIdKind'),
    legalRepresentativeIdNumber: reader.code('legalRepresentativeIdNumber'),
    idKind: reader.text('partyIdKind'),
    idNumber: reader.code('partyIdNumber'),
  };
}

function readNumber(reader: RowReader): DecisionNumber | null {
  const text = reader.text('number');
  if (text === null) {
    reader.missing('number');
    return null;
  }
  const normalised = normaliseDocumentNumber(text);
  if (normalised === null) {
    reader.fault('number', '不是一个可识别的文号（应含顺序号，且只填一个）');
    return null;
  }
  return { text, ...normalised };
}

function readExtension(reader: RowReader): PenaltyRow['extension'] {
  return {
    procedure: reader.take('procedure', readProcedure(reader.cell('procedure'))),
    filedOn: reader.day('filedOn', 'past'),
    actStartedOn: reader.day('actStartedOn', 'past'),
    actEndedOn: reader.day('actEndedOn', 'past'),
    discoveredOn: reader.day('discoveredOn', 'past'),
    officers: reader.take('officers', readOfficers(reader.cell('officers'), reader.cell('officerCertificates'))),
    servedOn: reader.day('servedOn', 'past'),
    publishedOn: reader.day('publishedOn', 'past'),
    recordFiledOn: reader.day('recordFiledOn', 'past'),
    itemCode: reader.code('itemCode'),
    handler: reader.person('handler'),
  };
}

type Odd = Pick<PenaltyRow, 'fineFen' | 'content' | 'penalty' | 'validUntil' | 'number' | 'decidedOn'>;

function noteOddities(reader: RowReader, row: Odd): void {
  const doubt = row.fineFen === null || row.content === null ? null : unitDoubt(row.fineFen, row.content);
  if (doubt !== null) reader.note('fine', doubt);
  if (row.penalty.unclear.length > 0) reader.note('penaltyKinds', `“${row.penalty.unclear.join('、')}”不能对应到处罚法第九条的一个种类`);
  if (row.validUntil !== null && row.validUntil < row.decidedOn) reader.note('validUntil', '早于处罚决定日期');
  const year = row.number.year;
  if (year !== null && year !== yearOf(row.decidedOn)) reader.note('number', `文号年份${year}与处罚决定日期的年份不同`);
}
