import { type BoundPaper, bindCaseFile, closeBinders } from '#platform/case-file/bind';
import { closeRenderers, renderPdf } from '#platform/documents/index';
import { opinionWithProblems, serviceReceipt } from '#platform/documents/samples.test-data';
import { type Benchmark, type Line, median, ms, timed } from './measure.ts';

const ROUNDS = 40;

/** One document to PDF, warm: a receipt of one page, and an opinion whose list of thirty problems runs over pages. */
export const pdf: Benchmark = async () => {
  const { annexes: _, ...letter } = opinionWithProblems;
  const documents = [
    { what: 'PDF of a supervision opinion of one letter, warm, median', document: { ...letter, annexes: [] }, target: true },
    { what: 'PDF of a service receipt, warm, median', document: serviceReceipt, target: true },
    { what: 'PDF of an opinion with a list of thirty problems, warm, median', document: opinionWithProblems, target: false },
  ];
  const lines = [];
  for (const { what, document, target } of documents) {
    const took: number[] = [];
    for (let i = 0; i < ROUNDS + 5; i += 1) {
      const one = await timed(() => renderPdf({ ...document, number: `巴司执监意〔2026〕${i}号` }));
      if (i >= 5) took.push(one);
    }
    const middle = median(took);
    lines.push({
      what,
      measured: ms(middle),
      baseline: '–',
      ratio: ms(middle),
      target: target ? '≤ 30 ms' : '–',
      met: target ? middle <= 30 : null,
    });
  }
  lines.push(await caseFile());
  await Promise.all([closeRenderers(), closeBinders()]);
  return lines;
};

/** A case file of two hundred pages, bound from papers as they are stored; the baseline draws the same papers one by one. */
async function caseFile(): Promise<Line> {
  const paper = await renderPdf({ ...opinionWithProblems, number: '巴司执监意〔2026〕1号' });
  const papers = Array.from({ length: Math.ceil(200 / paper.pages) }, (_, i) => boundPaper(i));
  const volume = { key: 'main', label: '正卷', cover: [{ label: '案由', value: '未按规定明码标价' }], closing: [], papers };
  const binding = { ...{ title: '案卷', name: '案卷', organ: '某局' }, double: true, whole: true, watermark: null, volumes: [volume] };
  const [bound, drawn]: [number[], number[]] = [[], []];
  for (let i = 0; i < 6; i += 1) {
    const one = await timed(async () => {
      await bindCaseFile(
        binding,
        papers.map(() => new Uint8Array(paper.pdf)),
      );
    });
    const each = await timed(async () => {
      for (const { title } of papers) await renderPdf({ ...opinionWithProblems, number: `${title}/${i}` });
    });
    if (i > 0) {
      bound.push(one);
      drawn.push(each);
    }
  }
  const [middle, beside] = [median(bound), median(drawn)];
  return {
    what: `case file of ${papers.length * paper.pages} pages with contents and bookmarks, against drawing its papers one by one, median`,
    measured: ms(middle),
    baseline: ms(beside),
    ratio: `${(middle / beside).toFixed(2)}x`,
    target: '≤ 3 s',
    met: middle <= 3_000,
  };
}

function boundPaper(i: number): BoundPaper {
  const none = { number: '', on: '2026-06-01', note: '', digest: '', size: '', apart: '' };
  return { ...none, title: `材料${i + 1}`, isOurs: true, from: i, as: 'pdf', ending: 'pdf' };
}
