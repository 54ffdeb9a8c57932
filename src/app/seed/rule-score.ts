import type { Planned } from './decisions/plan.ts';
import { TRUTH } from './decisions/truth-table.ts';
import type { UnitPlant } from './decisions/unit-plants.ts';
import { STORY_NEAR, STORY_TRUTH } from './stories/case-truth.ts';
import { besideOf, CASE_TRUTH, FILED_TWICE_TRUTH, SKIPPED_TRUTH, truthOf } from './year/case-truth.ts';

/** A finding of the built city: its rule, and the 文号 or the year of a unit that it is about. */
export type Found = { readonly rule: string; readonly about: string };
/** How one rule did: planted doubts found and missed, lawful near misses left alone, and what it doubted beyond the table. */
export type RuleScore = {
  readonly rule: string;
  readonly planted: number;
  readonly hit: number;
  readonly missed: readonly string[];
  readonly near: number;
  readonly wrong: readonly string[];
};

/** Holds what was found against the table of truth, rule by rule; rules that the table does not know are left out. */
export function scoreRules(
  found: readonly Found[],
  planned: readonly Planned[],
  years: ReadonlyMap<string, UnitPlant>,
): readonly RuleScore[] {
  const plantOf = new Map<string, string>(planned.flatMap((d) => (d.plant === null ? [] : [[d.number, d.plant] as const])));
  for (const [words, { id }] of years) plantOf.set(words, id);
  const plants = new Set(plantOf.values());
  return [...new Set(TRUTH.map((t) => t.rule))].map((rule) => {
    const ofRule = TRUTH.filter((t) => t.rule === rule);
    const wanted = (doubted: boolean) =>
      [...plants].filter((plant) => ofRule.some((t) => t.doubted === doubted && t.plant === plant.replace(/~\d$/, '')));
    const told = found.filter((f) => f.rule === rule).map(({ about }) => plantOf.get(about) ?? about);
    const expected = wanted(true);
    const missed = expected.filter((plant) => !told.includes(plant));
    const wrong = told.filter((about) => !expected.includes(about));
    return { rule, planted: expected.length, hit: expected.length - missed.length, missed, near: wanted(false).length, wrong };
  });
}

/** One line a rule, and under it each that was missed or doubted beyond the table. */
export function scoreLines(scores: readonly RuleScore[]): readonly string[] {
  return scores.flatMap(({ rule, planted, hit, missed, near, wrong }) => [
    `${rule.padEnd(4)} 植入疑点${String(planted).padStart(4)}  命中${String(hit).padStart(4)}  合法近似${String(near).padStart(4)}  误报${String(wrong.length).padStart(4)}`,
    ...missed.map((plant) => `       没有发现：${plant}`),
    ...wrong.map((about) => `       误报：${about}`),
  ]);
}

/** The same of cases told from a unit's own system, rule by rule: what is planted is doubted by its own rule, and by no other. */
export function scoreCases(
  found: readonly Found[],
  cases: readonly { readonly ref: string; readonly plant: string }[],
): readonly RuleScore[] {
  const plantOf = new Map(cases.map(({ ref, plant }) => [ref, plant]));
  const told = found.flatMap(({ rule, about }) => {
    const ref = refIn(about);
    return ref === null || besideOf(plantOf.get(ref) ?? '').includes(rule) ? [] : [{ rule, ref }];
  });
  const rules = new Set([
    ...Object.values({ ...CASE_TRUTH, ...SKIPPED_TRUTH, ...FILED_TWICE_TRUTH }).flat(),
    ...told.map(({ rule }) => rule),
  ]);
  return [...rules].toSorted().map((rule) => {
    const wanted = cases.filter(({ plant }) => truthOf(plant).includes(rule)).map(({ ref }) => ref);
    const doubted = told.filter((t) => t.rule === rule).map(({ ref }) => ref);
    const near = cases.filter(({ plant }) => truthOf(plant.replace('✓', '▲')).includes(rule) && plant.endsWith('✓')).length;
    const missed = wanted.filter((ref) => !doubted.includes(ref));
    const wrong = doubted.filter((ref) => !wanted.includes(ref)).map((ref) => `${ref} ${plantOf.get(ref) ?? ''}`);
    return { rule: `案件·${rule}`, planted: wanted.length, hit: wanted.length - missed.length, missed, near, wrong };
  });
}

/**
 * The number of a told case, which stands in its title or behind it; null: a case that the city's people handle. The last one: a
 * case filed twice has the cause of the first, and so its number, in its title.
 */
const refIn = (title: string): string | null => /.*（(演案\d+)）/s.exec(title)?.[1] ?? null;

/** The same of the cases that the demonstration's people handle. */
export function scoreStories(found: readonly Found[]): readonly RuleScore[] {
  const told = found.filter(({ about }) => refIn(about) === null);
  const titles = Object.keys(STORY_TRUTH);
  const rules = new Set([...Object.values(STORY_TRUTH).flat(), ...told.map(({ rule }) => rule)]);
  return [...rules].toSorted().map((rule) => {
    const wanted = titles.filter((title) => STORY_TRUTH[title]?.includes(rule) === true);
    const doubted = told.filter((t) => t.rule === rule).map(({ about }) => about);
    const missed = wanted.filter((title) => !doubted.some((about) => about.includes(title)));
    const wrong = doubted.filter((about) => !wanted.some((title) => about.includes(title)));
    const near = Object.values(STORY_NEAR).filter((rules) => rules.includes(rule)).length;
    return { rule: `故事·${rule}`, planted: wanted.length, hit: wanted.length - missed.length, missed, near, wrong };
  });
}

type Duty = { readonly rule: string; readonly unit: string; readonly doubted: boolean; readonly fact: string };

/**
 * The same of what units owe beside their cases: a finding about the year of a unit, by the unit's name and by what it says. Rules
 * that the table does not know are listed.
 */
export function scoreDuties(found: readonly (Found & { readonly because: string })[], duties: readonly Duty[]): readonly RuleScore[] {
  const named = ({ unit, fact }: Duty): string => `${unit} ${fact}`;
  return [...new Set(duties.map(({ rule }) => rule))].map((rule) => {
    const ofRule = duties.filter((d) => d.rule === rule);
    const [wanted, near] = [ofRule.filter((d) => d.doubted), ofRule.filter((d) => !d.doubted)];
    const told = found.filter((f) => f.rule === rule);
    const says = (f: (typeof told)[number], { unit, fact }: Duty): boolean => f.about.split(' ')[0] === unit && f.because.includes(fact);
    const missed = wanted.filter((d) => !told.some((f) => says(f, d))).map(named);
    const wrong = told.filter((f) => !wanted.some((d) => says(f, d))).map(({ about, because }) => `${about} ${because}`);
    return { rule: `单位·${rule}`, planted: wanted.length, hit: wanted.length - missed.length, missed, near: near.length, wrong };
  });
}

/** So many must be planted of each rule, and so many lawful ones beside them. */
const PLANTED_AT_LEAST = 5;

/** Rules of which fewer are planted than {@link PLANTED_AT_LEAST}, by the tables of truth alone. */
export function scarcelyPlanted(scores: readonly RuleScore[], rules: readonly string[]): readonly string[] {
  const idOf = (rule: string): string => rule.split('·').at(-1) ?? rule;
  const sum = (id: string, of: 'planted' | 'near'): number =>
    scores.filter(({ rule }) => idOf(rule) === id).reduce((total, score) => total + score[of], 0);
  return rules.filter((id) => sum(id, 'planted') < PLANTED_AT_LEAST || sum(id, 'near') < PLANTED_AT_LEAST);
}
