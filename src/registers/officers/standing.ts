import { CERTIFICATE_STATUS_LABELS, type CertificateStatus, type LocalDate } from '#law';
import type { Days } from '#registers/loading';

/** What a certificate is on a day: what is registered for it, or before its first or after its last day. */
export const STANDING_LABELS = { ...CERTIFICATE_STATUS_LABELS, 'not-yet': '尚未生效', expired: '已过有效期' } as const;
export type Standing = keyof typeof STANDING_LABELS;

type Stage = Days & { readonly status: CertificateStatus };

/** From all periods of one number as known at one time, in any order. A card that ended before its last day stays ended. */
export function standingOn(stages: readonly Stage[], day: LocalDate): Standing {
  const at = stages.find((s) => s.from <= day && (s.until === null || day < s.until));
  if (at !== undefined) return at.status;
  const before = stages.filter((s) => s.from <= day).sort((a, b) => (a.from < b.from ? 1 : -1))[0];
  if (before === undefined) return 'not-yet';
  return before.status === 'valid' || before.status === 'suspended' ? 'expired' : before.status;
}
