import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, BAYANNUR_2026, type Citation, INSTRUMENTS, localDate, termsOf } from '#law';
import type { Rehearsal } from '#testing/rehearsal';
import { CLOCKS } from './clocks.ts';
import { columns } from './columns.ts';
import { SUPERVISION_DOCUMENT } from './kind.ts';
import { MEASURE_LABELS, STATUS_LABELS, type Status, type SupervisionDocument, TYPE_LABELS } from './model.ts';
import { KIND, received } from './testing.ts';
import { canBeDone, OPENINGS, type Step, stepsFrom } from './walks.fixtures.ts';

const isOpen = (r: Rehearsal): boolean => !KIND.closed.includes(r.state.status);
const WITH_THE_UNIT: readonly string[] = ['proposing', 'assigning', 'handling', 'legal-review', 'report-signing'];

/** What tells two situations apart as far as the lifecycle looks. */
function situation(r: Rehearsal): string {
  const s = r.state as SupervisionDocument;
  const problems = s.draft.problems.map((p) => [p.handling?.result ?? '-', p.check?.passed ?? '-', p.clearedOn !== null]);
  const over = r.today > '2026-10-08';
  return JSON.stringify([
    s.status,
    problems,
    s.returned?.until ?? s.returned,
    s.lapsedOn !== null,
    s.measures?.measure,
    s.governmentRequest?.decision?.approved,
    s.decision !== null,
    s.issuedBy,
    over,
  ]);
}

/** Acts, or six weeks go by; the year of the loaded notice is not left. */
function onward(r: Rehearsal): readonly Step[] {
  const later = addDays(r.today, 45);
  return [...stepsFrom(r), ...(later < '2026-12-31' ? [{ name: '四十五日以后', to: r.on(later) }] : [])];
}

type Graph = { readonly seen: Map<string, Rehearsal>; readonly edges: Map<string, Set<string>> };

function explore(start: Rehearsal): Graph {
  const seen = new Map([[situation(start), start]]);
  const edges = new Map<string, Set<string>>();
  const queue = [start];
  for (let at = queue.shift(); at !== undefined && seen.size < 4000; at = queue.shift()) {
    const from = situation(at);
    const out = new Set<string>();
    edges.set(from, out);
    for (const { to } of onward(at)) {
      const key = situation(to);
      out.add(key);
      if (!seen.has(key)) {
        seen.set(key, to);
        queue.push(to);
      }
    }
  }
  return { seen, edges };
}

/** Situations from which an end can be reached. */
function canEnd({ seen, edges }: Graph): ReadonlySet<string> {
  const good = new Set([...seen].filter(([, r]) => !isOpen(r)).map(([key]) => key));
  for (let grown = true; grown; ) {
    grown = false;
    for (const [key, out] of edges) {
      if (good.has(key) || ![...out].some((next) => good.has(next))) continue;
      good.add(key);
      grown = true;
    }
  }
  return good;
}

