import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SUMMARY_PENALTY } from '#enforcement/summary-penalty';
import { addDays, type Json } from '#law';
import { anyKind } from '#platform/acts/kinds';
import { type ActAnswer, type Performed, perform } from '#platform/acts/perform';
import { previewAct } from '#platform/acts/preview';
import { verify } from '#platform/acts/verify';
import { rows } from '#platform/db';
import { pdfText } from '#platform/documents/testing';
import { drainOutbox } from '#platform/outbox';
import { ANCHOR, type Person } from '#testing/city';
import { columnsHolding } from '#testing/plain-text-anywhere';
import { sealMatter, seenWithinItsTier } from '#testing/seen-within-its-tier';
import { type ServedCity, servedCity } from '#testing/served-city';
import { cellsOf, type LookedFor } from '#testing/ways-to-a-matter';
import { type Comparison, type FinesPage, MOST_RECEIPTS } from '../enforcement/fine-ledger/contract.ts';
import { fineLedgerRoutes } from '../enforcement/fine-ledger/routes.ts';
import * as typed from '../enforcement/summary-penalty/testing.ts';
import * as evidence from '../enforcement/summary-penalty/testing-evidence.ts';
import type { DiscretionView } from '../registers/discretion-benchmarks/contract.ts';
import { afterActs } from './after-act.ts';
import { discretionRoute } from './discretion-route.ts';
import { readLists } from './list-facts.ts';
import { renderingHandlers } from './rendering.ts';

type Input = Readonly<Record<string, Json>>;
const KIND = 'summary-penalty';
/** The law under which the benchmark of the organ stands. */
const UNDER = '《中华人民共和国价格法》第四十二条';
const NAME = '张三丰';
const ID = String(typed.PARTIES.PERSON['idNumber']);

let served: ServedCity;

beforeAll(async () => {
  served = await servedCity({
    kinds: [anyKind(SUMMARY_PENALTY)],
    more: (identity) => ({ sealing: identity.keys, lists: readLists, afterAct: afterActs(identity.keys) }),
    routes: async (server, { platform }) => {
      await server.register(discretionRoute, { platform });
      await server.register(fineLedgerRoutes, { platform });
    },
  });
  await loadLists();
});
afterAll(() => served?.close());

/** The district's 权责清单 with one item, one line of the city's 不予处罚清单, and a benchmark of the city's organ. */
async function loadLists(): Promise<void> {
  const line = (list: string, organisation: string, code: string, name: string, conditions: string | null) =>
    served.database.pool.query(
      `insert into list_entry_record (id, city, list, organisation_id, code, name, basis, conditions, power_kind, valid, known, act_id)
       values ($1, 1508, $2, $3, $4, $5, '法定依据', $6, $7, '[2024-01-01,)', '[2024-01-01,)', $1)`,
      [randomUUID(), list, organisation, code, name, conditions, list === 'power' ? 'penalty' : null],
    );
  await line('power', served.city.区市场监管局.id, 'SJ-CF-001', typed.CONDUCT, null);
  await line('power', served.city.区市场监管局.id, 'SJ-CF-002', '超过保质期', null);
  await line('no-penalty', served.city.市市场监管局.id, 'SJ-CF-002', '超过保质期', '首次、货值很小并及时改正');
  await served.database.pool.query(
    `insert into benchmark_version (id, city, matter_id, maker_id, violation, no, valid, known, content, document_number, published_on, place, reported, act_id)
     values ($1, 1508, $1, $2, $3, 1, '[2024-01-01,)', '[2024-01-01,)', $4, '临市监发〔2024〕1号', '2024-01-01', '网站', true, $1)`,
    [randomUUID(), served.city.区市场监管局.id, '占道经营', JSON.stringify({ ...typed.BENCHMARK.content, penalty: UNDER })],
  );
}

