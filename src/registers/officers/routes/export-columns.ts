import { CERTIFICATE_KIND_LABELS, CERTIFICATE_STATUS_LABELS } from '#law';
import type { ListColumn } from '#platform/matters/shown-columns';
import type { CertificateItem } from '../contract.ts';

/** What the page of 证件名录 shows, in its order. */
export const CERTIFICATE_COLUMNS: readonly ListColumn<CertificateItem>[] = [
  { id: 'holder', title: '姓名', cell: (c) => c.holder },
  { id: 'kind', title: '证件类别', cell: (c) => CERTIFICATE_KIND_LABELS[c.kind] },
  { id: 'number', title: '证件号', cell: (c) => c.number },
  { id: 'organisation', title: '单位', cell: (c) => c.organisationName },
  { id: 'status', title: '状态', cell: (c) => CERTIFICATE_STATUS_LABELS[c.status] },
  { id: 'domains', title: '领域', cell: (c) => c.domains.join('、') },
  { id: 'registeredOn', title: '审核注册', cell: (c) => c.registeredOn ?? '未登记' },
  { id: 'from', title: '登记起', cell: (c) => c.from },
  { id: 'ends', title: '有效期至', cell: (c) => c.ends },
];

/** The titles by which a register of certificates can be loaded again. */
export const REGISTER_COLUMNS: readonly ListColumn<CertificateItem>[] = [
  { id: 'number', title: '证件号', cell: (c) => c.number },
  { id: 'kind', title: '证件类别', cell: (c) => CERTIFICATE_KIND_LABELS[c.kind] },
  { id: 'holder', title: '姓名', cell: (c) => c.holder },
  { id: 'organisation', title: '单位', cell: (c) => c.organisationName },
  { id: 'status', title: '状态', cell: (c) => CERTIFICATE_STATUS_LABELS[c.status] },
  { id: 'domains', title: '领域', cell: (c) => c.domains.join('、') },
  { id: 'registeredOn', title: '审核注册日期', cell: (c) => c.registeredOn },
  { id: 'legalQualification', title: '法律职业资格证书号', cell: (c) => c.legalQualification },
  { id: 'reviewsSince', title: '从事法制审核日期', cell: (c) => c.reviewsSince },
  { id: 'from', title: '生效日', cell: (c) => c.from },
  { id: 'through', title: '有效期至', cell: (c) => c.through },
];
