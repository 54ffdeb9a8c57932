import { useParams } from '@tanstack/react-router';
import { useApi } from '#ui/api/use-api.ts';
import { FactList } from '#ui/layout/fact-list.tsx';
import { Page, Section } from '#ui/layout/page.tsx';
import { Loaded } from '#ui/layout/states.tsx';
import { useSession } from '#ui/session.tsx';
import type { EntryHistory, EntryItem } from '../contract.ts';
import { entryWords, LIST_LABELS } from '../model.ts';
import { periodWords } from './entry-words.tsx';

/** One line of a list with everything that it said before. */
export function EntryPage() {
  const { id = '' } = useParams({ strict: false });
  const history = useApi<EntryHistory>(`/api/power-lists/${id}`);
  const entry = history.data?.entry;
  return (
    <Page
      title={entry?.name ?? '清单事项'}
      back={{ to: '/lists', label: '清单' }}
      marks={entry === undefined ? null : <Standing entry={entry} />}
      status={entry === undefined ? undefined : `${LIST_LABELS[entry.list]} · ${entry.organisationName} · ${entry.code}`}
    >
      <Loaded query={history} what="清单事项">
        {({ versions }) =>
          versions.map((version) => (
            <Section key={version.id} title={periodWords(version)}>
              <Content entry={version} />
            </Section>
          ))
        }
      </Loaded>
    </Page>
  );
}

function Standing({ entry }: { entry: EntryItem }) {
  const { today } = useSession();
  if (today < entry.from) return <span className="fh-mark">{entry.from} 起生效</span>;
  return entry.through !== null && today > entry.through ? <span className="fh-mark">已失效</span> : <span className="fh-quiet">有效</span>;
}

function Content({ entry }: { entry: EntryItem }) {
  const filled = Object.entries(entryWords(entry)).filter(([label, value]) => value !== '' || label === '公布日期');
  return <FactList rows={filled.map(([label, value]) => [label, value === '' ? '没有写明' : value])} />;
}
