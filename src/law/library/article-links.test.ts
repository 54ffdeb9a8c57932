import { describe, expect, it } from 'vitest';
import { localDate } from '../local-date.ts';
import { bothTexts } from './both-texts.ts';
import type { Decided } from './decided.ts';
import { impactOn } from './impact.ts';
import { citedLaws } from './law-sources.ts';
import { lawLibrary, type StoredText } from './library.ts';
import { parseLawText } from './parse-law-text.ts';
import { resolveText } from './resolve.ts';

function stored(source: string, title: string, history: readonly string[], ...lines: string[]): StoredText {
  return { id: source, source, fileDay: null, text: parseLawText([`# ${title}`, ...history, ...lines].join('\n\n')).text };
}
const PASSED = '2010年1月1日第十一届全国人民代表大会常务委员会第十二次会议通过';
const AMENDED = '2015年8月1日《关于修改〈试行法〉的决定》修正';
const OLD = stored(
  '旧',
  '中华人民共和国试行法',
  [PASSED],
  '第一条 总则。',
  '第二条 处一万元罚款。',
  '第三条 登记。',
  '第四条 本法自2010年3月1日起施行。',
);
const NEW = stored(
  '新',
  '中华人民共和国试行法',
  [PASSED, AMENDED],
  ...['第一条 总则。', '第二条 新增。', '第三条 处五万元罚款。', '第四条 登记。', '第五条 本法自2010年3月1日起施行。'],
);
const DECISION = stored(
  '决定',
  '全国人民代表大会常务委员会关于修改《中华人民共和国试行法》的决定',
  ['2015年8月1日第十二届全国人民代表大会常务委员会第十六次会议通过'],
  ...[
    '一、增加一条，作为第二条：“第二条　新增。”',
    '二、将第二条改为第三条，修改为：“第三条　处五万元罚款。”',
    '本决定自2016年1月1日起施行。',
  ],
);
const CODE = stored(
  '法典',
  '中华人民共和国试行法典',
  ['2026年3月12日第十四届全国人民代表大会第四次会议通过'],
  ...['第一条 总则。', '第二条 登记。', '第三条 处罚。', '第四条 本法典自2026年8月15日起施行。《中华人民共和国试行法》同时废止。'],
  ...['附件', '条文对照表', '| 《中华人民共和国试行法》 | 本法典 |', '| 第三条 | 第三条 |', '| 第四条 | 第二条 |'],
);
const LAWS = lawLibrary([OLD, NEW, DECISION, CODE]);
const asked = (words: string, day: string, library = LAWS) =>
  resolveText(library, words, localDate(day)).map(({ resolution: r }) => `${r.status} ${r.text ?? r.replacedBy ?? r.reason}`);

describe('条文对应：修改决定、对照表载明的，引用旧号时指明现为第几条', () => {
  it('写明旧版的引用失效后，指到新版的条号；没有载明的只指到法规', () => {
    expect(asked('《试行法》（2010年公布）第二条', '2015-12-31')).toEqual(['ok 处一万元罚款。']);
    expect(asked('《试行法》（2010年公布）第二条', '2016-01-01')).toEqual(['not-in-force 试行法（2015年修正）第三条']);
    expect(asked('《试行法》（2010年公布）第三条', '2016-01-01')).toEqual(['not-in-force 试行法（2015年修正）']);
  });
  it('废止后经对照表指到法典的条号，逐段相接；废止前一日仍是原条', () => {
    expect(asked('《试行法》第三条', '2026-08-14')).toEqual(['ok 处五万元罚款。']);
    expect(asked('《试行法》第三条、第四条、第五条', '2026-08-15')).toEqual([
      'not-in-force 中华人民共和国试行法典第三条',
      'not-in-force 中华人民共和国试行法典第二条',
      'not-in-force 中华人民共和国试行法典',
    ]);
    expect(asked('《试行法》（2010年公布）第二条', '2026-08-15')).toEqual(['not-in-force 中华人民共和国试行法典第三条']);
  });
  it('引用的条号新版没有了而去向载明：仍答没有这一条，并说明现为第几条', () => {
    const shorter = lawLibrary([
      stored(
        '长',
        '试行条例',
        ['2010年1月1日国务院令第1号公布'],
        '第一条 甲。',
        '第二条 乙。',
        '第三条 丙。',
        '第四条 本条例自公布之日起施行。',
      ),
      stored(
        '短',
        '试行条例',
        ['2010年1月1日国务院令第1号公布', '2020年1月1日修订'],
        '第一条 甲。',
        '第二条 丙。',
        '第三条 本条例自2020年3月1日起施行。',
      ),
      stored(
        '改',
        '国务院关于修改《试行条例》的决定',
        ['2020年1月1日国务院令第2号公布'],
        '一、删去第二条。',
        '二、第四条改为第二条。',
        '本决定自2020年3月1日起施行。',
      ),
    ]);
    expect(resolveText(shorter, '《试行条例》第四条', localDate('2020-03-01')).map((r) => r.resolution)).toMatchObject([
      { status: 'no-such-article', replacedBy: '试行条例（2020年修订）第二条', reason: expect.stringContaining('2010年公布的该条现为') },
    ]);
  });
  it('载明的条号文本里没有：不采用，列给人看', () => {
    const wrong = stored(
      '错',
      '全国人民代表大会常务委员会关于修改《中华人民共和国试行法》的决定',
      ['2015年8月1日通过'],
      '一、第二条改为第九条。',
    );
    const library = lawLibrary([OLD, NEW, wrong]);
    expect(asked('《试行法》（2010年公布）第二条', '2017-01-01', library)).toEqual(['not-in-force 试行法（2015年修正）']);
    expect(library.conflicts.filter((c) => c.is === 'link-to-nowhere').map((c) => c.says)).toEqual([
      '《全国人民代表大会常务委员会关于修改中华人民共和国试行法的决定》载明《试行法》第二条现为第九条，文本中没有这样的条文',
    ]);
  });
  it('由人登记的对应同样作数', () => {
    const decided: Decided = {
      texts: [],
      moves: [
        {
          ...{ law: '试行法', from: { article: 3, sub: 0, paragraph: null }, toLaw: '试行法', to: { article: 4, sub: 0, paragraph: null } },
          ...{ on: localDate('2015-08-01'), by: '条文对应登记' },
        },
      ],
    };
    const library = lawLibrary([OLD, NEW], [], {}, decided);
    expect(asked('《试行法》（2010年公布）第三条', '2017-01-01', library)).toEqual(['not-in-force 试行法（2015年修正）第四条']);
  });
});

