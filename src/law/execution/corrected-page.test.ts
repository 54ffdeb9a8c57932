import { describe, expect, it } from 'vitest';
import { BARE_DOCUMENT, heading, paragraph } from '../document-parts.ts';
import type { OfficialDocument } from '../official-document.ts';
import { corrected, type Slip } from './corrected-page.ts';

const ID = '00000000-0000-7000-8000-000000000011';
const page = (...texts: readonly string[]): OfficialDocument => ({
  ...BARE_DOCUMENT,
  layout: 'letter',
  issuer: '区市场监管局',
  title: '行政处罚决定书',
  body: [heading('一、事实'), ...texts.map(paragraph)],
  signature: null,
  demonstration: false,
});
const read = (texts: readonly string[], slips: readonly Slip[]) => {
  const { page: made, elsewhere } = corrected(page(...texts), slips);
  return { texts: made.body.slice(1).map((block) => (block.kind === 'paragraph' ? block.text : '')), elsewhere };
};

describe('更正后的文字只出现在原文所在之处', () => {
  it.each([
    ['错字', '查见十五种商口，', '商口', '商品', '查见十五种【商品】，'],
    ['全角、半角和空格不论', '合计１，２００ 元整', '1,200元', '1,300元', '合计【1,300元】整'],
    ['一字写作多字的，整字更正', '证据…齐全', '...齐', '已齐', '证据【已齐】全'],
    ['段末', '罚款二千园', '千园', '千元', '罚款二【千元】'],
    ['多字', '商商品', '商商品', '商品', '【商品】'],
  ])('%s', (_, text, wrong, right, expected) => {
    expect(read([text, '另段'], [{ wrong, right }])).toEqual({ texts: [expected, '另段'], elsewhere: [] });
  });

  it('先后更正相邻的文字合为一处标记；后一更正可以改前一更正后的文字', () => {
    const slips = [
      { wrong: '甲', right: '乙' },
      { wrong: '丙', right: '丁' },
      { wrong: '乙丁', right: '戊' },
    ];
    expect(read(['甲丙己'], slips.slice(0, 2)).texts).toEqual(['【乙丁】己']);
    expect(read(['甲丙己'], slips).texts).toEqual(['【戊】己']);
  });

  it('跨段落的、当事人登记信息里的不在正文改动，另行列出；当事人标记的编码不会被当成文字', () => {
    const texts = ['前段', '后段', `当事人：⟦${ID}:name⟧`];
    for (const wrong of ['段后', '11', 'name', '演示商店'])
      expect(read(texts, [{ wrong, right: '更正' }])).toEqual({ texts, elsewhere: [{ wrong, right: '更正' }] });
    expect(read(texts, [{ wrong: '当事人', right: '被处罚人' }]).texts[2]).toBe(`【被处罚人】：⟦${ID}:name⟧`);
  });
});
