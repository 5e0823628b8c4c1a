import type { Locale } from '../../core/base/locale';
import { type Purpose, readToken } from '../../core/base/token';
import type { Keys, People } from '../ports';

type ReaderPorts = Keys & People<'load'>;

/** The language of the person a link was made for. Undefined where nobody is found, or has told us nothing yet. */
export async function readerLocale(ports: ReaderPorts, purpose: Purpose, token: string): Promise<Locale | undefined> {
  const [sub = ''] = readToken(ports.keys, purpose, token);
  const person = await ports.people.load(`sub_${sub}`);
  return person?.profile?.locale ?? person?.locale;
}
