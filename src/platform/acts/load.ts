import type {
  ActingPost,
  BaseState,
  CertificateFact,
  Derivation,
  Json,
  LocalDate,
  OrganisationFact,
  Participant,
  RegisterFacts,
} from '#law';
import type { Client } from '../db.ts';
import type { Statement } from '../db-together.ts';
import { cohortOf } from './ids.ts';

export type StoredClock = {
  readonly clock_id: string;
  readonly key: string;
  readonly started_on: LocalDate;
  readonly due_on: LocalDate | null;
  readonly provisional: boolean;
  readonly derivation: Derivation;
  readonly stopped_on: LocalDate | null;
  readonly breached_on: LocalDate | null;
  readonly breach_corrected: boolean;
  readonly warned: readonly LocalDate[];
  readonly bound_id: string;
  readonly profile_id: string;
  readonly profile_version: number;
};
export type StoredTask = {
  readonly key: string;
  readonly opened_seq: number;
  readonly act: string;
  readonly title: string;
  readonly subject: string;
  readonly organisation_id: string;
  readonly roles: readonly string[];
  readonly post_id: string | null;
  readonly clock_id: string | null;
  readonly clock_key: string | null;
  readonly due_on: LocalDate | null;
};
export type MatterRow = {
  readonly city: number;
  readonly cohort: number;
  readonly id: string;
  readonly kind: string;
  readonly status: string;
  readonly title: string;
  readonly state: BaseState;
  readonly seq: number;
  /** Hex of the chain's head. */
  readonly head: string;
  readonly last_step_on: LocalDate;
  readonly home_id: string;
  readonly region_ord: number;
  readonly line_ord: number;
  readonly label: 1 | 2 | 3 | 4;
  readonly opened_on: LocalDate;
  readonly closed_on: LocalDate | null;
  readonly wake_at: string | null;
  readonly profile_id: string;
  readonly profile_version: number;
};
export type Place = { readonly id: string; readonly city: number; readonly regionOrd: number; readonly lineOrd: number };

/**
 * Locks the matter before anything about it is read. A statement of its own, sent with BEGIN and the load: what is read
 * after waiting for another's act is read as that act has left it. A plan made under one row security does not serve under
 * another, so each has its own.
 */
export function lockStatement(matterId: string, by: 'person' | 'system'): Statement {
  return {
    name: `lock matter ${by}`,
    text: 'select from matter where id = $1 and cohort = $2 for update',
    values: [matterId, cohortOf(matterId)],
  };
}

/** All that a decision needs, read under the lock. */
export type Loaded = {
  readonly matter: MatterRow | null;
  readonly participants: readonly Participant[];
  readonly clocks: readonly StoredClock[];
  readonly tasks: readonly StoredTask[];
  readonly facts: RegisterFacts;
  readonly places: ReadonlyMap<string, Place>;
  readonly files: readonly { readonly id: string; readonly name: string; readonly sha256: string; readonly size: number }[];
  readonly remembered: { readonly body_digest: string; readonly answer: Json } | null;
};

export type LoadRequest = {
  readonly kind: string;
  readonly matterId: string | null;
  readonly cohort: number;
  readonly actor: ActingPost;
  readonly organisations: readonly string[];
  readonly persons: readonly string[];
  readonly files: readonly string[];
  readonly on: LocalDate;
  readonly caller: string | null;
  readonly key: string | null;
  /** For a preview: nothing is held for an act that will follow. */
  readonly readOnly?: true;
};

/** One fact of the organisations register from its row `r`, and one of the certificates from `c` and the officer `o`. */
export const ORGANISATION_FACT = `jsonb_build_object('id', r.organisation_id, 'recordId', r.id, 'name', r.name, 'shortName', r.short_name,
     'documentPrefix', r.document_prefix, 'kind', r.kind, 'tier', r.tier, 'regionCode', r.region_code, 'leadKind', r.lead_kind, 'qualification', r.qualification,
     'superiorId', r.superior_id, 'lineSuperiorId', r.line_superior_id, 'bureauId', r.bureau_id, 'answersThroughId', r.answers_through_id)`;
export const CERTIFICATE_FACT = `jsonb_build_object('recordId', c.id, 'officerId', c.officer_id, 'officerName', o.name, 'organisationId', c.organisation_id,
     'kind', c.kind, 'number', c.number, 'status', c.status, 'validThrough', upper(c.valid) - 1)`;

/**
 * Whether a register row is valid on the day of a parameter. Said so that no index of periods serves it: rows are found by
 * the few keys asked for, where by the day a plan for all values would walk the whole register.
 */
export const validOn = (row: string, parameter: number): string => `(${row}.valid @> $${parameter}::date) is true`;

/**
 * Register facts are those valid on the legal date as known now, of the actor's organisation, the participants,
 * everything the input names, and one step further (bureau, superior in the line, the organ answered through).
 */
