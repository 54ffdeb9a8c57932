import type { Page } from 'playwright-core';
import { barriers, overflow } from '#testing/browser';

export const DESK_WIDTH = 1366;
export const PHONE_WIDTH = 390;

const WAITS = '.fh-loading, .ant-skeleton, .ant-spin-spinning';
/** Long enough for a busy machine; a page that stands well is left at once. */
const PATIENCE = 90_000;

/** Sets the width and waits until everything that was asked for is shown and fits; what still stands out is said by `flawsOf`. */
export async function settleAt(page: Page, width: number): Promise<void> {
  await page.setViewportSize({ width, height: 800 });
  await page.waitForFunction((waits) => document.querySelector('main h1') !== null && document.querySelector(waits) === null, WAITS, {
    timeout: PATIENCE,
  });
  // The page is laid out again a moment after its window has another width.
  await page
    .waitForFunction(() => document.documentElement.scrollWidth <= window.innerWidth, null, { timeout: 5_000 })
    .catch(() => undefined);
}

/** What is wrong with the open page at its width: headings, title, a message of failure, pushing sideways. */
export async function flawsOf(page: Page): Promise<readonly string[]> {
  const headings = await page.locator('h1').count();
  const title = await page.title();
  const wider = await overflow(page);
  const failures = await page.locator('main .ant-alert-error').allTextContents();
  return [
    ...(headings === 1 ? [] : [`${headings} 个一级标题`]),
    ...(/^.+ · 法衡$/.test(title) ? [] : [`标题“${title}”`]),
    ...(wider <= 0 ? [] : [`横向超出 ${wider} 像素`]),
    ...failures.map((words) => `报错“${words}”`),
  ];
}

/** The same at both widths, and what keeps people with impairments from using it. */
export async function flawsAtBothWidths(page: Page): Promise<readonly string[]> {
  const flaws: string[] = [];
  for (const width of [DESK_WIDTH, PHONE_WIDTH]) {
    await settleAt(page, width);
    flaws.push(...[...(await flawsOf(page)), ...(await barriers(page))].map((flaw) => `${width} 像素：${flaw}`));
  }
  await page.setViewportSize({ width: DESK_WIDTH, height: 800 });
  return flaws;
}

/** Answers that are no success and requests that never came back; one given up by leaving the page is none. */
export function watchRequests(page: Page): string[] {
  const failed: string[] = [];
  page.on('response', (answer) => {
    if (answer.status() >= 400) failed.push(`${page.url()}：${answer.status()} ${answer.url()}`);
  });
  page.on('requestfailed', (request) => {
    const why = request.failure()?.errorText;
    if (why !== 'net::ERR_ABORTED') failed.push(`${page.url()}：${why} ${request.url()}`);
  });
  return failed;
}
