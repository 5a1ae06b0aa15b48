import { AlertDialog } from '@base-ui/react/alert-dialog';
import type { ReactNode } from 'react';

import { Button } from './button.tsx';

export type ConfirmProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  children: ReactNode;
  /** The verb on the button: «Leave group», never «OK». */
  confirm: string;
  onConfirm: () => void;
};

export function ConfirmCard({ open, onOpenChange, title, children, confirm, onConfirm }: ConfirmProps) {
  return (
    <AlertDialog.Root open={open} onOpenChange={onOpenChange}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className="fixed inset-0 bg-backdrop transition-opacity data-ending-style:opacity-0 data-starting-style:opacity-0" />
        <AlertDialog.Popup className="fixed start-1/2 top-[20vh] w-[min(24rem,calc(100vw-2rem))] -translate-x-1/2 rounded-card bg-surface-raised p-5 shadow-float transition data-ending-style:opacity-0 data-starting-style:opacity-0 rtl:translate-x-1/2">
          <AlertDialog.Title className="text-title font-semibold">{title}</AlertDialog.Title>
          <AlertDialog.Description className="mt-2 text-muted">{children}</AlertDialog.Description>
          <div className="mt-5 flex justify-end gap-2">
            <AlertDialog.Close render={<Button>Cancel</Button>} />
            <AlertDialog.Close render={<Button variant="danger">{confirm}</Button>} onClick={onConfirm} />
          </div>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
