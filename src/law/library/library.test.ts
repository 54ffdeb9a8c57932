import { describe, expect, it } from 'vitest';
import type { LawVersion } from '../law-register.ts';
import { localDate } from '../local-date.ts';
import { type LawLibrary, lawLibrary, type StoredText } from './library.ts';
import { parseLawText } from './parse-law-text.ts';
import { resolve, resolveText } from './resolve.ts';

function stored(title: string, history: readonly string[], articles: readonly string[], fileDay: string | null = null): StoredText {
  const body = [`# ${title}`, ...history.flatMap((h) => ['', h]), '<!-- INFO END -->', ...articles.map((a, i) => `第${i + 1}条 ${a}`)];
  const id = `${title}${history.join()}${articles.join()}`;
  return { id, source: `${title}.md`, fileDay: fileDay === null ? null : localDate(fileDay), text: parseLawText(body.join('\n')).text };
}
const days = (library: LawLibrary, law: string) =>
  library.laws.get(law)?.map((e) => `${e.label} ${e.from}～${e.until ?? ''} ${e.certainty}${e.texts.length === 0 ? ' 缺文本' : ''}`);
const conflicts = (library: LawLibrary) => library.conflicts.map((c) => `${c.law} ${c.is}`);
const place = (article: number, paragraph: number | null = null) => ({ article, sub: 0, paragraph, item: null, subItem: null });
const on = (library: LawLibrary, law: string, day: string, article = 1) => {
  const found = resolve(library, { name: law, edition: null }, place(article), localDate(day));
  return `${found.status} ${found.text ?? found.replacedBy ?? ''}`.trim();
};
const version = (name: string, from: string | null, until: string | null): LawVersion => ({
  name,
  aliases: [],
  level: null,
  articles: null,
  inForce: { from: from === null ? null : localDate(from), until: until === null ? null : localDate(until) },
  replacedBy: null,
});

