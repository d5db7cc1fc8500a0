// The queue of marks that found no sure place: before and after side by side, to be accepted, placed by hand, or left.
import type { Anchor, AnchorReview } from '#shared/annotations.ts';
import { cropUrl } from '../data/urls.ts';
import { write } from '../data/write.ts';
import { setActive } from '../ui/active.tsx';
import { Button } from '../ui/Button.tsx';
import { useMessages } from '../ui/i18n.tsx';
import { Modal } from '../ui/Modal.tsx';
import { go } from '../ui/navigation.tsx';
import { toast } from '../ui/toast-queue.ts';
import { reviewMessages } from './review-messages.ts';
import styles from './Review.module.css';

type Props = { reviews: readonly AnchorReview[]; isOpen: boolean; onClose: () => void };

/** Each decision is a step of its own, and can be taken back. */
export function Review({ reviews, isOpen, onClose }: Props) {
  const text = useMessages(reviewMessages);
  return (
    <Modal title={text.title} isOpen={isOpen} onClose={onClose} size="large">
      <p className={styles.what}>{reviews.length === 0 ? text.done : text.what}</p>
      <ul className={styles.list}>
        {reviews.map((review) => (
          <Item key={review.id} review={review} onClose={onClose} />
        ))}
      </ul>
    </Modal>
  );
}

function Item({ review, onClose }: { review: AnchorReview; onClose: () => void }) {
  const text = useMessages(reviewMessages);
  const { id, annotation, candidate, score, sha256 } = review;
  // What goes wrong is said by the writer.
  const settle = (take: 'candidate' | 'leave') =>
    void write('annotations', 'settle', { id, take }).catch(() => undefined);
  const pick = () => {
    const { paperId } = annotation;
    if (!paperId) return;
    onClose();
    const page = candidate?.ranges[0]?.page ?? 1;
    setActive({ annotationId: annotation.id, passageId: null, findingId: null });
    go({ view: 'reader', paperId, sha256, page });
    toast({ text: text.pickHint });
  };
  return (
    <li className={styles.item} data-review={id}>
      <div className={styles.two}>
        <Side title={text.before} anchor={annotation.anchor} />
        {candidate ? (
          <Side title={text.after(Math.round(score * 100))} anchor={candidate} />
        ) : (
          <p className={styles.none}>{text.none}</p>
        )}
      </div>
      <div className={styles.tools}>
        {candidate && (
          <Button variant="accent" size="small" onPress={() => settle('candidate')}>
            {text.accept}
          </Button>
        )}
        <Button size="small" onPress={pick}>
          {text.pick}
        </Button>
        <Button size="small" variant="quiet" onPress={() => settle('leave')}>
          {text.leave}
        </Button>
      </div>
    </li>
  );
}

/** Points around the words that are shown with them. */
const MARGIN_PT = 28;

function Side({ title, anchor }: { title: string; anchor: Anchor }) {
  const [first] = anchor.ranges;
  const rects = first?.rects ?? [];
  const around = rects.length
    ? [
        Math.min(...rects.map((rect) => rect[0])) - MARGIN_PT,
        Math.min(...rects.map((rect) => rect[1])) - MARGIN_PT,
        Math.max(...rects.map((rect) => rect[2])) + MARGIN_PT,
        Math.max(...rects.map((rect) => rect[3])) + MARGIN_PT,
      ]
    : null;
  const [x1 = 0, y1 = 0, x2 = 1, y2 = 1] = around ?? [];
  return (
    <figure className={styles.side}>
      <figcaption>{title}</figcaption>
      {around && first && (
        <div className={styles.crop} style={{ aspectRatio: `${x2 - x1} / ${y2 - y1}` }}>
          <img src={cropUrl(anchor.sha256, first.page, around, 720)} alt="" />
          {rects.map((rect) => (
            <span
              key={rect.join(' ')}
              className={styles.mark}
              style={{
                left: `${((rect[0] - x1) / (x2 - x1)) * 100}%`,
                top: `${((y2 - rect[3]) / (y2 - y1)) * 100}%`,
                width: `${((rect[2] - rect[0]) / (x2 - x1)) * 100}%`,
                height: `${((rect[3] - rect[1]) / (y2 - y1)) * 100}%`,
              }}
            />
          ))}
        </div>
      )}
      <blockquote>{anchor.quote}</blockquote>
    </figure>
  );
}
