import type { FastifyInstance } from 'fastify';
import { type Static, Type } from 'typebox';
import {
  addDays,
  LEAD_KIND_LABELS,
  type LocalDate,
  ORGANISATION_KIND_LABELS,
  parseLocalDate,
  QUALIFICATION_LABELS,
  shanghaiDay,
  shanghaiMidnight,
  TIER_LABELS,
} from '#law';
import type { Now } from '#platform/clock-now';
import { inTransaction, type Pool } from '#platform/db';
import { ABSENT, deny } from '#platform/identity/answers';
import { sessionOf } from '#platform/identity/guard';
import { isAdministrator, type Session, sessionPreamble } from '#platform/session';
import { lendableSupervisors, type OfficerHit, officersWithin } from '#registers/officers';
import { type OrganisationEntry, organisationsOf } from '#registers/organisations';
import type { PlannedChange, UnitRecord } from '../registers/organisations/model.ts';
import { lineParentOf, regionParentOf, seatsOf } from '../registers/organisations/places.ts';
import { contactWithinReach, searchOrganisations } from '../registers/organisations/store.ts';
import { nameToday, organisationHistory, plannedChanges } from '../registers/organisations/store-history.ts';
import { changesOfUnit } from '../registers/subject-changes/store.ts';
import { Closed, Id, IdParams } from './schema-parts.ts';

const Day = Type.String({ format: 'date' });
const TreeQuery = Closed({ on: Type.Optional(Day) });
const HistoryQuery = Closed({ knownOn: Type.Optional(Day) });
/** `of`: only supervision bodies (司法行政部门 and 司法所), from which officers may be borrowed. */
const SearchQuery = Closed({
  q: Type.Optional(Type.String({ maxLength: 100 })),
  id: Type.Optional(Id),
  of: Type.Optional(Type.Literal('supervision')),
});
const Of = Type.Union([Type.Literal('supervisors'), Type.Literal('officers'), Type.Literal('colleagues')]);
const OfficerQuery = Closed({ organisation: Type.Optional(Id), of: Type.Optional(Of) });

type Options = { readonly pool: Pool; readonly now: Now };

/**
 * The registers of units and officers as pages read them. Names and places of units are public facts of the city, open
 * to everyone signed in; contact data and officers only within one's own reach (security §3.3).
 */
export async function organisationRoutes(app: FastifyInstance, { pool, now }: Options): Promise<void> {
  const today = () => shanghaiDay(now());

  app.get<{ Querystring: Static<typeof TreeQuery> }>(
    '/api/organisations/tree',
    { schema: { summary: '单位树（区划与条线）', querystring: TreeQuery }, config: { scope: 'signed-in' } },
    async (request) => {
      const session = sessionOf(request);
      const on = dayOf(request.query.on, today());
      return inTransaction(pool, sessionPreamble(session, now()), async (client) => {
        const entries = await organisationsOf(client, session.city, on);
        return { on, items: treeItems(entries, await plannedChanges(client, session.city, on)) };
      });
    },
  );

  app.get<{ Querystring: Static<typeof SearchQuery> }>(
    '/api/organisations',
    { schema: { summary: '查找单位', querystring: SearchQuery }, config: { scope: 'signed-in' } },
    async (request) => {
      const session = sessionOf(request);
      const { q = '', id = null, of } = request.query;
      const query = { q: q.trim(), id, ...(of === undefined ? {} : { of }) };
      const hits = await inTransaction(pool, sessionPreamble(session, now()), (client) =>
        searchOrganisations(client, session.city, query, today()),
      );
      return { items: hits.map((hit) => ({ ...hit, kindName: ORGANISATION_KIND_LABELS[hit.kind], tierName: TIER_LABELS[hit.tier] })) };
    },
  );

  app.get<{ Params: Static<typeof IdParams>; Querystring: Static<typeof HistoryQuery> }>(
    '/api/organisations/:id',
    { schema: { summary: '单位登记信息和沿革', params: IdParams, querystring: HistoryQuery }, config: { scope: 'signed-in' } },
    async (request, reply) => {
      const session = sessionOf(request);
      const { id } = request.params;
      const knownAt = endOfDay(request.query.knownOn);
      const found = await inTransaction(pool, sessionPreamble(session, now()), async (client) => ({
        name: await nameToday(client, session.city, id),
        records: await organisationHistory(client, session.city, id, knownAt),
        contact: isAdministrator(session) ? null : await contactWithinReach(client, session, id, today()),
      }));
      if (found.name === null) return deny(reply, ABSENT);
      return { name: found.name, contact: found.contact, records: found.records.map(named<UnitRecord>) };
    },
  );

  app.get<{ Params: Static<typeof IdParams> }>(
    '/api/organisations/:id/changes',
    { schema: { summary: '单位的变更事项', params: IdParams }, config: { scope: 'business' } },
    async (request) => {
      const session = sessionOf(request);
      return { items: await changesOfUnit(pool, session, request.params.id, now()) };
    },
  );

  app.get<{ Querystring: Static<typeof OfficerQuery> }>(
    '/api/officers',
    { schema: { summary: '执法、监督人员', querystring: OfficerQuery }, config: { scope: ['business', 'admin:system'] } },
    async (request) => {
      const { organisation, of = 'colleagues' } = request.query;
      return { items: await officersFor({ pool, now }, sessionOf(request), organisation ?? null, of, today()) };
    },
  );
}

