import {
  type ActMode,
  type CertificateFact,
  type DecisionCase,
  decide,
  type Json,
  type LocalDate,
  lawDoubts,
  type OrganisationFact,
  type Profile,
  type Refusal,
  type RegisterFacts,
  refuse,
  rowOf,
  shanghaiDay,
} from '#law';
import { type Client, inTransaction, rows } from '../db.ts';
import type { MatterPlace } from '../findings/load-standing.ts';
import { inSlices } from '../in-slices.ts';
import { actingPost, type Session, sessionPreamble } from '../session.ts';
import { appendAct } from './append.ts';
import { newId } from './ids.ts';
import { type Loaded, type Place, registerFacts } from './load.ts';
import { type InputProblem, type Named, namedIn, parseInput } from './parse-input.ts';
import type { Platform } from './platform.ts';
import { type Doubted, noteReportedActs, placeOfBatch } from './reported-acts.ts';
import { batchOf, workingOf } from './working.ts';
import { writeMany } from './write.ts';

/** One matter to open in bulk, as a form would have given it. */
export type BulkRow = { readonly input: Readonly<Record<string, Json>>; readonly legalDate: LocalDate; readonly source: string | null };
export type BulkAnswer =
  | { readonly ok: true; readonly matterId: string; readonly place: MatterPlace }
  | { readonly ok: false; readonly problems: readonly InputProblem[] }
  | { readonly ok: false; readonly refusal: Refusal };

export type BulkRequest = {
  readonly session: Session;
  readonly kind: string;
  readonly act: string;
  readonly mode: Extract<ActMode, 'performed' | 'reported'>;
  readonly rows: readonly BulkRow[];
  readonly causeId: string | null;
  /** Awaited before the first row is written; up to there the transaction has only read and stands in nobody's way. */
  readonly turn?: () => Promise<void>;
};

const NOTHING: Named = { organisations: [], persons: [], files: [], matters: [] };

/**
 * Opens many matters of one kind in one transaction, through the same parsing, deciding, folding and settling as a
 * single act and the same writing statement. Numbers, files and reactions are not for bulk. Rows are answered in their
 * order; a row that is refused stops no other. `alongside` runs in the same transaction (progress, findings).
 */
export async function performBulk(
  platform: Platform,
  request: BulkRequest,
  alongside: (client: Client, answers: readonly BulkAnswer[]) => Promise<void>,
): Promise<readonly BulkAnswer[]> {
  const kind = platform.kinds.get(request.kind);
  const row = kind === undefined ? null : rowOf(kind, request.act);
  const form = kind?.forms[request.act];
  if (kind === undefined || row === null || form === undefined || row.from !== 'start')
    throw new Error(`${request.kind} ${request.act} opens nothing`);
  const nowMs = platform.now();
  const today = shanghaiDay(nowMs);
  const profile = platform.law().currentProfile(request.session.city);
  if (profile === null) return request.rows.map(() => ({ ok: false, refusal: refuse('no-profile', null, '本市尚未载入规则参数') }));
  const parsed = await inSlices(request.rows, (r) => parseInput(form, r.input));
  const named = parsed.map((p) => (p.ok ? namedIn(form, p.value) : NOTHING));
  return inTransaction(platform.pool, sessionPreamble(request.session, platform.now()), async (client) => {
    const own = {
      organisations: [request.session.organisationId],
      persons: request.session.officerId === null ? [] : [request.session.officerId],
    };
    const registers = await readRegisters(
      client,
      [...own.organisations, ...named.flatMap((n) => n.organisations)],
      [...own.persons, ...named.flatMap((n) => n.persons)],
    );
    const opened: Doubted[] = [];
    const answers = await inSlices(request.rows, (bulkRow, i): BulkAnswer => {
      const input = parsed[i];
      if (input === undefined || !input.ok) return { ok: false, problems: input?.problems ?? [] };
      const about = {
        organisations: [...own.organisations, ...(named[i]?.organisations ?? [])],
        persons: [...own.persons, ...(named[i]?.persons ?? [])],
      };
      const facts = factsOn(registers, about, bulkRow.legalDate);
      const one = openOne(platform, request, bulkRow, input.value, facts, registers.places, profile, today, nowMs);
      if (!('batch' in one)) return { ok: false, refusal: one };
      opened.push(one);
      return { ok: true, matterId: one.batch.matterId, place: placeOfBatch(one.batch) };
    });
    await request.turn?.();
    await writeMany(
      client,
      opened.map((o) => o.batch),
    );
    await noteReportedActs(client, opened, nowMs);
    await alongside(client, answers);
    return answers;
  });
}

