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

let printing = false;

/** True from the moment the browser makes the page ready for paper until it has done so. */
export function usePrinting(): boolean {
  return useSyncExternalStore(
    (changed) => {
      const tell = (event: Event): void => {
        printing = event.type === 'beforeprint';
        changed();
      };
      window.addEventListener('beforeprint', tell);
      window.addEventListener('afterprint', tell);
      return () => {
        window.removeEventListener('beforeprint', tell);
        window.removeEventListener('afterprint', tell);
      };
    },
    () => printing,
  );
}

/** 600 px and less: drawer menu, cards for rows, primary button at the bottom. */
export function usePhone(): boolean {
  return useMedia(PHONE);
}
