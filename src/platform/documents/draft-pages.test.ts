import { afterAll, describe, expect, it } from 'vitest';
import { draftRenderer } from './draft-pages.ts';
import { closePdfRenderer, renderPdf } from './render-pdf.ts';
import { opinionWithProblems } from './samples.test-data.ts';

const drafts = draftRenderer({ timeoutMs: 60_000 });
afterAll(async () => {
  await drafts.close();
  await closePdfRenderer();
});

const asked = { document: opinionWithProblems, layers: { draft: '草稿' }, account: '甲' };

describe('拟稿时的版面预览', () => {
  it('与签发后的版式文件页数相同，各页等高相接', async () => {
    const [drawn, printed] = await Promise.all([drafts.render(asked), renderPdf(opinionWithProblems)]);
    if (typeof drawn === 'string') throw new Error(drawn);
    expect(drawn.pages).toBe(printed.pages);
    const [, width, height] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(drawn.svg) ?? [];
    expect(Number(width)).toBe(596);
    expect(Math.abs(Number(height) - 841.89 * printed.pages)).toBeLessThan(2);
    const tops = [...drawn.svg.matchAll(/class="typst-page" transform="translate\(0, ([\d.]+)\)"/g)].map(([, top]) =>
      Math.round(Number(top) / 841.89),
    );
    expect(tops).toEqual(Array.from({ length: printed.pages }, (_, i) => i));
    expect(drawn.svg).not.toMatch(/<script|onload=|javascript:|foreignObject/);
  });

  it('同一人又改了内容的，只画最新的；无人等候的不画', async () => {
    const gone = new AbortController();
    gone.abort();
    const answers = await Promise.all([
      drafts.render(asked),
      drafts.render(asked),
      drafts.render(asked),
      drafts.render({ ...asked, account: '乙', signal: gone.signal }),
    ]);
    expect(answers.map((a) => (typeof a === 'string' ? a : 'drawn'))).toEqual(['drawn', 'superseded', 'drawn', 'superseded']);
  });

  it('排队的人过多时如实答复，不拖累其他办理', async () => {
    const many = await Promise.all(Array.from({ length: 20 }, (_, i) => drafts.render({ ...asked, account: `第${i}人` })));
    expect(many.filter((a) => a === 'busy').length).toBe(20 - 13);
    expect(many.filter((a) => typeof a !== 'string').length).toBe(13);
  });

  it('过长的文书和画不完的文书如实答复，之后照常', async () => {
    const body = [{ kind: 'paragraph' as const, text: '长'.repeat(1_300_000) }];
    expect(await drafts.render({ ...asked, document: { ...opinionWithProblems, body } })).toBe('too-long');
    const hurried = draftRenderer({ timeoutMs: 1 });
    expect(await hurried.render(asked)).toBe('too-long');
    await hurried.close();
    expect(typeof (await drafts.render(asked))).toBe('object');
  });
});
