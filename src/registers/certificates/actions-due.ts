import { addDays, addMonths, addYears, deriveDue, type LocalDate, type ObligationTerms, type Profile, shanghaiDay, termsOf } from '#law';
import { type Platform, perform } from '#platform/acts/perform';
import { inTransaction, rows } from '#platform/db';
import { SYSTEM_PREAMBLE } from '#platform/session';
import { endShownReminders } from './actions-shown.ts';

/**
 * When the platform begins to remind, a choice of its own: 令96 第十五条 is said to want the application three months before
 * (an excerpt, 待核定), of the others nothing is known. Longer ago nobody is reminded of what the register may simply not know.
 */
const LOOK_BACK_DAYS = 30;
const REGISTRATION_LEAD_DAYS = 60;
const EXCHANGE_LEAD_MONTHS = 3;
const MOST = 200;

type Due = {
  readonly affair: 'registration' | 'exchange';
  readonly kind: string;
  readonly number: string;
  readonly name: string;
  readonly unitId: string;
  readonly bureauId: string;
  readonly since: LocalDate;
  /** Last valid day. */
  readonly through: LocalDate | null;
  /** Whether `since` is a 审核注册 or only the day of issue. */
  readonly isRegistered: boolean;
};

/**
 * Opens an affair for every certificate whose 审核注册 (KS-53) or 换证 (KS-32) comes near, once for each due day.
 * Answers how many. First ends those that the register has answered by itself. A card of which no 审核注册 was ever loaded is not said to be overdue.
 */
export async function openDueAffairs(platform: Platform, stopping: () => boolean): Promise<number> {
  const cities = await inTransaction(platform.pool, SYSTEM_PREAMBLE, (client) =>
    rows<{ city: number }>(client, 'select distinct city from profile order by city'),
  );
  let opened = 0;
  const failed: string[] = [];
  for (const { city } of cities) {
    const profile = platform.law().currentProfile(city);
    if (profile === null) continue;
    failed.push(...(await endShownReminders(platform, city, stopping)));
    for (const due of await dueIn(platform, city, profile)) {
      if (stopping()) return opened;
      const failure = await open(platform, city, due);
      if (failure === null) opened += 1;
      else failed.push(failure);
    }
  }
  // One card that cannot be reminded of, or whose reminder cannot be ended, keeps no other from it; the operator is told of it all the same.
  if (failed.length > 0) throw new Error(failed.join('\n'));
  return opened;
}

type Open = Due & { readonly on: LocalDate };

async function dueIn(platform: Platform, city: number, profile: Profile): Promise<readonly Open[]> {
  const today = shanghaiDay(platform.now());
  const { calendar } = platform.law();
  const registration = termsOf(profile, 'local.certificate-registration', today);
  const exchange = termsOf(profile, 'local.certificate-exchange', today);
  const lookAhead = addDays(today, REGISTRATION_LEAD_DAYS);
  const found = await inTransaction(platform.pool, SYSTEM_PREAMBLE, (client) =>
    rows<Due>(client, DUE, [
      city,
      today,
      registration === null ? null : before(registration, lookAhead),
      exchange === null ? null : addMonths(today, EXCHANGE_LEAD_MONTHS),
      addDays(today, -LOOK_BACK_DAYS),
      MOST,
    ]),
  );
  return found.flatMap((due) => {
    const terms = due.affair === 'registration' ? registration : exchange;
    const on =
      terms === null
        ? null
        : (deriveDue(terms, due.since, calendar, profile.rollOn, due.affair === 'exchange' ? due.through : null)?.dueOn ?? null);
    if (on === null || (due.affair === 'registration' && on > lookAhead)) return [];
    return on >= addDays(today, -LOOK_BACK_DAYS) || due.isRegistered ? [{ ...due, on }] : [];
  });
}

/** The latest start whose period ends by a day. */
function before(terms: ObligationTerms, day: LocalDate): LocalDate | null {
  if (terms.length === null) return null;
  switch (terms.unit) {
    case 'y':
      return addYears(day, -terms.length);
    case 'month':
      return addMonths(day, -terms.length);
    case 'd':
      return addDays(day, -terms.length);
    case 'wd':
    case 'h':
    case null:
      return null;
  }
}

/** null when its affair has been opened; else why not. */
async function open(platform: Platform, city: number, due: Open): Promise<string | null> {
  const { affair, kind, number, name, unitId: unit, bureauId: bureau, since, on } = due;
  const answer = await perform(platform, {
    by: { system: true, city },
    kind: 'certificate-affair',
    act: 'remind',
    matterId: null,
    input: { affair, unit, bureau, kind, number, name, since, due: on },
    idempotencyKey: `certificate-${affair}-${kind}-${number}-${on}`,
  });
  return answer.ok ? null : `certificate-affair remind ${kind} ${number}: ${JSON.stringify(answer)}`;
}

/**
 * Valid or suspended today, in a unit that has a bureau today; none whose affair is open or was for the same day. A due day
 * within half a year of the last 审核注册 belongs to the round before it.
 */
const DUE = `
with card as (
  select c.kind, c.number, c.officer_id, c.organisation_id, c.registered_on, upper(c.valid) - 1 as through,
    (select min(lower(e.valid)) from certificate_record e where e.kind = c.kind and e.number = c.number and upper_inf(e.known)) as issued_on,
    (select max(upper(e.valid)) - 1 from certificate_record e where e.kind = c.kind and e.number = c.number and upper_inf(e.known)
       and e.status in ('valid', 'suspended')) as last_day
  from certificate_record c join organisation o on o.id = c.organisation_id
  where o.city = $1 and upper_inf(c.known) and c.valid @> $2::date and c.status in ('valid', 'suspended')
), wanted as (
  select 'registration' as affair, coalesce(registered_on, issued_on) as since, registered_on is not null as "isRegistered", card.* from card
    where coalesce(registered_on, issued_on) <= $3::date
  union all
  select 'exchange', issued_on, false, card.* from card where last_day <= $4::date and last_day >= $5::date
)
select w.affair, w.kind, w.number, f.name, w.organisation_id as "unitId", r.bureau_id as "bureauId", w.since, w.last_day as through, w."isRegistered"
from wanted w join officer f on f.id = w.officer_id
join organisation_record r on r.organisation_id = w.organisation_id and r.valid @> $2::date and upper_inf(r.known) and r.bureau_id is not null
where w.since is not null and not exists (
  select from certificate_affair a where a.affair = w.affair and a.certificate_kind = w.kind and a.certificate_number = w.number
    and (a.ended_on is null or a.due_on >= case when w.affair = 'exchange' then w.last_day else w.since + 180 end))
order by w.since, w.number limit $6`;
