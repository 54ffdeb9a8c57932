import { describe, expect, it } from 'vitest';
import { levelOfText } from './level-of-text.ts';
import { parseLawText } from './parse-law-text.ts';

function level(title: string, ...history: string[]) {
  return levelOfText(parseLawText([`# ${title}`, ...history, '<!-- INFO END -->', '第一条 甲。'].join('\n\n')).text);
}

describe('效力层级从沿革读出，读不出的不猜', () => {
  it.each([
    ['试行决定', '2018年1月1日第十三届全国人民代表大会常务委员会第一次会议通过', 'law'],
    ['试行办法', '2018年1月1日中华人民共和国国务院令第1号公布', 'administrative-regulation'],
    ['试行办法', '2018年1月1日国务院第3次常务会议通过', 'administrative-regulation'],
    ['试行办法', '1990年11月16日广播电影电视部令第2号发布', 'department-rule'],
    ['某省试行办法', '2018年1月1日某省第十三届人民代表大会常务委员会第一次会议通过', 'local-regulation'],
    ['某省试行办法', '2018年1月1日某省人民政府令第1号公布', 'government-rule'],
    ['试行办法', '2018年1月1日公布', null],
    ['试行办法', '1982年2月27日发布 为了贯彻第五届全国人民代表大会第四次会议《关于开展活动的决议》，特制定本办法', null],
    ['试行法', '2018年1月1日公布', 'law'],
  ])('%s：%s', (title, history, expected) => {
    expect(level(title, history)).toBe(expected);
  });
  it('部门发布而由国务院以修改行政法规的决定修改的，是行政法规', () => {
    const amended = '2011年1月8日《国务院关于废止和修改部分行政法规的决定》第一次修订';
    expect(level('试行办法', '1990年11月16日广播电影电视部令第2号发布', amended)).toBe('administrative-regulation');
  });
});
