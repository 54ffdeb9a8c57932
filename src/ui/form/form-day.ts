import { createContext, useContext } from 'react';
import { parseLocalDate } from '#law';
import { useSession } from '../session.tsx';

const Day = createContext<string>('');
/** The day that whoever types tells of, as typed; '' where the act is done today. */
export const FormDayOf = Day.Provider;

/** The day by which registers are asked: the one told of, today as long as none is told. */
export function useFormDay(): string {
  const told = useContext(Day);
  const { today } = useSession();
  return parseLocalDate(told) ?? today;
}
