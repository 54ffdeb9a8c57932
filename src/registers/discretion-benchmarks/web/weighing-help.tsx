import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { type BenchmarkFact, cite, LENIENT_LIST_LABELS, type LenientEntry } from '#law';
import { penaltyWords, quoted, tierName } from '#law/discretion/benchmark';
import { queryString } from '#ui/api/query-string.ts';
import { useApi } from '#ui/api/use-api.ts';
import type { TypedForm } from '#ui/form/typed.ts';
import { useSettled } from '#ui/form/use-settled.ts';
import type { WeighingAid } from '#ui/form/weighing-aid.ts';
import { LawTag } from '#ui/law/law-tag.tsx';
import { Loaded } from '#ui/layout/states.tsx';
import type { DiscretionView } from '../contract.ts';
import { TierFactors } from './tier-picker.tsx';
import { withoutOccasion } from './without-occasion.ts';
import './benchmarks.css';

type Props = {
  readonly aid: WeighingAid;
  readonly about: NonNullable<ReturnType<WeighingAid['about']>>;
  readonly typed: TypedForm;
  readonly change: (typed: TypedForm) => void;
  /** Tells the form which fields there is no occasion for. */
  readonly leaveOut: (fields: readonly string[]) => void;
};

/** Enough of a 处罚依据 to hold its articles; the address of a question has its length. */
const MOST_OF_BASIS = 400;

/** What is in force for the case, beside the form that weighs it: the benchmark with the tier that the facts lead to, and the lists. */
export function WeighingHelp({ about, leaveOut, ...form }: Props) {
  // What the form calls the conduct stands for the name that the case had before.
  const own = form.typed['violation'];
  const violation = useSettled(typeof own === 'string' && own.trim() !== '' ? own.trim() : about.violation);
  const cited = form.typed['basis'];
  const basis = useSettled(typeof cited === 'string' ? cited.trim() : (about.basis ?? '')).slice(0, MOST_OF_BASIS);
  const query = useApi<DiscretionView>(`/api/discretion${queryString({ violation, itemCode: about.itemCode, basis })}`);
  const { tier, reason } = form.aid.fields;
  const { data, isError } = query;
  useEffect(() => {
    if (isError) leaveOut([]);
    else if (data !== undefined) leaveOut(withoutOccasion(data, { tier, reason }));
  }, [data, isError, leaveOut, tier, reason]);
  return (
    <section className="fh-group-row db-help" aria-label="裁量权基准和清单">
      <Loaded query={query} what="裁量权基准和清单">
        {({ benchmark, lenient, others }) => (
          <>
            {benchmark === null ? (
              <>
                <p className="fh-quiet">
                  没有查到本机关或者上级主管部门对“{violation}”的裁量权基准，不填基准的档次。 <LawTag cite={cite('行政处罚法', 34)} />
                </p>
                {others.length === 0 ? null : (
                  <p className="fh-quiet">本事项或者同一处罚依据之下有{quoted(others)}的基准：属于其中之一的，违法行为照其名称填写。</p>
                )}
              </>
            ) : (
              <Benchmark benchmark={benchmark} {...form} />
            )}
            <Lists lenient={lenient} itemCode={about.itemCode} />
          </>
        )}
      </Loaded>
    </section>
  );
}

function Benchmark({ benchmark, aid, typed, change }: Omit<Props, 'about' | 'leaveOut'> & { readonly benchmark: BenchmarkFact }) {
  const { content } = benchmark;
  const [proposed, setProposed] = useState<{ readonly index: number; readonly because: readonly string[] } | null>(null);
  return (
    <>
      <p>
        {benchmark.maker}（{benchmark.documentNumber}）“{benchmark.violation}”：{penaltyWords(content.statutory)}。{' '}
        <Link to={`/benchmarks${queryString({ q: benchmark.violation })}`} target="_blank">
          看基准
        </Link>
      </p>
      {content.factors.length === 0 ? null : (
        <TierFactors content={content} onProposal={(p) => setProposed(p.is === 'tier' ? { index: p.index, because: p.because } : null)} />
      )}
      <ul className="db-list" aria-label="档次">
        {content.tiers.map((tier, index) => {
          const isProposed = proposed?.index === index;
          const next = aid.take(typed, { index, tier, because: isProposed ? proposed.because : [] });
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: tiers of a version never move
            <li key={index} className={isProposed ? 'db-take db-take-proposed' : 'db-take'}>
              <span>
                <strong>{tierName(content, index)}</strong>　{penaltyWords(tier)}
                <br />
                <span className="fh-quiet">{tier.words}</span>
              </span>
              {next === null ? (
                <span className="fh-quiet">不予处罚的，另行办理</span>
              ) : (
                <Button type={isProposed ? 'primary' : 'default'} onClick={() => change(next)} aria-label={`采用第${index + 1}档`}>
                  采用
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}

function Lists({ lenient, itemCode }: { readonly lenient: readonly LenientEntry[]; readonly itemCode: string | null }) {
  if (itemCode === null) return <p className="fh-quiet">没有填写权责清单事项编码，不能查四张清单。</p>;
  if (lenient.length === 0) return <p className="fh-quiet">事项{itemCode}不在四张清单上。</p>;
  return (
    <ul className="db-list" aria-label="四张清单">
      {lenient.map(({ list, name, conditions }) => (
        <li key={`${list} ${name} ${conditions}`}>
          <strong>{LENIENT_LIST_LABELS[list]}</strong>：{name}。条件：{conditions} <LawTag cite={cite('实施细则', 19, 2)} />
        </li>
      ))}
    </ul>
  );
}
