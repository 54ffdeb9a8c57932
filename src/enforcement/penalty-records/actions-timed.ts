import { judge, nextChange, TIMED_RULES } from '#law/rules/index';
import type { Platform } from '#platform/acts/perform';
import { type Client, inTransaction } from '#platform/db';
import { type JudgedMatter, writeFindings } from '#platform/findings/judge-write';
import { lockPlaces } from '#platform/findings/load-standing';
import { SYSTEM_PREAMBLE } from '#platform/session';
import { keptLaws } from '#registers/law-library';
import { GO, type Go } from './actions-groups.ts';
import { type JudgingDay, judgingDay } from './actions-judging.ts';
import { penaltyFacts } from './facts.ts';
import { NO_ITEM } from './loading/power-lists.ts';
import { ANSWERED_RULES } from './rules/index.ts';
import { insertWakes, recordsDoubted, takeWakes, type Wake } from './store-wakes.ts';

const TIMED_IDS = TIMED_RULES.map((rule) => rule.id);

/**
 * Judges the records whose period for service, publication or filing has ended with the day still empty (E01, P01, B01),
 * also those whose day fell into a downtime. Answers how many records were looked at.
 */
export async function settleTimed({ platform }: { readonly platform: Platform }, city: number, go: Go = GO): Promise<number> {
  const day = judgingDay({ platform }, city);
  if (day === null) return 0;
  let looked = 0;
  while (await go()) {
    const taken = await inTransaction(platform.pool, SYSTEM_PREAMBLE, (client) => judgeWoken(client, day));
    if (taken === 0) break;
    looked += taken;
  }
  return looked;
}

/**
 * Only rules that do not doubt the record yet are asked: an older doubt would merely be dated anew, and one that a person
 * has excluded would come back by the passing of days alone.
 */
async function judgeWoken(client: Client, { city, nowMs, context }: JudgingDay): Promise<number> {
  const woken = await takeWakes(client, city, context.today);
  if (woken.length === 0) return 0;
  const places = new Map((await lockPlaces(client, woken)).map((place) => [place.matterId, place]));
  const records = await recordsDoubted(client, city, woken, TIMED_IDS);
  const { sources: laws } = await keptLaws(client);
  const around = { organ: null, certificates: new Map(), laws, ...NO_ITEM, delegated: null };
  const matters: JudgedMatter[] = [];
  const wakes: Wake[] = [];
  for (const { matterId, state, doubted } of records) {
    const place = places.get(matterId);
    if (place === undefined || state.mergedInto !== null) continue;
    const facts = penaltyFacts(state.row, around);
    const rules = TIMED_RULES.filter((rule) => !doubted.includes(rule.id));
    const by = { actId: null, source: '期限届满' };
    matters.push({ matterId, place, organisationId: state.organId, by, judgement: judge(rules, facts, context) });
    const wakeOn = nextChange(facts, context);
    if (wakeOn !== null) wakes.push({ matterId, wakeOn });
  }
  await writeFindings(client, { rules: ANSWERED_RULES, nowMs, matters });
  await insertWakes(client, city, wakes);
  return woken.length;
}
