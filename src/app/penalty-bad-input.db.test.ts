import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ORDINARY_PENALTY } from '#enforcement/ordinary-penalty';
import { SUMMARY_PENALTY } from '#enforcement/summary-penalty';
import { addDays, type Json } from '#law';
import { anyKind } from '#platform/acts/kinds';
import { type ActAnswer, type Performed, perform } from '#platform/acts/perform';
import { verify } from '#platform/acts/verify';
import { rows } from '#platform/db';
import { pdfText } from '#platform/documents/testing';
import { drainOutbox } from '#platform/outbox';
import { ANCHOR, type Person } from '#testing/city';
import type { TestBrowser } from '#testing/identity';
import { type ServedCity, servedCity } from '#testing/served-city';
import { cellsOf } from '#testing/ways-to-a-matter';
import * as ordinary from '../enforcement/ordinary-penalty/testing.ts';
import * as summary from '../enforcement/summary-penalty/testing.ts';
import { afterActs } from './after-act.ts';
import { readLists } from './list-facts.ts';
import { renderingHandlers } from './rendering.ts';

type Input = Readonly<Record<string, Json>>;
type More = Partial<Pick<Parameters<typeof perform>[1], 'legalDate' | 'reported' | 'ifSeq'>>;
const TOMORROW = addDays(ANCHOR, 1);
/** 500 characters: letters of the register of names, and none that a line could break at. */
const LONG = `${'巴彦淖尔市临河区河套平原优质农畜产品加工仓储物流配送与电子商务综合服务'.repeat(15)}有限责任公司`.slice(-500);

let served: ServedCity;
let handlers: readonly Person[] = [];
let officers: readonly (string | null)[] = [];

beforeAll(async () => {
  served = await servedCity({
    kinds: [anyKind(ORDINARY_PENALTY), anyKind(SUMMARY_PENALTY)],
    more: (identity) => ({ sealing: identity.keys, lists: readLists, afterAct: afterActs(identity.keys) }),
  });
  const { handlerA, handlerB } = served.city.区市场监管局;
  handlers = [handlerA, handlerB];
  officers = handlers.map((h) => h.officerId);
});
afterAll(() => served?.close());

const act = (by: Person, kind: string, name: string, matterId: string | null, input: Input = {}, more: More = {}): Promise<ActAnswer> =>
  perform(served.platform, { ...{ by: by.session, kind, act: name, matterId, input }, ...more });
function done(answer: ActAnswer): Performed {
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  return answer.done;
}
const first = (): Person => handlers[0] ?? served.city.区市场监管局.handlerA;
const second = (): Person => handlers[1] ?? served.city.区市场监管局.handlerB;
const seqOf = async (id: string): Promise<number> =>
  (await rows<{ seq: number }>(served.database.pool, 'select seq from matter where id = $1', [id]))[0]?.seq ?? 0;

const DAYS: Input = { actStartedOn: addDays(ANCHOR, -10), actEndedOn: addDays(ANCHOR, -10), discoveredOn: addDays(ANCHOR, -9) };
const evidence = async (name: string, by = first()): Promise<Input> => ({
  ...{ ...ordinary.EVIDENCE, name, officers, papers: [await served.upload(by)] },
});
async function filed(more: Input = {}): Promise<string> {
  const { matterId } = done(await act(first(), 'ordinary-penalty', 'open', null, { ...ordinary.CLUE, ...DAYS, ...more }));
  done(
    await act(first(), 'ordinary-penalty', 'propose-filing', matterId, {
      ...ordinary.PROPOSAL,
      handlers: officers,
      region: served.city.区市场监管局.id,
    }),
  );
  done(await act(served.city.区市场监管局.head, 'ordinary-penalty', 'file', matterId));
  return matterId;
}
async function verified(): Promise<string> {
  const id = await filed();
  done(await act(first(), 'ordinary-penalty', 'evidence', id, await evidence('价格台账')));
  const question = { ...ordinary.QUESTION, officers, papers: [await served.upload(first())] };
  done(await act(first(), 'ordinary-penalty', 'question', id, question));
  done(await act(first(), 'ordinary-penalty', 'verify-evidence', id, ordinary.VERIFY));
  return id;
}
const opening = (more: Input = {}): Input => summary.opening({ officers, actOn: ANCHOR, ...more });
const onSite = async (more: Input = {}): Promise<string> =>
  done(await act(first(), 'summary-penalty', 'open', null, opening(more))).matterId;

