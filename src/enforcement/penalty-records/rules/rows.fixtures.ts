import { localDate, SHIPPED_LAWS } from '#law';
import type { RowSurroundings } from '../facts.ts';
import type { PenaltyExtension, PenaltyRow } from '../model.ts';

export const NO_EXTENSION: PenaltyExtension = {
  procedure: null,
  filedOn: null,
  actStartedOn: null,
  actEndedOn: null,
  discoveredOn: null,
  officers: null,
  servedOn: null,
  publishedOn: null,
  recordFiledOn: null,
  itemCode: null,
  handler: null,
};

/** A row of the bare 2018 layout with nothing to doubt. */
export const BARE_ROW: PenaltyRow = {
  party: {
    name: '巴彦淖尔市某化工有限公司（演示）',
    kind: 'organisation',
    uscc: '91150802MA0000001B',
    businessRegistration: null,
    organisationCode: null,
    taxRegistration: null,
    institutionCertificate: null,
    socialOrganisationCertificate: null,
    legalRepresentative: '王某',
    legalRepresentativeIdKind: null,
    legalRepresentativeIdNumber: null,
    idKind: null,
    idNumber: null,
  },
  number: { text: '巴环罚〔2026〕5号', key: '巴环罚(2026)5', year: 2026, serial: 5 },
  conduct: '将危险废物提供给无许可证的单位',
  facts: '2026年1月12日，该公司将危险废物提供给无许可证的单位处置。',
  basis: '《中华人民共和国固体废物污染环境防治法》第一百一十二条第一款第（四）项',
  penalty: { text: '罚款', kinds: ['CF03'], unclear: [] },
  content: '罚款人民币4000元',
  fineFen: 400_000,
  confiscatedFen: null,
  licence: null,
  decidedOn: localDate('2026-03-02'),
  validUntil: localDate('2027-03-02'),
  publicUntil: localDate('2027-03-02'),
  organ: { name: '市生态环境局（演示）', uscc: '11150800000000001K' },
  dataSource: { name: '市生态环境局（演示）', uscc: '11150800000000001K' },
  remark: null,
  extension: NO_EXTENSION,
  source: { fileKind: 'publicity' },
};

/** The same row with every extension column filled. */
export const EXTENDED_ROW: PenaltyRow = {
  ...BARE_ROW,
  extension: {
    procedure: 'ordinary',
    filedOn: localDate('2026-01-14'),
    actStartedOn: localDate('2026-01-12'),
    actEndedOn: localDate('2026-01-12'),
    discoveredOn: localDate('2026-01-13'),
    officers: [
      { name: '张某', certNo: '15080001' },
      { name: '李某', certNo: '15080002' },
    ],
    servedOn: localDate('2026-03-03'),
    publishedOn: localDate('2026-03-05'),
    recordFiledOn: null,
    itemCode: '1508000330200001',
    handler: '张某',
  },
  source: { fileKind: 'publicity', columns: ['servedOn', 'publishedOn', 'recordFiledOn'] },
};

export const NO_REGISTERS: RowSurroundings = {
  organ: null,
  certificates: new Map(),
  laws: SHIPPED_LAWS,
  itemListed: null,
  itemEmpowered: null,
  itemDomain: null,
  delegated: null,
};
