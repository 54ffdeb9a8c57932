import { Link } from '@tanstack/react-router';
import type { EntryItem } from '../contract.ts';

/** 2026-01-01 至今, 2025-01-01 至 2025-12-31. */
export function periodWords({ from, through }: Pick<EntryItem, 'from' | 'through'>): string {
  return through === null ? `${from} 至今` : `${from} 至 ${through}`;
}

/** 岗位职责分解: 执法一中队　王某（15080001）; elsewhere a dash. */
export function dutyWords({ post, officer, certificate }: Pick<EntryItem, 'post' | 'officer' | 'certificate'>): string {
  return post === null ? '—' : `${post}　${officer ?? ''}（${certificate ?? ''}）`;
}

export function EntryLink({ entry }: { entry: Pick<EntryItem, 'id' | 'name'> }) {
  return <Link to={`/lists/${entry.id}`}>{entry.name}</Link>;
}
