// Says that marks wait for a place in another version of their file, and opens the queue.
import { MapPinned } from 'lucide-react';
import { useState } from 'react';
import { useRead } from '../data/read.ts';
import { Button } from '../ui/Button.tsx';
import { useMessages } from '../ui/i18n.tsx';
import { Review } from './Review.tsx';
import { reviewMessages } from './review-messages.ts';
import styles from './PdfMarks.module.css';

/** Nothing where none waits. */
export function ReviewNotice({ paperId }: { paperId?: string }) {
  const text = useMessages(reviewMessages);
  const [isOpen, setOpen] = useState(false);
  const reviews = useRead('annotations', 'reviews', paperId ? { paperId } : {}).data;
  if (!reviews || (reviews.length === 0 && !isOpen)) return null;
  return (
    <section className={styles.pdf} aria-label={text.waiting(reviews.length)}>
      <div className={styles.head}>
        <MapPinned aria-hidden className={styles.icon} />
        <span role="status">{text.waiting(reviews.length)}</span>
        <Button size="small" variant="accent" onPress={() => setOpen(true)}>
          {text.review}
        </Button>
      </div>
      <Review reviews={reviews} isOpen={isOpen} onClose={() => setOpen(false)} />
    </section>
  );
}
