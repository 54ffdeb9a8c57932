import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localDate, shanghaiMidnight } from '#law';
import { inTransaction, rows } from '#platform/db';
import { type TestDatabase, testDatabase } from '#testing/database';
import { lawTextsFolder } from '#testing/law-texts';
import { citeCommand, lawCommand } from './operator-law.ts';

let database: TestDatabase;
let folder = '';
let minute = 0;
beforeAll(async () => {
  database = await testDatabase();
  folder = mkdtempSync(join(tmpdir(), 'faheng-law-'));
});
afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

/** As typed by the operator, each command a minute later than the one before. */
async function typed(run: typeof lawCommand, ...args: string[]) {
  const said: string[] = [];
  minute += 1;
  const now = shanghaiMidnight(localDate('2026-11-27')) + minute * 60_000;
  const code = await run(args, { say: (line) => said.push(line), now: () => now, env: { DATABASE_URL: database.url, DATA_DIR: folder } });
  return { code, said };
}
function file(name: string, ...lines: string[]): string {
  const path = join(folder, name);
  writeFileSync(path, lines.join('\n'));
  return path;
}
const cite = async (text: string, date: string) => {
  const { said, code } = await typed(citeCommand, text, '--date', date, '--json');
  return { code, found: said.map((line) => JSON.parse(line) as Record<string, unknown>) };
};

const OLD = [
  '# 中华人民共和国试行法',
  '2010年1月1日通过',
  '第一条 有下列行为的：',
  '（一）旧；',
  '（二）同。',
  '第二条 本法自2010年3月1日起施行。',
];
const NEW = [
  '# 中华人民共和国试行法',
  '2010年1月1日通过',
  '2020年5月1日修订',
  '第一条 新。',
  '第二条 本法自2020年9月1日起施行，《旧条例》同时废止。',
];

