import { useState } from 'react';

/** A choice of how to look at things, kept in this browser per viewer; never anything of substance. */
export function useRemembered<T>(key: string, initial: T, fits: (value: unknown) => value is T): [T, (value: T) => void] {
  const [value, setValue] = useState<T>(() => read(key, initial, fits));
  return [
    value,
    (next) => {
      setValue(next);
      try {
        localStorage.setItem(`fh:${key}`, JSON.stringify(next));
      } catch {
        // A browser that keeps nothing still shows everything.
      }
    },
  ];
}

function read<T>(key: string, initial: T, fits: (value: unknown) => value is T): T {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(`fh:${key}`) ?? 'null');
    return fits(kept) ? kept : initial;
  } catch {
    return initial;
  }
}

export function isTextList(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
