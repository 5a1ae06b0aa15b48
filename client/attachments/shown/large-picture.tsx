import { ImageOff } from 'lucide-react';
import { type MouseEvent, type TouchEvent, useLayoutEffect, useRef, useState } from 'react';

import type { Attachments_fileFragment } from '../../generated/graphql.ts';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { previewOfSent } from '../../uploads/previews.ts';
import { urlOf } from './picture.tsx';

interface Props {
  readonly file: Attachments_fileFragment;
  readonly onLeave: () => void;
  /** By so many pictures: one on, or one back. */
  readonly onSwipe: (by: 1 | -1) => void;
}

/** So far goes a finger that means the next picture. */
const swipePx = 50;

/** A picture as large as there is room. A click shows it in its own size, at the place that was clicked. */
export function LargePicture({ file, onLeave, onSwipe }: Props) {
  const [width, height] = [file.width ?? 640, file.height ?? 480];
  const room = useRef<HTMLDivElement>(null);
  const isShrunk = useShrunk(room, width, height);
  const [whole, setWhole] = useState(false);
  // Where there has come to be room for all of it, it only fits.
  const large = whole && isShrunk;
  const clicked = useRef({ x: 0.5, y: 0.5 });
  useLayoutEffect(() => {
    if (!large || !room.current) return;
    room.current.scrollLeft = clicked.current.x * width - room.current.clientWidth / 2;
    room.current.scrollTop = clicked.current.y * height - room.current.clientHeight / 2;
  }, [large, width, height]);
  const toggle = ({ nativeEvent, detail, currentTarget }: MouseEvent<HTMLElement>) => {
    const { clientWidth, clientHeight } = currentTarget;
    // The keys point nowhere.
    clicked.current =
      detail === 0
        ? { x: 0.5, y: 0.5 }
        : { x: nativeEvent.offsetX / clientWidth, y: nativeEvent.offsetY / clientHeight };
    setWhole(!whole);
  };
  const [failed, setFailed] = useState(false);
  const [tries, setTries] = useState(0);
  const retry = () => {
    setFailed(false);
    setTries(tries + 1);
    room.current?.focus();
  };
  const picture = (
    <img
      key={tries}
      src={urlOf(file.url)}
      alt={file.name}
      onError={() => setFailed(true)}
      className="max-w-none"
      // As large as there is room, and never larger than it is. The small one, until the large one has come.
      style={{
        width: large ? width : `min(100cqw, ${width}px, 100cqh * ${width / height})`,
        aspectRatio: `${width} / ${height}`,
        background: `center / contain no-repeat url("${previewOfSent(file.id) ?? urlOf(file.thumbnailUrl ?? file.url)}")`,
      }}
    />
  );
  return (
    <div
      ref={room}
      role="presentation"
      tabIndex={-1}
      // A click beside the picture leaves, as on any backdrop.
      onClick={(event) => event.target === event.currentTarget && onLeave()}
      // Here they move the picture.
      onKeyDown={(event) => large && /^(Arrow|Home|End)/.test(event.key) && event.stopPropagation()}
      {...useSwipe(large ? undefined : onSwipe)}
      className={cx(
        'absolute inset-0 grid [container-type:size] place-items-center-safe outline-none',
        large && 'overflow-auto overscroll-contain',
      )}
    >
      {failed ? (
        <div className="flex flex-col items-center gap-3 text-center">
          <ImageOff aria-hidden size={32} strokeWidth={1.5} />
          <p role="alert">
            <bdi>{file.name}</bdi> didn’t load.
          </p>
          <Button onClick={retry}>Try again</Button>
        </div>
      ) : isShrunk ? (
        <button
          type="button"
          aria-label={large ? `Fit ${file.name} to the screen` : `Show ${file.name} in its full size`}
          onClick={toggle}
          className={large ? 'cursor-zoom-out' : 'cursor-zoom-in'}
        >
          {picture}
        </button>
      ) : (
        picture
      )}
    </div>
  );
}

/** Whether there is less room than a picture would take. */
function useShrunk(room: React.RefObject<HTMLElement | null>, width: number, height: number): boolean {
  const [isShrunk, setShrunk] = useState(false);
  useLayoutEffect(() => {
    const measure = () => {
      const { clientWidth = width, clientHeight = height } = room.current ?? {};
      setShrunk(clientWidth < width || clientHeight < height);
    };
    measure();
    addEventListener('resize', measure);
    return () => removeEventListener('resize', measure);
  }, [room, width, height]);
  return isShrunk;
}

/** One finger across, and more across than down; not while the page itself is enlarged, where it moves that. */
function useSwipe(onSwipe: ((by: 1 | -1) => void) | undefined) {
  const from = useRef<{ readonly clientX: number; readonly clientY: number }>(undefined);
  if (!onSwipe) return {};
  return {
    onTouchStart: ({ touches }: TouchEvent) => {
      const alone = touches.length === 1 && (visualViewport?.scale ?? 1) === 1;
      from.current = alone ? touches[0] : undefined;
    },
    onTouchEnd: ({ changedTouches }: TouchEvent) => {
      const to = changedTouches[0];
      if (!from.current || !to) return;
      const across = to.clientX - from.current.clientX;
      const down = to.clientY - from.current.clientY;
      from.current = undefined;
      if (Math.abs(across) > Math.max(swipePx, 2 * Math.abs(down))) onSwipe(across < 0 ? 1 : -1);
    },
  };
}
