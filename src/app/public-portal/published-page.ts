import { chineseDay } from '#law';
import type { AskedList } from './asked-list.ts';
import { type Html, html } from './html.ts';
import { noSearch, pager, pathOfPage, searchForm } from './list-parts.ts';
import { page } from './page.ts';

/** One entry of a register that the law wants published, as pairs of label and words. */
export type PublishedEntry = {
  readonly title: string;
  readonly facts: readonly (readonly [label: string, words: string])[];
  /** Further pages about it. */
  readonly links?: readonly { readonly words: string; readonly path: string }[];
  readonly isDemonstration: boolean;
};
export type PublishedRegister = {
  readonly path: string;
  readonly title: string;
  readonly intro: string;
  /** What may be typed to find an entry. */
  readonly asks: string;
  /** How its entries are counted; 件 where nothing is said. */
  readonly counted?: string;
};
export type FoundEntries = { readonly entries: readonly PublishedEntry[]; readonly total: number; readonly pages: number };

/** What of a register is in force on a day. */
export function publishedPage(register: PublishedRegister, asked: AskedList, found: FoundEntries | null, trouble: string | null): Html {
  return page(
    register.title,
    html`<h1>${register.title}</h1>
<p>${register.intro}</p>
${searchForm(register.path, register.asks, asked)}
${noSearch(trouble)}
${found === null ? null : results(register, asked, found)}`,
  );
}

function results(register: PublishedRegister, asked: AskedList, { entries, total, pages }: FoundEntries): Html {
  if (entries.length === 0)
    return html`<section class="answer mind" role="status"><h2>没有找到</h2><p>${chineseDay(asked.on)}有效的当中没有符合的。可以换一个词或者日期。</p></section>`;
  return html`<p role="status">${chineseDay(asked.on)}有效的共 ${total} ${register.counted ?? '件'}${pages > 1 ? `，第 ${asked.page} 页，共 ${pages} 页` : ''}。</p>
${entries.map(entry)}
${pager(pages, asked.page, (n) => pathOfPage(register.path, asked, n))}`;
}

function entry(e: PublishedEntry): Html {
  return html`<section class="answer ${e.isDemonstration ? 'mind' : 'yes'}"><h2>${e.title}</h2>
<dl>${e.facts.map(([label, words]) => html`<dt>${label}</dt><dd>${words}</dd>`)}</dl>
${e.links === undefined || e.links.length === 0 ? null : html`<p>${e.links.map((l) => html`<a href="${l.path}">${l.words}</a>　`)}</p>`}
${e.isDemonstration ? html`<p class="hint">演示数据，不具法律效力。</p>` : null}</section>`;
}
