import { PassThrough, type Readable } from 'node:stream';
import ExcelJS from 'exceljs';
import { type AuditFilter, readAudit } from '#platform/audit-log';
import type { Pool } from '#platform/db';

const COLUMNS = ['时间（UTC）', '人员', '单位', '岗位', '来源地址', '动作', '对象种类', '对象', '结果', '说明'];
const PAGE = 1_000;

/** The whole answer of a filter as a workbook, written while it is read. */
export function auditWorkbook(pool: Pool, filter: AuditFilter): Readable {
  const stream = new PassThrough();
  write(pool, filter, stream).catch((error: unknown) => stream.destroy(error instanceof Error ? error : new Error(String(error))));
  return stream;
}

async function write(pool: Pool, filter: AuditFilter, stream: PassThrough): Promise<void> {
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream });
  const sheet = workbook.addWorksheet('审计日志', { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.addRow(COLUMNS).commit();
  let cursor: string | null = null;
  do {
    const page = await readAudit(pool, filter, cursor, PAGE);
    for (const entry of page.items) {
      const { at, who, organisation, roleName, source, actionName, objectKind, objectId, resultName, detail } = entry;
      const cells = [at, who, organisation, roleName, source, actionName, objectKind, objectId, resultName, JSON.stringify(detail)];
      sheet.addRow(cells.map(asText)).commit();
    }
    cursor = page.cursor;
  } while (cursor !== null);
  sheet.commit();
  await workbook.commit();
}

/** A cell that begins like a formula would be run by the reader's spreadsheet program. */
function asText(value: string | null): string {
  const text = value ?? '';
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}
