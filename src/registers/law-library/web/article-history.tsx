import { CORRESPONDENCE_LABELS } from '#law/library/article-history';
import { queryString } from '#ui/api/query-string.ts';
import { useApi } from '#ui/api/use-api.ts';
import { Loaded } from '#ui/layout/states.tsx';
import type { ArticleHistory, ArticleVersion } from '../contract.ts';
import { validityWords } from './law-words.ts';
import './law-library.css';

/** One article through all editions, side by side, under its number in each. */
export function History({ name, articleKey, on }: { name: string; articleKey: number; on: string }) {
  const history = useApi<ArticleHistory>(`/api/law-library/article${queryString({ name, key: articleKey, on })}`);
  return (
    <Loaded query={history} what="历次文本">
      {({ versions }) => (
        <div className="ll-versions">
          {versions.map((v) => (
            <article key={`${v.law ?? ''} ${v.label} ${v.from}`}>
              <h3>
                {v.law === null ? '' : `《${v.law}》`}
                {v.label}
                {v.place === '' ? '' : `　${v.place}`}
              </h3>
              <div className="fh-quiet">{validityWords(v)}</div>
              <p>{wordsOf(v)}</p>
              {v.how === 'asked' ? null : (
                <div className="fh-quiet">
                  {CORRESPONDENCE_LABELS[v.how]}
                  {v.by === null ? '' : `：${v.by}`}
                </div>
              )}
            </article>
          ))}
        </div>
      )}
    </Loaded>
  );
}

function wordsOf({ text, hasText, how }: ArticleVersion): string {
  if (text !== null) return text;
  if (!hasText) return '文本未收录';
  return how === 'lost' ? '不知道是哪一条' : '没有这一条';
}
