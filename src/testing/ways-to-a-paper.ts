import { expect } from 'vitest';
import { inTransaction, type Pool, rows } from '#platform/db';
import { type Session, sessionPreamble } from '#platform/session';
import type { TestBrowser } from './identity.ts';
import { cellsOf } from './ways-to-a-matter.ts';

/** A numbered letter that a scope test looks for: `file` is what it was printed to, or the scan of it. */
export type LookedForPaper = {
  readonly kind: string;
  readonly matterId: string;
  readonly id: string;
  readonly number: string;
  readonly file: string;
};
const WAYS = ['page', 'column', 'search', 'workbook', 'tasks', 'pdf', 'pages', 'file'] as const;
export type WaysToPaper = Readonly<Record<(typeof WAYS)[number], boolean>>;

/** Whether a person is told of a letter: on its matter's page, by its number in lists, search, workbook and tasks, by its files. */
export async function waysToPaper(page: TestBrowser, { kind, matterId, id, number, file }: LookedForPaper): Promise<WaysToPaper> {
  const asked = (url: string) => page.call({ url });
  const isThere = async (url: string): Promise<boolean> => (await asked(url)).statusCode === 200;
  const tells = async (url: string): Promise<boolean> => (await asked(url)).body.includes(number);
  const shown = await asked(`/api/matters/${matterId}`);
  const found = await asked(`/api/matters?kind=${kind}&q=${encodeURIComponent(number)}`);
  const workbook = await asked(`/api/matters/export?kind=${kind}`);
  expect([shown.statusCode, found.statusCode, workbook.statusCode]).toEqual([200, 200, 200]);
  return {
    page: shown.body.includes(id) || shown.body.includes(number) || shown.body.includes(file),
    column: await tells(`/api/matters?kind=${kind}&limit=100`),
    search: found.body.includes(matterId),
    workbook: (await cellsOf(workbook.rawPayload)).some((cell) => cell.includes(number)),
    tasks: (await tells('/api/tasks?box=todo')) || (await tells('/api/tasks?box=started')),
    pdf: await isThere(`/api/documents/${id}/pdf`),
    pages: await isThere(`/api/documents/${id}/pages`),
    file: await isThere(`/api/files/${file}`),
  };
}

/** What row security alone shows of a letter and its file, without any condition of ours. */
export async function secondWall(pool: Pool, session: Session, now: number, { id, file }: LookedForPaper): Promise<readonly boolean[]> {
  return inTransaction(pool, sessionPreamble(session, now), async (client) => [
    (await rows(client, 'select from document where id = $1', [id])).length > 0,
    (await rows(client, 'select from file where id = $1', [file])).length > 0,
  ]);
}
