// Catches what breaks while a part of the window is drawn, and offers a way on.
import { TriangleAlert } from 'lucide-react';
import { Component, type ErrorInfo, type ReactNode } from 'react';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { messagesIn } from '../ui/i18n.tsx';
import { uiLanguage } from '../ui/language.ts';
import { go } from '../ui/navigation.tsx';
import { toast } from '../ui/toast-queue.ts';
import { messages } from './messages.ts';

type Props = { children: ReactNode; /** A new value clears the error: the user went elsewhere. */ resetKey?: unknown };
type State = { error: Error | null; details: string };

/** Mounted around the window and around each view. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { error: null, details: '' };

  static getDerivedStateFromError(error: unknown): Partial<State> {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override componentDidCatch(error: Error, info: ErrorInfo): void {
    console.error(error);
    this.setState({ details: `${error.stack ?? error.message}\n${info.componentStack ?? ''}` });
  }

  override componentDidUpdate(before: Props): void {
    if (this.state.error && before.resetKey !== this.props.resetKey) this.reset();
  }

  readonly reset = (): void => this.setState({ error: null, details: '' });

  readonly copy = (): void => {
    const m = messagesIn(messages, uiLanguage());
    void navigator.clipboard.writeText(this.state.details).then(() => toast({ text: m.copied }));
  };

  override render(): ReactNode {
    const { error } = this.state;
    if (!error) return this.props.children;
    const m = messagesIn(messages, uiLanguage());
    return (
      <EmptyState
        icon={<TriangleAlert aria-hidden />}
        title={m.crashTitle}
        actions={
          <>
            <Button variant="accent" onPress={this.reset}>
              {m.tryAgain}
            </Button>
            <Button
              onPress={() => {
                go({ view: 'library' });
                this.reset();
              }}
            >
              {m.goLibrary}
            </Button>
            <Button variant="quiet" onPress={this.copy}>
              {m.copyDetails}
            </Button>
          </>
        }
      >
        <p role="alert">{m.crashText}</p>
        <p>
          <code>{error.message}</code>
        </p>
      </EmptyState>
    );
  }
}
