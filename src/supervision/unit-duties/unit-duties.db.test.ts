import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localDate, shanghaiMidnight } from '#law';
import { kindsOf } from '#platform/acts/kinds';
import type { Platform } from '#platform/acts/perform';
import { inTransaction, rows } from '#platform/db';
import { SYSTEM_PREAMBLE } from '#platform/session';
import { carryOutLists, LIST_LABELS, planLists, registeredEntries } from '#registers/power-lists';
import { ANCHOR_MORNING, seedTestCity, type TestCity } from '#testing/city';
import { type TestDatabase, testDatabase } from '#testing/database';
import { testPlatform } from '#testing/platform';
import { judgeUnitDuties } from './index.ts';
import { unitsOn } from './store.ts';

let database: TestDatabase;
let platform: Platform;
let city: TestCity;
let now = ANCHOR_MORNING;

beforeAll(async () => {
  database = await testDatabase();
  ({ city } = await seedTestCity(database.pool));
  platform = await testPlatform(database.pool, () => now, kindsOf([]));
});
afterAll(() => database?.close());

const LENIENT = ['no-penalty', 'lighter', 'mitigated', 'no-coercion'] as const;
const LINE = {
  ...{ organisation: '市市场监管局', code: 'CF-1', name: '未明码标价', powerKind: '行政处罚', basis: '《价格法》第四十二条' },
  ...{ conditions: '初次违法，及时改正', publishedOn: '2025-01-10', from: '2025-01-01' },
};

async function load(...lists: readonly (keyof typeof LIST_LABELS)[]): Promise<void> {
  await inTransaction(database.pool, SYSTEM_PREAMBLE, async (client) => {
    const plan = planLists(
      lists.map((list, i) => ({ line: i + 2, cells: { ...LINE, list: LIST_LABELS[list] } })),
      {
        register: await registeredEntries(client, city.world.city),
        unitOf: () => ({ id: city.市市场监管局.id, name: '市市场监管局', kind: 'department', tier: 'city' }),
        endedBy: () => [],
      },
    );
    expect(plan.problems).toEqual([]);
    await carryOutLists(client, city.world.city, plan, { actId: randomUUID(), at: new Date(now).toISOString() });
  });
}
const judged = () => judgeUnitDuties(platform, () => false);
const standing = () =>
  rows<{ rule: string; subject: string; status: string; stands: boolean }>(
    database.pool,
    `select rule_id as rule, subject, status, stands from finding where matter_id = $1 and rule_id = 'G08' order by cohort`,
    [city.市市场监管局.id],
  );
const missing = async () => {
  const [found] = await rows<{ missing: [string, string][] }>(
    database.pool,
    'select p.missing from judgement j join judgement_pattern p on p.id = j.pattern where j.matter_id = $1',
    [city.市市场监管局.id],
  );
  return found?.missing;
};
const events = async () => (await rows(database.pool, 'select from finding_event')).length;

describe('单位职责：每天判断一次，清单变动之后再判断（细则第十九条第二款）', () => {
  it('全市还没有录入四张清单的，无法判断，不预警', async () => {
    await load('power', 'spot-check');
    expect(await judged()).toBeGreaterThan(5);
    expect(await standing()).toEqual([]);
    expect(await missing()).toContainEqual(['G08', '缺四张清单登记']);
  });
  it('四张清单缺一张的市级部门有预警', async () => {
    await load(...LENIENT.slice(0, 3));
    expect(await judged()).toBeGreaterThan(5);
    expect(await standing()).toMatchObject([{ rule: 'G08', subject: `${city.市市场监管局.name} 2026年度`, status: 'open', stands: true }]);
  });
  it('当天没有变动的不再判断', async () => {
    expect(await judged()).toBe(0);
  });
  it('次日再判断，答案没有变的一条也不记', async () => {
    now += 86_400_000;
    const before = await events();
    expect(await judged()).toBeGreaterThan(5);
    expect(await events()).toBe(before);
  });
  it('跨年的预警转入新年度，不在两个年度重复', async () => {
    now = shanghaiMidnight(localDate('2027-01-01')) + 9 * 3_600_000;
    await database.pool.query('select ensure_cohort(2027)');
    await judged();
    expect((await standing()).map((f) => [f.subject.slice(-6), f.stands])).toEqual([
      ['2026年度', false],
      ['2027年度', true],
    ]);
  });
  it('补齐第四张，预警随事实消除', async () => {
    await load('no-coercion');
    expect(await judged()).toBeGreaterThan(5);
    expect((await standing()).filter((f) => f.stands)).toEqual([]);
  });
});

