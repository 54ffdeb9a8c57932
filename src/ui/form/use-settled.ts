import { useEffect, useState } from 'react';

/** What the server takes as words to search for. */
export const MOST_WORDS = 100;

/** The value once it has stood still for a moment, so that typing asks the server once. */
export function useSettled<T>(value: T, ms = 250): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return settled;
}
