import {
  CERTIFICATE_KIND_LABELS,
  CERTIFICATE_STATUS_LABELS,
  LEAD_KIND_LABELS,
  type LocalDate,
  ORGANISATION_KIND_LABELS,
  QUALIFICATION_LABELS,
  RELATION_LABELS,
  RELATIONS,
  type Refusal,
  type Relation,
  refuse,
  TIER_LABELS,
} from '#law';
import type { Queryable } from '#platform/db';
import { keptLaws } from '#registers/law-library';
import { holderFinder } from '#registers/officers';
import type { RegisterKey } from '#registers/organisations';
import { carryOutLists, endedLaws, entryWords, LIST_COLUMNS, type ListUnit, planLists, registeredEntries } from '#registers/power-lists';
import { carryOutLaws, registeredLaws } from '../../registers/law-library/actions.ts';
import { LAW_COLUMNS, planLaws } from '../../registers/law-library/load-plan.ts';
import { carryOutCertificates, newOfficerId, registeredCertificates, registeredOfficers } from '../../registers/officers/actions.ts';
import { CERTIFICATE_COLUMNS, planCertificates } from '../../registers/officers/load-plan.ts';
import { carryOutOrganisations, moveMatters, newUnitId, openMattersOf, registeredUnits } from '../../registers/organisations/actions.ts';
import { basisWords } from '../../registers/organisations/bases.ts';
import type { OrganisationContent, RegisteredUnit } from '../../registers/organisations/load-model.ts';
import { type OrganisationPlan, planOrganisations } from '../../registers/organisations/load-plan.ts';
import { ORGANISATION_COLUMNS, type OrganisationColumn } from '../../registers/organisations/load-row.ts';
import { unreachedUnits } from '../../registers/organisations/load-warnings.ts';
import { type LoadContext, type Loader, type Prepared, summary } from './loader.ts';
import type { Table } from './read-table.ts';

const organisations: Loader = {
  columns: ORGANISATION_COLUMNS,
  table: 'organisation_record',
  prepare: async (client, table, context) => {
    const register = await registeredUnits(client, context.city);
    const columns = table.columns as ReadonlySet<OrganisationColumn>;
    const plan = planOrganisations(table.rows, { city: context.city, today: context.today, register, newId: newUnitId, columns });
    return prepareOrganisations(client, plan, register, table, context);
  },
};

async function prepareOrganisations(
  client: Queryable,
  plan: OrganisationPlan,
  register: readonly RegisteredUnit[],
  table: Table,
  context: LoadContext,
): Promise<Prepared> {
  const before = new Map(register.map((u) => [u.id, u.records]));
  const names = new Map([
    ...register.map((u) => [u.id, u.records.at(-1)?.content.name ?? ''] as const),
    ...plan.units.map((u) => [u.id, nameOf(u.timeline)] as const),
  ]);
  const items = plan.units.map((u) => ({ ...u, subject: nameOf(u.timeline), before: before.get(u.id) ?? [] }));
  const ended = items.filter((i) => i.before.some((r) => r.until === null) && i.timeline.every((t) => t.until !== null));
  const open = await openMattersOf(
    client,
    ended.map((i) => i.id),
  );
  const blocked = ended.flatMap((i) => {
    const count = open.get(i.id) ?? 0;
    const reason = `尚有${count}件未办结事项，须先移交承接单位才能终止`;
    return count === 0 ? [] : [{ line: i.rows.at(-1)?.line ?? 0, column: '失效日', value: i.subject, reason }];
  });
  return {
    ...summary(items, (content) => organisationWords(content, names)),
    problems: [...table.problems, ...plan.problems, ...blocked],
    warnings: unreachedUnits(plan.units, plan.untouched),
    carryOut: async (db, by) => {
      const done = await carryOutOrganisations(db, context.city, plan, by);
      if (done === null) return TREE_FULL;
      await moveMatters(db, done.moved, context.matterTables);
      return null;
    },
  };
}

const TREE_FULL: Refusal = refuse('tree-full', null, '本市单位数超出单位树的号段，请联系系统维护人员重新编排');

function nameOf(timeline: readonly { readonly content: OrganisationContent }[]): string {
  return timeline.at(-1)?.content.name ?? '';
}

function organisationWords(c: OrganisationContent, names: ReadonlyMap<string, string>): Readonly<Record<string, string>> {
  const unit = (id: string | null) => (id === null ? '' : (names.get(id) ?? ''));
  return {
    名称: c.name,
    简称: c.shortName,
    类别: ORGANISATION_KIND_LABELS[c.kind],
    层级: TIER_LABELS[c.tier],
    上级: unit(c.superiorId),
    条线上级: unit(c.lineSuperiorId),
    司法行政部门: unit(c.bureauId),
    委托或归口单位: unit(c.answersThroughId),
    机关代字: c.documentPrefix ?? '',
    信用代码: c.uscc ?? '',
    区划: c.regionCode,
    领域: c.domain ?? '',
    领导体制: LEAD_KIND_LABELS[c.leadKind],
    领导体制依据: c.leadBasis ?? '',
    ...Object.fromEntries(RELATIONS.map((relation) => [`${RELATION_LABELS[relation]}依据`, paperWords(c.bases[relation])])),
    主体资格: QUALIFICATION_LABELS[c.qualification],
    电话: c.phone ?? '',
    邮箱: c.email ?? '',
  };
}

