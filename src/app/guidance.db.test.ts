import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localDate } from '#law';
import { anyKind } from '#platform/acts/kinds';
import { perform } from '#platform/acts/perform';
import { inTransaction } from '#platform/db';
import { SYSTEM_PREAMBLE } from '#platform/session';
import { GUIDANCE, guidanceStanding } from '#registers/guidance';
import { carryOutLists, planLists } from '#registers/power-lists';
import type { Organisation, Person } from '#testing/city';
import { type ServedCity, servedCity } from '#testing/served-city';
import { cellsOf, type LookedFor, waysTo } from '#testing/ways-to-a-matter';
import { guidanceRoutes } from '../registers/guidance/routes.ts';

let served: ServedCity;

beforeAll(async () => {
  served = await servedCity({
    kinds: [anyKind(GUIDANCE)],
    routes: async (server, { platform }) => {
      await server.register(guidanceRoutes, { platform });
    },
  });
  await loadLists();
});
afterAll(() => served?.close());

/** 狼山镇 has one item that the department of its banner has on its own list, 呼勒斯太苏木 one that nobody has. */
async function loadLists(): Promise<void> {
  const line = { powerKind: '行政处罚', basis: '《价格法》第四十二条', decision: '内政发〔2021〕1号', name: '未明码标价的处罚' };
  const units: Readonly<Record<string, Organisation>> = {
    区局: served.city.区市场监管局,
    狼山镇: served.city.狼山镇,
    苏木: served.city.呼勒斯太苏木,
  };
  const cells = [
    { ...line, list: '权责清单', organisation: '区局', code: 'CF-1', from: '2024-01-01' },
    { ...line, list: '赋权清单', organisation: '狼山镇', code: 'CF-1', from: '2025-06-01' },
    { ...line, list: '赋权清单', organisation: '苏木', code: 'CF-9', from: '2025-06-01' },
  ];
  await inTransaction(served.database.pool, SYSTEM_PREAMBLE, async (client) => {
    const plan = planLists(
      cells.map((c, i) => ({ line: i + 2, cells: c })),
      {
        register: [],
        unitOf: (name) => {
          const unit = units[name];
          const isTown = unit !== served.city.区市场监管局;
          return unit === undefined
            ? null
            : { id: unit.id, name: unit.name, kind: isTown ? 'township' : 'department', tier: isTown ? 'township' : 'banner' };
        },
        endedBy: () => [],
      },
    );
    expect(plan.problems).toEqual([]);
    await carryOutLists(client, served.city.world.city, plan, { actId: randomUUID(), at: '2026-03-01T01:00:00Z' });
  });
}

