import { useSyncExternalStore } from 'react';

const PHONE = '(max-width: 600px)';

function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const list = window.matchMedia(query);
      list.addEventListener('change', changed);
      return () => list.removeEventListener('change', changed);
    },
    () => window.matchMedia(query).matches,
  );
}

/** 600 px and less: drawer menu, cards for rows, primary button at the bottom. */
export function usePhone(): boolean {
  return useMedia(PHONE);
}
