import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { addDays, localDate } from '#law';
import { type Pool, rows } from '#platform/db';
import { writeWorkbook } from '#platform/spreadsheet/write-workbook';
import { LAYOUT, TEMPLATE_KEYS } from '../../enforcement/penalty-records/layout.ts';
import {
  cellsOf,
  csvLine,
  type FixtureRow,
  HEADER,
  syntheticDecision,
} from '../../enforcement/penalty-records/reading/penalty-files.fixtures.ts';

/** A text file of so many decisions, with every column of the layout and the extension. */
export async function csvFile(folder: string, count: number): Promise<string> {
  return textFile(join(folder, 'decisions.csv'), count, syntheticDecision);
}

async function textFile(path: string, count: number, rowAt: (i: number) => FixtureRow): Promise<string> {
  const out = createWriteStream(path);
  for (let i = -1; i < count; i += 1) {
    const line = `${csvLine(i < 0 ? HEADER : cellsOf(rowAt(i)))}\r\n`;
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

type Named = { readonly name: string };

/** All were served too late, so that the list of findings is as long as that of decisions. */
function decided(organs: readonly Named[], i: number): FixtureRow {
  const organ = organs[i % organs.length]?.name ?? '';
  const clean = syntheticDecision(i);
  const servedOn = addDays(localDate(clean.decidedOn ?? ''), 20);
  return { ...clean, servedOn, organName: organ, organUscc: '', dataSourceName: organ, dataSourceUscc: '' };
}

/** One call of the batch interface: the decisions from `first` on, spread over the organs as registered. */
export function batchBody(organs: readonly Named[], first: number, count: number): string {
  const records = Array.from({ length: count }, (_, k) => {
    const row = decided(organs, first + k);
    return Object.fromEntries(TEMPLATE_KEYS.map((key) => [LAYOUT[key].title, row[key] ?? '']));
  });
  return JSON.stringify({ rows: records });
}

/** The same decisions as a text file, of which each organ is in the register. */
export async function loadFile(folder: string, organs: readonly Named[], count: number): Promise<string> {
  return textFile(join(folder, 'load.csv'), count, (i) => decided(organs, i));
}