describe('条文对应的用处', () => {
  const today = localDate('2026-09-01');
  it('变动影响写明该条现为第几条', () => {
    const [cited] = citedLaws('《试行法》第三条', { register: new Map(), library: LAWS });
    expect(cited && impactOn(cited, new Map([['试行法', false]]), today, localDate('2026-01-01'))).toBe(
      '已于2026-08-15失效，由《中华人民共和国试行法典》取代，该条现为中华人民共和国试行法典第三条',
    );
  });
  it('修改后条号移动而同号另有一条的，写明该条现为第几条', () => {
    const [cited] = citedLaws('《试行法》第二条', { register: new Map(), library: lawLibrary([OLD, NEW, DECISION]) });
    const [day, since] = [localDate('2016-02-01'), localDate('2015-06-01')];
    expect(cited && impactOn(cited, new Map([['试行法', false]]), day, since)).toBe(
      '自2016-01-01起已经修改，该条现为试行法（2015年修正）第三条',
    );
  });
  it('从旧兼从轻：与改了条号的同一条相比，不与同号的另一条相比', () => {
    const [only, second] = bothTexts(LAWS, '《试行法》第二条', localDate('2015-12-31'), localDate('2016-01-01'));
    expect([only?.before.text, only?.after.text, only?.after.movedTo, second]).toEqual([
      '处一万元罚款。',
      '处五万元罚款。',
      { law: '中华人民共和国试行法', place: '第三条' },
      undefined,
    ]);
  });
  it('两日都没有的条款不是差异；一日有一日没有的是', () => {
    const both = (words: string) => bothTexts(LAWS, words, localDate('2015-12-31'), localDate('2016-01-01')).length;
    expect([both('《试行法》第九条'), both('《试行法》第二条第三款'), both('《试行法》第五条'), both('《试行法》第一条')]).toEqual([
      0, 0, 1, 0,
    ]);
    expect(bothTexts(LAWS, '《试行法》第九条', localDate('2009-01-01'), today)).toEqual([]);
  });
});

describe('人的核定', () => {
  const a = stored('甲.md', '双本条例', ['2012年1月1日国务院令第9号公布'], '第一条 甲。', '第二条 本条例自公布之日起施行。');
  const b = stored('乙.md', '双本条例', ['2012年1月1日国务院令第9号公布'], '第一条 乙。', '第二条 本条例自公布之日起施行。');
  const c = stored('丙.md', '双本条例', ['2012年1月1日国务院令第9号公布'], '第一条 丙。', '第二条 本条例自公布之日起施行。');
  const chosen: Decided = { texts: [{ text: '乙.md', among: ['甲.md', '乙.md'] }], moves: [] };
  it('同一版本的两个文本：选定的作数；以后又来一个不同的，重新列为矛盾', () => {
    expect(asked('《双本条例》第一条', '2020-01-01', lawLibrary([a, b]))).toEqual([expect.stringContaining('ambiguous')]);
    const settled = lawLibrary([a, b], [], {}, chosen);
    expect([asked('《双本条例》第一条', '2020-01-01', settled), settled.conflicts]).toEqual([['ok 乙。'], []]);
    const again = lawLibrary([a, b, c], [], {}, chosen);
    expect(again.conflicts.map((x) => x.is)).toEqual(['two-texts']);
    expect(asked('《双本条例》第一条', '2020-01-01', again)).toEqual([expect.stringContaining('ambiguous')]);
  });
});

describe('公布与施行之间、库中没有的法规', () => {
  const law = stored(
    '新',
    '新条例',
    ['2025年6月1日国务院令第2号公布'],
    '第一条 甲。',
    '第二条 本条例自2026年3月1日起施行。《旧条例》同时废止。',
  );
  const library = lawLibrary([law]);
  it('公布后施行前：无效，说明公布日和施行日；施行当日有效', () => {
    const reason = (day: string) =>
      resolveText(library, '《新条例》第一条', localDate(day)).map(({ resolution: r }) => `${r.status} ${r.reason}`);
    expect(['2025-05-31', '2025-06-01', '2026-02-28', '2026-03-01'].flatMap(reason)).toEqual([
      'not-in-force 2026-03-01才施行',
      'not-in-force 2025-06-01公布，2026-03-01才施行',
      'not-in-force 2025-06-01公布，2026-03-01才施行',
      'ok ',
    ]);
  });
  it('被废止而库中没有文本的：废止前一日答库中没有，当日起答已废止、由什么取代', () => {
    expect(['2026-02-28', '2026-03-01'].flatMap((day) => asked('《旧条例》第一条', day, library))).toEqual([
      'not-in-library 库中没有《旧条例》',
      'not-in-force 新条例',
    ]);
  });
});
