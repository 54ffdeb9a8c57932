import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BaseState, MatterKind, StoredAct } from '#law';
import type { Rehearsal } from './rehearsal.ts';

/** Acts as one release has stored them, and the state and columns that they made: every later release must make the same. */
export type KeptMatter = {
  readonly acts: readonly StoredAct[];
  readonly state: BaseState;
  readonly columns: Readonly<Record<string, unknown>>;
};
export type KeptActs = { readonly kind: string; readonly matters: readonly KeptMatter[] };

/**
 * With KEEP_ACTS naming a folder, writes of the searches through a lifecycle as few matters as show each of its acts and
 * each of its states: `npm run keep-acts` does it for a release. Without KEEP_ACTS nothing is written.
 */
export function keepActs(kind: MatterKind, found: readonly Rehearsal[]): void {
  const folder = process.env['KEEP_ACTS'];
  if (!folder) return;
  const path = join(folder, `${kind.kind}.json`);
  const before = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as KeptActs).matters : [];
  const shown = new Set(before.flatMap(({ acts, state }) => shows(acts, state.status)));
  const matters = [...before, ...telling(found, shown).map((at) => keptOf(kind, at))];
  mkdirSync(folder, { recursive: true });
  writeFileSync(path, `${JSON.stringify({ kind: kind.kind, matters } satisfies KeptActs)}\n`);
}

const shows = (acts: readonly StoredAct[], status: string): readonly string[] => [...acts.map((a) => a.frame.type), `is ${status}`];

/** Longest first: one long matter shows more than many short ones. */
function telling(found: readonly Rehearsal[], shown: Set<string>): readonly Rehearsal[] {
  return found
    .toSorted((a, b) => b.acts.length - a.acts.length)
    .filter((at) => {
      const news = shows(at.stored, at.state.status).filter((what) => !shown.has(what));
      for (const what of news) shown.add(what);
      return news.length > 0;
    });
}

function keptOf(kind: MatterKind, at: Rehearsal): KeptMatter {
  const { renderings: _, ...state } = at.state;
  return { acts: at.stored, state, columns: kind.columns(at.state) };
}
