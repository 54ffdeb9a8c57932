import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, BAYANNUR_2026, type Json, SECOND_CITY } from '#law';
import type { BenchmarkContent } from '#law/discretion/benchmark';
import { EXAMPLE, fine, withTier } from '#law/discretion/example.fixtures';
import { anyKind } from '#platform/acts/kinds';
import { deadEnds, explore, missingArticles, type Playground, taskFault } from '#testing/explore';
import { rehearse, type Stage, testCalendar } from '#testing/rehearsal';
import { actor, register } from '#testing/rehearsal-city';
import { columns } from './columns.ts';
import { DISCRETION_BENCHMARK } from './kind.ts';
import { type DiscretionBenchmark, STATUS_LABELS, versionOn } from './model.ts';
import { contentOf, inputOf } from './model-content.ts';

const KIND = anyKind(DISCRETION_BENCHMARK);
type Input = Readonly<Record<string, Json>>;
const STAGE: Stage = { facts: register([]), profile: BAYANNUR_2026, calendar: testCalendar({}) };
const ORGAN = '区市场监管局';
const MAKER = {
  handler: actor(ORGAN, 'handler', '承办人'),
  legal: actor(ORGAN, 'legal-office', '法制员'),
  deputy: actor(ORGAN, 'deputy-head', '副局长'),
};
const start = rehearse(KIND, STAGE, '2026-06-01');
const input = (content: BenchmarkContent = EXAMPLE, more: Input = {}): Input => ({
  ...(inputOf(content) as unknown as Input),
  upper: null,
  ...more,
});
const draft = (content = EXAMPLE, more: Input = {}): Input => input(content, { violation: '演示违法行为', ...more });
const PUBLICATION: Input = { documentNumber: '临市监发〔2026〕8号', publishedOn: '2026-06-01', place: '本局门户网站', from: '2026-07-01' };
const EXISTING: Input = { ...PUBLICATION, publishedOn: '2025-01-02', from: '2025-02-01', lastDay: null, others: null };
const DECIDED: Input = { way: 'collective', minutes: '一致同意。', alone: null };

const drafted = start.does(MAKER.handler, 'draft', draft());
const reviewed = drafted.does(MAKER.handler, 'submit').does(MAKER.legal, 'review', { opinion: '合法。' });
const decided = reviewed.does(MAKER.deputy, 'decide', DECIDED);
const published = decided.does(MAKER.legal, 'publish', PUBLICATION);
const stateOf = (r: { state: unknown }): DiscretionBenchmark => r.state as DiscretionBenchmark;

