// The root: what everything stands on (query cache, locale, event stream), and the way in.
import { QueryClientProvider } from '@tanstack/react-query';
import { PlugZap } from 'lucide-react';
import { useEffect } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { listen } from '../data/events.ts';
import { problemCode } from '../data/problems.ts';
import { queryClient } from '../data/query-client.ts';
import { useRead } from '../data/read.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { useMessages } from '../ui/i18n.tsx';
import { setUiLanguage, isUiLanguage, useUiLanguage } from '../ui/language.ts';
import { Recovery } from '../libraries/index.ts';
import { isTheme, showTheme } from '../settings/index.ts';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { messages } from './messages.ts';
import { Shell } from './Shell.tsx';

/** The app. */
export function App() {
  return (
    <QueryClientProvider client={queryClient}>
      <Localised />
    </QueryClientProvider>
  );
}

function Localised() {
  const language = useUiLanguage();
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  useEffect(() => {
    const stop = new AbortController();
    void listen(stop.signal);
    return () => stop.abort();
  }, []);
  return (
    <I18nProvider locale={language === 'zh-Hans' ? 'zh-CN' : 'en-US'}>
      <ErrorBoundary>
        <Entrance />
      </ErrorBoundary>
    </I18nProvider>
  );
}

/** Waits for the settings, so that the first thing shown has the right language and theme. */
function Entrance() {
  const m = useMessages(messages);
  const { data: settings, error, refetch } = useRead('settings', 'all', {});
  const language = settings?.['uiLanguage'];
  const theme = settings?.['theme'];
  useEffect(() => {
    if (isUiLanguage(language)) setUiLanguage(language);
    if (isTheme(theme)) showTheme(theme);
  }, [language, theme]);
  if (settings) return <Shell />;
  if (!error) return null;
  const code = problemCode(error);
  if (code === 'damaged' || code === 'newer') return <Recovery />;
  const isStranger = code === 'unauthorized';
  return (
    <EmptyState
      icon={<PlugZap aria-hidden />}
      title={isStranger ? m.unauthorizedTitle : m.startTitle}
      actions={
        <Button variant="accent" onPress={() => void refetch()}>
          {m.tryAgain}
        </Button>
      }
    >
      <p role="alert">{isStranger ? m.unauthorizedText : m.startText}</p>
    </EmptyState>
  );
}
