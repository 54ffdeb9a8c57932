import { bareName } from './bare-name.ts';
import { lawName } from './law-name.ts';
import { carriedOutBeside, namedAgain } from './named-again.ts';
import { type NamedLaw, type Normal, normalText, titleAt } from './reference-names.ts';
import { type Place, placesAt, type Standing } from './reference-places.ts';

/** A place of a law as a running text names it. */
export type Reference = {
  /** Where it stands in the text, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  readonly written: string;
  readonly law: NamedLaw;
  readonly place: Place | null;
};

export type ScanOptions = {
  /** Whether a name, without 中华人民共和国, is a law or short name of the library. */
  readonly isName?: (name: string) => boolean;
  readonly within?: Standing;
};

/** Papers that have articles of their own: 合同第三条 is no place of a law. */
const OTHER_PAPER =
  /(?:合同|协议书?|章程|公约|条约|议定书|标准|意见书?|文件|清单|说明书?|约定|判决书?|裁定书?|决定书|通知书?|告知书|公告|纪要|制度|手册|方案|预案|规程|附件[一二三四五六七八九十\d]*|修正案|宪章)》?(?:的|中|内)?$/;
const PLACE_START =
  /第[(]?[零〇○一二三四五六七八九十百千两\d]{1,9}[)]?(?:(?:、|,|和|至|到|-|—|~|或者?|及|与)第?[(]?[零〇○一二三四五六七八九十百千两\d]{1,9}[)]?|[(][零〇一二三四五六七八九十\d]{1,3}[)]){0,30}(?:条|款|项)|前(?:[一二两三四五六]|[2-6])?(?:条|款|项)|本(?:条|款)(?:第|[(])|同条(?=第)|该条(?=第)/g;
const OPENERS = '《〈<「『“"【[';

type Scan = {
  readonly n: Normal;
  readonly options: ScanOptions;
  readonly found: Reference[];
  readonly shortNames: Map<string, NamedLaw>;
  /** Every law named so far, in order. */
  readonly named: NamedLaw[];
  law: NamedLaw | null;
  lawEnd: number;
};

/**
 * Every reference in a text, in order: laws in any brackets or none, short names, several articles in a row, ranges,
 * and inside a law 本法, 前款 and the like. A law named without an article gives one reference without a place.
 */
export function scanReferences(text: string, options: ScanOptions = {}): readonly Reference[] {
  const n = normalText(text);
  const scan: Scan = { n, options, found: [], shortNames: new Map(), named: [], law: null, lawEnd: -1 };
  const { chars } = n;
  PLACE_START.lastIndex = 0;
  let at = 0;
  let next = nextPlace(chars, 0);
  let opener = nextOpener(chars, 0);
  while (at < chars.length) {
    if (opener >= 0 && opener < at) opener = nextOpener(chars, at);
    if (opener >= 0 && (next === null || opener < next)) {
      at = readTitle(scan, opener);
      if (next !== null && next < at) next = nextPlace(chars, at);
      continue;
    }
    if (next === null) break;
    at = readPlaces(scan, next, at);
    next = nextPlace(chars, at);
  }
  return scan.found;
}

function nextPlace(chars: string, from: number): number | null {
  PLACE_START.lastIndex = from;
  return PLACE_START.exec(chars)?.index ?? null;
}

function nextOpener(chars: string, from: number): number {
  for (let i = from; i < chars.length; i += 1) if (OPENERS.includes(chars.charAt(i))) return i;
  return -1;
}

function readTitle(scan: Scan, at: number): number {
  const { n, shortNames } = scan;
  const title = titleAt(n.chars, at);
  if (title === null) return at + 1;
  const known = shortNames.get(lawName(title.name));
  const law: NamedLaw | null = title.isPaper ? null : (known ?? title.law);
  name(scan, law, title.end);
  if (law === null) return title.end;
  for (const short of title.shortNames) shortNames.set(lawName(short), law);
  const beside = carriedOutBeside(n.chars, title.end, law);
  if (title.marked && beside?.both !== false) scan.found.push(reference(scan, at, title.nameEnd, law, null));
  if (beside !== null) name(scan, beside.law, beside.end);
  return beside?.end ?? title.end;
}

/** From here on places belong to this law until another one is named. */
function name(scan: Scan, law: NamedLaw | null, end: number): void {
  scan.law = law;
  scan.lawEnd = end;
  if (law !== null) scan.named.push(law);
}

function readPlaces(scan: Scan, at: number, from: number): number {
  const { n } = scan;
  const before = n.chars.slice(Math.max(0, at - 48), at);
  const carried = carriedPlace(scan, at);
  const places = placesAt(n.chars, at, scan.options.within ?? null, carried?.place ?? null);
  if (places === null) return at + 1;
  const { end, list, inner } = places;
  const gap = n.chars.slice(Math.max(from, at - 48), at);
  if (OTHER_PAPER.test(before) && !/[前本]/.test(n.chars.charAt(at))) return end;
  const law = carried !== null && inner ? carried.law : inner ? self(scan) : lawBefore(scan, gap, at);
  if (law === null) return end;
  const last = scan.found.at(-1);
  if (last !== undefined && last.place === null && last.law === law && scan.lawEnd === at) scan.found.pop();
  else if (last !== undefined && last.place === null && last.law.name === law.name && !inner) scan.found.pop();
  for (const place of list) scan.found.push(reference(scan, at, end, law, place));
  return end;
}

/**
 * 第…条第一款规定的甲，但是第三项除外: items named alone behind a place of the same sentence, or paragraphs joined to it
 * by 以及, are those of that place.
 */
function carriedPlace({ n, found, options }: Scan, at: number): Reference | null {
  const last = found.at(-1);
  if (last === undefined || last.place === null) return null;
  if (options.within === undefined && /^[该同]条第/.test(n.chars.slice(at, at + 3)))
    return { ...last, place: { ...last.place, paragraph: null, item: null, subItem: null } };
  const unit = /^第[(]?[零〇一二三四五六七八九十百\d]{1,5}[)]?(?:[^条款项。]{0,12})(项|款)/.exec(n.chars.slice(at, at + 24))?.[1];
  if (unit === undefined) return null;
  const between = n.chars.slice(Math.max(0, at - 60), at);
  const sentence = between.slice(between.lastIndexOf('。') + 1);
  if (!sentence.includes(n.source.slice(last.end - 1, last.end))) return null;
  if (unit === '款' && !/(?:以及|和|或者|及)$/.test(between)) return null;
  return options.within !== undefined && last.place.article === options.within.article ? null : last;
}

function self({ options, law }: Scan): NamedLaw | null {
  const { within } = options;
  return within === undefined ? law : { name: within.law, edition: null, documentNumber: null, how: 'self' };
}

/** The law that a place belongs to: named right before it, meant by 本法, else the last one named. */
function lawBefore(scan: Scan, gap: string, at: number): NamedLaw | null {
  const { options, law, lawEnd } = scan;
  if (lawEnd === at || (lawEnd >= 0 && lawEnd <= at && /^[的中之、,]?$/.test(scan.n.chars.slice(lawEnd, at)))) return law;
  const bare = bareName(gap, options.isName, scan.shortNames);
  if (bare !== null) {
    name(scan, bareLaw(scan, bare), at);
    return scan.law;
  }
  if (options.within === undefined) {
    const again = namedAgain(gap, scan.named, (before) => {
      const named = bareName(before, options.isName, scan.shortNames);
      return named === null ? null : bareLaw(scan, named);
    });
    if (again !== undefined) name(scan, again, at);
    return again === undefined ? law : again;
  }
  const other = /(?:^|[,。;、:])(条例|办法|细则|规则)$/.exec(gap)?.[1];
  return other === undefined ? self(scan) : { name: other, edition: null, documentNumber: null, how: 'bare' };
}

function bareLaw({ shortNames }: Scan, name: string): NamedLaw {
  return shortNames.get(name) ?? { name, edition: null, documentNumber: null, how: 'bare' };
}

function reference({ n }: Scan, start: number, end: number, law: NamedLaw, place: Place | null): Reference {
  const [from, to] = [n.at[start] ?? 0, (n.at[end - 1] ?? 0) + 1];
  return { start: from, end: to, written: n.source.slice(from, to), law, place };
}
