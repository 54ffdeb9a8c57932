import type { AskedList } from './asked-list.ts';
import { type Html, html } from './html.ts';

/** The form in which a list of the day is searched; `finds` says by what. */
export function searchForm(path: string, finds: string, { words, on }: AskedList): Html {
  return html`<form method="get" action="${path}">
<label for="q">${finds}（可以不填）</label>
<input id="q" name="q" value="${words}" maxlength="60" autocomplete="off">
<label for="on">哪一日有效</label>
<input id="on" name="on" type="date" value="${on}">
<button type="submit">查找</button>
</form>`;
}

/** Ways to the page before and after; null where there is but one. */
export function pager(pages: number, at: number, pathOf: (page: number) => string): Html | null {
  if (pages <= 1) return null;
  return html`<p>${at > 1 ? html`<a href="${pathOf(at - 1)}">上一页</a>　` : null}${at < pages ? html`<a href="${pathOf(at + 1)}">下一页</a>` : null}</p>`;
}

/** A page of a searched list as an address. */
export function pathOfPage(path: string, { words, on }: AskedList, page: number): string {
  return `${path}?${new URLSearchParams({ q: words, on, page: String(page) })}`;
}

/** Why nothing was looked up; null where it was. */
export function noSearch(trouble: string | null): Html | null {
  return trouble === null ? null : html`<section class="answer no" role="alert"><h2>没有查找</h2><p>${trouble}</p></section>`;
}
