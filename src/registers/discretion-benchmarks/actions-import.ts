import { isRefusal, type Refusal } from '#law';
import { isSameItem } from '#law/discretion/choosing';
import type { Platform } from '#platform/acts/perform';
import { inTransaction } from '#platform/db';
import { type Session, sessionPreamble } from '#platform/session';
import type { RowProblem, TableRow } from '#registers/loading';
import { enterExisting, enterVersion } from './actions.ts';
import type { ImportAnswer, ImportConfirm, ImportPreview } from './contract.ts';
import type { SheetColumn } from './reading/benchmark-sheet.ts';
import { readSheet, type SheetBenchmark, type SheetRead } from './reading/read-sheet.ts';
import { sameViolation } from './store.ts';

/** An uploaded file of the reader, its titles recognised; null: there is none for it. */
export type SheetFile = {
  readonly name: string;
  readonly rows: readonly TableRow<SheetColumn>[];
  readonly ignored: readonly string[];
  readonly problems: readonly RowProblem[];
};
export type SheetReader = (session: Session, file: string) => Promise<SheetFile | Refusal | null>;
type Asked = { readonly platform: Platform; readonly read: SheetReader; readonly session: Session };
type Found = SheetRead & Pick<SheetFile, 'name' | 'ignored'>;

const MOST_SHOWN = 500;

/** What a file holds: benchmarks, or every line that cannot be read; nothing is written. */
export async function previewImport(asked: Asked, file: string): Promise<ImportPreview | Refusal | null> {
  const found = await sheetOf(asked, file);
  return found === null || isRefusal(found) ? found : previewOf(found);
}

/**
 * Enters every benchmark of a file, each by an act of its own as published elsewhere, refining the upper one that was
 * chosen for it; with one line that cannot be read none is entered. Asked again with the same file it goes on where it stopped.
 */
export async function confirmImport(asked: Asked, { file, source, uppers = [] }: ImportConfirm): Promise<ImportAnswer | Refusal | null> {
  const found = await sheetOf(asked, file);
  if (found === null || isRefusal(found)) return found;
  if (found.problems.length > 0) return { ...previewOf(found), entered: [], known: [], refused: [] };
  const answer: { entered: ImportAnswer['entered'][number][]; known: string[]; refused: ImportAnswer['refused'][number][] } = {
    ...{ entered: [], known: [], refused: [] },
  };
  const upperOf = new Map(uppers.map(({ line, versionId }) => [line, versionId]));
  const inOrder = [...found.benchmarks].sort((a, b) => (a.from < b.from ? -1 : 1));
  for (const benchmark of inOrder) {
    const { violation, line } = benchmark;
    const by = { key: `${file}-${line}`, source: `${source}（${found.name} 第${line}行）`, upper: upperOf.get(line) ?? null };
    const done = await enterOne(asked, benchmark, by);
    if (done.ok) answer.entered.push({ violation, line, matterId: done.done.matterId });
    else if (isKnown(done)) answer.known.push(violation);
    else answer.refused.push({ violation, line, reason: done.error === 'refused' ? done.refusal.reason : '没有办成，请重新确认' });
  }
  return { ...previewOf(found), ...answer };
}

/** In the register already, or entered from this very line before (by other words about where it comes from). */
function isKnown(done: Awaited<ReturnType<typeof enterOne>>): boolean {
  return !done.ok && (done.error === 'key-reused' || (done.error === 'refused' && done.refusal.refused === 'same-benchmark'));
}

async function sheetOf({ read, session }: Asked, file: string): Promise<Found | Refusal | null> {
  const sheet = await read(session, file);
  if (sheet === null || isRefusal(sheet)) return sheet;
  const { benchmarks, problems } = readSheet(sheet.rows);
  return { name: sheet.name, ignored: sheet.ignored, benchmarks, problems: [...sheet.problems, ...problems] };
}

/** A 违法行为 of which the organ has had a benchmark already gets one version more. */
async function enterOne(
  { platform, session }: Asked,
  benchmark: SheetBenchmark,
  by: { readonly key: string; readonly source: string; readonly upper: string | null },
): ReturnType<typeof enterExisting> {
  const { violation, content, documentNumber, publishedOn, place, from, lastDay } = benchmark;
  const body = { content, upper: by.upper, documentNumber, publishedOn, place, from, lastDay, source: by.source };
  const asked = { platform, session, key: by.key };
  const known = await inTransaction(platform.pool, sessionPreamble(session, platform.now()), (client) =>
    sameViolation(client, session.organisationId, [violation], null),
  );
  // A version before the benchmark was made for an item is one of it too.
  const isOfIt = (code: string | null): boolean => code === null || isSameItem(code, content.itemCode);
  const earlier = known.findLast((v) => v.until !== null && v.until <= from && isOfIt(v.itemCode));
  const isThere = known.some((v) => v.from === from && isSameItem(v.itemCode, content.itemCode));
  return earlier !== undefined && !isThere ? enterVersion(asked, earlier.id, body) : enterExisting(asked, { violation, ...body });
}

function previewOf({ name, ignored, benchmarks, problems }: Found): ImportPreview {
  const doubts = benchmarks.flatMap(({ line, violation, law }) => law.map(({ place, reason }) => ({ line, violation, place, reason })));
  return {
    name,
    ignored,
    problems: problems.slice(0, MOST_SHOWN),
    problemCount: problems.length,
    benchmarks: benchmarks.map(({ line, violation, documentNumber, from, content }) => ({
      ...{ line, violation, documentNumber, from, tiers: content.tiers.length },
    })),
    doubts: doubts.slice(0, MOST_SHOWN),
    doubtCount: doubts.length,
  };
}
