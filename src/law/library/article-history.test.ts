import { describe, expect, it } from 'vitest';
import { articleThrough } from './article-history.ts';
import { lawLibrary, type StoredText } from './library.ts';
import { parseLawText } from './parse-law-text.ts';

function stored(source: string, title: string, history: string, ...lines: string[]): StoredText {
  return { id: source, source, fileDay: null, text: parseLawText([`# ${title}`, ...history.split('|'), ...lines].join('\n\n')).text };
}
const PASSED = '2010年1月1日国务院令第1号公布';
const AMENDED = `${PASSED}|2015年8月1日《关于修改〈试行条例〉的决定》修正`;
const REVISED = `${AMENDED}|2020年5月1日修订`;
const OLD = stored('一', '试行条例', PASSED, '第一条 总则。', '第二条 登记。', '第三条 处罚。', '第四条 本条例自公布之日起施行。');
const MIDDLE = stored(
  ...(['二', '试行条例', AMENDED] as const),
  ...['第一条 总则。', '第二条 新增。', '第三条 登记。', '第四条 加重处罚。', '第五条 本条例自公布之日起施行。'],
);
const NEW = stored(
  '三',
  '试行条例',
  REVISED,
  '第一条 总则。',
  '第二条 从严登记。',
  '第三条 另行处罚。',
  '第四条 本条例自2020年9月1日起施行。',
);
const DECISION = stored(
  '决',
  '关于修改《试行条例》的决定',
  '2015年8月1日国务院令第2号公布',
  '一、第三条改为第四条。',
  '本决定自公布之日起施行。',
);

function through(texts: readonly StoredText[], edition: number, key: number): readonly string[] {
  const library = lawLibrary(texts);
  const start = library.laws.get('试行条例')?.[edition];
  return start === undefined
    ? []
    : articleThrough(library, start, key).map(
        ({ edition: e, keys, how }) => `${e.law === '试行条例' ? '' : e.law}${e.label} ${keys.join()} ${how}`,
      );
}

describe('一条的历次文本：先按载明的，再按文字，最后才按条号', () => {
  const all = [OLD, MIDDLE, NEW, DECISION];
  it('载明改了条号的，向前向后都按载明的', () => {
    expect(through(all, 0, 300)).toEqual(['2010年公布 300 asked', '2015年修正 400 stated', '2020年修订 400 number']);
    expect(through(all, 1, 400)).toEqual(['2010年公布 300 stated', '2015年修正 400 asked', '2020年修订 400 number']);
  });
  it('没有载明而文字相同的，按文字并注明是平台比对；文字、条号都相同的不另说明', () => {
    expect(through(all, 0, 200).slice(0, 2)).toEqual(['2010年公布 200 asked', '2015年修正 300 same-words']);
    expect(through(all, 0, 100)).toEqual(['2010年公布 100 asked', '2015年修正 100 same', '2020年修订 100 same']);
  });
  it('条号已经归另一条的，不拿来并列', () => {
    expect(through([OLD, MIDDLE, DECISION], 1, 200)).toEqual(['2010年公布  lost', '2015年修正 200 asked']);
    expect(through([OLD, MIDDLE, DECISION], 1, 300)).toEqual(['2010年公布 200 same-words', '2015年修正 300 asked']);
  });
  it('文字改了又没有载明的，按条号并列并注明；新版没有这一条的，不列', () => {
    expect(through([MIDDLE, NEW], 2, 200).slice(1)).toEqual(['2015年修正 200 number', '2020年修订 200 asked']);
    expect(through([MIDDLE, NEW], 1, 500).slice(-1)).toEqual(['2020年修订  lost']);
  });
  it('对照表载明来自另一部法规的，排在前面', () => {
    const table = ['附件', '条文对照表', '| 《试行条例》 | 本法典 |', '| 第三条 | 第二条 |'];
    const end = '第三条 本法典自2026年8月15日起施行。《试行条例》同时废止。';
    const code = stored('典', '试行法典', '2026年3月12日通过', '第一条 甲。', '第二条 乙。', end, ...table);
    expect(through([OLD, code], 0, 300)).toEqual(['2010年公布 300 asked', '试行法典2026年公布 200 stated']);
  });
});
