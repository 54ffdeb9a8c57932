import { describe, expect, it } from 'vitest';
import type { Article } from './law-text.ts';
import { parseLawText } from './parse-law-text.ts';

const read = (...lines: string[]) => parseLawText(lines.join('\n'));
const kinds = (...lines: string[]) => read(...lines).problems.map((p) => `${p.line} ${p.is}`);
/** 条号：款一{项一<目一}|款二 */
function shape(article: Article | undefined): string {
  if (article === undefined) return '';
  const paragraphs = article.paragraphs.map(({ text, items }) => {
    const inner = items.map((i) => `${i.number}${i.subItems.length === 0 ? '' : `<${i.subItems.map((s) => s.number).join()}>`}`);
    return items.length === 0 ? text : `${text}{${inner.join()}}`;
  });
  return `${article.number}.${article.sub}：${paragraphs.join('|')}`;
}
const shapes = (...lines: string[]) => read(...lines).text.articles.map(shape);

describe('同一部法律的各种写法读成同样的条文', () => {
  const HEAD = ['1996年3月17日 第八届全国人民代表大会第四次会议通过', ''];
  const EXPECTED = ['1.0：甲。', '2.0：有下列情形：{1,2}|乙。'];
  it.each([
    [
      '井号标题',
      [
        '# 试行法',
        '',
        ...HEAD,
        '<!-- INFO END -->',
        '## 第一章 总则',
        '第一条 甲。',
        '',
        '第二条 有下列情形：',
        '',
        '（一）子；',
        '',
        '（二）丑。',
        '',
        '乙。',
      ],
    ],
    [
      '加粗条号',
      [
        '---',
        'sidebar: auto',
        '---',
        '# 试行法',
        ...HEAD,
        '## 第一章　总则',
        '**第一条**　甲。',
        '',
        '**第二条**　有下列情形：',
        '',
        '（一）子；',
        '（二）丑。',
        '乙。',
      ],
    ],
    [
      '带目录的纯文本',
      [
        '试行法',
        ...HEAD,
        '目　录',
        '第一章　总则',
        '第一章　总　则',
        '第一条　甲。',
        '第二条　有下列情形：',
        '(一)子；',
        '(二)丑。',
        '乙。',
      ],
    ],
    ['数字条号', ['试行法', ...HEAD, '第一章 总则', '第1条 甲。', '第2条 有下列情形：', '（一）子；', '（二）丑。', '乙。']],
  ])('%s', (_, lines) => {
    const { text } = read(...lines);
    expect(text.title).toBe('试行法');
    expect(text.articles.map(shape)).toEqual(EXPECTED);
    expect(text.divisions).toMatchObject([{ kind: '章', number: 1, title: '总则' }]);
    expect(text.articles.map((a) => a.division)).toEqual([0, 0]);
    expect(text.history).toMatchObject([{ kind: 'adopted', on: '1996-03-17' }]);
  });
});

