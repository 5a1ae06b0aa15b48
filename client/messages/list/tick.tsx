import { Check, CheckCheck, CircleAlert, Clock3 } from 'lucide-react';

import { cx } from '../../ui/cx.ts';
import { deliveryWords, type Delivery } from './ticks.ts';

const icons = { sending: Clock3, failed: CircleAlert, sent: Check, delivered: CheckCheck, read: CheckCheck };

/** How far an own message has come. */
export function Tick({ delivery }: { readonly delivery: Delivery }) {
  const Icon = icons[delivery];
  const words = deliveryWords[delivery];
  return (
    <span
      role="img"
      aria-label={words}
      title={words}
      data-delivery={delivery}
      className="inline-flex h-[1.375rem] items-center"
    >
      <Icon
        aria-hidden
        size={15}
        strokeWidth={2}
        className={cx(
          delivery === 'read' ? 'text-accent' : delivery === 'failed' ? 'text-danger-text' : 'text-muted',
        )}
      />
    </span>
  );
}
