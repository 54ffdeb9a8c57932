import type { Doubt } from '#law';
import type { RuleSummary } from '#law/rules/index';
import type { Queryable } from '../db.ts';
import { difference } from './difference.ts';
import { emptyChanges, recordPlanned } from './gathering.ts';
import { loadBefore, type MatterPlace, NOTHING_BEFORE } from './load-standing.ts';
import type { Cause } from './model.ts';
import { storeChanges } from './store-changes.ts';

/** What one rule answers about some facts of a matter: every doubt whose fact begins with `within`, as it now is. */
export type FactAnswer = {
  readonly within: string;
  readonly organisationId: string;
  readonly by: Cause;
  readonly doubts: readonly { readonly rule: RuleSummary; readonly doubt: Doubt & { readonly fact: string } }[];
};

/**
 * Brings part of a rule's findings in line: those about the facts answered for. Others of the same rule and matter, about
 * other facts, stay. Each doubt brings its own words of the rule: article, grade, what is asked. Caller holds the lock.
 */
export async function writeFactAnswers(
  client: Queryable,
  matters: readonly { readonly place: MatterPlace; readonly rule: RuleSummary; readonly answers: readonly FactAnswer[] }[],
  nowMs: number,
): Promise<void> {
  const places = new Map(matters.map(({ place }) => [place.matterId, place]));
  const before = await loadBefore(client, [...places.values()], [...new Set(matters.map((m) => m.rule.id))]);
  const at = new Date(nowMs).toISOString();
  const changes = emptyChanges();
  for (const { place, rule, answers } of matters) {
    const { standing } = before.get(place.matterId) ?? NOTHING_BEFORE;
    for (const { within, organisationId, by, doubts } of answers) {
      const about = standing.filter((s) => s.rule_id === rule.id && s.fact.startsWith(within));
      const facts = new Set([...about.map((s) => s.fact), ...doubts.map((d) => d.doubt.fact)]);
      for (const fact of facts) {
        const doubted = doubts.find((d) => d.doubt.fact === fact);
        const own = doubted?.rule ?? rule;
        const judgement = { doubts: doubted === undefined ? [] : [{ rule: own, doubt: doubted.doubt }], notJudged: [], clean: [rule.id] };
        const planned = difference(
          about.filter((s) => s.fact === fact),
          { organisationId, judgement, by },
          new Map([[rule.id, own]]),
        );
        for (const one of planned) recordPlanned(changes, one, place, nowMs, at);
      }
    }
  }
  if (changes.events.length > 0) await storeChanges(client, changes, at);
}
