import type { Json, PartyKind } from '#law';
import type { DecisionInput } from './forms.ts';
import type { PenaltyExtension, PenaltyParty, PenaltyRow } from './model.ts';

/** Reads back what `decisionInput` wrote, out of the acts. */
export function decisionRow(input: DecisionInput, numberKey: string): PenaltyRow {
  return {
    party: partyOf(input),
    number: { text: input.number, key: numberKey, year: input.numberYear, serial: input.numberSerial },
    conduct: input.conduct,
    facts: input.facts,
    basis: input.basis,
    penalty: { text: input.kindsText ?? '', kinds: input.kinds ?? [], unclear: (input.kindsUnclear ?? []).map(({ words }) => words) },
    content: input.content,
    fineFen: input.fineFen,
    confiscatedFen: input.confiscatedFen,
    licence: input.licence,
    decidedOn: input.decidedOn,
    validUntil: input.validUntil,
    publicUntil: input.publicUntil,
    organ: { name: input.organName, uscc: input.organUscc },
    dataSource: input.dataSourceName === null ? null : { name: input.dataSourceName, uscc: input.dataSourceUscc },
    remark: input.remark,
    extension: extensionOf(input),
    source: sourceOf(input),
  };
}

/** An export whose day nobody has told says nothing of when the decision was shown. */
function sourceOf({ fileKind, given, exportedOn }: DecisionInput): PenaltyRow['source'] {
  const source = { fileKind, columns: given ?? [] };
  return fileKind === 'credit-export' ? { ...source, exportedOn: exportedOn ?? null } : source;
}

function partyOf(input: DecisionInput): PenaltyParty {
  const code = (kind: string) => input.partyCodes?.find((c) => c.kind === kind)?.code ?? null;
  return {
    name: input.partyName,
    kind: input.partyKind,
    uscc: input.partyUscc,
    businessRegistration: code('businessRegistration'),
    organisationCode: code('organisationCode'),
    taxRegistration: code('taxRegistration'),
    institutionCertificate: code('institutionCertificate'),
    socialOrganisationCertificate: code('socialOrganisationCertificate'),
    legalRepresentative: null,
    legalRepresentativeIdKind: null,
    legalRepresentativeIdNumber: null,
    idKind: null,
    idNumber: null,
  };
}

function extensionOf(input: DecisionInput): PenaltyExtension {
  const { procedure, filedOn, actStartedOn, actEndedOn, discoveredOn, officers } = input;
  const { servedOn, publishedOn, recordFiledOn, itemCode, handler } = input;
  const days = { filedOn, actStartedOn, actEndedOn, discoveredOn, servedOn, publishedOn, recordFiledOn };
  return { procedure, officers, itemCode, handler, ...days };
}

type Shown = Omit<
  PenaltyParty,
  'legalRepresentative' | 'legalRepresentativeIdKind' | 'legalRepresentativeIdNumber' | 'idKind' | 'idNumber'
>;

/** The fields of a decision as an act asks for them. Who a natural person is has been taken out of `party` before. */
export function decisionInput(row: PenaltyRow, party: Shown): Readonly<Record<string, Json>> {
  const { extension } = row;
  return {
    organName: row.organ.name,
    organUscc: row.organ.uscc,
    number: row.number.text,
    numberYear: row.number.year,
    numberSerial: row.number.serial,
    numberKey: row.number.key,
    decidedOn: row.decidedOn,
    ...partyInput(party),
    conduct: row.conduct,
    facts: row.facts,
    basis: row.basis,
    kinds: row.penalty.kinds,
    kindsText: row.penalty.text,
    kindsUnclear: row.penalty.unclear.map((words) => ({ words })),
    content: row.content,
    fineFen: row.fineFen,
    confiscatedFen: row.confiscatedFen,
    licence: row.licence,
    validUntil: row.validUntil,
    publicUntil: row.publicUntil,
    dataSourceName: row.dataSource?.name ?? null,
    dataSourceUscc: row.dataSource?.uscc ?? null,
    remark: row.remark,
    ...extension,
    officers: extension.officers === null ? null : extension.officers.map(({ name, certNo }) => ({ name, certNo })),
    fileKind: row.source.fileKind,
    exportedOn: row.source.exportedOn ?? null,
    given: row.source.columns ?? [],
  };
}

function partyInput(party: Shown): Readonly<Record<string, Json>> {
  const kind: PartyKind | null = party.kind;
  const codes = [
    ['businessRegistration', party.businessRegistration],
    ['organisationCode', party.organisationCode],
    ['taxRegistration', party.taxRegistration],
    ['institutionCertificate', party.institutionCertificate],
    ['socialOrganisationCertificate', party.socialOrganisationCertificate],
  ] as const;
  return {
    partyName: party.name,
    partyKind: kind,
    partyUscc: party.uscc,
    partyCodes: codes.flatMap(([kind, code]) => (code === null ? [] : [{ kind, code }])),
  };
}
