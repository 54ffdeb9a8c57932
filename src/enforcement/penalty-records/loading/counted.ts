import type { LoadAnswer } from '../actions.ts';
import type { RowOutcome } from '../reading/row-outcome.ts';
import type { ImportCounts } from '../store-imports.ts';

/** The counts of a load with further rows of it, each by what became of it. */
export function countedWith(counts: ImportCounts, outcomes: readonly RowOutcome[], byLine: ReadonlyMap<number, LoadAnswer>): ImportCounts {
  const next: { -readonly [K in keyof ImportCounts]: number } = { ...counts };
  for (const outcome of outcomes) {
    const answer = byLine.get(outcome.line ?? 0);
    next[countOf(outcome, answer)] += 1;
    if (answer?.is === 'loaded') next.findings += answer.doubts.length;
  }
  return next;
}

function countOf(outcome: RowOutcome, answer: LoadAnswer | undefined): Exclude<keyof ImportCounts, 'findings' | 'updated'> {
  switch (outcome.is) {
    case 'repeated':
      if (outcome.identical) return 'same';
      return answered(answer);
    case 'decision':
      return answered(answer);
    case 'set-aside':
      return 'setAside';
    case 'skipped':
      return 'skipped';
    case 'rejected':
    case 'unreadable':
      return 'rejected';
  }
}

function answered(answer: LoadAnswer | undefined): 'loaded' | 'same' | 'otherSource' | 'duplicates' | 'rejected' {
  if (answer === undefined) throw new Error('a decision without an answer');
  return ({ loaded: 'loaded', same: 'same', 'other-source': 'otherSource', differs: 'duplicates', rejected: 'rejected' } as const)[
    answer.is
  ];
}
