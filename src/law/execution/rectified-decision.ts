import type { Json } from '../canonical-json.ts';
import { paper, paragraph } from '../document-parts.ts';
import type { LocalDate } from '../local-date.ts';
import type { ActFrame, RegisterFacts } from '../matter-kind.ts';
import type { DocumentTemplate } from '../official-document.ts';
import { dayWords } from '../sheet.ts';
import type { Issues } from './case-papers.ts';
import { corrected, type Slip } from './corrected-page.ts';
import { issuedDecision, pageOf } from './decision-text.ts';
import type { Executed } from './model.ts';
import { RECTIFYING_NAME } from './rectifying-paper.ts';
import type { ExecutingRoom } from './room.ts';

/** Kind of the document. */
export const RECTIFIED = 'rectified-decision';
const nameOf = (template: string): string => `${template}-rectified`;

type RectifiedFacts<F> = {
  readonly decision: F;
  readonly by: readonly { readonly number: string; readonly on: LocalDate; readonly items: readonly Slip[] }[];
};

/**
 * 更正后文本: the same page of the same facts with the slips put right and marked, and a line that names every 更正书. It is
 * there to be read: without seal, code or box for a receipt, because the decision that was served stays the one that counts.
 */
export function rectifiedTemplate<F>(base: DocumentTemplate<F>): DocumentTemplate<RectifiedFacts<F>> {
  return {
    template: nameOf(base.template),
    version: base.version,
    make: ({ decision, by }) => {
      const original = base.make(decision);
      const { page, elsewhere } = corrected(
        original,
        by.flatMap(({ items }) => items),
      );
      const papers = by.map(({ number, on }) => `${number}（${dayWords(on)}）`).join('、');
      const untold = elsewhere.map(({ wrong, right }) => `“${wrong}”更正为“${right}”`).join('；');
      return {
        ...page,
        title: `${original.title}（更正后文本）`,
        body: [
          paragraph(`本文本依据${papers}${RECTIFYING_NAME}整理，供查阅使用，【】内为更正后的文字。送达、核验以原决定书和更正书为准。`),
          ...(untold === '' ? [] : [paragraph(`下列更正涉及当事人登记信息或者跨越段落，正文仍为原文，以更正书为准：${untold}。`)]),
          ...page.body,
        ],
        receiptBox: false,
      };
    },
  };
}

/** How the decision in hand reads after every 更正书 up to this one; nothing where it was made, or is put right, elsewhere. */
export function rectifiedIssues<S extends Executed>(room: ExecutingRoom<S>, s: S, frame: ActFrame, facts: RegisterFacts): Issues {
  const issued = issuedDecision(room, s, facts);
  if (frame.mode === 'reported' || issued === null || issued === 'unknown') return [];
  const page = pageOf(room, issued);
  if (page === null) return [];
  const decisionNo = room.decision(s)?.no;
  const by = (s.rectifications ?? []).flatMap(({ letterNo, on, items, ...one }) => {
    const letter = s.letters.find(({ no }) => no === letterNo);
    if (letter === undefined || letter.lapsed === true || one.decisionNo !== decisionNo) return [];
    return [{ number: letter.number, on, items: items.map(({ wrong, right }) => ({ wrong, right })) }];
  });
  const made: RectifiedFacts<Json> = { decision: issued.facts, by };
  const form = { kind: RECTIFIED, name: `${page.title}（更正后文本）`, template: nameOf(issued.template), facts: made };
  return [{ ...paper(form), templateVersion: issued.templateVersion }];
}