describe('流程没有死路，文书不会没有人办（细则第二十二条）', () => {
  const graphs = Object.entries(OPENINGS).map(([name, start]) => [name, explore(start)] as const);

  it.each(graphs)('%s：每一种情形都能走到办结', (_, graph) => {
    const good = canEnd(graph);
    expect([...graph.seen.keys()].filter((key) => !good.has(key))).toEqual([]);
  });

  it.each(graphs)('%s：每一种未办结的情形都有人待办，且至少一项待办确能办理', (_, graph) => {
    for (const r of graph.seen.values()) {
      if (!isOpen(r)) {
        expect(r.tasks()).toEqual([]);
        continue;
      }
      expect(r.tasks().length, r.state.status).toBeGreaterThan(0);
      expect(
        r.tasks().some((task) => canBeDone(r, task)),
        `${r.state.status} ${r.today} ${situation(r)}`,
      ).toBe(true);
      for (const { act } of r.tasks()) expect(KIND.lifecycle[act]?.from).toContain(r.state.status);
    }
  });

  it.each(graphs)('%s：在收文单位手上的文书，期限都在计算', (_, graph) => {
    for (const r of graph.seen.values()) {
      if (!WITH_THE_UNIT.includes(r.state.status)) continue;
      const running = r.clocks().filter((c) => (c.clock === 'KS-01' || c.clock === 'KS-58') && c.stoppedOn === null);
      expect(running.length, situation(r)).toBeGreaterThan(0);
    }
  });

  it('每一种状态都能到达', () => {
    const reached = new Set(graphs.flatMap(([, graph]) => [...graph.seen.values()].map((r) => r.state.status)));
    expect([...reached].sort()).toEqual(Object.keys(STATUS_LABELS).sort());
  });

  it('任意办理顺序下，未办结的文书总有确能办理的待办', () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.values(OPENINGS)), fc.array(fc.nat(1000), { maxLength: 25 }), (start, choices) => {
        let r = start;
        for (const choice of choices) {
          const steps = onward(r);
          const next = steps[choice % Math.max(1, steps.length)];
          if (next === undefined || !isOpen(r)) break;
          r = next.to;
          expect(isOpen(r)).toBe(r.tasks().length > 0);
          if (isOpen(r))
            expect(
              r.tasks().some((task) => canBeDone(r, task)),
              `${r.state.status} ${r.acts.join(' ')}`,
            ).toBe(true);
        }
      }),
      { numRuns: 60, seed: 22 },
    );
  });
});

describe('每一步都有依据，依据的条文存在', () => {
  const exists = ({ instrument, article }: Citation): boolean => {
    const { articles } = INSTRUMENTS[instrument];
    return article === null || articles === null || (article >= 1 && article <= articles);
  };

  it.each(Object.entries(SUPERVISION_DOCUMENT.lifecycle))('%s', (_, row) => {
    expect(exists(row.cite)).toBe(true);
    for (const guard of [...(row.guards ?? []), ...(row.inputGuards ?? [])]) expect(exists(guard.cite)).toBe(true);
    expect(row.label).not.toBe('');
  });

  it.each(CLOCKS.map((b) => [b.clock.id, b.clock.obligation] as const))('%s 在规则参数中有长度', (_, obligation) => {
    const terms = BAYANNUR_2026.obligations.find((t) => t.obligation === obligation);
    expect(terms?.length).not.toBeNull();
  });

  it('三十日期限是法定（已核原文），平台内部提醒没有条文', () => {
    const on = localDate('2026-09-01');
    expect(termsOf(BAYANNUR_2026, 'local.document-reply', on)).toMatchObject({ cite: { article: 22, paragraph: 1 }, grade: 'statute' });
    expect(termsOf(BAYANNUR_2026, 'local.reply-check', on)).toMatchObject({ cite: null, grade: 'ours' });
  });
});

describe('数据表与模型一致', () => {
  it('检查约束列出的正是模型的取值，列名一致', async () => {
    const sql = await readFile(new URL('../../../db/migrations/202611241110_supervision_document_table.sql', import.meta.url), 'utf8');
    const values = (column: string): string[] =>
      [...(new RegExp(`${column} in \\(([^)]*)\\)`).exec(sql)?.[1] ?? '').matchAll(/'([^']+)'/g)].map((m) => m[1] ?? '');
    expect(values('type')).toEqual(Object.keys(TYPE_LABELS));
    expect(values('measure')).toEqual(Object.keys(MEASURE_LABELS));
    for (const column of Object.keys(columns(received().state as SupervisionDocument)))
      expect(sql).toMatch(new RegExp(`^  ${column} `, 'm'));
  });

  it('主线状态依次存在，办结状态不在中途', () => {
    const line: readonly Status[] = SUPERVISION_DOCUMENT.mainLine;
    expect(line.filter((status) => SUPERVISION_DOCUMENT.closed.includes(status))).toEqual(['closed']);
  });
});
