import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { localDate, type OfficialDocument } from '#law';
import { WATERMARK } from './printable.ts';
import { closePdfRenderer, renderPdf } from './render-pdf.ts';
import { approvalForm, opinionWithProblems, serviceReceipt } from './samples.test-data.ts';
import { MISSING_GLYPH, pdfRuns, pdfText } from './testing.ts';
import { typstPool } from './typst-pool.ts';

afterAll(closePdfRenderer);

/** Another process has to start and load its fonts. */
const PATIENCE = 60_000;

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
const { annexes, copies, ...bare } = opinionWithProblems;
const letter = (text: string, changes: Partial<OfficialDocument> = {}): OfficialDocument => ({
  ...bare,
  annexes: [],
  copies: [],
  body: [{ kind: 'paragraph', text }],
  ...changes,
});

/** A4 less the margins of GB/T 9704, in points, with half a millimetre of tolerance. */
const TYPE_AREA = { left: 78, right: 523, bottom: 97, top: 738 };

describe('文书版式（GB/T 9704）', () => {
  it('意见书首页依次为核验码、发文机关标志、文号、标题、主送机关、正文', async () => {
    const { pdf } = await renderPdf(opinionWithProblems);
    const [first = ''] = pdfText(pdf);
    const order = [
      'K7QF-3M2X-9TVB',
      '巴彦淖尔市司法局（演示）',
      '巴司执监意〔2026〕3号',
      '行政执法监督意见书',
      '临河区市场监督管理局（演示）：',
      '我局于',
    ];
    expect(order.map((part) => first.indexOf(part))).toEqual([...order.map((part) => first.indexOf(part))].sort((a, b) => a - b));
    expect(order.filter((part) => !first.includes(part))).toEqual([]);
  });

  it('正文每行28字、三号字，行距使每面22行', async () => {
    const { pdf } = await renderPdf(letter('督'.repeat(600)));
    const lines = (pdfRuns(pdf)[1] ?? []).filter((run) => /^督+$/.test(run.text));
    const pitches = lines.slice(1).map((run, i) => (lines[i]?.y ?? 0) - run.y);
    expect(lines[0]).toMatchObject({ text: '督'.repeat(28), size: 16 });
    expect(pitches.filter((pitch) => Math.abs(pitch - 28.99) > 0.02)).toEqual([]);
  });

  it('问题清单跨页时每页重复表头，三十个问题一个不少', async () => {
    const { pdf, pages } = await renderPdf(opinionWithProblems);
    const list = pdfText(pdf).slice(3);
    expect(list.length).toBe(pages - 3);
    expect(list.length).toBeGreaterThan(1);
    expect(list.filter((page) => !page.includes('序号案件文号存在的问题违反的规定整改要求'))).toEqual([]);
    const all = list.join('');
    expect(Array.from({ length: 30 }, (_, i) => `〔2026〕${i + 1}号`).filter((number) => !all.includes(number))).toEqual([]);
  });

  it('附件另面编排，抄送在最后一面', async () => {
    const { pdf } = await renderPdf(opinionWithProblems);
    const pages = pdfText(pdf);
    expect(pages[3]).toMatch(/附件行政执法监督问题清单/);
    expect(pages.map((page) => page.includes('抄送：'))).toEqual(pages.map((_, i) => i === pages.length - 1));
  });

  it('页码为一字线夹数字，逐页连续', async () => {
    const { pdf } = await renderPdf(opinionWithProblems);
    pdfText(pdf).forEach((page, i) => {
      expect(page).toContain(`— ${i + 1} —`);
    });
  });

  it('演示文书每页有水印，正式文书一页也没有', async () => {
    const shown = pdfText((await renderPdf(opinionWithProblems)).pdf);
    const real = pdfText((await renderPdf({ ...opinionWithProblems, demonstration: false })).pdf);
    expect(shown.filter((page) => !page.includes(WATERMARK))).toEqual([]);
    expect(real.filter((page) => page.includes(WATERMARK))).toEqual([]);
  });

  it('审批表、送达回证各为一页，手写意见处留有日期', async () => {
    const form = await renderPdf(approvalForm);
    const receipt = await renderPdf(serviceReceipt);
    expect([form.pages, receipt.pages]).toEqual([1, 1]);
    expect(pdfText(form.pdf)[0]).toMatch(/分管领导意见签名：　　年　　月　　日/);
  });
});

