import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ORDINARY_PENALTY } from '#enforcement/ordinary-penalty';
import { addDays, type Json } from '#law';
import { correct } from '#platform/acts/correct';
import { anyKind } from '#platform/acts/kinds';
import { type ActAnswer, type Performed, perform } from '#platform/acts/perform';
import { verify } from '#platform/acts/verify';
import { rows } from '#platform/db';
import { listMatters } from '#platform/matters/list';
import { listTasks } from '#platform/matters/tasks';
import { matterView } from '#platform/matters/view';
import { ANCHOR, type Person } from '#testing/city';
import { columnsHolding } from '#testing/plain-text-anywhere';
import { sealMatter, seenWithinItsTier } from '#testing/seen-within-its-tier';
import { type ServedCity, servedCity } from '#testing/served-city';
import { cellsOf, type LookedFor } from '#testing/ways-to-a-matter';
import type { GoodsPage } from '../enforcement/ordinary-penalty/contract-goods.ts';
import { goodsRoutes } from '../enforcement/ordinary-penalty/routes-goods.ts';
import * as typed from '../enforcement/ordinary-penalty/testing.ts';
import { RECTIFY, SLIP } from '../enforcement/ordinary-penalty/testing-rectifying.ts';
import { readPenaltyRecords } from '../enforcement/penalty-records/reading/read-records.ts';
import type { SameParty } from '../enforcement/same-party/contract.ts';
import { samePartyRoutes } from '../enforcement/same-party/routes.ts';
import { penaltiesOfMarks } from '../enforcement/same-party/store.ts';
import type { PublicityPage } from '../openness/publicity/contract.ts';
import { publicityRoutes } from '../openness/publicity/routes.ts';
import { followCases } from './judged-cases.ts';
import { readLists } from './list-facts.ts';

type Input = Readonly<Record<string, Json>>;
const KIND = 'ordinary-penalty';

let served: ServedCity;

beforeAll(async () => {
  served = await servedCity({
    kinds: [anyKind(ORDINARY_PENALTY)],
    more: (identity) => ({ sealing: identity.keys, lists: readLists, earlier: penaltiesOfMarks, afterAct: followCases(identity.keys) }),
    routes: async (server, { platform }) => {
      await server.register(samePartyRoutes, { platform });
      await server.register(goodsRoutes, { platform });
      await server.register(publicityRoutes, { platform });
    },
  });
});
afterAll(() => served?.close());

const act = (by: Person, name: string, matterId: string | null, input: Input = {}, source?: string): Promise<ActAnswer> =>
  perform(served.platform, {
    ...{ by: by.session, kind: KIND, act: name, matterId, input },
    ...(source === undefined ? {} : { reported: { source }, legalDate: ANCHOR }),
  });
function done(answer: ActAnswer): Performed {
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  return answer.done;
}

const DAYS: Input = { actStartedOn: addDays(ANCHOR, -10), actEndedOn: addDays(ANCHOR, -10), discoveredOn: addDays(ANCHOR, -9) };

async function opened(mark: string, more: Input = {}, by: Person = served.city.区市场监管局.handlerA): Promise<LookedFor> {
  const file = await served.upload(by);
  const { matterId } = done(await act(by, 'open', null, { ...typed.CLUE, ...DAYS, cause: mark, materials: [file], ...more }));
  return { id: matterId, mark, file };
}

