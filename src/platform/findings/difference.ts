import { canonicalJson, type Doubt } from '#law';
import type { Judgement, RuleSummary } from '#law/rules/index';
import { mayClear } from './fold.ts';
import type { Cause, FindingEventBody, FindingKey, FindingState, RuleStamp, Seen } from './model.ts';

/** A finding as it stands, with the end of its chain. */
export type Standing = FindingKey & FindingState & { readonly seq: number; readonly head: string };

export type Answers = {
  /** The unit judged. */
  readonly organisationId: string;
  readonly judgement: Judgement;
  readonly by: Cause;
};

/** What is to be recorded: on a standing finding, or (of: null) the opening of a new one. */
export type Planned = {
  readonly rule: string;
  readonly fact: string;
  readonly of: Standing | null;
  readonly body: FindingEventBody;
};

/**
 * What the answers of rules change about the findings of one matter. Findings of rules that were not asked stay as they
 * are, and the same answers change nothing. A rule that cannot judge any more neither upholds nor drops its doubt; one that lacks
 * the data of a part and finds the rest lawful drops it.
 */
export function difference(
  standing: readonly Standing[],
  { organisationId, judgement, by }: Answers,
  rules: ReadonlyMap<string, RuleSummary>,
): readonly Planned[] {
  const missing = new Map(judgement.notJudged.flatMap((n) => (n.restLawful ? [] : [[n.rule, n.missing] as const])));
  const lawful = judgement.notJudged.flatMap((n) => (n.restLawful ? [n.rule] : []));
  const asked = new Set([...judgement.clean, ...lawful, ...judgement.doubts.map((d) => d.rule.id)]);
  const doubts = distinctDoubts(judgement);
  const planned: Planned[] = [];
  const plan = (rule: string, fact: string, of: Standing | null, body: FindingEventBody | null): void => {
    if (body !== null) planned.push({ rule, fact, of, body });
  };
  for (const { ruleId, fact, doubt } of doubts) {
    const rule = ruleOf(rules, ruleId);
    const of = standing.find((s) => s.rule_id === ruleId && s.fact === fact) ?? null;
    const seen = seenOf(doubt);
    if (of === null) plan(ruleId, fact, null, { type: 'opened', rule: stampOf(rule), organisationId, seen, by });
    else plan(ruleId, fact, of, doubted(of, rule, seen, organisationId, by));
  }
  for (const of of standing) {
    if (doubts.some((d) => d.ruleId === of.rule_id && d.fact === of.fact)) continue;
    const lacks = missing.get(of.rule_id);
    if (lacks !== undefined) plan(of.rule_id, of.fact, of, undecided(of, lacks, by));
    else if (asked.has(of.rule_id)) plan(of.rule_id, of.fact, of, silent(of, ruleOf(rules, of.rule_id), by));
  }
  return planned;
}

type Keyed = { readonly ruleId: string; readonly fact: string; readonly doubt: Doubt };

/** A rule that gives two doubts one name loses neither: the second gets a number. */
function distinctDoubts(judgement: Judgement): readonly Keyed[] {
  const seen = new Map<string, number>();
  return judgement.doubts.map(({ rule, doubt }) => {
    const fact = doubt.fact ?? '';
    const key = `${rule.id} ${fact}`;
    const n = (seen.get(key) ?? 0) + 1;
    seen.set(key, n);
    return { ruleId: rule.id, fact: n === 1 ? fact : `${fact}#${n}`, doubt };
  });
}

function doubted(of: Standing, rule: RuleSummary, seen: Seen, organisationId: string, by: Cause): FindingEventBody | null {
  const formerly = seenOf(of);
  const sameFacts = canonicalJson(seen) === canonicalJson(formerly) && of.organisation_id === organisationId;
  const isNewVersion = of.rule_version !== rule.version;
  if (isAway(of) || outgrown(of, rule, sameFacts || isNewVersion)) {
    return { type: 'reopened', rule: stampOf(rule), organisationId, seen, by };
  }
  if (isNewVersion) return { type: 'rejudged', rule: stampOf(rule), formerVersion: of.rule_version, formerly, seen, by };
  if (sameFacts && of.stands && of.missing === null) return null;
  return { type: 'changed', organisationId, formerly, seen, missing: null, by };
}

/** Gone once and back again. */
function isAway(of: Standing): boolean {
  return of.status === 'cleared' || of.status === 'cleared-unconfirmed' || (of.status === 'excluded' && !of.stands);
}

/**
 * An exclusion covers the facts on which it was made: other facts of the same matter open the doubt again. Facts of peers
 * and of a unit's counters move by themselves and do not.
 */
function outgrown(of: Standing, rule: RuleSummary, isCovered: boolean): boolean {
  return of.status === 'excluded' && rule.reach === 'matter' && !isCovered;
}

function undecided(of: Standing, lacks: string, by: Cause): FindingEventBody | null {
  if (!mayClear(of.status) && of.status !== 'taken-up') return null;
  if (of.missing === lacks) return null;
  const seen = seenOf(of);
  return { type: 'changed', organisationId: of.organisation_id, formerly: seen, seen: of.stands ? seen : null, missing: lacks, by };
}

function silent(of: Standing, rule: RuleSummary, by: Cause): FindingEventBody | null {
  const formerly = seenOf(of);
  if (of.status === 'cleared' || of.status === 'cleared-unconfirmed') return null;
  if (of.rule_version !== rule.version) {
    return of.stands || mayClear(of.status)
      ? { type: 'rejudged', rule: stampOf(rule), formerVersion: of.rule_version, formerly, seen: null, by }
      : null;
  }
  if (mayClear(of.status)) return { type: 'cleared', formerly, by };
  return of.stands ? { type: 'changed', organisationId: of.organisation_id, formerly, seen: null, missing: null, by } : null;
}

function seenOf({ because, facts, clears, others }: Seen): Seen {
  const doubt = { because, facts, clears };
  return others === undefined || others === null ? doubt : { ...doubt, others };
}

function stampOf(rule: RuleSummary): RuleStamp {
  return {
    version: rule.version,
    severity: rule.severity,
    grade: rule.grade,
    asks: rule.asks,
    cites: rule.cite,
    duty: rule.head,
    conduct: rule.conduct,
  };
}

function ruleOf(rules: ReadonlyMap<string, RuleSummary>, id: string): RuleSummary {
  const rule = rules.get(id);
  if (rule === undefined) throw new Error(`rule ${id} answered but was not handed in`);
  return rule;
}