describe('拟制、审核、决定、公布（行政处罚法第三十四条，细则第八条第八项）', () => {
  it('拟稿不合法也能保存，送审核时说明是哪一档哪一处；合法才能送审', () => {
    const wrong = start.does(MAKER.handler, 'draft', draft(withTier(2, { fine: fine(10_000, 30_000) })));
    expect(wrong.tries(MAKER.handler, 'submit')).toMatchObject({
      refused: 'fines-not-adjoining',
      cite: { instrument: '民法典', article: 1259 },
      reason: expect.stringContaining('第4档（一般处罚）：第3档'),
    });
    expect(drafted.tries(MAKER.handler, 'submit')).toBeNull();
  });

  it('只用于一个事项的，标题写明事项，同名的几件分得开', () => {
    const title = (content: BenchmarkContent) => DISCRETION_BENCHMARK.title(stateOf(start.does(MAKER.handler, 'draft', draft(content))));
    expect(title(EXAMPLE)).toBe('裁量权基准：演示违法行为');
    expect(title({ ...EXAMPLE, itemCode: 'SJ-CF-001' })).toBe('裁量权基准：演示违法行为（事项SJ-CF-001）');
  });

  it('形式不清的拟稿不能保存', () => {
    expect(start.tries(MAKER.handler, 'draft', draft(withTier(3, { fine: fine(60_000, 30_000) })))).toMatchObject({
      refused: 'range-reversed',
    });
  });

  it('拟制人不审核、不批准；审核人批准要说明理由', () => {
    const submitted = drafted.does(MAKER.handler, 'submit');
    expect(submitted.tries(actor(ORGAN, 'legal-office', '承办人'), 'review', { opinion: '合法。' })).toMatchObject({
      refused: 'own-draft',
    });
    expect(reviewed.tries(actor(ORGAN, 'head', '承办人'), 'decide', DECIDED)).toMatchObject({ refused: 'own-draft' });
    const same = actor(ORGAN, 'head', '法制员');
    expect(reviewed.tries(same, 'decide', DECIDED)).toMatchObject({ refused: 'own-review' });
    expect(reviewed.tries(same, 'decide', { ...DECIDED, alone: '本局只有两人' })).toBeNull();
  });

  it('施行不得早于公布：公布当日可以，前一日不行', () => {
    expect(decided.tries(MAKER.legal, 'publish', { ...PUBLICATION, from: '2026-06-01' })).toBeNull();
    expect(decided.tries(MAKER.legal, 'publish', { ...PUBLICATION, from: '2026-05-31' })).toMatchObject({
      refused: 'retroactive',
      cite: { article: 34 },
    });
    expect(decided.tries(MAKER.legal, 'publish', { ...PUBLICATION, publishedOn: '2026-06-02' })).toMatchObject({
      refused: 'future-publication',
    });
  });

  it('修改形成新版本，旧版本到新版本施行前一日；新版本晚于旧版本', () => {
    const amended = published.on('2026-09-01').does(MAKER.handler, 'amend', { reason: '罚则修改' });
    const next = { ...PUBLICATION, documentNumber: '临市监发〔2026〕9号', publishedOn: '2026-09-01' };
    const again = amended
      .does(MAKER.handler, 'submit')
      .does(MAKER.legal, 'review', { opinion: '合法。' })
      .does(MAKER.deputy, 'decide', DECIDED);
    const second = again.does(MAKER.legal, 'publish', { ...next, from: '2026-10-01' });
    const { versions } = stateOf(second);
    expect(versions.map((v) => [v.no, v.from, v.until])).toEqual([
      [1, '2026-07-01', '2026-10-01'],
      [2, '2026-10-01', null],
    ]);
    expect([versionOn(versions, '2026-09-30' as never)?.no, versionOn(versions, '2026-10-01' as never)?.no]).toEqual([1, 2]);
    expect(versionOn(versions, '2026-06-30' as never)).toBeNull();
    expect(amended.does(MAKER.handler, 'withdraw-draft', { reason: '不改了' }).state.status).toBe('in-force');
    const early = rehearse(KIND, STAGE, '2026-06-01');
    expect(early.tries(MAKER.handler, 'draft', draft())).toBeNull();
  });

  it('废止不溯及既往，各版本保留', () => {
    const later = published.on('2026-08-03');
    expect(later.tries(MAKER.deputy, 'abolish', { from: '2026-08-02', reason: '法律废止' })).toMatchObject({ refused: 'ends-in-past' });
    const ended = later.does(MAKER.deputy, 'abolish', { from: '2026-08-03', reason: '法律废止' });
    expect(ended.state.status).toBe('abolished');
    expect(stateOf(ended).versions.map((v) => v.until)).toEqual(['2026-08-03']);
    expect(published.tries(MAKER.deputy, 'abolish', { from: '2026-07-01', reason: '…' })).toMatchObject({ refused: 'ends-before-start' });
  });

  it('每年评估：评估后重新起算；第二市没有规定就没有期限', () => {
    expect(published.clocks()).toMatchObject([{ key: '1', dueOn: '2027-06-01', stoppedOn: null }]);
    const evaluated = published.on('2026-12-01').does(MAKER.legal, 'evaluate', { result: 'keep', words: '适用正常' });
    expect(evaluated.clocks()).toMatchObject([
      { key: '1', stoppedOn: '2026-12-01' },
      { key: '2', stoppedOn: null },
    ]);
    const elsewhere = rehearse(KIND, { ...STAGE, profile: SECOND_CITY }, '2026-06-01').reports(
      MAKER.handler,
      'enter',
      draft(EXAMPLE, EXISTING),
      '2026-06-01',
    );
    expect(elsewhere.clocks()).toEqual([]);
  });
});

