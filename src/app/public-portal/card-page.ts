import { STANDING_LABELS } from '#registers/officers';
import type { CardVerdict } from './ask-card.ts';
import { type Html, html } from './html.ts';
import { page } from './page.ts';

export type TypedCard = { readonly number: string; readonly name: string };

/** What stands above the form: nothing yet, the answer, or what kept the question from being answered. */
export type ShownCard =
  | { readonly what: 'nothing' }
  | { readonly what: 'cards'; readonly cards: readonly CardVerdict[] }
  | { readonly what: 'trouble'; readonly reason: string };

export function cardPage(typed: TypedCard, shown: ShownCard): Html {
  return page(
    '执法证件核对',
    html`<h1>执法证件核对</h1>
<p>核对出示给您的行政执法证、行政执法监督证或者行政执法特邀监督员证，今天是否有效。</p>
${answer(shown)}
${form(typed)}
<p class="quiet">平台只答复照片（有留存的）、姓名、单位和今日状态。执法人员不出示证件的，您有权拒绝，并可向当地司法行政部门反映。</p>`,
  );
}

function answer(shown: ShownCard): Html | null {
  switch (shown.what) {
    case 'nothing':
      return null;
    case 'trouble':
      return html`<section class="answer no" role="alert"><h2>没有核对</h2><p>${shown.reason}</p></section>`;
    case 'cards':
      return shown.cards.length === 0 ? UNKNOWN : html`${shown.cards.map(found)}`;
  }
}

/** One answer for everything that is not found, so that nobody learns by asking who holds a card. */
const UNKNOWN = html`<section class="answer no" role="status"><h2>查不到这张证件</h2>
<p>没有证件号和姓名都相符的证件。</p>
<ul><li>请对照证件，重新核对证件号和姓名；</li>
<li>仍查不到的，请向当地司法行政部门公布的电话询问。</li></ul></section>`;

function found(card: CardVerdict): Html {
  const isValid = card.standing === 'valid';
  const tone = !isValid ? 'no' : card.isDemonstration ? 'mind' : 'yes';
  return html`<section class="answer ${tone}" role="status">
<h2>${isValid ? '今日有效' : `今日不是有效证件：${STANDING_LABELS[card.standing]}`}</h2>
${card.isDemonstration ? html`<p>这是演示数据，不是真实的证件。</p>` : null}
${card.photo === null ? html`<p class="hint">没有留存照片，请对照证件上的照片。</p>` : html`<img class="photo" alt="持证人照片" src="${card.photo}">`}
<dl><dt>姓名</dt><dd>${card.holder}</dd>
<dt>证件</dt><dd>${card.kind}</dd>
<dt>单位</dt><dd>${card.unit}</dd>
<dt>今日状态</dt><dd>${STANDING_LABELS[card.standing]}</dd></dl></section>`;
}

function form(typed: TypedCard): Html {
  return html`<form method="post" action="/public/certificates" enctype="multipart/form-data">
<label for="number">证件号</label><input id="number" name="number" required maxlength="60" autocomplete="off" value="${typed.number}">
<label for="name">证件上的姓名</label><input id="name" name="name" required maxlength="60" autocomplete="off" value="${typed.name}">
<p class="hint">两项都要填写，与证件上的一致。特邀监督员证可以直接扫描证件上的二维码。</p>
<button type="submit">核对</button></form>`;
}
