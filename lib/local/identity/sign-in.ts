import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Provider } from 'oidc-provider';
import { BodyTooLarge, readBody } from '../world/exchange';
import { chooserPage, pageHeaders, problemPage } from './pages';
import { newcomer, personOf } from './people';

/** Set when someone signs out, so that the next sign-in asks instead of assuming. */
export const leftCookie = 'stridewell_left';

interface SignIn {
  provider: Provider;
  /** The path the provider lives under, without a slash at its end. */
  mount: string;
  uid: string;
  consoleUrl: string;
}

const most = 1024;

/** Nothing that a form of ours says is longer, so a longer one says nothing. */
const formOf = async (req: IncomingMessage): Promise<URLSearchParams> =>
  new URLSearchParams(
    await readBody(req, most).catch((error) => {
      if (error instanceof BodyTooLarge) return '';
      throw error;
    }),
  );

function show(res: ServerResponse, status: number, html: string): void {
  res.writeHead(status, { ...pageHeaders, 'content-length': Buffer.byteLength(html) }).end(html);
}

type Interaction = Awaited<ReturnType<Provider['interactionDetails']>>;

/** The first sign-in is Kim, without a question. After signing out, or on request, the person chooses. */
const asksWho = ({ params, prompt }: Interaction): boolean =>
  params.prompt !== undefined || params.login_hint !== undefined || prompt.reasons.includes('left');

/** Otherwise the provider sends the browser through a sign-out form that needs a script. */
async function forgetPredecessor(provider: Provider, interaction: Interaction, next: string): Promise<void> {
  const before = interaction.session;
  if (!before || before.accountId === next) return;
  const session = await provider.Session.findByUid(before.uid);
  await session?.destroy();
  delete interaction.session;
  await interaction.save(interaction.exp - Math.floor(Date.now() / 1000));
}

/** The page between the authorization request and its answer. */
export async function signIn(at: SignIn, req: IncomingMessage, res: ServerResponse): Promise<void> {
  const interaction = await at.provider.interactionDetails(req, res).catch(() => undefined);
  if (interaction?.uid !== at.uid) return show(res, 400, problemPage(at.consoleUrl));
  if (req.method !== 'GET' && req.method !== 'POST') return void res.writeHead(405, { allow: 'GET, POST' }).end();
  if (interaction.prompt.name === 'consent') return at.provider.interactionFinished(req, res, { consent: {} });
  const asks = asksWho(interaction);
  if (req.method === 'GET' && asks) return show(res, 200, chooserPage());

  const person = req.method === 'GET' ? newcomer : personOf((await formOf(req)).get('as'));
  if (!person) return show(res, 400, chooserPage('Please choose one of these four people.'));
  await forgetPredecessor(at.provider, interaction, person.id);
  res.appendHeader('set-cookie', `${leftCookie}=; Path=${at.mount}; Max-Age=0; HttpOnly; SameSite=Lax`);
  return at.provider.interactionFinished(req, res, { login: { accountId: person.id } });
}
