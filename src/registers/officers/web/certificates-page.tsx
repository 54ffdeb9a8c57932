import { Link } from '@tanstack/react-router';
import { CERTIFICATE_KIND_LABELS, CERTIFICATE_STATUS_LABELS } from '#law';
import { Page } from '#ui/layout/page.tsx';
import type { Column, Filter } from '#ui/table/columns.ts';
import { DataTable } from '#ui/table/data-table.tsx';
import type { CertificateItem } from '../contract.ts';
import { StandingTag } from './standing-tag.tsx';

export const CERTIFICATE_COLUMNS: readonly Column<CertificateItem>[] = [
  {
    id: 'holder',
    title: '姓名',
    width: 140,
    always: true,
    card: 'head',
    render: (c) => <Link to={`/certificates/${c.id}`}>{c.holder}</Link>,
  },
  { id: 'kind', title: '证件类别', width: 120, render: (c) => CERTIFICATE_KIND_LABELS[c.kind] },
  { id: 'number', title: '证件号', width: 150, render: (c) => c.number },
  { id: 'organisation', title: '单位', wrap: true, render: (c) => c.organisationName },
  { id: 'status', title: '状态', width: 90, render: (c) => <StandingTag standing={c.status} /> },
  { id: 'domains', title: '领域', wrap: true, hidden: true, render: (c) => c.domains.join('、') || '—' },
  { id: 'registeredOn', title: '审核注册', width: 110, render: (c) => c.registeredOn ?? '未登记' },
  { id: 'from', title: '登记起', width: 110, hidden: true, render: (c) => c.from },
  { id: 'ends', title: '有效期至', width: 110, render: (c) => c.ends ?? '—' },
];
const FILTERS: readonly Filter[] = [
  { id: 'q', label: '姓名或证件号', as: 'text' },
  { id: 'kind', label: '证件类别', as: 'choice', options: CERTIFICATE_KIND_LABELS },
  { id: 'status', label: '状态', as: 'choice', options: CERTIFICATE_STATUS_LABELS },
  { id: 'organisation', label: '单位', as: 'organisation' },
  { id: 'ending', label: '有效期', as: 'choice', options: { true: '三个月内到期' } },
  { id: 'on', label: '哪一日的状态', as: 'date' },
];

/** 证件名录: what every certificate within reach is on a day. */
export function CertificatesPage() {
  return (
    <Page title="证件名录" status="本单位和管辖范围内的执法证、监督证；不选日期的，列出今日在有效期内的证件。">
      <DataTable<CertificateItem>
        id="certificates"
        what="证件"
        path="/api/certificates"
        exportPath="/api/certificates/export"
        columns={CERTIFICATE_COLUMNS}
        filters={FILTERS}
        rowKey={(c) => c.id}
        href={(c) => `/certificates/${c.id}`}
        empty="没有您可查阅的证件。由市司法局在“名录载入”载入自治区的证件名录，或者在“执法证件办理”申领后，列在这里。"
      />
    </Page>
  );
}
