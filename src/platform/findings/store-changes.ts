import type { Queryable } from '../db.ts';
import type { SealedEvent } from './chain.ts';
import type { Standing } from './difference.ts';
import type { MatterPlace } from './load-standing.ts';
import type { Pattern } from './pattern.ts';

/** Everything that one writing adds or changes; rows of findings are states after their last event. */
export type FindingChanges = {
  readonly opened: readonly { readonly row: Standing; readonly place: MatterPlace }[];
  readonly changed: readonly { readonly row: Standing; readonly was: number }[];
  readonly events: readonly SealedEvent[];
  readonly judged: readonly JudgedRow[];
  readonly patterns: ReadonlyMap<string, Pattern>;
};

type JudgedRow = {
  readonly place: MatterPlace;
  readonly pattern: string;
  readonly organisationId: string;
  readonly batchId: string | null;
};

const STATE: readonly (readonly [name: keyof Standing, type: string])[] = [
  ['status', 'text'],
  ['rule_version', 'int'],
  ['organisation_id', 'uuid'],
  ['severity', 'text'],
  ['because', 'text'],
  ['facts', 'jsonb'],
  ['asks', 'text'],
  ['clears', 'text'],
  ['others', 'jsonb'],
  ['cites', 'jsonb'],
  ['grade', 'text'],
  ['duty', 'text'],
  ['conduct', 'text'],
  ['missing', 'text'],
  ['stands', 'boolean'],
  ['check_id', 'uuid'],
  ['answer', 'text'],
  ['taken_into', 'uuid'],
  ['problem_id', 'text'],
  ['exclusion', 'text'],
  ['opened_at', 'timestamptz'],
  ['changed_at', 'timestamptz'],
  ['settled_at', 'timestamptz'],
  ['seq', 'int'],
  ['head', 'bytea'],
];
export const STATE_COLUMNS: readonly string[] = STATE.map(([name]) => name);
const KEY = 'city int, cohort int, id uuid, matter_id uuid, rule_id text, fact text';
const STATE_TYPE = STATE.map(([name, type]) => `${name} ${type}`).join(', ');
const NAMES = STATE_COLUMNS.join(', ');
const SET = STATE_COLUMNS.map((name) => `${name} = x.${name}`).join(', ');

const WRITE = `
with w_opened as (
  insert into finding (city, cohort, id, matter_id, rule_id, fact, subject, region_ord, line_ord, label, ${NAMES})
  select x.city, x.cohort, x.id, x.matter_id, x.rule_id, x.fact, x.subject, x.region_ord, x.line_ord, x.label, ${STATE_COLUMNS.map((n) => `x.${n}`).join(', ')}
  from json_to_recordset($1::json) as x(${KEY}, subject text, region_ord int, line_ord int, label smallint, ${STATE_TYPE})),
w_changed as (
  update finding t set ${SET}
  from json_to_recordset($2::json) as x(${KEY}, was int, ${STATE_TYPE})
  where t.city = x.city and t.cohort = x.cohort and t.id = x.id and t.seq = x.was
  returning t.id),
w_event as (
  insert into finding_event (city, cohort, finding_id, seq, type, at, actor, salt, body, commit, hash)
  select city, cohort, finding_id, seq, type, at, actor, salt, body, commit, hash
  from json_to_recordset($3::json) as x(city int, cohort int, finding_id uuid, seq int, type text, at timestamptz, actor jsonb, salt bytea, body jsonb, commit bytea, hash bytea)),
w_pattern as (
  insert into judgement_pattern (id, asked, missing)
  select id, asked, missing from json_to_recordset($4::json) as x(id text, asked jsonb, missing jsonb)
  on conflict (id) do nothing),
w_judged as (
  insert into judgement (city, cohort, matter_id, pattern, organisation_id, batch_id, judged_at, region_ord, line_ord, label)
  select city, cohort, matter_id, pattern, organisation_id, batch_id, $6::timestamptz, region_ord, line_ord, label
  from json_to_recordset($5::json) as x(city int, cohort int, matter_id uuid, pattern text, organisation_id uuid, batch_id uuid, region_ord int, line_ord int, label smallint)
  on conflict (city, cohort, matter_id) do update set pattern = excluded.pattern, organisation_id = excluded.organisation_id,
    batch_id = coalesce(excluded.batch_id, judgement.batch_id), judged_at = excluded.judged_at,
    region_ord = excluded.region_ord, line_ord = excluded.line_ord, label = excluded.label)
select count(*)::int as n from w_changed`;

/** One statement for all of it. Throws when a finding has been changed by somebody else since it was read. */
export async function storeChanges(client: Queryable, changes: FindingChanges, at: string): Promise<void> {
  const { rows: answer } = await client.query<{ n: number }>({
    name: 'findings write',
    text: WRITE,
    values: [
      JSON.stringify(changes.opened.map(({ row, place }) => ({ ...rowJson(row), ...placeJson(place), subject: place.subject }))),
      JSON.stringify(changes.changed.map(({ row, was }) => ({ ...rowJson(row), was }))),
      JSON.stringify(changes.events.map((e) => ({ ...e, salt: hex(e.salt), commit: hex(e.commit), hash: hex(e.hash) }))),
      JSON.stringify([...changes.patterns].map(([id, p]) => ({ id, asked: p.asked, missing: p.missing }))),
      JSON.stringify(changes.judged.map(judgedJson)),
      at,
    ],
  });
  if (answer[0]?.n !== changes.changed.length) throw new Error('a finding was changed by somebody else in the meantime');
}

const hex = (buffer: Buffer): string => `\\x${buffer.toString('hex')}`;

function rowJson(row: Standing): Readonly<Record<string, unknown>> {
  return { ...row, head: `\\x${row.head}` };
}

function placeJson(p: MatterPlace) {
  return { city: p.city, cohort: p.cohort, matter_id: p.matterId, region_ord: p.regionOrd, line_ord: p.lineOrd, label: p.label };
}

function judgedJson(j: JudgedRow) {
  return { ...placeJson(j.place), pattern: j.pattern, organisation_id: j.organisationId, batch_id: j.batchId };
}
