import type { Locator, Page } from 'playwright-core';

/** What people do with forms and matters, in their words; every step waits for what the page then says. */

/** The field of a form by its label; 必填 and the like stand behind it. */
export function field(at: Page | Locator, label: string): Locator {
  return at.getByLabel(new RegExp(`^${label}(（必填）)?$`));
}

/** Searches in a picker and takes the option that is called so. */
export async function pick(at: Page | Locator, label: string, words: string, option: string): Promise<void> {
  const box = at.getByRole('combobox', { name: label, exact: true });
  await box.click();
  await box.fill(words);
  const page = 'keyboard' in at ? at : at.page();
  await page.locator('.ant-select-item-option').filter({ hasText: option }).first().click();
}

/** Takes several people, one after another; the list stays open between them and is closed at the end. */
export async function pickAll(at: Page | Locator, label: string, names: readonly string[]): Promise<void> {
  const box = at.getByRole('combobox', { name: label, exact: true });
  const page = 'keyboard' in at ? at : at.page();
  await box.click();
  for (const name of names) {
    await box.fill(name);
    await page.locator('.ant-select-dropdown:visible .ant-select-item-option').filter({ hasText: name }).first().click();
  }
  await box.press('Escape');
}

/** One of several ways, written out as radio buttons. */
export async function tick(at: Page | Locator, option: string): Promise<void> {
  await at.getByRole('radio', { name: option, exact: true }).check();
}

/** Ticks of the matter's own list what bears these numbers, and nothing else. */
async function tickNumbers(at: Page | Locator, label: string, numbers: readonly number[]): Promise<void> {
  const group = at.getByRole('group', { name: new RegExp(`^${label}(（必填）)?$`) });
  await group.getByRole('checkbox').first().waitFor();
  for (const box of await group.getByRole('checkbox').all()) {
    const no = Number.parseInt((await box.locator('xpath=ancestor::label').textContent()) ?? '', 10);
    if (await box.isEnabled()) await box.setChecked(numbers.includes(no));
  }
}

export type Answer =
  | string
  | { readonly pick: string; readonly option?: string }
  | { readonly picks: readonly string[] }
  | { readonly tick: string }
  | { readonly check: boolean }
  | { readonly numbers: readonly number[] }
  | { readonly file: string };

/** Fills a form in, label by label. */
export async function fill(at: Page | Locator, answers: Readonly<Record<string, Answer>>): Promise<void> {
  for (const [label, answer] of Object.entries(answers)) {
    if (typeof answer === 'string') await field(at, label).fill(answer);
    else if ('pick' in answer) await pick(at, label, answer.pick, answer.option ?? answer.pick);
    else if ('picks' in answer) await pickAll(at, label, answer.picks);
    else if ('tick' in answer) await tick(at, answer.tick);
    else if ('numbers' in answer) await tickNumbers(at, label, answer.numbers);
    else if ('check' in answer) await at.getByRole('checkbox', { name: label, exact: true }).setChecked(answer.check);
    else await attach(at, label, answer.file);
  }
}

/** Chooses a file and waits until it has been received. */
async function attach(at: Page | Locator, label: string, name: string): Promise<void> {
  const buffer = Buffer.from(`%PDF-1.7\n${name}\n%%EOF\n`);
  await at.getByLabel(label, { exact: true }).setInputFiles({ name, mimeType: 'application/pdf', buffer });
  await at.getByRole('button', { name: `移除 ${name}` }).waitFor();
}

/** Opens the task that stands on the workbench and says which matter it is. */
export async function openTask(page: Page, base: string, title: string, subject: string): Promise<void> {
  await page.goto(base);
  const tasks = page.getByRole('list', { name: '待办' }).getByRole('link');
  const wanted = tasks.filter({ hasText: title }).filter({ hasText: subject }).first();
  const more = page.getByRole('button', { name: '再显示 20 件' });
  await wanted.or(more).first().waitFor();
  // A long list shows its newest tasks last.
  while (!(await wanted.isVisible()) && (await more.isVisible())) {
    const shown = await tasks.count();
    await more.click();
    await tasks.nth(shown).waitFor();
  }
  await wanted.click();
  await page.getByRole('navigation', { name: '流程' }).waitFor();
}

