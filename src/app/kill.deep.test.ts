import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { killWhileDocumentsAreWritten } from '#testing/kill-documents';

const KILLS = Math.max(50, Number(process.env['KILLS'] ?? 50));

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'faheng-kill-acts-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it(`办理中途服务和数据库被 kill -9（${KILLS}次）：已答复的办理一件不少、不重，文号不重不漏，链与推演一致，后台续办`, async () => {
  const { acknowledged, signed, kills, ...wrong } = await killWhileDocumentsAreWritten(folder, KILLS);
  console.log(`${kills} kills, ${acknowledged} acknowledged acts, ${signed} numbers`);
  expect(kills).toBe(KILLS);
  expect(signed).toBeGreaterThan(KILLS / 2);
  expect(wrong).toEqual({ lost: [], doubled: [], surprises: [], unasked: [], faults: [], wrongNumbers: [], leftUndone: 0, unrendered: 0 });
});
