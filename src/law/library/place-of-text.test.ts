import { describe, expect, it } from 'vitest';
import { parseLawText } from './parse-law-text.ts';
import { placeOfText } from './place-of-text.ts';

const placeOf = (title: string, history: string): string | null =>
  placeOfText(parseLawText(`# ${title}\n\n${history}\n\n第一条 甲。`).text);

describe('法规适用的地域', () => {
  it.each([
    ['内蒙古自治区草原管理条例', '2004年11月26日内蒙古自治区第十届人民代表大会常务委员会第十二次会议通过', '内蒙古自治区'],
    ['巴彦淖尔市城市市容和环境卫生管理条例', '2017年9月1日巴彦淖尔市第四届人民代表大会常务委员会通过', '巴彦淖尔市'],
    ['内蒙古自治区行政权力清单管理办法', '2025年5月1日内蒙古自治区人民政府令第275号公布', '内蒙古自治区'],
    ['巴彦淖尔市行政执法协调监督实施细则', '', '巴彦淖尔市'],
  ])('%s', (title, history, place) => {
    expect(placeOf(title, history)).toBe(place);
  });
  it.each([
    ['中华人民共和国城市房地产管理法', '1994年7月5日第八届全国人民代表大会常务委员会第八次会议通过'],
    ['市场监督管理行政处罚程序规定', '2018年12月21日国家市场监督管理总局令第2号公布'],
    ['城市道路管理条例', '1996年6月4日国务院令第198号公布'],
    ['民族区域自治法', '1984年5月31日第六届全国人民代表大会第二次会议通过'],
  ])('%s：全国', (title, history) => {
    expect(placeOf(title, history)).toBeNull();
  });
});