describe('还没有发生的不能登记：步骤、事后登记、补录都写明条文和理由，什么也不留下（处罚法第四十条、第五十四条）', () => {
  it('两种程序一样', async () => {
    const cases = [
      ['ordinary-penalty', 'evidence', await filed(), await evidence('明日的证据')],
      ['summary-penalty', 'hear', await onSite(), summary.NO_STATEMENT],
    ] as const;
    for (const [kind, name, id, input] of cases) {
      const before = await seqOf(id);
      for (const more of [{}, { reported: { source: '纸质案卷' } }])
        expect(await act(first(), kind, name, id, input, { legalDate: TOMORROW, ...more }), kind).toMatchObject({
          refusal: { refused: 'in-future', reason: expect.stringContaining(TOMORROW), cite: { instrument: '行政处罚法' } },
        });
      expect(await seqOf(id)).toBe(before);
      expect((await act(first(), kind, name, id, input)).ok, kind).toBe(true);
    }
  });
});

describe('两名执法人员同时办理一件案件', () => {
  it('同时登记两份证据，两份都在；同时提交调查终结报告，只有一份成立，另一人得知为什么', async () => {
    const id = await verified();
    const both = await Promise.all(
      handlers.map(async (by, i) => act(by, 'ordinary-penalty', 'evidence', id, await evidence(`同时的证据${i}`, by))),
    );
    expect(both.map((answer) => answer.ok)).toEqual([true, true]);
    const [kept] = await rows<{ names: string[] }>(
      served.database.pool,
      `select array(select e->>'name' from jsonb_array_elements(state->'evidence') e order by e->>'name') as names from matter where id = $1`,
      [id],
    );
    expect(kept?.names).toEqual(expect.arrayContaining(['同时的证据0', '同时的证据1', '价格台账']));
    const reports = await Promise.all(handlers.map((by) => act(by, 'ordinary-penalty', 'conclude', id, ordinary.REPORT)));
    expect(reports.filter((answer) => answer.ok)).toHaveLength(1);
    expect(reports.find((answer) => !answer.ok)).toMatchObject({
      refusal: { refused: 'wrong-state', reason: expect.stringContaining('当前为“审查调查结果”'), cite: { instrument: '行政处罚法' } },
    });
  });

  it('在页面上：后提交的得知案件已有变化，写好的草稿还在，看过以后照样办成', async () => {
    const id = await onSite();
    const pages = await Promise.all(handlers.map((by) => served.as(by)));
    const [one, other] = pages as [TestBrowser, TestBrowser];
    const draft = { typed: [{ statement: 'none' }] };
    await other.call({ method: 'PUT', url: `/api/drafts/${id}-hear`, payload: draft });
    const seq = await seqOf(id);
    const hear = (page: TestBrowser, ifSeq: number, key: string) =>
      page.call({
        method: 'POST',
        url: `/api/summary-penalty/${id}/hear`,
        payload: { input: summary.NO_STATEMENT, ifSeq },
        headers: { 'idempotency-key': key },
      });
    expect((await hear(one, seq, 'two-at-once-1')).statusCode).toBe(200);
    const late = await hear(other, seq, 'two-at-once-2');
    expect([late.statusCode, late.json().error]).toEqual([409, 'changed']);
    expect((await other.call({ url: `/api/drafts/${id}-hear` })).json()).toMatchObject({ draft: { body: draft } });
    expect((await hear(other, seq + 1, 'two-at-once-3')).statusCode).toBe(200);
    expect(await seqOf(id)).toBe(seq + 2);
  });
});