/** Up to the decision of the leader: investigated by two, noticed, waived. */
async function deliberating(id: string): Promise<void> {
  const { handlerA, handlerB, deputyHead, head } = served.city.区市场监管局;
  const officers = [handlerA.officerId, handlerB.officerId];
  const by = handlerA;
  done(await act(by, 'propose-filing', id, { ...typed.PROPOSAL, handlers: officers, region: served.city.区市场监管局.id }));
  done(await act(head, 'file', id));
  done(await act(by, 'evidence', id, { ...typed.EVIDENCE, officers, papers: [await served.upload(by)] }));
  done(await act(by, 'question', id, { ...typed.QUESTION, officers, papers: [await served.upload(by)] }));
  done(await act(by, 'verify-evidence', id, typed.VERIFY));
  done(await act(by, 'conclude', id, typed.REPORT));
  done(await act(deputyHead, 'skip-review', id, { reason: '不属于应当审核的情形。' }));
  done(await act(deputyHead, 'notify', id, typed.NOTIFY));
  await sent(id);
  done(await act(by, 'waive', id, { ...typed.WAIVE, papers: [await served.upload(by)] }));
  done(await act(by, 'close-notice', id));
}

/** Sealed by hand and served on the day. */
async function sent(id: string): Promise<void> {
  const { legalOffice, handlerA } = served.city.区市场监管局;
  done(await act(legalOffice, 'seal-by-hand', id, { scan: [await served.upload(legalOffice)] }));
  done(await act(handlerA, 'serve', id, { ...typed.SERVE, receivedOn: ANCHOR }));
}

/** The number of a case on its page, in the ledger and among what waits for a person. */
async function quotedAs({ session }: Person, id: string): Promise<readonly (string | null | undefined)[]> {
  const { platform } = served;
  const page = await matterView(platform, session, id, { asOf: null, knownOn: null });
  const listed = (await listMatters(platform, session, { kind: KIND, limit: 200 })).items.find((one) => one.id === id);
  const waiting = (await listTasks(platform, session, 'todo', undefined, 200)).items.find((one) => one.matterId === id);
  return [page?.number, listed?.number, waiting?.number];
}

