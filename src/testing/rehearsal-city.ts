import { createHash } from 'node:crypto';
import type { ActingPost, CertificateFact, OrganisationFact, RegisterFacts, Role } from '#law';

/** The id that stands for a name in pure tests: the same in every run. */
export function idOf(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-');
}

const idOrNull = (name: string | null): string | null => (name === null ? null : idOf(name));

/** One unit by its short name; other units are named by theirs. */
function organisation(key: string, name: string, facts: Partial<OrganisationFact>): OrganisationFact {
  const more = { bureauId: '区司法局', superiorId: null, lineSuperiorId: null, answersThroughId: null, ...facts };
  return {
    id: idOf(key),
    recordId: `record/${key}`,
    name,
    shortName: name,
    documentPrefix: null,
    kind: 'department',
    tier: 'banner',
    regionCode: '150802',
    leadKind: 'local',
    qualification: 'confirmed',
    ...facts,
    superiorId: idOrNull(more.superiorId),
    lineSuperiorId: idOrNull(more.lineSuperiorId),
    bureauId: idOrNull(more.bureauId),
    answersThroughId: idOrNull(more.answersThroughId),
  };
}

const TOWN = { tier: 'township', regionCode: '150802103' } as const;
const CITY = { tier: 'city', regionCode: '150800', bureauId: '市司法局' } as const;

export const ORGANISATIONS: readonly OrganisationFact[] = [
  organisation('市政府', '巴彦淖尔市人民政府', { ...CITY, kind: 'government', documentPrefix: '巴政' }),
  organisation('市司法局', '巴彦淖尔市司法局', { ...CITY, kind: 'bureau', documentPrefix: '巴司', superiorId: '市政府' }),
  organisation('市交通局', '巴彦淖尔市交通运输局', { ...CITY, documentPrefix: '巴交', superiorId: '市政府' }),
  organisation('市市场监管局', '巴彦淖尔市市场监督管理局', { ...CITY, documentPrefix: '巴市监', superiorId: '市政府' }),
  organisation('交通支队', '巴彦淖尔市交通运输综合行政执法支队', {
    ...CITY,
    ...{ kind: 'delegate', superiorId: '市交通局', answersThroughId: '市交通局' },
  }),
  organisation('自治区税务局', '国家税务总局内蒙古自治区税务局', { ...CITY, kind: 'external', bureauId: null }),
  organisation('市税务局', '国家税务总局巴彦淖尔市税务局', {
    ...CITY,
    ...{ kind: 'vertical', leadKind: 'vertical', superiorId: '自治区税务局', lineSuperiorId: '自治区税务局' },
  }),
  organisation('市监委', '巴彦淖尔市监察委员会', { ...CITY, kind: 'external', bureauId: null }),
  organisation('市公安局', '巴彦淖尔市公安局', { ...CITY, kind: 'external', bureauId: null }),
  organisation('区政府', '临河区人民政府', { kind: 'government', documentPrefix: '临政', superiorId: '市政府' }),
  organisation('区司法局', '临河区司法局', { kind: 'bureau', documentPrefix: '临司', superiorId: '区政府', lineSuperiorId: '市司法局' }),
  organisation('区市场监管局', '临河区市场监督管理局（演示）', {
    documentPrefix: '临市监',
    superiorId: '区政府',
    lineSuperiorId: '市市场监管局',
  }),
  organisation('派驻中队', '临河区市场监督管理局派驻狼山镇执法中队（演示）', {
    ...TOWN,
    kind: 'stationed',
    superiorId: '区市场监管局',
    answersThroughId: '区市场监管局',
  }),
  organisation('区市场监管所', '临河区狼山市场监督管理所（演示）', { kind: 'subordinate', superiorId: '区市场监管局' }),
  organisation('狼山镇', '临河区狼山镇人民政府', { ...TOWN, kind: 'township', superiorId: '区政府' }),
  organisation('镇执法队', '狼山镇综合行政执法队', {
    ...TOWN,
    kind: 'township',
    superiorId: '狼山镇',
    answersThroughId: '狼山镇',
  }),
  organisation('狼山司法所', '临河区司法局狼山司法所', { ...TOWN, kind: 'justice-office', superiorId: '区司法局' }),
  organisation('干召庙镇', '临河区干召庙镇人民政府', { ...TOWN, regionCode: '150802107', kind: 'township', superiorId: '区政府' }),
  organisation('旗司法局', '乌拉特中旗司法局', {
    kind: 'bureau',
    ...{ documentPrefix: '乌中司', bureauId: '旗司法局', lineSuperiorId: '市司法局' },
  }),
  organisation('旗农牧局', '乌拉特中旗农牧局', { bureauId: '旗司法局', documentPrefix: '乌中农' }),
];

/** A person in a post; `idOf('市司法局监督员甲')` is the officer. */
export function actor(unit: string, role: Role, name: string): ActingPost {
  const key = `${unit}${name}`;
  return { postId: `post/${key}`, accountId: `account/${key}`, officerId: idOf(key), name, role, organisationId: idOf(unit) };
}

/** A 行政执法监督证 of an officer, e.g. '市司法局监督员甲'; without `validThrough` it has no last day. */
export function certificate(
  officer: string,
  unit: string,
  more: Partial<Pick<CertificateFact, 'kind' | 'status' | 'number' | 'validThrough' | 'legalQualification' | 'reviewsSince'>> = {},
): CertificateFact {
  return {
    recordId: `certificate/${officer}`,
    officerId: idOf(officer),
    officerName: officer,
    organisationId: idOf(unit),
    kind: 'supervision',
    number: idOf(officer).replace(/\D/g, '').padEnd(11, '0').slice(0, 11),
    status: 'valid',
    validThrough: null,
    ...more,
  };
}

export function register(certificates: readonly CertificateFact[], organisations = ORGANISATIONS): RegisterFacts {
  const byOfficer = new Map<string, readonly CertificateFact[]>();
  for (const c of certificates) byOfficer.set(c.officerId, [...(byOfficer.get(c.officerId) ?? []), c]);
  return { organisations: new Map(organisations.map((o) => [o.id, o])), certificates: byOfficer };
}

/** Days off of the National Day week 2026, as a notice would name them. */
export const NATIONAL_DAY: Readonly<Record<string, string>> = Object.fromEntries(
  ['2026-10-01', '2026-10-02', '2026-10-03', '2026-10-04', '2026-10-05', '2026-10-06', '2026-10-07'].map((day) => [day, '国庆节']),
);
