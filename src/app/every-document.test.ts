import { afterAll, describe, expect, it } from 'vitest';
import { type DocumentIssue, type Grade, isVerified, type Json, type OfficialDocument } from '#law';
import { closeRenderers, renderDocx, renderPdf } from '#platform/documents/index';
import { docxParts, docxText, MISSING_GLYPH, pdfRuns, pdfText } from '#platform/documents/testing';
import { everyDocument } from './every-document.fixtures.ts';
import { TEMPLATES } from './rooms.ts';
import { documentOf } from './templates.ts';

const ISSUED = everyDocument();
const named = (issue: DocumentIssue): string => `${issue.kind} ${issue.name}（${issue.template}@${issue.templateVersion}）`;
/** One of each template and name, so that a letter and its slip stand once. */
const SAMPLES = [...new Map(ISSUED.map((issue) => [named(issue), issue] as const))];

/** The card is folded and cut: what helps with that is not part of its text. */
const WRITTEN = SAMPLES.filter(([, issue]) => issue.template !== 'special-supervisor-card');

afterAll(closeRenderers);

function made(issue: DocumentIssue, facts: Json = issue.facts): OfficialDocument {
  const document = documentOf(issue.template, issue.templateVersion, facts);
  if (document === null) throw new Error(`no ${issue.template}@${issue.templateVersion}`);
  return document;
}

/** Every value of the facts, changed where `change` answers something else. */
function changed(value: Json, change: (key: string, value: Json) => Json | undefined, key = ''): Json {
  const other = change(key, value);
  if (other !== undefined) return other;
  if (Array.isArray(value)) return value.map((one: Json) => changed(one, change, key));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, changed(v, change, k)]));
}

type Clause = { readonly text: string; readonly grade: Grade };
const isClause = (value: Json): boolean =>
  typeof value === 'object' && value !== null && 'text' in value && 'grade' in value && 'cite' in value;
function clausesOf(value: Json): readonly Clause[] {
  if (isClause(value)) return [value as unknown as Clause];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap((one: Json) => clausesOf(one));
}

const UNVERIFIED: readonly Grade[] = ['excerpt-summary', 'practice', 'recalled', 'ours'];
/** What fixes clauses in its facts without printing them: letters to vertical units, the reminder after the period. */
const SAYS_NO_ARTICLE = ['supervision-inquiry', 'supervision-notification', 'reminder'];
const MARK = '【条文】';
/** How the code writes an article for itself: 33¶1, （48）. A reader of a document knows neither. */
const OWN_NOTATION = /¶|（\d{1,3}）/;

describe('印发的文书逐种检查', () => {
  it('每种模板都有一份实际办理出来的文书；旧版模板仍可排印', () => {
    const covered = new Set(ISSUED.map((issue) => issue.template));
    expect(TEMPLATES.map((t) => t.template).filter((name) => !covered.has(name))).toEqual([]);
    for (const issue of ISSUED)
      for (const { version } of TEMPLATES.filter((t) => t.template === issue.template))
        expect(documentOf(issue.template, version, issue.facts), `${issue.template}@${version}`).toMatchObject({
          title: expect.any(String),
        });
  });

  it.each(TEMPLATES.map((t) => [`${t.template}@${t.version}`, t] as const))('%s：待核定的条文一处也不印', (_, template) => {
    const issue = ISSUED.findLast((one) => one.template === template.template);
    if (issue === undefined) throw new Error(`no ${template.template}`);
    const mark = (grade: Grade): Json =>
      changed(issue.facts, (_key, value) =>
        isClause(value)
          ? { ...(value as Readonly<Record<string, Json>>), text: `${MARK}${(value as unknown as Clause).text}`, grade }
          : undefined,
      );
    for (const grade of UNVERIFIED) {
      expect(isVerified(grade)).toBe(false);
      expect(JSON.stringify(template.make(mark(grade)))).not.toContain(MARK);
    }
    if (SAYS_NO_ARTICLE.includes(template.template)) return;
    if (clausesOf(issue.facts).some((clause) => clause.text !== '')) expect(JSON.stringify(template.make(mark('statute')))).toContain(MARK);
  });

  it.each(SAMPLES)('%s：没有印不出的字，签收栏与落款同页，落款不单独成页', async (_, issue) => {
    const { pdf } = await renderPdf(made(issue));
    checkPages(made(issue), pdfText(pdf));
    expect(JSON.stringify(issue.facts)).not.toMatch(OWN_NOTATION);
  });

  it.each(WRITTEN)('%s：PDF 上的字，Word 文本字字都有', async (_, issue) => {
    const document = made(issue);
    const [{ pdf }, docx] = await Promise.all([renderPdf(document), renderDocx(document)]);
    const xml = (await docxParts(docx)).parts.get('word/document.xml') ?? '';
    const pages = pdfText(pdf);
    const written = charactersOf([docxText(xml)]);
    // Heads of tables stand once more on each further page.
    const isLess = ([one, times]: readonly [string, number]) => (written.get(one) ?? 0) < (pages.length > 1 ? 1 : times);
    expect([...charactersOf(pages)].filter(isLess).map(([one]) => one)).toEqual([]);
  });

  it.each(SAMPLES)('%s：单位名称五百字、问题三十项，各页不出版心，字字印出', async (_, issue) => {
    const document = made(
      issue,
      changed(stretched(issue.facts, 30), (key, value) => (isName(key) && typeof value === 'string' ? LONG_NAME : undefined)),
    );
    const { pdf } = await renderPdf(document);
    const text = pdfText(pdf);
    expect(text.join('')).not.toContain(MISSING_GLYPH);
    expect(text.join('')).toContain('䶮');
    for (const page of pdfRuns(pdf)) for (const run of page.filter((r) => r.size < 30)) expect(run.x).toBeGreaterThan(70);
  });

  it('三百项问题的意见书、决定书只在清单中列明，清单每页有表头', async () => {
    for (const template of ['supervision-opinion', 'measures-decision']) {
      const issue = ISSUED.findLast((one) => one.template === template);
      if (issue === undefined) throw new Error(template);
      const document = made(issue, stretched(issue.facts, 300));
      expect(JSON.stringify(document.body).length).toBeLessThan(2000);
      const text = pdfText((await renderPdf(document)).pdf);
      checkPages(document, text);
      const list = text.slice(text.findIndex((page) => page.includes('存在的问题')));
      expect(list.length).toBeGreaterThan(10);
      expect(list.filter((page) => !page.includes('存在的问题'))).toEqual([]);
    }
  });
});