async function act(by: Person, name: string, matterId: string | null, input: Input = {}, source?: string): Promise<ActAnswer> {
  const answer = await perform(served.platform, {
    ...{ by: by.session, kind: KIND, act: name, matterId, input },
    ...(source === undefined ? {} : { reported: { source }, legalDate: ANCHOR }),
  });
  while ((await drainOutbox(served.platform, new Map(renderingHandlers({ ...served, close: async () => undefined })))) > 0);
  return answer;
}
function done(answer: ActAnswer): Performed {
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  return answer.done;
}
const opening = (more: Input = {}): Input => {
  const { handlerA, handlerB } = served.city.区市场监管局;
  return typed.opening({ officers: [handlerA.officerId, handlerB.officerId], actOn: ANCHOR, ...more });
};

async function heard(more: Input = {}): Promise<string> {
  const { matterId } = done(await act(served.city.区市场监管局.handlerA, 'open', null, opening(more)));
  done(await act(served.city.区市场监管局.handlerA, 'hear', matterId, typed.NO_STATEMENT));
  return matterId;
}

describe('当场处罚经由统一的办理路径（处罚法第五十一条、第五十二条）', () => {
  it('从现场到归档；决定书印出当事人全名和证件号码，任何一张表的任何一列都没有；可以重新推演', async () => {
    const { handlerA, deputyHead } = served.city.区市场监管局;
    const id = await heard({ party: typed.PARTIES.PERSON });
    const preview = await previewAct(served.platform, {
      by: handlerA.session,
      kind: KIND,
      act: 'decide',
      matterId: id,
      input: typed.deciding(),
    });
    expect(preview).toMatchObject({ ok: true, refusal: null, nextNumber: '临市监当罚〔2026〕1号' });
    expect(preview.ok && [...preview.parties.values()].map((p) => p.name)).toEqual([NAME]);
    const decided = done(await act(handlerA, 'decide', id, typed.deciding()));
    expect(decided.number).toBe('临市监当罚〔2026〕1号');
    done(await act(handlerA, 'deliver', id, { how: 'signed' }));
    done(await act(handlerA, 'collect', id, typed.COLLECTED));
    done(await act(handlerA, 'hand-in', id));
    done(await act(handlerA, 'report', id));
    done(await act(handlerA, 'bank', id, { proof: '1' }));
    done(await act(deputyHead, 'close', id));
    done(await act(handlerA, 'archive', id, { number: '2026-001' }));
    const [row] = await rows(served.database.pool, 'select * from summary_penalty where matter_id = $1', [id]);
    expect(row).toMatchObject({
      party_name: '张某',
      number: '临市监当罚〔2026〕1号',
      kinds: ['CF03'],
      fine_fen: 10_000,
      settled_on: ANCHOR,
    });
    const [file] = await rows<{ sha256: string }>(
      served.database.pool,
      `select f.sha256 from document d join file f on f.id = d.pdf_file where d.matter_id = $1 and d.kind = 'CT14-当场处罚决定书'`,
      [id],
    );
    const printed = pdfText(Buffer.concat(await served.blobs.read(file?.sha256 ?? '').toArray())).join('');
    expect(printed).toContain(NAME);
    expect(printed).toContain(ID);
    expect(printed).not.toContain('⟦');
    expect(await columnsHolding(served.database.pool, [NAME, ID])).toEqual([]);
    expect((await verify(served.platform)).faults).toEqual([]);
  });

  it('权责清单、不予处罚清单、裁量权基准按办理当日有效的查', async () => {
    const { handlerA } = served.city.区市场监管局;
    expect(await act(handlerA, 'open', null, opening({ itemCode: 'JT-CF-009' }))).toMatchObject({ refusal: { refused: 'not-on-list' } });
    const free = await heard({ itemCode: 'sj cf 002', conduct: '超过保质期' });
    expect(await act(handlerA, 'decide', free, typed.deciding())).toMatchObject({ refusal: { refused: 'on-lenient-list' } });
    const tiered = await heard({ conduct: '占道经营' });
    expect(await act(handlerA, 'decide', tiered, typed.deciding({ tier: 1 }))).toMatchObject({ refusal: { refused: 'other-level' } });
    expect((await act(handlerA, 'decide', tiered, typed.deciding({ tier: 2 }))).ok).toBe(true);
  });
});

