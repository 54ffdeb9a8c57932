import { COLUMN_KEYS, type ColumnKey, isColumnKey, LAYOUT } from './layout.ts';

/** The unit a title states for its amounts; null: not stated, the layout's own (万元) holds. */
export type AmountUnit = '万元' | '元';

export type RecognisedColumn = {
  readonly index: number;
  readonly key: ColumnKey;
  readonly title: string;
  readonly unit: AmountUnit | null;
};

export type ColumnMapping = {
  readonly columns: readonly RecognisedColumn[];
  /** Titles that say nothing to us: to be mapped by hand, remembered per source. */
  readonly unknown: readonly { readonly index: number; readonly title: string }[];
  /** A second column for a field that has one already: left unread and named. */
  readonly repeated: readonly { readonly index: number; readonly title: string; readonly of: ColumnKey }[];
  /** Columns without which no row can be loaded. */
  readonly missingKeys: readonly ColumnKey[];
  /** Columns that the form asks for and the file lacks: rows load, rules that need them answer 无法判断. */
  readonly missing: readonly ColumnKey[];
};

/** Mapping by hand, as remembered per source: `normaliseTitle(title)` → column, 'ignored' where it carries nothing. */
export type RememberedTitles = Readonly<Record<string, ColumnKey>>;

const UNIT = /[([【/]?(?:单位[::]?|以)?(万元|元)(?:为单位|计)?[)\]】]?$/;
const UNIT_INSIDE = /[([【](?:金额)?(?:单位)?[:：]?(万元|元)[)\]】]/;
const REQUIREMENT = /[*★☆]|[([【]?(?:必填项?|选填项?|非必填|可空|必录)[)\]】]?/g;
const INVISIBLE = /[\s\p{Cf}\p{Cc}]+/gu;
const BRACKETED = /[([【{〔][^()[\]【】{}〔〕]*[)\]】}〕]/g;
const MARKS = /[\p{P}\p{S}]+/gu;

type TitleForms = { readonly full: string; readonly plain: string; readonly unit: AmountUnit | null };

function formsOf(title: string): TitleForms {
  const clean = title.normalize('NFKC').replace(INVISIBLE, '').replace(REQUIREMENT, '').toLowerCase();
  const stated = UNIT_INSIDE.exec(clean) ?? UNIT.exec(clean);
  const unit = stated?.[1] === '万元' || stated?.[1] === '元' ? stated[1] : null;
  const text = stated === null ? clean : clean.replace(stated[0], '');
  return { full: text.replace(MARKS, ''), plain: text.replace(BRACKETED, '').replace(MARKS, ''), unit };
}

/** One form for all writings of a title: width, spaces, line breaks, asterisks, brackets, units and marks carry no meaning. */
export function normaliseTitle(title: string): string {
  return formsOf(title).full;
}

const BY_TITLE: ReadonlyMap<string, ColumnKey> = new Map(
  COLUMN_KEYS.flatMap((key) => {
    const { code, title, also } = LAYOUT[key];
    const names = [title, ...also, ...(code === null ? [] : [code])];
    return names.map((name): [string, ColumnKey] => [normaliseTitle(name), key]);
  }),
);

/** Titles that say only "code" or "number": whose it is, the column before tells. */
const DEPENDENT: Readonly<Record<string, Readonly<Partial<Record<ColumnKey, ColumnKey>>> & { readonly otherwise: ColumnKey }>> = {
  统一社会信用代码: { organName: 'organUscc', dataSourceName: 'dataSourceUscc', otherwise: 'partyUscc' },
  社会信用代码: { organName: 'organUscc', dataSourceName: 'dataSourceUscc', otherwise: 'partyUscc' },
  信用代码: { organName: 'organUscc', dataSourceName: 'dataSourceUscc', otherwise: 'partyUscc' },
  证件类型: { legalRepresentative: 'legalRepresentativeIdKind', otherwise: 'partyIdKind' },
  证件号码: { legalRepresentativeIdKind: 'legalRepresentativeIdNumber', otherwise: 'partyIdNumber' },
  证号: { officers: 'officerCertificates', otherwise: 'officerCertificates' },
};

/** The column a title names, or null. `before` is the column to its left, for titles that only say 证件号码. */
export function columnOf(title: string, before: ColumnKey | null = null, remembered: RememberedTitles = {}): ColumnKey | null {
  const { full, plain } = formsOf(title);
  if (full === '') return null;
  const byHand = remembered[full];
  if (byHand !== undefined && isColumnKey(byHand)) return byHand;
  const dependent = DEPENDENT[full] ?? DEPENDENT[plain];
  if (dependent !== undefined) return (before === null ? undefined : dependent[before]) ?? dependent.otherwise;
  return BY_TITLE.get(full) ?? BY_TITLE.get(plain) ?? null;
}

/** Reads a header row. Titles stand in any order and writing; each field is read from its first column. */
export function recogniseColumns(header: readonly string[], remembered: RememberedTitles = {}): ColumnMapping {
  const columns: RecognisedColumn[] = [];
  const unknown: { index: number; title: string }[] = [];
  const repeated: { index: number; title: string; of: ColumnKey }[] = [];
  const taken = new Set<ColumnKey>();
  let before: ColumnKey | null = null;
  for (const [index, title] of header.entries()) {
    if (title.trim() === '') continue;
    const key = columnOf(title, before, remembered);
    before = key;
    if (key === null) unknown.push({ index, title });
    else if (taken.has(key) && key !== 'ignored') repeated.push({ index, title, of: key });
    else {
      taken.add(key);
      columns.push({ index, key, title, unit: formsOf(title).unit });
    }
  }
  const absent = COLUMN_KEYS.filter((key) => !taken.has(key));
  return {
    columns,
    unknown,
    repeated,
    missingKeys: absent.filter((key) => LAYOUT[key].need === 'key'),
    missing: absent.filter((key) => LAYOUT[key].need === 'form'),
  };
}
