import { Link } from '@tanstack/react-router';
import type { MatterView } from '#ui/api/types.ts';
import { useSession } from '#ui/session.tsx';
import { mayAskHelp } from '../../../coordination/assistance/web/case-start.ts';
import { useKinds } from '../frame/kinds.ts';

/** Begins a request for help with what the case knows; for those alone who may begin one. */
export function AskHelp({ matter }: { readonly matter: Pick<MatterView, 'id' | 'kind' | 'state'> }) {
  const { post } = useSession();
  const isAskable = matter.kind === 'ordinary-penalty' && mayAskHelp(matter.state, post.organisationId);
  const kinds = useKinds(isAskable);
  const opening = kinds.data?.kinds.find(({ kind }) => kind === 'assistance')?.opening ?? [];
  if (!isAskable || !opening.some(({ act }) => act === 'draft')) return null;
  return (
    <p>
      <Link to={`/new/assistance/draft?from=${matter.id}`}>请求其他机关协助、协查（带入本案案情）</Link>
    </p>
  );
}
