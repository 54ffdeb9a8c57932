import {
  type ActFrame,
  CERTIFICATE_KIND_LABELS,
  chineseDay,
  type DocumentIssue,
  isDemonstration,
  type LocalDate,
  nameOf,
  paper,
  type RegisterFacts,
} from '#law';
import { AFFAIR_LABELS, type CertificateAffair, TAKES_CARD } from '../model.ts';

/** DOC-30 (申领表, 审核注册报告书). */
export type ApplicationFacts = {
  readonly affair: string;
  readonly unit: string;
  readonly bureau: string;
  readonly name: string;
  readonly kind: string;
  readonly number: string;
  readonly post: string;
  readonly domains: string;
  readonly qualification: string;
  readonly reason: string;
  readonly opinion: string;
  readonly reviewer: string;
  readonly reviewedOn: LocalDate;
  readonly demonstration: boolean;
};
/** DOC-30 (公告): which certificate counts no more, from which day, by which paper. */
export type NoticeFacts = {
  readonly issuer: string;
  readonly affair: string;
  readonly unit: string;
  readonly name: string;
  readonly kind: string;
  readonly number: string;
  readonly from: string;
  readonly basis: string;
  readonly on: LocalDate;
  readonly demonstration: boolean;
};

export function applicationPaper(s: CertificateAffair, frame: ActFrame, facts: RegisterFacts): readonly DocumentIssue[] {
  const { card } = s;
  const made: ApplicationFacts = {
    affair: AFFAIR_LABELS[s.affair],
    unit: nameOf(facts, s.unitId),
    bureau: nameOf(facts, s.bureauId),
    name: card.name,
    kind: CERTIFICATE_KIND_LABELS[card.kind],
    number: card.number ?? '',
    post: card.post ?? '',
    domains: card.domains.join('、'),
    qualification: s.qualification ?? '',
    reason: s.reason,
    opinion: s.opinion ?? '',
    reviewer: s.reviewer?.name ?? '',
    reviewedOn: frame.legalDate,
    demonstration: isDemonstration(facts, [s.unitId, s.bureauId]),
  };
  const isRegistration = s.affair === 'registration';
  const name = isRegistration ? '行政执法证件审核注册报告书' : `行政执法证件${AFFAIR_LABELS[s.affair]}表`;
  return [paper({ kind: 'DOC-30', name, template: 'certificate-application', facts: made })];
}

/** A certificate that is suspended, revoked, cancelled or declared void is announced. */
export function notice(s: CertificateAffair, frame: ActFrame, facts: RegisterFacts): readonly DocumentIssue[] {
  const last = s.answers.at(-1);
  const isLoss = frame.type === 'declare';
  const isTaken = last !== undefined && last.is !== 'refused' && TAKES_CARD.includes(s.affair);
  if (!isLoss && !isTaken) return [];
  const issuerId = isLoss ? s.unitId : (s.forwarderId ?? s.bureauId);
  const made: NoticeFacts = {
    issuer: nameOf(facts, issuerId),
    affair: isLoss ? '作废' : last?.is === 'revoked' ? AFFAIR_LABELS.revocation : AFFAIR_LABELS[s.affair],
    unit: nameOf(facts, s.unitId),
    name: s.card.name,
    kind: CERTIFICATE_KIND_LABELS[s.card.kind],
    number: s.card.number ?? '',
    from: chineseDay((isLoss ? s.declared?.on : last?.from) ?? frame.legalDate),
    basis: isLoss ? `证件遗失，已在${s.declared?.channel ?? ''}声明作废` : `自治区决定（${last?.paper ?? ''}）`,
    on: frame.legalDate,
    demonstration: isDemonstration(facts, [s.unitId, issuerId]),
  };
  return [paper({ kind: 'DOC-30-公告', name: `行政执法证件${made.affair}公告`, template: 'certificate-notice', facts: made })];
}
