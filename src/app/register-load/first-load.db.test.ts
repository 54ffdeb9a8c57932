import { createWriteStream } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { isRefusal, LEAD_KIND_LABELS, ORGANISATION_KIND_LABELS, QUALIFICATION_LABELS, TIER_LABELS } from '#law';
import { anyKind, kindsOf } from '#platform/acts/kinds';
import type { Platform } from '#platform/acts/perform';
import { verify } from '#platform/acts/verify';
import { inTransaction, rows } from '#platform/db';
import { loadLawContext } from '#platform/law-context';
import { REGISTER_LOAD } from '#registers/organisations';
import { ANCHOR, ANCHOR_MORNING, REGISTERS_KNOWN } from '#testing/city';
import { type TestDatabase, testDatabase } from '#testing/database';
import { seedCity } from '../seed/seed-city.ts';
import { demonstrationCity } from '../seed/world/demonstration.ts';
import { loadFirstOrganisations } from './first-load.ts';
import { previewLoad } from './load.ts';
import { LOADERS } from './loaders.ts';
import { readTable } from './read-table.ts';
import { registerWorkbook } from './template.ts';

let database: TestDatabase;
let folder: string;
let platform: Platform;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'faheng-test-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));
beforeEach(async () => {
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
afterEach(() => database.close());

const count = async (table: string): Promise<number> =>
  Number((await rows<{ n: number }>(database.pool, `select count(*)::int n from ${table}`))[0]?.n);
async function file(...lines: string[]): Promise<string> {
  const path = join(folder, `${lines.length}.csv`);
  await writeFile(path, `编码,名称,类别,层级,上级,条线上级,机关代字,区划,生效日\n${lines.join('\n')}\n`);
  return path;
}

const GOVERNMENT = '1,巴彦淖尔市人民政府,人民政府,市,,,巴政,150800,2019-03-01';
const BUREAU = '2,巴彦淖尔市司法局,司法行政部门,市,1,,巴司,150800,2019-03-01';
const BANNER = '3,五原县人民政府,人民政府,旗县区,1,,五政,150821,2019-03-01';
const BRANCH = '4,五原县司法局,司法行政部门,旗县区,3,2,五司,150821,2019-03-01';

describe('一个城市第一次载入自己的单位树', () => {
  it('空库载入：树、范围、规则参数都在，载入过程可核验', async () => {
    const answer = await loadFirstOrganisations(platform, 1508, await file(GOVERNMENT, BUREAU, BANNER, BRANCH));
    expect(answer).toMatchObject({ is: 'loaded', units: 4 });
    const [branch] = await rows<Record<string, number>>(
      database.pool,
      `select o.*, g.region_ord as seat_lo, g.region_hi as seat_hi from organisation o, organisation g where o.code = '4' and g.code = '3'`,
    );
    expect([branch?.['reach_region_lo'], branch?.['reach_region_hi']]).toEqual([branch?.['seat_lo'], branch?.['seat_hi']]);
    expect(await count('profile')).toBe(1);
    expect(await count(`organisation_record r where exists (select from act a where a.id = r.act_id and a.type = 'load')`)).toBe(4);
    expect(await verify(platform)).toMatchObject({ matters: 1, acts: 3, faults: [] });
  });

  it('说明书里的三行例子原样载入，没有提示；说明书写明全部列名和允许的内容', async () => {
    const guide = await readFile('src/registers/organisations/README.md', 'utf8');
    const path = join(folder, 'guide.csv');
    await writeFile(path, /```csv\n([^`]+)```/.exec(guide)?.[1] ?? '');
    expect(await loadFirstOrganisations(platform, 1508, path)).toEqual({ is: 'loaded', units: 3, warnings: [] });
    const titles = Object.values(LOADERS.organisations.columns).flatMap(({ title, also = [] }) => [title, ...also]);
    const labels = [ORGANISATION_KIND_LABELS, TIER_LABELS, LEAD_KIND_LABELS, QUALIFICATION_LABELS].flatMap((of) => Object.values(of));
    expect([...titles, ...labels].filter((word) => !guide.includes(word))).toEqual([]);
  });

  it('有一行错误就什么也不留下', async () => {
    const answer = await loadFirstOrganisations(platform, 1508, await file(GOVERNMENT, BUREAU, BANNER.replace('150821', '150102')));
    expect(answer).toMatchObject({ is: 'problems', prepared: { problems: [{ line: 4, column: '区划' }] } });
    expect([await count('organisation'), await count('profile'), await count('matter')]).toEqual([0, 0, 0]);
  });

  it('没有市级司法行政部门、没有规则参数、已有名录，都说明理由且不写入', async () => {
    const lone = await file(GOVERNMENT);
    expect(await loadFirstOrganisations(platform, 1508, lone)).toMatchObject({ refusal: { refused: 'no-bureau' } });
    expect(await loadFirstOrganisations(platform, 1101, lone)).toMatchObject({ refusal: { refused: 'no-profile' } });
    expect(await count('organisation')).toBe(0);
    await loadFirstOrganisations(platform, 1508, await file(GOVERNMENT, BUREAU));
    expect(await loadFirstOrganisations(platform, 1508, await file(GOVERNMENT, BUREAU))).toMatchObject({
      refusal: { refused: 'not-empty' },
    });
  });

  it('演示城市的名录导出后原样载入，没有错误也没有变化；换到空库载入，两棵树一致', async () => {
    const world = await demonstrationCity(ANCHOR);
    await inTransaction(database.pool, '', (client) => seedCity(client, world, REGISTERS_KNOWN));
    const law = await loadLawContext(database.pool);
    const seeded = { ...platform, law: () => law };
    const path = join(folder, 'demonstration.xlsx');
    await pipeline(await registerWorkbook(seeded, world.city, 'organisations'), createWriteStream(path));
    const table = await readTable(path, LOADERS.organisations.columns);
    if (isRefusal(table)) throw new Error(table.reason);
    const prepared = await previewLoad(seeded, world.city, { register: 'organisations', file: { id: '', name: '', sha256: '', table } });
    expect(prepared.problems).toEqual([]);
    expect(prepared.counts).toEqual({ added: 0, changed: 0, ended: 0, unchanged: world.units.length });

    const parents = (pool: TestDatabase['pool']) =>
      rows(
        pool,
        `select o.code, (select p.code from organisation p where p.region_ord < o.region_ord and p.region_hi >= o.region_hi order by p.region_ord desc limit 1) as region,
           (select p.code from organisation p where p.line_ord < o.line_ord and p.line_hi >= o.line_hi order by p.line_ord desc limit 1) as line
         from organisation o order by o.code collate "C"`,
      );
    const other = await testDatabase();
    try {
      expect(await loadFirstOrganisations({ ...platform, pool: other.pool }, world.city, path)).toMatchObject({
        is: 'loaded',
        units: world.units.length,
      });
      expect(await parents(other.pool)).toEqual(await parents(database.pool));
    } finally {
      await other.close();
    }
  });
});
