import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BAYANNUR_2026, localDate, termsOf } from '#law';
import { deadEnds, explore, isOpen, listedIn, missingArticles, onward, taskFault } from '#testing/explore';
import { CLOCKS } from './clocks.ts';
import { columns } from './columns.ts';
import { SUPERVISION_DOCUMENT } from './kind.ts';
import { MEASURE_LABELS, STATUS_LABELS, type Status, type SupervisionDocument, TYPE_LABELS } from './model.ts';
import { KIND, received } from './testing.ts';
import { OPENINGS, PLAYGROUND } from './walks.fixtures.ts';

const WITH_THE_UNIT: readonly string[] = ['proposing', 'assigning', 'handling', 'legal-review', 'report-signing'];

describe('流程没有死路，文书不会没有人办（细则第二十二条）', () => {
  const graphs = Object.entries(OPENINGS).map(([name, start]) => [name, explore(PLAYGROUND, start)] as const);

  it.each(graphs)('%s：每一种情形都能走到办结', (_, graph) => {
    expect(deadEnds(PLAYGROUND, graph)).toEqual([]);
  });

  it.each(graphs)('%s：每一种未办结的情形都有人待办，且至少一项待办确能办理', (_, graph) => {
    for (const at of graph.seen.values()) expect(taskFault(PLAYGROUND, at)).toBeNull();
  });

  it.each(graphs)('%s：在收文单位手上的文书，期限都在计算', (_, graph) => {
    for (const [situation, at] of graph.seen) {
      if (!WITH_THE_UNIT.includes(at.state.status)) continue;
      const running = at.clocks().filter((c) => (c.clock === 'KS-01' || c.clock === 'KS-58') && c.stoppedOn === null);
      expect(running.length, situation).toBeGreaterThan(0);
    }
  });

  it('每一种状态都能到达', () => {
    const reached = new Set(graphs.flatMap(([, graph]) => [...graph.seen.values()].map((at) => at.state.status)));
    expect([...reached].sort()).toEqual(Object.keys(STATUS_LABELS).sort());
  });

  it('任意办理顺序下，未办结的文书总有确能办理的待办', () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.values(OPENINGS)), fc.array(fc.nat(1000), { maxLength: 25 }), (start, choices) => {
        let at = start;
        for (const choice of choices) {
          const next = onward(PLAYGROUND, at);
          at = next[choice % Math.max(1, next.length)] ?? at;
          expect(taskFault(PLAYGROUND, at)).toBeNull();
          if (!isOpen(KIND, at)) break;
        }
      }),
      { numRuns: 60, seed: 22 },
    );
  });
});

describe('每一步都有依据，依据的条文存在', () => {
  it('所引条文都在该文件的条数之内', () => {
    expect(missingArticles(KIND)).toEqual([]);
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
    expect(listedIn(sql, 'type')).toEqual(Object.keys(TYPE_LABELS));
    expect(listedIn(sql, 'measure')).toEqual(Object.keys(MEASURE_LABELS));
    for (const column of Object.keys(columns(received().state as SupervisionDocument)))
      expect(sql).toMatch(new RegExp(`^  ${column} `, 'm'));
  });

  it('主线状态依次存在，办结状态不在中途', () => {
    const line: readonly Status[] = SUPERVISION_DOCUMENT.mainLine;
    expect(line.filter((status) => SUPERVISION_DOCUMENT.closed.includes(status))).toEqual(['closed']);
  });
});