describe('表单旁边的基准和清单只说本机关今日适用的', () => {
  const asked = async (person: Person, query: string) => {
    const answer = await (await served.as(person)).call({ method: 'GET', url: encodeURI(`/api/discretion?${query}`) });
    expect(answer.statusCode, answer.body).toBe(200);
    return answer.json() as DiscretionView;
  };

  it('本机关的基准、本市清单中的事项；别的机关没有这一基准；没有的如实说没有', async () => {
    const own = await asked(served.city.区市场监管局.handlerA, 'violation=占道经营&itemCode=sj cf 002');
    expect(own.benchmark).toMatchObject({ documentNumber: '临市监发〔2024〕1号', violation: '占道经营' });
    expect(own.lenient).toEqual([{ list: 'no-penalty', name: '超过保质期', conditions: '首次、货值很小并及时改正' }]);
    const other = await asked(served.city.旗市场监管局.handlerA, 'violation=占道经营&itemCode=SJ-CF-009');
    expect(other).toEqual({ benchmark: null, lenient: [], others: [] });
    expect(await asked(served.city.区市场监管局.handlerA, 'violation=没有的行为')).toEqual({ benchmark: null, lenient: [], others: [] });
  });
});

describe('基准写明权责事项的，只给该事项的案件（处罚法第三十四条）', () => {
  const MADE = '道路堆放';
  const get = async (url: string) =>
    (await (await served.as(served.city.区市场监管局.handlerA)).call({ method: 'GET', url: encodeURI(url) })).json();
  const chosen = async (query: string) => (await get(`/api/discretion?${query}`)) as DiscretionView;
  const offered = async (query: string) =>
    ((await get(`/api/discretion/violations?q=道&${query}`)) as { readonly items: readonly { readonly violation: string }[] }).items.map(
      ({ violation }) => violation,
    );

  it('本事项的、没有写明事项的可以选，别的事项的不列；叫法不同的按事项查到', async () => {
    await served.database.pool.query(
      `insert into benchmark_version (id, city, matter_id, maker_id, violation, no, valid, known, content, document_number, published_on, place, reported, act_id)
       values ($1, 1508, $1, $2, $3, 1, '[2024-01-01,)', '[2024-01-01,)', $4, '临市监发〔2024〕2号', '2024-01-01', '网站', true, $1)`,
      [
        randomUUID(),
        served.city.区市场监管局.id,
        MADE,
        JSON.stringify({ ...typed.BENCHMARK.content, penalty: UNDER, itemCode: 'ZD-CF-001' }),
      ],
    );
    expect(await offered('itemCode=zd cf 001')).toEqual(['占道经营', MADE]);
    expect(await offered('itemCode=ZD-CF-002')).toEqual(['占道经营']);
    expect(await offered('')).toEqual(['占道经营', MADE]);
    expect((await chosen(`violation=${MADE}&itemCode=ZD-CF-002`)).benchmark).toBeNull();
    expect((await chosen(`violation=${MADE}&itemCode=ZD-CF-001`)).benchmark).toMatchObject({ violation: MADE });
    const called = await chosen(`violation=在道路上堆放&itemCode=ZD-CF-001&basis=${UNDER}`);
    expect(called).toMatchObject({ benchmark: { violation: MADE }, others: [] });
    const general = await chosen(`violation=在道路上堆放&itemCode=ZD-CF-002&basis=${UNDER}`);
    expect(general).toMatchObject({ benchmark: null, others: ['占道经营'] });
  });
});

