import { PassThrough } from 'node:stream';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { shanghaiDay } from '#law';
import type { Platform } from '../acts/perform.ts';
import { audit, auditActor } from '../audit.ts';
import { inTransaction } from '../db.ts';
import { originOf, sessionOf } from '../identity/guard.ts';
import { sessionPreamble } from '../session.ts';
import { type WorkbookCell, writeWorkbook } from '../spreadsheet/write-workbook.ts';

export type ListWorkbook = {
  /** Chinese name of file and sheet; the day is added. */
  readonly name: string;
  /** What is exported, for the log. */
  readonly object: string;
  readonly columns: readonly string[];
  readonly rows: AsyncIterable<readonly WorkbookCell[]>;
};

/**
 * Streams a list as XLSX, in full, after the export has been logged; a break in the middle breaks the download, never the
 * server. A filter that the database cannot read is answered in words: the first row is read before anything is sent.
 */
export async function sendWorkbook(
  platform: Platform,
  request: FastifyRequest,
  reply: FastifyReply,
  list: ListWorkbook,
): Promise<FastifyReply> {
  const session = sessionOf(request);
  const event = {
    actor: auditActor(session, originOf(request).source),
    at: platform.now(),
    action: 'list.export',
    object: { kind: list.object, id: null },
    result: 'ok',
  } as const;
  await inTransaction(platform.pool, sessionPreamble(session, platform.now()), (client) => audit(client, event));
  const rows = await begun(list.rows);
  const stream = new PassThrough();
  writeWorkbook(stream, [{ name: list.name, columns: list.columns.map((title) => ({ title })), rows }]).catch((error: unknown) =>
    stream.destroy(error instanceof Error ? error : new Error(String(error))),
  );
  return reply
    .header('content-type', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(`${list.name}${shanghaiDay(platform.now())}.xlsx`)}`)
    .header('cache-control', 'no-store')
    .send(stream);
}

/** The same rows, the first of them read already. */
async function begun<T>(rows: AsyncIterable<T>): Promise<AsyncIterable<T>> {
  const reading = rows[Symbol.asyncIterator]();
  const first = await reading.next();
  return (async function* () {
    try {
      for (let next = first; next.done !== true; next = await reading.next()) yield next.value;
    } finally {
      await reading.return?.();
    }
  })();
}
