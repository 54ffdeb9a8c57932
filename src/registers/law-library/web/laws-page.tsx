import { Link, useLocation, useNavigate } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { queryString } from '#ui/api/query-string.ts';
import { useApi } from '#ui/api/use-api.ts';
import { DayFilter } from '#ui/form/day-filter.tsx';
import { Page, Section } from '#ui/layout/page.tsx';
import { EmptyState, Loaded } from '#ui/layout/states.tsx';
import { useSession } from '#ui/session.tsx';
import type { LawLine, LawList, SearchHits } from '../contract.ts';
import { lawPath, validityWords } from './law-words.ts';
import './law-library.css';

/** 法律法规库: laws by name and articles by their words, as they stand on a day. */
export function LawsPage() {
  const params = new URLSearchParams(useLocation().searchStr);
  const today = useSession().today;
  const q = params.get('q')?.trim() ?? '';
  const on = params.get('on') ?? today;
  const laws = useApi<LawList>(`/api/law-library${queryString({ q, on })}`, { keepPrevious: true });
  return (
    <Page
      title="法律法规库"
      actions={<Link to="/law-imports">载入和矛盾</Link>}
      status={on === today ? '按今日有效的条文查找。' : `按${on}有效的条文查找。`}
    >
      <Tools key={`${q} ${on}`} q={q} on={on} />
      <Loaded query={laws} what="法规">
        {(list) => (
          <>
            <Section title={`名称（${list.total} 部）`}>
              <Names list={list} asked={q} />
            </Section>
            {q === '' ? null : <Articles q={q} on={on} />}
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Tools({ q, on }: { q: string; on: string }) {
  const navigate = useNavigate();
  const go = (changed: { q?: string; on?: string }) => void navigate({ to: `/laws${queryString({ q, on, ...changed })}` });
  return (
    <div className="fh-list ll-tools">
      <Input.Search
        aria-label="法规名称或条文中的词"
        placeholder="法规名称或条文中的词，空格分开"
        defaultValue={q}
        enterButton="查找"
        onSearch={(typed) => go({ q: typed.trim() })}
      />
      <DayFilter label="哪一日有效" day={on} go={(day) => go({ on: day })} />
    </div>
  );
}

function Names({ list, asked }: { list: LawList; asked: string }) {
  if (list.total === 0 && asked === '')
    return (
      <EmptyState>
        库中还没有法规文本。由市级司法行政部门在“载入和矛盾”页上传，或者由服务器管理员用命令“faheng law import
        路径”载入；载入后十五秒内可查。
      </EmptyState>
    );
  if (list.items.length === 0) return <EmptyState>没有这个名称的法规。条文中的词在下方查找。</EmptyState>;
  return (
    <>
      <ul className="ll-hits" aria-label="法规">
        {list.items.map((law) => (
          <li key={law.name}>
            <Link to={lawPath(law.name, list.on)}>{law.title}</Link>
            <div className="fh-quiet">{lineWords(law)}</div>
          </li>
        ))}
      </ul>
      {list.total > list.items.length ? <p className="fh-quiet">只列出前 {list.items.length} 部，请用名称缩小范围。</p> : null}
    </>
  );
}

function lineWords(law: LawLine): string {
  const articles = law.articles === null ? '文本未收录' : `${law.articles} 条`;
  return [law.label, validityWords(law), articles, law.stands ? '' : '该日无效'].filter((w) => w !== '').join('　');
}

function Articles({ q, on }: { q: string; on: string }) {
  const params = new URLSearchParams(useLocation().searchStr);
  const offset = Number(params.get('offset') ?? '0') || 0;
  const hits = useApi<SearchHits>(`/api/law-library/search${queryString({ q, on, offset })}`, { keepPrevious: true });
  const navigate = useNavigate();
  return (
    <Section title="条文">
      <Loaded query={hits} what="条文">
        {({ items, more }) =>
          items.length === 0 ? (
            <EmptyState>没有条文同时含有这些词。可减少词数，或者换一个日期。</EmptyState>
          ) : (
            <>
              <ul className="ll-hits" aria-label="条文">
                {items.map((hit) => (
                  <li key={`${hit.name} ${hit.edition} ${hit.key}`}>
                    <Link to={lawPath(hit.name, on, hit.key)}>
                      {hit.title} {hit.label}
                    </Link>
                    <span className="fh-quiet">　{hit.edition}</span>
                    <p>{hit.body}</p>
                  </li>
                ))}
              </ul>
              {more ? (
                <Button onClick={() => void navigate({ to: `/laws${queryString({ q, on, offset: offset + items.length })}` })}>
                  后面的条文
                </Button>
              ) : null}
            </>
          )
        }
      </Loaded>
    </Section>
  );
}
