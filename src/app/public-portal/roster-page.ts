import { chineseDay, type LocalDate } from '#law';
import { type Html, html } from './html.ts';
import { noSearch, pager } from './list-parts.ts';
import { page } from './page.ts';

/** What the public learns of a special supervisor: name, area and term, nothing else. */
export type RosterLine = {
  readonly holder: string;
  readonly area: string;
  readonly from: LocalDate;
  /** Last day of the term. */
  readonly through: LocalDate;
  readonly isDemonstration: boolean;
};
export type Roster = { readonly lines: readonly RosterLine[]; readonly total: number; readonly page: number; readonly pages: number };

export const ROSTER_PATH = '/public/special-supervisors';

/** 行政执法特邀监督员名单: everyone who serves today. */
export function rosterPage(today: LocalDate, roster: Roster | null, trouble: string | null): Html {
  return page(
    '行政执法特邀监督员名单',
    html`<h1>行政执法特邀监督员名单</h1>
<p>${chineseDay(today)}在聘的行政执法特邀监督员。特邀监督员只在聘任区域内活动，不制发文书，不作处理决定。</p>
${noSearch(trouble)}
${roster === null ? null : lines(roster)}
<p class="quiet">核对出示给您的特邀监督员证，请打开<a href="/public/certificates">执法证件核对</a>。</p>`,
  );
}

function lines(roster: Roster): Html {
  if (roster.lines.length === 0)
    return html`<section class="answer mind" role="status"><h2>${roster.page > 1 ? '没有这一页' : '今日没有在聘的特邀监督员'}</h2></section>`;
  return html`<p role="status">共 ${roster.total} 人${roster.pages > 1 ? `，第 ${roster.page} 页，共 ${roster.pages} 页` : ''}。</p>
${roster.lines.map(line)}
${pager(roster.pages, roster.page, (n) => `${ROSTER_PATH}?page=${n}`)}`;
}

function line(l: RosterLine): Html {
  return html`<section class="answer ${l.isDemonstration ? 'mind' : 'yes'}"><h2>${l.holder}</h2>
<dl><dt>聘任区域</dt><dd>${l.area}</dd><dt>聘期</dt><dd>${chineseDay(l.from)}至${chineseDay(l.through)}</dd></dl>
${l.isDemonstration ? html`<p class="hint">演示数据，不是真实的人员。</p>` : null}</section>`;
}
