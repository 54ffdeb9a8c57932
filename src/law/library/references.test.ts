import { describe, expect, it } from 'vitest';
import { localDate } from '../local-date.ts';
import { HARD_TEXT } from './hard-text.test-data.ts';
import type { Place, Standing } from './reference-places.ts';
import { scanReferences } from './references.ts';
import { RUNNING_TEXT, RUNNING_TEXT_DAY } from './running-text.test-data.ts';

const SENTENCES = [...RUNNING_TEXT, ...HARD_TEXT];
const NAMES = new Set(SENTENCES.flatMap(([, refs]) => refs.map((r) => r.slice(0, r.indexOf(' ')))));
const isName = (name: string) => NAMES.has(name);
const short = (p: Place | null) =>
  p === null
    ? '∅'
    : [`${p.article}${p.sub === 0 ? '' : `-${p.sub}`}`, p.paragraph ?? '', p.item ?? '', p.subItem ?? ''].join('.').replace(/\.+$/, '');
const read = (text: string, within?: Standing) =>
  scanReferences(text, { isName, ...(within === undefined ? {} : { within }) }).map((r) => `${r.law.name} ${short(r.place)}`);

describe('决定书里的引用：地方一处不错', () => {
  it(`三百处以上，日期${localDate(RUNNING_TEXT_DAY)}`, () => {
    expect(SENTENCES.flatMap(([, refs]) => refs).length).toBeGreaterThanOrEqual(300);
  });
  it.each(SENTENCES)('%s', (sentence, references) => {
    expect(read(sentence)).toEqual(references.map((r) => r.split(' ').slice(0, 2).join(' ')));
  });
  it.each([
    ['《种子法》', ['种子法 ∅']],
    ['《某法》第三条之二第二款第（三）项第4目', ['某法 3-2.2.3.4']],
    ['《某法》第三条至第五条、第七条第一、三款', ['某法 3', '某法 4', '某法 5', '某法 7.1', '某法 7.3']],
    ['《某法》第五条及三项制度', ['某法 5']],
    ['《某法》第三百条至第一千条', ['某法 300', '某法 1000']],
    ['合同第三条、协议第四条', []],
    ['《租赁合同》第三条', []],
    ['第五十一条', []],
    ['《某法》第三条之二第二款，该条第三款', ['某法 3-2.2', '某法 3-2.3']],
    ['《某法》第五条三项制度', ['某法 5']],
    ['《某法》第五条两款规定', ['某法 5']],
    ['《某法》第五条两项情形之一', ['某法 5']],
    ['《某法》施行细则第五条', ['某法施行细则 5']],
    ['《某法》及其施行细则第五条', ['某法 ∅', '某法施行细则 5']],
    ['《甲办法》第一条，《乙法》第二条，该办法第三条', ['甲办法 1', '乙法 2', '甲办法 3']],
    ['《甲办法》第一条，《乙法》第二条，该条例第三条，第四条', ['甲办法 1', '乙法 2']],
    ['《乙法》第二条，该法实施条例第三条', ['乙法 2', '乙法实施条例 3']],
    ['《乙法实施条例》第二条，该实施条例第三条', ['乙法实施条例 2', '乙法实施条例 3']],
    ['《甲办法》第一条，该法实施条例第三条', ['甲办法 1']],
    ['《民法典》第二条，该法第三条', ['民法典 2', '民法典 3']],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
  it('原文位置不因空格、零宽字符移动', () => {
    const text = '依据《 水\u200b法 》第 十 条。';
    expect(scanReferences(text).map((r) => text.slice(r.start, r.end))).toEqual(['第 十 条']);
  });
});

describe('法律内部的引用', () => {
  const here: Standing = { law: '某法', article: 10, sub: 0, paragraph: 3, item: 2 };
  it.each([
    ['违反前款规定的', ['某法 10.2']],
    ['前两款规定的', ['某法 10.1', '某法 10.2']],
    ['依照前条第一款', ['某法 9.1']],
    ['前项规定的', ['某法 10.3.1']],
    ['本条第一款第（二）项', ['某法 10.1.2']],
    ['有第一款第三项行为', ['某法 10.1.3']],
    ['本法第二十条第二款、第三款', ['某法 20.2', '某法 20.3']],
    ['依照《刑法》第一百条、本法第五条', ['刑法 100', '某法 5']],
    ['依照刑法第一百条', ['刑法 100']],
    ['行使本法第二十六条第一款规定的职权，但是第一项、第三项除外', ['某法 26.1', '某法 26.1.1', '某法 26.1.3']],
    ['按照前三项征收', []],
    ['以前项手段获取的', ['某法 10.3.1']],
    ['前项以外的', ['某法 10.3.1']],
    ['应当详细说明前款第二项至第三项所载内容', ['某法 10.2.2', '某法 10.2.3']],
    ['协议应当约定前款规定的责任', ['某法 10.2']],
  ])('%s', (text, expected) => {
    expect(read(text, here)).toEqual(expected);
  });
});
