import { type RuleContext, shanghaiDay, yearOf } from '#law';
import { judge, UNIT_DUTY_RULES } from '#law/rules/index';
import type { Platform } from '#platform/acts/perform';
import { type Client, inTransaction } from '#platform/db';
import { changedByAnswers, type JudgedMatter, writeFindings } from '#platform/findings/judge-write';
import { lockUnitPlaces, type MatterKey, unitPlaces } from '#platform/findings/load-standing';
import { inSlices } from '#platform/in-slices';
import { SYSTEM_PREAMBLE } from '#platform/session';
import { unitDuties } from './facts.ts';
import { citiesDue, doubtedBefore, takeDue, unitsOn } from './store.ts';

const DAILY = { actId: null, source: '清单、委托书和制度的每日核对' };

type Judging = Pick<Platform, 'pool' | 'law' | 'now'>;

/**
 * Judges what units owe beside their cases (S04, S08, Q08, P10, J02, J15, B02, B03, G04, G06, G08, G09): once a day, and after every change of
 * lists or deeds. Answers how many units were judged. May run on several servers at once.
 */
export async function judgeUnitDuties(platform: Judging, stopping: () => boolean): Promise<number> {
  const today = shanghaiDay(platform.now());
  const cities = await inTransaction(platform.pool, SYSTEM_PREAMBLE, (client) => citiesDue(client, today));
  let judged = 0;
  for (const city of cities) {
    if (stopping()) return judged;
    judged += await judgeCity(platform, city);
  }
  return judged;
}

async function judgeCity({ pool, law, now }: Judging, city: number): Promise<number> {
  const { calendar, currentProfile } = law();
  const nowMs = now();
  const today = shanghaiDay(nowMs);
  const profile = currentProfile(city);
  if (profile === null) return 0;
  const context: RuleContext = { profile, calendar, today };
  return inTransaction(pool, SYSTEM_PREAMBLE, async (client) => {
    await lockUnitPlaces(client, city);
    await takeDue(client, city, today);
    const units = await unitsOn(client, city, today);
    const answers = new Map(await inSlices(units, (unit) => [unit.id, judge(UNIT_DUTY_RULES, unitDuties(unit, today), context)] as const));
    const places = await unitPlaces(client, [...answers.keys()], yearOf(today));
    const matters = places.flatMap((place): (JudgedMatter & MatterKey)[] => {
      const judgement = answers.get(place.matterId);
      const { matterId, cohort } = place;
      return judgement === undefined ? [] : [{ matterId, city, cohort, organisationId: matterId, judgement, place, by: DAILY }];
    });
    const changed = await changedByAnswers(client, UNIT_DUTY_RULES, matters);
    if (changed.length > 0) await writeFindings(client, { rules: UNIT_DUTY_RULES, nowMs, matters: changed });
    await endFormerYears(client, { city, year: yearOf(today), nowMs });
    return units.length;
  });
}

/** What is owed stands under the year that runs: with a new year the doubts of the old one, if nobody has taken them up, pass to it. */
async function endFormerYears(
  client: Client,
  { city, year, nowMs }: { readonly city: number; readonly year: number; readonly nowMs: number },
): Promise<void> {
  const ids = UNIT_DUTY_RULES.map((rule) => rule.id);
  const former = await doubtedBefore(client, city, year, ids);
  for (const before of new Set(former.map((f) => f.year))) {
    const units = former.filter((f) => f.year === before).map((f) => f.id);
    const places = await unitPlaces(client, units, before);
    const judgement = { doubts: [], notJudged: [], clean: ids };
    const by = { actId: null, source: `转入${year}年度核对` };
    const matters = places.map((place) => ({ matterId: place.matterId, organisationId: place.matterId, judgement, place, by }));
    await writeFindings(client, { rules: UNIT_DUTY_RULES, nowMs, matters });
  }
}
