import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localDate } from '#law';
import { parseLawText } from '#law/library/parse-law-text';
import { resolveText } from '#law/library/resolve';
import { kindsOf } from '#platform/acts/kinds';
import { type ActAnswer, type Platform, perform } from '#platform/acts/perform';
import { inTransaction, rows } from '#platform/db';
import { type BlobStore, folderStore, insertFile } from '#platform/files';
import { type LawContext, loadLawContext } from '#platform/law-context';
import { drainOutbox } from '#platform/outbox';
import { type Session, SYSTEM_PREAMBLE } from '#platform/session';
import { zipOf } from '#platform/spreadsheet/files.fixtures';
import { keptLaws, type LawChange } from '#registers/law-library';
import { ANCHOR_MORNING, type OtherCity, seedTestCity, type TestCity } from '#testing/city';
import { type TestDatabase, testDatabase } from '#testing/database';
import { aRule, doubtAbout, insertMatters } from '#testing/judged-matters';
import { importTexts, noCounts } from '../registers/law-library/actions-import.ts';
import { runNextLawImport } from '../registers/law-library/actions-import-job.ts';
import { filesOf, loadsOf } from '../registers/law-library/actions-loads.ts';
import { keepChanges, operatorLoad } from '../registers/law-library/store-operator-loads.ts';
import { listOperatorImpact } from './law-impact.ts';
import { lawCommand } from './operator-law.ts';
import { handlersOf, REACTIONS } from './reactions.ts';
import { KINDS } from './rooms.ts';

let database: TestDatabase;
let city: TestCity;
let other: OtherCity;
let law: LawContext;
let platform: Platform;
let blobs: BlobStore;
let folder: string;
let now = ANCHOR_MORNING;

beforeAll(async () => {
  database = await testDatabase();
  ({ city, other } = await seedTestCity(database.pool));
  law = await loadLawContext(database.pool);
  folder = await mkdtemp(join(tmpdir(), 'faheng-law-imports-'));
  blobs = folderStore(folder);
  platform = {
    pool: database.pool,
    kinds: kindsOf(KINDS),
    now: () => now,
    law: () => law,
    reactsTo: new Set(REACTIONS),
    lawSources: async (client) => (await keptLaws(client)).sources,
  };
});
afterAll(async () => {
  await database.close();
  await rm(folder, { recursive: true, force: true });
});

const manager = () => city.市司法局.supervisorA.session;
const system = <T>(work: Parameters<typeof inTransaction<T>>[2]) => inTransaction(database.pool, SYSTEM_PREAMBLE, work);

async function upload(by: Session, name: string, text: string | Buffer): Promise<string> {
  const blob = await blobs.put(Buffer.from(text));
  const id = randomUUID();
  const at = new Date(now).toISOString();
  await system((client) =>
    insertFile(client, { id, city: 1508, name, mediaType: 'text/plain', blob, uploadedBy: by.accountId, at, matter: null }),
  );
  return id;
}
const act = (by: Session, kind: string, name: string, matterId: string | null, input: unknown): Promise<ActAnswer> =>
  perform(platform, { by, kind, act: name, matterId, input });

const handlers = () => handlersOf({ platform, blobs, identity: null as never, close: async () => undefined });

/** Waits for nothing: what the background would do is done here, one after the other. */
async function settleAll(): Promise<void> {
  for (let i = 0; i < 5; i += 1) {
    now += 1_000;
    await drainOutbox(platform, handlers());
    while (await runNextLawImport({ platform, blobs }, () => false));
  }
}
async function load(name: string, text: string): Promise<string> {
  now += 1_000;
  const answer = await act(manager(), 'law-import', 'open', null, { file: [await upload(manager(), name, text)] });
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  await settleAll();
  return answer.done.matterId;
}
const stateOf = async (id: string) => {
  const [found] = await system((client) =>
    rows<{ status: string; state: { counts: unknown } }>(client, 'select status, state from matter where id = $1', [id]),
  );
  return found;
};
const changes = () =>
  system((client) =>
    rows<{ id: string; state: LawChange }>(
      client,
      `select id, state from matter where kind = 'law-change' and status = 'open' order by id`,
      [],
    ),
  );

