import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anyKind, kindsOf } from '#platform/acts/kinds';
import { type ActAnswer, type Performed, type Platform, perform } from '#platform/acts/perform';
import { verify } from '#platform/acts/verify';
import { rows } from '#platform/db';
import { listTasks } from '#platform/matters/tasks';
import { matterView } from '#platform/matters/view';
import { workbench } from '#platform/matters/workbench';
import type { Session } from '#platform/session';
import { ANCHOR_MORNING, seedTestCity, type TestCity } from '#testing/city';
import { type TestDatabase, testDatabase } from '#testing/database';
import { testPlatform } from '#testing/platform';
import { CASE_SUPERVISION } from './kind.ts';

let database: TestDatabase;
let city: TestCity;
let platform: Platform;

beforeAll(async () => {
  database = await testDatabase();
  ({ city } = await seedTestCity(database.pool));
  platform = await testPlatform(database.pool, () => ANCHOR_MORNING, kindsOf([anyKind(CASE_SUPERVISION)]));
});
afterAll(() => database.close());

const act = (by: Session, name: string, matterId: string | null, input: unknown = {}): Promise<ActAnswer> =>
  perform(platform, { by, kind: 'case-supervision', act: name, matterId, input });
function done(answer: ActAnswer): Performed {
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  return answer.done;
}