describe('款、项、目', () => {
  it('之一、标题和缺号', () => {
    expect(shapes('法', '第一条 甲。', '第一条之一 【补充】乙。', '第三条 丙。')).toEqual(['1.0：甲。', '1.1：乙。', '3.0：丙。']);
    expect(read('法', '第一条之一【补充】乙。').text.articles[0]).toMatchObject({ sub: 1, heading: '补充' });
    expect(kinds('法', '第一条 甲。', '第一条之一 乙。', '第三条 丙。')).toContain('4 article-gap');
  });
  it('项下有目，目之后继续项', () => {
    expect(shapes('法', '第一条 撤销：', '（一）下列情形：', '1.事实不清；', '2．依据错误；', '（二）其他。')).toEqual([
      '1.0：撤销：{1<1,2>,2}',
    ]);
  });
  it('项与项之间的一段属于前一项；冒号结尾的一段另起一款', () => {
    expect(shapes('法', '第一条 包括：', '（一）子：', '说明一句。', '（二）丑。', '末款。')).toEqual(['1.0：包括：{1,2}|末款。']);
    expect(shapes('法', '第一条 包括：', '（一）子。', '不包括：', '（一）丑。')).toEqual(['1.0：包括：{1}|不包括：{1}']);
  });
  it('段首引用条款不是新的一条', () => {
    expect(shapes('法', '第一条 甲。', '第二条规定的情形除外。', '第二条 乙。')).toEqual(['1.0：甲。|第二条规定的情形除外。', '2.0：乙。']);
    expect(shapes('法', '第九条 甲。', '第十条第二款规定的除外。')).toEqual(['9.0：甲。|第十条第二款规定的除外。']);
  });
  it('没有“第×条”的老文件按“一、”或“（一）”编号读取', () => {
    expect(shapes('关于植树的决定', '一、甲。', '（一）子。', '二、乙。')).toEqual(['1.0：甲。{1}', '2.0：乙。']);
    expect(kinds('关于植树的决定', '一、甲。')).toContain('2 enumerated');
    expect(shapes('保护电缆规定', '(一) 甲。', '(二) 乙。')).toEqual(['1.0：甲。', '2.0：乙。']);
  });
  it.each(['附则', '附 则', '## 附则', '法律责任'])('丢了章号的标题“%s”不是款，也不吞掉后面的条文', (heading) => {
    const { text } = read('法', '第一条 甲。', heading, '第二条 本法自2020年1月1日起施行。');
    expect(text.articles.map(shape)).toEqual(['1.0：甲。', '2.0：本法自2020年1月1日起施行。']);
    expect([text.divisions.map((d) => [d.number, d.title]), text.annex]).toEqual([[[0, heading.replaceAll(/[#\s]/g, '')]], []]);
  });
  it('算式、没有下一条跟着的短行仍是条文', () => {
    expect(shapes('法', '第一条 系数＝', '核定率', '第二条 乙。')).toEqual(['1.0：系数＝|核定率', '2.0：乙。']);
    expect(shapes('法', '第一条 甲。', '核定率', '第三条 乙。')).toEqual(['1.0：甲。|核定率', '3.0：乙。']);
  });
  it('附件不混入最后一条', () => {
    const { text } = read('法', '第一条 甲。', '附件：收费表', '| 项目 | 元 |', '第二条不算');
    expect(text.articles.map(shape)).toEqual(['1.0：甲。']);
    expect(text.annex).toHaveLength(3);
  });
});

describe('脏文本读得出来，并逐行说明', () => {
  it.each([
    ['零宽字符', '第一条 甲\u200b。', 'invisible', '1.0：甲。'],
    ['不间断空格', '第一条\u00a0甲。', 'odd-space', '1.0：甲。'],
    ['全角数字', '第一条 罚款１００元。', 'full-width-digit', '1.0：罚款100元。'],
    ['半角冒号', '第一条 国家保护:', 'half-width', '1.0：国家保护：'],
    ['私有区字符', '第一条 甲\ue123。', 'private-use', '1.0：甲\ue123。'],
    ['书名号不成对', '第一条 依照《水法规定。', 'unclosed-title', '1.0：依照《水法规定。'],
    ['条号断开', '第 一 条 甲。', 'split-marker', '1.0：甲。'],
    ['一行几条', '第一条 甲。 第二条 乙。', 'inline-article', '1.0：甲。'],
    ['网页标记', '第一条 甲<script>alert(1)</script>。', 'markup', '1.0：甲<script>alert(1)</script>。'],
  ])('%s', (_, line, problem, expected) => {
    expect(kinds('法', line)).toContain(`2 ${problem}`);
    expect(shapes('法', line)[0]).toBe(expected);
  });
  it('断行接上，空行不接', () => {
    const long = '国家对涉及公共利益的重大事项实行严格的审批和监督管理制度并定期';
    expect(shapes('法', `第一条 ${long}`, '向社会公布。')).toEqual([`1.0：${long}向社会公布。`]);
    expect(shapes('法', `第一条 ${long}`, '', '向社会公布。')).toEqual([`1.0：${long}|向社会公布。`]);
  });
  it('重复的条号、空文本、没有条文都说明，不中断', () => {
    expect(kinds('法', '第一条 甲。', '第一条 乙。')).toContain('3 article-repeated');
    expect(read('').problems.map((p) => p.is)).toEqual(expect.arrayContaining(['no-article', 'no-title', 'no-history']));
    expect(read('法', '2021年2月30日通过', '第一条 甲。').problems).toContainEqual({ line: 1, is: 'not-a-day', found: '2021年2月30日' });
  });
});

describe('沿革', () => {
  const events = (...lines: string[]) =>
    read('法', ...lines, '第一条 甲。').text.history.map((e) => `${e.on} ${e.kind} ${e.by ?? ''}`.trim());
  it('通过、公布、修订、按决定修正、施行分得清', () => {
    expect(
      events(
        '1988年1月21日国务院令第1号发布 根据2011年1月8日《国务院关于废止和修改部分行政法规的决定》修订',
        '2021年1月22日 第十三届全国人民代表大会常务委员会第二十五次会议修订',
        '2021年7月15日 施行',
      ),
    ).toEqual([
      '1988-01-21 promulgated',
      '2011-01-08 amended 国务院关于废止和修改部分行政法规的决定',
      '2021-01-22 revised',
      '2021-07-15 effective',
    ]);
  });
  it('书名断成两行、标题里有日期、中文数字的日期', () => {
    expect(
      events(
        '2007年12月29日 《关于修改<文物保护法>第三十条',
        '第三十一条的决定》第一次修正',
        '一九九四年五月十二日 《关于1990年1月1日前决定的批复》公布',
      ),
    ).toEqual(['2007-12-29 amended 关于修改<文物保护法>第三十条第三十一条的决定', '1994-05-12 promulgated 关于1990年1月1日前决定的批复']);
  });
});