describe('普通程序处罚案件经由统一的办理路径', () => {
  it('从线索到归档：编号、列齐全，任何一列都没有明文的当事人信息，可以重新推演（处罚法第五十四条至第六十一条）', async () => {
    const { head, handlerA } = served.city.区市场监管局;
    const { id } = await opened('明码标价', { party: typed.PERSON });
    await deliberating(id);
    expect(await act(head, 'decide', id, { ...typed.DECIDE, ...typed.LARGE })).toMatchObject({
      error: 'refused',
      refusal: { refused: 'heavier', cite: { instrument: '行政处罚法', article: 44 } },
    });
    expect(done(await act(head, 'decide', id, typed.DECIDE)).number).toBe('临市监罚〔2026〕1号');
    await sent(id);
    expect(await quotedAs(handlerA, id)).toEqual(['临市监立〔2026〕1号', '临市监立〔2026〕1号', '临市监立〔2026〕1号']);
    done(await act(handlerA, 'pay', id, typed.PAY));
    done(await act(handlerA, 'complete-performance', id, { summary: '已缴清。' }));
    done(await act(handlerA, 'publish', id, { on: ANCHOR, where: '执法公示平台' }));
    done(await act(head, 'close', id, { summary: '同意结案。' }));
    done(await act(handlerA, 'archive', id, { number: '2026-001' }));
    const [row] = await rows(served.database.pool, 'select * from ordinary_penalty where matter_id = $1', [id]);
    expect(row).toMatchObject({
      party_name: '张某',
      number: '临市监立〔2026〕1号',
      outcome: 'penalty',
      paid_fen: 200_000,
      archived_on: ANCHOR,
    });
    // As a reported decision: everything that such a case can answer was judged, nothing doubted.
    expect(await rows(served.database.pool, 'select rule_id from finding where matter_id = $1', [id])).toEqual([]);
    const [judged] = await rows<{ asked: string[] }>(
      served.database.pool,
      `select array(select jsonb_array_elements(p.asked)->>0) as asked from judgement j join judgement_pattern p on p.id = j.pattern where j.matter_id = $1`,
      [id],
    );
    expect(judged?.asked).toEqual(expect.arrayContaining(['S01', 'S09', 'F01', 'F06', 'E01', 'P01', 'P06']));
    expect(await columnsHolding(served.database.pool, ['张三丰', String(typed.PERSON['idNumber'])])).toEqual([]);
    expect((await verify(served.platform)).faults).toEqual([]);
  });

  it('处罚列入本机关法制审核目录的应当送审；目录里写的是别的事项、没有录入目录的不问（处罚法第五十八条）', async () => {
    const { head, handlerA, handlerB } = served.city.区市场监管局;
    const { pool } = served.database;
    const { id } = await opened('目录案件');
    const officers = [handlerA.officerId, handlerB.officerId];
    done(await act(handlerA, 'propose-filing', id, { ...typed.PROPOSAL, handlers: officers, region: served.city.区市场监管局.id }));
    done(await act(head, 'file', id));
    done(await act(handlerA, 'evidence', id, { ...typed.EVIDENCE, officers, papers: [await served.upload(handlerA)] }));
    done(await act(handlerA, 'question', id, { ...typed.QUESTION, officers, papers: [await served.upload(handlerA)] }));
    done(await act(handlerA, 'verify-evidence', id, typed.VERIFY));
    const listed = (code: string, kind = 'penalty') =>
      pool.query(
        `insert into list_entry_record (id, city, list, organisation_id, code, name, power_kind, basis, conditions, valid, known, act_id)
         values (gen_random_uuid(), 1508, 'legal-review', $1, $2, '价格处罚', $3, '', '罚款2000元以上', '[2024-01-01,)', '[2024-01-01,)', gen_random_uuid())`,
        [served.city.区市场监管局.id, code, kind],
      );
    await listed('SJ-002');
    await listed('SJ-001', 'licence');
    // Codes are compared without dashes.
    await listed('SJ001');
    expect(await act(handlerA, 'conclude', id, typed.REPORT)).toMatchObject({
      error: 'refused',
      refusal: { refused: 'catalogued', cite: { article: 58 } },
    });
    await pool.query(`delete from list_entry_record where list = 'legal-review' and code = 'SJ001'`);
    done(await act(handlerA, 'conclude', id, typed.REPORT));
    await pool.query(`delete from list_entry_record where list = 'legal-review'`);
  });

  it('平台办理违法的一律拒绝并写明条文；自有系统补录的照录，转为预警（处罚法第四十二条、第五十五条）', async () => {
    const { head, handlerA, handlerB } = served.city.区市场监管局;
    const { id } = await opened('补录案件');
    done(
      await act(handlerA, 'propose-filing', id, {
        ...typed.PROPOSAL,
        handlers: [handlerA.officerId, handlerB.officerId],
        region: served.city.区市场监管局.id,
      }),
    );
    done(await act(head, 'file', id));
    const alone = { ...typed.EVIDENCE, officers: [handlerA.officerId], papers: [await served.upload(handlerA)] };
    expect(await act(handlerA, 'evidence', id, alone)).toMatchObject({
      refusal: { refused: 'two-officers', cite: { instrument: '行政处罚法', article: 42 } },
    });
    done(await act(handlerA, 'evidence', id, alone, '自有系统 2026-8'));
    const found = await rows(served.database.pool, `select rule_id, severity, because from finding where matter_id = $1`, [id]);
    expect(found).toEqual([{ rule_id: 'S09', severity: 'red', because: expect.stringContaining('不足两人') }]);
    const verified = { items: [{ no: 1 }], how: '核对' };
    expect(await act(handlerA, 'verify-evidence', id, verified)).toMatchObject({ refusal: { refused: 'unlawful-evidence' } });
  });

  it('更正书的原文与存下的决定书、当事人登记信息核对；随更正书生成更正后文本（处罚法第五十九条）', async () => {
    const { head, deputyHead } = served.city.区市场监管局;
    const { id } = await opened('更正笔误', { party: typed.FIRM });
    await deliberating(id);
    done(await act(head, 'decide', id, typed.DECIDE));
    await sent(id);
    const row = (wrong: string): Input => ({ ...RECTIFY, items: [{ ...SLIP, wrong }] });
    expect(await act(deputyHead, 'rectify', id, row('二十五种商品'))).toMatchObject({ refusal: { refused: 'not-in-decision' } });
    expect(await act(deputyHead, 'rectify', id, row(String(typed.FIRM['name'])))).toMatchObject({ refusal: { refused: 'not-one-place' } });
    const { documents } = done(await act(deputyHead, 'rectify', id, RECTIFY));
    expect(documents.map(({ kind }) => kind)).toEqual(['rectifying', 'rectified-decision']);
  });

  it('作废尚未送达的决定书：文书和文号作废，案号、已经送达的文书不变；另行决定的另编文号（处罚法第六十一条）', async () => {
    const { head, handlerA } = served.city.区市场监管局;
    const { pool } = served.database;
    const { id } = await opened('作废决定书', { party: typed.FIRM });
    await deliberating(id);
    const { number: first } = done(await act(head, 'decide', id, typed.DECIDE));
    const { seq } = done(await act(head, 'void-letter', id, { reason: '当事人名称有误。' }));
    // Taken out, the case would have a decision whose paper and number are void.
    const retracting = { matterId: id, seq, what: { retract: true }, reason: '误作废', proof: [], ifSeq: seq, proposal: null } as const;
    expect(await correct(served.platform, { ...retracting, session: head.session })).toMatchObject({
      ok: false,
      refusal: { refused: 'left-the-house' },
    });
    const papers = await rows(pool, 'select kind, state from document where matter_id = $1 and number is not null order by seq', [id]);
    expect(papers.filter(({ state }) => state === 'void' || state === 'served')).toEqual([
      { kind: 'notice', state: 'served' },
      { kind: 'decision', state: 'void' },
    ]);
    const voided = 'select text, void_reason from number_register where matter_id = $1 and voided_on is not null';
    expect(await rows(pool, voided, [id])).toEqual([{ text: first, void_reason: '当事人名称有误。' }]);
    const inside = await rows(pool, `select state from document where matter_id = $1 and inside and state = 'void'`, [id]);
    expect(inside).toEqual([]);
    const [kept] = await rows(pool, 'select decided_on, decision_number from ordinary_penalty where matter_id = $1', [id]);
    expect(kept).toEqual({ decided_on: null, decision_number: null });
    expect((await quotedAs(handlerA, id))[0]).toMatch(/^临市监立/);
    const { number: second } = done(await act(head, 'decide', id, typed.DECIDE));
    expect(second).not.toBe(first);
    await sent(id);
    expect(await rows(pool, voided, [id])).toHaveLength(1);
    expect((await verify(served.platform)).faults).toEqual([]);
  });
});

