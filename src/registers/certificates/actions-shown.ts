import { CERTIFICATE_STATUS_LABELS, type CertificateStatus, type LocalDate, shanghaiDay } from '#law';
import { type Platform, perform } from '#platform/acts/perform';
import { inTransaction, rows } from '#platform/db';
import { SYSTEM_PREAMBLE } from '#platform/session';

type Shown = {
  readonly matterId: string;
  /** What the register holds now: a later 审核注册, a later last day, or a card that is no more. */
  readonly registeredOn: LocalDate | null;
  readonly through: LocalDate | null;
  readonly status: CertificateStatus | null;
};

/**
 * Ends reminders that nobody has answered here because the region's file has: a load has brought the 审核注册, the longer
 * term, or the end of the card. Answers why those were not ended that could not be.
 */
export async function endShownReminders(platform: Platform, city: number, stopping: () => boolean): Promise<readonly string[]> {
  const today = shanghaiDay(platform.now());
  const found = await inTransaction(platform.pool, SYSTEM_PREAMBLE, (client) => rows<Shown>(client, SHOWN, [city, today]));
  const failed: string[] = [];
  for (const { matterId, ...shown } of found) {
    if (stopping()) return failed;
    const input = { shown: words(shown) };
    const answer = await perform(platform, {
      ...{ by: { system: true, city } as const, kind: 'certificate-affair', act: 'register-shows', matterId, input },
      idempotencyKey: `certificate-shown-${matterId}`,
    });
    if (!answer.ok) failed.push(`certificate-affair register-shows ${matterId}: ${JSON.stringify(answer)}`);
  }
  return failed;
}

function words({ registeredOn, through, status }: Omit<Shown, 'matterId'>): string {
  if (status !== null) return `证件已${CERTIFICATE_STATUS_LABELS[status]}`;
  return registeredOn === null ? `证件有效期至${through ?? ''}` : `${registeredOn}审核注册`;
}

const SHOWN = `
select m.id as "matterId", r.registered_on as "registeredOn", l.through, e.status
from matter m join certificate_affair a on a.city = m.city and a.cohort = m.cohort and a.matter_id = m.id
left join lateral (select max(c.registered_on) as registered_on from certificate_record c
  where a.affair = 'registration' and c.kind = a.certificate_kind and c.number = a.certificate_number and upper_inf(c.known)
    and c.registered_on > (m.state #>> '{due,since}')::date) r on true
left join lateral (select max(upper(c.valid)) - 1 as through from certificate_record c
  where a.affair = 'exchange' and c.kind = a.certificate_kind and c.number = a.certificate_number and upper_inf(c.known)
    and c.status = 'valid' and upper(c.valid) - 1 > a.due_on) l on true
left join lateral (select c.status from certificate_record c
  where c.kind = a.certificate_kind and c.number = a.certificate_number and upper_inf(c.known) and c.valid @> $2::date
    and c.status in ('revoked', 'cancelled', 'void') limit 1) e on true
where m.city = $1 and m.kind = 'certificate-affair' and m.status = 'due'
  and (r.registered_on is not null or l.through is not null or e.status is not null)
order by m.id limit 200`;
