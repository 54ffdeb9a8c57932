import type { BenchmarkContent, Tier } from '#law/discretion/benchmark';
import { casesWords, penaltyWords, TIER_LEVEL_LABELS } from '#law/discretion/benchmark';
import type { BenchmarkProblem } from '#law/discretion/check';
import { LawTag } from '#ui/law/law-tag.tsx';
import type { BenchmarkView } from '../contract.ts';

/** 自2026-07-01起; with the last valid day where there is one. */
export function daysWords({ from, through }: Pick<BenchmarkView, 'from' | 'through'>): string {
  return through === null ? `自${from}起施行` : `${from}至${through}`;
}

export function Tiers({ content, chosen }: { content: BenchmarkContent; chosen?: number | null }) {
  return (
    <div className="db-tiers">
      {content.tiers.map((tier, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: tiers of a version never move
        <TierCard key={i} tier={tier} name={`第${i + 1}档　${TIER_LEVEL_LABELS[tier.level]}`} chosen={i === chosen} />
      ))}
    </div>
  );
}

export function TierCard({ tier, name, chosen = false }: { tier: Tier; name: string; chosen?: boolean }) {
  return (
    <article className={chosen ? 'db-tier db-tier-chosen' : 'db-tier'} aria-label={name}>
      <h3>{name}</h3>
      <p>
        <strong>{penaltyWords(tier)}</strong>
      </p>
      <p>{tier.words}</p>
      <p className="fh-quiet">条件：{casesWords(tier)}</p>
      {tier.note === null ? null : <p className="fh-quiet">备注：{tier.note}</p>}
    </article>
  );
}

/** What the law finds wrong, each with its article. */
export function Problems({ problems }: { problems: readonly BenchmarkProblem[] }) {
  return (
    <ul className="db-list" aria-label="需要更正">
      {problems.map((p) => (
        <li key={`${p.code} ${p.place} ${p.reason}`}>
          <strong>{p.place}</strong>：{p.reason} <LawTag cite={p.cite} grade={p.grade} digest={p.name} />
        </li>
      ))}
    </ul>
  );
}