const seal = (one: LookedFor): Promise<void> => sealMatter(served, KIND, one);

describe('处罚案件只供办案机关和监督机关', () => {
  it('办案机关、本级和上级司法行政部门处处看得见，别的单位、别的旗县处处没有；密封的一件处处没有', async () => {
    const [open, twin] = [await opened('孪生案由甲'), await opened('孪生案由乙')];
    await seenWithinItsTier(served, KIND, { open, twin, doer: served.city.区市场监管局.handlerA });
  });

  it('涉案财物台账：在库、去向、地点和保管人与案件一致；能看案件的才看得见，密封的不在列表、计数和导出里', async () => {
    const { handlerA, handlerB, deputyHead, head } = served.city.区市场监管局;
    const officers = [handlerA.officerId, handlerB.officerId];
    const preserved = async (mark: string): Promise<LookedFor> => {
      const one = await opened(mark);
      done(await act(handlerA, 'propose-filing', one.id, { ...typed.PROPOSAL, handlers: officers, region: served.city.区市场监管局.id }));
      done(await act(head, 'file', one.id));
      done(await act(deputyHead, 'preserve', one.id, { ...typed.PRESERVE, officers }));
      return one;
    };
    const [one, twin] = [await preserved('台账案由甲'), await preserved('台账案由乙')];
    done(await act(deputyHead, 'dispose-goods', one.id, { ...typed.DISPOSE, things: [{ no: 2 }] }));
    await seal(twin);
    const ledger = async (person: Person, query = '') => {
      const page = await served.as(person);
      const answer = (await page.call({ url: `/api/case-goods${query}` })).json() as GoodsPage;
      const exported = await page.call({ url: `/api/case-goods/export${query}` });
      expect(exported.statusCode).toBe(200);
      const cells = (await cellsOf(exported.rawPayload)).filter((cell) => [one.mark, twin.mark].includes(cell));
      expect(cells, person.name).toEqual(answer.items.map((g) => g.cause));
      return [
        answer.total.count,
        ...answer.items.map((g) => [g.cause, g.no, g.name, g.endedOn === null ? `${g.place}，${g.keeper}` : g.how]),
      ];
    };
    const all = [
      ['台账案由甲', 1, '电子秤', '仓库，仓库管理员'],
      ['台账案由甲', 2, '价签', 'returned'],
    ];
    expect(await ledger(handlerA)).toEqual([2, ...all]);
    expect(await ledger(served.city.区司法局.supervisorA, '?held=true')).toEqual([1, all[0]]);
    expect(await ledger(served.city.市司法局.supervisorA, '?held=false')).toEqual([1, all[1]]);
    expect(await ledger(handlerA, '?origin=seized')).toEqual([0]);
    for (const person of [served.city.旗司法局.supervisorA, served.city.旗市场监管局.head, served.city.市交通局.handlerA])
      expect(await ledger(person)).toEqual([0]);
    const page = await served.as(handlerA);
    const first = (await page.call({ url: '/api/case-goods?limit=1' })).json() as GoodsPage;
    const second = (await page.call({ url: `/api/case-goods?limit=1&cursor=${first.cursor}` })).json() as GoodsPage;
    expect([first.items[0]?.no, second.items[0]?.no]).toEqual([1, 2]);
  });
});