describe('调查终结以后的证据；办理中途失效的证件（处罚法第四十条、第四十二条）', () => {
  it('提交报告以后拒绝，写明退回补充调查', async () => {
    const id = await verified();
    done(await act(first(), 'ordinary-penalty', 'conclude', id, ordinary.REPORT));
    const [late, before] = [await evidence('终结以后的证据'), await seqOf(id)];
    expect(await act(first(), 'ordinary-penalty', 'evidence', id, late)).toMatchObject({
      refusal: {
        refused: 'after-report',
        reason: expect.stringContaining('退回补充调查'),
        cite: { instrument: '行政处罚法', article: 57 },
      },
    });
    expect(await seqOf(id)).toBe(before);
  });

  it('写明是谁的证件、怎么办；更换承办人以后接着办，以前的办理一项不少', async () => {
    const { head, legalOffice } = served.city.区市场监管局;
    const id = await verified();
    const before = await seqOf(id);
    const set = (status: string) =>
      served.database.pool.query('update certificate_record set status = $2 where officer_id = $1', [second().officerId, status]);
    await set('suspended');
    const stopped = await act(first(), 'ordinary-penalty', 'conclude', id, ordinary.REPORT);
    expect(stopped).toMatchObject({ refusal: { reason: expect.stringContaining(second().name), cite: { article: 42 } } });
    expect(stopped).toMatchObject({ refusal: { reason: expect.stringContaining('更换承办人') } });
    expect(await act(first(), 'summary-penalty', 'open', null, opening())).toMatchObject({ refusal: { cite: { article: 42 } } });
    expect(await seqOf(id)).toBe(before);
    const change = { handlers: [first().officerId, legalOffice.officerId], reason: '证件被暂扣' };
    const changed = await act(head, 'ordinary-penalty', 'replace-handlers', id, change);
    await set('valid');
    expect(changed, JSON.stringify(changed)).toMatchObject({ ok: true });
    expect((await act(first(), 'ordinary-penalty', 'conclude', id, ordinary.REPORT)).ok).toBe(true);
  });
});

describe('名称500字的当事人', () => {
  it('立案、决定照办，文书印全名，台账、导出、标题都在', async () => {
    const firm = { ...ordinary.FIRM, name: LONG };
    const id = await onSite({ party: firm });
    done(await act(first(), 'summary-penalty', 'hear', id, summary.NO_STATEMENT));
    done(await act(first(), 'summary-penalty', 'decide', id, summary.deciding()));
    const other = await filed({ party: firm });
    while ((await drainOutbox(served.platform, new Map(renderingHandlers({ ...served, close: async () => undefined })))) > 0);
    const papers = await rows<{ kind: string; sha256: string }>(
      served.database.pool,
      'select d.kind, f.sha256 from document d join file f on f.id = d.pdf_file where d.matter_id = any($1)',
      [[id, other]],
    );
    expect(papers.length).toBeGreaterThan(1);
    for (const { kind, sha256 } of papers) {
      const printed = pdfText(Buffer.concat(await served.blobs.read(sha256).toArray())).join('');
      if (printed.includes(LONG.slice(0, 12))) expect(printed.replaceAll(/\s/g, ''), kind).toContain(LONG);
    }
    const page = await served.as(first());
    for (const kind of ['summary-penalty', 'ordinary-penalty']) {
      const list = await page.call({ url: `/api/matters?kind=${kind}` });
      expect([list.statusCode, list.body.includes(LONG.slice(0, 40))], kind).toEqual([200, true]);
      const book = await page.call({ url: `/api/matters/export?kind=${kind}` });
      expect(
        (await cellsOf(book.rawPayload)).some((cell) => cell.includes(LONG)),
        kind,
      ).toBe(true);
    }
    expect((await verify(served.platform)).faults).toEqual([]);
  });
});
