import { Link, useLocation, useNavigate } from '@tanstack/react-router';
import { useRef } from 'react';
import { Section } from '#ui/layout/page.tsx';
import { ExportButton } from '#ui/table/export-button.tsx';
import type { JobView, RowTab } from '../contract-imports.ts';
import { ImportDuplicates } from './import-duplicates.tsx';
import { ImportOrgans } from './import-organs.tsx';
import { ImportRows } from './import-rows.tsx';

type Tab = { readonly id: RowTab; readonly label: string; readonly count: number; readonly loud?: boolean };

/** 结果: four numbers, each opens what it counts. */
export function ImportResults({ job }: { job: JobView }) {
  const { searchStr } = useLocation();
  const navigate = useNavigate();
  const { counts } = job;
  const results = useRef<HTMLElement>(null);
  const toResults = (): void => results.current?.focus({ preventScroll: true });
  const main: readonly Tab[] = [
    { id: 'loaded', label: '已入库', count: counts.loaded + counts.otherSource + counts.updated },
    { id: 'to-correct', label: '需更正', count: counts.rejected - job.corrected, loud: true },
    { id: 'duplicate', label: '疑似重复', count: counts.duplicates, loud: true },
  ];
  const others: readonly Tab[] = [
    { id: 'same', label: '已有、内容相同', count: counts.same },
    { id: 'set-aside', label: '变更、删除、测试行', count: counts.setAside },
  ];
  const asked = new URLSearchParams(searchStr).get('tab');
  const tab = [...main, ...others].find(({ id }) => id === asked) ?? main.find(({ count, loud }) => loud === true && count > 0) ?? main[0];
  if (tab === undefined) return null;
  const open = (id: RowTab): void => void navigate({ href: `/imports/${job.id}?tab=${id}`, resetScroll: false });
  return (
    <Section title="三、结果">
      <div className="imp-tiles">
        {main.map((one) => (
          <button key={one.id} type="button" className="imp-tile" aria-pressed={one.id === tab.id} onClick={() => open(one.id)}>
            <strong className={one.loud === true && one.count > 0 ? 'imp-loud' : undefined}>{one.count.toLocaleString('en-US')}</strong>
            <span>{one.label}</span>
          </button>
        ))}
        <Link to="/findings" search={{ batch: job.id }} className="imp-tile">
          <strong className={counts.findings > 0 ? 'imp-loud' : undefined}>{counts.findings.toLocaleString('en-US')}</strong>
          <span>新预警</span>
        </Link>
      </div>
      <p className="imp-others">
        {others.map((one) => (
          <button key={one.id} type="button" className="fh-linkish" aria-pressed={one.id === tab.id} onClick={() => open(one.id)}>
            {one.label} {one.count.toLocaleString('en-US')}
          </button>
        ))}
        {counts.skipped === 0 ? null : <span className="fh-quiet">空行、表尾 {counts.skipped.toLocaleString('en-US')}</span>}
      </p>
      <section ref={results} tabIndex={-1} aria-label={tab.label} className="imp-results">
        <h3>{tab.label}</h3>
        {tab.id === 'to-correct' ? (
          <>
            <ImportOrgans job={job} done={toResults} />
            {job.corrected === 0 ? null : <p className="fh-quiet">另有 {job.corrected} 行已由后来的导入更正，在下面标明。</p>}
            {counts.rejected === job.corrected || job.origin !== 'file' ? null : (
              <p className="imp-actions">
                <ExportButton path={`/api/penalty-records/imports/${job.id}/correction`} name="待更正" words="下载更正工作簿" />
                <Link to="/imports">上传更正后的工作簿</Link>
                <span className="fh-quiet">每个出错的单元格旁有原因，改好后原样上传，不会重复入库。</span>
              </p>
            )}
          </>
        ) : null}
        {tab.id === 'duplicate' ? <ImportDuplicates job={job} /> : <ImportRows job={job} tab={tab.id} />}
      </section>
    </Section>
  );
}
