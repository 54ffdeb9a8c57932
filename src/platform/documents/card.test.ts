import { afterAll, describe, expect, it } from 'vitest';
import { BARE_DOCUMENT, localDate, type OfficialDocument, paragraph } from '#law';
import { closeRenderers, renderDocx, renderPdf } from './index.ts';
import { electronicSeal } from './seal.ts';
import { docxParts, docxText, MISSING_GLYPH, pdfRuns } from './testing.ts';

const MM = 72 / 25.4;
const SHEET = 297 * MM;
/** Both faces, one below the other in the middle of the type area. */
const CARD = { left: (28 + (156 - 85.6) / 2) * MM, right: (28 + (156 + 85.6) / 2) * MM, top: 37 * MM, bottom: (37 + 2 * 54) * MM };

function card(values: { readonly issuer: string; readonly workplace: string; readonly area: string }): OfficialDocument {
  return {
    ...BARE_DOCUMENT,
    layout: 'card',
    issuer: values.issuer,
    number: '巴司特监〔2026〕1号',
    title: '行政执法特邀监督员证',
    body: [
      {
        kind: 'fields',
        rows: [
          { label: '姓名', value: '示某甲' },
          { label: '工作单位', value: values.workplace },
          { label: '聘任机关', value: values.issuer },
          { label: '活动区域', value: values.area },
          { label: '有效期', value: '2026年9月7日至2028年9月6日' },
        ],
      },
      paragraph('不得用于执法，不得转借。'),
    ],
    signature: { organisation: values.issuer, on: localDate('2026-09-07') },
    verifyCode: 'K7QF3M2X9TVB4567',
    demonstration: false,
  };
}

const SHORT = { issuer: '巴彦淖尔市司法局', workplace: '市工商联', area: '巴彦淖尔市行政区域' };
const LONG = {
  issuer: '乌拉特中旗人民政府司法行政和依法治理工作综合协调局',
  workplace: '内蒙古自治区巴彦淖尔市河套灌区水利发展中心乌拉特灌域分中心某某管理所综合办公室'.repeat(2),
  area: '临河区、五原县、磴口县、杭锦后旗、乌拉特前旗、乌拉特中旗、乌拉特后旗行政区域，'.repeat(3),
};

afterAll(closeRenderers);

describe('证件卡：一张纸上正反两面，85.6毫米×54毫米，裁下对折塑封', () => {
  it.each([
    ['短的名称', SHORT],
    ['很长的名称', LONG],
  ])('%s：一页，字都在卡面之内，一字不缺', async (_, values) => {
    const { pdf, pages } = await renderPdf(card(values), {
      seal: electronicSeal(values.issuer),
      verifyBaseUrl: 'https://faheng.example.cn',
    });
    const runs = pdfRuns(pdf)[0] ?? [];
    const text = runs.map((run) => run.text).join('');
    const onCard = runs.filter(({ y }) => SHEET - y < CARD.bottom);
    expect(pages).toBe(1);
    expect(text).not.toContain(MISSING_GLYPH);
    for (const words of [values.workplace, values.area, '有效期', 'K7QF3M2X9TVB4567', '2026年9月7日']) expect(text).toContain(words);
    for (const { x, y } of onCard) {
      expect(x).toBeGreaterThanOrEqual(CARD.left);
      expect(x).toBeLessThan(CARD.right);
      expect(SHEET - y).toBeGreaterThan(CARD.top);
    }
  });

  it('DOCX 列出同样的内容', async () => {
    const { parts } = await docxParts(await renderDocx(card(LONG)));
    const text = docxText(parts.get('word/document.xml') ?? '');
    for (const words of ['行政执法特邀监督员证', LONG.workplace, LONG.area]) expect(text).toContain(words);
  });
});
