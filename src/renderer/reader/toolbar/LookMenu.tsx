// The colours of the page, to choose.
import { SunMoon } from 'lucide-react';
import { IconButton } from '../../ui/IconButton.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { useMessages } from '../../ui/i18n.tsx';
import { messages } from '../messages.ts';
import type { PdfEngine } from '../pdf/index.ts';
import { PAGE_THEMES, usePageLook } from '../use-page-look.ts';

/** For every document, and otherwise for this one. */
export function LookMenu({ engine, sha256, className }: { engine: PdfEngine; sha256: string; className: string }) {
  const m = useMessages(messages);
  const { everywhere, here, setEverywhere, setHere } = usePageLook(engine, sha256);
  const labels = { auto: m.themeAuto, light: m.themeLight, dark: m.themeDark, sepia: m.themeSepia };
  return (
    <Menu
      label={m.pageColours}
      trigger={<IconButton className={className} label={m.pageColours} icon={<SunMoon aria-hidden />} />}
      groups={[
        {
          id: 'everywhere',
          title: m.everyDocument,
          entries: PAGE_THEMES.map((theme) => ({
            id: theme,
            label: labels[theme],
            isChecked: everywhere === theme,
            run: () => setEverywhere(theme),
          })),
        },
        {
          id: 'here',
          title: m.thisDocument,
          entries: [
            {
              id: 'here-as-all',
              label: m.asEverywhere,
              isChecked: here.theme === null,
              run: () => setHere({ theme: null }),
            },
            ...PAGE_THEMES.filter((theme) => theme !== 'auto').map((theme) => ({
              id: `here-${theme}`,
              label: labels[theme],
              isChecked: here.theme === theme,
              run: () => setHere({ theme }),
            })),
          ],
        },
        {
          id: 'figures',
          entries: [
            {
              id: 'invert',
              label: m.invertFigures,
              isChecked: here.invertsFigures,
              run: () => setHere({ invertsFigures: !here.invertsFigures }),
            },
          ],
        },
      ]}
    />
  );
}
