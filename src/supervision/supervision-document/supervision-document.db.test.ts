import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localDate, shanghaiMidnight } from '#law';
import { anyKind, kindsOf } from '#platform/acts/kinds';
import { type ActAnswer, type Performed, type Platform, perform } from '#platform/acts/perform';
import { performPlatformAct } from '#platform/acts/platform-act';
import { sweep } from '#platform/acts/sweep';
import { verify } from '#platform/acts/verify';
import { inTransaction, rows } from '#platform/db';
import { type LawContext, loadLawContext } from '#platform/law-context';
import { listClocks } from '#platform/matters/clocks';
import { matterView } from '#platform/matters/view';
import { workbench } from '#platform/matters/workbench';
import { type Session, SYSTEM_PREAMBLE } from '#platform/session';
import { ANCHOR_MORNING, type OtherCity, seedTestCity, type TestCity } from '#testing/city';
import { type TestDatabase, testDatabase } from '#testing/database';
import { SUPERVISION_DOCUMENT } from './kind.ts';

let database: TestDatabase;
let city: TestCity;
let other: OtherCity;
let law: LawContext;
let now = ANCHOR_MORNING;
let platform: Platform;
const queries: string[] = [];

beforeAll(async () => {
  database = await testDatabase({ onQuery: (q) => queries.push(q) });
  ({ city, other } = await seedTestCity(database.pool));
  law = await loadLawContext(database.pool);
  platform = {
    pool: database.pool,
    kinds: kindsOf([anyKind(SUPERVISION_DOCUMENT)]),
    now: () => now,
    law: () => law,
    reactsTo: new Set(),
  };
});
afterAll(() => database.close());

const act = (by: Session, name: string, matterId: string | null, input: unknown = {}): Promise<ActAnswer> =>
  perform(platform, { by, kind: 'supervision-document', act: name, matterId, input });

function done(answer: ActAnswer): Performed {
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  return answer.done;
}

const opinionTo = (addressee: string, more: Record<string, unknown> = {}) => ({
  type: 'opinion',
  subject: '行政处罚决定公示超期',
  addressee,
  background: '经查阅处罚决定台账，发现公示超期。',
  problems: [{ facts: '处罚决定作出后超过期限公示。', norm: '处罚决定应当依法及时公示。', demand: '补正公示，完善内部流程。' }],
  contact: '协调监督科 0478-0000000',
  ...more,
});

/** The platform renders after commit; here its own act stands in for the printing press. */
async function rendered(made: Performed, sealed: boolean): Promise<void> {
  const documents = made.documents.map(({ id }) => ({
    id,
    pdf: 'a'.repeat(64),
    docx: 'b'.repeat(64),
    ...(sealed ? { sealed: 'c'.repeat(64) } : {}),
  }));
  const type = sealed ? 'platform.sealed' : 'platform.rendered';
  await performPlatformAct(
    platform,
    { matterId: made.matterId, kind: 'supervision-document', type, input: { documents }, files: [] },
    async (client) => {
      const state = sealed ? 'sealed' : 'rendered';
      await client.query('update document set state = $2 where id = any($1::uuid[])', [documents.map((d) => d.id), state]);
    },
  );
}

type Bureau = {
  supervisorA: { session: Session };
  supervisorB: { session: Session };
  checker: { session: Session };
  head: { session: Session };
  sealKeeper: { session: Session };
};
type Unit = {
  receiver: { session: Session };
  head: { session: Session };
  handlerA: { session: Session };
  legalOffice: { session: Session };
};

async function served(bureau: Bureau, draft: unknown): Promise<string> {
  const { matterId: id } = done(await act(bureau.supervisorA.session, 'draft', null, draft));
  done(await act(bureau.supervisorA.session, 'submit', id));
  done(await act(bureau.supervisorB.session, 'check', id, { opinion: '事实清楚。' }));
  done(await act(bureau.checker.session, 'review', id));
  const signed = done(await act(bureau.head.session, 'sign', id));
  await rendered(signed, false);
  done(await act(bureau.sealKeeper.session, 'seal', id));
  expect(await act(bureau.supervisorA.session, 'serve', id)).toMatchObject({ refusal: { refused: 'not-sealed', cite: { article: 22 } } });
  await rendered(signed, true);
  done(await act(bureau.supervisorA.session, 'serve', id));
  return id;
}

const row = async (id: string) =>
  (
    await rows<{ status: string; due_on: string | null; number: string; problems_cleared: number; lapsed_on: string | null }>(
      database.pool,
      `select m.status, c.due_on, d.number, d.problems_cleared, d.lapsed_on from matter m join supervision_document d on d.matter_id = m.id
       left join clock c on c.matter_id = m.id and c.clock_id = 'KS-01' where m.id = $1`,
      [id],
    )
  )[0];

