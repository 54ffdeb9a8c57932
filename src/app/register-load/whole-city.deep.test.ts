import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { isRefusal, localDate } from '#law';
import { anyKind, kindsOf } from '#platform/acts/kinds';
import type { Platform } from '#platform/acts/perform';
import { inTransaction, rows } from '#platform/db';
import { loadLawContext } from '#platform/law-context';
import { type Session, SYSTEM_PREAMBLE } from '#platform/session';
import { organisationsOf, REGISTER_LOAD } from '#registers/organisations';
import { ANCHOR_MORNING } from '#testing/city';
import { type TestDatabase, testDatabase } from '#testing/database';
import { insertFile } from '../../platform/files.ts';
import { plannedChanges } from '../../registers/organisations/store-history.ts';
import { loadFirstOrganisations } from './first-load.ts';
import { confirmLoad, previewLoad } from './load.ts';
import { LOADERS } from './loaders.ts';
import { readTable } from './read-table.ts';

const UNITS = 3_000;
const OFFICERS = 10_000;

let database: TestDatabase;
let folder: string;
let platform: Platform;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'whole-city-'));
  database = await testDatabase();
  const law = await loadLawContext(database.pool);
  platform = {
    pool: database.pool,
    kinds: kindsOf([anyKind(REGISTER_LOAD)]),
    now: () => ANCHOR_MORNING,
    law: () => law,
    reactsTo: new Set(),
  };
});
afterAll(async () => {
  await database?.close();
  await rm(folder, { recursive: true, force: true });
});

/** A city of seven banners; everybody else stands below their governments, a third below a department. */
function unitLines(): readonly string[] {
  const lines = [
    '编码,名称,类别,层级,上级,条线上级,司法行政部门,机关代字,区划,生效日',
    'G,巴彦淖尔市人民政府,人民政府,市,,,,巴政,150800,2019-03-01',
    'B,巴彦淖尔市司法局,司法行政部门,市,G,,,巴司,150800,2019-03-01',
  ];
  const banners = Array.from({ length: 7 }, (_, i) => `15082${i + 1}`);
  for (const code of banners) lines.push(`G${code},第${code}旗人民政府,人民政府,旗县区,G,,,,${code},2019-03-01`);
  for (const code of banners) lines.push(`B${code},第${code}旗司法局,司法行政部门,旗县区,G${code},B,,,${code},2019-03-01`);
  for (let i = lines.length - 1; i < UNITS; i += 1) {
    const code = banners[i % 7] ?? '';
    const isTeam = i % 3 === 0 && i > 100;
    const place = isTeam ? `受委托组织,旗县区,U${i - 7}` : `行政执法部门,旗县区,G${code}`;
    lines.push(`U${i},第${i}${isTeam ? '执法大队' : '执法局'},${place},,B${code},,${code},2019-03-01`);
  }
  return lines;
}

it('三千个单位、一万名人员一次载入，机构树读得全（细则第二条、第八条第四项、第五项）', { timeout: 300_000 }, async () => {
  const unitsFile = join(folder, 'units.csv');
  await writeFile(unitsFile, unitLines().join('\n'));
  const started = performance.now();
  expect(await loadFirstOrganisations(platform, 1508, unitsFile)).toMatchObject({ is: 'loaded', units: UNITS });
  const unitsIn = performance.now();
  const law = await loadLawContext(database.pool);
  const there: Platform = { ...platform, law: () => law };
  const officersFile = join(folder, 'officers.csv');
  const officer = (i: number) =>
    `1508${String(i).padStart(7, '0')},行政执法证,人员${i},P${i},U${20 + ((i * 7) % 2_900)},有效,2024-01-01,2030-01-01`;
  await writeFile(
    officersFile,
    ['证号,证件类别,姓名,人员编号,单位,状态,生效日,失效日', ...Array.from({ length: OFFICERS }, (_, i) => officer(i + 1))].join('\n'),
  );
  const table = await readTable(officersFile, LOADERS.certificates.columns);
  if (isRefusal(table)) throw new Error(table.reason);
  const by = await bureauSession();
  const request = { register: 'certificates', file: { id: await file(by), name: '证件.csv', sha256: 'a'.repeat(64), table } } as const;
  const preview = await previewLoad(there, 1508, request);
  expect(preview.problems).toEqual([]);
  expect((await confirmLoad(there, by, request, preview.basis)).is).toBe('loaded');
  const seconds = (performance.now() - started) / 1000;
  const times: number[] = [];
  for (let i = 0; i < 5; i += 1) {
    const from = performance.now();
    const read = await inTransaction(database.pool, SYSTEM_PREAMBLE, async (client) => {
      await plannedChanges(client, 1508, localDate('2026-03-16'));
      return organisationsOf(client, 1508, localDate('2026-03-16'));
    });
    expect(read).toHaveLength(UNITS);
    times.push(performance.now() - from);
  }
  const median = times.sort((a, b) => a - b)[2] ?? 0;
  console.log(`units ${((unitsIn - started) / 1000).toFixed(1)} s, all ${seconds.toFixed(1)} s, tree ${median.toFixed(0)} ms`);
});

async function bureauSession(): Promise<Session> {
  const [bureau] = await rows<{ id: string; lo: number; hi: number }>(
    database.pool,
    `select id, reach_region_lo as lo, reach_region_hi as hi from organisation where code = 'B'`,
  );
  if (bureau === undefined) throw new Error('no bureau');
  const range = { lo: bureau.lo, hi: bureau.hi };
  const [accountId, postId] = [randomUUID(), randomUUID()];
  await database.pool.query(
    `insert into account (id, city, login, name, status, created_at) values ($1, 1508, 'jd', '监督员', 'active', now())`,
    [accountId],
  );
  return {
    ...{ accountId, postId, officerId: null, name: '监督员', role: 'supervisor', organisationId: bureau.id, city: 1508 },
    ...{ region: range, line: range, labelMax: 3 },
  };
}

async function file(by: Session): Promise<string> {
  const id = randomUUID();
  const blob = { sha256: id.replaceAll('-', '').repeat(2), sm3: 'b'.repeat(64), size: 3 };
  const given = { id, city: 1508, matter: null, name: '证件.csv', mediaType: 'text/csv', blob, uploadedBy: by.accountId };
  await inTransaction(database.pool, SYSTEM_PREAMBLE, (client) =>
    insertFile(client, { ...given, at: new Date(ANCHOR_MORNING).toISOString() }),
  );
  return id;
}
