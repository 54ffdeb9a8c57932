import { Button, Drawer } from 'antd';
import { useState } from 'react';
import { longtext } from '#law';
import { call } from '#ui/api/client.ts';
import { useApi, useRefreshAll } from '#ui/api/use-api.ts';
import { PlainForm } from '#ui/form/plain-form.tsx';
import { EmptyState, Loaded } from '#ui/layout/states.tsx';
import { instantWords } from '#ui/time-words.ts';
import { type HalfAnswer, REQUEST_STATES, type RequestLine } from './admin-types.ts';
import { HalfNote } from './half-note.tsx';

type Decided = { readonly words: string; readonly half: string | null };

/** What was asked and what became of it; the security administrator decides here. */
export function RequestsTab({ asks }: { asks: boolean }) {
  const requests = useApi<{ readonly items: readonly RequestLine[] }>('/api/admin/requests');
  const [refusing, setRefusing] = useState<RequestLine | null>(null);
  const [decided, setDecided] = useState<Decided | null>(null);
  const [reason, setReason] = useState<string | null>(null);
  const refresh = useRefreshAll();
  const post = async (request: RequestLine, action: string, body: object, words: string): Promise<void> => {
    const answer = await call<HalfAnswer>('POST', `/api/admin/requests/${request.id}/${action}`, { body });
    setDecided({ words, half: answer.half });
    setReason(null);
    await refresh();
  };
  const tryPost = (...args: Parameters<typeof post>): void => {
    post(...args).catch((error: unknown) => setReason(error instanceof Error ? error.message : '没有办成'));
  };
  return (
    <div className="fh-list">
      {decided === null ? null : <HalfNote half={decided.half} words={decided.words} close={() => setDecided(null)} />}
      {reason === null ? null : (
        <p className="fh-error" role="alert">
          {reason}
        </p>
      )}
      <Loaded query={requests} what="变更申请">
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState>没有变更申请。新建账号、任命岗位、重置口令、签发密钥的申请会列在这里。</EmptyState>
          ) : (
            <ul className="fh-cards">
              {items.map((request) => (
                <li key={request.id} className="fh-card">
                  <RequestWords request={request} />
                  {request.state !== 'pending' ? null : asks ? (
                    <Button onClick={() => tryPost(request, 'withdraw', {}, '已撤回申请。')}>撤回</Button>
                  ) : (
                    <div className="fh-buttons">
                      <Button
                        type="primary"
                        onClick={() => tryPost(request, 'decide', { approve: true }, `已批准“${request.kindName}”，立即生效。`)}
                      >
                        批准
                      </Button>
                      <Button onClick={() => setRefusing(request)}>不批准</Button>
                    </div>
                  )}
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      <Drawer open={refusing !== null} onClose={() => setRefusing(null)} title="不批准" size={480} destroyOnHidden>
        {refusing === null ? null : (
          <PlainForm
            fields={{ reason: longtext('理由', { max: 500 }) }}
            submitLabel="不批准"
            send={async (input) => {
              await post(refusing, 'decide', { approve: false, ...input }, '未批准，申请人可看到理由。');
              setRefusing(null);
            }}
          />
        )}
      </Drawer>
    </div>
  );
}

function RequestWords({ request }: { request: RequestLine }) {
  return (
    <div className="fh-card-body">
      <div className="fh-card-head">
        <span>{request.kindName}</span>
        <span>
          {request.name}（{request.login}）
        </span>
        <span className="fh-mark">{REQUEST_STATES[request.state]}</span>
      </div>
      <p>理由：{request.reason}</p>
      <p className="fh-quiet">
        {request.requestedBy} 于 {instantWords(request.requestedAt)} 提出
        {request.decidedAt === null
          ? ''
          : `；${request.decidedBy ?? ''} 于 ${instantWords(request.decidedAt)} ${REQUEST_STATES[request.state]}`}
        {request.decisionReason === null ? '' : `：${request.decisionReason}`}
      </p>
    </div>
  );
}
