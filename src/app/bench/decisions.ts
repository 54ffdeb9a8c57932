import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { addDays, localDate } from '#law';
import { type Pool, rows } from '#platform/db';
import { writeWorkbook } from '#platform/spreadsheet/write-workbook';
import { LAYOUT, TEMPLATE_KEYS } from '../../enforcement/penalty-records/layout.ts';
import { cellsOf, csvLine, HEADER, syntheticDecision } from '../../enforcement/penalty-records/reading/penalty-files.fixtures.ts';

/** A text file of so many decisions, with every column of the layout and the extension. */
export async function csvFile(folder: string, count: number): Promise<string> {
  const path = join(folder, 'decisions.csv');
  const out = createWriteStream(path);
  for (let i = -1; i < count; i += 1) {
    const line = `${csvLine(i < 0 ? HEADER : cellsOf(syntheticDecision(i)))}\r\n`;
    if (!out.write(line)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'finish');
  return path;
}

/** The same rows as a workbook. */
export async function workbookFile(folder: string, count: number): Promise<string> {
  const path = join(folder, 'decisions.xlsx');
  const lines = function* () {
    for (let i = 0; i < count; i += 1) yield cellsOf(syntheticDecision(i));
  };
  await writeWorkbook(path, [{ name: '行政处罚', columns: HEADER.map((title) => ({ title })), rows: lines() }]);
  return path;
}

/** The organs that decide: departments, vertical units and their branches. */
export function decidingOrgans(pool: Pool): Promise<readonly { readonly id: string; readonly name: string }[]> {
  return rows<{ id: string; name: string }>(
    pool,
    `select organisation_id as id, name from organisation_record
     where upper_inf(known) and upper_inf(valid) and kind in ('department', 'vertical', 'authorised') order by name`,
  );
}

/**
 * One call of the batch interface: the decisions from `first` on, spread over the organs as registered. All were served
 * too late, so that the list of findings is as long as that of decisions.
 */
export function batchBody(organs: readonly { readonly name: string }[], first: number, count: number): string {
  const records = Array.from({ length: count }, (_, k) => {
    const i = first + k;
    const organ = organs[i % organs.length]?.name ?? '';
    const clean = syntheticDecision(i);
    const servedOn = addDays(localDate(clean.decidedOn ?? ''), 20);
    const row = { ...clean, servedOn, organName: organ, organUscc: '', dataSourceName: organ, dataSourceUscc: '' };
    return Object.fromEntries(TEMPLATE_KEYS.map((key) => [LAYOUT[key].title, row[key] ?? '']));
  });
  return JSON.stringify({ rows: records });
}