describe('赋权的评估（处罚法第二十四条，规则S08）', () => {
  it('以最早的一项为准，说它是生效还是上次评估，不论其余各项', async () => {
    const line = (code: string, from: string, evaluatedOn: string) => ({
      ...{ ...LINE, list: LIST_LABELS.empowerment, organisation: '狼山镇', decision: '内政发〔2021〕1号' },
      ...{ code, from, evaluatedOn },
    });
    await inTransaction(database.pool, SYSTEM_PREAMBLE, async (client) => {
      const rowsOfFile = [line('1', '2021-01-01', '2025-03-01'), line('2', '2025-09-01', '')];
      const plan = planLists(
        rowsOfFile.map((cells, i) => ({ line: i + 2, cells })),
        {
          register: await registeredEntries(client, city.world.city),
          unitOf: () => ({ id: city.狼山镇.id, name: '狼山镇', kind: 'township', tier: 'township' }),
          endedBy: () => [],
        },
      );
      expect(plan.problems).toEqual([]);
      await carryOutLists(client, city.world.city, plan, { actId: randomUUID(), at: new Date(now).toISOString() });
    });
    const units = await inTransaction(database.pool, SYSTEM_PREAMBLE, (client) =>
      unitsOn(client, city.world.city, localDate('2026-11-23')),
    );
    const bureau = units.find((unit) => unit.id === city.区司法局.id);
    expect(bureau?.empowered).toMatchObject([{ since: '2025-03-01', evaluated: true }]);
  });
});

describe('规范性文件公布目录，内部监督制度（规则B03、G06）', () => {
  const enter = (cells: Readonly<Record<string, string>>) =>
    inTransaction(database.pool, SYSTEM_PREAMBLE, async (client) => {
      const plan = planLists([{ line: 2, cells: { ...LINE, powerKind: '', ...cells } }], {
        register: await registeredEntries(client, city.world.city),
        unitOf: () => ({ id: city.市市场监管局.id, name: '市市场监管局', kind: 'department', tier: 'city' }),
        endedBy: () => [],
      });
      expect(plan.problems).toEqual([]);
      await carryOutLists(client, city.world.city, plan, { actId: randomUUID(), at: new Date(now).toISOString() });
    });
  const unit = async () => {
    const units = await inTransaction(database.pool, SYSTEM_PREAMBLE, (client) =>
      unitsOn(client, city.world.city, localDate('2026-11-23')),
    );
    return units.find(({ id }) => id === city.市市场监管局.id);
  };

  it('公布目录中没有报送的列出', async () => {
    const [list, code] = [LIST_LABELS['normative-document'], '巴市监发〔2026〕3号'];
    await enter({ list, code, name: '办法', publishedOn: '2026-03-01', from: '2026-03-01' });
    expect((await unit())?.madeDocuments).toMatchObject([
      { title: '办法', publishedOn: '2026-03-01', submittedOn: null, effectiveOn: null },
    ]);
  });

  it('清单仍写着失效文件文号的列出；最后一日不列，次日列；文号只是一部分的不算', async () => {
    const document = (number: string, last: string) =>
      database.pool.query(
        `insert into normative_document (id, city, matter_id, maker_id, bureau_id, label, no, valid, known, title, document_number, published_on, filing_number, filed_on, act_id)
         values ($1, $2, $1, $3, $4, 2, 1, daterange('2020-01-01', $5::date + 1), tstzrange(now(), null), '旧办法', $6, '2020-01-01', '备1号', '2020-01-02', $1)`,
        [randomUUID(), city.world.city, city.市市场监管局.id, city.市司法局.id, last, number],
      );
    await document('巴市监发〔2020〕1号', '2026-11-22');
    await document('巴市监发〔2020〕2号', '2026-11-23');
    await document('监发〔2020〕3', '2026-11-01');
    const basis = '《旧办法》（巴市监发〔2020〕1号）第三条；巴市监发〔2020〕2号；巴市监发〔2020〕31号';
    await enter({ list: LIST_LABELS.inspection, code: 'JC-1', name: '摊点检查', basis, publishedOn: '2026-01-01', from: '2026-01-01' });
    const label = LIST_LABELS.inspection;
    expect((await unit())?.citesEnded).toEqual([
      { in: `${label}“摊点检查”`, title: '旧办法', number: '巴市监发〔2020〕1号', endedOn: '2026-11-23' },
    ]);
  });

  it('司法行政部门自有人使用平台之日起算清理；别的单位不问', async () => {
    const on = localDate('2026-11-23');
    const units = await inTransaction(database.pool, SYSTEM_PREAMBLE, (client) => unitsOn(client, city.world.city, on));
    const bureau = units.find(({ id }) => id === city.区司法局.id);
    expect(bureau?.rounds).toEqual({ since: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) as string, lastOpenedOn: null });
    expect((await unit())?.rounds).toBeNull();
  });

  it('内部监督制度全部失效的，不是没有录入', async () => {
    expect((await unit())?.systems).toBeNull();
    const ended = {
      list: LIST_LABELS['internal-system'],
      code: '机构',
      decision: '制度〔2020〕1号',
      from: '2020-01-01',
      through: '2025-12-31',
    };
    await enter({ ...ended, publishedOn: '' });
    expect((await unit())?.systems).toEqual([]);
  });
});
