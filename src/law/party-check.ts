import { normaliseCode, readIdentityNumber, readMobile, readUscc } from './check-digit.ts';
import { askedFields } from './form.ts';
import type { LocalDate } from './local-date.ts';
import { hasTurned, PARTY_FIELDS, type PartyDetails, partyKindOf } from './party.ts';

export type PartyProblem = { readonly field: keyof typeof PARTY_FIELDS; readonly reason: string };
export type PartyReading =
  | { readonly ok: true; readonly details: PartyDetails }
  | { readonly ok: false; readonly problems: readonly PartyProblem[] };

/**
 * A party as typed, against the standards of its numbers (GB 32100, GB 11643): codes in their compared form, what is not
 * asked of such a party left out, birth and sex read from the number where it holds them. Reasons never repeat a number.
 */
export function readParty(typed: PartyDetails, today: LocalDate): PartyReading {
  const asked = askedFields(PARTY_FIELDS, typed);
  const problems: PartyProblem[] = [];
  const missing = (Object.keys(asked) as (keyof typeof PARTY_FIELDS)[]).filter(
    (key) => asked[key]?.required === true && typed[key] === null,
  );
  for (const field of missing) problems.push({ field, reason: `请填写“${PARTY_FIELDS[field].label}”` });
  const kept = onlyAsked(typed, asked);
  const coded = { ...kept, ...codeOf(kept, problems), ...identityOf(kept, today, problems), ...phoneOf(kept, problems) };
  const isOneOfTwo = (coded.idKind === null) !== (coded.idNumber === null) && !missing.some((f) => f === 'idKind' || f === 'idNumber');
  if (isOneOfTwo) problems.push({ field: coded.idKind === null ? 'idKind' : 'idNumber', reason: '证件类型和证件号码应当一并填写' });
  if (coded.birth !== null && coded.birth > today) problems.push({ field: 'birth', reason: '出生日期不得晚于今天' });
  if (hasTurned(coded, 18, today) === false && coded.guardian === null)
    problems.push({ field: 'guardian', reason: '当事人不满十八周岁，请填写监护人' });
  return problems.length === 0 ? { ok: true, details: coded } : { ok: false, problems };
}

function onlyAsked(typed: PartyDetails, asked: object): PartyDetails {
  const kept = Object.entries(typed).map(([key, value]) => [key, Object.hasOwn(asked, key) ? value : key === 'isIncapable' ? false : null]);
  // Keys and types are those of what came in: a field not asked for becomes empty.
  return Object.fromEntries(kept) as PartyDetails;
}

function codeOf({ kind, uscc }: PartyDetails, problems: PartyProblem[]): Pick<PartyDetails, 'uscc'> {
  if (uscc === null) return { uscc };
  const read = readUscc(uscc);
  if (read.is === 'wrong') problems.push({ field: 'uscc', reason: read.because });
  else if (read.is === 'masked') problems.push({ field: 'uscc', reason: '号码应当完整，不能以星号等代替' });
  // Codes that begin with 92 are given to 个体工商户 alone.
  else if (read.code.startsWith('92') && kind !== 'sole-trader')
    problems.push({ field: 'kind', reason: '统一社会信用代码以92开头的是个体工商户' });
  return { uscc: read.code };
}

type Identity = Pick<PartyDetails, 'idNumber' | 'birth' | 'sex'>;

function identityOf(typed: PartyDetails, today: LocalDate, problems: PartyProblem[]): Identity {
  const { kind, idKind, idNumber, birth, sex } = typed;
  if (idNumber === null || idKind === null) return { idNumber, birth, sex };
  if (idKind !== 'identity-card' && idKind !== 'hmt-residence') return { idNumber: otherNumber(idNumber, problems), birth, sex };
  if (kind === 'foreigner' && idKind === 'identity-card') {
    problems.push({ field: 'idKind', reason: '外国人不持有居民身份证' });
    return { idNumber, birth, sex };
  }
  const read = readIdentityNumber(idNumber, today);
  if (read.is !== 'valid') {
    problems.push({ field: 'idNumber', reason: read.is === 'masked' ? '号码应当完整，不能以星号等代替' : wordsOf(read.because) });
    return { idNumber, birth, sex };
  }
  if (read.old) problems.push({ field: 'idNumber', reason: '第一代居民身份证（15位号码）已停止使用，请填写18位号码' });
  if (/^8[123]/.test(read.code) !== (idKind === 'hmt-residence'))
    problems.push({ field: 'idKind', reason: '证件类型与号码不符：81、82、83开头的是港澳台居民居住证' });
  return withSaid(typed, read.code, read.birth, problems);
}

/** What the number says of birth and sex, which must be what was typed beside it; a sole trader's are not asked for. */
function withSaid(typed: PartyDetails, code: string, birth: LocalDate, problems: PartyProblem[]): Identity {
  if (partyKindOf(typed.kind) !== 'person') return { idNumber: code, birth: null, sex: null };
  const sex = Number(code.charAt(16)) % 2 === 1 ? 'male' : 'female';
  if (typed.birth !== null && typed.birth !== birth) problems.push({ field: 'birth', reason: '与证件号码中的出生日期不一致' });
  if (typed.sex !== null && typed.sex !== sex) problems.push({ field: 'sex', reason: '与证件号码所示性别不一致' });
  return { idNumber: code, birth, sex };
}

/** A day in a reason would be a piece of the number. */
function wordsOf(because: string): string {
  return because.startsWith('出生日期') ? '其中的出生日期不是真实日期' : because.startsWith('前两位') ? '前两位不是省级区划代码' : because;
}

function otherNumber(idNumber: string, problems: PartyProblem[]): string {
  const code = normaliseCode(idNumber);
  if (!/^[\p{L}\p{N}]{4,40}$/u.test(code)) problems.push({ field: 'idNumber', reason: '应为4至40个字母、数字或者汉字' });
  return code;
}

const LANDLINE = /^(?:0\d{2,3})?\d{7,8}$/;

function phoneOf({ phone }: PartyDetails, problems: PartyProblem[]): Pick<PartyDetails, 'phone'> {
  if (phone === null) return { phone };
  const mobile = readMobile(phone);
  if (mobile.is === 'valid') return { phone: mobile.code };
  const digits = normaliseCode(phone).replace(/[()]/g, '');
  if (!LANDLINE.test(digits)) problems.push({ field: 'phone', reason: '应为11位手机号码，或者区号加固定电话号码' });
  return { phone: digits };
}

/**
 * Who a party is, for finding the same one again; null where nobody can be told apart. A name alone is no identity for a
 * person. Equal to what decisions of other sources are compared by.
 */
export function partyIdentity({ kind, name, uscc, idNumber }: PartyDetails): string | null {
  if (uscc !== null) return `code:${uscc}`;
  if (partyKindOf(kind) === 'person') return idNumber === null ? null : `person:${name}|${idNumber}`;
  return null;
}
