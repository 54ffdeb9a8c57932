import { describe, expect, it } from 'vitest';
import { localDate } from '../local-date.ts';
import { bothTexts } from './both-texts.ts';
import { lawLibrary } from './library.ts';
import { parseLawText } from './parse-law-text.ts';

const stored = (title: string, history: string, ...articles: string[]) => ({
  id: `${title}${history}`,
  source: `${title}.md`,
  fileDay: null,
  text: parseLawText([`# ${title}`, history, ...articles.map((a, i) => `第${i + 1}条 ${a}`)].join('\n\n')).text,
});
const LIBRARY = lawLibrary([
  stored('试行法', '2010年1月1日通过', '处一万元以下罚款。', '同。', '本法自2010年3月1日起施行。'),
  stored('试行法', '2010年1月1日通过\n\n2020年5月1日修订', '处五千元以下罚款。', '同。', '本法自2020年9月1日起施行。'),
  stored('旧条例', '2001年1月1日公布', '处警告。', '本条例自公布之日起施行。'),
  stored('新条例', '2020年6月1日公布', '处罚款。', '本条例自2020年10月1日起施行。《旧条例》同时废止。'),
]);
const both = (text: string, deed: string, decision: string) =>
  bothTexts(LIBRARY, text, localDate(deed), localDate(decision)).map(({ law, place, before, after }) => [
    `${law}${place}`,
    before.text ?? before.reason,
    after.text ?? after.reason,
  ]);

describe('从旧兼从轻：行为时和决定时的条文并列（《行政处罚法》第三十七条）', () => {
  it('行为在旧法、决定在新法：新旧文字不同的并列，相同的不列', () => {
    expect(both('《试行法》第一条、第二条', '2020-08-31', '2020-09-01')).toEqual([
      ['试行法第一条', '处一万元以下罚款。', '处五千元以下罚款。'],
    ]);
  });
  it.each([
    ['都在旧法', '2020-08-30', '2020-08-31'],
    ['都在新法', '2020-09-01', '2020-09-02'],
    ['日期颠倒', '2020-09-01', '2020-08-31'],
  ])('%s：没有可并列的', (_, deed, decision) => {
    expect(both('《试行法》第一条', deed, decision)).toEqual([]);
  });
  it('决定时已经废止的，写明由什么取代；库中没有的不列', () => {
    expect(both('依据《旧条例》第一条、《未收录法》第三条', '2020-09-30', '2020-10-01')).toEqual([
      ['旧条例第一条', '处警告。', '2020-10-01起失效，由新条例取代'],
    ]);
  });
});
