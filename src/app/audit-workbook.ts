import { PassThrough, type Readable } from 'node:stream';
import { type AuditFilter, readAudit } from '#platform/audit-log';
import type { Pool } from '#platform/db';
import { writeWorkbook } from '#platform/spreadsheet/write-workbook';

const TITLES = ['时间（UTC）', '人员', '单位', '岗位', '来源地址', '动作', '对象种类', '对象', '结果', '说明'];
const PAGE = 1_000;

/** The whole answer of a filter as a workbook, written while it is read. */
export function auditWorkbook(pool: Pool, filter: AuditFilter): Readable {
  const stream = new PassThrough();
  const sheet = { name: '审计日志', columns: TITLES.map((title) => ({ title })), rows: lines(pool, filter) };
  writeWorkbook(stream, [sheet]).catch((error: unknown) => stream.destroy(error instanceof Error ? error : new Error(String(error))));
  return stream;
}

async function* lines(pool: Pool, filter: AuditFilter): AsyncGenerator<readonly (string | null)[]> {
  let cursor: string | null = null;
  do {
    const page = await readAudit(pool, filter, cursor, PAGE);
    for (const { at, who, organisation, roleName, source, actionName, objectKind, objectId, resultName, detail } of page.items)
      yield [at, who, organisation, roleName, source, actionName, objectKind, objectId, resultName, JSON.stringify(detail)];
    cursor = page.cursor;
  } while (cursor !== null);
}
