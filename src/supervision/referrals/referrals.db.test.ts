import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anyKind, kindsOf } from '#platform/acts/kinds';
import { type ActAnswer, type Performed, type Platform, perform } from '#platform/acts/perform';
import { verify } from '#platform/acts/verify';
import { inTransaction, rows } from '#platform/db';
import { listMatters, type MatterQuery } from '#platform/matters/list';
import { kindsFor } from '#platform/matters/opening';
import { type Session, SYSTEM_PREAMBLE } from '#platform/session';
import { ANCHOR_MORNING, seedTestCity, type TestCity } from '#testing/city';
import { type TestDatabase, testDatabase } from '#testing/database';
import { testPlatform } from '#testing/platform';
import { REFERRAL, SEALED_REFERRAL } from './kind.ts';

let database: TestDatabase;
let city: TestCity;
let platform: Platform;

beforeAll(async () => {
  database = await testDatabase();
  ({ city } = await seedTestCity(database.pool));
  const kinds = kindsOf([anyKind(REFERRAL), anyKind(SEALED_REFERRAL)]);
  platform = await testPlatform(database.pool, () => ANCHOR_MORNING, kinds);
});
afterAll(() => database.close());

const act = (kind: string, by: Session, name: string, matterId: string | null, input: unknown = {}): Promise<ActAnswer> =>
  perform(platform, { by, kind, act: name, matterId, input });
function done(answer: ActAnswer): Performed {
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  return answer.done;
}

describe('密封移送只有指名的人员看得见（细则第二十条第一款）', () => {
  it('同局未指名的人、主管领导都得到“不存在”；指名的局长可以审批', async () => {
    const bureau = city.市司法局;
    const clue = {
      ...{ commission: city.市监委.id, secrecy: 'confidential', suspects: '某职务人员（演示）', clue: '线索' },
      ...{ evidence: [{ name: '笔录' }], readers: [bureau.head.officerId] },
    };
    const { matterId: id } = done(await act('sealed-referral', bureau.supervisorA.session, 'draft', null, clue));
    done(await act('sealed-referral', bureau.supervisorA.session, 'submit', id));
    for (const other of [bureau.supervisorB, bureau.deputyHead, city.市监委.liaison, city.市市场监管局.head])
      expect(await act('sealed-referral', other.session, 'submit', id)).toEqual({ ok: false, error: 'absent' });
    const approved = done(await act('sealed-referral', bureau.head.session, 'approve', id, { opinion: '同意' }));
    expect(approved.number).toBe('巴司执监密移〔2026〕1号');
    const [found] = await inTransaction(database.pool, SYSTEM_PREAMBLE, (client) =>
      rows<{ label: number; title: string; verify_code: string | null }>(
        client,
        'select m.label, m.title, d.verify_code from matter m join document d on d.matter_id = m.id where m.id = $1',
        [id],
      ),
    );
    expect(found).toEqual({ label: 4, title: '密封事项', verify_code: null });
  });

  it('只在指名人员自己的台账里，没有总数；总列表、总数、检索、导出对任何人都没有', async () => {
    const bureau = city.市司法局;
    const clue = {
      ...{ commission: city.市监委.id, secrecy: 'confidential', suspects: '某职务人员（演示）', clue: '线索' },
      ...{ evidence: [{ name: '笔录' }], readers: [bureau.head.officerId] },
    };
    const { matterId: id } = done(await act('sealed-referral', bureau.supervisorA.session, 'draft', null, clue));
    const ledger = (person: { session: Session }, more: Partial<MatterQuery> = {}) =>
      listMatters(platform, person.session, { kind: 'sealed-referral', ...more });
    for (const holder of [bureau.supervisorA, bureau.head]) {
      const page = await ledger(holder);
      expect(page.items.map((i) => i.id)).toContain(id);
      expect('total' in page).toBe(false);
      for (const more of [{ q: '密封' }, { withoutSealed: true }]) {
        expect(await ledger(holder, more)).toMatchObject({ items: [], total: { count: 0 } });
      }
      const all = await listMatters(platform, holder.session, { limit: 200 });
      expect(all.items.map((i) => i.kind)).not.toContain('sealed-referral');
      expect(all.total?.count).toBe(all.items.length);
      expect((await kindsFor(platform, holder.session)).find((k) => k.kind === 'sealed-referral')).toMatchObject({
        listed: true,
        sealed: true,
      });
    }
    for (const other of [bureau.supervisorB, bureau.deputyHead, city.市监委.liaison, city.市市场监管局.head])
      expect((await ledger(other)).items).toEqual([]);
  });

  it('密封种类的台账只列给可以提出的岗位和被指名的人员', async () => {
    const listed = async (session: Session): Promise<boolean | undefined> =>
      (await kindsFor(platform, session)).find((one) => one.kind === 'sealed-referral')?.listed;
    const bureau = city.市司法局;
    expect([await listed(bureau.supervisorA.session), await listed(bureau.head.session)]).toEqual([true, true]);
    const outside = [city.市监委.liaison, city.市公安局.liaison, city.市市场监管局.handlerA];
    for (const { session } of outside) expect(await listed(session)).toBe(false);
    const reader = bureau.checker;
    expect(await listed(reader.session)).toBe(false);
    const clue = {
      ...{ commission: city.市监委.id, secrecy: 'confidential', suspects: '某职务人员（演示）', clue: '线索' },
      ...{ evidence: [{ name: '笔录' }], readers: [reader.officerId] },
    };
    done(await act('sealed-referral', bureau.supervisorA.session, 'draft', null, clue));
    expect(await listed(reader.session)).toBe(true);
    for (const { session } of outside) expect(await listed(session)).toBe(false);
  });

  it('移送其他机关的事项照常办理，记录可以重新推演', async () => {
    const bureau = city.市司法局;
    const referral = {
      ...{
        subject: '涉嫌犯罪线索',
        addressee: city.市公安局.id,
        basis: '管辖',
        facts: '事实',
        materials: [{ name: '案卷' }],
        contact: '电话',
      },
      handlers: [bureau.supervisorA.officerId],
    };
    const { matterId: id } = done(await act('referral', bureau.supervisorA.session, 'draft', null, referral));
    done(await act('referral', bureau.supervisorA.session, 'submit', id));
    done(await act('referral', bureau.checker.session, 'review', id));
    expect(done(await act('referral', bureau.deputyHead.session, 'sign', id)).number).toBe('巴司执监移〔2026〕1号');
    expect(await act('referral', city.市公安局.liaison.session, 'receive', id)).toEqual({ ok: false, error: 'absent' });
    expect((await verify(platform)).faults).toEqual([]);
  });
});