describe('违法行为从本机关适用的裁量权基准中选', () => {
  const offered = async (person: Person, query: string) => {
    const answer = await (await served.as(person)).call({ method: 'GET', url: encodeURI(`/api/discretion/violations?${query}`) });
    expect(answer.statusCode, answer.body).toBe(200);
    return (answer.json() as { readonly items: readonly { readonly violation: string }[] }).items.map(({ violation }) => violation);
  };

  it('本机关的按名称、罚则查，别的机关的、当日没有施行的不列', async () => {
    const { handlerA } = served.city.区市场监管局;
    expect(await offered(handlerA, 'q=占道')).toEqual(['占道经营']);
    expect(await offered(handlerA, 'q=没有的行为')).toEqual([]);
    expect(await offered(handlerA, 'q=占道&on=2001-01-01')).toEqual([]);
    expect(await offered(served.city.旗市场监管局.handlerA, 'q=占道')).toEqual([]);
  });

  it('处罚依据之下有基准而换一个名称的，选基准的违法行为或者写明理由（Q01）', async () => {
    const { handlerA } = served.city.区市场监管局;
    const renamed = await heard({ conduct: '占道经营的', basis: UNDER });
    expect(await act(handlerA, 'decide', renamed, typed.deciding())).toMatchObject({
      refusal: { refused: 'other-benchmark', reason: expect.stringContaining('“占道经营”') as string },
    });
    const deviation = '基准没有规定这一情形';
    expect((await act(handlerA, 'decide', renamed, typed.deciding({ deviation }))).ok).toBe(true);
  });
});

describe('在平台上办理的和补录的由同一批规则判断', () => {
  const findingsOf = (id: string) =>
    rows<{ rule_id: string }>(
      served.database.pool,
      `select distinct rule_id from finding where matter_id = $1 and status = 'open' order by 1`,
      [id],
    );

  it('合法的没有预警；补录的超限额、一人执法形成与归集的处罚决定一样的预警（D08、S09）', async () => {
    const { handlerA } = served.city.区市场监管局;
    const lawful = await heard();
    done(await act(handlerA, 'decide', lawful, typed.deciding()));
    expect(await findingsOf(lawful)).toEqual([]);
    const alone = opening({ officers: [handlerA.officerId] });
    expect(await act(handlerA, 'open', null, alone)).toMatchObject({ refusal: { refused: 'two-officers' } });
    const { matterId } = done(await act(handlerA, 'open', null, alone, '纸质案卷'));
    done(await act(handlerA, 'hear', matterId, typed.NO_STATEMENT, '纸质案卷'));
    done(await act(handlerA, 'decide', matterId, typed.deciding({ fine: 20_001, number: '临市监当罚〔2026〕99号' }), '纸质案卷'));
    expect((await findingsOf(matterId)).map((f) => f.rule_id)).toEqual(['D08', 'S09']);
    const unjudged = await rows<{ missing: Json }>(served.database.pool, 'select * from judgement where matter_id = $1', [matterId]);
    expect(unjudged).toHaveLength(1);
    expect((await verify(served.platform)).faults).toEqual([]);
  });

  it('补录的偏离基准、应免未免只由规则提出一次（Q01、Q02，处罚法第三十三条、第三十四条）', async () => {
    const { handlerA } = served.city.区市场监管局;
    const told = async (open: Input, number: string, more: Input = {}) => {
      const { matterId } = done(await act(handlerA, 'open', null, opening(open), '纸质案卷'));
      done(await act(handlerA, 'hear', matterId, typed.NO_STATEMENT, '纸质案卷'));
      done(await act(handlerA, 'decide', matterId, typed.deciding({ number, ...more }), '纸质案卷'));
      return (await findingsOf(matterId)).map((f) => f.rule_id);
    };
    expect(await told({ conduct: '占道经营' }, '临市监当罚〔2026〕97号', { tier: 1 })).toEqual(['Q01']);
    expect(await told({ conduct: '占道经营' }, '临市监当罚〔2026〕96号', { tier: 2 })).toEqual([]);
    expect(await told({ itemCode: 'sj cf 002', conduct: '超过保质期' }, '临市监当罚〔2026〕95号')).toEqual(['Q02']);
  });
});

async function seen(mark: string): Promise<LookedFor> {
  const by = served.city.区市场监管局.handlerA;
  const file = await served.upload(by, mark);
  const { matterId } = done(await act(by, 'open', null, opening({ conduct: mark, evidence: [file] })));
  return { id: matterId, mark, file };
}