describe('补录已有基准（DESIGN §3.2：不拒绝记录事实，不合之处成为预警）', () => {
  const enter = (content: BenchmarkContent, more: Input = {}) =>
    start.reports(MAKER.handler, 'enter', draft(content, { ...EXISTING, ...more }), '2026-06-01');
  const doubtsOf = (r: ReturnType<typeof enter>) => r.stored[0]?.frame.doubts ?? [];

  it('合法的没有疑点；不合法的照样记录，疑点逐条', () => {
    expect(doubtsOf(enter(EXAMPLE))).toEqual([]);
    const wrong = enter(withTier(1, { fine: fine(5_000, 10_000) }));
    expect(doubtsOf(wrong)).toEqual(['mitigated-not-below']);
    expect(wrong.state.status).toBe('in-force');
  });

  it('有效期与同一违法行为的其他基准重叠的成为疑点，首尾相接的不算', () => {
    const other = (until: string | null): Input => ({ others: [{ name: '旧基准', from: '2020-01-01', until }] });
    expect(doubtsOf(enter(EXAMPLE, other('2025-02-01')))).toEqual([]);
    expect(doubtsOf(enter(EXAMPLE, other('2025-02-02')))).toEqual(['validity-overlap']);
    expect(doubtsOf(enter(EXAMPLE, other(null)))).toEqual(['validity-overlap']);
  });

  it('不作为补录的被拒绝；最后有效日早于施行日期的被拒绝', () => {
    expect(start.tries(MAKER.handler, 'enter', draft(EXAMPLE, EXISTING))).toMatchObject({ refused: 'reported-only' });
    const reversed = draft(EXAMPLE, { ...EXISTING, lastDay: '2025-01-31' });
    expect(start.tries(MAKER.handler, 'enter', reversed, { reported: true })).toMatchObject({ refused: 'days-reversed' });
    expect(start.tries(MAKER.handler, 'enter', draft(EXAMPLE, { ...EXISTING, lastDay: '2025-02-01' }), { reported: true })).toBeNull();
  });

  it('补录较早的版本，排在前面，到后一版本施行为止', () => {
    const both = enter(EXAMPLE).reports(
      MAKER.handler,
      'enter-version',
      input(EXAMPLE, { ...EXISTING, publishedOn: '2020-01-01', from: '2020-02-01', lastDay: '2025-01-31' }),
      '2026-06-01',
    );
    expect(stateOf(both).versions.map((v) => [v.from, v.until])).toEqual([
      ['2020-02-01', '2025-02-01'],
      ['2025-02-01', null],
    ]);
    expect(both.stored.at(-1)?.frame.doubts ?? []).toEqual([]);
  });
});

describe('流程没有死路，条文存在，内容往返不变', () => {
  const INPUTS: Readonly<Record<string, readonly Input[]>> = {
    revise: [input()],
    review: [{ opinion: '合法。' }],
    'return-draft': [{ reason: '退回' }],
    decide: [DECIDED],
    'withdraw-draft': [{ reason: '撤回' }],
    amend: [{ reason: '修改' }],
    evaluate: [{ result: 'keep', words: '正常' }],
  };
  const playground: Playground = {
    kind: KIND,
    cast: Object.values(MAKER),
    inputs: (act, at) => {
      const { versions } = stateOf(at);
      const last = versions.at(-1);
      const from = last === undefined || last.from < at.today ? at.today : addDays(last.from, 1);
      if (act === 'publish') return [{ ...PUBLICATION, publishedOn: at.today, from }];
      if (act === 'abolish') return [{ from: addDays(from, 1), reason: '废止' }];
      return act === 'enter-version' ? [] : (INPUTS[act] ?? [{}]);
    },
    situation: (at) => {
      const s = stateOf(at);
      return JSON.stringify([s.status, Math.min(s.versions.length, 2), Math.min(s.evaluations.length, 1), s.draft?.drafters.length === 1]);
    },
    settled: (at) => at,
    days: 90,
    until: '2027-06-01',
  };

  it('从拟制都能走到公布、废止或者撤回，未结的都有人能办', () => {
    const graph = explore(playground, drafted);
    expect(deadEnds(playground, graph)).toEqual([]);
    for (const at of graph.seen.values()) expect(taskFault(playground, at)).toBeNull();
    expect([...new Set([...graph.seen.values()].map((at) => at.state.status))].sort()).toEqual(Object.keys(STATUS_LABELS).sort());
    expect(missingArticles(KIND)).toEqual([]);
  });

  it('内容写进办理记录再读出来，一字不差', () => {
    const bounds = fc.record({ from: fc.nat(), to: fc.option(fc.nat()), fromOpen: fc.boolean(), toOpen: fc.boolean() });
    fc.assert(
      fc.property(bounds, fc.boolean(), (b, hasFine) => {
        const content = withTier(2, { fine: hasFine ? { measure: 'income', ...b } : null, cases: [[]] });
        expect(contentOf(inputOf(content))).toEqual(content);
      }),
    );
  });

  it('列名和取值一致', async () => {
    const sql = await readFile(new URL('../../../db/migrations/202611270712_discretion_benchmarks_tables.sql', import.meta.url), 'utf8');
    for (const column of Object.keys(columns(stateOf(published)))) expect(sql).toMatch(new RegExp(`^  ${column} `, 'm'));
  });
});
