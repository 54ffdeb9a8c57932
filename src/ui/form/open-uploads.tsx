import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { giveUpUpload, openUploads } from '../api/upload-in-parts.ts';
import type { Going } from './use-uploads.ts';

/** What was not uploaded to its end, here or on another page: the same file chosen again goes on. */
export function OpenUploads({ going }: { going: readonly Going[] }) {
  const queries = useQueryClient();
  const { data } = useQuery({ queryKey: ['uploads'], queryFn: openUploads, retry: false, staleTime: 60_000 });
  const waiting = (data?.uploads ?? []).filter((one) => !going.some(({ file }) => file.name === one.name && file.size === one.size));
  if (waiting.length === 0) return null;
  const giveUp = async (id: string): Promise<void> => {
    await giveUpUpload(id).catch(() => undefined);
    await queries.invalidateQueries({ queryKey: ['uploads'] });
  };
  return (
    <ul className="fh-files" aria-label="没有传完的文件">
      {waiting.map((one) => (
        <li key={one.id} className="fh-quiet">
          <span>
            “{one.name}”上次传到 {Math.floor((one.offset / one.size) * 100)}%，再次选择同一文件即接着传（保留三日）
          </span>
          <Button size="small" type="text" aria-label={`放弃没有传完的 ${one.name}`} onClick={() => void giveUp(one.id)}>
            放弃
          </Button>
        </li>
      ))}
    </ul>
  );
}
