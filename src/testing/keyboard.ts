import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** What has the focus, by its name, and whether somebody who only looks can see where it is. */
export async function focused(page: Page): Promise<{ readonly name: string; readonly seen: boolean }> {
  return page.evaluate(() => {
    const at = document.activeElement;
    if (!(at instanceof HTMLElement) || at.tagName === 'MAIN') return { name: '', seen: false };
    const marked = (element: Element | null): boolean => {
      if (element === null) return false;
      const style = getComputedStyle(element);
      if (style.opacity === '0') return false;
      return (style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 1) || style.boxShadow !== 'none';
    };
    // A control may be drawn by what stands around or beside it.
    const drawn = [at, at.nextElementSibling, at.parentElement, at.parentElement?.parentElement ?? null, at.closest('[class*="-focused"]')];
    const named =
      at.getAttribute('aria-label') ??
      at.getAttribute('title') ??
      (at.id === '' ? null : document.querySelector(`label[for="${at.id}"]`)?.textContent);
    return {
      name: (named ?? at.closest('label')?.textContent ?? at.textContent ?? '').trim() || at.title,
      seen: drawn.some((one) => marked(one)),
    };
  });
}

/** The focus stands on what is called so and can be seen. */
export async function stands(page: Page, on: string | RegExp): Promise<void> {
  const fits = (name: string): boolean => (typeof on === 'string' ? name.startsWith(on) : on.test(name));
  const standing = async (): Promise<boolean> => {
    const { name, seen } = await focused(page);
    return seen && fits(name);
  };
  await expect.poll(standing, { message: `焦点看得出在“${on}”`, timeout: 20_000 }).toBe(true);
}

/** Goes on by Tab until the focus stands on what is called so; each place on the way can be seen. */
export async function tabTo(page: Page, on: string | RegExp, most = 40, key = 'Tab'): Promise<void> {
  const passed: string[] = [];
  for (let step = 0; step < most; step += 1) {
    await page.keyboard.press(key);
    const { name, seen } = await focused(page);
    expect(seen, `看不出焦点在“${name}”，此前：${passed.join(' → ')}`).toBe(true);
    if (typeof on === 'string' ? name.startsWith(on) : on.test(name)) return;
    passed.push(name.slice(0, 12));
  }
  throw new Error(`${on} was not reached: ${passed.join(' → ')}`);
}

/** Goes on to the field and types into it. */
export async function type(page: Page, label: string, words: string): Promise<void> {
  await tabTo(page, label);
  await page.keyboard.type(words);
}

/** Types into the select that has the focus until it offers what is wanted, and takes it. */
export async function choose(page: Page, words: string): Promise<void> {
  await page.keyboard.type(words);
  const option = page.locator('.ant-select-dropdown:visible .ant-select-item-option-active').filter({ hasText: words });
  await option.waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.ant-select-dropdown:visible').waitFor({ state: 'hidden' });
}
