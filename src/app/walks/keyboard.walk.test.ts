import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { shanghaiDay } from '#law';
import { demonstrationAccount, said } from '#testing/hands';
import { choose, focused, stands, tabTo, type } from '#testing/keyboard';
import { aWalk } from '#testing/walked-city';

const WHO = 'sf-jd1';
const { city, shot } = aWalk('keyboard');

describe('只用键盘办一件事：登录、找待办、填表、确认、求助', () => {
  let page: Page;

  it('登录：账号、口令、动态验证码逐项用 Tab 到达，回车登录', async () => {
    ({ page } = await city().browsing.open());
    await page.goto(`${city().base}/sign-in`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    const { password, code } = await demonstrationAccount(city().base, WHO);
    await type(page, '账号', WHO);
    await type(page, '口令', password);
    await type(page, '动态验证码', code);
    await shot(page, '01-登录');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: '工作台' }).waitFor();
  });

  it('第一个 Tab 是“跳到正文”，回车后从正文继续', async () => {
    await page.goto(city().base);
    await page.getByRole('list', { name: '待办' }).getByRole('link').first().waitFor();
    await tabTo(page, '跳到正文', 1);
    await shot(page, '02-跳到正文');
    await page.keyboard.press('Enter');
    await tabTo(page, '新办', 1);
  });

  it('新办：回车打开菜单，方向键选择，回车进入；焦点在表单第一项', async () => {
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem').first().waitFor();
    const items = await page.getByRole('menuitem').allTextContents();
    const wanted = items.findIndex((item) => item.startsWith('监督案件：登记线索'));
    await expect
      .poll(
        async () => {
          const { name } = await focused(page);
          if (name.startsWith('监督案件：登记线索')) return true;
          await page.keyboard.press('ArrowDown');
          return false;
        },
        { timeout: 20_000 },
      )
      .toBe(true);
    expect(wanted).toBeGreaterThanOrEqual(0);
    await shot(page, '03-新办菜单');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: /登记线索/ }).waitFor();
    await stands(page, '线索来源');
  });

  it('选择框打字即选，查找单位后回车选定；Ctrl+Enter 确认，漏填的第一处得到焦点', async () => {
    await choose(page, '工作中发现');
    await type(page, '事由', '键盘走查');
    await page.keyboard.press('Control+Enter');
    await page.getByText(/需要更正/).waitFor();
    await stands(page, '被监督单位');
    await choose(page, '临河区市场监督');
    await tabTo(page, '监督事项');
    await choose(page, '具体执法行为');
    await type(page, '线索内容', '案卷抽查发现缺少告知记录。');
    await shot(page, '04-填表');
    await page.keyboard.press('Control+Enter');
    await said(page, '等待研判');
    await stands(page, /线索已登记/);
  });

  it('“/” 到搜索框，回车搜索，j 选行，Enter 打开', async () => {
    await page.keyboard.press('/');
    await stands(page, '搜索文号');
    await page.keyboard.type('键盘走查');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: '搜索' }).waitFor();
    await page
      .getByRole('link', { name: /键盘走查/ })
      .first()
      .waitFor();
    await page.keyboard.press('j');
    await stands(page, /键盘走查/);
    await shot(page, '05-搜索结果');
    await page.keyboard.press('Enter');
    await page.getByRole('navigation', { name: '流程' }).waitFor();
  });

  it('工作台：j k 在待办间移动，Enter 打开并从表单开始', async () => {
    await page.goto(city().base);
    await page.getByRole('list', { name: '待办' }).getByRole('link').nth(1).waitFor();
    await page.keyboard.press('j');
    await stands(page, /→$/);
    const first = (await focused(page)).name;
    await page.keyboard.press('j');
    await expect.poll(async () => (await focused(page)).name).not.toBe(first);
    await page.keyboard.press('k');
    await expect.poll(() => focused(page)).toEqual({ name: first, seen: true });
    await shot(page, '06-待办');
    for (let step = 0; step < 40 && !(await focused(page)).name.includes('键盘走查'); step += 1) await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.getByRole('navigation', { name: '流程' }).waitFor();
    await stands(page, '研判意见');
    await page.keyboard.type('建议立案。');
    await page.keyboard.press('Control+Enter');
    await said(page, '等待负责人审批');
    // The page as a whole says it too, where the focus stands until the result takes it.
    await expect.poll(async () => (await focused(page)).name, { timeout: 20_000 }).toMatch(/^已提出立案意见/);
  });

  it('回看：回车打开，键入日期回车即看；再打开用 Esc 收起；焦点都回到按钮', async () => {
    const dialog = page.getByRole('dialog', { name: '回看' });
    await tabTo(page, '回看', 10, 'Shift+Tab');
    await page.keyboard.press('Enter');
    await stands(page, '截至哪天的样子');
    await page.keyboard.type(shanghaiDay(city().now()));
    await shot(page, '07-回看');
    await page.keyboard.press('Enter');
    await page.getByText('此时不能办理').waitFor();
    await dialog.waitFor({ state: 'hidden' });
    await stands(page, '回看');
    await page.keyboard.press('Enter');
    await stands(page, '截至哪天的样子');
    await closeByEscape(page, dialog);
    await stands(page, '回看');
    await tabTo(page, '回到现在', 10);
    await page.keyboard.press('Enter');
    await page.getByText('此时不能办理').waitFor({ state: 'hidden' });
    await tabTo(page, '回看', 10);
  });

  it('“?” 显示快捷键，Esc 收起，焦点回到原处', async () => {
    const before = await focused(page);
    await page.keyboard.press('?');
    const help = page.getByRole('dialog', { name: '快捷键' });
    await help.getByText('搜索文号、单位、标题').waitFor();
    await shot(page, '08-快捷键');
    await page.keyboard.press('Escape');
    await help.waitFor({ state: 'hidden' });
    await expect.poll(() => focused(page)).toEqual(before);
  });

  it('预警：抽屉用键盘打开，Esc 收起后焦点回到按钮；再打开填妥，Ctrl+Enter 送出，焦点在办理结果', async () => {
    await page.goto(`${city().base}/findings`);
    await page.getByRole('row').nth(1).waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 2, name: '现在' }).waitFor();
    await tabTo(page, '排除');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByRole('radio', { name: '误报' }).waitFor();
    await tabTo(page, /./, 1);
    await shot(page, '09-抽屉');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await stands(page, '排除');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByRole('radio', { name: '误报' }).waitFor();
    await tabTo(page, '误报');
    await page.keyboard.press('Space');
    await type(page, '说明', '经核对原件，系录入笔误。');
    await shot(page, '10-抽屉填妥');
    await page.keyboard.press('Control+Enter');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await stands(page, /排除/);
    await shot(page, '11-办理结果');
  });
});

/** Closes the dialog by Escape; a list of days that stands open over it closes first. */
async function closeByEscape(page: Page, dialog: Locator): Promise<void> {
  const closed = async (): Promise<boolean> => {
    if (!(await dialog.isVisible())) return true;
    await page.keyboard.press('Escape');
    return false;
  };
  await expect.poll(closed, { timeout: 20_000 }).toBe(true);
}
