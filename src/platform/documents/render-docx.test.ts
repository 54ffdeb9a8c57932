import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { sha256 } from '#platform/digest';
import { BODY_SIZE, widthOf } from './docx-text.ts';
import { WATERMARK } from './printable.ts';
import { renderDocx } from './render-docx.ts';
import { approvalForm, opinionWithProblems, serviceReceipt } from './samples.test-data.ts';
import { docxParts, docxText } from './testing.ts';

/** Another process has to start. */
const PATIENCE = 60_000;

const base = { verifyBaseUrl: 'https://faheng.example.cn' };
const documentOf = async (docx: Buffer) => (await docxParts(docx)).parts.get('word/document.xml') ?? '';

describe('DOCX 与 PDF 同序同文', () => {
  it('意见书的各要素依次出现', async () => {
    const text = docxText(await documentOf(await renderDocx(opinionWithProblems, base)));
    const order = [
      '核验码\nK7QF-3M2X-9TVB',
      '巴彦淖尔市司法局（演示）\n',
      '巴司执监意〔2026〕3号',
      '行政执法监督意见书',
      '临河区市场监督管理局（演示）：',
      '一、查明的事实',
      '附件：行政执法监督问题清单',
      '2026年3月2日',
      '经办人：监督员甲（行政执法监督证号：15080026001）',
      '联系方式：',
      '签　收　栏',
      '附件\n行政执法监督问题清单',
      '临市监处罚〔2026〕30号',
      '抄送：临河区人民政府，临河区司法局，巴彦淖尔市市场监督管理局。',
    ];
    const places = order.map((part) => text.indexOf(part));
    expect(order.filter((_, i) => places[i] === -1)).toEqual([]);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it('表格的表头跨页重复，行不拆开，字体用国标名称', async () => {
    const { parts } = await docxParts(await renderDocx(opinionWithProblems, base));
    const xml = parts.get('word/document.xml') ?? '';
    expect(xml).toContain('<w:tblHeader/>');
    expect(xml.match(/<w:cantSplit\/>/g)?.length).toBeGreaterThan(30);
    for (const font of ['仿宋_GB2312', '方正小标宋简体', '黑体', '楷体_GB2312']) {
      expect(xml).toContain(`w:eastAsia="${font}"`);
      expect(parts.get('word/fontTable.xml')).toContain(`w:name="${font}"><w:altName`);
    }
  });

  it('经办人、联系方式、附件说明左对齐，转行缩到标签之后，不被拉开', async () => {
    const xml = await documentOf(await renderDocx(opinionWithProblems, base));
    for (const [words, left, hanging] of [
      ['经办人：监督员甲', 28 + 56, 56],
      ['　　　　监督员乙', 28 + 56, 56],
      ['联系方式：', 28 + 70, 70],
      ['附件：行政执法监督问题清单', 32 + 48, 48],
    ] as const) {
      const paragraph = paragraphWith(xml, words);
      expect(paragraph).toContain('<w:jc w:val="left"/>');
      expect(paragraph).toContain(`w:left="${left * 20}" w:hanging="${hanging * 20}"`);
    }
  });

  it('行高都是固定值：正文二十二行不超出版心，表内行距与 PDF 相同，不受文档网格拉开', async () => {
    const xml = await documentOf(await renderDocx(opinionWithProblems, base));
    const [body, cell] = [paragraphWith(xml, '我局于2026年'), paragraphWith(xml, '临市监处罚〔2026〕1号')].map((p) => ({
      line: Number(/w:line="(\d+)"/.exec(p)?.[1]),
      rule: /w:lineRule="(\w+)"/.exec(p)?.[1],
    }));
    expect([body?.rule, cell?.rule]).toEqual(['exact', 'exact']);
    expect(22 * (body?.line ?? 0)).toBeLessThanOrEqual((225 / 25.4) * 1440);
    expect(23 * (body?.line ?? 0)).toBeGreaterThan((225 / 25.4) * 1440);
    expect(cell?.line).toBe(12 * 1.45 * 20);
    expect(xml).not.toContain('w:type="lines"');
  });

  it('正文末段、附件说明、署名和日期在同一页：不出现只有署名的一页', async () => {
    const xml = await documentOf(await renderDocx(opinionWithProblems, base));
    for (const words of ['根据《巴彦淖尔市行政执法协调监督实施细则》第二十二条', '附件：行政执法监督问题清单'])
      expect(paragraphWith(xml, words)).toContain('<w:keepNext/>');
  });

  it('没有国标字体的机器用同类字体：宋体一类有衬线，中文不用外文字距', async () => {
    const { parts } = await docxParts(await renderDocx(opinionWithProblems, base));
    const fonts = parts.get('word/fontTable.xml') ?? '';
    const fontOf = (name: string): string => new RegExp(`<w:font w:name="${name}">.*?</w:font>`).exec(fonts)?.[0] ?? '';
    expect(fontOf('方正小标宋简体')).toMatch(/altName w:val="[^"]*宋体[^"]*Noto Serif CJK SC".*family w:val="roman"/);
    expect(fontOf('仿宋_GB2312')).toMatch(/altName w:val="仿宋,[^"]*Noto Serif CJK SC".*family w:val="roman"/);
    expect(fontOf('黑体')).toContain('w:family w:val="swiss"');
    expect(parts.get('word/styles.xml')).toContain('w:eastAsia="zh-CN"');
    expect(parts.get('word/styles.xml')).toContain('<w:autoSpaceDN w:val="0"/>');
  });

  it('落款是盖章的位置：名称与成文日期同一中线，日期右空四字，与前文末段不分在两页', async () => {
    const xml = await documentOf(await renderDocx(opinionWithProblems, base));
    const paragraphs = xml.match(/<w:p[ >].*?<\/w:p>/gs) ?? [];
    const textOf = (paragraph: string): string => docxText(paragraph).trim();
    const on = '2026年3月2日';
    const at = paragraphs.findIndex((paragraph) => textOf(paragraph) === on);
    const [before, blank, another, name = '', date = ''] = paragraphs.slice(at - 4, at + 1);
    expect(textOf(name)).toBe('巴彦淖尔市司法局（演示）');
    expect([blank, another].map((paragraph) => textOf(paragraph ?? ''))).toEqual(['', '']);
    expect(textOf(before ?? '')).not.toBe('');
    for (const kept of [before, blank, another, name]) expect(kept).toContain('<w:keepNext/>');
    expect(date).not.toContain('<w:keepNext/>');
    const right = (paragraph: string): number => Number(/w:(?:right|end)="(\d+)"/.exec(paragraph)?.[1]) / 20;
    const middle = (paragraph: string): number => right(paragraph) + widthOf(textOf(paragraph), BODY_SIZE) / 2;
    expect(Math.abs(middle(name) - middle(date))).toBeLessThan(1);
    expect(right(date)).toBeGreaterThanOrEqual(4 * BODY_SIZE);
  });

  it('演示文书各页眉有水印，正式文书没有页眉', async () => {
    const shown = (await docxParts(await renderDocx(opinionWithProblems, base))).parts;
    const real = (await docxParts(await renderDocx({ ...opinionWithProblems, demonstration: false }, base))).parts;
    const headers = [...shown].filter(([path]) => path.startsWith('word/header'));
    expect(headers.length).toBe(2);
    expect(headers.filter(([, xml]) => !xml.includes(WATERMARK))).toEqual([]);
    expect([...real.keys()].filter((path) => path.startsWith('word/header'))).toEqual([]);
  });

  it('文件中每个XML部件都合语法，内容按字面', async () => {
    const hostile = '<w:p>&amp;"\'</w:t> #import $x$ {{模板}}';
    const docx = await renderDocx({ ...opinionWithProblems, title: hostile, issuer: hostile, contact: hostile, addressee: hostile }, base);
    const { parts } = await docxParts(docx);
    const broken = [...parts].filter(([path, xml]) => /\.(xml|rels)$/.test(path) && !wellFormed(xml)).map(([path]) => path);
    expect(broken).toEqual([]);
    expect(docxText(parts.get('word/document.xml') ?? '')).toContain(`联系方式：${hostile}`);
  });

  it.each([
    ['审批表', approvalForm],
    ['送达回证', serviceReceipt],
  ])('%s的每一栏都在表中', async (_, document) => {
    const text = docxText(await documentOf(await renderDocx(document, base)));
    const labels = document.body.flatMap((block) => (block.kind === 'fields' ? block.rows.map((row) => row.label) : []));
    expect(labels.filter((label) => !text.includes(label))).toEqual([]);
  });
});

describe('同一文书的DOCX字节相同', () => {
  it('同一进程两次、另一进程一次，都一致，且不含时钟', { timeout: PATIENCE }, async () => {
    const first = await renderDocx(opinionWithProblems, base);
    const second = await renderDocx(opinionWithProblems, base);
    const program = `
      import { createHash } from 'node:crypto';
      const { renderDocx } = await import('${new URL('./render-docx.ts', import.meta.url).href}');
      const { approvalForm, opinionWithProblems } = await import('${new URL('./samples.test-data.ts', import.meta.url).href}');
      await renderDocx(approvalForm, { verifyBaseUrl: null });
      const docx = await renderDocx(opinionWithProblems, { verifyBaseUrl: '${base.verifyBaseUrl}' });
      console.log(createHash('sha256').update(docx).digest('hex'));`;
    const other = await promisify(execFile)(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program]);
    expect(sha256(second)).toBe(sha256(first));
    expect(other.stdout.trim()).toBe(sha256(first));
    const { parts, times } = await docxParts(first);
    expect([...times]).toEqual([0x00210000]);
    expect(parts.get('docProps/core.xml')?.match(/\d{4}-\d{2}-\d{2}T[\d:]+Z/g)).toEqual(['2026-03-02T00:00:00Z', '2026-03-02T00:00:00Z']);
  });
});

/** The paragraph that begins with these words. */
function paragraphWith(xml: string, words: string): string {
  const found = xml.match(/<w:p>.*?<\/w:p>/g)?.find((paragraph) => docxText(paragraph).trimEnd().startsWith(words));
  if (found === undefined) throw new Error(`no paragraph begins with ${words}`);
  return found;
}

function wellFormed(xml: string): boolean {
  const parser = new SaxesParser({ xmlns: true });
  let ok = true;
  parser.on('error', () => {
    ok = false;
  });
  parser.write(xml).close();
  return ok;
}
