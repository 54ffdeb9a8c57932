import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { refold } from '#law';
import { packageRoot } from '#platform/package-root';
import type { KeptActs } from '#testing/keep-acts';
import { KINDS } from './rooms.ts';

const FOLDER = join(packageRoot(), 'data', 'stored-acts');
const releases = readdirSync(FOLDER).sort();
const kept = releases.flatMap((release) =>
  readdirSync(join(FOLDER, release)).map((name) => ({
    release,
    ...(JSON.parse(readFileSync(join(FOLDER, release, name), 'utf8')) as KeptActs),
  })),
);

/** Kinds whose lifecycles are searched through by their tests; the others stand only in databases of tests. */
const COVERED = [
  'assistance',
  'case-supervision',
  'certificate-affair',
  'correction-order',
  'delegation',
  'discretion-benchmark',
  'guidance',
  'handling-mode',
  'held-report',
  'law-change',
  'law-import',
  'law-links',
  'list-change',
  'major-penalty-filing',
  'normative-filing',
  'notice-and-talk',
  'ordinary-penalty',
  'referral',
  'sealed-referral',
  'special-supervisor',
  'subject-change',
  'subject-review',
  'summary-penalty',
  'supervision-document',
  'unfinished-effect',
];

/** Acts are never rewritten: a program that can no longer fold them, or folds them to something else, has lost the past. */
describe('各版本存下的办理记录由本版本重新推演', () => {
  it.each(kept)('$release 的 $kind：每一件推演出当时的状态和列表数据', ({ kind: id, matters }) => {
    const kind = KINDS.find((k) => k.kind === id);
    if (kind === undefined) throw new Error(`不再认识事项类型 ${id}`);
    expect(matters.length).toBeGreaterThan(0);
    for (const { acts, state, columns } of matters) {
      const folded = refold(kind, acts);
      const shown = acts.map((act) => act.frame.type).join(' → ');
      expect(JSON.parse(JSON.stringify(folded)), shown).toMatchObject(state);
      if (folded !== null) expect(JSON.parse(JSON.stringify(kind.columns(folded))), shown).toMatchObject(columns);
    }
  });

  it('最新一版留存的记录走过这些事项的每一个状态', () => {
    const newest = kept.filter((k) => k.release === releases.at(-1));
    expect(newest.map((k) => k.kind).sort()).toEqual(COVERED);
    const missing = newest.flatMap(({ kind: id, matters }) => {
      const reached = new Set(matters.map((m) => m.state.status));
      return Object.keys(KINDS.find((k) => k.kind === id)?.statuses ?? {}).flatMap((status) =>
        reached.has(status) ? [] : [`${id}.${status}`],
      );
    });
    expect(missing).toEqual([]);
  });
});
