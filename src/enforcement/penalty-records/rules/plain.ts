/** Without brackets' width, spaces and punctuation: the form in which names and texts are compared. */
export function plain(text: string): string {
  let kept = '';
  let from = 0;
  for (let i = 0; i < text.length; i += 1) {
    const kind = KINDS[text.charCodeAt(i)];
    if (kind === KEPT) continue;
    if (kind !== LEFT_OUT) return anyPlain(text);
    if (from < i) kept += text.slice(from, i);
    from = i + 1;
  }
  return from === 0 ? text : kept + text.slice(from);
}

/** The same for every character there is, many times slower. */
function anyPlain(text: string): string {
  return text.normalize('NFKC').replace(/[\s\p{P}]/gu, '');
}

const KEPT = 1;
const LEFT_OUT = 2;

/** What becomes of a character, whatever stands beside it; 0: not known by itself. */
const KINDS = kindsOf([
  [0x20, 0x7e],
  // General punctuation, of CJK what is no mark above or below another character, the common characters, full-width forms.
  [0x2010, 0x2027],
  [0x3001, 0x3029],
  [0x4e00, 0x9fa5],
  [0xff01, 0xff5e],
]);

function kindsOf(ranges: readonly (readonly [first: number, last: number])[]): Uint8Array {
  const kinds = new Uint8Array(0x1_0000);
  for (const [first, last] of ranges) {
    for (let unit = first; unit <= last; unit += 1) {
      const char = String.fromCharCode(unit);
      const becomes = anyPlain(char);
      if (becomes === char) kinds[unit] = KEPT;
      else if (becomes === '') kinds[unit] = LEFT_OUT;
    }
  }
  return kinds;
}