describe('落款不单独成页（不出现“此页无正文”）', () => {
  const lengths = Array.from({ length: 24 }, (_, i) => 60 + i * 28);
  it.each(lengths)('正文%i字', async (length) => {
    const text = `${'整改'.repeat(length / 2)}\n请于收到之日起三十日内书面报告。`;
    const pages = pdfText((await renderPdf(letter(text))).pdf);
    const signed = pages.find((page) => page.includes('2026年3月2日'));
    expect(signed).toContain('请于收到之日起三十日内书面报告。');
  });
});

describe('正文以表格结尾的，末行与落款同页', () => {
  it.each(Array.from({ length: 16 }, (_, i) => i + 1))('%i行', async (count) => {
    const rows = Array.from({ length: count }, (_, i) => [String(i + 1), `问题${i + 1}。`.repeat(12)]);
    const columns = [
      { title: '序号', share: 1 },
      { title: '问题', share: 9 },
    ];
    const pages = pdfText((await renderPdf(letter('', { body: [{ kind: 'table', columns, rows }] }))).pdf);
    expect(pages.find((page) => page.includes('2026年3月2日'))).toContain(`问题${count}。`);
    expect(pages.join('').match(/问题\d+。/g)?.length).toBe(count * 12);
  });
});

describe('引出表格的短句与表格同页', () => {
  it.each(Array.from({ length: 14 }, (_, i) => i + 2))('前面有%i段', async (count) => {
    const paragraph = (words: string) => ({ kind: 'paragraph', text: words }) as const;
    const table = { kind: 'table', columns: [{ title: '物品名称', share: 1 }], rows: [['账册'], ['凭证']] } as const;
    const before = Array.from({ length: count }, (_, i) => paragraph(`第${i + 1}段正文。`));
    const pages = pdfText((await renderPdf(letter('', { body: [...before, paragraph('登记保存的证据：'), table] }))).pdf);
    expect(pages.find((page) => page.includes('登记保存的证据：'))).toContain('物品名称');
  });
});

describe('文书内容一律按字面印出', () => {
  const hostile = [
    '#import "official.typ": doc',
    '$ sum_(i=0)^n $',
    '*粗体* _斜体_ `代码` = 标题',
    '- 项 + 项 / 词: 义',
    '#panic("x") #[ ] #{ } \\ \\u{41} ~ -- ---',
    '<label> @ref https://example.cn // 注释 /* 注释 */',
    '"引号" \'单引号\' &lt; &amp; {{模板}} <%= 变量 %>',
  ];
  it.each(hostile)('%s', async (text) => {
    const table = { kind: 'table', columns: [{ title: text, share: 1 }], rows: [[text]] } as const;
    const { pdf } = await renderPdf(letter(`甲${text}乙`, { title: text, issuer: text, contact: text, body: [table] }));
    const { pdf: plain } = await renderPdf(letter(`甲${text}乙`));
    const squeezed = (value: string) => value.replace(/\s/g, '');
    expect(squeezed(pdfText(pdf).join('')).split(squeezed(text)).length).toBeGreaterThan(4);
    expect(squeezed(pdfText(plain).join(''))).toContain(`甲${squeezed(text)}乙`);
  });

  it('控制字符和改变书写方向的字符不印出，也不妨碍出文', async () => {
    const page = pdfText((await renderPdf(letter('罚款\u0000\u202e0005\u202c元\u0007\r\n第二段'))).pdf).join('');
    expect(page).toContain('罚款0005元');
    expect(page).toContain('第二段');
  });

  it('人名中的生僻字有字形', async () => {
    const [page = ''] = pdfText((await renderPdf(letter('承办人：淏、喆、昇、堃、翀、镕、玥、赟、龑、䶮'))).pdf);
    expect(page).toContain('淏、喆、昇、堃、翀');
    expect(page).not.toContain(MISSING_GLYPH);
  });
});