describe('当场处罚只供办案机关和监督机关', () => {
  it('办案机关、本级和上级司法行政部门处处看得见，别的单位、别的旗县处处没有；密封的一件处处没有', async () => {
    const [open, twin] = [await seen('孪生行为甲'), await seen('孪生行为乙')];
    await seenWithinItsTier(served, KIND, { open, twin, doer: served.city.区市场监管局.handlerA });
  });
});

describe('现场证据、音像记录逐件入库（处罚法第四十六条、第四十七条）', () => {
  it('监督机关不写事由打得开遮盖后的副本，打不开原件；别的单位都没有；可以重新推演', async () => {
    const { handlerA, handlerB } = served.city.区市场监管局;
    const officers = [handlerA.officerId, handlerB.officerId];
    const id = await heard();
    const [photo, video, copy] = [await served.upload(handlerA), await served.upload(handlerA), await served.upload(handlerA)];
    done(await act(handlerA, 'evidence', id, { ...evidence.EVIDENCE, officers, papers: [photo] }));
    done(await act(handlerA, 'record-av', id, { ...evidence.RECORDED, officers, papers: [video] }));
    done(await act(handlerA, 'attach-redacted', id, { no: 1, how: '面部', papers: [copy] }));
    const all = async (person: Person, why = ''): Promise<readonly number[]> => {
      const page = await served.as(person);
      const found: number[] = [];
      for (const file of [photo, video, copy]) found.push((await page.call({ url: `/api/files/${file}${why}` })).statusCode);
      return found;
    };
    const why = `?reason=${encodeURIComponent('案卷评查')}`;
    expect(await all(handlerA)).toEqual([200, 200, 200]);
    expect(await all(served.city.区司法局.supervisorA)).toEqual([403, 403, 200]);
    expect(await all(served.city.区司法局.supervisorA, why)).toEqual([200, 200, 200]);
    for (const person of [served.city.旗司法局.supervisorA, served.city.旗市场监管局.head, served.city.市交通局.handlerA])
      expect([...(await all(person)), ...(await all(person, why))], person.name).toEqual([404, 404, 404, 404, 404, 404]);
    // Labels of other cases of this file were moved by hand.
    expect((await verify(served.platform)).faults.filter(({ matterId }) => matterId === id)).toEqual([]);
  });

  it('取证人员不足两人、早于今天不写理由的不予登记，什么也没有留下', async () => {
    const { handlerA, handlerB } = served.city.区市场监管局;
    const id = await heard();
    const papers = [await served.upload(handlerA)];
    const tries = (more: Input) => act(handlerA, 'evidence', id, { ...evidence.EVIDENCE, papers, ...more });
    expect(await tries({ officers: [handlerA.officerId] })).toMatchObject({ refusal: { refused: 'two-officers', cite: { article: 42 } } });
    const officers = [handlerA.officerId, handlerB.officerId];
    const late = await perform(served.platform, {
      ...{ by: handlerA.session, kind: KIND, act: 'evidence', matterId: id, legalDate: addDays(ANCHOR, -1) },
      input: { ...evidence.EVIDENCE, papers, officers },
    });
    expect(late).toMatchObject({ ok: false });
    expect(await rows(served.database.pool, 'select from file where id = any($1) and matter_id is not null', [papers])).toEqual([]);
    expect((await tries({ officers })).ok).toBe(true);
  });
});

