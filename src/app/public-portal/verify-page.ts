import { chineseDay } from '#law';
import type { Verdict } from './ask.ts';
import { type Html, html } from './html.ts';
import { page } from './page.ts';
import { LARGEST_MB } from './read-form.ts';

export type Typed = { readonly code: string; readonly number: string };

/** What stands above the form: nothing yet, the answer, or what kept the question from being answered. */
export type Shown =
  | { readonly what: 'nothing' }
  | { readonly what: 'verdict'; readonly verdict: Verdict | null; readonly isNumberAsked: boolean }
  | { readonly what: 'trouble'; readonly reason: string };

export function verifyPage(typed: Typed, shown: Shown): Html {
  return page(
    '文书核验',
    html`<h1>文书核验</h1>
<p>核对手中的监督文书是否由所载机关制发。</p>
${answer(shown)}
${form(typed)}
<p class="quiet">平台只答复真伪、发文机关、文书种类、发文日期，以及所选文件是否与留存的文书一致；不提供收文单位和文书内容。</p>`,
  );
}

function answer(shown: Shown): Html | null {
  switch (shown.what) {
    case 'nothing':
      return null;
    case 'trouble':
      return html`<section class="answer no" role="alert"><h2>没有核验</h2><p>${shown.reason}</p></section>`;
    case 'verdict':
      return shown.verdict === null ? UNKNOWN : found(shown.verdict, shown.isNumberAsked);
  }
}

/** One answer for everything that is not found, so that nobody learns by asking what exists. */
const UNKNOWN = html`<section class="answer no" role="status"><h2>核验未通过</h2>
<p>没有与所填内容相符的文书。</p>
<ul><li>请对照纸面，重新核对文号和核验码；</li>
<li>不在公开核验范围内的文书也查不到；</li>
<li>仍不相符的，请向所载机关公布的电话查询，不要拨打纸面上的电话。</li></ul></section>`;

function found(verdict: Verdict, isNumberAsked: boolean): Html {
  return html`<section class="answer ${verdict.isVoid || verdict.isDemonstration ? 'mind' : 'yes'}" role="status">
<h2>${headline(verdict)}</h2>
<p>${meaning(verdict)}</p>
<dl><dt>发文机关</dt><dd>${verdict.issuer}</dd>
<dt>文书种类</dt><dd>${verdict.kind}</dd>
<dt>发文日期</dt><dd>${chineseDay(verdict.issuedOn)}</dd>
<dt>状态</dt><dd>${verdict.isVoid ? '作废' : '有效'}</dd>
<dt>文号</dt><dd>${isNumberAsked ? '与所填一致' : '未填写，没有核对'}</dd>
<dt>文件</dt><dd>${fileWords(verdict.fileMatches)}</dd></dl>
<p>请核对以上各项与手中文书所载是否一致。</p></section>`;
}

function headline({ isVoid, isDemonstration }: Verdict): string {
  if (isDemonstration) return isVoid ? '演示文书（已作废）' : '演示文书';
  return isVoid ? '文书已作废' : '核验通过，文书真实';
}

function meaning({ isVoid, isDemonstration }: Verdict): string {
  if (isDemonstration) return '与平台的演示数据相符。演示文书不具法律效力。';
  return isVoid ? '文书确由下列机关制发，现已作废，不再有效。' : '文书由下列机关制发，现行有效。';
}

function fileWords(matches: boolean | null): string {
  if (matches === null) return '未选择，没有核对';
  return matches ? '与平台留存的该文书一致' : '与平台留存的该文书不一致：内容有改动，或者是另存、扫描、拍照得到的文件';
}

function form({ code, number }: Typed): Html {
  return html`<form method="post" action="/public/verify" enctype="multipart/form-data">
<label for="number">文号</label>
<input id="number" name="number" value="${number}" maxlength="80" autocomplete="off" aria-describedby="number-hint">
<p id="number-hint" class="hint">印在文书首部，例如“巴司执监意〔2026〕12号”。扫码进入的可以不填。</p>
<label for="code">核验码</label>
<input id="code" name="code" value="${code}" maxlength="60" required autocomplete="off" autocapitalize="characters" spellcheck="false" aria-describedby="code-hint">
<p id="code-hint" class="hint">印在文书末页，16 个字母和数字；空格和大小写不限。</p>
<label for="file">电子文件（可以不选）</label>
<input id="file" name="file" type="file" accept=".pdf,.docx" aria-describedby="file-hint">
<p id="file-hint" class="hint">选择收到的 PDF 或者 DOCX，核对有无改动。只计算文件的数字指纹，不保存；不超过 ${LARGEST_MB}MB。</p>
<button type="submit">核验</button>
</form>`;
}
