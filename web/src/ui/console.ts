import { createContext, useContext } from 'react';
import type { ControlsView, Me, Options, Role } from '../../../functions/http/staff/app';
import type { Config } from '../api';
import { atLeast } from '../words';

/** What every page may ask about: who is signed in, what pickers offer, whether sending is on. */
export interface Console {
  me: Me;
  options: Options;
  config: Config;
  controls: ControlsView | undefined;
  reloadControls: () => void;
}

export const ConsoleContext = createContext<Console | undefined>(undefined);

export function useConsole(): Console & { can: (role: Role) => boolean } {
  const known = useContext(ConsoleContext);
  if (!known) throw new Error('A page stands outside the console frame.');
  return { ...known, can: (role) => atLeast(known.me.role, role) };
}
