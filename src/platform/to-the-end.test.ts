import { expect, it } from 'vitest';
import { toTheEnd } from './to-the-end.ts';

it('一页一页读到最后，不重不漏；空的列表只问一次', async () => {
  const pages: Readonly<Record<string, { readonly items: readonly number[]; readonly cursor: string | null }>> = {
    first: { items: [1, 2], cursor: 'second' },
    second: { items: [], cursor: 'third' },
    third: { items: [3], cursor: null },
    empty: { items: [], cursor: null },
  };
  const read = async (start: string) => {
    const [asked, found]: [string[], number[]] = [[], []];
    const next = async (cursor = start) => {
      asked.push(cursor);
      return pages[cursor] ?? { items: [], cursor: null };
    };
    for await (const item of toTheEnd(next)) found.push(item);
    return { asked, found };
  };
  expect(await read('first')).toEqual({ asked: ['first', 'second', 'third'], found: [1, 2, 3] });
  expect(await read('empty')).toEqual({ asked: ['empty'], found: [] });
});
