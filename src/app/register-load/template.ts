import { PassThrough } from 'node:stream';
import {
  addDays,
  CERTIFICATE_KIND_LABELS,
  CERTIFICATE_STATUS_LABELS,
  LEAD_KIND_LABELS,
  type LocalDate,
  ORGANISATION_KIND_LABELS,
  QUALIFICATION_LABELS,
  RELATIONS,
  TIER_LABELS,
} from '#law';
import type { Platform } from '#platform/acts/perform';
import { inTransaction, type Queryable } from '#platform/db';
import { SYSTEM_PREAMBLE } from '#platform/session';
import { writeWorkbook } from '#platform/spreadsheet/write-workbook';
import type { RegisterKey } from '#registers/organisations';
import { dutyItem, LIST_LABELS, type ListColumn, POWER_KIND_LABELS, registeredEntries } from '#registers/power-lists';
import { registeredLaws } from '../../registers/law-library/actions.ts';
import type { LawColumn } from '../../registers/law-library/load-plan.ts';
import { registeredCertificates, registeredOfficers } from '../../registers/officers/actions.ts';
import type { CertificateColumn } from '../../registers/officers/load-plan.ts';
import { registeredUnits } from '../../registers/organisations/actions.ts';
import { BASIS_KEYS, type BasisColumn } from '../../registers/organisations/load-bases.ts';
import type { OrganisationContent } from '../../registers/organisations/load-model.ts';
import type { OrganisationColumn } from '../../registers/organisations/load-row.ts';
import { LOADERS } from './loaders.ts';

type Line = Readonly<Record<string, string | null>>;

/** A register as it stands, in the columns by which it can be loaded again; an empty register gives an empty form. */
export async function registerWorkbook(platform: Pick<Platform, 'pool'>, city: number, register: RegisterKey): Promise<PassThrough> {
  const lines = await inTransaction(platform.pool, SYSTEM_PREAMBLE, (client) => LINES[register](client, city));
  const { columns } = LOADERS[register];
  const keys = Object.keys(columns);
  const out = new PassThrough();
  const sheet = {
    name: '名录',
    columns: keys.map((key) => ({ title: columns[key]?.title ?? key })),
    rows: lines.map((line) => keys.map((key) => line[key] ?? null)),
  };
  void writeWorkbook(out, [sheet]).catch((error: unknown) => out.destroy(error instanceof Error ? error : new Error(String(error))));
  return out;
}

/** The papers of relations in their columns. */
function basisCells(bases: OrganisationContent['bases']): Record<BasisColumn, string | null> {
  const cells: Partial<Record<BasisColumn, string | null>> = {};
  for (const relation of RELATIONS) {
    const [keys, paper] = [BASIS_KEYS[relation], bases[relation]];
    cells[keys.name] = paper?.name ?? null;
    cells[keys.number] = paper?.number ?? null;
    cells[keys.on] = paper?.on ?? null;
  }
  return cells as Record<BasisColumn, string | null>;
}

const lastDay = (until: LocalDate | null) => (until === null ? null : addDays(until, -1));

const LINES: Readonly<Record<RegisterKey, (client: Queryable, city: number) => Promise<readonly Line[]>>> = {
  organisations: async (client, city) => {
    const units = await registeredUnits(client, city);
    // A unit that came without a code is written with its name: the next load gives it that as its code.
    const codeOf = new Map(units.map((u) => [u.id, u.code ?? u.records.at(-1)?.content.name ?? '']));
    const unit = (id: string | null) => (id === null ? null : (codeOf.get(id) ?? null));
    return units.flatMap((u) =>
      u.records.map(
        ({ from, until, content: c }): Record<OrganisationColumn, string | null> => ({
          code: unit(u.id),
          name: c.name,
          shortName: c.shortName,
          kind: ORGANISATION_KIND_LABELS[c.kind],
          tier: TIER_LABELS[c.tier],
          superior: unit(c.superiorId),
          lineSuperior: unit(c.lineSuperiorId),
          bureau: unit(c.bureauId),
          answersThrough: unit(c.answersThroughId),
          documentPrefix: c.documentPrefix,
          uscc: c.uscc,
          region: c.regionCode,
          domain: c.domain,
          leadKind: LEAD_KIND_LABELS[c.leadKind],
          leadBasis: c.leadBasis,
          ...basisCells(c.bases),
          qualification: QUALIFICATION_LABELS[c.qualification],
          phone: c.phone,
          email: c.email,
          from,
          through: lastDay(until),
        }),
      ),
    );
  },
  certificates: async (client, city) => {
    const units = new Map((await registeredUnits(client, city)).map((u) => [u.id, u.code ?? u.records.at(-1)?.content.name ?? '']));
    const officers = new Map((await registeredOfficers(client, city)).map((o) => [o.id, o]));
    return (await registeredCertificates(client, city)).flatMap((r) =>
      r.records.map(
        ({ from, until, content: c }): Record<CertificateColumn, string | null> => ({
          number: r.number,
          kind: CERTIFICATE_KIND_LABELS[r.kind],
          name: officers.get(c.officerId)?.name ?? null,
          person: officers.get(c.officerId)?.code ?? null,
          organisation: units.get(c.organisationId) ?? null,
          status: CERTIFICATE_STATUS_LABELS[c.status],
          domains: c.domains.join('、'),
          registered: c.registeredOn,
          qualification: c.legalQualification,
          reviewing: c.reviewsSince,
          from,
          through: lastDay(until),
        }),
      ),
    );
  },
  lists: async (client, city) => {
    const units = new Map((await registeredUnits(client, city)).map((u) => [u.id, u.code ?? u.records.at(-1)?.content.name ?? '']));
    return (await registeredEntries(client, city)).flatMap((entry) =>
      entry.records.map(
        ({ from, until, content: c }): Record<ListColumn, string | null> => ({
          ...c,
          list: LIST_LABELS[entry.list],
          organisation: units.get(entry.organisationId) ?? null,
          code: entry.list === 'post-duty' ? dutyItem(entry.code) : entry.code,
          powerKind: c.powerKind === null ? null : POWER_KIND_LABELS[c.powerKind],
          from,
          through: lastDay(until),
        }),
      ),
    );
  },
  laws: async (client) =>
    (await registeredLaws(client)).flatMap((l) =>
      l.records.map(
        ({ from, until, content: c }): Record<LawColumn, string | null> => ({
          name: l.name,
          shortNames: c.shortNames.join('、'),
          level: c.level,
          from,
          through: lastDay(until),
          replacedBy: c.replacedBy,
        }),
      ),
    ),
};