/** The form of an act on the open matter page. */
export function formOf(page: Page, label: string): Locator {
  return page.locator('form').filter({ has: page.getByRole('button', { name: label, exact: true }) });
}

/** The button that confirms the form; a field for files may bear the same name. */
function confirming(page: Page, label: string): Locator {
  return formOf(page, label).getByRole('button', { name: label, exact: true }).and(page.locator('button'));
}

/** Confirms the open form and waits until the page says `says`; gives back all it says of what was done and what comes next. */
export async function confirm(page: Page, label: string, says: string): Promise<string> {
  await confirming(page, label).click();
  return said(page, says);
}

/** What was done and what comes next, as the page says it. */
export async function said(page: Page, says: string): Promise<string> {
  const note = page.locator('.ant-alert-success').filter({ hasText: says });
  await note.waitFor();
  return (await note.textContent()) ?? '';
}

/** Opens the form of an act on the open matter page, unless its task has opened it already. */
export async function openForm(page: Page, label: string): Promise<Locator> {
  const form = formOf(page, label);
  // A task opens its form by itself; its button is closed meanwhile.
  const opener = page.getByRole('main').getByRole('button', { name: label, exact: true, disabled: false }).first();
  // One of many means waits under 更多: what is hidden there is no button yet.
  const more = page.locator('details.fh-more:not([open]) > summary');
  await form.or(opener).or(more).first().waitFor();
  if (!(await form.isVisible()) && !(await opener.isVisible()) && (await more.isVisible())) await more.click();
  await form.or(opener).first().waitFor();
  if (!(await form.isVisible())) await opener.click();
  await form.waitFor();
  return form;
}

/** Does an act of the open matter: chooses it, fills its form in, confirms. */
export async function act(page: Page, label: string, says: string, answers: Readonly<Record<string, Answer>> = {}): Promise<string> {
  await fill(await openForm(page, label), answers);
  return confirm(page, label, says);
}

/** Confirms an act that wants the second factor shown again, and waits until the page says `says`. */
export async function confirmAgain(page: Page, base: string, login: string, label: string, says: string): Promise<string> {
  await confirming(page, label).click();
  const code = page.getByRole('dialog', { name: '再次验证身份' }).getByLabel('动态验证码');
  await code.fill((await demonstrationAccount(base, login)).code);
  await code.press('Enter');
  return said(page, says);
}

/** Fills the sign-in page in as a demonstration account and waits for the first page behind it. */
export async function signIn(page: Page, base: string, login: string): Promise<void> {
  await page.context().clearCookies();
  await page.goto(`${base}/sign-in`);
  const { password, code } = await demonstrationAccount(base, login);
  await page.getByLabel('账号', { exact: true }).fill(login);
  await page.getByLabel('口令', { exact: true }).fill(password);
  await page.getByLabel('动态验证码').fill(code);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: '工作台' }).waitFor();
}

/** Signed in as the form of the sign-in page does it, without opening that page; on the first page behind it. */
export async function arrive(page: Page, base: string, login: string): Promise<void> {
  // What the page showed before asks for nothing any more.
  await page.goto('about:blank');
  await page.context().clearCookies();
  const headers = { origin: base, 'x-faheng': '1' };
  const data = { login, ...(await demonstrationAccount(base, login)) };
  const answer = await page.request.post(`${base}/api/session`, { headers, data });
  if (!answer.ok()) throw new Error(`${login}: ${await answer.text()}`);
  await page.goto(base);
  await page.getByRole('heading', { level: 1, name: '工作台' }).waitFor();
}

type Demonstration = { readonly password: string; readonly accounts: readonly { readonly login: string; readonly code: string }[] };

/** What the sign-in page shows of a demonstration account at this moment. */
export async function demonstrationAccount(base: string, login: string): Promise<{ readonly password: string; readonly code: string }> {
  const answer = await fetch(`${base}/api/session/demo`);
  const { password, accounts } = (await answer.json()) as Demonstration;
  const account = accounts.find((one) => one.login === login);
  if (account === undefined) throw new Error(`no demonstration account ${login}`);
  return { password, code: account.code };
}
