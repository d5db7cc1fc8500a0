// A link in rendered Markdown: to a thing of the library, else outside.
import { type AnchorHTMLAttributes, createContext, isValidElement, type MouseEvent, type ReactNode, use } from 'react';
import { linkOf, type OwnLink } from '#shared/links.ts';
import { quoteAddress } from '#shared/live-quotes.ts';
import { openLink } from '../open-link.ts';
import { OutLink } from './OutLink.tsx';
import { QuoteSlot } from './quotes.ts';

/** Opens a link of the library; the window's own way unless somebody shows it in place. */
export const LinkContext = createContext<(link: OwnLink) => void>((link) => void openLink(link));

/** Opens its place in the window; addresses outside go through the host. */
export function LibraryLink(props: AnchorHTMLAttributes<HTMLAnchorElement>) {
  const open = use(LinkContext);
  const showQuote = use(QuoteSlot);
  const link = props.href ? linkOf(props.href) : null;
  if (!link) return <OutLink {...props} />;
  const { children, href, ...rest } = props;
  const quote = quoteAddress(href ?? '');
  if (showQuote && quote) return showQuote({ ...quote, words: textOf(children) });
  const onClick = (event: MouseEvent) => {
    event.preventDefault();
    event.stopPropagation();
    open(link);
  };
  return (
    <a {...rest} href={href} data-link={link.kind} onClick={onClick} onAuxClick={onClick}>
      {children}
    </a>
  );
}

/** The words of rendered children, without their form. */
function textOf(children: ReactNode): string {
  if (Array.isArray(children)) return (children as ReactNode[]).map(textOf).join('');
  if (typeof children === 'string' || typeof children === 'number') return String(children);
  return isValidElement<{ children?: ReactNode }>(children) ? textOf(children.props.children) : '';
}