const PORT_RULES = (second: string) =>
  `# 渔港管理条例\n\n2010年1月1日国务院令第1号公布\n\n第一条 甲。\n\n第二条 ${second}\n\n第三条 本条例自2010年3月1日起施行。`;

const ENDS_PORT_RULES =
  '# 渔港条例\n\n2025年6月1日国务院令第2号公布\n\n第一条 甲。\n\n第二条 本条例自2026年3月1日起施行。《渔港管理条例》同时废止。';

describe('载入的列表和逐个文件的结果只给看得到这次载入的岗位', () => {
  it('市司法局、市政府看得到；旗县区、部门、另一城市的列表里没有，逐个文件也读不到', async () => {
    const id = await load('范围管理条例.md', PORT_RULES('乙。').replaceAll('渔港', '范围'));
    const listed = async (by: Session) => (await loadsOf(platform, by)).items.map((line) => line.id);
    const read = async (by: Session) => (await filesOf(platform, by, id, -1))?.items.length ?? null;
    for (const person of [city.市司法局.supervisorA, city.市司法局.head]) {
      expect(await listed(person.session), person.name).toContain(id);
      expect(await read(person.session), person.name).toBe(1);
    }
    for (const person of [city.区司法局.supervisorA, city.区市场监管局.handlerA, city.市市场监管局.head, other.司法局.supervisorA]) {
      expect(await listed(person.session), person.name).toEqual([]);
      expect(await read(person.session), person.name).toBeNull();
    }
  });

  it('密封级别的一次：不在任何列表里，没有授权的读不到', async () => {
    const id = await load('密封管理条例.md', PORT_RULES('乙。').replaceAll('渔港', '密封'));
    await database.pool.query('update matter set label = 4 where id = $1', [id]);
    for (const person of [city.市司法局.supervisorA, city.市司法局.head, city.区司法局.supervisorA]) {
      expect(
        (await loadsOf(platform, person.session)).items.map((line) => line.id),
        person.name,
      ).not.toContain(id);
      expect(await filesOf(platform, person.session, id, -1), person.name).toBeNull();
    }
    await database.pool.query('update matter set label = 2 where id = $1', [id]);
  });
});

