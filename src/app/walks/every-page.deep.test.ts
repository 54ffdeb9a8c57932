import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { ADMIN_ROLES } from '#law';
import { rows } from '#platform/db';
import { aWalk } from '#testing/walked-city';
import type { KindInfo, ListPage, MatterRow, SessionView } from '#ui/api/types.ts';
import { menuItems } from '../web-shell/frame/menu-items.ts';
import { PAGES } from '../web-shell/page-entries.ts';
import { DESK_WIDTH, flawsAtBothWidths, flawsOf, settleAt, watchRequests } from './page-flaws.ts';

/** Minutes on a busy machine: run with DEEP=1. Posts that together see every page of the menu and a matter of every kind. */
const POSTS: readonly (readonly [login: string, who: string])[] = [
  ['sf-jd1', '市司法局监督人员'],
  ['lh-sf-jz', '旗县区司法局主要负责人'],
  ['lh-scjg-sw', '部门收文员'],
  ['lh-scjg-cb1', '部门承办人'],
  ['lh-scjg-fz', '部门法制机构人员'],
  ['nm-cb1', '有清单调整被退回的部门承办人'],
  ['tyjd-ty', '特邀监督员'],
  ['gl-xt', '系统管理员'],
  ['gl-aq', '安全管理员'],
  ['gl-sj', '审计管理员'],
];
/** The planted city holds no benchmark being drafted; the form of a new one is the same. */
const NOTHING_TO_SHOW: readonly string[] = ['/benchmarks/$id/edit'];

const { city } = aWalk('every-page');
/** Declared paths, and kinds of matters, that have been looked at as a whole. */
const seen = new Set<string>();
const kinds = new Set<string>();

type Menu = {
  readonly session: SessionView;
  readonly business: boolean;
  readonly kinds: readonly KindInfo[];
  readonly items: ReturnType<typeof menuItems>;
};

describe('每个页面在 1366 与 390 像素宽下都立得住：不横向超出、一个一级标题、没有报错和无障碍缺陷', () => {
  it.each(POSTS)('%s（%s）：菜单里的每一页、首次见到的每一种页面和每一类办件页', async (login) => {
    const page = await city().as(login);
    const failed = watchRequests(page);
    const menu = await menuOf(page);
    const flaws: string[] = [];
    const links = new Map<string, string>();
    for (const { to, title } of menu.items) flaws.push(...(await throughTheMenu(page, to, title, links)));
    const found = [...(await newMatters(page, menu.kinds)), ...(await ownProposals(page, menu))];
    const further = [...found, ...openings(menu.kinds), ...withoutALink(menu), '/account'];
    for (const href of further) flaws.push(...(await atItsAddress(page, href, links)));
    // What was found on the way leads further.
    for (const href of links.values()) flaws.push(...(await atItsAddress(page, href, links)));
    expect([...flaws, ...failed]).toEqual([]);
  });

  it('声明过的每个页面、库中的每一类事项都走到了', async () => {
    const held = await rows<{ kind: string }>(city().pool, 'select distinct kind from matter');
    expect(PAGES.map(({ path }) => path).filter((path) => !seen.has(path))).toEqual(NOTHING_TO_SHOW);
    expect(held.map(({ kind }) => kind).filter((kind) => !kinds.has(kind))).toEqual([]);
  });

  it('程序文件由浏览器长期留存，再次打开页面不用重取', async () => {
    const page = await city().as('sf-jd1');
    await page.goto(city().base);
    const program = await page.locator('script[src^="/assets/"]').first().getAttribute('src');
    const answer = await page.request.get(`${city().base}${program}`);
    expect(answer.headers()['cache-control']).toBe('public, max-age=31536000, immutable');
  });
});

/** The post's own menu as it is declared; the page shows the same. */
async function menuOf(page: Page): Promise<Menu> {
  const session = await read<SessionView>(page, '/api/session');
  const business = !ADMIN_ROLES.includes(session.post.role);
  const known = business ? (await read<{ readonly kinds: readonly KindInfo[] }>(page, '/api/kinds')).kinds : [];
  const items = menuItems(session, known);
  const menu = page.getByRole('navigation', { name: '主菜单' });
  const shown = menu.getByRole('link');
  await expect
    .poll(
      async () => {
        await unfold(menu);
        return (await shown.allTextContents()).sort();
      },
      { timeout: 30_000 },
    )
    .toEqual(items.map(({ title }) => title).sort());
  return { session, business, kinds: known, items };
}

