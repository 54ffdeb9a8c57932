import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verify } from '#platform/acts/verify';
import { rows } from '#platform/db';
import { TRUTH } from './decisions/truth-table.ts';
import { ANCHOR, decisionsOf, type EmptyCity, emptyCity, foundByPlant } from './planted-city.fixtures.ts';
import type { SeedWorld } from './world/world.ts';

let planted: EmptyCity;
let world: SeedWorld;
beforeAll(async () => {
  planted = await emptyCity();
  const filled = await planted.fill();
  if (filled === null) throw new Error('the database was not empty');
  world = filled;
}, 300_000);
afterAll(() => planted.close());

const all = <T extends Record<string, unknown>>(sql: string): Promise<T[]> => rows<T>(planted.database.pool, sql);

describe('演示城市的处罚决定', () => {
  it('每条植入的决定都在真值表里，真值表里的每条都已植入；每条规则至少两条应疑、两条不应疑', async () => {
    const ids = (await decisionsOf(world)).flatMap((d) => d.plant ?? []);
    expect([...ids].sort()).toEqual(TRUTH.map((t) => t.plant).sort());
    for (const rule of new Set(TRUTH.map((t) => t.rule))) {
      expect(TRUTH.filter((t) => t.rule === rule && t.doubted).length, rule).toBeGreaterThanOrEqual(2);
      expect(TRUTH.filter((t) => t.rule === rule && !t.doubted).length, rule).toBeGreaterThanOrEqual(2);
    }
  });

  it('预警与真值表完全一致：不少一条，不多一条', async () => {
    const expected = TRUTH.filter((t) => t.doubted).map((t) => `${t.rule} ${t.plant}`);
    expect(await foundByPlant(planted, world)).toEqual(expected.sort());
  });

  it('不应疑的是判断过的，不是无法判断', async () => {
    const byPlant = new Map((await decisionsOf(world)).flatMap((d) => (d.plant === null ? [] : [[d.plant, d.number]])));
    const missing = await all<{ number: string; missing: [string, string][] }>(
      `select m.state->'row'->'number'->>'text' as number, p.missing from judgement j join judgement_pattern p on p.id = j.pattern
       join matter m on m.id = j.matter_id`,
    );
    const lacking = TRUTH.filter((t) => !t.doubted).flatMap((t) => {
      const row = missing.find((m) => m.number === byPlant.get(t.plant));
      return row?.missing.filter(([rule]) => rule === t.rule).map(([, what]) => `${t.plant} ${what}`) ?? [`${t.plant} 未判断`];
    });
    expect(lacking).toEqual([]);
  });
});

describe('演示城市的全部办理记录', () => {
  it('重新推演与各表一致，链条完整（faheng verify）', async () => {
    const verdict = await verify((await planted.opened()).platform);
    expect(verdict.faults).toEqual([]);
    expect(verdict.matters).toBeGreaterThan(300);
  });

  it('后台没有办不成的事', async () => {
    expect(await all('select topic, error from outbox where done_at is null or error is not null')).toEqual([]);
  });

  it('演示要看的各种情形都在：期限还剩十日、五日、一日，逾期由平台记明，退回、撤回、函件、待签收、待审核、待签发', async () => {
    const found = await all<{ status: string; n: number }>(
      `select status, count(*)::int as n from matter where kind = 'supervision-document' group by status`,
    );
    const count = new Map(found.map((f) => [f.status, f.n]));
    for (const status of 'draft reviewing signing sealing receiving handling legal-review lapsed performing answering answered withdrawn closed'.split(
      ' ',
    ))
      expect(count.get(status) ?? 0, status).toBeGreaterThan(0);
    const due = await all<{ due_on: string }>(
      `select due_on from clock where clock_id = 'KS-01' and stopped_on is null and due_on >= '${ANCHOR}'`,
    );
    expect(due.map((d) => d.due_on)).toEqual(expect.arrayContaining(['2026-12-04', '2026-11-30', '2026-11-25']));
    const lapsed = await all<{ lapsed_on: string }>('select lapsed_on from supervision_document where lapsed_on is not null');
    expect(lapsed.map((l) => l.lapsed_on)).toContain(ANCHOR);
  });

  it('已经有数据的库不再植入', async () => {
    expect(await planted.fill()).toBeNull();
  });
});
