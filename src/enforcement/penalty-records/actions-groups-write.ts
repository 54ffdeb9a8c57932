import type { Judgement } from '#law/rules/index';
import type { Platform } from '#platform/acts/perform';
import { inTransaction } from '#platform/db';
import { changedByAnswers, writeFindings } from '#platform/findings/judge-write';
import { lockPlaces } from '#platform/findings/load-standing';
import { SYSTEM_PREAMBLE } from '#platform/session';
import type { JudgingDay } from './actions-judging.ts';
import { ANSWERED_RULES, judgeLoneFine } from './rules/index.ts';
import { type Reach, stillMembers } from './store-groups.ts';
import { loneFined } from './store-members.ts';

/** What a group says of one of its members. */
export type GroupJudged = { readonly matterId: string; readonly mark: string; readonly judgement: Judgement };

const SOURCES: Readonly<Record<Reach, string>> = {
  party: '同一当事人的处罚有新增或者变更',
  likeness: '同类案件有新增或者变更',
};

/**
 * Parties of whom one decision is known: mostly that was said of it when it was taken in (`judgeLoneFine`), and nothing is
 * written. Whoever is joined meanwhile by another is noted again and judged with it.
 */
export async function judgeLoneFines(platform: Platform, day: JudgingDay, marks: readonly string[]): Promise<void> {
  const by = { actId: null, source: SOURCES.party };
  const changed = await inTransaction(platform.pool, SYSTEM_PREAMBLE, async (client) => {
    const fines = await loneFined(client, day.city, marks);
    const judged = fines.map(({ organId, ...fine }) => {
      const judgement = judgeLoneFine(fine, day.context);
      return { ...fine, city: day.city, organisationId: organId, judgement, by };
    });
    return changedByAnswers(client, ANSWERED_RULES, judged);
  });
  if (changed.length > 0) await storeGroups(platform, day, 'party', changed);
}

/** Writes what groups say, under the locks of their members; whoever has left the group since is left alone. */
export async function storeGroups(platform: Platform, { nowMs }: JudgingDay, reach: Reach, judged: readonly GroupJudged[]): Promise<void> {
  await inTransaction(platform.pool, SYSTEM_PREAMBLE, async (client) => {
    const ids = judged.map((j) => j.matterId);
    const places = new Map((await lockPlaces(client, ids)).map((p) => [p.matterId, p]));
    const members = await stillMembers(client, reach, ids);
    await writeFindings(client, {
      rules: ANSWERED_RULES,
      nowMs,
      matters: judged.flatMap(({ matterId, mark, judgement }) => {
        const [place, member] = [places.get(matterId), members.get(matterId)];
        if (place === undefined || member === undefined || member.mark !== mark) return [];
        return [{ matterId, organisationId: member.organId, judgement, place, by: { actId: null, source: SOURCES[reach] } }];
      }),
    });
  });
}