describe('罚没收入对账（处罚法第六十七条、第七十一条）', () => {
  it('决定、已缴、当场收缴未缴银行、已入库逐案列出；只列看得见的，密封的不列，导出相同', async () => {
    const { handlerA } = served.city.区市场监管局;
    const decided = async (mark: string): Promise<string> => {
      const { matterId } = done(await act(handlerA, 'open', null, opening({ conduct: mark })));
      done(await act(handlerA, 'hear', matterId, typed.NO_STATEMENT));
      done(await act(handlerA, 'decide', matterId, typed.deciding({ way: 'on-the-spot', bank: null })));
      done(await act(handlerA, 'deliver', matterId, { how: 'signed' }));
      done(await act(handlerA, 'collect', matterId, typed.COLLECTED));
      return matterId;
    };
    const [one, twin] = [await decided('对账行为甲'), await decided('对账行为乙')];
    await sealMatter(served, KIND, { id: twin });
    const ledger = async (person: Person) => {
      const page = await served.as(person);
      const answer = (await page.call({ url: '/api/fine-ledger?limit=100' })).json() as FinesPage;
      const exported = await page.call({ url: '/api/fine-ledger/export' });
      expect(exported.statusCode).toBe(200);
      const lines = answer.items.filter((f) => [one, twin].includes(f.matterId));
      const cells = (await cellsOf(exported.rawPayload)).filter((cell) => cell.startsWith('对账行为'));
      expect(cells, person.name).toEqual(lines.map((f) => f.conduct));
      return lines;
    };
    const line = { decidedFen: 10_000, dueFen: 10_000, paidFen: 10_000, onTheWayFen: 10_000, bankedFen: 0, backFen: 0, backOpenFen: 0 };
    for (const person of [handlerA, served.city.区司法局.supervisorA, served.city.市司法局.supervisorA])
      expect(await ledger(person), person.name).toMatchObject([{ matterId: one, kind: 'summary-penalty', ...line }]);
    for (const person of [served.city.旗司法局.supervisorA, served.city.旗市场监管局.head, served.city.市交通局.handlerA])
      expect(await ledger(person), person.name).toEqual([]);
    const [payment] = await served.database.pool
      .query<{ receipt: string; on: string }>(
        `select state->'collection'->>'receipt' as receipt, state->'collection'->>'on' as on from matter where id = $1`,
        [one],
      )
      .then(({ rows }) => rows);
    if (payment === undefined) throw new Error('nothing was collected');
    const asked = {
      from: payment.on,
      through: payment.on,
      lines: [
        { ...payment, fen: 10_000 },
        { receipt: '国库另有', on: payment.on, fen: 1 },
      ],
    };
    const compare = async (person: Person) => {
      const page = await served.as(person);
      const answer = await page.call({ method: 'POST', url: '/api/fine-ledger/comparison', payload: asked });
      expect(answer.statusCode, person.name).toBe(200);
      const exported = await page.call({ method: 'POST', url: '/api/fine-ledger/comparison/export', payload: asked });
      expect([exported.statusCode, (await cellsOf(exported.rawPayload)).includes('国库另有')], person.name).toEqual([200, true]);
      const { rows } = answer.json() as Comparison;
      return [rows.flatMap(({ cases }) => cases.map((c) => c.matterId)), rows.find(({ receipt }) => receipt === '国库另有')?.result];
    };
    // Only what the reader may see is compared; a sealed case has no place in it.
    for (const person of [handlerA, served.city.区司法局.supervisorA, served.city.市司法局.supervisorA]) {
      const [cases, other] = await compare(person);
      expect([cases?.includes(one), cases?.includes(twin), other], person.name).toEqual([true, false, 'not-in-cases']);
    }
    for (const person of [served.city.旗司法局.supervisorA, served.city.旗市场监管局.head, served.city.市交通局.handlerA])
      expect(await compare(person), person.name).toEqual([[], 'not-in-cases']);
    const page = await served.as(handlerA);
    const many = Array.from({ length: MOST_RECEIPTS + 1 }, (_, n) => ({ receipt: String(n), on: payment.on, fen: 1 }));
    for (const broken of [{ from: '2026-02-30' }, { lines: many }, { lines: [{ receipt: '', on: payment.on, fen: 1 }] }])
      for (const url of ['/api/fine-ledger/comparison', '/api/fine-ledger/comparison/export'])
        expect((await page.call({ method: 'POST', url, payload: { ...asked, ...broken } })).statusCode, Object.keys(broken)[0]).toBe(400);
    done(await act(handlerA, 'hand-in', one));
    done(await act(handlerA, 'bank', one, { proof: '1' }));
    expect(await ledger(handlerA)).toMatchObject([{ onTheWayFen: 0, bankedFen: 10_000 }]);
  });
});
