import { afterAll, describe, expect, it } from 'vitest';
import { closeRenderers, renderPdf } from '../documents/index.ts';
import { approvalForm, opinionWithProblems, serviceReceipt } from '../documents/samples.test-data.ts';
import { bookmarks, carriedText, pdfText } from '../documents/testing.ts';
import { atBinder, type Binding, type BoundPaper, bindCaseFile, closeBinders } from './bind.ts';

afterAll(async () => {
  await closeBinders();
  await closeRenderers();
});

const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=', 'base64');
const paper = (title: string, from: number | null, more: Partial<BoundPaper> = {}): BoundPaper => ({
  ...{ title, number: '', on: '2026-06-01', note: '', digest: 'ab'.repeat(32), size: '1 KB', isOurs: true },
  ...{ from, as: 'pdf', ending: 'pdf', apart: '', ...more },
});
const binding = (volumes: readonly (readonly BoundPaper[])[], more: Partial<Binding> = {}): Binding => ({
  ...{ title: '案卷', name: '行政处罚案卷', organ: '临河区市场监督管理局（演示）', double: false, whole: true, watermark: null },
  volumes: volumes.map((papers, i) => ({
    ...{ key: i === 0 ? 'main' : 'side', label: i === 0 ? '正卷' : '副卷', papers },
    ...{ cover: [{ label: '案由', value: '未按规定明码标价' }], closing: [{ label: '立卷人', value: '' }] },
  })),
  ...more,
});

async function bind(
  what: Binding,
  files: readonly (Buffer | null)[],
): Promise<{ readonly pages: readonly string[]; readonly pdf: Buffer }> {
  const made = await bindCaseFile(
    what,
    files.map((bytes) => new Uint8Array(bytes ?? Buffer.from('%PDF-1.7 不是文件'))),
  );
  return { pages: pdfText(made.bytes), pdf: made.bytes };
}

describe('案卷装订成一个 PDF', () => {
  it('封面、目录、各件、备考表依次排列；页号连续，目录写明起止页；书签逐件', async () => {
    const [letter, receipt, form] = await Promise.all([opinionWithProblems, serviceReceipt, approvalForm].map((d) => renderPdf(d)));
    const letterPages = letter?.pages ?? 0;
    expect(letterPages).toBeGreaterThan(2);
    const what = binding([[paper('意见书', 0), paper('送达回证', 1)], [paper('审批表', 2)]]);
    const { pages, pdf } = await bind(what, [letter?.pdf ?? null, receipt?.pdf ?? null, form?.pdf ?? null]);
    expect(pages[0]).toContain('行政处罚案卷');
    expect(pages[0]?.replaceAll(' ', '')).toContain(`本卷正文${letterPages + 1}页`);
    expect(pages[1]).toContain('卷内目录');
    expect(pages[1]).toContain(`1－${letterPages}`);
    // 各件的页面上只加页号。
    expect(pages.slice(2, 2 + letterPages + 1)).toEqual(Array.from({ length: letterPages + 1 }, (_, i) => String(i + 1)));
    expect(pages[2 + letterPages + 1]).toContain('卷内备考表');
    const side = pages.slice(2 + letterPages + 2);
    expect(side[0]).toContain('副卷');
    expect([side[2], side[3]]).toEqual(['1', expect.stringContaining('卷内备考表')]);
    expect(bookmarks(pdf)).toEqual([
      ...['正卷', '封面', '卷内目录', '意见书', '送达回证', '备考表'],
      ...['副卷', '封面', '卷内目录', '审批表', '备考表'],
    ]);
    expect(carriedText(pdf).join('')).toContain('行政执法监督意见书');
    expect(carriedText(pdf).join('')).toContain('行政执法监督立案（线索）审批表');
  });

  it('双面打印：每件从正面起，背面空白不编页号', async () => {
    const receipt = (await renderPdf(serviceReceipt)).pdf;
    const papers = [paper('甲', 0), paper('乙', 1), paper('丙', 2)];
    const { pages } = await bind(binding([papers], { double: true }), [receipt, receipt, receipt]);
    expect(pages.slice(4, 9)).toEqual(['1', '', '2', '', '3']);
    const single = await bind(binding([papers]), [receipt, receipt, receipt]);
    expect(single.pages.slice(2, 5)).toEqual(['1', '2', '3']);
  });

  it('图片排成一页；打不开的文件、音像材料不排入，在备考表写明名称、摘要和原因，页号不受影响', async () => {
    const receipt = (await renderPdf(serviceReceipt)).pdf;
    const papers = [
      paper('现场照片', 0, { as: 'image', ending: 'png', isOurs: false }),
      paper('损坏的扫描件', 1, { isOurs: false, digest: 'cd'.repeat(32) }),
      paper('改了名的图片', 2, { as: 'image', ending: 'jpg', isOurs: false }),
      paper('录像', null, { apart: '不是可以打印的文件' }),
      paper('回证', 3),
    ];
    const { pages } = await bind(binding([papers]), [PNG, null, receipt, receipt]);
    const text = pages.join('\n');
    expect(pages[2]).toContain('现场照片');
    expect(pages[3]).toBe('2');
    const closing = pages.at(-1) ?? '';
    for (const words of ['损坏的扫', 'cdcdcd', '文件打不开或者已加密', '改了名的图片', '录像', '不是可以打印的文'])
      expect(closing).toContain(words);
    expect(text).not.toContain('3－');
  });

  it('只打印选中的：没有封面、目录和页号，仍有书签', async () => {
    const receipt = (await renderPdf(serviceReceipt)).pdf;
    const { pages, pdf } = await bind(binding([[paper('甲', 0), paper('乙', 1)]], { whole: false }), [receipt, receipt]);
    expect(pages).toEqual(['', '']);
    expect(bookmarks(pdf)).toEqual(['甲', '乙']);
  });

  it('装订的位置占满时当即答复“忙”，不先读取材料；让出以后照常', async () => {
    let free = (): void => undefined;
    const until = new Promise<void>((done) => {
      free = done;
    });
    const places = [1, 2, 3].map(() => atBinder(() => until));
    const read: string[] = [];
    const ask = (): Promise<unknown> => atBinder(async () => read.push('读取'));
    expect([await ask(), read]).toEqual(['busy', []]);
    free();
    await Promise.all(places);
    expect([await ask(), read]).toEqual([1, ['读取']]);
  });
});
