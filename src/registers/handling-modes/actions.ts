import { randomUUID } from 'node:crypto';
import { cite, type LocalDate, type Refusal, refuse } from '#law';
import type { AfterAct } from '#platform/acts/after-act';
import { type Queryable, rows } from '#platform/db';
import type { Session } from '#platform/session';
import { CASE_KIND_LABELS, type CaseKind, type HandlingMode, MODE_LABELS, type Mode } from './model.ts';

type Standing = { readonly caseKind: CaseKind; readonly mode: Mode; readonly system: string | null; readonly since: LocalDate };

/**
 * Behind an approval: the mode stands in the register from its day on. Behind the opening of a case: whoever handles such
 * cases elsewhere does not type them here a second time; what has happened elsewhere may be told.
 */
export const followHandlingMode: AfterAct = async (client, done) => {
  const last = done.acts.at(-1);
  if (last === undefined) return null;
  if (done.kind === 'handling-mode' && last.type === 'approve') {
    await registerMode(client, done.city, done.matterId, last.id, done.state as HandlingMode, done.nowMs);
    return null;
  }
  const isOpened = Object.hasOwn(CASE_KIND_LABELS, done.kind) && done.acts[0]?.seq === 1 && last.mode === 'performed';
  if (!isOpened || last.organisation_id === null) return null;
  const standing = await modesOf(client, last.organisation_id, done.today);
  return refusalOf(standing.find(({ caseKind }) => caseKind === done.kind));
};

/** What a unit does not open here today, and the way that it takes instead. */
export async function closedOpenings(client: Queryable, session: Session, today: LocalDate): Promise<ReadonlyMap<string, Refusal>> {
  const standing = await modesOf(client, session.organisationId, today);
  return new Map(
    standing.flatMap((one) => {
      const refusal = refusalOf(one);
      return refusal === null ? [] : [[one.caseKind, refusal] as const];
    }),
  );
}

/** Tables tell of decisions; what is no penalty has none, and is entered one by one. */
const DECISIONS = '办结以后用“导入处罚决定”的表格报送；需要逐步登记的，补录';
const BY_TABLE: Readonly<Partial<Record<CaseKind, string>>> = { 'ordinary-penalty': DECISIONS, 'summary-penalty': DECISIONS };

function refusalOf(standing: Standing | undefined): Refusal | null {
  if (standing === undefined || standing.mode === 'platform') return null;
  const { caseKind, mode, system, since } = standing;
  const way =
    mode === 'own-system'
      ? `在${system ?? '自有系统'}办理，由系统凭密钥报送（POST /api/${caseKind}/reports）；个别没有报来的，补录`
      : (BY_TABLE[caseKind] ?? '办结以后逐件补录');
  const reason = `本单位的${CASE_KIND_LABELS[caseKind]}自${since}起为“${MODE_LABELS[mode]}”，不在平台上再填一遍：${way}。要改为平台办案的，提出“办理方式”，由市司法局核准`;
  return refuse('other-mode', cite('实施细则', 3, 1), reason);
}

/** How a unit handles its cases on a day; a kind without an entry is handled here. */
function modesOf(client: Queryable, organisationId: string, on: LocalDate): Promise<Standing[]> {
  return rows<Standing>(
    client,
    `select case_kind as "caseKind", mode, system, lower(valid) as since from handling_mode_record
     where organisation_id = $1 and upper_inf(known) and valid @> $2::date`,
    [organisationId, on],
  );
}

/** What stood from the day on is superseded; what stood before it ends there. */
async function registerMode(
  client: Queryable,
  city: number,
  matterId: string,
  actId: string,
  s: HandlingMode,
  nowMs: number,
): Promise<void> {
  const from = s.effectiveOn ?? s.from;
  // Known from the act on; after what was known before, also where both came in one moment.
  const [moment] = await rows<{ at: string }>(
    client,
    `select greatest($3::timestamptz, max(lower(known)) + interval '1 microsecond')::text as at from handling_mode_record
     where organisation_id = $1 and case_kind = $2 and upper_inf(known)`,
    [s.unitId, s.caseKind, new Date(nowMs).toISOString()],
  );
  const at = moment?.at ?? new Date(nowMs).toISOString();
  const stood = await rows<{ mode: Mode; system: string | null; since: LocalDate; matter: string }>(
    client,
    `update handling_mode_record set known = tstzrange(lower(known), $4)
     where organisation_id = $1 and case_kind = $2 and upper_inf(known) and valid && daterange($3::date, null)
     returning mode, system, lower(valid) as since, matter_id as matter`,
    [s.unitId, s.caseKind, from, at],
  );
  const before = stood.find(({ since }) => since < from);
  const entries = [
    ...(before === undefined ? [] : [{ ...before, until: from }]),
    { mode: s.mode, system: s.system, since: from, until: null, matter: matterId },
  ];
  for (const { mode, system, since, until, matter } of entries)
    await client.query(
      `insert into handling_mode_record (id, city, organisation_id, case_kind, mode, system, valid, known, matter_id, act_id)
       values ($1, $2, $3, $4, $5, $6, daterange($7::date, $8::date), tstzrange($9, null), $10, $11)`,
      [randomUUID(), city, s.unitId, s.caseKind, mode, system, since, until, at, matter, actId],
    );
}