describe('双公示：决定报送、公示的日数和导出（处罚法第四十八条、第五十条）', () => {
  const decided = async (mark: string, more: Input = {}): Promise<LookedFor> => {
    const one = await opened(mark, more);
    await deliberating(one.id);
    done(await act(served.city.区市场监管局.head, 'decide', one.id, typed.DECIDE));
    return one;
  };
  const ledger = async (person: Person) =>
    (await (await served.as(person)).call({ url: '/api/publicity?limit=100' })).json() as PublicityPage;
  const sheet = async (person: Person): Promise<readonly Record<string, string>[]> => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await (await served.as(person)).call({ url: '/api/publicity/export' })).rawPayload as never);
    const lines: string[][] = [];
    book.worksheets[0]?.eachRow((row) => {
      const cells: string[] = [];
      row.eachCell({ includeEmpty: true }, (cell) => cells.push(cell.text));
      lines.push(cells);
    });
    const at = lines.findIndex((line) => line[0] === '行政相对人名称');
    const titles = lines[at] ?? [];
    return lines.slice(at + 1).map((line) => Object.fromEntries(titles.map((title, i) => [title, line[i] ?? ''])));
  };

  it('导出再导入，各项内容一致；自然人、号码不出；不公示的、密封的不报；范围与案件相同', async () => {
    const { handlerA, head } = served.city.区市场监管局;
    const firm = await decided('双公示案由甲');
    const person = await decided('双公示案由乙', { party: typed.PERSON, isEnterprise: false });
    const kept = await decided('双公示案由丙');
    const twin = await decided('双公示案由丁');
    done(await act(head, 'not-public', kept.id, { reason: 'no-effect', words: '轻微' }));
    await seal(twin);
    const { items, total } = await ledger(handlerA);
    const shown = (one: LookedFor) => items.find(({ matterId }) => matterId === one.id);
    expect(shown(firm)).toMatchObject({ decidedOn: ANCHOR, dueOn: addDays(ANCHOR, 9), publishedOn: null, withheld: null });
    expect(shown(person)).toMatchObject({ party: '张某', withheld: null });
    expect(shown(kept)?.withheld).toContain('轻微');
    expect([shown(twin), total.count]).toEqual([undefined, items.length]);
    const exported = await sheet(handlerA);
    const causes = exported.map((line) => line['违法行为类型']);
    expect(causes).toEqual(expect.arrayContaining(['双公示案由甲', '双公示案由乙']));
    expect(causes).not.toEqual(expect.arrayContaining(['双公示案由丙']));
    expect(causes).not.toEqual(expect.arrayContaining(['双公示案由丁']));
    expect(JSON.stringify(exported)).not.toMatch(
      new RegExp(`张三丰|${String(typed.PERSON['idNumber'])}|${String(typed.PERSON['address'])}`),
    );
    const mine = exported.filter((line) => line['违法行为类型'] === '双公示案由甲');
    const [outcome] = readPenaltyRecords(mine, { today: ANCHOR, fileKind: 'publicity', exportedOn: null, organ: null }).outcomes;
    const [held] = await rows<{ number: string }>(
      served.database.pool,
      'select decision_number as number from ordinary_penalty where matter_id = $1',
      [firm.id],
    );
    expect(outcome).toMatchObject({
      is: 'decision',
      row: {
        ...{ number: { text: held?.number }, conduct: '双公示案由甲', facts: expect.any(String), basis: expect.stringContaining('价格法') },
        ...{ decidedOn: ANCHOR, penalty: { kinds: ['CF03'] }, fineFen: typed.SMALL['fine'], content: typed.SMALL['content'] },
        party: {
          name: typed.FIRM['name'],
          kind: 'organisation',
          uscc: typed.FIRM['uscc'],
          legalRepresentative: typed.FIRM['legalRepresentative'],
        },
        organ: { name: served.city.区市场监管局.name },
      },
    });
    for (const one of [served.city.区司法局.supervisorA, served.city.市司法局.supervisorA]) {
      expect(
        (await ledger(one)).items.map(({ matterId }) => matterId),
        one.name,
      ).toContain(firm.id);
      expect(
        (await sheet(one)).map((line) => line['违法行为类型']),
        one.name,
      ).toContain('双公示案由甲');
    }
    for (const one of [served.city.旗司法局.supervisorA, served.city.旗市场监管局.head, served.city.市交通局.handlerA]) {
      expect(await ledger(one), one.name).toMatchObject({ items: [], total: { count: 0 } });
      expect(await sheet(one), one.name).toEqual([]);
    }
  });
});

