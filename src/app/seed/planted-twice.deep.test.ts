import { describe, expect, it } from 'vitest';
import { localDate } from '#law';
import { verify } from '#platform/acts/verify';
import { inTransaction, rows } from '#platform/db';
import { SYSTEM_PREAMBLE } from '#platform/session';
import { isUnseeded } from './demonstration.ts';
import { DOUBTED, type EmptyCity, emptyCity, foundByPlant } from './planted-city.fixtures.ts';
import { STORIES, sealedClue } from './stories/index.ts';
import type { SeedWorld } from './world/world.ts';

/** What everybody can read of the city; ids, salts and digests are random in every city. */
const READABLE = [
  `select kind, title, status, seq, opened_on, closed_on, last_step_on, wake_at, label from matter order by kind, title, opened_on, seq`,
  `select m.title, a.seq, a.type, a.mode, a.legal_date, a.recorded_at from act a join matter m on m.id = a.matter_id order by m.kind, m.title, m.opened_on, a.seq`,
  `select rule_id, subject, severity, status, because, facts from finding order by rule_id, subject, fact`,
  `select text, series, serial from number_register order by text`,
  `select m.title, c.clock_id, c.started_on, c.due_on, c.stopped_on from clock c join matter m on m.id = c.matter_id order by 1, 2, 3`,
];

async function readable(city: EmptyCity): Promise<readonly unknown[]> {
  return inTransaction(city.database.pool, SYSTEM_PREAMBLE, async (client) => {
    const tables: unknown[] = [];
    for (const sql of READABLE) tables.push(await rows(client, sql));
    return tables;
  });
}

describe('演示城市的植入', () => {
  it('同一日植入两次，内容逐行相同', async () => {
    const [one, other] = [await emptyCity(), await emptyCity()];
    await one.fill();
    await other.fill();
    expect(await readable(other)).toEqual(await readable(one));
    await one.close();
    await other.close();
  });

  it('中途失败的植入不留下任何内容，可以重新开始', async () => {
    const city = await emptyCity();
    const failing = city.fill(async (pool, identity) => {
      const opened = await city.assemble(pool, identity);
      const stop = { ...opened.blobs, put: () => Promise.reject(new Error('killed half way')) };
      return { ...opened, blobs: stop };
    });
    await expect(failing).rejects.toThrow('killed half way');
    expect(await isUnseeded(city.database.pool)).toBe(true);
    await city.close();
  });

  it.each(['2026-11-27', '2026-12-10', '2026-12-31'])('在%s植入：预警仍与真值表完全一致', async (anchor) => {
    const { city, world } = await plantedOn(anchor);
    expect(await foundByPlant(city, world)).toEqual(DOUBTED);
    await city.close();
  });

  it.each(['2027-01-04', '2027-02-10', '2027-06-15'])(
    '在%s植入：放假安排未载入的年份也能植入，链条完整，对各件决定没有多余的预警',
    async (anchor) => {
      const { city, world } = await plantedOn(anchor);
      expect((await verify((await city.opened()).platform)).faults).toEqual([]);
      // A unit's year (A01, A03) depends on where the turn of the year falls among the plants.
      const ofDecisions = (await foundByPlant(city, world)).filter((f) => !/^A0/.test(f));
      expect(ofDecisions.filter((f) => !DOUBTED.includes(f))).toEqual([]);
      await city.close();
    },
  );
});

/** Grants of sealed matters are held against the database's own clock, which has not come that far. */
async function plantedOn(anchor: string): Promise<{ readonly city: EmptyCity; readonly world: SeedWorld }> {
  const city = await emptyCity(localDate(anchor));
  const world = await city.fill(
    city.assemble,
    STORIES.filter((story) => story !== sealedClue),
  );
  if (world === null) throw new Error('the database was not empty');
  return { city, world };
}
