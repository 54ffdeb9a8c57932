import { Link } from '@tanstack/react-router';
import { Button, Descriptions } from 'antd';
import type { ReactNode } from 'react';
import { yuan } from '#law';
import { useApi } from '#ui/api/use-api.ts';
import { Loaded } from '#ui/layout/states.tsx';
import { type FilingView, STATE_LABELS } from '../contract.ts';

type Row = readonly [label: string, value: ReactNode];
const LABELS = { label: { whiteSpace: 'nowrap' } } as const;

const sum = (fen: number | null): string => (fen === null ? '—' : yuan(fen));

/** What has to be filed and with whom; and the package that leaves for the upper department. */
export function FilingRecord({ id }: { readonly id: string }) {
  const filing = useApi<FilingView>(`/api/major-penalty-filings/${id}`);
  return (
    <Loaded query={filing} what="备案">
      {(f) => (
        <>
          <Descriptions size="small" bordered column={1} styles={LABELS} items={itemsOf(f)} />
          {f.hasPackage ? (
            <p className="fh-note">
              <Button href={`/api/major-penalty-filings/${f.id}/package`}>下载报送材料包（ZIP）</Button>{' '}
              抄报上一级主管部门用；清单写明每个文件的 SHA-256，送达后登记回执。
            </p>
          ) : null}
        </>
      )}
    </Loaded>
  );
}

function itemsOf(f: FilingView) {
  const due = f.dueOn === null ? '—' : `${f.dueOn}${f.provisional ? '（暂定，放假安排未载入）' : '（期限待核定）'}`;
  const filed = f.filedOn === null ? '尚未报送' : `${f.filedOn}${f.state === 'late' ? '（逾期）' : ''}`;
  const receipt = f.receiptOn === null ? '尚未登记' : `${f.receiptOn} ${f.receiptNumber ?? ''}`;
  const copy: readonly Row[] = [
    ['抄报', f.upperName ?? '—'],
    ['上级回执', receipt],
  ];
  const materials: readonly Row[] = [['报送的材料', f.materials.map((m) => `${m.name}${m.files}件`).join('；')]];
  const rows: readonly Row[] = [
    [
      '处罚决定',
      <Link key="decision" to={`/matters/${f.decisionId}`}>
        {f.number}
      </Link>,
    ],
    ['决定日期', f.decidedOn],
    ['当事人', f.partyName],
    ['处罚种类', f.penalty],
    ['罚款 / 没收', `${sum(f.fineFen)} / ${sum(f.confiscatedFen)}`],
    ['应备案的理由', f.reasons.join('；')],
    ['台账状态', STATE_LABELS[f.state]],
    ['到期日', due],
    ['报送日期', f.statedOn === null ? filed : `来源载明${f.statedOn}`],
    ['备案审查机关', f.reviewerName ?? '（只报上一级主管部门）'],
    ...(f.upperName === null && f.receiptOn === null ? [] : copy),
    ...(f.materials.length === 0 ? [] : materials),
  ];
  return rows.map(([label, children]) => ({ key: label, label, children }));
}
