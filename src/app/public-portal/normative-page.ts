import { chineseDay, type LocalDate } from '#law';
import type { AskedList } from './asked-list.ts';
import { type Html, html } from './html.ts';
import { noSearch, pager, pathOfPage, searchForm } from './list-parts.ts';
import { page } from './page.ts';

export type PublicDocument = {
  readonly id: string;
  readonly title: string;
  readonly number: string;
  readonly maker: string;
  readonly publishedOn: LocalDate;
  readonly from: LocalDate;
  /** null: no end is set. */
  readonly lastDay: LocalDate | null;
  readonly filingNumber: string;
  readonly standing: 'in-force' | 'coming' | 'ended';
  readonly isDemonstration: boolean;
};
export type PublicCatalogue = { readonly documents: readonly PublicDocument[]; readonly total: number; readonly pages: number };

/** Where the catalogue stands. */
export const CATALOGUE_PATH = '/public/normative-documents';
const STANDING = { 'in-force': '今日有效', coming: '尚未施行', ended: '已经失效' } as const;

/** The catalogue of filed normative documents that count on a day. */
export function normativePage(asked: AskedList, found: PublicCatalogue | null, trouble: string | null): Html {
  return page(
    '规范性文件备案目录',
    html`<h1>规范性文件备案目录</h1>
<p>查找已经备案审查的行政规范性文件，在某一日是否有效。</p>
${searchForm(CATALOGUE_PATH, '文件名称、文号、制定机关或者备案号', asked)}
${noSearch(trouble)}
${found === null ? null : results(asked, found)}
<p class="quiet">认为规范性文件违反法律、法规、规章的，可以对目录中的文件提出审查建议，也可以向承办备案审查的司法行政部门书面提出。</p>`,
  );
}

function results(asked: AskedList, { documents, total, pages }: PublicCatalogue): Html {
  if (documents.length === 0)
    return html`<section class="answer mind" role="status"><h2>没有找到</h2><p>${chineseDay(asked.on)}有效的文件中没有符合的。可以换一个词或者日期；没有备案的文件也查不到。</p></section>`;
  return html`<p role="status">${chineseDay(asked.on)}有效的文件共 ${total} 件${pages > 1 ? `，第 ${asked.page} 页，共 ${pages} 页` : ''}。</p>
${documents.map(line)}
${pager(pages, asked.page, (n) => pathOfPage(CATALOGUE_PATH, asked, n))}`;
}

function line(d: PublicDocument): Html {
  const days = d.lastDay === null ? `${chineseDay(d.from)}起` : `${chineseDay(d.from)}至${chineseDay(d.lastDay)}`;
  return html`<section class="answer ${d.isDemonstration || d.standing !== 'in-force' ? 'mind' : 'yes'}"><h2>${d.title}</h2>
<dl><dt>文号</dt><dd>${d.number}</dd><dt>制定机关</dt><dd>${d.maker}</dd><dt>公布日期</dt><dd>${chineseDay(d.publishedOn)}</dd>
<dt>有效期</dt><dd>${days}</dd><dt>备案号</dt><dd>${d.filingNumber}</dd><dt>状态</dt><dd>${STANDING[d.standing]}${d.isDemonstration ? '（演示数据，不具法律效力）' : ''}</dd></dl>
${d.standing === 'ended' ? null : html`<p><a href="/public/review-suggestions/new?document=${d.id}">对这件文件提出审查建议</a></p>`}</section>`;
}
