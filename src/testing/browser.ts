import { existsSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { packageRoot } from '#platform/package-root';

/** Running as root needs no sandbox; nothing the browser does by itself may reach out or slow a walk down. */
const FLAGS =
  '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync';
const NAMES = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
/** A slow machine with two cores may take its time; waiting is always for a state, never for a moment. */
const PATIENCE = 120_000;
const DESK = { width: 1366, height: 768 } as const;
export const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 } as const;

export type Browsing = {
  /** A window of its own with its own cookies; problems of its pages are collected under `problems`. */
  open(options?: BrowserContextOptions): Promise<Window>;
  /** Whatever pages wrote to the console as an error, threw, or got as an answer of 5xx: must stay empty. */
  readonly problems: string[];
  /** Every open page, for pictures of a step that failed. */
  pages(): readonly Page[];
  close(): Promise<void>;
};
export type Window = { readonly context: BrowserContext; readonly page: Page };

export async function openBrowser(): Promise<Browsing> {
  const browser: Browser = await chromium.launch({ executablePath: chromiumPath(), args: FLAGS.split(' ') });
  const problems: string[] = [];
  return {
    problems,
    pages: () => browser.contexts().flatMap((context) => context.pages()),
    async open(options = {}) {
      const context = await browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai', viewport: DESK, ...options });
      context.setDefaultTimeout(PATIENCE);
      const page = await context.newPage();
      watch(page, problems);
      return { context, page };
    },
    close: () => browser.close(),
  };
}

function chromiumPath(): string {
  const named = process.env['CHROMIUM'];
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const found = named || NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path));
  if (!found) throw new Error('no Chromium: install chromium or set CHROMIUM');
  return found;
}

/** A lawful "no" of the API (4xx) is written to the console by the browser itself; everything else that is written is a fault. */
function watch(page: Page, problems: string[]): void {
  page.on('pageerror', (error) => problems.push(`${page.url()} threw: ${error.message}`));
  page.on('console', (message) => {
    const isRefusal = /status of 4\d\d/.test(message.text()) && message.location().url.includes('/api/');
    if (message.type() === 'error' && !isRefusal) problems.push(`${page.url()} console: ${message.text()} ${message.location().url}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 500) problems.push(`${page.url()} got ${response.status()} from ${response.url()}`);
  });
}

const SHOTS = join(packageRoot(), '.walk-screenshots');

/** Keeps the page as it stands, whole, under `.walk-screenshots/<walk>/<name>.jpg`: a PNG of a long page takes three times as long. */
export async function shoot(page: Page, walk: string, name: string): Promise<void> {
  await mkdir(join(SHOTS, walk), { recursive: true });
  await page.screenshot({ path: join(SHOTS, walk, `${name}.jpg`), type: 'jpeg', quality: 85, fullPage: true, animations: 'disabled' });
}

type Violation = {
  readonly id: string;
  readonly impact?: string | null;
  readonly nodes: readonly { readonly target: readonly unknown[] }[];
};
let axeSource: Promise<string> | null = null;

/** What keeps people with impairments from using the open page (WCAG 2 A and AA, serious and critical): must be empty. */
export async function barriers(page: Page): Promise<readonly string[]> {
  axeSource ??= readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  await page.evaluate(await axeSource);
  const violations = await page.evaluate(async (): Promise<readonly Violation[]> => {
    const axe: unknown = Reflect.get(globalThis, 'axe');
    const run: unknown = typeof axe === 'object' && axe !== null ? Reflect.get(axe, 'run') : null;
    if (typeof run !== 'function') throw new Error('axe did not load');
    const found = await run.call(axe, document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'], resultTypes: ['violations'] });
    return found.violations;
  });
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(' | ')}`);
}

/** How far the page is wider than its window; above 0 it can be pushed sideways. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
}