const loadWith = (files: string): string => `
with m as (
  select * from matter where id = $1 and cohort = $2 and kind = $3
), p as (
  select (e ->> 'organisationId')::uuid as organisation_id, e ->> 'as' as relation from m, jsonb_array_elements(m.participants) e
), named as (
  select unnest($4::uuid[]) as id union select organisation_id from p
), reg as (
  select r.* from organisation_record r where upper_inf(r.known) and ${validOn('r', 6)} and r.organisation_id = any(array(select id from named))
), near as (
  select bureau_id as id from reg union select line_superior_id from reg union select answers_through_id from reg union select superior_id from reg
), reg2 as (
  select r.* from organisation_record r where upper_inf(r.known) and ${validOn('r', 6)}
    and r.organisation_id = any(array(select id from named union select id from near))
)
select
  (select jsonb_build_object('city', city, 'cohort', cohort, 'id', id, 'kind', kind, 'status', status, 'title', title, 'state', state, 'seq', seq,
     'head', encode(head, 'hex'), 'last_step_on', last_step_on, 'home_id', home_id, 'region_ord', region_ord, 'line_ord', line_ord, 'label', label,
     'opened_on', opened_on, 'closed_on', closed_on, 'wake_at', wake_at, 'profile_id', profile_id, 'profile_version', profile_version) from m) as matter,
  (select coalesce(jsonb_agg(jsonb_build_object('organisationId', organisation_id, 'as', relation)), '[]') from p) as participants,
  (select coalesce(jsonb_agg(to_jsonb(c)), '[]') from clock c where c.matter_id = $1 and c.cohort = $2) as clocks,
  (select coalesce(jsonb_agg(to_jsonb(t)), '[]') from task t where t.matter_id = $1 and t.cohort = $2 and t.closed_at is null) as tasks,
  (select coalesce(jsonb_agg(${ORGANISATION_FACT}), '[]') from reg2 r) as organisations,
  (select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'city', o.city, 'regionOrd', o.region_ord, 'lineOrd', o.line_ord)), '[]')
     from organisation o where o.id = any(array(select organisation_id from reg2))) as places,
  (select coalesce(jsonb_agg(${CERTIFICATE_FACT}), '[]')
     from certificate_record c join officer o on o.id = c.officer_id
     where c.officer_id = any($5::uuid[]) and upper_inf(c.known) and ${validOn('c', 6)}) as certificates,
  ${files} as files,
  (select jsonb_build_object('body_digest', encode(body_digest, 'hex'), 'answer', answer) from idempotency where caller = $8 and key = $9) as remembered`;

/** Pending files of the act: held until it is written, so that no other act takes one of them away in between. */
const files = (hold: string): string => `(select coalesce(jsonb_agg(to_jsonb(x)), '[]') from
     (select f.id, f.name, f.sha256, f.size from file f where f.id = any($7::uuid[]) and f.matter_id is null order by f.id ${hold}) x)`;
/** Most acts name no file, whose policies would be the dearest part of the statement. */
const LOAD_WITHOUT_FILES = loadWith(`case when $7::uuid[] is null then null else '[]'::jsonb end`);
const LOAD_WITH_FILES = loadWith(files('for no key update'));
const LOAD_SHOWING_FILES = loadWith(files(''));

type LoadRow = {
  matter: MatterRow | null;
  participants: Participant[];
  clocks: StoredClock[];
  tasks: StoredTask[];
  organisations: OrganisationFact[];
  places: Place[];
  certificates: CertificateFact[];
  files: { id: string; name: string; sha256: string; size: number }[];
  remembered: { body_digest: string; answer: Json } | null;
};

export async function load(client: Client, request: LoadRequest): Promise<Loaded> {
  const organisations = [...request.organisations, ...(request.actor.organisationId === null ? [] : [request.actor.organisationId])];
  const persons = [...request.persons, ...(request.actor.officerId === null ? [] : [request.actor.officerId])];
  const hasFiles = request.files.length > 0;
  const { rows: answer } = await client.query<LoadRow>({
    // A plan made under one row security does not serve under another.
    name: `load matter${hasFiles ? (request.readOnly ? ' showing files' : ' with files') : ''}${request.actor.role === 'system' ? ' system' : ''}`,
    text: hasFiles ? (request.readOnly ? LOAD_SHOWING_FILES : LOAD_WITH_FILES) : LOAD_WITHOUT_FILES,
    values: [
      request.matterId,
      request.cohort,
      request.kind,
      organisations,
      persons,
      request.on,
      request.files,
      request.caller,
      request.key,
    ],
  });
  const [row] = answer;
  if (row === undefined) throw new Error('load answered no row');
  return {
    matter: row.matter,
    participants: row.participants,
    clocks: row.clocks,
    tasks: row.tasks,
    facts: registerFacts(row.organisations, row.certificates),
    places: new Map(row.places.map((p) => [p.id, p])),
    files: row.files,
    remembered: row.remembered,
  };
}

export function registerFacts(organisations: readonly OrganisationFact[], certificates: readonly CertificateFact[]): RegisterFacts {
  const byOfficer = new Map<string, CertificateFact[]>();
  for (const c of certificates) {
    const list = byOfficer.get(c.officerId);
    if (list === undefined) byOfficer.set(c.officerId, [c]);
    else list.push(c);
  }
  return { organisations: new Map(organisations.map((o) => [o.id, o])), certificates: byOfficer };
}