describe('施行日从文本自己推出', () => {
  it.each([
    ['2020年1月1日公布', '本法自2020年7月1日起施行。', '2020-07-01'],
    ['2020年1月1日公布', '本法自二〇二〇年七月一日起施行。', '2020-07-01'],
    ['2020年1月1日公布', '本条例自公布之日起施行。', '2020-01-01'],
    ['2020年1月1日公布', '本办法自发布之日起三十日后施行。', '2020-01-31'],
    ['2020年1月1日公布', '本规定自发布之日起满2个月施行。', '2020-03-01'],
    ['2019年12月20日国务院第9次常务会议通过 2020年1月1日国务院令第1号公布', '本条例自公布之日起施行。', '2020-01-01'],
    ['2020年1月1日公布', '本法（原称《试行条例》）自2020年7月1日起施行。', '2020-07-01'],
  ])('%s，%s', (history, clause, from) => {
    expect(lawLibrary([stored('试行法', [history], ['甲。', clause])]).laws.get('试行法')).toMatchObject([{ from, certainty: 'stated' }]);
  });

  it.each([
    ['2008年7月17日经某部第6次部务会议通过', '本办法自发布之日起施行。', null, '2008-07-17'],
    ['1995年6月6日国务院批准', '本规定自发布之日起施行。', '1995-06-29', '1995-06-29'],
    ['1995年6月6日国务院批准修订', '本规定自发布之日起三十日后施行。', '1995-06-29', '1995-06-29'],
  ])('只知通过、批准而不知公布：%s，不作为文本载明的施行日', (history, clause, file, on) => {
    const library = lawLibrary([stored('试行办法', [history], ['甲。', clause], file ?? undefined)]);
    expect(library.laws.get('试行办法')).toMatchObject([{ on, certainty: 'assumed' }]);
  });
  it('全国人大常委会通过的当日公布；部门以令公布的按公布日', () => {
    const clause = ['甲。', '本法自公布之日起施行。'];
    const passed = stored('试行法', ['2020年1月1日第十三届全国人民代表大会常务委员会第三次会议通过'], clause);
    expect(lawLibrary([passed]).laws.get('试行法')).toMatchObject([{ from: '2020-01-01', certainty: 'stated' }]);
    const ordered = stored('试行办法', ['2020年1月1日部务会议通过', '2020年1月9日某部令第3号公布'], ['甲。', '本办法自公布之日起施行。']);
    expect(lawLibrary([ordered]).laws.get('试行办法')).toMatchObject([{ from: '2020-01-09', certainty: 'stated' }]);
  });
  it('最早的版本没有载明施行日：一年内不能确定是否已经施行', () => {
    const library = lawLibrary([stored('试行办法', ['2020年1月1日公布'], ['甲。', '由某部负责解释。'])]);
    expect(['2019-12-31', '2020-01-01', '2020-12-31', '2021-01-01'].map((d) => on(library, '试行办法', d))).toEqual([
      'not-in-force',
      'ambiguous',
      'ambiguous',
      'ok 甲。',
    ]);
  });

  const OLD = stored('中华人民共和国试行法', ['2010年1月1日通过'], ['旧。', '同。', '本法自2010年3月1日起施行。']);
  const AMENDED = stored(
    '中华人民共和国试行法',
    ['2010年1月1日通过', '2015年8月1日《关于修改〈试行法〉的决定》修正'],
    ['新。', '同。', '本法自2010年3月1日起施行。'],
  );
  const REVISED = stored(
    '中华人民共和国试行法',
    ['2010年1月1日通过', '2015年8月1日《关于修改〈试行法〉的决定》修正', '2020年5月1日修订'],
    ['更新。', '本法自2020年9月1日起施行。'],
  );

  it('修订自其施行日起取代旧版；公布至施行之间仍是旧版', () => {
    const library = lawLibrary([REVISED, OLD]);
    expect(days(library, '试行法')).toEqual([
      '2010年公布 2010-03-01～2015-08-01 stated',
      '2015年修正 2015-08-01～2020-09-01 assumed 缺文本',
      '2020年修订 2020-09-01～ stated',
    ]);
    expect(['2010-02-28', '2010-03-01', '2020-08-31', '2020-09-01'].map((d) => on(library, '试行法', d))).toEqual([
      'not-in-force',
      'ok 旧。',
      'not-in-library',
      'ok 更新。',
    ]);
  });
  it('修正未载明施行日：一年内新旧不同的条文不能确定，相同的可以', () => {
    const library = lawLibrary([OLD, AMENDED]);
    expect(conflicts(library)).toContain('试行法 start-assumed');
    expect(['2015-07-31', '2015-08-01', '2016-07-31', '2016-08-01'].map((d) => on(library, '试行法', d))).toEqual([
      'ok 旧。',
      'ambiguous',
      'ambiguous',
      'ok 新。',
    ]);
    expect(on(library, '试行法', '2015-09-01', 2)).toBe('ok 同。');
  });
  it('名录登记了更晚施行的版本而没有其文本：自该日起不再用旧文本作答，前一日照旧', () => {
    const library = lawLibrary([OLD], [version('试行法', '2018-05-01', null)]);
    expect(days(library, '试行法')).toEqual(['2010年公布 2010-03-01～2018-05-01 stated', '2018年施行 2018-05-01～ registered 缺文本']);
    expect(['2018-04-30', '2018-05-01'].map((d) => on(library, '试行法', d))).toEqual(['ok 旧。', 'not-in-library']);
    expect(conflicts(library)).toContain('试行法 start-differs');
  });
  it('登记的日期就在公布后一年内：同一版本，只是日期有出入，不另立版本', () => {
    const library = lawLibrary([OLD], [version('试行法', '2010-04-01', null)]);
    expect(days(library, '试行法')).toEqual(['2010年公布 2010-03-01～ stated']);
    expect(conflicts(library)).toContain('试行法 start-differs');
  });
  it('修改决定的文本或者名录登记说明施行日，不再存疑', () => {
    const decision = stored(
      '全国人民代表大会常务委员会关于修改《中华人民共和国试行法》的决定',
      ['2015年8月1日通过'],
      ['改。', '本决定自2016年1月1日起施行。'],
    );
    for (const library of [lawLibrary([OLD, AMENDED, decision]), lawLibrary([OLD, AMENDED], [version('试行法', '2016-01-01', null)])]) {
      expect([on(library, '试行法', '2015-12-31'), on(library, '试行法', '2016-01-01')]).toEqual(['ok 旧。', 'ok 新。']);
    }
  });
  it('名称带括号的，修改决定的题名在沿革里写作全角、在决定里写作半角，也是同一决定', () => {
    const before = stored('渔港规定（试行）', ['2010年1月1日公布'], ['旧。', '本规定自2010年3月1日起施行。']);
    const history = ['2010年1月1日公布', '2015年8月1日《关于修改〈渔港规定（试行）〉的决定》修正'];
    const after = stored('渔港规定（试行）', history, ['新。', '本规定自2010年3月1日起施行。']);
    const decision = stored('关于修改《渔港规定(试行)》的决定', ['2015年8月1日公布'], ['改。', '本决定自2016年1月1日起施行。']);
    expect(days(lawLibrary([before, after, decision]), '渔港规定(试行)')).toEqual([
      '2010年公布 2010-03-01～2016-01-01 stated',
      '2015年修正 2016-01-01～ stated',
    ]);
  });
  it('文件名日期晚于沿革：文本只用于那一日以后，并提示', () => {
    const library = lawLibrary([stored('规定', ['2000年1月1日发布'], ['甲。', '本规定自发布之日起施行。'], '2018-03-01')]);
    expect(days(library, '规定')).toEqual(['2000年公布 2000-01-01～2018-03-01 stated 缺文本', '2018年修正 2018-03-01～ assumed']);
    expect(conflicts(library)).toContain('规定 file-day-differs');
  });
});

