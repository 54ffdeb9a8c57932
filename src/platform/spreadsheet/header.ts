import type { SheetHead, SheetRow } from './sheet.ts';

/** Where the titles stand. `titles` are those to be read, two rows joined where the header has groups. */
export type Header = {
  readonly sheet: number;
  /** The last line of the header; data begins behind it. */
  readonly line: number;
  readonly rows: 1 | 2;
  readonly titles: readonly string[];
  /** Enough titles are known. If not, this is only the likeliest row, for a person to map. */
  readonly recognised: boolean;
};

export type TitleKnowledge = {
  /** How many different fields a row of titles names. */
  readonly score: (titles: readonly string[]) => number;
  readonly known: (title: string) => boolean;
  /** From how many known titles on a row is a header. */
  readonly least: number;
};

type Candidate = Omit<Header, 'sheet' | 'recognised'> & { readonly score: number };

/**
 * The row that best matches known titles among the first rows of the first sheet where one does (visible sheets first);
 * title lines above it are passed over. null: nothing anywhere.
 */
export function findHeader(sheets: readonly SheetHead[], knowledge: TitleKnowledge): Header | null {
  const order = [...sheets.keys()].sort((a, b) => Number(sheets[a]?.hidden) - Number(sheets[b]?.hidden));
  let fallback: Header | null = null;
  for (const sheet of order) {
    const best = bestOf(sheets[sheet]?.head ?? [], knowledge);
    if (best === null) continue;
    const header = { sheet, line: best.line, rows: best.rows, titles: best.titles, recognised: best.score >= knowledge.least };
    if (header.recognised) return header;
    fallback ??= header;
  }
  return fallback;
}

function bestOf(head: readonly SheetRow[], knowledge: TitleKnowledge): Candidate | null {
  let best: Candidate | null = null;
  for (const row of head) best = better(best, { line: row.line, rows: 1, titles: row.cells, score: knowledge.score(row.cells) });
  for (const [i, row] of head.entries()) {
    const below = head[i + 1];
    if (below === undefined || below.line !== row.line + 1) continue;
    const joined = joinTitles(row.cells, below.cells, knowledge.known);
    best = better(best, { line: below.line, rows: 2, titles: joined, score: knowledge.score(joined) });
  }
  if (best !== null && best.score > 0) return best;
  const widest = [...head].sort((a, b) => filled(b) - filled(a))[0];
  return widest === undefined ? null : { line: widest.line, rows: 1, titles: widest.cells, score: 0 };
}

/** The simpler and earlier reading stands unless the other names more fields. */
function better(best: Candidate | null, next: Candidate): Candidate {
  return best === null || next.score > best.score ? next : best;
}

/** A group and what stands below it: together where that is a known title, else whichever of the two is known. */
function joinTitles(groups: readonly string[], below: readonly string[], known: (title: string) => boolean): string[] {
  const width = Math.max(groups.length, below.length);
  return Array.from({ length: width }, (_, i) => {
    const group = (groups[i] ?? '').trim();
    const own = (below[i] ?? '').trim();
    if (own === '' || own === group) return group;
    if (group !== '' && known(group + own)) return group + own;
    if (known(own)) return own;
    return known(group) ? group : group + own;
  });
}

function filled(row: SheetRow): number {
  return row.cells.filter((cell) => cell !== '').length;
}