describe('在服务器上载入法规文本（细则第八条第一项）', () => {
  it('只由市级司法行政部门载入', async () => {
    const by = city.区市场监管局.handlerA.session;
    expect((await act(by, 'law-import', 'open', null, { file: [await upload(by, 'a.md', 'x')] })).ok).toBe(false);
    const bureau = city.区司法局.supervisorA.session;
    expect(await act(bureau, 'law-import', 'open', null, { file: [await upload(bureau, 'a.md', 'x')] })).toMatchObject({
      ok: false,
      refusal: { refused: 'not-city-bureau' },
    });
  });

  it('后台读完，逐个文件有结果；同一文件再次载入不变，改了文字的只更新它', async () => {
    const first = await load('渔港管理条例.md', PORT_RULES('乙。'));
    expect(await stateOf(first)).toMatchObject({ status: 'finished', state: { counts: { added: 1, articles: 3 } } });
    const again = await load('渔港管理条例.md', PORT_RULES('乙。'));
    expect(await stateOf(again)).toMatchObject({ state: { counts: { added: 0, changed: 0, unchanged: 1 } } });
    const changed = await load('渔港管理条例.md', PORT_RULES('丙。'));
    expect(await stateOf(changed)).toMatchObject({ state: { counts: { changed: 1, unchanged: 0 } } });
  });

  it('不是法规文本的文件说明理由，不中断', async () => {
    const broken = await load('坏.zip', 'PK不是压缩包');
    expect(await stateOf(broken)).toMatchObject({ status: 'finished', state: { counts: { refused: 1 } } });
    const [row] = await system((client) =>
      rows<{ reason: string }>(client, 'select reason from law_import_file where matter_id = $1', [broken]),
    );
    expect(row?.reason).toContain('压缩包');
  });

  it('中途停机的从断处继续，不重复不遗漏；被停止的不再读', async () => {
    const parts = Array.from({ length: 45 }, (_, i) => ({
      name: `规定${i}(2020-01-01).md`,
      body: `# 第${i}号规定\n\n2020年1月1日公布\n\n第一条 甲${i}。\n`,
    }));
    const begun = await act(manager(), 'law-import', 'open', null, { file: [await upload(manager(), '规定.zip', zipOf(parts))] });
    if (!begun.ok) throw new Error(JSON.stringify(begun));
    now += 1_000;
    await drainOutbox(platform, handlers());
    const passed = async () => {
      const [job] = await system((client) =>
        rows<{ passed: number; files: number }>(
          client,
          'select passed, (select count(*)::int from law_import_file f where f.matter_id = j.matter_id) as files from law_import_job j where matter_id = $1',
          [begun.done.matterId],
        ),
      );
      return [job?.passed, job?.files];
    };
    expect(await runNextLawImport({ platform, blobs }, () => true)).toBe(true);
    expect(await passed()).toEqual([20, 20]);
    expect(await runNextLawImport({ platform, blobs }, () => false)).toBe(true);
    expect(await passed()).toEqual([45, 45]);
    expect(await stateOf(begun.done.matterId)).toMatchObject({ status: 'finished', state: { counts: { added: 45, articles: 45 } } });

    const stopped = await act(manager(), 'law-import', 'open', null, { file: [await upload(manager(), '又一批.zip', zipOf(parts))] });
    if (!stopped.ok) throw new Error(JSON.stringify(stopped));
    expect((await act(manager(), 'law-import', 'cancel', stopped.done.matterId, { reason: '传错了' })).ok).toBe(true);
    await settleAll();
    expect(await stateOf(stopped.done.matterId)).toMatchObject({ status: 'cancelled', state: { counts: null } });
  });
});