/** The system administrator binds accounts to officers: names and units of the whole city, and no certificates. */
async function officersFor(
  { pool, now }: Options,
  session: Session,
  organisation: string | null,
  of: Static<typeof Of>,
  on: LocalDate,
): Promise<readonly Partial<OfficerHit>[]> {
  const within = (scope: Parameters<typeof officersWithin>[1], query: Parameters<typeof officersWithin>[2]) =>
    inTransaction(pool, sessionPreamble(session, now()), (client) => officersWithin(client, scope, query, on));
  if (isAdministrator(session)) {
    const all = await within({ ...session, region: EVERYWHERE }, { organisation: organisation ?? session.organisationId, certified: null });
    return all.map(({ id, name, organisationId, organisationName }) => ({ id, name, organisationId, organisationName }));
  }
  if (of === 'colleagues') return within(session, { organisation: organisation ?? session.organisationId, certified: null });
  if (of === 'officers') return within(session, { organisation, certified: 'enforcement' });
  const inReach = await within(session, { organisation, certified: 'supervision' });
  if (organisation === null) return inReach;
  const lendable = await inTransaction(pool, sessionPreamble(session, now()), (client) =>
    lendableSupervisors(client, session, organisation, on),
  );
  return [...inReach, ...lendable.filter((hit) => !inReach.some((known) => known.id === hit.id))];
}

const EVERYWHERE = { lo: 0, hi: 2_147_483_647 } as const;

function dayOf(text: string | undefined, today: LocalDate): LocalDate {
  return text === undefined ? today : (parseLocalDate(text) ?? today);
}

/** The last instant of a day, as what was known on it. */
function endOfDay(text: string | undefined): string | null {
  const day = text === undefined ? null : parseLocalDate(text);
  return day === null ? null : new Date(shanghaiMidnight(addDays(day, 1)) - 1).toISOString();
}

function treeItems(entries: readonly OrganisationEntry[], changes: readonly PlannedChange[]) {
  const units = new Map(entries.map((e) => [e.id, e]));
  const seats = seatsOf(units);
  const planned = new Map(changes.map((c) => [c.id, c]));
  return entries.map((e) => ({
    ...named(e),
    regionParentId: regionParentOf(e, units, seats),
    lineParentId: lineParentOf(e, units),
    planned: plannedWords(e, planned.get(e.id)),
  }));
}

/** 2026-04-01 起更名为…: what the register holds for a later day. */
function plannedWords(e: OrganisationEntry, change: PlannedChange | undefined): string | null {
  if (change === undefined) return null;
  const parts = [
    ...(change.ends ? ['终止'] : []),
    ...(change.name !== null && change.name !== e.name ? [`更名为${change.name}`] : []),
    ...(change.superiorName === null ? [] : [`隶属${change.superiorName}`]),
    ...(change.qualification !== null && change.qualification !== e.qualification
      ? [`主体资格${QUALIFICATION_LABELS[change.qualification]}`]
      : []),
  ];
  return `${change.from}起${parts.length === 0 ? '登记变更' : parts.join('，')}`;
}

function named<E extends OrganisationEntry>(e: E) {
  return {
    ...e,
    kindName: ORGANISATION_KIND_LABELS[e.kind],
    tierName: TIER_LABELS[e.tier],
    leadKindName: LEAD_KIND_LABELS[e.leadKind],
    qualificationName: QUALIFICATION_LABELS[e.qualification],
  };
}
