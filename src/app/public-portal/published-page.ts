import { chineseDay, type LocalDate } from '#law';
import { type Html, html } from './html.ts';
import { page } from './page.ts';

/** One entry of a register that the law wants published, as pairs of label and words. */
export type PublishedEntry = {
  readonly title: string;
  readonly facts: readonly (readonly [label: string, words: string])[];
  readonly isDemonstration: boolean;
};
export type PublishedRegister = {
  readonly path: string;
  readonly title: string;
  readonly intro: string;
  /** What may be typed to find an entry. */
  readonly asks: string;
};
export type AskedRegister = { readonly words: string; readonly on: LocalDate; readonly page: number };
export type FoundEntries = { readonly entries: readonly PublishedEntry[]; readonly total: number; readonly pages: number };

/** What of a register is in force on a day. */
export function publishedPage(register: PublishedRegister, asked: AskedRegister, found: FoundEntries | null, trouble: string | null): Html {
  return page(
    register.title,
    html`<h1>${register.title}</h1>
<p>${register.intro}</p>
${form(register, asked)}
${trouble === null ? null : html`<section class="answer no" role="alert"><h2>没有查找</h2><p>${trouble}</p></section>`}
${found === null ? null : results(register, asked, found)}
<p class="quiet"><a href="/public/verify">核验监督文书</a>　<a href="/public/certificates">核对执法证件</a>　<a href="/public/normative-documents">规范性文件备案目录</a></p>`,
  );
}

function results(register: PublishedRegister, asked: AskedRegister, { entries, total, pages }: FoundEntries): Html {
  if (entries.length === 0)
    return html`<section class="answer mind" role="status"><h2>没有找到</h2><p>${chineseDay(asked.on)}有效的没有符合的。可以换一个词或者日期。</p></section>`;
  return html`<p role="status">${chineseDay(asked.on)}有效的共 ${total} 件${pages > 1 ? `，第 ${asked.page} 页，共 ${pages} 页` : ''}。</p>
${entries.map(entry)}
${pager(register, asked, pages)}`;
}

function entry(e: PublishedEntry): Html {
  return html`<section class="answer ${e.isDemonstration ? 'mind' : 'yes'}"><h2>${e.title}</h2>
<dl>${e.facts.map(([label, words]) => html`<dt>${label}</dt><dd>${words}</dd>`)}</dl>
${e.isDemonstration ? html`<p class="hint">演示数据，不具法律效力。</p>` : null}</section>`;
}

function pager(register: PublishedRegister, asked: AskedRegister, pages: number): Html | null {
  if (pages <= 1) return null;
  const to = (n: number): string => `${register.path}?${new URLSearchParams({ q: asked.words, on: asked.on, page: String(n) })}`;
  return html`<p>${asked.page > 1 ? html`<a href="${to(asked.page - 1)}">上一页</a>　` : null}${asked.page < pages ? html`<a href="${to(asked.page + 1)}">下一页</a>` : null}</p>`;
}

function form(register: PublishedRegister, { words, on }: AskedRegister): Html {
  return html`<form method="get" action="${register.path}">
<label for="q">${register.asks}（可以不填）</label>
<input id="q" name="q" value="${words}" maxlength="60" autocomplete="off">
<label for="on">哪一日有效</label>
<input id="on" name="on" type="date" value="${on}">
<button type="submit">查找</button>
</form>`;
}
