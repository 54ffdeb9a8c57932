import { afterAll, describe, expect, it } from 'vitest';
import { sha256 } from '#platform/digest';
import { closeRenderers, electronicSeal, renderDocument, renderPdf, sealDocument } from './index.ts';
import { approvalForm, opinionWithProblems, serviceReceipt } from './samples.test-data.ts';
import { pdfText } from './testing.ts';

afterAll(closeRenderers);
/** The first document waits for the compiler to load its fonts. */
const glyphs = (svg: string) =>
  [...svg.matchAll(/<text[^>]*rotate\(([-\d.]+)[^>]*>([^<]*)<\/text>/g)].map((m) => [m[2], Number(m[1])] as const);

describe('电子印章', () => {
  it('机关名称自左而右环排，左右对称', () => {
    const ring = glyphs(electronicSeal('巴彦淖尔市司法局'));
    expect(ring.map(([char]) => char).join('')).toBe('巴彦淖尔市司法局');
    expect(ring.map(([, angle]) => angle)).toEqual(ring.map(([, angle]) => (angle === 0 ? 0 : -angle)).reverse());
  });

  it('演示单位的印章，“（演示）”横排在星下，不在环上', () => {
    const seal = electronicSeal('巴彦淖尔市司法局（演示）');
    expect(glyphs(seal).map(([char]) => char)).not.toContain('演');
    expect(seal).toContain('>（演示）</text>');
    expect(electronicSeal('巴彦淖尔市司法局')).not.toContain('演示');
  });

  it('名称再长也不首尾相接', () => {
    const ring = glyphs(electronicSeal('巴彦淖尔市临河区人民政府派驻乌兰图克镇综合行政执法局城市管理联合执法大队'));
    const [first] = ring;
    expect(first?.[1]).toBeGreaterThanOrEqual(-135);
  });

  it('名称中的标记按字面', () => {
    expect(electronicSeal('<script>')).not.toContain('<script');
  });
});

describe('用印', () => {
  it('印章不改动正文：用印前后文字相同，字节不同', async () => {
    const plain = await renderPdf(opinionWithProblems);
    const sealed = await sealDocument(opinionWithProblems);
    expect(sealed.pages).toBe(plain.pages);
    expect(pdfText(sealed.pdf).map((page) => page.replace(/巴彦淖尔市司法局|（演示）/g, ''))).toEqual(
      pdfText(plain.pdf).map((page) => page.replace(/巴彦淖尔市司法局|（演示）/g, '')),
    );
    expect(sha256(sealed.pdf)).not.toBe(sha256(plain.pdf));
  });

  it('同一印章、同一文书，用印件字节相同', async () => {
    const a = await sealDocument(serviceReceipt);
    const b = await renderDocument(serviceReceipt, { seal: electronicSeal('巴彦淖尔市司法局（演示）') });
    expect(sha256(b.pdf)).toBe(sha256(a.pdf));
  });

  it('没有落款的文书无处用印', () => {
    expect(() => sealDocument(approvalForm)).toThrow('no signature to seal');
  });
});
