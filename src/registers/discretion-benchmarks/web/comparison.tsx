import { Select } from 'antd';
import { useState } from 'react';
import { compareBenchmarks } from '#law/discretion/compare';
import { Section } from '#ui/layout/page.tsx';
import type { BenchmarkView } from '../contract.ts';
import { daysWords, TierCard } from './benchmark-parts.tsx';

/** 版本比较: what changed between two versions in words, and the tiers side by side. */
export function Comparison({ versions }: { versions: readonly BenchmarkView[] }) {
  const [before, setBefore] = useState(versions.at(-2)?.versionId ?? '');
  const [after, setAfter] = useState(versions.at(-1)?.versionId ?? '');
  const old = versions.find((v) => v.versionId === before);
  const fresh = versions.find((v) => v.versionId === after);
  const options = versions.map((v) => ({ value: v.versionId, label: `第${v.no}版（${daysWords(v)}）` }));
  return (
    <Section title="版本比较">
      <div className="db-tools">
        <Select aria-label="较早的版本" style={{ minWidth: 240 }} value={before} options={options} onChange={setBefore} />
        <Select aria-label="较晚的版本" style={{ minWidth: 240 }} value={after} options={options} onChange={setAfter} />
      </div>
      {old === undefined || fresh === undefined ? null : <Differences old={old} fresh={fresh} />}
    </Section>
  );
}

function Differences({ old, fresh }: { old: BenchmarkView; fresh: BenchmarkView }) {
  const { changes, tiers } = compareBenchmarks(old.content, fresh.content);
  if (changes.length === 0) return <p className="db-pad">两个版本的内容相同。</p>;
  return (
    <>
      <ul className="db-list" aria-label="变化">
        {changes.map((c) => (
          <li key={c.what}>
            <strong>{c.what}</strong>：
            {c.before === null ? `新增“${c.after}”` : c.after === null ? `取消“${c.before}”` : `由“${c.before}”改为“${c.after}”`}
          </li>
        ))}
      </ul>
      {tiers
        .filter((t) => !t.same)
        .map((t) => (
          <div key={t.name} className="db-tiers">
            {t.before === null ? (
              <p className="fh-quiet">
                第{old.no}版没有“{t.name}”
              </p>
            ) : (
              <TierCard tier={t.before} name={`第${old.no}版　${t.name}`} />
            )}
            {t.after === null ? (
              <p className="fh-quiet">
                第{fresh.no}版没有“{t.name}”
              </p>
            ) : (
              <TierCard tier={t.after} name={`第${fresh.no}版　${t.name}`} />
            )}
          </div>
        ))}
    </>
  );
}
