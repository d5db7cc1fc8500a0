// An image in rendered Markdown: one of the library is shown, any other is a placeholder.
import type { ImgHTMLAttributes } from 'react';
import { imageOf } from '#shared/links.ts';
import { imageUrl } from '../../data/urls.ts';
import { ImagePlaceholder } from './ImagePlaceholder.tsx';
import styles from './markdown.module.css';

/** Shows a stored image; nothing is fetched from elsewhere. */
export function LibraryImage(props: ImgHTMLAttributes<HTMLImageElement>) {
  const sha256 = typeof props.src === 'string' ? imageOf(props.src) : null;
  if (!sha256) return <ImagePlaceholder {...props} />;
  return (
    <img className={styles.stored} src={imageUrl(sha256)} alt={props.alt ?? ''} title={props.title} loading="lazy" />
  );
}
