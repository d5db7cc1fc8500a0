// Stands where an image would be: nothing is fetched from elsewhere.
import { ImageOff } from 'lucide-react';
import type { ImgHTMLAttributes } from 'react';
import { useMessages } from '../i18n.tsx';
import { uiMessages } from '../messages.ts';
import styles from './markdown.module.css';

/** Says which image was not loaded. */
export function ImagePlaceholder({ alt, src }: ImgHTMLAttributes<HTMLImageElement>) {
  const m = useMessages(uiMessages);
  const name = alt || (typeof src === 'string' ? (src.split('/').at(-1) ?? '') : '');
  return (
    <span className={styles.image} title={[m.imageWhy, src].filter(Boolean).join('\n')}>
      <ImageOff aria-hidden />
      {m.imageNotLoaded(name)}
    </span>
  );
}
