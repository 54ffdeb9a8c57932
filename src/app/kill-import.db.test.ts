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

it('导入中途服务被 kill -9（3次）：每一行恰好入库一次，四个数字对得上，链与推演一致（细则第八条第十二项）', async () => {
  const { passedAt, kills, ...ended } = await killWhileLoading(folder, 3, 1_500);
  expect(passedAt).toHaveLength(kills);
  expect(ended).toEqual({ state: 'done', counts: numbersOf(1_500), lost: [], doubled: [], wrongLines: 0, faults: [] });
}, 600_000);
