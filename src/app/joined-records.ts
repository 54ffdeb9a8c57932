import { type LocalDate, normaliseDocumentNumber, yearOf } from '#law';
import { madeAt } from '#platform/acts/ids';
import { type Platform, perform } from '#platform/acts/perform';
import { inTransaction, rows } from '#platform/db';
import { SYSTEM_PREAMBLE } from '#platform/session';

/** A decision made in a case, by what is alike in all sources: organ, 文号, year (DESIGN §3.4). */
export type DecidedCase = {
  readonly city: number;
  readonly matterId: string;
  readonly organId: string;
  readonly number: string;
  readonly decidedOn: LocalDate;
};
type Record_ = { readonly id: string; readonly cohort: number; readonly organId: string; readonly key: string; readonly year: number };

/** Whether a source has told of the decision before: then its record is the case's, which alone is counted from now on. */
export async function joinRecordOf(platform: Platform, decided: DecidedCase): Promise<boolean> {
  const number = normaliseDocumentNumber(decided.number);
  if (number === null) return false;
  const [record] = await inTransaction(platform.pool, SYSTEM_PREAMBLE, (client) =>
    rows<{ id: string }>(
      client,
      `select matter_id as id from penalty_record
       where city = $1 and organ_id = $2 and number_key = $3 and decision_year = $4 and counted and label < 4 order by key_serial limit 1`,
      [decided.city, decided.organId, number.key, yearOf(decided.decidedOn)],
    ),
  );
  return record !== undefined && join(platform, decided.city, record.id, decided.matterId);
}

async function join(platform: Platform, city: number, recordId: string, into: string): Promise<boolean> {
  const answer = await perform(platform, {
    by: { system: true, city },
    ...{ kind: 'penalty-record', act: 'join-case', matterId: recordId, input: { into } },
  });
  if (!answer.ok && answer.error !== 'refused') throw new Error(`join-case: ${JSON.stringify(answer)}`);
  return answer.ok;
}

type Place = { readonly cohort: number; readonly id: string };
/** How far the records of each city have been looked at for good, by this server. */
export type Seen = Map<number, Place>;

const AT_ONCE = 2_000;
const BEGINNING: Place = { cohort: 0, id: '00000000-0000-0000-0000-000000000000' };
/** An id is made before its record can be seen: in so long another load may still bring one that sorts before those seen. */
const STILL_COMING_MS = 60_000;

/** Records that have come since the last look, whose decision was made in a case: joined to it. `judge` then looks at the case again. */
export async function joinNewRecords(
  platform: Platform,
  seen: Seen,
  judge: (city: number, caseId: string) => Promise<void>,
  isStopping: () => boolean,
): Promise<number> {
  const cities = await inTransaction(platform.pool, SYSTEM_PREAMBLE, (client) =>
    rows<{ city: number }>(client, 'select distinct city from organisation'),
  );
  let joined = 0;
  for (const { city } of cities) {
    for (let after = seen.get(city) ?? BEGINNING; ; ) {
      if (isStopping()) return joined;
      const page = await nextRecords(platform, city, after);
      const last = page.at(-1);
      if (last === undefined) break;
      for (const { recordId, caseId } of await pairs(platform, city, page)) {
        if (!(await join(platform, city, recordId, caseId))) continue;
        await judge(city, caseId);
        joined += 1;
      }
      after = last;
      const settled = page.findLast(({ id }) => madeAt(id) < platform.now() - STILL_COMING_MS);
      if (settled !== undefined) seen.set(city, { cohort: settled.cohort, id: settled.id });
    }
  }
  return joined;
}

function nextRecords(platform: Platform, city: number, after: Place): Promise<readonly Record_[]> {
  return inTransaction(platform.pool, SYSTEM_PREAMBLE, (client) =>
    rows<Record_>(
      client,
      `select matter_id as id, cohort, organ_id as "organId", number_key as key, decision_year as year from penalty_record
       where city = $1 and (cohort, matter_id) > ($2, $3::uuid) and counted and label < 4 order by cohort, matter_id limit ${AT_ONCE}`,
      [city, after.cohort, after.id],
    ),
  );
}

async function pairs(platform: Platform, city: number, page: readonly Record_[]) {
  const cases = await inTransaction(platform.pool, SYSTEM_PREAMBLE, (client) =>
    rows<{ id: string; organId: string; number: string; on: LocalDate }>(client, DECIDED_CASES, [
      city,
      [...new Set(page.map((r) => r.organId))],
      [...new Set(page.map((r) => r.year))],
    ]),
  );
  const byKey = new Map(
    cases.flatMap(({ id, organId, number, on }) => {
      const key = normaliseDocumentNumber(number)?.key;
      return key === undefined ? [] : [[`${organId}/${key}/${yearOf(on)}`, id] as const];
    }),
  );
  return page.flatMap(({ id, organId, key, year }) => {
    const caseId = byKey.get(`${organId}/${key}/${year}`);
    return caseId === undefined ? [] : [{ recordId: id, caseId }];
  });
}

const DECIDED =
  'decided_on is not null and label < 4 and city = $1 and organ_id = any($2::uuid[]) and extract(year from decided_on) = any($3::int[])';
const DECIDED_CASES = `
select matter_id as id, organ_id as "organId", decision_number as number, decided_on as on from ordinary_penalty
where decision_number is not null and ${DECIDED}
union all select matter_id, organ_id, number, decided_on from summary_penalty where number is not null and ${DECIDED}`;