/** How often each character stands on the pages, but for blanks, page numbers and what is printed across a page. */
function charactersOf(pages: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const page of pages)
    for (const one of page.replaceAll(/演示数据\s*不具法律效力/g, '').replaceAll(/\s|—\s*\d+\s*—/g, ''))
      counts.set(one, (counts.get(one) ?? 0) + 1);
  return counts;
}

const LONG_NAME = `${'临河区综合行政执法与市场监督管理联合工作委员会办公室淏喆昇堃翀䶮'.repeat(16)}`.slice(0, 500);
const isName = (key: string): boolean =>
  [
    'issuer',
    'addressee',
    'guide',
    'guided',
    'unit',
    'units',
    'to',
    'concerned',
    'copies',
    'reportTo',
    'delegator',
    'delegate',
    'bureau',
  ].includes(key);

/** Problems, results and other numbered rows repeated until there are so many. */
function stretched(facts: Json, count: number): Json {
  return changed(facts, (_, value) => {
    const first: Json | undefined = Array.isArray(value) ? value[0] : undefined;
    if (!Array.isArray(value) || typeof first !== 'object' || first === null || !('no' in first)) return undefined;
    return Array.from({ length: count }, (__, i) => ({ ...(value[i % value.length] as object), no: i + 1 }) as Json);
  });
}

/** The last page of a form bears more than who issued it and when: it could be put under any form. */
function checkEndOfForm(text: readonly string[]): void {
  const issuer = text[0] ?? '';
  if (text.length < 2) return;
  const words = (text.at(-1) ?? '').replaceAll(/演示数据\s*不具法律效力/g, '').replaceAll(/\s/g, '');
  const [beforeDate = ''] = words.split(/\d{4}年\d{1,2}月\d{1,2}日/);
  expect(beforeDate === '' || !issuer.replaceAll(/\s/g, '').includes(beforeDate), `末页只有：${words}`).toBe(true);
}

/** The page that holds the signature also holds words of the body, and the box for the receipt. */
function checkPages(document: OfficialDocument, text: readonly string[]): void {
  expect(text.join('')).not.toContain(MISSING_GLYPH);
  const { signature } = document;
  if (document.layout === 'form') checkEndOfForm(text);
  if (document.layout !== 'letter' || signature === null) return;
  const at = text.findLastIndex(
    (page) => /\d{4}年\d{1,2}月\d{1,2}日/.test(page) && page.includes(signature.organisation.slice(0, 8)) && !page.startsWith('附件'),
  );
  const page = text[at] ?? '';
  expect(page.indexOf(signature.organisation)).toBeGreaterThan(1);
  if (document.receiptBox) expect(page).toMatch(/签\s*收\s*栏/);
}
