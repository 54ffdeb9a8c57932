import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { killWhileLoading, numbersOf } from '#testing/kill-import';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'faheng-kill-import-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('导入中途服务被 kill -9（24次）：每一行恰好入库一次，四个数字对得上，链与推演一致（细则第八条第十二项）', async () => {
  const { passedAt, kills, ...ended } = await killWhileLoading(folder, 24, 6_000);
  expect(passedAt).toHaveLength(kills);
  // Kills that came before the load was through: the others prove nothing of it.
  expect(passedAt.filter((passed) => passed < 6_000).length).toBeGreaterThan(15);
  expect(ended).toEqual({ state: 'done', counts: numbersOf(6_000), lost: [], doubled: [], wrongLines: 0, faults: [] });
}, 2_400_000);