async function reported(unit: Unit, id: string, results: readonly unknown[]): Promise<void> {
  done(await act(unit.receiver.session, 'propose', id, { proposal: '请法制机构牵头。' }));
  done(await act(unit.head.session, 'assign', id, { order: '依法处理。' }));
  done(await act(unit.handlerA.session, 'handle', id, { results }));
  done(await act(unit.handlerA.session, 'submit-report', id, { summary: '已逐项处理。' }));
  done(await act(unit.legalOffice.session, 'legal-check', id, { opinion: '处理依据充分。' }));
  done(await act(unit.head.session, 'report', id));
}

describe('监督文书从拟稿到办结（细则第二十二条）', () => {
  it('市局发区局：签发取号，用印后才能送达，送达后收文单位才看得见；三十日从签收起算', async () => {
    const id = await served(
      city.市司法局,
      opinionTo(city.区市场监管局.id, { reportTo: city.区司法局.id, handlers: [city.市司法局.supervisorA.officerId] }),
    );
    const clocks = await listClocks(platform, city.市司法局.head.session, localDate('2026-03-16'), localDate('2026-04-16'), {});
    const waiting = clocks.items.find((c) => c.matterId === id && c.clockId === 'KS-46');
    expect(waiting?.waitsForName).not.toBe(waiting?.boundName);
    expect(waiting?.waitsForName).toContain('临河');
    const ofUnit = async (organisation: string) =>
      (await listClocks(platform, city.市司法局.head.session, localDate('2026-03-16'), localDate('2026-04-16'), { organisation })).items
        .filter((c) => c.matterId === id)
        .map((c) => c.clockId);
    expect(await ofUnit(city.区市场监管局.id)).toContain('KS-46');
    expect(await ofUnit(city.市司法局.id)).toContain('KS-46');
    expect(await ofUnit(city.市交通局.id)).toEqual([]);
    const receipt = done(await act(city.区市场监管局.receiver.session, 'receive', id));
    expect(receipt.statusName).toBe('拟办');
    expect(await row(id)).toMatchObject({ status: 'proposing', number: '巴司执监意〔2026〕1号', due_on: '2026-04-15' });
    const [printed] = await rows<{ facts: { addressee: string; handlers: unknown[]; copies: string[] } }>(
      database.pool,
      `select facts from document where matter_id = $1 and kind = 'DOC-9'`,
      [id],
    );
    expect(printed?.facts).toMatchObject({
      addressee: '临河区市场监督管理局（演示）',
      handlers: [{ name: '市司法局监督员甲' }],
      demonstration: true,
    });
  });

  it('第三十日当天仍可报告，次日零时由平台记为逾期未处理', async () => {
    const id = await served(city.市司法局, opinionTo(city.市市场监管局.id));
    done(await act(city.市市场监管局.receiver.session, 'receive', id));
    now = shanghaiMidnight(localDate('2026-04-16')) - 1;
    await sweep(platform);
    expect(await row(id)).toMatchObject({ status: 'proposing', due_on: '2026-04-15' });
    now = shanghaiMidnight(localDate('2026-04-18'));
    await sweep(platform);
    expect(await row(id)).toMatchObject({ status: 'lapsed', lapsed_on: '2026-04-16' });
    const told = (await workbench(platform, city.市市场监管局.receiver.session)).notices.find((n) => n.matterId === id);
    expect(told).toMatchObject({ number: (await row(id))?.number, text: expect.stringContaining('逾期') });
    now = ANCHOR_MORNING;
  });

  it('报告仍有未处理的，期限继续计算，届满即为逾期未处理', async () => {
    const id = await served(city.市司法局, opinionTo(city.市市场监管局.id));
    done(await act(city.市市场监管局.receiver.session, 'receive', id));
    await reported(city.市市场监管局, id, [{ no: 1, result: 'partial', reason: '系统改造未完成' }]);
    expect((await row(id))?.status).toBe('verifying');
    now = shanghaiMidnight(localDate('2026-04-18'));
    await sweep(platform);
    expect((await row(id))?.status).toBe('lapsed');
    now = ANCHOR_MORNING;
  });

  it('处理决定送达前撤回：决定作废、文号作废并记明理由，已送达的原文书及其文号不受影响；重新作出的另取文号（细则第二十二条第二款）', async () => {
    const bureau = city.市司法局;
    const id = await served(bureau, opinionTo(city.市市场监管局.id));
    done(await act(city.市市场监管局.receiver.session, 'receive', id));
    now = shanghaiMidnight(localDate('2026-04-18'));
    await sweep(platform);
    const measures = { measure: 'correct', ground: 'not-handled', content: '责令限期改正。' };
    const first = done(await act(bureau.head.session, 'take-measures', id, measures));
    done(await act(bureau.head.session, 'withdraw-decision', id, { reason: '事由有误' }));
    const second = done(await act(bureau.head.session, 'take-measures', id, measures));
    expect(second.number).not.toBe(first.number);
    const documents = await inTransaction(database.pool, SYSTEM_PREAMBLE, (client) =>
      rows<{ number: string; state: string }>(
        client,
        'select number, state from document where matter_id = $1 and number is not null order by seq',
        [id],
      ),
    );
    const seen = async (session: Session) => JSON.stringify(await matterView(platform, session, id, { asOf: null, knownOn: null }));
    for (const number of [first.number, second.number]) {
      expect(await seen(bureau.supervisorA.session)).toContain(number);
      // What has not been served is not told, nor what was withdrawn before it was.
      expect(await seen(city.市市场监管局.head.session)).not.toContain(number);
    }
    expect(await seen(city.市市场监管局.head.session)).not.toContain('责令限期改正');
    expect(documents.map((d) => d.state)).toEqual(['served', 'void', 'rendering']);
    expect(documents.map((d) => d.number).slice(1)).toEqual([first.number, second.number]);
    const voided = await rows<{ voided_on: string | null; void_reason: string | null }>(
      database.pool,
      'select voided_on, void_reason from number_register where matter_id = $1 order by seq',
      [id],
    );
    expect(voided).toEqual([
      { voided_on: null, void_reason: null },
      { voided_on: '2026-04-18', void_reason: '事由有误' },
      { voided_on: null, void_reason: null },
    ]);
    now = ANCHOR_MORNING;
  });

  it('第二市的报告期限为十五日，条款依该市规定', async () => {
    const id = await served(other.司法局, opinionTo(other.市场监管局.id));
    done(await act(other.市场监管局.receiver.session, 'receive', id));
    expect(await row(id)).toMatchObject({ number: '磴司执监意〔2026〕1号', due_on: '2026-03-31' });
    const [printed] = await rows<{ facts: { reply: { text: string }; opening: { text: string } } }>(
      database.pool,
      `select facts from document where matter_id = $1 and kind = 'DOC-9'`,
      [id],
    );
    expect(printed?.facts.reply.text).toContain('十五日内');
    expect(printed?.facts.opening.text).toContain('第十二条第一款');
  });

  it('关联的事项不存在、无权查看、种类不符，答复一样，什么也不写；取代文书送达以前原文书的期限照计', async () => {
    const elsewhere = done(await act(other.司法局.supervisorA.session, 'draft', null, opinionTo(other.市场监管局.id))).matterId;
    const id = await served(city.市司法局, opinionTo(city.市市场监管局.id));
    done(await act(city.市市场监管局.receiver.session, 'receive', id));
    const drafting = (more: Record<string, unknown>) =>
      act(city.市司法局.supervisorA.session, 'draft', null, opinionTo(city.市市场监管局.id, more));
    const before = await rows(database.pool, 'select count(*) from matter');
    for (const more of [{ corrects: elsewhere }, { corrects: '01990000-0000-7000-8000-000000000000' }, { fromCase: id }])
      expect(await drafting(more)).toMatchObject({
        error: 'input',
        problems: [{ reason: expect.stringContaining('没有这一事项，或者您无权查看') }],
      });
    expect(await rows(database.pool, 'select count(*) from matter')).toEqual(before);
    const replace = (by: string) => act(city.市司法局.head.session, 'replace', id, { by, effect: 'replaces', reason: '要求变更' });
    expect(await replace(elsewhere)).toMatchObject({ error: 'input' });
    const follower = done(await drafting({ corrects: id })).matterId;
    expect(await replace(follower)).toMatchObject({ refusal: { refused: 'not-served' } });
    expect(await row(id)).toMatchObject({ status: 'proposing' });
    expect(await replace(await served(city.市司法局, opinionTo(city.市市场监管局.id, { corrects: id })))).toMatchObject({ ok: true });
    expect(await row(id)).toMatchObject({ status: 'replaced' });
  });

  it('签发一份文书不超过八次往返；全部事项可由办理记录重新推演', async () => {
    const { matterId: id } = done(await act(city.市司法局.supervisorA.session, 'draft', null, opinionTo(city.市市场监管局.id)));
    done(await act(city.市司法局.supervisorA.session, 'submit', id));
    done(await act(city.市司法局.supervisorB.session, 'check', id));
    done(await act(city.市司法局.checker.session, 'review', id));
    const before = queries.length;
    done(await act(city.市司法局.deputyHead.session, 'sign', id));
    expect(queries.length - before).toBeLessThanOrEqual(8);
    expect((await verify(platform)).faults).toEqual([]);
  });
});
