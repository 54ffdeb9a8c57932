import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sheetData, workbookParts, zipOf } from '#platform/spreadsheet/files.fixtures';
import { csvFile, workbookFile } from './decisions.ts';
import { type Benchmark, type Line, seconds } from './measure.ts';
import { runProgram } from './program.ts';

/** `faheng check` as a person runs it: the whole program from its start to its last line. */
export const files: Benchmark = async (world, say) => {
  const { rows, folder } = world;
  say(`writing ${rows} rows as text and as workbook`);
  const [csv, xlsx] = [await csvFile(folder, rows), await workbookFile(folder, rows)];
  const text = await checked([csv, '--json', '--as-of', '2026-11-23']);
  const book = await checked([xlsx, '--json', '--as-of', '2026-11-23']);
  const bomb = await checked([bombFile(folder), '--json']);
  const rate = (rows * 1000) / text.tookMs;
  const bookLimit = Math.max(2_000, (60_000 * rows) / 100_000);
  return [
    line(
      `${rows} CSV rows parsed, validated and judged by all rules`,
      `${seconds(text.tookMs)}, ${Math.round(rate)} rows/s`,
      '≥ 10000 rows/s',
      rate >= 10_000,
    ),
    line('the same: peak memory', `${text.peakMb} MB`, '< 400 MB', text.peakMb < 400),
    line('the same rows as XLSX', seconds(book.tookMs), `≤ ${seconds(bookLimit)}`, book.tookMs <= bookLimit),
    line('the same: peak memory', `${book.peakMb} MB`, '< 500 MB', book.peakMb < 500),
    line(
      'both files give the same findings',
      text.findings === book.findings ? 'equal' : 'different',
      'equal',
      text.findings === book.findings,
    ),
    line('a 1000:1 bomb refused', seconds(bomb.tookMs), '< 1 s', bomb.code === 2 && bomb.tookMs < 1_000),
  ];
};

function line(what: string, measured: string, target: string, met: boolean): Line {
  return { what, measured, baseline: '–', ratio: measured, target, met };
}

/** A workbook with one part of fifty megabytes of nothing. */
function bombFile(folder: string): string {
  const path = join(folder, 'bomb.xlsx');
  const parts = workbookParts({ sheets: [{ name: '处罚', xml: sheetData([['行政相对人名称']]) }] });
  writeFileSync(path, zipOf([...parts, { name: 'xl/media/image1.bin', body: Buffer.alloc(50 * 1024 * 1024) }]));
  return path;
}

type Checked = { readonly tookMs: number; readonly peakMb: number; readonly code: number; readonly findings: string };

async function checked(args: readonly string[]): Promise<Checked> {
  const { tookMs, peakMb, code, said } = await runProgram(['check', ...args]);
  const findings = createHash('sha256')
    .update(JSON.stringify((JSON.parse(said) as { findings: unknown }).findings))
    .digest('hex');
  return { tookMs, peakMb, code, findings };
}
