import { Button, Group } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { ApiError, Listed } from '../api';
import { asError, type Loading, useLoad } from '../load';
import { Problem } from './loaded';

interface Paged<T> extends Loading<Listed<T>> {
  more: (() => Promise<void>) | undefined;
  moreBusy: boolean;
  moreError: ApiError | undefined;
}

/** A list that grows page by page; a change of filters starts it again. */
export function usePaged<T>(
  ask: (cursor: string | undefined, signal?: AbortSignal) => Promise<Listed<T>>,
  key: string,
  every?: number,
): Paged<T> {
  const first = useLoad((signal) => ask(undefined, signal), key, every);
  const [rest, setRest] = useState<{ of: Listed<T>; items: T[]; next?: string | undefined }>();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: other filters, other pages.
  useEffect(() => {
    setRest(undefined);
    setError(undefined);
  }, [key]);

  const grown = rest && first.data && rest.of === first.data ? rest : undefined;
  const next = grown ? grown.next : first.data?.next;
  const more = async () => {
    const of = first.data;
    if (!of || next === undefined) return;
    setBusy(true);
    setError(undefined);
    try {
      const page = await ask(next);
      setRest({ of, items: [...(grown?.items ?? []), ...page.items], next: page.next });
    } catch (cause) {
      setError(asError(cause));
    }
    setBusy(false);
  };
  return {
    ...first,
    data: first.data && {
      items: [...first.data.items, ...(grown?.items ?? [])],
      ...(next === undefined ? {} : { next }),
    },
    more: next === undefined ? undefined : more,
    moreBusy: busy,
    moreError: error,
  };
}

export function More<T>({ paged }: { paged: Paged<T> }) {
  if (!paged.more && !paged.moreError) return null;
  return (
    <Group justify="center" p="md">
      <Problem error={paged.moreError} />
      <Button variant="default" loading={paged.moreBusy} onClick={() => void paged.more?.()}>
        Show more
      </Button>
    </Group>
  );
}
