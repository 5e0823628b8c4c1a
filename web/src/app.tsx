import { useEffect, useState } from 'react';
import { createBrowserRouter, type RouteObject } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { type ApiError, type Config, loadConfig } from './api';
import { asError } from './load';
import { Door } from './pages/door';
import { Missing } from './pages/missing';
import { Broken, Frame } from './parts/frame';
import { Failed, Waiting } from './parts/loaded';
import { Session } from './session';

/** Each page is its own file for the browser, fetched when somebody goes there. */
const pages: RouteObject[] = [
  { index: true, lazy: async () => ({ Component: (await import('./pages/home')).HomePage }) },
  { path: 'campaigns', lazy: async () => ({ Component: (await import('./pages/campaigns')).CampaignsPage }) },
  {
    path: 'campaigns/new',
    lazy: async () => ({ Component: (await import('./pages/campaign-edit')).CampaignEditPage }),
  },
  { path: 'campaigns/:id', lazy: async () => ({ Component: (await import('./pages/campaign')).CampaignPage }) },
  {
    path: 'campaigns/:id/edit',
    lazy: async () => ({ Component: (await import('./pages/campaign-edit')).CampaignEditPage }),
  },
  { path: 'series', lazy: async () => ({ Component: (await import('./pages/series-list')).SeriesListPage }) },
  { path: 'series/:id', lazy: async () => ({ Component: (await import('./pages/series')).SeriesPage }) },
  { path: 'bookings', lazy: async () => ({ Component: (await import('./pages/bookings')).BookingsPage }) },
  { path: 'people', lazy: async () => ({ Component: (await import('./pages/people')).PeoplePage }) },
  { path: 'people/:id', lazy: async () => ({ Component: (await import('./pages/person')).PersonPage }) },
  { path: 'messages', lazy: async () => ({ Component: (await import('./pages/messages')).MessagesPage }) },
  { path: 'replies', lazy: async () => ({ Component: (await import('./pages/replies')).RepliesPage }) },
  { path: 'audit', lazy: async () => ({ Component: (await import('./pages/audit')).AuditPage }) },
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
