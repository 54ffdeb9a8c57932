import { FINDING_STATUS_LABELS, type FindingStatus, type LocalDate, mayDecide, type RegisterFacts } from '#law';
import type { Session } from '#platform/session';
import type { DecisionOffer } from '../contract.ts';
import { uncertified } from '../facts.ts';

const LABELS = {
  'sent-down': '下发预警核查',
  'taken-up': '立监督案件',
  excluded: '排除',
  'confirmed-cleared': '确认消除',
} as const satisfies Record<DecisionOffer['decision'], string>;
const DECISIONS = ['sent-down', 'taken-up', 'excluded', 'confirmed-cleared'] as const;

/** What this post could do with a finding that stands so, and what is in the way: the page greys out, the act decides again. */
export function offersOf(
  finding: { readonly status: FindingStatus; readonly sealed: boolean },
  session: Session,
  certificates: RegisterFacts,
  today: LocalDate,
): readonly DecisionOffer[] {
  return DECISIONS.flatMap((decision) => {
    if (decision === 'confirmed-cleared' && finding.status !== 'cleared-unconfirmed') return [];
    const reason = barredBy(decision, finding, session, certificates, today);
    return [{ decision, label: LABELS[decision], allowed: reason === null, reason }];
  });
}

function barredBy(
  decision: DecisionOffer['decision'],
  finding: { readonly status: FindingStatus; readonly sealed: boolean },
  session: Session,
  certificates: RegisterFacts,
  today: LocalDate,
): string | null {
  if (session.role !== 'supervisor') return '预警由行政执法监督人员办理，您的岗位无权办理';
  if (!mayDecide(finding.status, decision)) return `该预警当前为“${FINDING_STATUS_LABELS[finding.status]}”`;
  if (finding.sealed && (decision === 'sent-down' || decision === 'taken-up')) return '密封事项的预警不下发、不并案，只在原事项内办理';
  return decision === 'sent-down' ? null : (uncertified(session.officerId, certificates, today)?.reason ?? null);
}
