import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addDays } from '#law';
import { ANCHOR, seedTestCity, type TestCity } from '#testing/city';
import { type TestDatabase, testDatabase } from '#testing/database';
import { certificateFacts } from './store.ts';

let database: TestDatabase;
let city: TestCity;
beforeAll(async () => {
  database = await testDatabase();
  ({ city } = await seedTestCity(database.pool));
});
afterAll(() => database.close());

describe('监督证在有效期内才算持证（细则第十六条）', () => {
  it('最后有效日当日持证，次日不持证', async () => {
    const { expiresToday } = city.市司法局;
    const on = async (day: typeof ANCHOR) =>
      (await certificateFacts(database.pool, [expiresToday.officerId], day)).get(expiresToday.officerId);
    expect(await on(ANCHOR)).toMatchObject([{ kind: 'supervision', number: '15080090008', status: 'valid', validThrough: ANCHOR }]);
    expect(await on(addDays(ANCHOR, 1))).toBeUndefined();
  });

  it('首日之前不持证，首日持证', async () => {
    const { officerId } = city.市司法局.supervisorA;
    const from = city.world.people.find((p) => p.key === '市司法局/supervisorA')?.certificates[0]?.from ?? ANCHOR;
    expect((await certificateFacts(database.pool, [officerId], from)).size).toBe(1);
    expect((await certificateFacts(database.pool, [officerId], addDays(from, -1))).size).toBe(0);
  });

  it('登记之前的时点尚不知悉该证', async () => {
    const { officerId } = city.市司法局.supervisorA;
    const known = (instant: string) => certificateFacts(database.pool, [officerId], ANCHOR, instant);
    expect((await known('2020-01-01T00:00:00Z')).size).toBe(0);
    expect((await known('2026-03-16T00:00:00Z')).size).toBe(1);
  });
});