const paperWords = (paper: OrganisationContent['bases'][Relation]): string => (paper === undefined ? '' : basisWords(paper));

const certificates: Loader = {
  columns: CERTIFICATE_COLUMNS,
  table: 'certificate_record',
  prepare: async (client, table, { city }) => {
    const units = await registeredUnits(client, city);
    const find = unitFinder(units);
    const [officers, registered] = [await registeredOfficers(client, city), await registeredCertificates(client, city)];
    const plan = planCertificates(table.rows, {
      officers,
      certificates: registered,
      unitOf: (written, on) => find(written, on)?.id ?? null,
      newId: newOfficerId,
    });
    const before = new Map(registered.map((r) => [`${r.kind} ${r.number}`, r.records]));
    const people = new Map([...officers, ...plan.officers].map((o) => [o.id, o.name]));
    const names = new Map(units.map((u) => [u.id, nameOf(u.records)]));
    const items = plan.certificates.map((c) => ({
      ...c,
      subject: `${CERTIFICATE_KIND_LABELS[c.kind]} ${c.number}`,
      before: before.get(`${c.kind} ${c.number}`) ?? [],
    }));
    return {
      ...summary(items, (c) => ({
        姓名: people.get(c.officerId) ?? '',
        单位: names.get(c.organisationId) ?? '',
        状态: CERTIFICATE_STATUS_LABELS[c.status],
        领域: c.domains.join('、'),
        审核注册日期: c.registeredOn ?? '',
        法律职业资格: c.legalQualification ?? '',
        从事法制审核日期: c.reviewsSince ?? '',
      })),
      problems: [...table.problems, ...plan.problems],
      carryOut: async (db, by) => {
        await carryOutCertificates(db, city, plan, by);
        return null;
      },
    };
  },
};

type NamedUnit = ListUnit & { readonly code: string | null; readonly uscc: string | null; readonly shortName: string };

/** Finds a unit by code, credit code, full or short name, on a day; files name few days and many units. */
function unitFinder(units: readonly RegisteredUnit[]): (written: string, on: LocalDate) => NamedUnit | null {
  const days = new Map<LocalDate, ReadonlyMap<string, NamedUnit>>();
  return (written, on) => {
    const known = days.get(on) ?? unitsByWords(units, on);
    days.set(on, known);
    return known.get(written) ?? null;
  };
}

/** Short names give way to every other word by which a unit may be meant. */
function unitsByWords(units: readonly RegisteredUnit[], on: LocalDate): ReadonlyMap<string, NamedUnit> {
  const current = units.flatMap((u): readonly NamedUnit[] => {
    const record = u.records.find((r) => on >= r.from && (r.until === null || on < r.until));
    return record === undefined ? [] : [{ id: u.id, code: u.code, ...record.content }];
  });
  const words = [
    ...current.flatMap((u) => [u.code, u.uscc, u.name].map((word) => ({ word, u }))),
    ...current.map((u) => ({ word: u.shortName, u })),
  ];
  const found = new Map<string, NamedUnit>();
  for (const { word, u } of words) if (word !== null && word !== '' && !found.has(word)) found.set(word, u);
  return found;
}

const laws: Loader = {
  columns: LAW_COLUMNS,
  table: 'law_record',
  prepare: async (client, table) => {
    const registered = await registeredLaws(client);
    const plan = planLaws(table.rows, registered);
    const before = new Map(registered.map((r) => [r.name, r.records]));
    const items = plan.laws.map((l) => ({ ...l, subject: l.name, before: before.get(l.name) ?? [] }));
    return {
      ...summary(items, (c) => ({ 简称: c.shortNames.join('、'), 效力级别: c.level, 替代法规: c.replacedBy ?? '' })),
      problems: [...table.problems, ...plan.problems],
      carryOut: async (db, by) => {
        await carryOutLaws(db, plan, by);
        return null;
      },
    };
  },
};

const lists: Loader = {
  columns: LIST_COLUMNS,
  table: 'list_entry_record',
  prepare: async (client, table, { city, today }) => {
    const [units, register] = [await registeredUnits(client, city), await registeredEntries(client, city)];
    const { sources } = await keptLaws(client);
    const hasDuties = table.rows.some((row) => row.cells['certificate'] !== undefined);
    const plan = planLists(table.rows, {
      today,
      register,
      ...(hasDuties ? { holderOf: await holderFinder(client, city) } : {}),
      unitOf: unitFinder(units),
      endedBy: (text, on) => endedLaws(text, on, sources),
    });
    return {
      ...summary(plan.entries, entryWords),
      problems: [...table.problems, ...plan.problems],
      carryOut: async (db, by) => {
        await carryOutLists(db, city, plan, by);
        return null;
      },
    };
  },
};

export const LOADERS: Readonly<Record<RegisterKey, Loader>> = { organisations, certificates, laws, lists };
