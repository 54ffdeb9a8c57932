import { Link, useLocation, useNavigate } from '@tanstack/react-router';
import { Button, Input, Select } from 'antd';
import { INSTRUMENT_LEVELS } from '#law';
import { queryString } from '#ui/api/query-string.ts';
import { useApi } from '#ui/api/use-api.ts';
import { DayFilter } from '#ui/form/day-filter.tsx';
import { Page, Section } from '#ui/layout/page.tsx';
import { EmptyState, Loaded } from '#ui/layout/states.tsx';
import { useSession } from '#ui/session.tsx';
import { type LawLine, type LawList, LEVELS, NATIONWIDE, type SearchHits } from '../contract.ts';
import { lawPath, validityWords } from './law-words.ts';
import { MarkedText } from './marked-text.tsx';
import './law-library.css';

type Asked = { readonly q: string; readonly on: string; readonly level: string; readonly place: string };

const lawsPath = ({ q, on, level, place }: Asked, offset?: number): string => `/laws${queryString({ q, on, level, place, offset })}`;

/** 法律法规库: laws by name and articles by their words, as they stand on a day, of one rank or place where one is chosen. */
export function LawsPage() {
  const params = new URLSearchParams(useLocation().searchStr);
  const today = useSession().today;
  const asked: Asked = {
    q: params.get('q')?.trim() ?? '',
    on: params.get('on') ?? today,
    level: params.get('level') ?? '',
    place: params.get('place') ?? '',
  };
  const laws = useApi<LawList>(`/api/law-library${queryString(asked)}`, { keepPrevious: true });
  return (
    <Page
      title="法律法规库"
      actions={<Link to="/law-imports">载入和矛盾</Link>}
      status={asked.on === today ? '按今日有效的条文查找。' : `按${asked.on}有效的条文查找。`}
    >
      <Tools key={JSON.stringify(asked)} asked={asked} places={laws.data?.places ?? []} />
      <Loaded query={laws} what="法规">
        {(list) => {
          const named = list.total > 0 && list.total <= FEW_NAMES;
          return (
            <>
              {named ? <NamesSection list={list} asked={asked} /> : null}
              {asked.q === '' ? null : <Articles asked={asked} />}
              {named ? null : <NamesSection list={list} asked={asked} />}
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}

/** So few bear the name: the words asked for are one, and the law itself stands first. */
const FEW_NAMES = 5;

const LEVEL_OPTIONS = LEVELS.map((level) => ({ value: level, label: INSTRUMENT_LEVELS[level] }));

function Tools({ asked, places }: { asked: Asked; places: readonly string[] }) {
  const navigate = useNavigate();
  const go = (changed: Partial<Asked>) => void navigate({ to: lawsPath({ ...asked, ...changed }) });
  return (
    <search className="fh-list ll-tools">
      <Input.Search
        aria-label="法规名称或条文中的词"
        placeholder="名称或条文中的词，空格分开；加引号的逐字查找"
        defaultValue={asked.q}
        enterButton="查找"
        onSearch={(typed) => go({ q: typed.trim() })}
      />
      <Select
        aria-label="效力层级"
        placeholder="效力层级"
        allowClear
        value={asked.level === '' ? null : asked.level}
        options={LEVEL_OPTIONS}
        onChange={(level?: string | null) => go({ level: level ?? '' })}
        popupMatchSelectWidth={false}
      />
      <Select
        aria-label="适用地域"
        placeholder="适用地域"
        allowClear
        value={asked.place === '' ? null : asked.place}
        options={places.map((value) => ({ value, label: value }))}
        onChange={(place?: string | null) => go({ place: place ?? '' })}
        popupMatchSelectWidth={false}
      />
      <DayFilter label="哪一日有效" day={asked.on} go={(day) => go({ on: day })} />
    </search>
  );
}

function NamesSection({ list, asked }: { list: LawList; asked: Asked }) {
  return (
    <Section title={`名称（${list.total} 部）`}>
      <Names list={list} asked={asked} />
    </Section>
  );
}

function Names({ list, asked }: { list: LawList; asked: Asked }) {
  const filtered = asked.level !== '' || asked.place !== '';
  if (list.total === 0 && asked.q === '' && !filtered)
    return (
      <EmptyState>
        库中还没有法规文本。由市级司法行政部门在“载入和矛盾”页上传，或者由服务器管理员用命令“faheng law import
        路径”载入；载入后十五秒内可查。
      </EmptyState>
    );
  if (list.items.length === 0) return <EmptyState>没有这样的法规{filtered ? '。可以去掉效力层级、适用地域再查' : ''}。</EmptyState>;
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
  const level = law.level === null ? '' : INSTRUMENT_LEVELS[law.level];
  return [level, placeWords(law.place), law.label, validityWords(law), articles, law.stands ? '' : '该日无效']
    .filter((w) => w !== '')
    .join('　');
}

/** The whole country goes without saying. */
function placeWords(place: string): string {
  return place === NATIONWIDE ? '' : place;
}

function Articles({ asked }: { asked: Asked }) {
  const params = new URLSearchParams(useLocation().searchStr);
  const offset = Number(params.get('offset') ?? '0') || 0;
  const hits = useApi<SearchHits>(`/api/law-library/search${queryString({ ...asked, offset })}`, { keepPrevious: true });
  return (
    <Loaded query={hits} what="条文">
      {(found) => (
        <Section title={`条文（${found.more ? `${found.total} 条以上` : `${found.total} 条`}）`}>
          {found.items.length === 0 ? (
            <EmptyState>没有条文同时含有这些词。可减少词数，或者换一个日期、层级、地域。</EmptyState>
          ) : (
            <Hits asked={asked} found={found} offset={offset} />
          )}
        </Section>
      )}
    </Loaded>
  );
}

function Hits({ asked, found, offset }: { asked: Asked; found: SearchHits; offset: number }) {
  const navigate = useNavigate();
  const behind = offset + found.items.length;
  return (
    <>
      <ul className="ll-hits" aria-label="条文">
        {found.items.map((hit) => (
          <li key={`${hit.name} ${hit.edition} ${hit.key}`}>
            <Link to={lawPath(hit.name, asked.on, hit.key)}>
              {hit.title} {hit.label}
            </Link>
            <span className="fh-quiet">{`　${hit.edition}　${placeWords(hit.place)}`}</span>
            <p>
              <MarkedText text={hit.body} words={found.words} />
            </p>
          </li>
        ))}
      </ul>
      {behind < found.total ? (
        <Button className="ll-more" onClick={() => void navigate({ to: lawsPath(asked, behind) })}>
          后面的条文
        </Button>
      ) : null}
      {found.more && behind >= found.total ? (
        <p className="fh-quiet ll-more">含有这些词的条文很多，只列出最贴切的 {found.total} 条；请再加一个词。</p>
      ) : null}
    </>
  );
}