describe('监督案件经由统一的办理路径', () => {
  it('证件当日到期的有效，昨日到期的不计（细则第十六条）；认定、免发、结案、归档', async () => {
    const bureau = city.市司法局;
    const clue = {
      source: 'own',
      subject: '检查发现的问题',
      unit: city.市市场监管局.id,
      head: '8(7)',
      facts: '未告知权利。',
      findings: [{ finding: 'F-1' }],
    };
    const { matterId: id } = done(await act(bureau.supervisorA.session, 'open', null, clue));
    done(await act(bureau.supervisorA.session, 'propose-filing', id, { opinion: '建议立案' }));
    const handlers = [bureau.supervisorA.officerId, bureau.supervisorB.officerId];
    expect(done(await act(bureau.deputyHead.session, 'file', id, { handlers })).number).toBe('巴司执监立〔2026〕1号');
    const onSite = (second: string) => ({
      ...{ place: '大厅', time: '9时', shown: true, present: '负责人', found: '未见记录' },
      officers: [bureau.supervisorA.officerId, second],
    });
    expect(await act(bureau.supervisorA.session, 'check-on-site', id, onSite(bureau.expiredYesterday.officerId))).toMatchObject({
      error: 'refused',
      refusal: { refused: 'two-on-site', cite: { instrument: '实施细则', article: 16 } },
    });
    done(await act(bureau.supervisorA.session, 'check-on-site', id, onSite(bureau.expiresToday.officerId)));
    done(await act(bureau.supervisorA.session, 'ask-statement', id, { matters: '说明', due: '2026-03-20' }));
    done(await act(bureau.supervisorA.session, 'record-statement', id, { received: true, words: '无异议' }));
    const problems = [{ head: '8(7)', facts: '未告知', norm: '应当告知', evidence: '1、2', finding: 'F-1' }];
    done(await act(bureau.supervisorA.session, 'establish', id, { problems, reasons: '证据充分' }));
    done(await act(bureau.deputyHead.session, 'exempt', id, { problems: [{ no: 1 }], reason: '已自行纠正' }));
    done(await act(bureau.deputyHead.session, 'close', id, { summary: '结案' }));
    done(await act(bureau.supervisorA.session, 'archive', id, { catalogue: '2026-1' }));
    const [row] = await rows<{ findings: string[]; problems_unanswered: number; evidence: number; closed_on: string }>(
      database.pool,
      'select c.*, m.closed_on from case_supervision c join matter m on m.id = c.matter_id where c.matter_id = $1',
      [id],
    );
    expect(row).toMatchObject({ findings: ['F-1'], problems_unanswered: 0, evidence: 2, closed_on: '2026-03-16' });
    expect((await verify(platform)).faults).toEqual([]);
  });

  it('要求书面说明轮到承办人，不论其岗位是否列在待办里；不是承办人的负责人不算轮到（细则第十条第一项）', async () => {
    const bureau = city.区司法局;
    const clue = { source: 'own', subject: '程序问题', unit: city.区市场监管局.id, head: '8(7)', facts: '未告知。' };
    const { matterId: id } = done(await act(bureau.supervisorA.session, 'open', null, clue));
    done(await act(bureau.supervisorA.session, 'propose-filing', id, { opinion: '建议立案' }));
    done(await act(bureau.head.session, 'file', id, { handlers: [bureau.supervisorA.officerId] }));
    const leader = bureau.deputyHead.session;
    const waitingFor = async (session: typeof leader) =>
      (await matterView(platform, session, id, { asOf: null, knownOn: null }))?.tasks.map((t) => [t.act, t.mine]);
    expect(await waitingFor(leader)).toEqual([['ask-statement', false]]);
    const handler = { ...leader, officerId: bureau.supervisorA.officerId };
    expect(await waitingFor(handler)).toEqual([['ask-statement', true]]);
    const onBench = async (session: typeof leader) =>
      (await listTasks(platform, session, 'todo', undefined, 200)).items.filter((t) => t.matterId === id).length;
    expect([await onBench(leader), await onBench(handler), await onBench(bureau.supervisorB.session)]).toEqual([0, 1, 1]);
    expect((await workbench(platform, handler)).todo).toBe((await workbench(platform, leader)).todo + 1);
    expect((await verify(platform)).faults).toEqual([]);
  });

  it('司法所提请到所属司法局的案头，别的司法局看不见（细则第二十三条第三款）', async () => {
    const petition = {
      ...{ subject: '镇执法队检查不规范', unit: city.狼山镇.id, head: '8(13)', facts: '无记录', suggested: 'notice' },
      bureau: city.区司法局.id,
    };
    const { matterId: id } = done(await act(city.狼山司法所.officer.session, 'petition', null, petition));
    expect(await act(city.旗司法局.supervisorA.session, 'accept-petition', id, { answer: '…' })).toEqual({ ok: false, error: 'absent' });
    expect(done(await act(city.区司法局.supervisorA.session, 'accept-petition', id, { answer: '接受' })).status).toBe('triage');
  });

  it('提级、指定后案件随承办机关归位：新机关办理，原机关只知状态，邻旗仍看不见；可以重新推演', async () => {
    const [district, banner, upper] = [city.区司法局, city.旗司法局, city.市司法局];
    const clue = { source: 'own', subject: '重大问题', unit: city.区市场监管局.id, head: '8(7)', facts: '未告知。' };
    const { matterId: id } = done(await act(district.supervisorA.session, 'open', null, clue));
    done(await act(district.supervisorA.session, 'propose-filing', id, { opinion: '建议立案' }));
    done(await act(district.deputyHead.session, 'file', id, { handlers: [district.supervisorA.officerId] }));
    const over = { to: banner.id, reason: '便于查明' };
    expect(await act(banner.head.session, 'designate', id, over)).toEqual({ ok: false, error: 'absent' });
    expect(await act(district.head.session, 'designate', id, over)).toMatchObject({ refusal: { refused: 'not-upper-bureau' } });
    done(await act(upper.head.session, 'designate', id, over));
    const words = { person: '某', facts: '拒绝' };
    expect(await act(district.supervisorA.session, 'refusal', id, words)).toMatchObject({ refusal: { refused: 'wrong-role' } });
    done(await act(banner.head.session, 'appoint', id, { handlers: [banner.supervisorA.officerId] }));
    done(await act(banner.supervisorA.session, 'refusal', id, words));
    done(await act(upper.head.session, 'take-up', id, { handlers: [upper.supervisorA.officerId], reason: '影响重大' }));
    expect(await act(banner.supervisorA.session, 'refusal', id, words)).toMatchObject({ refusal: { refused: 'wrong-role' } });
    const strays = await rows(
      database.pool,
      `select t.name from (
         select 'task' as name, region_ord, line_ord from task where matter_id = $1 union all
         select 'clock', region_ord, line_ord from clock where matter_id = $1 union all
         select 'document', region_ord, line_ord from document where matter_id = $1) t
       join matter m on m.id = $1 where (t.region_ord, t.line_ord) <> (m.region_ord, m.line_ord)`,
      [id],
    );
    expect(strays).toEqual([]);
    const [row] = await rows<{ organ_id: string; home_id: string }>(
      database.pool,
      'select c.organ_id, m.home_id from case_supervision c join matter m on m.id = c.matter_id where m.id = $1',
      [id],
    );
    expect(row).toEqual({ organ_id: upper.id, home_id: upper.id });
    expect((await verify(platform)).faults).toEqual([]);
  });
});
