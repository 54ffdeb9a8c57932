import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LAW_SCORE } from '#law/library/law-score.test-data';
import { zipOf } from '#platform/spreadsheet/files.fixtures';
import { lawTextsFolder } from '#testing/law-texts';
import { type ReadLaw, readLawFiles } from './read-law-files.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'faheng-law-texts-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const TEXT = '# 试行法\n\n2020年1月1日公布\n\n第一条 甲。\n\n第二条 本法自2020年2月1日起施行。\n';
async function all(paths: readonly string[]): Promise<readonly ReadLaw[]> {
  const found: ReadLaw[] = [];
  for await (const law of readLawFiles(paths)) found.push(law);
  return found;
}
async function of(name: string, body: string | Buffer): Promise<readonly ReadLaw[]> {
  const path = join(folder, name);
  writeFileSync(path, body);
  return all([path]);
}
const articles = (law: ReadLaw | undefined) =>
  law?.is === 'text' ? law.parsed.text.articles.flatMap((a) => a.paragraphs.map((p) => p.text)) : [law?.reason];
const paragraph = (inner: string) => `<w:p>${inner}</w:p>`;
const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const docx = (...paragraphs: string[]) =>
  zipOf([{ name: 'word/document.xml', body: `<w:document xmlns:w="urn:w"><w:body>${paragraphs.join('')}</w:body></w:document>` }]);

describe('法规文件的各种格式', () => {
  it('纯文本按编码读取', async () => {
    const gbk = Buffer.from([0xca, 0xd4, 0xd0, 0xd0, 0xb7, 0xa8, 0x0a, 0xb5, 0xda, 0xd2, 0xbb, 0xcc, 0xf5, 0x20, 0xbc, 0xd7, 0xa1, 0xa3]);
    expect((await of('a.txt', gbk)).map(articles)).toEqual([['甲。']]);
    expect((await of('b.txt', Buffer.from(`\ufeff${TEXT}`, 'utf16le'))).map(articles)[0]).toHaveLength(2);
  });
  it('带修订标记的 DOCX 按接受全部修订读取并说明', async () => {
    const body = docx(
      paragraph(run('试行法')),
      paragraph(`${run('第一条 ')}<w:del><w:r><w:delText>旧</w:delText></w:r></w:del><w:ins>${run('新')}</w:ins>${run('文。')}`),
      `<w:tbl><w:tr><w:tc>${paragraph(run('项目'))}</w:tc><w:tc>${paragraph(run('元'))}</w:tc></w:tr></w:tbl>`,
    );
    const [law] = await of('a.docx', body);
    expect(articles(law)).toEqual(['新文。', '| 项目 | 元 |']);
    expect(law?.is === 'text' && law.parsed.problems.map((p) => p.is)).toEqual(expect.arrayContaining(['tracked-change', 'table']));
  });
  it('压缩包里逐个读，坏的一个不妨碍其他', async () => {
    const zip = zipOf([
      { name: '一/甲(2020-01-01).md', body: TEXT },
      { name: '乙.docx', body: docx(paragraph(run('乙规定')), paragraph(run('第一条 乙。'))) },
      { name: '丙.exe', body: 'MZ' },
      { name: '__MACOSX/丁.md', body: 'x' },
    ]);
    const found = await of('many.zip', zip);
    expect(found.map((law) => [law.source, law.is])).toEqual([
      ['many.zip/一/甲(2020-01-01).md', 'text'],
      ['many.zip/乙.docx', 'text'],
      ['many.zip/丙.exe', 'refused'],
    ]);
  });
  it.each([
    ['坏的压缩包', 'broken.zip', Buffer.from('PK\x03\x04zzzz'), '不能作为压缩包'],
    ['坏的 DOCX', 'broken.docx', Buffer.from('zzzz'), '不能作为Word文档'],
    ['不是 Word 的 DOCX', 'odd.docx', zipOf([{ name: 'a.txt', body: 'x' }]), 'word/document.xml'],
    [
      '有外部实体的 DOCX',
      'entity.docx',
      zipOf([{ name: 'word/document.xml', body: '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>' }]),
      '文档类型声明',
    ],
    ['二进制文件', 'a.txt', Buffer.from([0, 1, 2, 0, 0, 3, 255]), '不能识别'],
    ['其他格式', 'a.pdf', Buffer.from('%PDF'), '不是法规文本'],
  ])('%s：说明理由', async (_, name, content, reason) => {
    expect(await of(name, content)).toMatchObject([{ is: 'refused', reason: expect.stringContaining(reason) }]);
  });
  it('不存在的路径说明理由', async () => {
    expect(await all([join(folder, 'absent')])).toMatchObject([{ is: 'refused', reason: '文件不存在或者不能读取' }]);
  });
  it('四十兆的文本在几秒内读完', async () => {
    const article = (n: number) => `第${n}条 ${'国家保护公民的合法权益。'.repeat(12)}\n\n（一）${'甲'.repeat(60)}；\n\n`;
    let text = '# 长法\n\n2020年1月1日公布\n\n';
    const parts: string[] = [];
    for (let n = 1; parts.length * 700 < 40_000_000; n += 1) parts.push(article(n));
    text += parts.join('');
    const [law] = await of('long.md', text);
    expect(Buffer.byteLength(text)).toBeGreaterThan(36_000_000);
    expect(articles(law)).toHaveLength(parts.length);
  });
});

const real = lawTextsFolder();
describe.skipIf(real === null)('现有的真实文本', () => {
  // Two decrees have no numbered articles at all; their words are kept as preface.
  it('每一部都读出连续的条文', async () => {
    const laws = (await all([real ?? ''])).filter((law) => law.is === 'text');
    const count = { texts: laws.length, articles: 0, gaps: 0, without: 0 };
    for (const { parsed } of laws) {
      count.articles += parsed.text.articles.length;
      count.gaps += parsed.problems.filter((p) => p.is === 'article-gap' || p.is === 'item-gap' || p.is === 'article-repeated').length;
      if (parsed.text.articles.length === 0) count.without += 1;
    }
    expect(count).toEqual({ texts: LAW_SCORE.texts, articles: LAW_SCORE.articles, gaps: 0, without: 2 });
  });
});
