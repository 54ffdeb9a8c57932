import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localDate, shanghaiMidnight } from '#law';
import { correct } from '#platform/acts/correct';
import { anyKind, kindsOf } from '#platform/acts/kinds';
import { type ActAnswer, type Performed, type Platform, perform } from '#platform/acts/perform';
import { verify } from '#platform/acts/verify';
import { inTransaction, rows } from '#platform/db';
import { listFindings } from '#platform/findings/list';
import { verifyFindings } from '#platform/findings/verify-findings';
import { type Session, sessionPreamble } from '#platform/session';
import { seedTestCity, type TestCity } from '#testing/city';
import { type TestDatabase, testDatabase } from '#testing/database';
import { testPlatform } from '#testing/platform';
import { CASE_SUPERVISION } from './kind.ts';

let database: TestDatabase;
let city: TestCity;
let platform: Platform;

beforeAll(async () => {
  database = await testDatabase();
  ({ city } = await seedTestCity(database.pool));
  platform = await testPlatform(
    database.pool,
    () => shanghaiMidnight(localDate('2026-03-20')) + 9 * 3_600_000,
    kindsOf([anyKind(CASE_SUPERVISION)]),
  );
});
afterAll(() => database.close());

type More = { readonly legalDate?: string; readonly reported?: { readonly source: string } };
const act = (by: Session, name: string, matterId: string | null, input: unknown = {}, more: More = {}): Promise<ActAnswer> =>
  perform(platform, { by, kind: 'case-supervision', act: name, matterId, input, ...more });
function done(answer: ActAnswer): Performed {
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  return answer.done;
}

async function filed(): Promise<string> {
  const bureau = city.市司法局;
  const clue = { source: 'own', subject: '检查发现的问题', unit: city.市市场监管局.id, head: '8(7)', facts: '未告知权利。' };
  const { matterId } = done(await act(bureau.supervisorA.session, 'open', null, clue));
  done(await act(bureau.supervisorA.session, 'propose-filing', matterId, { opinion: '建议立案' }));
  const handlers = [bureau.supervisorA.officerId, bureau.supervisorB.officerId];
  done(await act(bureau.deputyHead.session, 'file', matterId, { handlers }));
  return matterId;
}

const PAPER: More = { legalDate: '2026-03-18', reported: { source: '纸质现场检查记录' } };
const onSite = (second: string) => ({
  ...{ place: '大厅', time: '9时', shown: true, present: '负责人', found: '未见记录' },
  officers: [city.市司法局.supervisorA.officerId, second],
});
const oneCertified = (id: string, more: More = PAPER) =>
  act(city.市司法局.supervisorA.session, 'check-on-site', id, onSite(city.市司法局.expiredYesterday.officerId), more);

type Found = {
  rule_id: string;
  fact: string;
  status: string;
  severity: string;
  because: string;
  organisation_id: string;
  cites: unknown;
  stands: boolean;
};
const findingsOf = (id: string) => rows<Found>(database.pool, 'select * from finding where matter_id = $1 order by fact', [id]);
const gathered = async (id: string) =>
  (
    await rows<{ state: { gathered: readonly { isEvidence: boolean }[] } }>(database.pool, 'select state from matter where id = $1', [id])
  )[0]?.state.gathered;
const seqOf = async (id: string) => (await rows<{ seq: number }>(database.pool, 'select seq from matter where id = $1', [id]))[0]?.seq ?? 0;

describe('法定办理条件不拦补录，拦下的成为预警（细则第三条第二款、第十六条）', () => {
  it('在平台上办理的予以拒绝，不留预警；补录的照实记录并形成预警，载明条件、条文和理由', async () => {
    const id = await filed();
    expect(await oneCertified(id, {})).toMatchObject({ ok: false, refusal: { refused: 'two-on-site' } });
    expect(await findingsOf(id)).toEqual([]);
    const told = done(await oneCertified(id));
    expect(told.says).toContain('只作线索');
    expect(await gathered(id)).toMatchObject([{ isEvidence: false }]);
    const found = await findingsOf(id);
    expect(found).toMatchObject([
      {
        ...{ rule_id: 'R-reported-act', fact: `${told.seq}/two-on-site`, status: 'open', severity: 'red', stands: true },
        organisation_id: city.市司法局.id,
        cites: [{ instrument: '实施细则', article: 16 }],
      },
    ]);
    expect(found[0]?.because).toContain('现有1名');
    expect((await verify(platform)).faults).toEqual([]);
    expect(await verifyFindings(platform)).toMatchObject({ faults: [] });
  });

  it('符合条件的补录没有预警；同一事项的另一条补录互不影响', async () => {
    const id = await filed();
    const lawful = done(
      await act(city.市司法局.supervisorA.session, 'check-on-site', id, onSite(city.市司法局.supervisorB.officerId), PAPER),
    );
    expect(lawful.says).toContain('证据材料第1项');
    expect(await findingsOf(id)).toEqual([]);
    const first = done(await oneCertified(id));
    const second = done(await oneCertified(id));
    expect((await findingsOf(id)).map((f) => f.fact)).toEqual([`${first.seq}/two-on-site`, `${second.seq}/two-on-site`]);
  });

  it('看得见本事项的看得见预警，别的司法局看不见', async () => {
    const id = await filed();
    done(await oneCertified(id));
    const seen = (session: Session) =>
      inTransaction(database.pool, sessionPreamble(session, platform.now()), (client) => listFindings(client, session, { matter: id }, {}));
    expect((await seen(city.市司法局.supervisorA.session)).items).toHaveLength(1);
    expect((await seen(city.旗司法局.supervisorA.session)).items).toEqual([]);
  });

  it('更正了补录的，重新判断：符合条件即消除并可作证据；撤销录入的也消除', async () => {
    const id = await filed();
    const told = done(await oneCertified(id));
    const fields = { officers: [city.市司法局.supervisorA.officerId, city.市司法局.supervisorB.officerId] };
    const what = { retract: false, fields, legalDate: null } as const;
    const base = { matterId: id, seq: told.seq, reason: '录错人员', proof: [], what };
    const proposed = await correct(platform, {
      ...base,
      session: city.市司法局.supervisorA.session,
      ifSeq: await seqOf(id),
      proposal: null,
    });
    if (!proposed.ok) throw new Error(JSON.stringify(proposed));
    expect(await findingsOf(id)).toMatchObject([{ status: 'open', stands: true }]);
    const proposal = { seq: proposed.seq };
    const confirmed = await correct(platform, { ...base, session: city.市司法局.supervisorB.session, ifSeq: await seqOf(id), proposal });
    expect(confirmed).toMatchObject({ ok: true, done: true });
    expect(await findingsOf(id)).toMatchObject([{ status: 'cleared-unconfirmed', stands: false }]);
    expect(await gathered(id)).toMatchObject([{ isEvidence: true }]);
    expect((await verify(platform)).faults).toEqual([]);
  });
});

