const SEGMENTER = new Intl.Segmenter('zh', { granularity: 'word' });
const OPENING = /^[（〔《“‘【「(]$/;
const CLOSING = /^[）〕》”’】」)，。、；：！？]/;
/** Longer pieces (codes, addresses) must be free to turn anywhere. */
const LONGEST = 10;

/**
 * The words of a title, so that its lines turn between words (回行时词意完整): brackets and punctuation stay with the
 * word they belong to, 演示 with its brackets. Joined they are the text again.
 */
export function titleWords(text: string): readonly string[] {
  const words: string[] = [];
  let open = '';
  for (const { segment } of SEGMENTER.segment(text)) {
    const last = words.at(-1);
    if (OPENING.test(segment)) {
      open += segment;
    } else if (open === '' && last !== undefined && (CLOSING.test(segment) || last.length + segment.length <= 2)) {
      words[words.length - 1] = last + segment;
    } else {
      words.push(open + segment);
      open = '';
    }
  }
  if (open !== '') words.push(open);
  return words.flatMap((word) => ([...word].length > LONGEST ? [...word] : [word]));
}
