import { type LocalDate, type RuleContext, yearOf } from '#law';
import type { Judgement } from '#law/rules/index';
import type { Platform } from '#platform/acts/perform';
import { type Client, inTransaction } from '#platform/db';
import { writeFindings } from '#platform/findings/judge-write';
import { lockUnitPlaces, unitPlaces } from '#platform/findings/load-standing';
import { SYSTEM_PREAMBLE } from '#platform/session';
import { GO, type Go } from './actions-groups.ts';
import { type JudgingDay, judgingDay } from './actions-judging.ts';
import { joined } from './loading/judge-rows.ts';
import { countDay, newCounters, openYear, reachBack } from './rules/counters.ts';
import { ANSWERED_RULES, type DecisionCounters, judgeUnits, type UnitJudgement } from './rules/index.ts';
import { itemNames } from './store-lists.ts';
import { type DayOfUnit, daysOfYears, dueDays, earliestDays, noteUnitsJudged, recountDays, takeDays } from './store-units.ts';

type Watching = { readonly platform: Platform };

/** A year is compared with the one before it, and with how far the data of the two before reach. */
const YEARS_TOUCHED = [0, 1, 2];
const DAYS_AT_ONCE = 500;

/**
 * Counts the days that have changed and judges their units' years (A01, A03). Answers how many days were counted. Where
 * the data of a year now begin earlier, every unit of the city is judged, because each is compared over the same months.
 */
export async function settleUnits({ platform }: Watching, city: number, go: Go = GO): Promise<number> {
  const day = judgingDay({ platform }, city);
  if (day === null) return 0;
  const before = await reachOf(platform, city);
  const years = new Map<number, Set<string>>();
  const own = new Map<number, Set<string>>();
  let counted = 0;
  for await (const days of countedDays(platform, city, go)) {
    counted += days.length;
    for (const { organId, day: on } of days) {
      for (const later of YEARS_TOUCHED) touch(years, yearOf(on) + later, organId);
      touch(own, yearOf(on), organId);
    }
  }
  const isWider = (await reachOf(platform, city)).join() !== before.join();
  for (const [year, organs] of [...years].sort(([a], [b]) => a - b)) {
    await judgeYear(platform, day, year, { organs: isWider ? null : [...organs], emptied: [...(own.get(year) ?? [])] });
  }
  return counted;
}

/** Counts what waits, some days in one transaction, and tells which; until nothing waits or `go` says to leave. */
async function* countedDays({ pool }: Platform, city: number, go: Go): AsyncGenerator<readonly DayOfUnit[]> {
  for (;;) {
    const due = await inTransaction(pool, SYSTEM_PREAMBLE, (client) => dueDays(client, city));
    if (due.length === 0) return;
    for (let at = 0; at < due.length; at += DAYS_AT_ONCE) {
      if (!(await go())) return;
      yield await inTransaction(pool, SYSTEM_PREAMBLE, async (client) => {
        await lockUnitPlaces(client, city);
        const days = await takeDays(client, due.slice(at, at + DAYS_AT_ONCE));
        if (days.length > 0) await recountDays(client, city, days);
        return days;
      });
    }
  }
}

function touch(years: Map<number, Set<string>>, year: number, organId: string): void {
  years.set(year, (years.get(year) ?? new Set()).add(organId));
}

/** Every unit and year of a city: months and years end without any decision. Once a day. */
export async function judgeAllUnits({ platform }: Watching, city: number): Promise<void> {
  const day = judgingDay({ platform }, city);
  if (day === null) return;
  const years = new Set((await reachOf(platform, city)).flatMap((on) => YEARS_TOUCHED.map((later) => yearOf(on) + later)));
  for (const year of [...years].sort()) await judgeYear(platform, day, year, { organs: null, emptied: [] });
  await inTransaction(platform.pool, SYSTEM_PREAMBLE, (client) => noteUnitsJudged(client, city, day.context.today));
}

function reachOf({ pool }: Platform, city: number): Promise<readonly LocalDate[]> {
  return inTransaction(pool, SYSTEM_PREAMBLE, (client) => earliestDays(client, city));
}

/** `organs` null: every unit. Those of `emptied` are judged even where nothing of them is counted any more. */
async function judgeYear(
  { pool }: Platform,
  { city, nowMs, context }: JudgingDay,
  year: number,
  { organs, emptied }: { readonly organs: readonly string[] | null; readonly emptied: readonly string[] },
): Promise<void> {
  if (year > yearOf(context.today)) return;
  await inTransaction(pool, SYSTEM_PREAMBLE, async (client) => {
    await lockUnitPlaces(client, city);
    const counters = newCounters();
    for (const on of await earliestDays(client, city)) reachBack(counters, on);
    for (const { organId, unit, day } of await daysOfYears(client, city, year, organs)) countDay(counters, organId, unit, day);
    for (const organId of emptied) openYear(counters, organId, '', year);
    const judgements = new Map<string, Judgement>();
    for (const { key, judgement } of await unitsOf(client, counters, context, year)) {
      const other = judgements.get(key);
      judgements.set(key, other === undefined ? judgement : joined(other, judgement));
    }
    const places = await unitPlaces(client, [...judgements.keys()], year);
    await writeFindings(client, {
      rules: ANSWERED_RULES,
      nowMs,
      matters: places.flatMap((place) => {
        const judgement = judgements.get(place.matterId);
        const by = { actId: null, source: '本单位处罚数据的每日汇总' };
        return judgement === undefined ? [] : [{ matterId: place.matterId, organisationId: place.matterId, judgement, place, by }];
      }),
    });
  });
}

/** A doubt about an item tells its name beside its code: lists are asked only where there is such a doubt. */
async function unitsOf(client: Client, counters: DecisionCounters, context: RuleContext, year: number): Promise<readonly UnitJudgement[]> {
  const judged = judgeUnits(counters, context).filter((u) => u.year === year);
  const asked = judged.flatMap(({ key, judgement }) => {
    const prefix = `${year}:item:`;
    return judgement.doubts.flatMap(({ doubt: { fact = '' } }) =>
      fact.startsWith(prefix) ? [{ organId: key, item: fact.slice(prefix.length) }] : [],
    );
  });
  if (asked.length === 0) return judged;
  const names = await itemNames(client, asked);
  return judgeUnits(counters, context, (unit, item) => names.get(`${unit} ${item}`)).filter((u) => u.year === year);
}