describe('更正后再问办理条件：法定条件不符的照实更正并形成预警，形式条件不符的不予更正（adr/0009，处罚法第四十七条）', () => {
  const by = () => city.市司法局.supervisorA.session;
  const other = () => city.市司法局.supervisorB.session;
  const officers = (second: string | null) => ({ officers: [city.市司法局.supervisorA.officerId, second] });
  async function correcting(
    id: string,
    seq: number,
    fields: Readonly<Record<string, unknown>>,
    session = by(),
    proposal: number | null = null,
  ) {
    const what = { retract: false, fields, legalDate: null } as const;
    const more = { ifSeq: await seqOf(id), proposal: proposal === null ? null : { seq: proposal } };
    return correct(platform, { matterId: id, seq, reason: '录错', proof: [], what, session, ...more });
  }
  async function performed(id: string): Promise<number> {
    return done(await act(by(), 'check-on-site', id, onSite(city.市司法局.supervisorB.officerId))).seq;
  }

  it('平台上办理的现场检查，更正为只有一人持证的：须另一人确认，记明条文和理由，形成预警，不再作证据（细则第十六条）', async () => {
    const id = await filed();
    const seq = await performed(id);
    expect(await gathered(id)).toMatchObject([{ isEvidence: true }]);
    const wrong = officers(city.市司法局.expiredYesterday.officerId);
    const proposed = await correcting(id, seq, wrong);
    if (!proposed.ok) throw new Error(JSON.stringify(proposed));
    expect(proposed).toMatchObject({ done: false, says: expect.stringContaining('现有1名') });
    expect(await findingsOf(id)).toEqual([]);
    const confirmed = await correcting(id, seq, wrong, other(), proposed.seq);
    expect(confirmed).toMatchObject({ ok: true, done: true, says: expect.stringContaining('第十六条') });
    const found = await findingsOf(id);
    expect(found).toMatchObject([
      { rule_id: 'R-reported-act', fact: `${seq}/two-on-site`, severity: 'red', cites: [{ instrument: '实施细则', article: 16 }] },
    ]);
    expect(found[0]?.because).toContain('经更正的');
    expect(await gathered(id)).toMatchObject([{ isEvidence: false }]);
    expect((await verify(platform)).faults).toEqual([]);
    expect(await verifyFindings(platform)).toMatchObject({ faults: [] });

    const again = await correcting(id, seq, officers(city.市司法局.supervisorB.officerId));
    if (!again.ok) throw new Error(JSON.stringify(again));
    expect(await correcting(id, seq, officers(city.市司法局.supervisorB.officerId), other(), again.seq)).toMatchObject({ done: true });
    expect(await findingsOf(id)).toMatchObject([{ status: 'cleared-unconfirmed', stands: false }]);
    expect(await gathered(id)).toMatchObject([{ isEvidence: true }]);
    expect((await verify(platform)).faults).toEqual([]);
  });

  it('更正后仍符合条件的没有预警，文字更正不必他人确认', async () => {
    const id = await filed();
    const seq = await performed(id);
    const told = await correcting(id, seq, { place: '办事大厅' });
    expect(told).toMatchObject({ ok: true, done: true, says: '已更正，原内容保留可查；期限、待办已重新计算。' });
    expect(await findingsOf(id)).toEqual([]);
  });

  it('形式条件不符的不予更正：线索来源改为其他监督转来而不载明机关（细则第二十四条）', async () => {
    const id = await filed();
    expect(await correcting(id, 1, { source: 'partner' })).toMatchObject({
      error: 'refused',
      refusal: { refused: 'partner', cite: { instrument: '实施细则', article: 24 } },
    });
    expect(await correcting(id, 1, { source: 'partner', partner: '24(6)' })).toMatchObject({ ok: true, done: true });
  });

  it('当初合法、证件登记后来变化的，不算更正之过', async () => {
    const id = await filed();
    const seq = await performed(id);
    await database.pool.query(`update certificate_record set status = 'suspended' where officer_id = $1`, [
      city.市司法局.supervisorB.officerId,
    ]);
    expect(await correcting(id, seq, { place: '办事大厅' })).toMatchObject({ ok: true, done: true });
    expect(await findingsOf(id)).toEqual([]);
  });
});
