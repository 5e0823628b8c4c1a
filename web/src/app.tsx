import { useEffect, useState } from 'react';
import { createBrowserRouter, type RouteObject } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { type ApiError, type Config, loadConfig } from './api';
import { asError } from './load';
import { Session } from './session';
import { Door } from './shell/door';
import { Broken, Frame } from './shell/frame';
import { Missing } from './shell/missing';
import { Failed, Waiting } from './ui/loaded';

/** Each page is its own file for the browser, fetched when somebody goes there. */
const pages: RouteObject[] = [
  { index: true, lazy: async () => ({ Component: (await import('./home/home')).HomePage }) },
  { path: 'campaigns', lazy: async () => ({ Component: (await import('./campaigns/campaigns')).CampaignsPage }) },
  {
    path: 'campaigns/new',
    lazy: async () => ({ Component: (await import('./campaigns/campaign-edit')).CampaignEditPage }),
  },
  { path: 'campaigns/:id', lazy: async () => ({ Component: (await import('./campaigns/campaign')).CampaignPage }) },
  {
    path: 'campaigns/:id/edit',
    lazy: async () => ({ Component: (await import('./campaigns/campaign-edit')).CampaignEditPage }),
  },
  { path: 'series', lazy: async () => ({ Component: (await import('./series/series-list')).SeriesListPage }) },
  { path: 'series/:id', lazy: async () => ({ Component: (await import('./series/series')).SeriesPage }) },
  { path: 'bookings', lazy: async () => ({ Component: (await import('./bookings/bookings')).BookingsPage }) },
  { path: 'people', lazy: async () => ({ Component: (await import('./people/people')).PeoplePage }) },
  { path: 'people/:id', lazy: async () => ({ Component: (await import('./people/person')).PersonPage }) },
  { path: 'messages', lazy: async () => ({ Component: (await import('./inbox/messages')).MessagesPage }) },
  { path: 'replies', lazy: async () => ({ Component: (await import('./inbox/replies')).RepliesPage }) },
  { path: 'audit', lazy: async () => ({ Component: (await import('./audit/audit')).AuditPage }) },
  { path: '*', Component: Missing },
];

const routerFor = (session: Session, config: Config) =>
  createBrowserRouter(
    [
      { path: '/callback', element: <Door session={session} config={config} arriving /> },
      { path: '/signed-out', element: <Door session={session} config={config} /> },
      {
        path: '/',
        element: <Frame session={session} config={config} />,
        children: [{ ErrorBoundary: Broken, HydrateFallback: Waiting, children: pages }],
      },
    ],
    { basename: '/staff' },
  );

/** Settings first, then the routes. */
export function App() {
  const [router, setRouter] = useState<ReturnType<typeof routerFor>>();
  const [error, setError] = useState<ApiError>();
  const [turn, setTurn] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `turn` is how a retry is asked for.
  useEffect(() => {
    let gone = false;
    loadConfig().then(
      (config) => !gone && setRouter(routerFor(new Session(config), config)),
      (cause: unknown) => !gone && setError(asError(cause)),
    );
    return () => {
      gone = true;
    };
  }, [turn]);
  if (router) return <RouterProvider router={router} />;
  return (
    <main style={{ maxWidth: 560, margin: '20vh auto 0', padding: 20 }}>
      <h1>Staff console</h1>
      {error ? (
        <Failed
          error={error}
          retry={() => {
            setError(undefined);
            setTurn((n) => n + 1);
          }}
        />
      ) : (
        <Waiting rows={1} />
      )}
    </main>
  );
}