async function act(by: Person, name: string, matterId: string | null, input: object): Promise<string> {
  const answer = await perform(served.platform, { by: by.session, kind: 'guidance', act: name, matterId, input });
  if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer)}`);
  return answer.done.matterId;
}
async function asked(mark: string): Promise<LookedFor> {
  const by = served.city.狼山镇.receiver;
  const file = await served.upload(by, mark);
  const input = {
    form: 'answer',
    subject: mark,
    guide: served.city.区市场监管局.id,
    request: '怎样适用？',
    dueOn: null,
    materials: [file],
  };
  return { id: await act(by, 'ask', null, input), file, mark };
}
const given = (on: string) => ({ on, guides: '李某', attendees: '王某', content: '适用不予处罚清单。', record: null });
const standing = async (guided: Organisation, on = '2026-03-16') =>
  (
    await inTransaction(served.database.pool, SYSTEM_PREAMBLE, (client) => guidanceStanding(client, served.city.world.city, localDate(on)))
  ).filter((s) => s.guidedId === guided.id);

type Shown = { items: { guidedId: string; asked: number; confirmed: number; waiting: number }[]; total: { count: number } };
async function links(person: Person, query = ''): Promise<Shown> {
  return (await (await served.as(person)).call({ url: `/api/guidance-links?limit=100${query}` })).json<Shown>();
}
async function workbook(person: Person): Promise<readonly string[]> {
  return cellsOf((await (await served.as(person)).call({ url: '/api/guidance-links/export' })).rawPayload);
}

describe('指导关系由名录按日得出（细则第二条第五款）', () => {
  it('苏木乡镇由有同一事项的旗县区部门指导，赋权之日起；没有部门有该事项的没有关系', async () => {
    expect(await standing(served.city.狼山镇)).toMatchObject([
      { guideId: served.city.区市场监管局.id, relation: 'township', since: '2025-06-01', lastConfirmedOn: null, logSince: null },
    ]);
    expect(await standing(served.city.狼山镇, '2025-05-31')).toEqual([]);
    expect(await standing(served.city.狼山镇, '2025-06-01')).toHaveLength(1);
    expect(await standing(served.city.呼勒斯太苏木)).toEqual([]);
  });

  it('没有同一事项而领域相同的旗县区部门也指导；别的旗县区有同一事项的部门不指导', async () => {
    const entry = (set: string) =>
      served.database.pool.query(`update list_entry_record set ${set} where organisation_id = $1 and list = 'empowerment'`, [
        served.city.呼勒斯太苏木.id,
      ]);
    await entry(`code = 'CF-1'`);
    expect(await standing(served.city.呼勒斯太苏木)).toEqual([]);
    await served.database.pool.query(`update organisation_record set domain = '市场监管' where organisation_id = any($1)`, [
      [served.city.旗市场监管局.id, served.city.区市场监管局.id],
    ]);
    await entry(`domain = '市场监管'`);
    expect(await standing(served.city.呼勒斯太苏木)).toMatchObject([
      { guideId: served.city.旗市场监管局.id, relation: 'township', since: '2025-06-01' },
    ]);
    await entry(`code = 'CF-9', domain = null`);
    expect(await standing(served.city.呼勒斯太苏木)).toEqual([]);
  });

  it('受委托组织、派驻队、下级部门各一个关系；外部机关不算', async () => {
    expect(await standing(served.city.交通支队)).toMatchObject([{ guideId: served.city.市交通局.id, relation: 'delegate' }]);
    expect(await standing(served.city.派驻中队)).toMatchObject([{ guideId: served.city.区市场监管局.id, relation: 'stationed' }]);
    expect(await standing(served.city.区市场监管局)).toMatchObject([{ guideId: served.city.市市场监管局.id, relation: 'counterpart' }]);
    expect(await standing(served.city.市税务局)).toEqual([]);
  });

  it('换了委托机关的，关系自更换之日起', async () => {
    const id = served.city.交通支队.id;
    await served.database.pool.query(
      `with old as (update organisation_record set valid = daterange(lower(valid), '2026-02-01') where organisation_id = $1 returning *)
       insert into organisation_record select (jsonb_populate_record(null::organisation_record, to_jsonb(old) || jsonb_build_object(
         'id', gen_random_uuid(), 'valid', '[2026-02-01,)', 'answers_through_id', $2::text))).* from old`,
      [id, served.city.市市场监管局.id],
    );
    expect(await standing(served.city.交通支队, '2026-01-31')).toMatchObject([{ guideId: served.city.市交通局.id }]);
    expect(await standing(served.city.交通支队, '2026-02-01')).toMatchObject([
      { guideId: served.city.市市场监管局.id, since: '2026-02-01' },
    ]);
  });
});

describe('业务指导：谁看得见', () => {
  it('双方和指导部门的司法行政部门看得见，别的单位在页面、列表、总数、检索、导出、待办、附件、关系页里都没有；密封的一件谁也没有', async () => {
    const [open, twin] = [await asked('食品摊贩裁量请示'), await asked('密封摊贩裁量请示')];
    for (const table of ['matter', 'participant', 'guidance', 'task'])
      await served.database.pool.query(`update ${table} set label = 4 where ${table === 'matter' ? 'id' : 'matter_id'} = $1`, [twin.id]);
    const nothing = { page: false, list: false, number: false, search: false, workbook: false, tasks: false, file: false };
    const within = [
      served.city.区市场监管局.legalOffice,
      served.city.狼山镇.head,
      served.city.区司法局.supervisorA,
      served.city.市司法局.supervisorA,
    ];
    for (const person of within) {
      const ways = async (matter: LookedFor) => waysTo(await served.as(person), 'guidance', matter);
      expect(await ways(open), person.name).toMatchObject({ page: true, list: true, search: true, workbook: true, file: true });
      expect(await ways(twin), person.name).toEqual(nothing);
      const link = (await links(person)).items.find((l) => l.guidedId === served.city.狼山镇.id);
      expect(link, person.name).toMatchObject({ asked: 1, waiting: 1, confirmed: 0 });
      expect(await workbook(person)).toContain(served.city.狼山镇.name);
    }
    for (const person of [served.city.旗司法局.supervisorA, served.city.市交通局.handlerA, served.city.呼勒斯太苏木.head]) {
      expect(await waysTo(await served.as(person), 'guidance', open), person.name).toEqual(nothing);
      expect((await links(person)).items.some((l) => l.guidedId === served.city.狼山镇.id)).toBe(false);
      expect(await workbook(person)).not.toContain(served.city.狼山镇.name);
    }
  });
});

describe('半年统计（SM-C17）', () => {
  it('对方确认的才算开展了指导，记在指导日期所在的半年；未确认的另列', async () => {
    const guide = served.city.区市场监管局.legalOffice;
    const input = { form: 'training', subject: '执法培训', guided: served.city.狼山镇.id, ...given('2025-12-31') };
    const id = await act(guide, 'record-given', null, input);
    expect(await standing(served.city.狼山镇)).toMatchObject([
      { lastConfirmedOn: null, lastUnconfirmedOn: '2025-12-31', logSince: '2025-12-31' },
    ]);
    await act(served.city.狼山镇.head, 'confirm', id, { words: '属实' });
    expect(await standing(served.city.狼山镇)).toMatchObject([{ lastConfirmedOn: '2025-12-31', lastUnconfirmedOn: null }]);
    const counts = async (half: string) =>
      (await links(guide, `&half=${half}`)).items.find((l) => l.guidedId === served.city.狼山镇.id)?.confirmed;
    expect([await counts('2025-2'), await counts('2026-1')]).toEqual([1, 0]);
    const silent = async (half: string) =>
      (await links(guide, `&silent=true&half=${half}`)).items.some((l) => l.guidedId === served.city.狼山镇.id);
    expect([await silent('2025-2'), await silent('2026-1')]).toEqual([false, true]);
  });
});
