/** A text in which the words that were looked for stand out; longer words before shorter ones. */
export function MarkedText({ text, words }: { text: string; words: readonly string[] }) {
  return (
    <>{pieces(text, words).map(({ at, piece, marked }) => (marked ? <mark key={at}>{piece}</mark> : <span key={at}>{piece}</span>))}</>
  );
}

type Piece = { readonly at: number; readonly piece: string; readonly marked: boolean };

function pieces(text: string, words: readonly string[]): readonly Piece[] {
  const longest = words.filter((w) => w !== '').sort((a, b) => b.length - a.length);
  if (longest.length === 0) return [{ at: 0, piece: text, marked: false }];
  const pattern = new RegExp(longest.map((w) => w.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'), 'gi');
  const found: Piece[] = [];
  let end = 0;
  for (const { index, 0: piece } of text.matchAll(pattern)) {
    if (index > end) found.push({ at: end, piece: text.slice(end, index), marked: false });
    found.push({ at: index, piece, marked: true });
    end = index + piece.length;
  }
  if (end < text.length) found.push({ at: end, piece: text.slice(end), marked: false });
  return found;
}
