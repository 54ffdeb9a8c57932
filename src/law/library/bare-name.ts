import { lawName } from './law-name.ts';

const BARE_NAME = /([\u4e00-\u9fa5]{1,40}(?:法典|法|条例|办法|规定|细则|规则|决定))$/;
const LEADING =
  /^.*(?:是指|所称|具备|遵守|执行|办理|行使|依据|根据|按照|依照|参照|遵照|违反了?|触犯了?|适用|结合|符合|以及|属于|构成|鉴于|引用|援引|同时|并处|和|及|与|或|由|了|、)/;
const SELF =
  /(?:本|该|此|上述|前述|(?<![合共])同|(?<!极)其|这部|这个)(?:法典|法|条例|办法|规定|细则|规则|决定|实施细则|实施条例|实施办法)$/;
const GENERIC =
  /^(?:的|之|等|由|有关|相关|上述|前述|具体|如下|下列|以上|法律|法规|规章|规定|条例|办法|条款|细则|规则|决定|罚则|处罚|其他|行政|及|和)+$/;

/** The law named without brackets right at the end of `gap`, without 中华人民共和国; null where none is. */
export function bareName(
  gap: string,
  isName: ((name: string) => boolean) | undefined,
  shortNames: ReadonlyMap<string, unknown>,
): string | null {
  const inBrackets = /\(([^()]{2,30})\)$/.exec(gap)?.[1];
  if (inBrackets !== undefined && isName?.(lawName(inBrackets)) === true) return lawName(inBrackets);
  const tail = gap.replace(/[》〉>」』”"】\]]$/, '').replace(/\([^()]{0,30}\)$/, '');
  const found = BARE_NAME.exec(tail)?.[1];
  if (found === undefined) return null;
  const known = knownSuffix(found, (name) => isName?.(name) === true || shortNames.has(name));
  if (known !== null) return known;
  if (SELF.test(found)) return null;
  const name = lawName(found.replace(LEADING, ''));
  return (name.length < 3 && !SHORTEST.has(name)) || GENERIC.test(name) || SELF.test(name) || /^(?:本|该|此)/.test(name) ? null : name;
}

/** The laws whose names have two characters; no shorter end of a sentence names one. */
const SHORTEST = new Set(['刑法', '宪法', '水法']);

/** The longest known name at the end, if what stands before it is no part of a longer name. */
function knownSuffix(found: string, isKnown: (name: string) => boolean): string | null {
  for (let i = 0; i < found.length - 1; i += 1) {
    const name = lawName(found.slice(i));
    if (!isKnown(name)) continue;
    return i === 0 || endsName(found.slice(0, i)) ? name : null;
  }
  return null;
}

const BEFORE_NAME =
  /(?:具备|所称|是指|低于|视为|遵守|超出|采取|行使|执行|办理|取得|收到|计算|依据|根据|按照|依照|参照|遵照|违反|触犯|适用|结合|符合|以及|属于|构成|鉴于|引用|援引|同时|规定|中华人民共和国|[了和及与或由按照据依违犯对将把的是为在用即有除以])$/;
function endsName(prefix: string): boolean {
  return BEFORE_NAME.test(prefix);
}
