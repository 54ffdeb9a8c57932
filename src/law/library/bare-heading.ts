import { articleMarker } from './markers.ts';

/** A few words without any mark: 附则, 法律责任, 附 则. */
const WORDS = /^[\u4e00-\u9fff][\u4e00-\u9fff\s]{1,20}$/;
const SENTENCE_END = /[。；]$/;

/**
 * A chapter heading that has lost its number, 附则 or 法律责任: a few words between the end of one article and the very next one.
 * Taken for a paragraph it would be an unlawful 款 of the article before, taken for an annex it would swallow the closing clause.
 */
export function isBareHeading(previous: string | undefined, line: string, next: string | undefined, lastArticle: number): boolean {
  if (
    lastArticle === 0 ||
    previous === undefined ||
    next === undefined ||
    !WORDS.test(line.replace(/^#+\s*/, '')) ||
    !SENTENCE_END.test(previous)
  )
    return false;
  const article = articleMarker(next);
  return article?.set === true && article.sub === 0 && article.number === lastArticle + 1;
}
