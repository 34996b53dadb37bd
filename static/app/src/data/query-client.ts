import { QueryClient } from '@tanstack/react-query';

/** Nothing is fetched behind a page's back: each page says itself when it asks, and shows every failure at once. */
export function newQueryClient(): QueryClient {
  const asked = { retry: false, networkMode: 'always' } as const;
  return new QueryClient({
    defaultOptions: {
      queries: { ...asked, staleTime: Infinity, refetchOnWindowFocus: false, refetchOnReconnect: false },
      mutations: asked,
    },
  });
}