describe('法规变动影响成为任务', () => {
  it('废止后，引用它的未签发文书和规则参数列给各自的负责单位；没有变动的不列', async () => {
    const drafted = await act(manager(), 'supervision-document', 'draft', null, {
      type: 'opinion',
      subject: '渔港管理问题',
      addressee: city.区市场监管局.id,
      reportTo: city.区司法局.id,
      background: '经查阅台账。',
      problems: [{ facts: '未按规定处理。', norm: '违反《渔港管理条例》第二条、《行政处罚法》第五条。', demand: '改正。' }],
      contact: '协调监督科 0478-0000000',
    });
    if (!drafted.ok) throw new Error(JSON.stringify(drafted));
    const before = (await changes()).length;
    await load('渔港条例.md', ENDS_PORT_RULES);
    const listed = (await changes()).slice(before);
    expect(listed.map((c) => [c.state.ownerId, c.state.items])).toEqual([
      [
        city.市司法局.id,
        [
          expect.objectContaining({
            what: 'draft',
            ref: drafted.done.matterId,
            place: '《渔港管理条例》第二条',
            reason: expect.stringContaining('已于2026-03-01失效，由《渔港条例》取代'),
          }),
        ],
      ],
    ]);
    const [task] = await system((client) =>
      rows<{ title: string; organisation_id: string }>(client, 'select title, organisation_id from task where matter_id = $1', [
        listed[0]?.id,
      ]),
    );
    expect(task).toMatchObject({ organisation_id: city.市司法局.id, title: '核对1处受法规变动影响的引用' });
    const settled = await act(manager(), 'law-change', 'settle', listed[0]?.id ?? '', { outcome: '已改引新条例。' });
    expect(settled.ok).toBe(true);
  });

  it('在办监督案件所认定的问题引用的，列给承办机关；废止前一次载入不列', async () => {
    const { supervisorA, supervisorB, deputyHead } = city.市司法局;
    const on = async (name: string, id: string | null, input: unknown, by = supervisorA.session) => {
      const answer = await act(by, 'case-supervision', name, id, input);
      if (!answer.ok) throw new Error(JSON.stringify(answer));
      return answer.done.matterId;
    };
    await load('渔场管理条例.md', PORT_RULES('乙。').replaceAll('渔港', '渔场'));
    const clue = { source: 'own', subject: '渔场管理问题', unit: city.区市场监管局.id, head: '8(7)', facts: '没有登记。' };
    const id = await on('open', null, clue);
    await on('propose-filing', id, { opinion: '建议立案' });
    await on('file', id, { handlers: [supervisorA.officerId, supervisorB.officerId] }, deputyHead.session);
    await on('ask-statement', id, { matters: '说明', due: '2026-03-20' });
    await on('record-statement', id, { received: true, words: '无异议' });
    const problems = [{ head: '8(7)', facts: '未登记', norm: '违反《渔场管理条例》第二条。', evidence: '1' }];
    await on('establish', id, { problems, reasons: '证据充分' });
    const before = (await changes()).length;
    await load('渔场条例.md', ENDS_PORT_RULES.replaceAll('渔港', '渔场'));
    expect((await changes()).slice(before).map((c) => [c.state.ownerId, c.state.items.map((i) => [i.what, i.ref, i.place])])).toEqual([
      [city.市司法局.id, [['case', id, '《渔场管理条例》第二条']]],
    ]);
  });

  it('将来失效的提前列出；规则、参数和流程的依据归载入单位，未了结的预警归被监督单位的司法局', async () => {
    const [doubted] = await insertMatters(database.pool, city.区市场监管局, { now });
    const [finding] = await doubtAbout(database.pool, city.区市场监管局, [doubted ?? ''], { now, rules: [aRule('F06')] });
    const before = (await changes()).length;
    // The procedures cite paragraphs of articles 28, 52, 66 and 75.
    const articles = Array.from(
      { length: 86 },
      (_, i) => `第${i + 1}条 第${i + 1}项内容。${[27, 51, 65, 74].includes(i) ? '\n\n二。\n\n三。' : ''}`,
    )
      .slice(0, 85)
      .join('\n\n');
    await load(
      '行政处罚法(2021-01-22).md',
      `# 中华人民共和国行政处罚法\n\n2021年1月22日第十三届全国人民代表大会常务委员会修订\n\n${articles}\n\n第86条 本法自2021年7月15日起施行。`,
    );
    expect((await changes()).slice(before).flatMap((c) => c.state.items)).toEqual([]);
    await load(
      '新处罚法.md',
      '# 新处罚法\n\n2026年1月1日第十四届全国人民代表大会常务委员会通过\n\n第一条 甲。\n\n第二条 本法自2026年7月1日起施行。《中华人民共和国行政处罚法》同时废止。',
    );
    const [listed, watched] = (await changes()).slice(before);
    expect(watched?.state).toMatchObject({ ownerId: city.区司法局.id, items: [{ what: 'finding', ref: finding }] });
    expect(listed?.state.ownerId).toBe(city.市司法局.id);
    expect(new Set(listed?.state.items.map((i) => i.what))).toEqual(new Set(['obligation', 'rule', 'procedure', 'draft']));
    expect(listed?.state.items.find((i) => i.what === 'rule')?.reason).toBe('将于2026-07-01失效，由《新处罚法》取代');
  });
});

