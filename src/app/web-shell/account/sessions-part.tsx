import { Button } from 'antd';
import { useState } from 'react';
import { call } from '#ui/api/client.ts';
import { failureOf } from '#ui/api/failure.ts';
import { useApi } from '#ui/api/use-api.ts';
import { Loaded } from '#ui/layout/states.tsx';
import { instantWords } from '#ui/time-words.ts';

type OpenSession = {
  readonly id: string;
  readonly createdAt: string;
  readonly seenAt: string;
  readonly source: string;
  readonly agent: string;
  readonly current: boolean;
};

/** Where one is signed in; what one does not know can be ended at once. */
export function SessionsPart() {
  const sessions = useApi<{ readonly items: readonly OpenSession[] }>('/api/sessions');
  const [reason, setReason] = useState<string | null>(null);
  const end = async (id: string): Promise<void> => {
    try {
      await call('DELETE', `/api/sessions/${id}`);
      setReason(null);
    } catch (error) {
      setReason(failureOf(error).reason);
    }
    await sessions.refetch();
  };
  return (
    <Loaded query={sessions} what="登录">
      {(data) => (
        <>
          <ul className="fh-tasks" aria-label="我的登录">
            {data.items.map((one) => (
              <li key={one.id} className="fh-session">
                <span>
                  {one.source}
                  {one.current ? <span className="fh-mark">本次</span> : null}
                </span>
                <span className="fh-quiet">{browserWords(one.agent)}</span>
                <span className="fh-quiet">
                  登录 {instantWords(one.createdAt)}，最近使用 {instantWords(one.seenAt)}
                </span>
                {one.current ? null : <Button onClick={() => void end(one.id)}>结束此登录</Button>}
              </li>
            ))}
          </ul>
          {reason === null ? null : (
            <p className="fh-error" role="alert">
              {reason}
            </p>
          )}
        </>
      )}
    </Loaded>
  );
}

/** The browser and system in two words; the whole text only where neither is known. */
function browserWords(agent: string): string {
  const browser = /(Edg|OPR|QQBrowser|Firefox|Chrome|Safari)\/(\d+)/.exec(agent);
  const system = /Windows|Android|iPhone|iPad|Mac OS X|HarmonyOS|Kylin|UOS|Linux/.exec(agent);
  if (browser === null) return agent.slice(0, 60);
  return `${browser[1] === 'Edg' ? 'Edge' : browser[1]} ${browser[2]}${system === null ? '' : ` · ${system[0]}`}`;
}
