import type { Conflict, LawLibrary } from '#law/library/library';
import { articleText } from '#law/library/locate';
import type { ComparedTexts } from './contract.ts';
import { articleLabel } from './library-views.ts';

export function sourcesOf(library: LawLibrary, { law, edition }: Pick<Conflict, 'law' | 'edition'>): readonly string[] {
  const found = library.laws.get(law)?.find((e) => e.label === edition && e.texts.length > 1);
  return found?.texts.map((t) => t.source) ?? [];
}

/** The articles in which texts of one edition differ, side by side; null where there are no such texts. */
export function comparedTexts(library: LawLibrary, law: string, edition: string): ComparedTexts | null {
  const found = library.laws.get(law)?.find((e) => e.label === edition && e.texts.length > 1);
  const [first] = found?.texts ?? [];
  if (found === undefined || first === undefined) return null;
  const keys = [...new Set(found.texts.flatMap((t) => [...t.articles.keys()]))].sort((a, b) => a - b);
  const all = keys.map((key) => ({
    label: articleLabel({ number: Math.floor(key / 100), sub: key % 100 }),
    texts: found.texts.map((t) => {
      const article = t.articles.get(key);
      return article === undefined ? null : articleText(article);
    }),
  }));
  const places = all.filter(({ texts }) => new Set(texts).size > 1);
  return { title: first.text.title, edition, sources: found.texts.map((t) => t.source), same: all.length - places.length, places };
}
