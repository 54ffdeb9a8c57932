import { choice, date, type Field, flag, type InputOf, text } from './form.ts';
import type { LocalDate } from './local-date.ts';
import type { PartyKind } from './penalty.ts';
import { shownName } from './shown-name.ts';

/** CT6: what a party is. A foreign organisation has no unified social credit code. */
export const PARTY_TYPE_LABELS = {
  person: '自然人',
  'sole-trader': '个体工商户',
  'legal-person': '法人',
  'other-body': '非法人组织',
  foreigner: '外国人（无国籍人）',
  'foreign-body': '外国组织',
} as const;
export type PartyType = keyof typeof PARTY_TYPE_LABELS;

/** CT13. */
export const ID_KIND_LABELS = {
  'identity-card': '居民身份证',
  passport: '护照',
  'hong-kong-macao-pass': '港澳居民来往内地通行证',
  'taiwan-pass': '台湾居民来往大陆通行证',
  'hmt-residence': '港澳台居民居住证',
  'foreign-residence': '外国人永久居留身份证',
  officer: '军官证',
  other: '其他',
} as const;
export type IdKind = keyof typeof ID_KIND_LABELS;

export const SEX_LABELS = { male: '男', female: '女' } as const;
export const PARTY_SCALE_LABELS = { large: '大型', medium: '中型', small: '小型', micro: '微型' } as const;

const NATURAL = ['person', 'foreigner'] as const;
const CODED = ['legal-person', 'other-body', 'sole-trader'] as const;
const BODIES = [...CODED, 'foreign-body'] as const;

/** The longest name that a register gives, with room: 500 characters. */
const LONGEST_NAME = 500;

/**
 * What is typed of a party (law/enforcement §2.3). It is kept encrypted; acts, states and lists hold a `PartyRef`.
 * Conditions between the fields stand in `readParty`.
 */
export const PARTY_FIELDS = {
  kind: choice('当事人类型', PARTY_TYPE_LABELS),
  name: text('姓名或者名称', { max: LONGEST_NAME, hint: '与证件、登记证照上的完全一致' }),
  uscc: text('统一社会信用代码', { required: false, max: 40, when: { field: 'kind', is: CODED, fill: true } }),
  legalRepresentative: text('法定代表人（负责人、经营者）', { required: false, max: 100, when: { field: 'kind', is: BODIES, fill: true } }),
  idKind: choice('证件类型', ID_KIND_LABELS, {
    required: false,
    when: { field: 'kind', is: [...NATURAL, 'sole-trader'] },
    fillWhen: { field: 'kind', is: NATURAL },
    hint: '个体工商户填经营者的证件，可不填',
  }),
  idNumber: text('证件号码', {
    required: false,
    max: 60,
    when: { field: 'kind', is: [...NATURAL, 'sole-trader'] },
    fillWhen: { field: 'kind', is: NATURAL },
  }),
  sex: choice('性别', SEX_LABELS, { required: false, when: { field: 'kind', is: NATURAL } }),
  birth: date('出生日期', { required: false, when: { field: 'kind', is: NATURAL }, hint: '居民身份证号码中已有，不必另填' }),
  address: text('住址（住所）', { max: 300 }),
  phone: text('联系电话', { required: false, max: 40 }),
  scale: choice('企业规模', PARTY_SCALE_LABELS, { required: false, when: { field: 'kind', is: CODED } }),
  guardian: text('监护人', { required: false, max: 100, when: { field: 'kind', is: NATURAL }, hint: '不满十八周岁的必填' }),
  isIncapable: flag('是精神病人、智力残疾人（行政处罚法31）', { when: { field: 'kind', is: NATURAL } }),
};

/** A party as typed and checked; the only place where a number of identity stands unencrypted is memory. */
export type PartyDetails = InputOf<typeof PARTY_FIELDS>;

/**
 * A party as acts, states and lists hold it. `name` is what may be shown to whoever sees the matter; a natural person's
 * is shortened.
 */
export type PartyRef = {
  readonly id: string;
  readonly kind: PartyType;
  readonly name: string;
  readonly uscc: string | null;
  /** Keyed digest of who it is, to find the same party again; null where nobody can be told apart. */
  readonly mark: string | null;
  /** Keyed digest of all that was typed: binds the encrypted row to the act. */
  readonly seal: string;
};

/** A party, typed in place. */
export function party<R extends boolean = true>(
  label: string,
  options?: Pick<Field, 'hint' | 'group'> & { readonly required?: R },
): Field<PartyRef, R> {
  const { hint, group } = options ?? {};
  const shape = { label, required: options?.required ?? true, as: 'party' as const };
  return { ...shape, ...(hint === undefined ? {} : { hint }), ...(group === undefined ? {} : { group }) } as Field<PartyRef, R>;
}

/** Stands in acts, states and lists for words that name a person. */
const NAMED_ONLY = '姓名加密保存';

/** Who signed, witnessed or was there, in words: nothing but a name is asked of them, and none of it may stand in plain. */
export function personal<R extends boolean = true>(
  label: string,
  options?: Pick<Field, 'hint' | 'group'> & { readonly required?: R; readonly max?: number },
): Field<PartyRef, R> {
  const { hint, group, max = 200 } = options ?? {};
  const shape = { label, required: options?.required ?? true, as: 'personal' as const, max };
  return { ...shape, ...(hint === undefined ? {} : { hint }), ...(group === undefined ? {} : { group }) } as Field<PartyRef, R>;
}

/** The words of a `personal` field as what is kept encrypted: no party has an empty address. */
export function namedOnly(words: string): PartyDetails {
  const nothing = { uscc: null, legalRepresentative: null, idKind: null, idNumber: null, sex: null, birth: null };
  return { kind: 'person', name: words, ...nothing, address: '', phone: null, scale: null, guardian: null, isIncapable: false };
}

/** The three that statistics and thresholds of the law tell apart. */
export function partyKindOf(type: PartyType): PartyKind {
  if (type === 'sole-trader') return 'sole-trader';
  return type === 'person' || type === 'foreigner' ? 'person' : 'organisation';
}

/** 张某; 河套食品有限公司; of words that name somebody nothing. */
export function shownPartyName(details: Pick<PartyDetails, 'name' | 'kind' | 'address'>): string {
  return details.address === '' ? NAMED_ONLY : shownName({ name: details.name, kind: partyKindOf(details.kind) });
}

/**
 * Whether it is known that the party had turned `years` by the day. 周岁 is reached on the day after the birthday, as the
 * courts count it; the 处罚法 itself does not say. null: the birth is not known.
 */
export function hasTurned(details: Pick<PartyDetails, 'birth'>, years: number, on: LocalDate): boolean | null {
  if (details.birth === null) return null;
  const [year, rest] = [Number(details.birth.slice(0, 4)), details.birth.slice(4)];
  return on > `${year + years}${rest}`;
}
