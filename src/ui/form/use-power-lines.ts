import { failureOf, offline } from '../api/failure.ts';
import { queryString } from '../api/query-string.ts';
import type { ListPage } from '../api/types.ts';
import { useApi } from '../api/use-api.ts';
import { useSession } from '../session.tsx';
import { useFormDay } from './form-day.ts';
import { type LinesRead, type PowerLine, type Standing, standingOf } from './power-lines.ts';
import { MOST_WORDS, useSettled } from './use-settled.ts';

/** More than anybody reads through; who does not find it types more of it. */
const OFFERED = 30;
const NOT_ASKED: LinesRead = { lines: [], isWhole: true, isReading: false, failure: null };

type PowerLines = {
  readonly lines: readonly PowerLine[];
  readonly standing: Standing;
  readonly retry: () => void;
};

/** The lines of the own organ's 权责清单 and 赋权清单, valid on the day of the form, that answer to the words. */
export function usePowerLines(typed: string): PowerLines {
  const words = typed.trim().slice(0, MOST_WORDS);
  const q = useSettled(words);
  const found = useLinesRead(q);
  const read = { ...found.read, isReading: found.read.isReading || q !== words };
  const isAnyAsked = q !== '' && !read.isReading && read.lines.length === 0 && read.failure === null;
  const any = useLinesRead(isAnyAsked ? '' : null);
  return {
    lines: read.lines,
    standing: standingOf(typed, read, any.read),
    retry: () => {
      found.retry();
      if (isAnyAsked) any.retry();
    },
  };
}

function useLinesRead(q: string | null): { readonly read: LinesRead; readonly retry: () => void } {
  const { organisationId } = useSession().post;
  const on = useFormDay();
  const pathOf = (list: PowerLine['list']): string | null =>
    q === null ? null : `/api/power-lists${queryString({ list, organisation: organisationId, on, q, limit: OFFERED })}`;
  const empowered = useApi<ListPage<PowerLine>>(pathOf('empowerment'), { keepPrevious: true });
  const own = useApi<ListPage<PowerLine>>(pathOf('power'), { keepPrevious: true });
  const both = [empowered, own];
  const wrong = both.find((one) => one.error !== null && one.data === undefined);
  const isCutOff = both.some((one) => one.data === undefined && one.fetchStatus === 'paused');
  const read: LinesRead = {
    lines: both.flatMap((one) => one.data?.items ?? []),
    isWhole: both.every((one) => one.data?.cursor === null),
    isReading: both.some((one) => one.isPending || one.isPlaceholderData),
    failure: wrong !== undefined ? failureOf(wrong.error).reason : isCutOff ? offline().reason : null,
  };
  return { read: q === null ? NOT_ASKED : read, retry: () => both.forEach((one) => void one.refetch()) };
}
