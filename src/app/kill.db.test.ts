import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { killWhileDocumentsAreWritten } from '#testing/kill-documents';
import { copyPlantedFolder } from '#testing/planted-folder';

let folder = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'faheng-kill-acts-'));
  await copyPlantedFolder(folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('办理中途服务被 kill -9（5次）：已答复的办理一件不少、不重，文号不重不漏，链与推演一致，后台续办', async () => {
  const { acknowledged, signed, kills, ...wrong } = await killWhileDocumentsAreWritten(folder, 5);
  expect(kills).toBe(5);
  expect(acknowledged).toBeGreaterThan(20);
  expect(signed).toBeGreaterThan(0);
  expect(wrong).toEqual({ lost: [], doubled: [], surprises: [], unasked: [], faults: [], wrongNumbers: [], leftUndone: 0, unrendered: 0 });
});