describe('法规文本的载入与引用查找，不用服务', () => {
  it('载入、重复载入、改正文本：只动变化的', async () => {
    const [a, b] = [file('试行法(2010-01-01).md', ...OLD), file('试行法(2020-05-01).md', ...NEW)];
    const regulation = file('旧条例.txt', '旧条例', '1990年5月1日发布', '第一条 甲。', '第二条 本条例自发布之日起施行。');
    expect((await typed(lawCommand, 'import', a, b, regulation)).said.at(-1)).toContain('新增3部，更新0部，未变0部，未读0个文件；共6条');
    expect((await typed(lawCommand, 'import', folder)).said.at(-1)).toContain('新增0部，更新0部，未变3部');
    file('旧条例.txt', '旧条例', '1990年5月1日发布', '第一条 甲，改正。', '第二条 本条例自发布之日起施行。');
    expect((await typed(lawCommand, 'import', folder)).said.at(-1)).toContain('新增0部，更新1部，未变2部');
    expect(await rows(database.pool, 'select count(*)::int as n from law_text where not upper_inf(known)')).toEqual([{ n: 1 }]);
  });

  it('同一条在不同日期给出当日的条文、版本和替代', async () => {
    const text = '依据《试行法》第一条第（一）项';
    expect((await cite(text, '2020-08-31')).found).toMatchObject([
      {
        reference: '第一条第（一）项',
        date: '2020-08-31',
        status: 'ok',
        law: '中华人民共和国试行法',
        article: 1,
        paragraph: 1,
        item: 1,
        text: '旧；',
      },
    ]);
    expect(await cite(text, '2020-09-01')).toMatchObject({
      code: 1,
      found: [{ status: 'no-such-item', version: { label: '2020年修订', from: '2020-09-01' } }],
    });
    expect((await cite(text, '2010-02-28')).found).toMatchObject([{ status: 'not-in-force', text: null }]);
    expect((await cite('《旧条例》第一条、《无此法》第三条', '2021-01-01')).found).toMatchObject([
      { status: 'not-in-force', replacedBy: '中华人民共和国试行法' },
      { status: 'not-in-library', law: '无此法', article: 3 },
    ]);
    expect((await cite('旧条例第一条', '2020-08-31')).found).toMatchObject([{ status: 'ok', text: '甲，改正。' }]);
  });

  it('修改决定载明条号改为第几条的，引用旧版时写明现为第几条', async () => {
    const passed = ['# 渔船法', '2011年1月1日第十一届全国人民代表大会常务委员会通过'];
    const amended = [...passed, '2019年1月1日《关于修改〈渔船法〉的决定》修正'];
    const decided = ['# 关于修改《渔船法》的决定', '2019年1月1日第十三届全国人民代表大会常务委员会通过'];
    await typed(
      lawCommand,
      'import',
      file('渔船法(2011-01-01).md', ...passed, '第一条 甲。', '第二条 乙。', '第三条 本法自2011年3月1日起施行。'),
      file('渔船法(2019-01-01).md', ...amended, '第一条 甲。', '第二条 增。', '第三条 乙。', '第四条 本法自2011年3月1日起施行。'),
      file('决定.md', ...decided, '一、第二条改为第三条。', '本决定自2019年3月1日起施行。'),
    );
    const by = '《关于修改渔船法的决定》';
    expect((await cite('《渔船法》（2011年公布）第二条', '2021-01-01')).found).toMatchObject([
      {
        status: 'not-in-force',
        replacedBy: '渔船法（2019年修正）第三条',
        movedTo: [{ law: '渔船法', version: '2019年修正', article: 3, articleSub: null, paragraph: null, by }],
      },
    ]);
  });

  it('七种回答各有其例，一处引用一行对象', async () => {
    const text = '《试行法》第一条第一款、第九条、第一条第二款、第一条第一款第（九）项；《旧条例》第一条；《无此法》第三条；处罚法第一条';
    const { code, found } = await cite(text, '2020-09-01');
    expect([code, found.map(({ status, article, paragraph, item }) => [status, article, paragraph, item])]).toEqual([
      1,
      [
        ['ok', 1, 1, null],
        ['no-such-article', 9, null, null],
        ['no-such-paragraph', 1, 2, null],
        ['no-such-item', 1, 1, 9],
        ['not-in-force', 1, null, null],
        ['not-in-library', 3, null, null],
        ['ambiguous', 1, null, null],
      ],
    ]);
    expect(found.map((f) => f['text'])).toEqual(['新。', null, null, null, null, null, null]);
    expect([found[4]?.['replacedBy'], found[6]?.['candidates']]).toEqual(['中华人民共和国试行法', ['行政处罚法', '治安管理处罚法']]);
    const told = ['reference', 'date', 'status', 'law', 'version', 'article', 'paragraph', 'item', 'text', 'replacedBy'];
    for (const one of found) expect(Object.keys(one)).toEqual(expect.arrayContaining(told));
  });

  it('一百处条文也逐处回答，行文给人看时说明理由', async () => {
    const { code, said } = await typed(citeCommand, '《试行法》第九条', '--date', '2021-01-01');
    expect([code, said.join('\n')]).toEqual([1, expect.stringContaining('没有这一条')]);
    expect(said.join('\n')).not.toContain('faheng law import');
    const absent = await typed(citeCommand, '《未载入法》第九条', '--date', '2021-01-01');
    expect([absent.code, absent.said.at(-1)]).toEqual([1, expect.stringContaining('先用 faheng law import 路径… 载入')]);
  });

  it('写错的命令、日期和文件都有说明；载入写入日志', async () => {
    expect(await typed(lawCommand, 'import')).toMatchObject({ code: 2, said: [expect.stringContaining('用法')] });
    expect(await typed(citeCommand, '《试行法》第一条', '--date', '2021-02-30')).toMatchObject({
      code: 2,
      said: [expect.stringContaining('日期')],
    });
    expect(await typed(citeCommand)).toMatchObject({ code: 2 });
    const broken = await typed(lawCommand, 'import', file('坏.docx', 'zzzz'), '--problems');
    expect([broken.code, broken.said[0]]).toEqual([1, expect.stringContaining('坏.docx：')]);
    const logged = await inTransaction(database.pool, 'set local role app_identity;', (client) =>
      rows<{ n: number }>(client, `select count(*)::int as n from audit_event where action = 'law.import'`),
    );
    expect(logged[0]?.n).toBe(5);
  });

  it('需要核对的日期列给人看', async () => {
    const { said } = await typed(lawCommand, 'conflicts');
    expect(said.at(-1)).toMatch(/共\d+处需要核对/);
  });
});

const real = lawTextsFolder();
describe.skipIf(real === null)('一千部真实文本', () => {
  it('全部载入，再次载入不变', async () => {
    const start = performance.now();
    const { said } = await typed(lawCommand, 'import', real ?? '');
    const seconds = (performance.now() - start) / 1000;
    const again = performance.now();
    expect((await typed(lawCommand, 'import', real ?? '')).said.at(-1)).toContain('新增0部，更新0部，未变1025部');
    const rss = Math.round(process.resourceUsage().maxRSS / 1024);
    console.log(`${said.at(-1)} ${seconds.toFixed(1)}秒；再次载入${((performance.now() - again) / 1000).toFixed(1)}秒；峰值内存${rss} MB`);
    const cited = await cite('《行政处罚法》第五十七条第一款第（一）项', '2026-11-27');
    expect(cited.found).toMatchObject([{ status: 'ok', text: expect.stringContaining('确有应受行政处罚的违法行为') }]);
  });
});
