import { QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Refused } from './api/call.ts';
import { mayRetry } from './api/use-asked.ts';
import { Desk } from './desk.tsx';
import { SittingProvider, signedOut } from './session/sitting.tsx';
import { applyTheme, themeNow } from './ui/theme.ts';
import { WordsProvider } from './words/words.tsx';

const client = new QueryClient({
  queryCache: new QueryCache({
    onError: (error) => {
      if (error instanceof Refused && error.code === 'not-signed-in')
        signedOut.dispatchEvent(new Event('over'));
    },
  }),
  defaultOptions: { queries: { staleTime: 30_000, retry: mayRetry, refetchOnWindowFocus: false } },
});

applyTheme(themeNow());
const place = document.getElementById('desk');
if (place === null) throw new Error('The page has no place for the desk');
createRoot(place).render(
  <StrictMode>
    <QueryClientProvider client={client}>
      <WordsProvider>
        <SittingProvider>
          <Desk />
        </SittingProvider>
      </WordsProvider>
    </QueryClientProvider>
  </StrictMode>,
);