describe('清单、裁量权基准和命令行载入', () => {
  const MARKET = (second: string, extra = '') =>
    `# 集市管理条例\n\n2010年1月1日国务院令第3号公布\n\n第一条 甲。\n\n第二条 ${second}\n\n第三条 本条例自2010年3月1日起施行。${extra}`;
  const entry = (code: string, basis: string, valid: string) =>
    database.pool.query(
      `insert into list_entry_record (id, city, list, organisation_id, code, name, power_kind, basis, valid, known, act_id)
       values ($1, 1508, 'power', $2, $3, '对未登记的处罚', 'penalty', $4, $5, '[2020-01-01,)', $1)`,
      [randomUUID(), city.区市场监管局.id, code, basis, valid],
    );
  const ended = (name: string) =>
    `# ${name}\n\n2025年6月1日国务院令第4号公布\n\n第一条 甲。\n\n第二条 本条例自2026年3月1日起施行。《集市管理条例》同时废止。`;
  const listedFor = async (owner: string, before: number) =>
    (await changes())
      .slice(before)
      .filter((c) => c.state.ownerId === owner)
      .flatMap((c) => c.state.items);

  it('废止后，今日有效的清单事项和裁量权基准列给各自的单位；已经失效的、引其他法规的不列', async () => {
    await load('集市管理条例.md', MARKET('乙。'));
    await entry('0001', '《集市管理条例》第二条', '[2024-01-01,)');
    await entry('0002', '《集市管理条例》第二条', '[2020-01-01,2024-01-01)');
    await entry('0003', '《行政处罚法》第五条', '[2024-01-01,)');
    const opened = (await changes()).length;
    await database.pool.query(
      `insert into benchmark_version (id, city, matter_id, maker_id, violation, no, valid, known, content, document_number, published_on, place, reported, act_id)
       values ($1, 1508, $1, $2, '进港未登记', 1, '[2024-01-01,)', '[2024-01-01,)', $3, '巴交发〔2024〕1号', '2024-01-01', '门户网站', true, $1)`,
      [randomUUID(), city.市市场监管局.id, { breach: '《集市管理条例》第一条', penalty: '《集市管理条例》第二条' }],
    );
    await load('集市条例.md', ended('集市条例'));
    expect(await listedFor(city.区市场监管局.id, opened)).toMatchObject([
      {
        what: 'list-entry',
        title: '权责清单：0001 对未登记的处罚',
        place: '《集市管理条例》第二条',
        reason: '已于2026-03-01失效，由《集市条例》取代',
      },
    ]);
    expect((await listedFor(city.市市场监管局.id, opened)).map((i) => [i.what, i.title, i.place])).toEqual([
      ['benchmark', '进港未登记（巴交发〔2024〕1号）', '《集市管理条例》第一条'],
      ['benchmark', '进港未登记（巴交发〔2024〕1号）', '《集市管理条例》第二条'],
    ]);
  });

  it('超过五百处的分作几件，一处不漏', async () => {
    const opened = (await changes()).length;
    await database.pool.query(
      `insert into list_entry_record (id, city, list, organisation_id, code, name, power_kind, basis, valid, known, act_id)
       select gen_random_uuid(), 1508, 'power', $1, 'n' || n, '对未登记的处罚', 'penalty', '《集市条例》第一条', '[2024-01-01,)', '[2020-01-01,)', $1
       from generate_series(1, 505) n`,
      [city.区市场监管局.id],
    );
    await load('市场条例.md', ended('市场条例').replaceAll('集市管理条例', '集市条例').replace('3月1日', '3月10日'));
    const parts = (await changes()).slice(opened).filter((c) => c.state.ownerId === city.区市场监管局.id);
    expect(parts.map((c) => c.state.items.length)).toEqual([500, 5]);
  });

  it('命令行载入的变动由服务列出一次；命令中断的，下一次接着记，不漏', async () => {
    const typed = async (name: string, text: string) => {
      await writeFile(join(folder, name), text);
      now += 1_000;
      const env = { DATABASE_URL: database.url, DATA_DIR: folder };
      return lawCommand(['import', join(folder, name)], { say: () => undefined, now: () => now, env });
    };
    await entry('2001', '《牧场管理条例》第二条', '[2024-01-01,)');
    const pasture = MARKET('乙。').replaceAll('集市', '牧场');
    expect(await typed('牧场管理条例.md', pasture)).toBe(0);
    expect(await listOperatorImpact({ platform })).toBe(true);
    expect(await listOperatorImpact({ platform })).toBe(false);
    const opened = (await changes()).length;
    // Cut off behind its first batch: what came is kept, what follows waits for the end of the next command.
    await system(async (client) => {
      const load = await operatorLoad(client, new Date(now).toISOString());
      const files = await importTexts(
        client,
        [{ source: '牧场条例.md', is: 'text', bytes: 1, parsed: parseLawText(ended('牧场条例').replaceAll('集市', '牧场')) }],
        new Date(now).toISOString(),
        noCounts(),
      );
      await keepChanges(client, load, files);
    });
    expect(await listOperatorImpact({ platform })).toBe(false);
    expect(await typed('牧场管理条例.md', pasture)).toBe(0);
    expect(await listOperatorImpact({ platform })).toBe(true);
    expect(await listedFor(city.区市场监管局.id, opened)).toMatchObject([
      { what: 'list-entry', reason: '已于2026-03-01失效，由《牧场条例》取代' },
    ]);
  });
});

