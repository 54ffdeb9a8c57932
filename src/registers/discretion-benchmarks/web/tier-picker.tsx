import { Alert, Input, Select } from 'antd';
import { useState } from 'react';
import { cite } from '#law';
import { type BenchmarkContent, type Factor, fineWords, penaltyWords, tierName } from '#law/discretion/benchmark';
import { type BenchmarkAnswers, fineInFen, type Proposal, proposeTier } from '#law/discretion/propose';
import { readMoney, toHalfWidth } from '#ui/form/money.ts';
import { LawTag } from '#ui/law/law-tag.tsx';
import { Section } from '#ui/layout/page.tsx';
import type { BenchmarkView } from '../contract.ts';

const BASES = { income: '违法所得（元）', goods: '货值金额（元）', other: '基数（元）' } as const;

/** 阶次建议: the factors are answered, the tier and the reasons appear; it proposes and decides nothing. */
export function TierPicker({ version, onTier }: { version: BenchmarkView; onTier: (index: number | null) => void }) {
  return (
    <Section title="阶次建议">
      <TierFactors content={version.content} onProposal={(p) => onTier(p.is === 'tier' ? p.index : null)} />
    </Section>
  );
}

/** The factors of a benchmark with what its answers lead to. */
export function TierFactors({ content, onProposal }: { content: BenchmarkContent; onProposal: (proposal: Proposal) => void }) {
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const [base, setBase] = useState('');
  const measure = content.statutory.fine?.measure ?? 'amount';
  const answer = (name: string, value: string): void => {
    const next = { ...typed, [name]: value };
    setTyped(next);
    onProposal(proposeTier(content, answersOf(content.factors, next)));
  };
  const proposal = proposeTier(content, answersOf(content.factors, typed));
  return (
    <div className="db-form">
      <div className="db-pair">
        {content.factors.map((factor) => (
          <div className="db-field" key={factor.name}>
            {factor.name}
            <FactorAnswer factor={factor} value={typed[factor.name] ?? ''} onChange={(value) => answer(factor.name, value)} />
          </div>
        ))}
        {measure === 'amount' ? null : (
          <div className="db-field">
            {BASES[measure]}
            <Input value={base} aria-label={BASES[measure]} inputMode="decimal" onChange={(e) => setBase(e.target.value)} />
          </div>
        )}
      </div>
      <div role="status" aria-live="polite">
        <Answer proposal={proposal} content={content} base={base} />
      </div>
    </div>
  );
}

function FactorAnswer({ factor, value, onChange }: { factor: Factor; value: string; onChange: (value: string) => void }) {
  if (factor.unit !== null)
    return (
      <Input suffix={factor.unit} inputMode="decimal" value={value} onChange={(e) => onChange(e.target.value)} aria-label={factor.name} />
    );
  return (
    <Select
      aria-label={factor.name}
      value={value}
      onChange={onChange}
      options={[{ value: '', label: '尚未查明' }, ...factor.options.map((o) => ({ value: o.label, label: o.label }))]}
    />
  );
}

/** Numbers in thousandths of their unit; what is not a number is told as an option that does not exist. */
function answersOf(factors: readonly Factor[], typed: Readonly<Record<string, string>>): BenchmarkAnswers {
  return Object.fromEntries(
    factors.flatMap((factor): readonly (readonly [string, string | number])[] => {
      const value = (typed[factor.name] ?? '').trim();
      if (value === '') return [];
      return [[factor.name, factor.unit === null ? value : thousandths(value)]];
    }),
  );
}

function thousandths(value: string): number | string {
  const m = /^(\d{1,12})(?:\.(\d{1,3}))?(万)?$/.exec(toHalfWidth(value).replaceAll(/[,\s]/g, ''));
  if (m === null) return value;
  return (Number(m[1]) * 1000 + Number((m[2] ?? '').padEnd(3, '0'))) * (m[3] === undefined ? 1 : 10_000);
}

function Answer({ proposal, content, base }: { proposal: Proposal; content: BenchmarkContent; base: string }) {
  switch (proposal.is) {
    case 'missing':
      return <Alert type="info" showIcon title={`还缺：${proposal.factors.join('、')}`} />;
    case 'invalid':
      return <Alert type="warning" showIcon title={proposal.reason} />;
    case 'none':
      return <Alert type="warning" showIcon title={`“${proposal.combination}”不适用任何一档，基准有遗漏`} />;
    case 'ambiguous':
      return (
        <Alert
          type="warning"
          showIcon
          title={`“${proposal.combination}”同时适用${proposal.tiers.map((i) => tierName(content, i)).join('、')}，由承办人说明理由选定`}
        />
      );
    case 'tier': {
      const typedBase = readMoney(base);
      const fen = typeof typedBase === 'number' ? typedBase : null;
      const inYuan = proposal.tier.fine?.measure === 'amount' ? null : fineInFen(proposal.tier, fen);
      return (
        <Alert
          type="success"
          showIcon
          title={`建议适用${tierName(content, proposal.index)}：${penaltyWords(proposal.tier)}`}
          description={
            <>
              <p>
                理由：{proposal.because.join('，')}。{inYuan === null ? '' : `折合罚款${fineWords(inYuan)}。`}
              </p>
              <p>
                罚则：{content.penalty}。偏离本档的，应当集体讨论并说明理由。 <LawTag cite={cite('行政处罚法', 34)} />
              </p>
            </>
          }
        />
      );
    }
  }
}