describe('长内容不越出版心', () => {
  const long = '巴彦淖尔市临河区人民政府派驻乌兰图克镇综合行政执法局城市管理和交通运输联合执法大队（演示）';
  it('长机关名、三行标题、无空格的长串', async () => {
    const { pdf } = await renderPdf(
      letter(`${'1508020250001'.repeat(9)}\n${'A'.repeat(200)}`, {
        issuer: long,
        title: `关于${long}未依法履行行政处罚告知程序等三类问题的行政执法监督意见书`,
        signature: { organisation: long, on: localDate('2026-12-30') },
        copies: Array.from({ length: 12 }, () => long),
        addressee: long,
        annexes: [
          {
            title: `${long}问题清单`,
            body: [
              {
                kind: 'table',
                columns: [
                  { title: '序号', share: 1 },
                  { title: '代码', share: 2 },
                  { title: '内容', share: 12 },
                ],
                rows: [['1', '11150802MB1234567A', long.repeat(30)]],
              },
              { kind: 'fields', rows: [{ label: '统一社会信用代码及登记机关全称', value: '11150802MB1234567A'.repeat(4) }] },
            ],
          },
        ],
      }),
    );
    const outside = pdfRuns(pdf)
      .flat()
      .filter((run) => run.size < 30 && !/^— \d+ —$/.test(run.text))
      .filter((run) => {
        const width = [...run.text].reduce((sum, char) => sum + (char.charCodeAt(0) < 0x250 ? 0.45 : 0.5), 0) * run.size;
        return run.x < TYPE_AREA.left || run.x + width > TYPE_AREA.right || run.y < TYPE_AREA.bottom || run.y > TYPE_AREA.top;
      });
    expect(outside).toEqual([]);
  });
});

describe('同一文书每次出文字节相同', () => {
  it('另一进程、另一线程所出与本进程一致', { timeout: PATIENCE }, async () => {
    const here = await Promise.all([opinionWithProblems, approvalForm].map((document) => renderPdf(document)));
    await closePdfRenderer();
    const again = await Promise.all([opinionWithProblems, approvalForm].map((document) => renderPdf(document)));
    const program = `
      import { createHash } from 'node:crypto';
      const { renderPdf } = await import('${new URL('./render-pdf.ts', import.meta.url).href}');
      const samples = await import('${new URL('./samples.test-data.ts', import.meta.url).href}');
      for (const document of [samples.opinionWithProblems, samples.approvalForm])
        console.log(createHash('sha256').update((await renderPdf(document)).pdf).digest('hex'));`;
    const other = await promisify(execFile)(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program]);
    const digests = here.map(({ pdf }) => sha256(pdf));
    expect(again.map(({ pdf }) => sha256(pdf))).toEqual(digests);
    expect(other.stdout.trim().split('\n')).toEqual(digests);
  });

  it('改一个字，字节就不同', async () => {
    const a = await renderPdf(letter('罚款五千元'));
    const b = await renderPdf(letter('罚款六千元'));
    expect(sha256(a.pdf)).not.toBe(sha256(b.pdf));
  });
});

describe('出文线程', () => {
  it('一件出错不影响下一件', async () => {
    const pool = typstPool({ size: 1, timeoutMs: 30_000 });
    const broken = pool.render({ json: '不是JSON', layoutVersion: 1, as: '1.7' });
    await expect(broken).rejects.toThrow(/typst/);
    await expect(pool.render({ json: '{}', layoutVersion: 1, as: '1.7' })).rejects.toThrow(/typst/);
    await pool.close();
  });

  it('超时的一件报错，线程另起，后面的照办', async () => {
    const pool = typstPool({ size: 1, timeoutMs: 1 });
    const results = await Promise.allSettled([1, 2].map(() => pool.render({ json: '{}', layoutVersion: 1, as: '1.7' })));
    expect(results.map((result) => result.status === 'rejected' && String(result.reason))).toEqual(
      [1, 2].map(() => 'Error: document not rendered within 1 ms'),
    );
    await pool.close();
  });

  it('关闭时未完成的报错，关闭后仍可再用', async () => {
    const pending = expect(renderPdf(approvalForm)).rejects.toThrow('document renderer closed');
    await closePdfRenderer();
    await pending;
    expect((await renderPdf(approvalForm)).pages).toBe(1);
  });
});

describe('签收栏、落款和正文同页', () => {
  const many = (count: number): OfficialDocument['body'] =>
    Array.from({ length: count }, (_, i) => ({ kind: 'paragraph', text: `第${i}段正文。` }));

  it.each(Array.from({ length: 24 }, (_, i) => i + 2))('正文%d段：签收栏所在的页有落款和正文', async (count) => {
    const text = pdfText((await renderPdf(letter('', { body: many(count) }))).pdf);
    const page = text.find((one) => one.includes('签　收　栏')) ?? '';
    expect(page).toContain(`第${count - 1}段正文。`);
    expect(page.indexOf('巴彦淖尔市司法局（演示）')).toBeGreaterThan(-1);
  });

  it('正文只有一段、首页放不下签收栏的，签收栏写明是哪件文书', async () => {
    const text = pdfText((await renderPdf(letter('正文。'))).pdf);
    expect(text[0]).toContain('正文。');
    expect(text.find((one) => one.includes('签　收　栏'))).toContain('行政执法监督意见书（巴司执监意〔2026〕3号）');
  });
});
