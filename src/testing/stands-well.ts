import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { barriers, overflow } from './browser.ts';

/** The page cannot be pushed sideways and keeps nobody out; it may take a moment to get there after what was done last. */
export async function standsWell(page: Page): Promise<void> {
  await expect.poll(() => overflow(page), { timeout: 60_000 }).toBeLessThanOrEqual(0);
  await expect.poll(() => barriers(page), { timeout: 60_000, interval: 500 }).toEqual([]);
}
