import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anyKind } from '#platform/acts/kinds';
import { perform } from '#platform/acts/perform';
import { CERTIFICATE_AFFAIR } from '#registers/certificates';
import { SPECIAL_SUPERVISOR } from '#registers/special-supervisors';
import { SUBJECT_REVIEW } from '#registers/subject-reviews';
import type { Person } from '#testing/city';
import { type ServedCity, servedCity } from '#testing/served-city';
import { type LookedFor as Matter, type Ways, waysTo } from '#testing/ways-to-a-matter';

let served: ServedCity;

beforeAll(async () => {
  served = await servedCity({
    kinds: [anyKind(CERTIFICATE_AFFAIR), anyKind(SPECIAL_SUPERVISOR), anyKind(SUBJECT_REVIEW)],
  });
});
afterAll(() => served?.close());

async function opened(
  kind: string,
  act: string,
  by: Person,
  mark: string,
  inputOf: (file: string) => object & { readonly matterId?: string },
): Promise<Matter> {
  const file = await served.upload(by, mark);
  const { matterId = null, ...input } = inputOf(file);
  const answer = await perform(served.platform, { by: by.session, kind, act, matterId, input });
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  return { id: answer.done.matterId, file, mark };
}

const nominated = (mark: string): Promise<Matter> =>
  opened('special-supervisor', 'nominate', served.city.区司法局.supervisorA, mark, (file) => ({
    ...{ name: mark, workplace: '某律师事务所', source: 'lawyer', nominator: '市律师协会', grounds: '简历', photo: null },
    ...{ materials: [file], renews: null },
  }));

const applied = (mark: string): Promise<Matter> =>
  opened('certificate-affair', 'apply', served.city.区市场监管局.handlerA, mark, (file) => ({
    ...{
      affair: 'issue',
      unit: served.city.区市场监管局.id,
      bureau: served.city.区司法局.id,
      kind: 'enforcement',
      name: mark,
      number: null,
      person: null,
    },
    ...{ post: '科员', domains: '市场监管', qualification: '考试合格', lostOn: null, reason: '新任', photo: null, proof: [file] },
  }));

let year = 2030;
/** A round is found by its year: its title holds nothing that anybody types. */
async function reviewed(): Promise<Matter> {
  year += 1;
  const round = { year, units: [served.city.区市场监管局.id], dueOn: '2026-04-16', requirement: '逐项核对职权依据。' };
  const by = served.city.区司法局.supervisorA.session;
  const answer = await perform(served.platform, { by, kind: 'subject-review', act: 'open', matterId: null, input: round });
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  const { matterId: id } = answer.done;
  const { file } = await opened('subject-review', 'report', served.city.区市场监管局.legalOffice, String(year), (paper) => ({
    matterId: id,
    ...{ answer: 'same', powers: '《市场主体登记管理条例》第五条', staffing: '四十人', changes: null, papers: [paper] },
  }));
  return { id, file, mark: `${year}年度执法主体清理` };
}

const ways = async (kind: string, person: Person, matter: Matter): Promise<Ways> => waysTo(await served.as(person), kind, matter);

const NOT_MINE = { page: false, list: false, number: false, search: false, workbook: false, tasks: false, file: false };
const SEEN = { page: true, list: true, number: true, search: true, workbook: true, file: true };

async function seal({ id }: Matter): Promise<void> {
  for (const [table, key] of [
    ['matter', 'id'],
    ['participant', 'matter_id'],
    ['certificate_affair', 'matter_id'],
    ['special_supervisor', 'matter_id'],
    ['subject_review', 'matter_id'],
    ['task', 'matter_id'],
  ])
    await served.database.pool.query(`update ${table} set label = 4 where ${key} = $1`, [id]);
}

describe.each([
  ['special-supervisor', nominated, '特邀监督员'],
  ['certificate-affair', applied, '证件办理事项'],
  ['subject-review', reviewed, '执法主体清理'],
] as const)('%s：谁看得见', (kind, make, what) => {
  it(`${what}：承办的司法行政部门及其上级看得见，别的旗县、别的单位在页面、列表、总数、检索、导出、待办、附件里都没有`, async () => {
    const matter = await make(`可见${kind.length}某`);
    for (const person of [served.city.区司法局.supervisorB, served.city.市司法局.supervisorA])
      expect(await ways(kind, person, matter), person.name).toMatchObject(SEEN);
    expect((await ways(kind, served.city.区司法局.supervisorB, matter))['tasks']).toBe(true);
    for (const person of [served.city.旗司法局.supervisorA, served.city.旗市场监管局.head, served.city.市交通局.handlerA])
      expect(await ways(kind, person, matter), person.name).toEqual(NOT_MINE);
  });

  it(`${what}：同样的一件密封后，原来看得见的人也没有`, async () => {
    const [open, twin] = [await make(`孪生${kind.length}某`), await make(`密封${kind.length}某`)];
    await seal(twin);
    for (const person of [served.city.区司法局.supervisorB, served.city.市司法局.supervisorA]) {
      expect(await ways(kind, person, open), person.name).toMatchObject(SEEN);
      expect(await ways(kind, person, twin), person.name).toEqual(NOT_MINE);
    }
  });
});

it('执法主体清理：自查期限在办件页上只告诉受其约束的单位，司法行政部门看得见每个单位的', async () => {
  year += 1;
  const units = [served.city.市市场监管局, served.city.市交通局];
  const round = { year, units: units.map((unit) => unit.id), dueOn: '2026-04-16', requirement: '逐项核对职权依据。' };
  const by = served.city.市司法局.supervisorA.session;
  const answer = await perform(served.platform, { by, kind: 'subject-review', act: 'open', matterId: null, input: round });
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  const boundIn = async (person: Person): Promise<readonly string[]> => {
    const page = await (await served.as(person)).call({ url: `/api/matters/${answer.done.matterId}` });
    return page.json<{ clocks: { boundName: string }[] }>().clocks.map((clock) => clock.boundName);
  };
  for (const unit of units) expect(await boundIn(unit.legalOffice), unit.name).toEqual([unit.name]);
  expect((await boundIn(served.city.市司法局.supervisorB)).toSorted()).toEqual(units.map((unit) => unit.name).toSorted());
});
