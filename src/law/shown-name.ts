import type { PartyKind } from './penalty.ts';

/** `kind` null: a source has not said what the party is. */
export type NamedParty = { readonly name: string; readonly kind: PartyKind | null };

const DOUBLE_SURNAMES = new Set(
  '欧阳 上官 司马 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 司徒 夏侯 宇文 长孙 端木 呼延 完颜 独孤 南宫 轩辕'.split(' '),
);
const PERSON_LIKE = /^[\p{Script=Han}]{2,4}$|^[\p{Script=Han}]{1,12}[·•][\p{Script=Han}·•]{1,12}$/u;
/**
 * Endings that no person's name has: two to four characters that are a shop, a firm or a body. A character in which given
 * names end too (可心, 天行, 建社, 园) counts with its word alone.
 */
const BODY_END =
  /(?:[店厂院所站部馆室局队处]|学校|公社|商社|书社|报社|商行|银行|车行|琴行|公园|果园|商会|协会|工会|中心|公司|集团|市场|超市|农场|牧场)$/u;

/**
 * Whether the name may be a natural person's: said so by the kind, or not excluded where the kind is open. A sole trader
 * that trades under the bare name of its owner is one too.
 */
export function isPersonal(party: NamedParty): boolean {
  if (party.kind === 'person') return true;
  if (party.kind === 'organisation') return false;
  return PERSON_LIKE.test(party.name) && !BODY_END.test(party.name);
}

/** 张某, 欧阳某, 阿某: what lists and titles show of a natural person. */
export function shownName(party: NamedParty): string {
  if (!isPersonal(party)) return party.name;
  const name = party.name.replace(/[\s]/g, '');
  const surname = DOUBLE_SURNAMES.has(name.slice(0, 2)) && name.length > 2 ? name.slice(0, 2) : ([...name][0] ?? '');
  return `${surname}某`;
}
