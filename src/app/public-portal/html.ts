const MADE = Symbol('html');

/** Markup that `html` made; the mark is a symbol, so nothing that came over the network can pose as it. */
export type Html = { readonly [MADE]: string };
type Part = string | number | Html | null | readonly Html[];

/** Writes markup: text between the tags and in quoted attributes is escaped, markup of our own stands as it is. */
export function html(written: TemplateStringsArray, ...parts: readonly Part[]): Html {
  const text = written.map((piece, i) => piece + markupOf(parts[i] ?? null)).join('');
  return { [MADE]: text };
}

/** The markup as it goes out. */
export function textOf(made: Html): string {
  return made[MADE];
}

function markupOf(part: Part): string {
  if (part === null) return '';
  if (typeof part === 'string' || typeof part === 'number') return escapeText(String(part));
  return isMade(part) ? part[MADE] : part.map((one) => one[MADE]).join('');
}

function isMade(part: Html | readonly Html[]): part is Html {
  return MADE in part;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escapeText(text: string): string {
  return text.replace(/[&<>"']/g, (char) => ENTITIES[char] ?? char);
}