describe('矛盾由人核定', () => {
  it('同名的两个文本：引用不能确定，由人核定后不再列为矛盾', async () => {
    const text = (second: string) =>
      `# 双本条例\n\n2012年1月1日国务院令第9号公布\n\n第一条 同。\n\n第二条 ${second}\n\n第三条 本条例自2012年3月1日起施行。`;
    await load('双本条例甲.md', text('甲。'));
    const id = await load('双本条例乙.md', text('乙。'));
    const laws = async () => {
      const { library } = await keptLaws(database.pool);
      return library;
    };
    const asked = async (article: number) =>
      resolveText(await laws(), `《双本条例》第${article}条`, localDate('2020-01-01')).map((r) => r.resolution.status);
    const found = (await laws()).conflicts.find((c) => c.law === '双本条例');
    expect([found?.is, await asked(1), await asked(2)]).toEqual(['two-texts', ['ok'], ['ambiguous']]);
    const input = {
      what: 'two-texts',
      law: '双本条例',
      edition: found?.edition,
      says: found?.says,
      startsOn: null,
      decision: '以公报文本（乙）为准。',
    };
    expect(await act(manager(), 'law-import', 'settle-conflict', id, { ...input, chosen: null })).toMatchObject({
      ok: false,
      refusal: { refused: 'no-text' },
    });
    expect((await act(manager(), 'law-import', 'settle-conflict', id, { ...input, chosen: '双本条例乙.md' })).ok).toBe(true);
    await settleAll();
    expect((await laws()).conflicts.filter((c) => c.law === '双本条例')).toEqual([]);
    const words = async () => resolveText(await laws(), '《双本条例》第2条', localDate('2020-01-01')).map((r) => r.resolution.text);
    expect(await words()).toEqual(['乙。']);
    await load('双本条例乙.md', text('丙。'));
    expect([(await laws()).conflicts.find((c) => c.law === '双本条例')?.is, await asked(2)]).toEqual(['two-texts', ['ambiguous']]);
  });
  it('废止了库中没有的法规：列出，不影响其他；核定后不再列', async () => {
    const id = await load(
      '接替条例.md',
      '# 接替条例\n\n2015年1月1日国务院令第8号公布\n\n第一条 甲。\n\n第二条 本条例自2015年3月1日起施行。《从未收录条例》同时废止。',
    );
    const open = async () => {
      const { library } = await keptLaws(database.pool);
      return library.conflicts.filter((c) => c.law === '接替条例');
    };
    const [found] = await open();
    expect(found).toMatchObject({ is: 'repeal-of-unknown', says: '自2015-03-01起废止《从未收录条例》，库中没有该文件' });
    const input = {
      what: 'repeal-of-unknown',
      law: '接替条例',
      edition: null,
      says: found?.says,
      startsOn: null,
      chosen: null,
      decision: '旧条例不再收录。',
    };
    expect((await act(manager(), 'law-import', 'settle-conflict', id, input)).ok).toBe(true);
    await settleAll();
    expect(await open()).toEqual([]);
  });
  it('施行日不明的，核定以前条文不能确定，核定以后按核定的日期', async () => {
    const old = '# 海港法\n\n2010年1月1日通过\n\n第一条 旧。\n\n第二条 本法自2010年3月1日起施行。';
    const amended =
      '# 海港法\n\n2010年1月1日通过\n\n2026年1月1日《关于修改〈海港法〉的决定》修正\n\n第一条 新。\n\n第二条 本法自2010年3月1日起施行。';
    await load('海港法(2010-01-01).md', old);
    const id = await load('海港法(2026-01-01).md', amended);
    const conflict = async () => {
      const { library } = await keptLaws(database.pool);
      return library.conflicts.find((c) => c.law === '海港法');
    };
    const found = await conflict();
    expect(found).toMatchObject({ is: 'start-assumed' });
    const input = {
      what: 'start-assumed',
      law: '海港法',
      edition: found?.edition,
      says: found?.says,
      chosen: null,
      decision: '修改决定载明。',
    };
    expect(await act(manager(), 'law-import', 'settle-conflict', id, input)).toMatchObject({ ok: false, refusal: { refused: 'no-day' } });
    expect((await act(manager(), 'law-import', 'settle-conflict', id, { ...input, startsOn: '2026-06-01' })).ok).toBe(true);
    await settleAll();
    expect(await conflict()).toBeUndefined();
    const { library } = await keptLaws(database.pool);
    const editions = library.laws.get('海港法');
    expect(editions?.map((e) => [e.from, e.certainty])).toEqual([
      ['2010-03-01', 'stated'],
      ['2026-06-01', 'registered'],
    ]);
  });
});

