import { closeRenderers, renderPdf } from '#platform/documents/index';
import { opinionWithProblems, serviceReceipt } from '#platform/documents/samples.test-data';
import { type Benchmark, median, ms, timed } from './measure.ts';

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
  await closeRenderers();
  return lines;
};
