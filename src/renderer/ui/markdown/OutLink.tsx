// A link in rendered Markdown: it never moves the window; addresses go through the host's one gate.
import type { AnchorHTMLAttributes, MouseEvent } from 'react';
import { openExternal } from '../../host/host.ts';

/** Opens `href` outside, or scrolls to its footnote; without an address it is plain text. */
export function OutLink({ href, children, title, ...rest }: AnchorHTMLAttributes<HTMLAnchorElement>) {
  if (!href) return <span {...rest}>{children}</span>;
  const onClick = (event: MouseEvent<HTMLAnchorElement>) => {
    event.preventDefault();
    event.stopPropagation();
    if (href.startsWith('#'))
      event.currentTarget.ownerDocument.getElementById(href.slice(1))?.scrollIntoView({ block: 'center' });
    else openExternal(href);
  };
  return (
    <a
      {...rest}
      href={href}
      title={title ?? (href.startsWith('#') ? undefined : href)}
      rel="noreferrer noopener"
      onClick={onClick}
      onAuxClick={onClick}
    >
      {children}
    </a>
  );
}