describe('条文对应由一人登记、另一人核对采用', () => {
  it('采用以前引用旧号只指到法规，采用以后指到条号；停用以后又只指到法规', async () => {
    const edition = (articles: readonly string[], more = '') =>
      `# 编号条例\n\n2012年1月1日国务院令第9号公布\n\n${more}${articles.map((a, i) => `第${i + 1}条 ${a}\n\n`).join('')}`;
    await load('编号条例(2012-01-01).md', edition(['甲。', '登记的处罚。', '本条例自2012年3月1日起施行。']));
    await load(
      '编号条例(2020-01-01).md',
      edition(['甲。', '新增。', '登记的处罚，从重。', '本条例自2020年3月1日起施行。'], '2020年1月1日国务院令第10号修订\n\n'),
    );
    const asked = async () => {
      const { library } = await keptLaws(database.pool);
      return resolveText(library, '《编号条例》（2012年公布）第二条', localDate('2021-01-01')).map((r) => r.resolution.replacedBy);
    };
    expect(await asked()).toEqual(['编号条例（2020年修订）']);
    const pairs = [{ from: '第二条', to: '第三条' }];
    const entered = await act(manager(), 'law-links', 'open', null, {
      ...{ law: '编号条例', toLaw: null, changedOn: '2020-01-01', pairs, basis: '修订说明。', proof: null },
    });
    if (!entered.ok) throw new Error(JSON.stringify(entered));
    const id = entered.done.matterId;
    expect(await act(manager(), 'law-links', 'confirm', id, { words: '一致' })).toMatchObject({
      ok: false,
      refusal: { refused: 'same-person' },
    });
    await settleAll();
    expect(await asked()).toEqual(['编号条例（2020年修订）']);
    expect((await act(city.市司法局.head.session, 'law-links', 'confirm', id, { words: '与修订说明一致' })).ok).toBe(true);
    await settleAll();
    expect(await asked()).toEqual(['编号条例（2020年修订）第三条']);
    expect((await act(manager(), 'law-links', 'revoke', id, { reason: '依据有误' })).ok).toBe(true);
    await settleAll();
    expect(await asked()).toEqual(['编号条例（2020年修订）']);
  });
});