/** A long menu keeps some groups folded until they are asked for; what is opened once stays so. */
async function unfold(menu: Locator): Promise<void> {
  const folded = menu.getByRole('button', { expanded: false });
  while ((await folded.count()) > 0) await folded.first().click();
}

/** Opened from a box, a choice or a row, and not by a link of another page. */
function withoutALink({ session, business }: Menu): readonly string[] {
  const own = `/organisations/${session.post.organisationId}`;
  return business ? ['/search?q=市场监管', '/law-imports', '/benchmarks/new', own] : [own];
}

/** Changes of its lists that the post may still edit: only the change's own page leads there. */
async function ownProposals(page: Page, { business }: Menu): Promise<readonly string[]> {
  if (!business) return [];
  const found: string[] = [];
  for (const { id } of (await read<ListPage<MatterRow>>(page, '/api/matters?kind=list-change')).items) {
    const change = await read<{ readonly matter?: { readonly mayEdit: boolean } | null }>(page, `/api/list-changes/${id}`);
    if (change.matter?.mayEdit === true) found.push(`/list-changes/${id}/edit`);
  }
  return found;
}

async function read<T>(page: Page, path: string): Promise<T> {
  return (await page.request.get(`${city().base}${path}`)).json();
}

/** Chosen in the menu: the page bears the name that the menu gives it. Looked at as a whole when it is the first of its kind. */
async function throughTheMenu(page: Page, to: string, title: string, links: Map<string, string>): Promise<readonly string[]> {
  await page.locator(`nav[aria-label="主菜单"] a[href="${to}"]`).click();
  await page.locator('main h1').filter({ hasText: title }).waitFor();
  return look(page, to, links);
}

async function atItsAddress(page: Page, href: string, links: Map<string, string>): Promise<readonly string[]> {
  if (seen.has(keyOf(href))) return [];
  await page.goto(`${city().base}${href}`, { waitUntil: 'domcontentloaded' });
  return look(page, href, links);
}

async function look(page: Page, href: string, links: Map<string, string>): Promise<readonly string[]> {
  const key = keyOf(href);
  await settleAt(page, DESK_WIDTH);
  const flaws = seen.has(key) ? await flawsOf(page) : await flawsAtBothWidths(page);
  seen.add(key).add(pathOf(href) ?? href);
  const hrefs = await page.locator('main a[href^="/"]').evaluateAll((all) => all.map((a) => a.getAttribute('href') ?? ''));
  for (const link of hrefs) {
    const path = pathOf(link);
    if (path !== undefined && path !== '/matters/$id' && !seen.has(path)) links.set(path, link);
  }
  return flaws.map((flaw) => `${href} ${flaw}`);
}

/** The declared path that an address belongs to. */
function pathOf(href: string): string | undefined {
  const { pathname } = new URL(href, city().base);
  return PAGES.find(({ path }) => new RegExp(`^${path.replace(/\$\w+/g, '[^/]+')}$`).test(pathname))?.path;
}

/** Matters and forms differ by what they are about: each counts as a page of its own. */
function keyOf(href: string): string {
  const path = pathOf(href) ?? href;
  return ['/matters/$id', '/new/$kind/$act'].includes(path) ? href : path;
}

/** The newest matter of each kind that no post before has had. */
async function newMatters(page: Page, known: readonly KindInfo[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const { kind } of known.filter((one) => !kinds.has(one.kind))) {
    const [first] = (await read<ListPage<MatterRow>>(page, `/api/matters?kind=${kind}`)).items;
    if (first === undefined) continue;
    kinds.add(kind);
    found.push(`/matters/${first.id}`);
  }
  return found;
}

/** Every form by which this post may open a matter. */
function openings(known: readonly KindInfo[]): readonly string[] {
  return known.flatMap(({ kind, opening }) => opening.filter((act) => act.allowed !== false).map(({ act }) => `/new/${kind}/${act}`));
}
