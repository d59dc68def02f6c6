import { createContext, useContext } from 'react';

/** Whether what is inside is read just now to be taken along. */
export const OnPaper = createContext(false);

/** True: what only the graphics card paints is to be drawn as well. */
export function useOnPaper(): boolean {
  return useContext(OnPaper);
}
