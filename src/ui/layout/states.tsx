import { Link } from '@tanstack/react-router';
import { Alert, Button, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { type Failure, failureOf } from '../api/failure.ts';
import { LawTag } from '../law/law-tag.tsx';

/** Says what would appear here and how. */
export function EmptyState({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <div className="fh-empty">
      <p>{children}</p>
      {action}
    </div>
  );
}

export function Loading({ what }: { what: string }) {
  return (
    <div className="fh-loading" role="status" aria-label={`正在读取${what}`}>
      <Skeleton active title={false} paragraph={{ rows: 4 }} />
    </div>
  );
}

/** What went wrong, where, why and what to do. */
export function ErrorState({ error, where, retry }: { error: unknown; where: string; retry?: () => void }) {
  const failure = failureOf(error);
  return (
    <Alert
      type={failure.is === 'refused' ? 'warning' : 'error'}
      showIcon
      role="alert"
      title={failure.is === 'absent' ? `${where}：没有找到` : `${where}没有读出`}
      description={<FailureWords failure={failure} />}
      action={retry === undefined || failure.is === 'absent' ? undefined : <Button onClick={retry}>重试</Button>}
    />
  );
}

export function FailureWords({ failure }: { failure: Failure }) {
  return (
    <>
      <span>{failure.reason}</span>
      {failure.is === 'refused' && failure.article !== null ? <LawTag article={failure.article} cite={failure.cite} /> : null}
      {failure.is === 'refused' && failure.matterId !== null ? (
        <Link className="fh-after" to={`/matters/${failure.matterId}`}>
          打开已有的一件
        </Link>
      ) : null}
    </>
  );
}

/** Shows what a query has, or why there is nothing yet. */
export function Loaded<T>({
  query,
  what,
  children,
}: {
  query: { readonly data: T | undefined; readonly error: unknown; readonly isPending: boolean; refetch(): unknown };
  what: string;
  children: (data: T) => ReactNode;
}) {
  if (query.data !== undefined) return children(query.data);
  if (query.isPending && query.error === null) return <Loading what={what} />;
  return <ErrorState error={query.error} where={what} retry={() => query.refetch()} />;
}
