import { Link, useLocation, useNavigate, useParams } from '@tanstack/react-router';
import { Alert, Button, Drawer, message } from 'antd';
import { useEffect, useState } from 'react';
import { chineseNumeral } from '#law';
import { queryString } from '#ui/api/query-string.ts';
import { useApi } from '#ui/api/use-api.ts';
import { DayFilter } from '#ui/form/day-filter.tsx';
import { Page, Section } from '#ui/layout/page.tsx';
import { EmptyState, Loaded } from '#ui/layout/states.tsx';
import { useSession } from '#ui/session.tsx';
import type { ArticleView, LawView } from '../contract.ts';
import { History } from './article-history.tsx';
import { lawPath, validityWords } from './law-words.ts';
import './law-library.css';

/** One law as it stood on a day, every article with its history. */
export function LawPage() {
  const { name } = useParams({ strict: false }) as { name: string };
  const params = new URLSearchParams(useLocation().searchStr);
  const { today } = useSession();
  const on = params.get('on') ?? today;
  const asked = Number(params.get('article') ?? '') || null;
  const law = useApi<LawView>(`/api/law-library/text${queryString({ name, on })}`, { keepPrevious: true });
  const title = law.data?.title ?? name;
  return (
    <Page title={title} back={{ to: '/laws', label: '法律法规库' }} status={`${on}的条文`} actions={<DayPicker name={name} on={on} />}>
      <Loaded query={law} what={`《${name}》`}>
        {(view) => <Reading view={view} asked={asked} />}
      </Loaded>
    </Page>
  );
}

function DayPicker({ name, on }: { name: string; on: string }) {
  const navigate = useNavigate();
  return <DayFilter label="哪一日的条文" day={on} go={(day) => void navigate({ to: lawPath(name, day) })} />;
}

function Reading({ view, asked }: { view: LawView; asked: number | null }) {
  const [shown, setShown] = useState<ArticleView | null>(null);
  useEffect(() => {
    if (asked !== null) document.getElementById(`article-${asked}`)?.scrollIntoView();
  }, [asked]);
  return (
    <>
      {view.reason === '' ? null : <Alert className="ll-warn" type="warning" showIcon title={view.reason} />}
      {view.edition?.certainty === 'assumed' ? (
        <Alert className="ll-warn" type="info" showIcon title={`${view.edition.label}的施行日文本没有载明，待核定。`} />
      ) : null}
      {view.conflicts.map((c) => (
        <Alert key={c.says} className="ll-warn" type="info" showIcon title={`需要核对：${c.says}`} />
      ))}
      <Editions view={view} />
      {view.articles.length === 0 ? (
        <EmptyState>库中没有该日有效的文本。</EmptyState>
      ) : (
        <Section title={`${view.edition?.label ?? ''}全文`}>
          <div className="ll-text">
            {view.articles.map((a) => (
              <OneArticle key={a.key} article={a} view={view} asked={a.key === asked} onHistory={() => setShown(a)} />
            ))}
          </div>
        </Section>
      )}
      <Drawer open={shown !== null} onClose={() => setShown(null)} size="large" title={`${view.title}${shown?.label ?? ''}的历次文本`}>
        {shown === null ? null : <History name={view.name} articleKey={shown.key} on={view.on} />}
      </Drawer>
    </>
  );
}

function Editions({ view }: { view: LawView }) {
  return (
    <Section title="版本">
      <ul className="ll-hits" aria-label="版本">
        {view.editions.map((e) => (
          <li key={`${e.label} ${e.from}`}>
            {e.from === null ? e.label : <Link to={lawPath(view.name, e.from)}>{e.label}</Link>}　{validityWords(e)}
            {e.hasText ? '' : '　文本未收录'}
            {e.replacedBy === null ? '' : `　由${e.replacedBy}取代`}
          </li>
        ))}
      </ul>
    </Section>
  );
}

type OneProps = { readonly article: ArticleView; readonly view: LawView; readonly asked: boolean; readonly onHistory: () => void };

function OneArticle({ article, view, asked, onHistory }: OneProps) {
  return (
    <>
      {article.divisions.map((d) => (
        <h3 key={d} className="ll-division">
          {d}
        </h3>
      ))}
      <div id={`article-${article.key}`} className={asked ? 'll-article ll-article-asked' : 'll-article'}>
        {article.paragraphs.map((p, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have no other name than their place
          <div key={i}>
            <p>
              {i === 0 ? <span className="ll-article-label">{article.label}</span> : null}
              {p.text}
            </p>
            {p.items.map((item) => (
              <p key={item.number}>
                {`（${chineseNumeral(item.number)}）${[item.text, ...item.subItems.map((s) => `${s.number}．${s.text}`)].join('\n')}`}
              </p>
            ))}
          </div>
        ))}
        <Renumbered article={article} />
        <Button type="link" size="small" aria-label={`${article.label}历次文本`} onClick={onHistory}>
          历次文本
        </Button>
        <Button
          type="link"
          size="small"
          aria-label={`复制引用：${article.label}`}
          onClick={() => void copy(`《${view.title}》${article.label}`)}
        >
          复制引用
        </Button>
      </div>
    </>
  );
}

/** Other numbers of the article before and after this edition, as far as they are stated. */
function Renumbered({ article: { formerly, later } }: { article: ArticleView }) {
  if (formerly.length === 0 && later.length === 0) return null;
  const words = [formerly.length === 0 ? '' : `原为${formerly.join('、')}`, later.length === 0 ? '' : `以后为${later.join('、')}`];
  return <p className="ll-renumbered fh-quiet">{words.filter((w) => w !== '').join('；')}</p>;
}

async function copy(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    message.success(`已复制：${text}`);
  } catch {
    message.info(text);
  }
}
