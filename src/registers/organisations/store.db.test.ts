import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localDate } from '#law';
import { ANCHOR, seedTestCity, type TestCity } from '#testing/city';
import { type TestDatabase, testDatabase } from '#testing/database';
import { organisationFacts } from './store.ts';

const RENAMED_ON = '2026-02-01';
let database: TestDatabase;
let city: TestCity;
let facts: (day: string, knownAt?: string) => Promise<string | undefined>;

/** 交通运输局 changes its name on 1 February 2026; the register learns of it on 10 March. */
beforeAll(async () => {
  database = await testDatabase();
  ({ city } = await seedTestCity(database.pool));
  const { id, recordId } = city.市交通局;
  const record = (await database.pool.query('select * from organisation_record where id = $1', [recordId])).rows[0];
  await database.pool.query(`update organisation_record set known = tstzrange(lower(known), '2026-03-10T01:00:00Z') where id = $1`, [
    recordId,
  ]);
  for (const [valid, name] of [
    [`[2019-03-01,${RENAMED_ON})`, record.name],
    [`[${RENAMED_ON},)`, '巴彦淖尔市交通运输管理局'],
  ]) {
    const columns = Object.keys(record);
    const values = { ...record, id: crypto.randomUUID(), valid, known: '[2026-03-10T01:00:00Z,)', name };
    await database.pool.query(
      `insert into organisation_record (${columns.join(',')}) values (${columns.map((_, i) => `$${i + 1}`).join(',')})`,
      columns.map((c) => values[c]),
    );
  }
  facts = async (day, knownAt) => (await organisationFacts(database.pool, [id], localDate(day), knownAt)).get(id)?.name;
});
afterAll(() => database.close());

describe('单位登记的两个时间：有效期与知悉期（DESIGN §2 register）', () => {
  it('更名前一日仍为旧名，更名当日为新名', async () => {
    expect(await facts('2026-01-31')).toBe('巴彦淖尔市交通运输局');
    expect(await facts('2026-02-01')).toBe('巴彦淖尔市交通运输管理局');
  });

  it('按当时所知：登记之前读到旧名，登记之时起读到新名', async () => {
    expect(await facts('2026-02-20', '2026-03-10T00:59:59Z')).toBe('巴彦淖尔市交通运输局');
    expect(await facts('2026-02-20', '2026-03-10T01:00:00Z')).toBe('巴彦淖尔市交通运输管理局');
  });

  it('登记有效期之前没有该单位；未知单位不出现', async () => {
    expect(await facts('2019-02-28')).toBeUndefined();
    expect(await facts('2019-03-01')).toBe('巴彦淖尔市交通运输局');
    expect((await organisationFacts(database.pool, ['00000000-0000-4000-8000-000000000000'], ANCHOR)).size).toBe(0);
  });

  it('读到的事实与办件判断所需一致：司法行政部门、条线上级、归口机关', async () => {
    const found = await organisationFacts(database.pool, [city.派驻中队.id, city.市税务局.id], ANCHOR);
    expect(found.get(city.派驻中队.id)).toMatchObject({
      kind: 'stationed',
      bureauId: city.区司法局.id,
      answersThroughId: city.区市场监管局.id,
    });
    expect(found.get(city.市税务局.id)).toMatchObject({
      leadKind: 'vertical',
      lineSuperiorId: city.自治区税务局.id,
      bureauId: city.市司法局.id,
    });
  });

  it('同一单位有效期重叠的两条登记被数据库拒绝', async () => {
    await expect(
      database.pool.query(
        `insert into organisation_record select gen_random_uuid(), organisation_id, '[2026-01-01,2026-01-02)', '[2026-03-12,)', name, short_name,
           document_prefix, kind, tier, lead_kind, lead_basis, qualification, uscc, region_code, domain, superior_id, line_superior_id, bureau_id,
           answers_through_id, phone, email, demonstration, act_id from organisation_record where organisation_id = $1 and upper_inf(known) limit 1`,
        [city.市交通局.id],
      ),
    ).rejects.toMatchObject({ code: '23P01' });
  });
});
