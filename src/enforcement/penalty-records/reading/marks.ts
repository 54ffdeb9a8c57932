import { CELL_MARK_LABELS, type SheetRow } from '#platform/spreadsheet/sheet';
import type { ColumnKey } from '../layout.ts';
import type { ColumnMapping } from '../layout-recognition.ts';

/** Codes: a number that lost its last digits is another number. */
const CODES: ReadonlySet<ColumnKey> = new Set<ColumnKey>([
  'partyUscc',
  'partyBusinessRegistration',
  'partyOrganisationCode',
  'partyTaxRegistration',
  'partyInstitutionCertificate',
  'partySocialOrganisationCertificate',
  'legalRepresentativeIdNumber',
  'partyIdNumber',
  'organUscc',
  'dataSourceUscc',
  'number',
  'itemCode',
  'officerCertificates',
]);

/** A sum merged over several rows may be meant once. */
const AMOUNTS: ReadonlySet<ColumnKey> = new Set<ColumnKey>(['fine', 'confiscated']);

type Report = { readonly fault: (key: ColumnKey, reason: string) => void; readonly note: (key: ColumnKey, note: string) => void };

/** What the workbook says of its cells: a formula without a saved result and a code that lost digits cannot be used. */
export function markFaults(marks: SheetRow['marks'], mapping: ColumnMapping, report: Report): void {
  for (const { column, mark } of marks) {
    const key = mapping.columns.find((candidate) => candidate.index === column)?.key;
    if (key === undefined || key === 'ignored') continue;
    if (mark === 'formula-empty') report.fault(key, `${CELL_MARK_LABELS[mark]}，请改填数值`);
    else if (mark === 'digits-lost' && CODES.has(key)) report.fault(key, `${CELL_MARK_LABELS[mark]}，请改为文本重填`);
    else if (mark !== 'merged' || AMOUNTS.has(key)) report.note(key, CELL_MARK_LABELS[mark]);
  }
}