describe('同一当事人的其他案件、疑似重复（处罚法第二十九条）', () => {
  const party = { ...typed.FIRM, uscc: '91150802MA0N000027' };
  async function othersOf(person: Person, { id }: LookedFor, more = ''): Promise<SameParty | number> {
    const answer = await (await served.as(person)).call({ url: `/api/matters/${id}/same-party${more}` });
    return answer.statusCode === 200 ? answer.json<SameParty>() : answer.statusCode;
  }
  const told = (answer: SameParty | number) =>
    typeof answer === 'number' ? answer : { causes: answer.items.map((one) => one.cause).sort(), count: answer.total.count };

  it('只列读者看得见的，计数也是；密封的一件处处没有，从它也问不到', async () => {
    const { handlerA, head } = served.city.区市场监管局;
    const one = await opened('本机关第一件', { party, itemCode: null });
    await opened('本机关第二件', { party, itemCode: null });
    const sealed = await opened('本机关密封件', { party, itemCode: null });
    await seal(sealed);
    const elsewhere = await opened('外机关一件', { party, itemCode: null }, served.city.旗市场监管局.handlerA);
    expect(told(await othersOf(handlerA, one))).toEqual({ causes: ['本机关第二件'], count: 1 });
    expect(told(await othersOf(served.city.市司法局.supervisorA, one))).toEqual({
      causes: ['外机关一件', '本机关第二件'].sort(),
      count: 2,
    });
    expect(told(await othersOf(served.city.旗市场监管局.handlerA, elsewhere))).toEqual({ causes: [], count: 0 });
    for (const [person, from] of [
      [served.city.旗市场监管局.handlerA, one],
      [handlerA, elsewhere],
      [head, sealed],
      [served.city.市司法局.supervisorA, sealed],
    ] as const)
      expect(await othersOf(person, from), person.name).toBe(404);
    const first = await othersOf(served.city.市司法局.supervisorA, one, '?limit=1');
    if (typeof first === 'number') throw new Error(String(first));
    const next = await othersOf(served.city.市司法局.supervisorA, one, `?limit=1&cursor=${first.cursor}`);
    expect([first, next].flatMap((page) => (typeof page === 'number' ? [] : page.items.map((i) => i.cause))).sort()).toEqual(
      ['外机关一件', '本机关第二件'].sort(),
    );
    expect(JSON.stringify([first, next])).not.toContain(party.uscc);
  });

  it('同一事项、同一线索编号的标明疑似重复，不阻止办理；没有号码的说明不能比对', async () => {
    const { handlerA } = served.city.区市场监管局;
    const other = { ...typed.FIRM, uscc: '91150802MA0N000115' };
    const one = await opened('重复案由', { party: other, itemCode: 'SJ-777', sourceRef: '12345-2026-88' });
    await opened('另一写法', { party: other, itemCode: 'SJ-777' });
    await opened('不同事项', { party: other, itemCode: 'SJ-778' });
    await opened('另一当事人', { party: typed.PERSON, sourceRef: '12345-2026-88' });
    const answer = await othersOf(handlerA, one);
    if (typeof answer === 'number') throw new Error(String(answer));
    expect(Object.fromEntries(answer.items.map((i) => [i.cause, i.alike]))).toEqual({
      另一写法: 'act',
      不同事项: null,
      另一当事人: 'clue',
    });
  });

  it('以初次违法不予处罚的，查本机关看得见的处罚决定：本件、没有决定的、密封的、看不见的不算（第三十三条）', async () => {
    const { head } = served.city.区市场监管局;
    const again = { ...typed.FIRM, uscc: '91150802MA0N000216' };
    const cases = [];
    for (const mark of ['以前受处罚一件', '以前密封一件', '现在一件']) {
      const one = await opened(mark, { party: again });
      await deliberating(one.id);
      if (mark !== '现在一件') done(await act(head, 'decide', one.id, typed.DECIDE));
      if (mark === '以前密封一件') await seal(one);
      cases.push(one);
    }
    await opened('以前没有决定的一件', { party: again });
    const now = cases[2]?.id ?? '';
    const sparing = (more: Input = {}) => act(head, 'decide-none', now, { ...typed.DECIDE_NONE, ...more });
    const refused = JSON.stringify(await sparing());
    expect(refused).toContain('not-first');
    expect([refused.includes('以前受处罚一件'), refused.includes('密封'), refused.includes('没有决定')]).toEqual([true, false, false]);
    const [held] = await rows<{ mark: string }>(
      served.database.pool,
      'select party_mark as mark from ordinary_penalty where matter_id = $1',
      [now],
    );
    const seen = async ({ session }: Person) =>
      (await penaltiesOfMarks(served.database.pool, session, { marks: [held?.mark ?? ''], not: now })).get(held?.mark ?? '')?.length;
    expect([await seen(head), await seen(served.city.旗市场监管局.head)]).toEqual([1, 0]);
    done(await sparing({ stillFirst: '以前的处罚属于另一种违法行为。' }));
  });

  it('移送书用印、送达，等候在后的责令改正通知书不随之用印、送达；以后另行用印、送达', async () => {
    const { handlerA, handlerB, deputyHead, head } = served.city.区市场监管局;
    const { id } = await opened('移送书先行');
    const officers = [handlerA.officerId, handlerB.officerId];
    done(await act(handlerA, 'propose-filing', id, { ...typed.PROPOSAL, handlers: officers, region: served.city.区市场监管局.id }));
    done(await act(head, 'file', id));
    const by = addDays(ANCHOR, 10);
    done(await act(deputyHead, 'order-correction', id, { content: '按规定标价', basis: '《价格法》第十三条', by }));
    done(await act(head, 'transfer', id, typed.TRANSFER));
    const states = async () =>
      Object.fromEntries(
        (
          await rows<{ kind: string; state: string }>(
            served.database.pool,
            `select kind, state from document where matter_id = $1 and kind in ('correction', 'transfer')`,
            [id],
          )
        ).map(({ kind, state }) => [kind, state]),
      );
    await sent(id);
    expect(await states()).toEqual({ correction: 'rendering', transfer: 'served' });
    await sent(id);
    expect(await states()).toEqual({ correction: 'served', transfer: 'served' });
  });

  it('证据名称、证明对象也搜得到；按承办人姓名找得到其承办的案件，别的人、别的机关的找不到', async () => {
    const { handlerA, handlerB, head } = served.city.区市场监管局;
    const { id } = await opened('承办人检索');
    const officers = [handlerA.officerId, handlerB.officerId];
    done(await act(handlerA, 'propose-filing', id, { ...typed.PROPOSAL, handlers: officers, region: served.city.区市场监管局.id }));
    done(await act(head, 'file', id));
    const papers = [await served.upload(handlerA)];
    done(await act(handlerA, 'evidence', id, { ...typed.EVIDENCE, officers, papers, name: '独有证据丁戊己' }));
    const listed = async (person: Person, query: object) =>
      (await listMatters(served.platform, person.session, { kind: KIND, limit: 200, ...query })).items.find((one) => one.id === id);
    expect((await listed(head, { q: '证据丁戊' }))?.id).toBe(id);
    expect(await listed(served.city.旗司法局.supervisorA, { q: '证据丁戊' })).toBeUndefined();
    const name = handlerB.name;
    for (const person of [handlerA, head, served.city.区司法局.supervisorA])
      expect((await listed(person, { handler: name }))?.handlers, person.name).toContain(name);
    expect(await listed(head, { handler: served.city.旗市场监管局.handlerA.name })).toBeUndefined();
    expect(await listed(served.city.旗市场监管局.head, { handler: name })).toBeUndefined();
    const everyKind = await listMatters(served.platform, head.session, { handler: name, limit: 200 });
    expect(everyKind.items.filter((one) => one.id === id)).toMatchObject([{ handlers: null }]);
  });

  it('案情里的词、当事人代码只有办案机关和监督机关搜得到，密封的搜不到', async () => {
    const [open, twin] = [
      await opened('案情检索甲', { narrative: '查见货架上的独有词甲乙丙。' }),
      await opened('案情检索乙', { narrative: '独有词甲乙丙。' }),
    ];
    await seal(twin);
    const found = async (person: Person): Promise<readonly boolean[]> => {
      const { body } = await (await served.as(person)).call({ url: `/api/search?q=${encodeURIComponent('独有词甲乙丙')}` });
      return [body.includes(open.id), body.includes(twin.id)];
    };
    for (const person of [served.city.区市场监管局.handlerA, served.city.区司法局.supervisorA])
      expect(await found(person), person.name).toEqual([true, false]);
    for (const person of [served.city.旗司法局.supervisorA, served.city.旗市场监管局.head])
      expect(await found(person), person.name).toEqual([false, false]);
  });
});
