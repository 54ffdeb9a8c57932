import ExcelJS from 'exceljs';
import { expect } from 'vitest';
import type { TestBrowser } from './identity.ts';

/** A matter that a scope test looks for: `mark` are words of its title alone, `file` one of its files. */
export type LookedFor = { readonly id: string; readonly mark: string; readonly file: string };

export type Ways = Readonly<Record<'page' | 'list' | 'number' | 'search' | 'workbook' | 'tasks' | 'file', boolean>>;

/** Whether a person comes near a matter by each of the ways: page, list, its number, search, workbook, tasks, file. */
export async function waysTo(page: TestBrowser, kind: string, { id, mark, file }: LookedFor): Promise<Ways> {
  const asked = (url: string) => page.call({ url });
  const named = `kind=${kind}&q=${encodeURIComponent(mark)}`;
  const list = (await asked(`/api/matters?${named}`)).json<{ items: { id: string }[]; total: { count: number } | null }>();
  const workbook = await asked(`/api/matters/export?${named}`);
  const tasks = await asked('/api/tasks?box=todo');
  const hits = await asked(`/api/search?q=${encodeURIComponent(mark)}`);
  expect([workbook.statusCode, tasks.statusCode, hits.statusCode]).toEqual([200, 200, 200]);
  return {
    page: (await asked(`/api/matters/${id}`)).statusCode === 200,
    list: list.items.some((item) => item.id === id),
    number: (list.total?.count ?? 0) > 0,
    search: hits.body.includes(id),
    workbook: (await cellsOf(workbook.rawPayload)).some((cell) => cell.includes(mark)),
    tasks: tasks.body.includes(id),
    // A reason opens no file to anybody whom the matter itself is not told to.
    file: (await asked(`/api/files/${file}?reason=${encodeURIComponent('核对可见范围')}`)).statusCode === 200,
  };
}

/** The cells of an exported list, without what was searched for: that stands at the head of the sheet, for whoever asked. */
export async function cellsOf(bytes: Buffer): Promise<readonly string[]> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(bytes as never);
  const cells: string[] = [];
  book.worksheets[0]?.eachRow((row) => {
    row.eachCell((cell) => {
      cells.push(cell.text);
    });
  });
  return cells.filter((cell) => !cell.includes('查询'));
}
