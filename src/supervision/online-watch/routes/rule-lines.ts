import { CONDUCT_LABELS, formatCitation, GRADE_LABELS, isVerified, type Profile, type RuleParameter, yuan } from '#law';
import { ANSWERED_FROM_LABELS, answeredFrom } from '#law/rules/answered-from';
import { RULE_EXAMPLES } from '#law/rules/examples';
import type { RuleSummary } from '#law/rules/index';
import { NO_FIGURES, precisionOf } from '#platform/findings/rule-figures';
import type { RuleLine, RuleParameterView, RuleView } from '../contract.ts';
import type { readFigures, readRuleHistory } from '../store.ts';

const REACH_LABELS = { matter: '单件', peers: '类案比较', organisation: '单位年度' } as const;

export function ruleLine(rule: RuleSummary, { runs, figures }: Awaited<ReturnType<typeof readFigures>>): RuleLine {
  const own = figures.get(rule.id) ?? NO_FIGURES;
  const run = runs.get(rule.id) ?? { asked: 0, missing: 0 };
  return {
    id: rule.id,
    title: rule.title,
    articles: rule.cite.map((cite) => ({ cite, article: formatCitation(cite) })),
    gradeName: GRADE_LABELS[rule.grade],
    verified: isVerified(rule.grade),
    severity: rule.severity,
    mode: rule.mode,
    reach: REACH_LABELS[rule.reach],
    answeredFrom: ANSWERED_FROM_LABELS[answeredFrom(rule.id)[0] ?? 'acts'],
    version: rule.version,
    asked: run.asked,
    notJudged: run.missing,
    figures: { ...own, ...precisionOf(own) },
  };
}

export function ruleView(
  rule: RuleSummary,
  line: RuleLine,
  history: Awaited<ReturnType<typeof readRuleHistory>>,
  profile: Profile | null,
): RuleView {
  return {
    ...line,
    asks: rule.asks,
    duty: rule.head,
    conduct: rule.conduct === null ? null : CONDUCT_LABELS[rule.conduct],
    examples: RULE_EXAMPLES.get(rule.id) ?? { trips: [], clears: [], unknown: [] },
    parameters: (profile?.parameters ?? []).filter((p) => p.name.startsWith(`${rule.id}.`)).map(parameterView),
    profileName: profile === null ? '' : `${profile.name}（第${profile.version}版）`,
    missing: history.notJudged.items.map(({ missing, of, count }) => ({ missing, of, count })),
    versions: history.versions,
  };
}

/** Amounts are kept in fen and read in yuan. */
function parameterView(p: RuleParameter): RuleParameterView {
  const isMoney = p.name.endsWith('-fen');
  return {
    name: p.name,
    label: isMoney ? p.label.replace(/（分）$/, '') : p.label,
    value: isMoney ? yuan(p.value) : String(p.value),
    gradeName: GRADE_LABELS[p.grade],
    verified: isVerified(p.grade),
    from: p.inForce.from,
  };
}
