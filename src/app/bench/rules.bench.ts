import { type RuleContext, SHIPPED_LAWS, shanghaiDay } from '#law';
import { FINES_OF_ONE_PARTY_RULES, judge, LIKE_CASES_RULES } from '#law/rules/index';
import { inTransaction, type Pool, rows } from '#platform/db';
import { loadLawContext } from '#platform/law-context';
import { SYSTEM_PREAMBLE } from '#platform/session';
import { judgeDecision, noRegisters } from '../../enforcement/penalty-records/loading/judge-rows.ts';
import type { PenaltyRecord, PenaltyRow } from '../../enforcement/penalty-records/model.ts';
import { countDecision, finesOfOneParty, judgeUnits, likeCases, newCounters } from '../../enforcement/penalty-records/rules/index.ts';
import { databasesOf } from './databases.ts';
import { type Benchmark, median, seconds, timed, times } from './measure.ts';

const ROUNDS = 3;
const CHUNK = 2_000;

/** All rules over all records (single, peers, units), against reading the records. */
export const rules: Benchmark = async (world) => {
  const { dataDir } = await world.city();
  const { owned, unbound } = databasesOf(dataDir);
  try {
    const law = await loadLawContext(owned.pool);
    const profile = law.currentProfile(1508);
    if (profile === null) throw new Error('no profile');
    const context: RuleContext = { profile, calendar: law.calendar, today: shanghaiDay(Date.now()) };
    const took = { reading: [] as number[], judging: [] as number[] };
    let count = 0;
    for (let round = 0; round <= ROUNDS; round += 1) {
      const { reading, judging, records } = await readAndJudge(owned.pool, context);
      count = records;
      if (round === 0) continue;
      took.reading.push(reading);
      took.judging.push(judging);
    }
    const [reading, judging] = [median(took.reading), median(took.judging)];
    const ratio = judging / reading;
    return [
      {
        what: `all rules over ${count} stored decisions (single decisions, same party, like cases, units' years)`,
        measured: seconds(judging),
        baseline: `reading them: ${seconds(reading)}`,
        ratio: times(ratio),
        target: '≤ 2×',
        met: ratio <= 2,
      },
    ];
  } finally {
    await owned.close();
    await unbound.close();
  }
};

/** Reads chunk by chunk and judges each, so that both sides meet the same moments of the machine. */
async function readAndJudge(pool: Pool, context: RuleContext): Promise<{ reading: number; judging: number; records: number }> {
  const registers = noRegisters(SHIPPED_LAWS);
  const counters = newCounters();
  const all: PenaltyRow[] = [];
  const spent = { reading: 0, judging: 0 };
  await inTransaction(pool, SYSTEM_PREAMBLE, async (client) => {
    await client.query(`declare records cursor for select state from matter where kind = 'penalty-record'`);
    for (;;) {
      let chunk: { state: PenaltyRecord }[] = [];
      spent.reading += await timed(async () => {
        chunk = await rows<{ state: PenaltyRecord }>(client, `fetch ${CHUNK} from records`);
      });
      if (chunk.length === 0) return;
      spent.judging += await timed(async () => {
        for (const { state } of chunk) {
          judgeDecision(state.row, null, registers, null, context);
          countDecision(counters, state.row);
          all.push(state.row);
        }
      });
    }
  });
  spent.judging += await timed(async () => {
    for (const facts of finesOfOneParty(all)) judge(FINES_OF_ONE_PARTY_RULES, facts, context);
    for (const facts of likeCases(all)) judge(LIKE_CASES_RULES, facts, context);
    judgeUnits(counters, context);
  });
  return { ...spent, records: all.length };
}