function openOne(
  platform: Platform,
  request: BulkRequest,
  bulkRow: BulkRow,
  input: Readonly<Record<string, Json>>,
  facts: RegisterFacts,
  places: ReadonlyMap<string, Place>,
  profile: Profile,
  today: LocalDate,
  nowMs: number,
): Doubted | Refusal {
  const kind = platform.kinds.get(request.kind);
  const row = kind === undefined ? null : rowOf(kind, request.act);
  if (kind === undefined || row === null) throw new Error('kind vanished');
  const actor = actingPost(request.session);
  const decision: DecisionCase = {
    state: null,
    input,
    actor,
    legalDate: bulkRow.legalDate,
    today,
    facts,
    profile,
    participants: [],
    lastStepOn: null,
    reported: request.mode === 'reported',
  };
  const answer = decide(kind, row, decision);
  const doubts = answer === null && decision.reported ? lawDoubts(row, decision) : [];
  if (answer === 'unknown' || doubts === 'unknown')
    throw new Error(`${kind.kind} ${request.act}: a guard lacks a register fact on the server`);
  if (answer !== null) return answer;
  const loaded: Loaded = {
    matter: null,
    participants: [],
    clocks: [],
    tasks: [],
    facts,
    places,
    files: [],
    remembered: null,
  };
  const w = workingOf(kind, newId(nowMs), request.session.city, loaded, profile, NO_REACTIONS);
  appendAct(
    w,
    {
      type: request.act,
      row,
      input,
      mode: request.mode,
      actor,
      legalDate: bulkRow.legalDate,
      legalTime: null,
      source: bulkRow.source,
      causeId: request.causeId,
      files: [],
      number: null,
      issuerId: request.session.organisationId,
      doubts,
    },
    facts,
    nowMs,
  );
  if (w.state === null) throw new Error('an act left no state');
  const place = places.get(kind.homeId(w.state));
  if (place === undefined) return refuse('home-unknown', null, '承办机关没有登记信息');
  return { batch: batchOf(platform, w, w.state, place, today, nowMs, null, null), doubted: w.doubted };
}

const NO_REACTIONS: ReadonlySet<string> = new Set();

type Dated<T> = T & { readonly from: LocalDate | null; readonly until: LocalDate | null };
type Registers = {
  readonly organisations: ReadonlyMap<string, readonly Dated<OrganisationFact>[]>;
  readonly certificates: ReadonlyMap<string, readonly Dated<CertificateFact>[]>;
  readonly places: ReadonlyMap<string, Place>;
  /** Facts already picked out, by what they are about and the day: most rows of a file share them. */
  readonly picked: Map<string, RegisterFacts>;
};

/**
 * All that the registers say, at any date, as known now, about these organisations, those one step further (as a single
 * act loads them) and these persons: one query for a whole chunk.
 */
async function readRegisters(client: Client, organisations: readonly string[], persons: readonly string[]): Promise<Registers> {
  const [found] = await rows<{ organisations: Dated<OrganisationFact>[]; certificates: Dated<CertificateFact>[]; places: Place[] }>(
    client,
    `with named as (
      select r.* from organisation_record r where upper_inf(r.known) and r.organisation_id = any($1::uuid[])
    ), reg as (
      select * from named union
      select r.* from organisation_record r where upper_inf(r.known) and r.organisation_id in
        (select bureau_id from named union select line_superior_id from named union select answers_through_id from named union select superior_id from named)
    )
    select
      (select coalesce(jsonb_agg(jsonb_build_object('id', r.organisation_id, 'recordId', r.id, 'name', r.name, 'shortName', r.short_name, 'documentPrefix', r.document_prefix,
         'kind', r.kind, 'tier', r.tier, 'leadKind', r.lead_kind, 'qualification', r.qualification, 'superiorId', r.superior_id, 'lineSuperiorId', r.line_superior_id,
         'regionCode', r.region_code, 'bureauId', r.bureau_id, 'answersThroughId', r.answers_through_id, 'from', lower(r.valid), 'until', upper(r.valid))), '[]') from reg r) as organisations,
      (select coalesce(jsonb_agg(jsonb_build_object('recordId', c.id, 'officerId', c.officer_id, 'officerName', o.name, 'organisationId', c.organisation_id, 'kind', c.kind,
         'number', c.number, 'status', c.status, 'validThrough', upper(c.valid) - 1, 'from', lower(c.valid), 'until', upper(c.valid))), '[]')
       from certificate_record c join officer o on o.id = c.officer_id where upper_inf(c.known) and c.officer_id = any($2::uuid[])) as certificates,
      (select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'city', o.city, 'regionOrd', o.region_ord, 'lineOrd', o.line_ord)), '[]')
       from organisation o where o.id in (select organisation_id from reg)) as places`,
    [[...new Set(organisations)], [...new Set(persons)]],
  );
  if (found === undefined) throw new Error('registers answered no row');
  return {
    organisations: grouped(found.organisations, (o) => o.id),
    certificates: grouped(found.certificates, (c) => c.officerId),
    places: new Map(found.places.map((p) => [p.id, p])),
    picked: new Map(),
  };
}

/** What a single act about these would have been shown on that day. */
function factsOn(
  registers: Registers,
  about: { organisations: readonly string[]; persons: readonly string[] },
  on: LocalDate,
): RegisterFacts {
  const key = [on, ...about.organisations, '|', ...about.persons].join();
  const known = registers.picked.get(key);
  if (known !== undefined) return known;
  const named = about.organisations.flatMap((id) => recordOn(registers, id, on));
  const near = named
    .flatMap((o) => [o.bureauId, o.lineSuperiorId, o.answersThroughId, o.superiorId])
    .flatMap((id) => (id === null ? [] : recordOn(registers, id, on)));
  const certificates = about.persons.flatMap((id) => (registers.certificates.get(id) ?? []).filter((c) => isValid(c, on)));
  const facts = registerFacts([...named, ...near], certificates);
  registers.picked.set(key, facts);
  return facts;
}

function recordOn(registers: Registers, id: string, on: LocalDate): readonly OrganisationFact[] {
  return (registers.organisations.get(id) ?? []).filter((o) => isValid(o, on));
}

function isValid(period: { readonly from: LocalDate | null; readonly until: LocalDate | null }, on: LocalDate): boolean {
  return (period.from === null || on >= period.from) && (period.until === null || on < period.until);
}

function grouped<T>(list: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of list) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}
