import type { TextProblem, TextProblemKind } from './law-text.ts';

export type CleanLine = { readonly text: string; readonly dirt: readonly { readonly is: TextProblemKind; readonly found: string }[] };

const INVISIBLE = /[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]|\p{Variation_Selector}/gu;
const CONTROL = /(?!\t)[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/gu;
const PRIVATE_USE = /[\ue000-\uf8ff]/g;
const ODD_SPACE = /[\u00a0\u1680\u2000-\u200a\u202f\u205f]/g;
const HALF_WIDTH = /(?<=[\u3400-\u9fff])[,:;()?!](?=[\u3400-\u9fff]|$)|^\((?=[一二三四五六七八九十]+[)）])|(?<=[\u3400-\u9fff])\((?=\d)/g;
const FULL_DIGIT = /[０-９]/g;
const MARKUP = /<\/?[a-zA-Z!][^<>]{0,200}>/g;
const FULL: Readonly<Record<string, string>> = { ',': '，', ':': '：', ';': '；', '(': '（', ')': '）', '?': '？', '!': '！' };

/** A line without what cannot be seen, with one kind of space and of digits; what was mended is named. */
export function cleanLine(raw: string): CleanLine {
  const dirt: { is: TextProblemKind; found: string }[] = [];
  const mend = (text: string, pattern: RegExp, is: TextProblemKind, by: (found: string) => string): string => {
    const found = text.match(pattern);
    if (found === null) return text;
    dirt.push({ is, found: [...new Set(found)].map(visible).join(' ').slice(0, 60) });
    return text.replace(pattern, by);
  };
  if (PLAIN.test(raw)) return { text: raw.trim(), dirt };
  let text = mend(raw, INVISIBLE, 'invisible', () => '');
  text = mend(text, CONTROL, 'invisible', () => '');
  text = mend(text, PRIVATE_USE, 'private-use', (c) => c);
  text = mend(text, /\ufffd/g, 'undecodable', (c) => c);
  text = mend(text, ODD_SPACE, 'odd-space', () => ' ');
  text = mend(text, FULL_DIGIT, 'full-width-digit', (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0));
  text = mend(text, HALF_WIDTH, 'half-width', (c) => FULL[c] ?? c);
  text = mend(text, MARKUP, 'markup', (c) => c);
  return { text: text.trim(), dirt };
}

/** Nothing but Chinese, full-width marks, digits and plain spaces: most lines need no second look. */
const PLAIN = /^[\u3400-\u9fff\u3000-\u303d，。；：？！（）“”、0-9 #]*$/;

function visible(found: string): string {
  const only = [...found].length === 1 && !/[\u3400-\u9fff,:;()?!０-９]/.test(found);
  return only ? `U+${(found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}` : found;
}

export type NumberedLine = { readonly number: number; readonly text: string };

/** The lines of a text that say something, cleaned; a front matter block and comments are left out. */
export function cleanLines(source: string, problems: TextProblem[]): readonly NumberedLine[] {
  const lines: NumberedLine[] = [];
  let matter = source.startsWith('---');
  source.split(/\r\n|[\n\r\u2028\u2029]/).forEach((raw, i) => {
    if (matter) {
      matter = i === 0 || !/^---\s*$/.test(raw);
      return;
    }
    const { text, dirt } = cleanLine(raw.includes('<!--') ? raw.replaceAll(/<!--.*?-->/gs, '') : raw);
    for (const { is, found } of dirt) problems.push({ line: i + 1, is, found });
    const plain = text.replaceAll('**', '').trim();
    if (plain !== '') lines.push({ number: i + 1, text: plain });
  });
  return lines;
}
