import { describe, expect, it } from 'vitest';
import { addDays, type LocalDate, parseLocalDate } from '../local-date.ts';
import type { RuleContext, SupervisionRule } from '../rule.ts';
import { A01_FIXTURES, INCOME } from './A01-fine-income-growth.fixtures.ts';
import { A03_FIXTURES, YEAR } from './A03-crowded-decisions.fixtures.ts';
import { CASE_FIXTURES } from './case-rules.fixtures.ts';
import { D05_FIXTURES, FINED } from './D05-fined-once.fixtures.ts';
import {
  CASE_RULES,
  FINE_INCOME_RULES,
  FINES_OF_ONE_PARTY_RULES,
  judge,
  LIKE_CASES_RULES,
  PENALTY_RULES,
  REDRESS_RULES,
  UNIT_DUTY_RULES,
  YEAR_OF_DECISIONS_RULES,
} from './index.ts';
import { LAWFUL_CASE } from './lawful-case.fixtures.ts';
import { contextOn, LAWFUL, type RuleFixture, type RuleFixtures } from './lawful-decision.fixtures.ts';
import { LAWFUL_UNIT } from './lawful-unit.fixtures.ts';
import { O01_FIXTURES } from './O01-redress-followed.fixtures.ts';
import { O02_FIXTURES } from './O02-not-the-same-again.fixtures.ts';
import { PENALTY_FIXTURES } from './penalty-rules.fixtures.ts';
import { LIKE, Q05_FIXTURES } from './Q05-like-cases-alike.fixtures.ts';
import { UNIT_FIXTURES } from './unit-duties.fixtures.ts';

/** One rule asked of one record on one day, with every day and sum in it open to be moved. */
type Asked = { readonly facts: object; readonly today: LocalDate; readonly doubts: (facts: object, today: LocalDate) => boolean };
type Place = readonly (string | number)[];

const isDay = (value: unknown): value is LocalDate => typeof value === 'string' && parseLocalDate(value) !== null;
/** Sums bear their unit in their name; what laws and texts say of themselves is nobody's day. */
const isFen = (key: string | number | undefined): boolean => typeof key === 'string' && /fen$/i.test(key);
const NOT_OF_THE_RECORD: readonly (string | number)[] = ['citations', 'publicTexts', 'lists'];

function placesIn(value: unknown, at: Place = []): readonly Place[] {
  const key = at.at(-1);
  if (isDay(value) || (isFen(key) && Number.isSafeInteger(value))) return [at];
  if (typeof value !== 'object' || value === null || (key !== undefined && NOT_OF_THE_RECORD.includes(key))) return [];
  if (Array.isArray(value)) return value.flatMap((one, i) => placesIn(one, [...at, i]));
  return Object.entries(value).flatMap(([name, one]) => placesIn(one, [...at, name]));
}

function moved(value: unknown, [key, ...rest]: Place, by: number): unknown {
  if (key === undefined) return isDay(value) ? addDays(value, by) : Number(value) + by;
  if (Array.isArray(value)) return value.map((one, i) => (i === key ? moved(one, rest, by) : one));
  return { ...(value as object), [key]: moved((value as Readonly<Record<string | number, unknown>>)[key], rest, by) };
}

/** The answer with one day or sum moved; `today` stands beside the facts. */
function doubtsWith({ facts, today, doubts }: Asked, at: Place, by: number): boolean {
  return at.length === 0 ? doubts(facts, addDays(today, by)) : doubts(moved(facts, at, by) as object, today);
}
const placesOf = ({ facts }: Asked): readonly Place[] => [[], ...placesIn(facts)];
/** One day, or one fen, turns the answer. */
const standsOnLine = (asked: Asked): boolean => {
  const now = asked.doubts(asked.facts, asked.today);
  return placesOf(asked).some((at) => doubtsWith(asked, at, 1) !== now || doubtsWith(asked, at, -1) !== now);
};
const DAYS = [2, 4, 8, 16, 32, 64, 128, 256, 512, 1_024];
const FEN = [...DAYS, 100_000, 10_000_000];
const farFrom = (at: Place): readonly number[] => (isFen(at.at(-1)) ? FEN : DAYS).flatMap((n) => [n, -n]);
/** Some day or sum turns it, however far away. */
const hasLine = (asked: Asked): boolean => {
  const now = asked.doubts(asked.facts, asked.today);
  return placesOf(asked).some((at) => farFrom(at).some((by) => doubtsWith(asked, at, by) !== now));
};

type Line = { readonly rule: string; readonly has: boolean; readonly doubted: boolean; readonly lawful: boolean };

function lineOf<F extends object>(fixtures: RuleFixtures<F>, rules: readonly SupervisionRule<F>[], lawful: F): Line {
  const own = rules.filter(({ id }) => id === fixtures.rule);
  const doubts = (facts: object, today: LocalDate): boolean => {
    const context: RuleContext = contextOn(today);
    return judge(own, facts as F, context).doubts.length > 0;
  };
  const asked = ({ facts, today }: RuleFixture<F>): Asked => ({ facts: { ...lawful, ...facts }, today: contextOn(today).today, doubts });
  const trips = fixtures.trips.map(asked);
  const others = [...fixtures.clears, ...fixtures.unknown].map(asked);
  const [doubted, clear] = [trips.some(standsOnLine), others.some(standsOnLine)];
  return { rule: fixtures.rule, has: doubted || clear || trips.some(hasLine), doubted, lawful: clear };
}

const LINES: readonly Line[] = [
  ...CASE_FIXTURES.map((f) => lineOf(f, CASE_RULES, LAWFUL_CASE)),
  ...PENALTY_FIXTURES.map((f) => lineOf(f, PENALTY_RULES, LAWFUL)),
  ...UNIT_FIXTURES.map((f) => lineOf(f, UNIT_DUTY_RULES, LAWFUL_UNIT)),
  ...[O01_FIXTURES, O02_FIXTURES].map((f) => lineOf(f, REDRESS_RULES, { redressed: [], opinions: [], remade: null })),
  lineOf(D05_FIXTURES, FINES_OF_ONE_PARTY_RULES, { fined: FINED, sameParty: [] }),
  lineOf(Q05_FIXTURES, LIKE_CASES_RULES, LIKE),
  lineOf(A01_FIXTURES, FINE_INCOME_RULES, INCOME),
  lineOf(A03_FIXTURES, YEAR_OF_DECISIONS_RULES, YEAR),
];

/** Rules whose answers turn on what was done, never on a day or a sum: nothing in their fixtures can be moved across a line. */
const NO_LINE: readonly string[] = [
  ...['D03', 'D06', 'D07', 'D10', 'F02', 'F07', 'I01', 'I03', 'I04', 'I05', 'I07', 'I08', 'N02', 'N09', 'O02', 'P06'],
  ...['Q02', 'Q03', 'S01', 'S02', 'S05', 'S06', 'S07', 'S10', 'S12', 'T01'],
];

describe('规则的界线：相差一日或者一分，回答就不同', () => {
  it('有日期、数额界线的规则，例子紧挨着界线的两侧；只差一日、一分的疑与不疑都有', () => {
    const off = LINES.filter(({ has, doubted, lawful }) => has && !(doubted && lawful)).map(
      ({ rule, doubted, lawful }) => `${rule} ${doubted ? '' : '▲'}${lawful ? '' : '✓'}`,
    );
    expect(off.toSorted()).toEqual([]);
  });

  it('没有日期、数额界线的规则', () => {
    expect(LINES.flatMap(({ rule, has }) => (has ? [] : [rule])).toSorted()).toEqual(NO_LINE);
  });
});
