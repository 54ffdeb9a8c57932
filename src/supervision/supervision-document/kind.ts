import type { MatterKind, NamedFacts, Participant } from '#law';
import { CLOCKS } from './clocks.ts';
import { columns } from './columns.ts';
import { citesIn } from './documents/cited-texts.ts';
import { FORMS } from './forms.ts';
import { shown } from './lifecycle/shown.ts';
import { tasks } from './lifecycle/tasks.ts';
import { FOLDS, LIFECYCLE } from './lifecycle.ts';
import { isLetter, STATUS_LABELS, type Status, type SupervisionDocument, TYPE_LABELS } from './model.ts';

const PARTIES = {
  issuer: '发文机关',
  addressee: '收文单位',
  bureau: '同级司法行政部门',
  concerned: '所涉单位',
  copied: '抄送单位',
  government: '作出决定的人民政府',
} as const;

/** Before service the document is the issuer's own; what is withdrawn never reaches anybody. */
function participants(s: SupervisionDocument): readonly Participant[] {
  const issuer: Participant = { organisationId: s.issuerId, as: 'issuer' };
  if (s.letter?.servedOn == null) return [issuer];
  const { addresseeId, reportToId, concernedId, copyIds, type } = s.draft;
  const told = type === 'notification' ? null : concernedId;
  return [
    issuer,
    { organisationId: addresseeId, as: 'addressee' },
    ...(reportToId === null ? [] : [{ organisationId: reportToId, as: 'bureau' }]),
    ...(told === null ? [] : [{ organisationId: told, as: 'concerned' }]),
    ...copyIds.map((organisationId) => ({ organisationId, as: 'copied' })),
    ...(s.governmentRequest === null ? [] : [{ organisationId: s.governmentRequest.governmentId, as: 'government' }]),
  ];
}

const NOT_ISSUED: readonly string[] = ['draft', 'checking', 'reviewing', 'signing', 'withdrawn', 'replaced'];

function named(s: SupervisionDocument): NamedFacts {
  const { type, addresseeId, concernedId } = s.draft;
  const about = concernedId === null ? [addresseeId] : [addresseeId, concernedId];
  return { type, about, isIssued: !NOT_ISSUED.includes(s.status) };
}

/** What the unit does in its own house between receiving and handling; a letter is only answered. */
function ahead(s: SupervisionDocument): readonly Status[] {
  if (s.status === 'proposing') return ['assigning'];
  return s.status === 'receiving' && !isLetter(s.draft.type) ? ['proposing', 'assigning'] : [];
}

/** 行政执法监督文书 (SM-C3): from 拟稿 to 办结, with the period of the written report and what follows when it is missed. */
export const SUPERVISION_DOCUMENT: MatterKind<SupervisionDocument, typeof FORMS> = {
  kind: 'supervision-document',
  name: '行政执法监督文书',
  room: 'supervision-document',
  statuses: STATUS_LABELS,
  mainLine: [
    'draft',
    'checking',
    'reviewing',
    'signing',
    'sealing',
    'serving',
    'receiving',
    'handling',
    'report-signing',
    'verifying',
    'closed',
  ],
  ahead,
  closed: ['closed', 'withdrawn', 'replaced'],
  parties: PARTIES,
  forms: FORMS,
  lifecycle: LIFECYCLE,
  folds: FOLDS,
  clocks: CLOCKS,
  title: (s) => `${TYPE_LABELS[s.draft.type]}：${s.draft.subject}`,
  shown,
  homeId: (s) => s.issuerId,
  label: () => 2,
  participants,
  tasks,
  named,
  citesIn,
  columns,
  directedTo: { column: 'addressee_id', title: '主送单位' },
};
