import type { FastifyInstance } from 'fastify';
import { type LocalDate, parseLocalDate, shanghaiDay } from '#law';
import type { Platform } from '#platform/acts/perform';
import { ABSENT, deny } from '#platform/identity/answers';
import { ArticleQuery, type CitedPlaces, CiteQuery, type LawList, ListQuery, type SearchHits, SearchQuery, TextQuery } from './contract.ts';
import { type Among, articleHistory, articleHit, citedPlaces, lawLines, lawView, placesIn, textsOn } from './library-views.ts';
import { keepLibrary } from './store-keeper.ts';
import { MOST_RANKED, searchArticles } from './store-search.ts';

type Options = Pick<Platform, 'pool' | 'now'>;
const PAGE = 50;
const signedIn = { scope: 'signed-in' } as const;

function amongOf({ level, place }: Pick<ListQuery, 'level' | 'place'>): Among {
  return { level: level ?? null, place: place ?? null };
}

/** 法律法规库: the law is public, so everybody signed in reads all of it. Nothing here touches a matter. */
export async function lawLibraryRoutes(app: FastifyInstance, { pool, now }: Options): Promise<void> {
  const library = keepLibrary(pool, now);
  const dayOf = (asked: string | undefined): LocalDate => parseLocalDate(asked ?? '') ?? shanghaiDay(now());

  app.get<{ Querystring: ListQuery }>(
    '/api/law-library',
    { schema: { summary: '法规列表', querystring: ListQuery }, config: signedIn },
    async ({ query }): Promise<LawList> => {
      const on = dayOf(query.on);
      const known = await library();
      const lines = lawLines(known, (query.q ?? '').trim(), on, amongOf(query));
      const offset = query.offset ?? 0;
      const items = lines.slice(offset, offset + PAGE);
      return { on, total: lines.length, conflicts: known.conflicts.length, items, places: placesIn(known) };
    },
  );

  app.get<{ Querystring: SearchQuery }>(
    '/api/law-library/search',
    { schema: { summary: '条文全文检索', querystring: SearchQuery }, config: signedIn },
    async ({ query }): Promise<SearchHits> => {
      const on = dayOf(query.on);
      const texts = textsOn(await library(), on, amongOf(query));
      const { articles, looked, wanted } = await searchArticles(pool, query.q, [...texts.keys()], query.offset ?? 0, PAGE);
      const items = articles.flatMap(({ textId, key, body }) => {
        const of = texts.get(textId);
        return of === undefined ? [] : [articleHit(of, key, body)];
      });
      return { on, items, words: wanted.flat(), total: looked, more: looked === MOST_RANKED };
    },
  );

  app.get<{ Querystring: TextQuery }>(
    '/api/law-library/text',
    { schema: { summary: '某日的法规全文', querystring: TextQuery }, config: signedIn },
    async ({ query }, reply) => lawView(await library(), query.name, dayOf(query.on)) ?? deny(reply, ABSENT),
  );

  app.get<{ Querystring: ArticleQuery }>(
    '/api/law-library/article',
    { schema: { summary: '一条的历次文本', querystring: ArticleQuery }, config: signedIn },
    async ({ query }, reply) => articleHistory(await library(), query.name, query.key, dayOf(query.on)) ?? deny(reply, ABSENT),
  );

  app.get<{ Querystring: CiteQuery }>(
    '/api/law-library/cite',
    { schema: { summary: '核对文字中的引用', querystring: CiteQuery }, config: signedIn },
    async ({ query }): Promise<CitedPlaces> => {
      const on = dayOf(query.on);
      return { on, items: citedPlaces(await library(), query.text, on) };
    },
  );
}