describe('废止', () => {
  const repealing = (clause: string) => stored('新法', ['2020年1月1日公布'], ['甲。', `本法自2020年3月1日起施行。${clause}`]);
  const old = stored('旧条例', ['1990年5月1日公布'], ['甲。', '本条例自公布之日起施行。']);
  it('废止前一日有效，当日起无效并指出替代', () => {
    const library = lawLibrary([old, repealing('1990年5月1日国务院公布的《旧条例》同时废止。')]);
    expect([on(library, '旧条例', '2020-02-29'), on(library, '旧条例', '2020-03-01')]).toEqual(['ok 甲。', 'not-in-force 新法']);
  });
  it('条款写明日期的，不废止后来的同名文件；只废止部分的不算', () => {
    expect(on(lawLibrary([old, repealing('1980年1月1日公布的《旧条例》同时废止。')]), '旧条例', '2021-01-01')).toBe('ok 甲。');
    expect(on(lawLibrary([old, repealing('《旧条例》第三条同时废止。')]), '旧条例', '2021-01-01')).toBe('ok 甲。');
  });
  it('废止库中没有的文件：列给人看', () => {
    expect(conflicts(lawLibrary([repealing('《无此条例》同时废止。')]))).toEqual(['新法 repeal-of-unknown']);
  });
  it('登记的废止日与文本不同：以文本为准并提示', () => {
    const library = lawLibrary([old, repealing('《旧条例》同时废止。')], [version('旧条例', null, '2021-01-01')]);
    expect(conflicts(library)).toContain('旧条例 end-differs');
    expect(lawLibrary([old], [version('旧条例', null, '2021-01-01')]).laws.get('旧条例')).toMatchObject([{ until: '2021-01-01' }]);
  });
});

describe('查找：一处条文，或者为什么没有', () => {
  const law = stored(
    '中华人民共和国试行法',
    ['2010年1月1日通过'],
    ['甲。\n\n乙：\n\n（一）子；\n\n（二）丑。', '丙：\n\n（一）子。\n\n丁：\n\n（一）寅。', '本法自2010年3月1日起施行。'],
  );
  const library = lawLibrary([law], [], { 试验法: ['试行法'], 通行法: ['试行法', '别行法'] });
  const status = (text: string, day = '2020-01-01') =>
    resolveText(library, text, localDate(day)).map(({ resolution: r }) => `${r.status} ${r.text ?? r.candidates.join('、')}`.trim());
  it.each([
    ['《试行法》第一条第二款第（二）项', ['ok 丑。']],
    ['《试行法》第一条第（二）项', ['ok 丑。']],
    ['试验法第一条第一款', ['ok 甲。']],
    ['《试行法》第二条第（一）项', ['ambiguous 第1款、第2款']],
    ['通行法第一条', ['ambiguous 试行法、别行法']],
    ['《试行法》第九条', ['no-such-article']],
    ['《试行法》第一条之一', ['no-such-article']],
    ['《试行法》第一条第三款', ['no-such-paragraph']],
    ['《试行法》第一条第（三）项', ['no-such-item']],
    ['《试行法》第一条第二款第（三）项', ['no-such-item']],
    ['《试行法》（2015年修正）第一条', ['not-in-library']],
    ['《试行条例》第一条', ['not-in-library']],
  ])('%s', (text, expected) => {
    expect(status(text)).toEqual(expected);
  });
  it('没有施行条款的文本可能不完整：末条以后的条文不能说没有', () => {
    const cut = lawLibrary([stored('残缺法', ['2010年1月1日公布'], ['甲。', '乙：\n\n（一）子。'])]);
    const answers = ['第一条', '第三条', '第九十条', '第二条第三款', '第二条第（二）项'].map(
      (at) => resolveText(cut, `《残缺法》${at}`, localDate('2020-01-01'))[0]?.resolution,
    );
    expect(answers.map((r) => r?.status)).toEqual(['ok', 'ambiguous', 'ambiguous', 'no-such-paragraph', 'no-such-item']);
    expect(answers[1]?.reason).toContain('可能不完整');
  });
  it('同一版本有两个不同文本：相同的条文可以，不同的不能确定', () => {
    const other = stored(
      '试行法',
      ['2010年1月1日通过'],
      ['不同。', '丙：\n\n（一）子。\n\n丁：\n\n（一）寅。', '本法自2010年3月1日起施行。'],
    );
    const two = lawLibrary([law, other]);
    expect(conflicts(two)).toContain('试行法 two-texts');
    expect([on(two, '试行法', '2020-01-01', 1), on(two, '试行法', '2020-01-01', 3)]).toEqual([
      'ambiguous',
      'ok 本法自2010年3月1日起施行。',
    ]);
  });
});
