import { describe, expect, it } from 'vitest';
import { articleNumber, extractLawCitations } from './law-citations.ts';
import { levelOf } from './law-levels.ts';
import { clauseOn, resolveCitations } from './law-register.ts';
import { localDate } from './local-date.ts';
import { DEFAULT_LAW_REGISTER } from './repealed-laws.ts';

/** 法名|版次|文号|条.款.项 */
function read(text: string): string[] {
  return extractLawCitations(text).map((c) =>
    [c.name, c.edition ?? '', c.documentNumber ?? '', [c.article, c.paragraph, c.item].map((n) => n ?? '').join('.')].join('|'),
  );
}
function resolve(text: string) {
  return resolveCitations(extractLawCitations(text), DEFAULT_LAW_REGISTER);
}

describe('处罚依据里的法律和条款', () => {
  it.each([
    ['《中华人民共和国大气污染防治法》第九十九条第（二）项', ['大气污染防治法|||99..2']],
    ['《 中华人民共和国 水法 》第六十五条第二款', ['水法|||65.2.']],
    ['《食品安全法》第34条、第一百二十四条第一款第(一)项', ['食品安全法|||34..', '食品安全法|||124.1.1']],
    ['依据行政处罚法第五十一条和食品安全法第一百二十四条', ['行政处罚法|||51..', '食品安全法|||124..']],
    ['违反了《食品安全法》第三十四条，依据该法第一百二十四条的规定', ['食品安全法|||34..', '食品安全法|||124..']],
    ['《道路交通安全法》（以下简称《道交法》）第九十条，《道交法》第一百一十四条', ['道路交通安全法|||90..', '道路交通安全法|||114..']],
    ['《中华人民共和国行政处罚法》（2017年修正）第二十七条', ['行政处罚法|2017||27..']],
    ['《治安管理处罚法（2025年修订）》第一百一十九条', ['治安管理处罚法|2025||119..']],
    ['《巴彦淖尔市犬只管理办法》（巴政发〔2019〕12号）第八条', ['巴彦淖尔市犬只管理办法||巴政发〔2019〕12号|8..']],
    ['《药品管理法》第一百一十六条之一', ['药品管理法|||116..']],
    ['《种子法》', ['种子法|||..']],
    ['《种子法》和《广告法》第九条', ['种子法|||..', '广告法|||9..']],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each(['', '按有关规定处罚', '作出《责令改正通知书》', '根据本办法第三条', '第五十一条', '《'])('“%s”里没有可以查的法律', (text) => {
    expect(extractLawCitations(text)).toEqual([]);
  });

  it.each([
    ['十', 10],
    ['十二', 12],
    ['二十', 20],
    ['一百零五', 105],
    ['一百一十', 110],
    ['一千二百六十', 1260],
    ['33', 33],
    ['两百', 200],
    ['', null],
    ['甲', null],
  ])('数字“%s”', (text, expected) => {
    expect(articleNumber(text)).toBe(expected);
  });
});

describe('所引条款在某日是否有效', () => {
  it.each([
    ['《大气污染防治法》第九十九条', '2026-08-14', 'valid'],
    ['《大气污染防治法》第九十九条', '2026-08-15', 'ended'],
    ['《环境噪声污染防治法》第五十八条', '2022-06-04', 'valid'],
    ['《环境噪声污染防治法》第五十八条', '2022-06-05', 'ended'],
    ['《噪声污染防治法》第八十二条', '2022-06-04', 'not-yet'],
    ['《生态环境法典》第一千条', '2026-08-14', 'not-yet'],
    ['《生态环境法典》第一千条', '2026-08-15', 'valid'],
    ['《行政处罚法》第六十四条', '2021-07-14', 'valid'],
    ['《行政处罚法》第六十五条', '2021-07-14', 'no-article'],
    ['《行政处罚法》第八十六条', '2021-07-15', 'valid'],
    ['《行政处罚法》第八十七条', '2021-07-15', 'no-article'],
    ['《行政处罚法》（2017年修正）第二十七条', '2021-07-15', 'ended'],
    ['《行政处罚法》（2021年修订）第三十三条', '2021-07-14', 'not-yet'],
    ['《治安管理处罚法》（2012年修正）第九十九条', '2026-01-01', 'ended'],
    ['《治安管理处罚法（2025年修订）》第一百一十八条', '2026-01-01', 'valid'],
    ['《合同法》第五十二条', '2021-01-01', 'ended'],
    ['《食品安全法》第一百二十四条', '2026-08-15', 'unknown'],
  ])('%s，%s：%s', (text, on, expected) => {
    expect(resolve(text).map((c) => clauseOn(c, localDate(on)).is)).toEqual([expected]);
  });
});

describe('所引文件的效力层级', () => {
  it.each([
    ['《食品安全法》第一条', 'law'],
    ['《生态环境法典》第一条', 'law'],
    ['《医疗器械监督管理条例》第八十一条', 'administrative-regulation'],
    ['《自然保护区条例》第三十五条', 'administrative-regulation'],
    ['《城市市容和环境卫生管理条例》第三十四条', 'administrative-regulation'],
    ['《内蒙古自治区市容和环境卫生管理条例》第一条', 'local-regulation'],
    ['《巴彦淖尔市城市供热条例》第一条', 'local-regulation'],
    ['《关于加强市场管理的通知》', 'normative-document'],
    ['《巴彦淖尔市犬只管理办法》（巴政发〔2019〕12号）第八条', 'normative-document'],
    ['《内蒙古自治区行政执法证件管理办法》第二十条', 'government-rule'],
    ['《巴彦淖尔市犬只管理办法》第八条', null],
    ['《道路旅客运输及客运站管理规定》第九十三条', null],
  ])('%s：%s', (text, expected) => {
    expect(resolve(text).map(levelOf)).toEqual([expected]);
  });
});

describe('任意长的文字', () => {
  it.each(['《', '第一条', '《甲', '法第一', '《法》（', '（', '中华人民共和国', '第一百'])('“%s”重复十万字仍能读完', (unit) => {
    const text = unit.repeat(Math.ceil(100_000 / unit.length));
    expect(extractLawCitations(`${text}《食品安全法》第三条`).at(-1)).toMatchObject({ article: 3 });
  });
});
