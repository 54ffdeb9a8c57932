import { chineseDay, type LocalDate } from '#law';
import { ANSWER_LABELS, SUGGESTER_LABELS } from '../../supervision/normative-filings/model.ts';
import { type Html, html } from './html.ts';
import { page } from './page.ts';

export const LONGEST_WORDS = 2_000;
export type AboutDocument = { readonly title: string; readonly number: string; readonly maker: string; readonly isDemonstration: boolean };
export type TypedSuggestion = { readonly document: string; readonly by: string; readonly words: string };
export type SuggestionStanding = {
  readonly title: string;
  readonly number: string;
  readonly receivedOn: LocalDate;
  readonly takenUp: boolean | null;
  readonly answer: keyof typeof ANSWER_LABELS | null;
  readonly answeredOn: LocalDate | null;
};

const problem = (title: string, reason: string): Html =>
  html`<section class="answer no" role="alert"><h2>${title}</h2><p>${reason}</p></section>`;

/** The form of one document; what was typed stays where something has to be put right. */
export function suggestionPage(about: AboutDocument, typed: TypedSuggestion, trouble: string | null): Html {
  return page(
    '提出审查建议',
    html`<h1>提出审查建议</h1>
<p>认为下面这件规范性文件违反法律、法规、规章，或者明显不适当的，可以提出审查建议，由承办备案审查的司法行政部门办理。</p>
${trouble === null ? null : problem('没有提交', trouble)}
<section class="answer ${about.isDemonstration ? 'mind' : 'yes'}"><h2>${about.title}</h2>
<dl><dt>文号</dt><dd>${about.number}</dd><dt>制定机关</dt><dd>${about.maker}</dd></dl>
${about.isDemonstration ? html`<p>这是演示数据，不具法律效力。</p>` : null}</section>
<form method="post" action="/public/review-suggestions/new" enctype="multipart/form-data">
<input type="hidden" name="document" value="${typed.document}">
<fieldset><legend>建议人</legend>${Object.entries(SUGGESTER_LABELS).map(([key, label]) => choice(key, label, typed.by))}</fieldset>
<label for="words">建议审查的条款和理由</label>
<textarea id="words" name="words" required minlength="10" maxlength="${LONGEST_WORDS}" rows="10">${typed.words}</textarea>
<p class="hint">写明哪一条、违反什么规定、为什么，不超过${LONGEST_WORDS}字。不要写姓名、身份证号码、电话、住址和他人的个人信息；需要附材料的，请到司法行政部门窗口提出。</p>
<button type="submit">提交</button></form>`,
  );
}

function choice(key: string, label: string, chosen: string): Html {
  const box = (checked: string | null): Html =>
    checked === null
      ? html`<input type="radio" id="by-${key}" name="by" value="${key}" required>`
      : html`<input type="radio" id="by-${key}" name="by" value="${key}" required checked>`;
  return html`<p class="pick">${box(chosen === key ? key : null)}<label for="by-${key}">${label}</label></p>`;
}

/** Shown once: nobody can look the receipt up again. */
export function receivedPage(about: AboutDocument, receipt: string): Html {
  return page(
    '审查建议已经提交',
    html`<h1>审查建议已经提交</h1>
<section class="answer yes" role="status"><h2>回执号 ${receipt.replace(/(.{4})(?=.)/g, '$1 ')}</h2>
<p>《${about.title}》（${about.number}）的审查建议已经转给承办备案审查的司法行政部门。</p>
<p>请记下回执号：凭它查询处理情况，平台不留您的姓名和联系方式，丢失后无法找回。</p></section>`,
  );
}

/** Where there is nothing to suggest about, or nothing more is taken. */
export function noSuggestionPage(reason: string): Html {
  return page('提出审查建议', html`<h1>提出审查建议</h1>${problem('没有提交', reason)}`);
}

export type ShownStanding =
  | { readonly what: 'nothing' }
  | { readonly what: 'found'; readonly found: SuggestionStanding | null }
  | { readonly what: 'trouble'; readonly reason: string };

/** What became of a suggestion, by its receipt. */
export function standingPage(typed: string, shown: ShownStanding): Html {
  return page(
    '查询审查建议',
    html`<h1>查询审查建议</h1>
${shown.what === 'trouble' ? problem('没有查询', shown.reason) : null}
${shown.what === 'found' ? (shown.found === null ? UNKNOWN : standing(shown.found)) : null}
<form method="post" action="/public/review-suggestions" enctype="multipart/form-data">
<label for="code">回执号</label><input id="code" name="code" required maxlength="60" autocomplete="off" value="${typed}">
<p class="hint">十六位字母和数字，提交建议时给出。</p>
<button type="submit">查询</button></form>
<p class="quiet">审查建议从规范性文件备案目录中的文件提出。</p>`,
  );
}

const UNKNOWN = html`<section class="answer no" role="status"><h2>查不到</h2><p>没有这个回执号的审查建议，请重新核对。</p></section>`;

function standing({ title, number, receivedOn, takenUp, answer, answeredOn }: SuggestionStanding): Html {
  const words =
    answer !== null
      ? `已经答复：${ANSWER_LABELS[answer]}`
      : takenUp === null
        ? '已经收到，等待形式审查'
        : takenUp
          ? '已经受理，正在审查'
          : '不予受理';
  return html`<section class="answer yes" role="status"><h2>${words}</h2>
<dl><dt>文件</dt><dd>${title}</dd><dt>文号</dt><dd>${number}</dd><dt>收到日期</dt><dd>${chineseDay(receivedOn)}</dd>
${answeredOn === null ? null : html`<dt>答复日期</dt><dd>${chineseDay(answeredOn)}</dd>`}</dl>
<p>处理结果的理由，请向承办备案审查的司法行政部门询问。</p></section>`;
}
