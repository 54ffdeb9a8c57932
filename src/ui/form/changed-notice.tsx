import { useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { get } from '../api/client.ts';
import type { MatterView } from '../api/types.ts';
import { instantWords } from '../time-words.ts';

/** Somebody else was quicker: says who did what, and goes on with what was typed. */
export function ChangedNotice({ matterId, since, reload }: { matterId: string; since: number; reload: () => Promise<void> }) {
  const matter = useQuery({ queryKey: ['changed', matterId, since], queryFn: () => get<MatterView>(`/api/matters/${matterId}`) });
  const later = (matter.data?.timeline ?? []).filter((act) => act.seq > since);
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      className="fh-note"
      title="您填写期间，此事项已有新的办理"
      description={
        <>
          <ul>
            {later.map((act) => (
              <li key={act.seq}>
                {instantWords(act.recordedAt)}　{act.actor.name}
                {act.actor.organisation === null ? '' : `（${act.actor.organisation}）`}　{act.label}
              </li>
            ))}
          </ul>
          <p>读取最新情况后，您已填写的内容仍然保留，可核对后再确认。</p>
        </>
      }
      action={
        <Button type="primary" onClick={() => void reload()}>
          读取最新情况
        </Button>
      }
    />
  );
}
