import { describe, expect, it } from 'vitest';
import { parseLawText } from '#law/library/parse-law-text';
import { inTransaction } from '#platform/db';
import { SYSTEM_PREAMBLE } from '#platform/session';
import { barriers, overflow } from '#testing/browser';
import { aWalk } from '#testing/walked-city';
import { importTexts, noCounts } from '../../registers/law-library/actions-import.ts';

const { city, shot } = aWalk('law-library');

const OLD =
  '# 中华人民共和国试行法\n\n2010年1月1日通过\n\n## 第一章 总则\n\n第一条 禁止占用消防通道。\n\n第二条 本法自2010年3月1日起施行。';
const NEW =
  '# 中华人民共和国试行法\n\n2010年1月1日通过\n\n2020年5月1日修订\n\n## 第一章 总则\n\n第一条 有下列行为之一的，责令改正，处以罚款：\n\n（一）堵塞消防通道；\n\n（二）占用防火间距。\n\n情节严重的，责令停产停业。\n\n第二条 本法自2020年9月1日起施行。';

async function take(source: string, text: string, at: number): Promise<void> {
  await inTransaction(city().pool, SYSTEM_PREAMBLE, (client) =>
    importTexts(client, [{ source, is: 'text', parsed: parseLawText(text), bytes: text.length }], new Date(at).toISOString(), noCounts()),
  );
}

describe('法律法规库', () => {
  it('空库说明怎样载入', async () => {
    const page = await city().as('sf-jd1');
    await page.goto(`${city().base}/laws`);
    await page.getByText('库中还没有法规文本').waitFor();
    await shot(page, '01-空库');
  });

  it('载入后按词找到条文，打开该日的全文，条文的历次文本并列', async () => {
    await take('试行法(2010-01-01).md', OLD, city().now() - 2000);
    await take('试行法(2020-05-01).md', NEW, city().now() - 1000);
    city().pass(16_000);
    const page = await city().as('sf-jd1');
    await page.goto(`${city().base}/laws`);
    await page.getByLabel('法规名称或条文中的词').fill('消防通道');
    await page.keyboard.press('Enter');
    const hit = page.getByRole('link', { name: '中华人民共和国试行法 第一条' });
    await hit.waitFor();
    await shot(page, '02-检索');
    expect(await barriers(page)).toEqual([]);
    await hit.click();
    await page.getByText('堵塞消防通道').waitFor();
    await shot(page, '03-全文');
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('button', { name: '第一条历次文本' }).click();
    await page.getByText('禁止占用消防通道。').waitFor();
    await shot(page, '04-历次文本');
    await page.keyboard.press('Escape');
    await page.getByRole('link', { name: '2010年公布' }).click();
    await page.getByText('2010-03-01的条文').waitFor();
    await page.getByText('禁止占用消防通道。').first().waitFor();
  });

  it('手机宽度读得下', async () => {
    const page = await city().as('sf-jd2', { viewport: { width: 390, height: 844 } });
    await page.goto(`${city().base}/laws/${encodeURIComponent('试行法')}?article=100`);
    await page.getByText('堵塞消防通道').waitFor();
    expect(await overflow(page)).toBe(0);
    await shot(page, '05-手机');
  });
});
