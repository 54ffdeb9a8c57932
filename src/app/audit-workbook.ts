import { PassThrough, type Readable } from 'node:stream';
import { type AuditEntry, type AuditFilter, readAudit } from '#platform/audit-log';
import type { Pool } from '#platform/db';
import { type ListColumn, shownColumns } from '#platform/matters/shown-columns';
import { writeWorkbook } from '#platform/spreadsheet/write-workbook';
import { toTheEnd } from '#platform/to-the-end';
import { instantWords } from '#ui/time-words.ts';
import { objectWords, postWords } from './web-shell/administration/audit-words.ts';

const PAGE = 1_000;

/** What the page of the log shows, in its order; then each part of it by itself. */
export const AUDIT_LOG_COLUMNS: readonly ListColumn<AuditEntry>[] = [
  { id: 'at', title: '时间', cell: (e) => instantWords(e.at) },
  { id: 'who', title: '谁', cell: (e) => e.who },
  { id: 'post', title: '岗位', cell: postWords },
  { id: 'action', title: '做了什么', cell: (e) => e.actionName },
  { id: 'object', title: '对象', cell: objectWords },
  { id: 'result', title: '结果', cell: (e) => e.resultName },
  { id: 'source', title: '来源地址', cell: (e) => e.source },
  { id: 'detail', title: '细节', cell: (e) => JSON.stringify(e.detail) },
  { id: 'instant', title: '时间（UTC）', cell: (e) => e.at },
  { id: 'organisation', title: '单位', cell: (e) => e.organisation },
  { id: 'objectKind', title: '对象种类', cell: (e) => e.objectKind },
  { id: 'objectId', title: '对象编号', cell: (e) => e.objectId },
];

/** The whole answer of a filter as a workbook, written while it is read, in the columns asked for or else in all. */
export function auditWorkbook(pool: Pool, filter: AuditFilter, asked: string | undefined): Readable {
  const stream = new PassThrough();
  const columns = shownColumns(AUDIT_LOG_COLUMNS, asked);
  const sheet = { name: '审计日志', columns, rows: lines(pool, filter, columns) };
  writeWorkbook(stream, [sheet]).catch((error: unknown) => stream.destroy(error instanceof Error ? error : new Error(String(error))));
  return stream;
}

async function* lines(pool: Pool, filter: AuditFilter, columns: readonly ListColumn<AuditEntry>[]) {
  for await (const entry of toTheEnd((cursor) => readAudit(pool, filter, cursor ?? null, PAGE)))
    yield columns.map(({ cell }) => cell(entry));
}
