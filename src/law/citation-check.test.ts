import { describe, expect, it } from 'vitest';
import { checkCitations } from './citation-check.ts';
import type { LawSources } from './library/law-sources.ts';
import { SHIPPED_LAWS } from './library/law-sources.ts';
import { lawLibrary } from './library/library.ts';
import { parseLawText } from './library/parse-law-text.ts';
import { localDate } from './local-date.ts';
import { DEFAULT_LAW_REGISTER, KNOWN_LAW_VERSIONS } from './repealed-laws.ts';

function stored(title: string, history: string, articles: readonly string[]) {
  const body = [`# ${title}`, '', history, '<!-- INFO END -->', ...articles.map((a, i) => `第${i + 1}条 ${a}`)];
  return { id: title, source: `${title}.md`, fileDay: null, text: parseLawText(body.join('\n')).text };
}
const LAWS: LawSources = {
  register: DEFAULT_LAW_REGISTER,
  library: lawLibrary(
    [
      stored('渔港管理条例', '2010年1月1日国务院令第1号公布', ['甲。', '乙：\n\n（一）子；\n\n（二）丑。', '本条例自2010年3月1日起施行。']),
      stored('渔港法', '2025年6月1日第十四届全国人民代表大会常务委员会通过', [
        '甲。',
        '本法自2026年1月1日起施行。《渔港管理条例》同时废止。',
      ]),
    ],
    KNOWN_LAW_VERSIONS,
  ),
};
const notes = (text: string, on: string, tellsOf?: string, laws = LAWS) =>
  checkCitations([{ where: '“要求”', text, ...(tellsOf === undefined ? {} : { tellsOf }) }], laws, localDate(on)).map(
    (n) => `${n.is} ${n.place}${n.reason}`,
  );

describe('签发前核对引用：按日期选文本', () => {
  it.each([
    ['《渔港管理条例》第二条第（一）项', '2025-12-31', []],
    ['《渔港管理条例》第二条第（一）项', '2026-01-01', ['wrong 《渔港管理条例》第二条第（一）项已于2026-01-01失效，由《渔港法》取代']],
    ['《渔港法》第一条', '2025-12-31', ['wrong 《渔港法》第一条尚未施行（2026-01-01起施行）']],
    ['《渔港法》第一条', '2026-01-01', []],
    ['《渔港法》第二条', '2026-01-01', []],
    ['《渔港法》第三条', '2026-01-01', ['wrong 《渔港法》第三条没有这一条']],
    ['《渔港管理条例》第二条第二款', '2020-01-01', ['wrong 《渔港管理条例》第二条第二款没有这一款']],
    ['《渔港管理条例》第二条第（三）项', '2020-01-01', ['wrong 《渔港管理条例》第二条第（三）项没有这一项']],
    ['《行政处罚法》第八十六条', '2026-01-01', []],
    ['《行政处罚法》第八十七条', '2026-01-01', ['wrong 《行政处罚法》第八十七条没有这一条']],
    ['《责令改正通知书》', '2026-01-01', []],
  ])('%s，%s', (text, on, expected) => {
    expect(notes(text, on)).toEqual(expected);
  });

  it('同一段写明行为日期在旧法有效期间的，不是错误', () => {
    const cited = '《渔港管理条例》第二条';
    expect(notes(cited, '2026-02-01', `2025年12月31日的行为违反${cited}`)).toEqual([
      'earlier 《渔港管理条例》第二条2025-12-31有效，2026-02-01已于2026-01-01失效，由《渔港法》取代',
    ]);
    expect(notes(cited, '2026-02-01', `2026年1月1日的行为违反${cited}`)).toEqual([
      'wrong 《渔港管理条例》第二条已于2026-01-01失效，由《渔港法》取代',
    ]);
  });

  it('库中没有这部法规：只提示，不阻止', () => {
    expect(notes('《海事条例》第五条', '2026-02-01')).toEqual([
      'unsure 《海事条例》第五条法规库不能核对（缺《海事条例》的文本），请人工核对',
    ]);
    expect(notes('《海事条例》第五条', '2026-02-01', undefined, SHIPPED_LAWS)).toEqual([
      'unsure 《海事条例》第五条法规库不能核对（库中没有这部法规），请人工核对',
    ]);
  });

  it('没有文本而登记簿知道已经废止的，同样不得引用', () => {
    expect(notes('《大气污染防治法》第九十九条', '2026-08-14', undefined, SHIPPED_LAWS)).toEqual([]);
    expect(notes('《大气污染防治法》第九十九条', '2026-08-15', undefined, SHIPPED_LAWS)).toEqual([
      'wrong 《大气污染防治法》第九十九条已于2026-08-15失效，由《生态环境法典》取代',
    ]);
  });
});
