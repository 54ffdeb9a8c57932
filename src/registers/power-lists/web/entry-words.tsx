import { Link } from '@tanstack/react-router';
import type { EntryItem } from '../contract.ts';

export function lastDay(through: string | null): string {
  return through ?? '至今';
}

export function EntryLink({ entry }: { entry: Pick<EntryItem, 'id' | 'name'> }) {
  return <Link to={`/lists/${entry.id}`}>{entry.name}</Link>;
}
