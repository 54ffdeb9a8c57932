import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { BAYANNUR_2026, type Json, owedNow } from '#law';
import { deadEnds, explore, listedIn, missingArticles, type Playground, taskFault } from '#testing/explore';
import { keepActs } from '#testing/keep-acts';
import { type Rehearsal, testCalendar } from '#testing/rehearsal';
import { NATIONAL_DAY } from '#testing/rehearsal-city';
import { columns } from './columns.ts';
import { EXECUTING_ROOM } from './lifecycle/execution.ts';
import { fineOf, isSettled, paidFen, STATUS_LABELS, type SummaryPenalty, surchargePaidFen } from './model.ts';
import { COLLECTED, DAY, DEPUTY, deciding, HANDLER, KIND, NO_STATEMENT, opened, rendered } from './testing.ts';
import { correctionWays, RECHECK } from './testing-corrections.ts';
import { disputeWays } from './testing-disputes.ts';
import { evidenceWays } from './testing-evidence.ts';
import { ENDING, executionWays } from './testing-execution.ts';

keepActs(KIND, [...disputeWays(), ...executionWays(), ...evidenceWays(), ...correctionWays()]);

const WARNING = { penalty: 'warning', fine: null, way: 'none', bank: null };
const INPUTS: Readonly<Record<string, readonly Readonly<Record<string, Json>>[]>> = {
  hear: [NO_STATEMENT],
  'no-penalty': [{ ground: 'minor', reason: '及时改正', education: '当场教育' }],
  convert: [{ reason: '事实有争议' }],
  decide: [deciding(), deciding(WARNING), deciding({ way: 'on-the-spot', bank: null }), deciding({ correctBy: DAY })],
  'check-correction': [RECHECK, { ...RECHECK, corrected: true }],
  'follow-correction': [{ no: 1, how: 'filed', words: '另行立案。' }],
  deliver: [{ how: 'signed' }, { how: 'refused', note: '离开现场', late: '当事人就医' }],
  report: [{}],
  collect: [COLLECTED],
  'hand-in': [{}],
  bank: [{ proof: '1' }],
  'complete-performance': [{ summary: '已缴清。' }],
  end: [ENDING],
  close: [{}],
  archive: [{ number: '1' }],
};

/** A part and the whole of what is still owed; of a fine that is paid, what was added to it. */
function payments({ state, today, acts }: Rehearsal): readonly Readonly<Record<string, Json>>[] {
  const s = state as SummaryPenalty;
  const left = fineOf(s) - paidFen(s);
  if (left > 0) return [...new Set([4_000, left])].map((fine) => ({ fine, receipt: `票${acts.length}` }));
  const owed = owedNow(EXECUTING_ROOM, { state: s, profile: BAYANNUR_2026, calendar: testCalendar(NATIONAL_DAY), legalDate: today });
  return owed === 'unknown' ? [] : [{ fine: 0, surcharge: owed.leftFen, receipt: `票${acts.length}` }];
}

const PLAYGROUND: Playground = {
  kind: KIND,
  cast: [HANDLER, DEPUTY],
  inputs: (act, at) => (act === 'pay' ? payments(at) : (INPUTS[act] ?? [])),
  situation: (at) => {
    const s = at.state as SummaryPenalty;
    const { collection } = s;
    const taken = collection === null ? null : [collection.handedInOn !== null, collection.bankedOn !== null];
    return JSON.stringify([
      s.status,
      fineOf(s),
      paidFen(s),
      taken,
      surchargePaidFen(s) > 0,
      (s.corrections ?? []).map((o) => [o.corrected, o.followed !== undefined]),
      s.completedOn !== null,
      s.reportedOn !== null,
      s.ended !== null,
      s.openedOn === at.today,
    ]);
  },
  settled: rendered,
  days: 20,
  until: '2026-08-01',
};

describe('当场处罚的流程没有死路，不会没有人办（处罚法51、52）', () => {
  const graph = explore(PLAYGROUND, opened());

  it('每一种情形都能走到办结', () => {
    expect(deadEnds(PLAYGROUND, graph)).toEqual([]);
  });

  it('每一种未办结的情形都有人待办，且至少一项待办确能办理', () => {
    for (const at of graph.seen.values()) expect(taskFault(PLAYGROUND, at)).toBeNull();
  });

  it('每一种状态都能到达', () => {
    const reached = new Set([...graph.seen.values()].map((at) => at.state.status));
    // Only what 复议 or a court has ordered leads there, or months of not paying: disputes.test.ts, execution.test.ts.
    const { remaking: _, urged: __, court: ___, ...here } = STATUS_LABELS;
    expect([...reached].sort()).toEqual(Object.keys(here).sort());
  });

  it('结案的都已报备，罚款缴清并进入银行，或者写明不再执行；缴款从不超过罚款', () => {
    for (const at of graph.seen.values()) {
      const s = at.state as SummaryPenalty;
      expect(paidFen(s)).toBeLessThanOrEqual(fineOf(s));
      if (['settled', 'closed', 'archived'].includes(s.status)) expect([isSettled(s), s.reportedOn !== null]).toEqual([true, true]);
      if (s.status === 'not-punished' || s.status === 'converted') expect(s.decision).toBeNull();
    }
  });
});

describe('依据和数据表', () => {
  it('所引条文都存在', () => {
    expect(missingArticles(KIND)).toEqual([]);
  });

  it('列名与数据表一致', async () => {
    const sql = await readFile(new URL('../../../db/migrations/202611271749_summary_penalty_table.sql', import.meta.url), 'utf8');
    expect(listedIn(sql, 'party_kind')).toEqual(['organisation', 'sole-trader', 'person']);
    const steps = ['202611272143_penalty_cases_facts', '202611282010_correction_ledger_orders', '202611290950_platform_ledger_handlers'];
    const later = (await Promise.all(steps.map((step) => readFile(`db/migrations/${step}.sql`, 'utf8')))).join('');
    for (const column of Object.keys(columns(opened().state as SummaryPenalty)))
      expect(sql + later).toMatch(new RegExp(`(^  |(summary_penalty|%I) add column )${column} `, 'm'));
  });
});
