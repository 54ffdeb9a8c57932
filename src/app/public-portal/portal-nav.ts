import { type Html, html } from './html.ts';
import { LIST_PAGES } from './list-pages.ts';

type Place = { readonly path: string; readonly title: string };

/** What anybody may look up, in the order in which people ask: what is in the hand, who enforces, by what. */
const PLACES: readonly (readonly Place[])[] = [
  [
    { path: '/public/verify', title: '文书核验' },
    { path: '/public/certificates', title: '执法证件核对' },
    { path: '/public/special-supervisors', title: '特邀监督员名单' },
    { path: '/public/units', title: '行政执法主体名录' },
  ],
  [
    { path: '/public/benchmarks', title: '裁量权基准' },
    { path: '/public/delegations', title: '委托书' },
    { path: '/public/normative-documents', title: '规范性文件备案目录' },
    { path: '/public/review-suggestions', title: '审查建议的处理情况' },
  ],
  LIST_PAGES,
];

/** Stands at the foot of every page: whoever came by a printed code finds the rest from there. */
export const PORTAL_NAV: Html = html`<nav aria-label="公开查询">${PLACES.map(
  (row) => html`<p class="quiet">${row.map(({ path, title }) => html`<a href="${path}">${title}</a>　`)}</p>`,
)}</nav>`;
