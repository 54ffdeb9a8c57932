import type { OfficialDocument } from '../official-document.ts';
import { comparable, withPrintedTexts } from '../printed-texts.ts';

/** One slip: how the words stood, and how they read since. */
export type Slip = { readonly wrong: string; readonly right: string };

/** One character of a text, or one mark of a party, which stands for words that are filled in later and never matches. */
type Sign = { readonly text: string; readonly isRight: boolean };

const SIGNS = /⟦[^⟧]*⟧|[\s\S]/gu;
const MARKED = '\u0000';

/**
 * The page as it reads after the slips, one after the other, each right wording in 【】. `elsewhere`: slips whose words stand in
 * no single text of the page, because they run over its end or belong to the party, and which only the 更正书 tells.
 */
export function corrected(page: OfficialDocument, slips: readonly Slip[]) {
  const texts: (readonly Sign[])[] = [];
  withPrintedTexts(page, (text) => {
    texts.push(signsOf(text));
    return text;
  });
  const elsewhere = slips.filter((slip) => {
    const found = texts.findIndex((signs) => placeOf(signs, slip.wrong) !== null);
    const signs = texts[found];
    if (signs === undefined) return true;
    texts[found] = putRight(signs, slip);
    return false;
  });
  let next = -1;
  const read = withPrintedTexts(page, () => {
    next += 1;
    return textOf(texts[next] ?? []);
  });
  return { page: read, elsewhere };
}

function signsOf(text: string): readonly Sign[] {
  return (text.match(SIGNS) ?? []).map((sign) => ({ text: sign, isRight: false }));
}

function placeOf(signs: readonly Sign[], wrong: string): { readonly from: number; readonly to: number } | null {
  const wanted = comparable(wrong);
  const keys = signs.map(({ text }) => (text.startsWith('⟦') && text.length > 1 ? MARKED : comparable(text)));
  const at = keys.join('').indexOf(wanted);
  if (wanted === '' || at === -1) return null;
  const owners = keys.flatMap((key, i) => Array.from(key, () => i));
  return { from: owners[at] ?? 0, to: owners[at + wanted.length - 1] ?? 0 };
}

function putRight(signs: readonly Sign[], { wrong, right }: Slip): readonly Sign[] {
  const place = placeOf(signs, wrong);
  if (place === null) return signs;
  return [...signs.slice(0, place.from), ...[...right].map((text) => ({ text, isRight: true })), ...signs.slice(place.to + 1)];
}

function textOf(signs: readonly Sign[]): string {
  return signs
    .map(({ text, isRight }, i) => {
      const opens = isRight && signs[i - 1]?.isRight !== true ? '【' : '';
      const closes = isRight && signs[i + 1]?.isRight !== true ? '】' : '';
      return `${opens}${text}${closes}`;
    })
    .join('');
}
