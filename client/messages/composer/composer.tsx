import { SendHorizontal } from 'lucide-react';
import { useId, type KeyboardEvent, type ReactNode, type RefObject } from 'react';

import type { Mentioning } from '../../mentions/use-mentioning.tsx';
import { cx } from '../../ui/cx.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { charactersLeft } from './count.ts';
import { toggleMark } from './format.ts';

interface Props {
  readonly field: RefObject<HTMLTextAreaElement | null>;
  readonly label: string;
  /** Of the whole, where it is not the conversation's. */
  readonly formLabel?: string;
  readonly placeholder: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onSubmit: () => void;
  /** ArrowUp with nothing typed. */
  readonly onArrowUp: () => void;
  /** Leaves the reply or the edit; undefined when there is none, and Esc is for others. */
  readonly onEscape: (() => void) | undefined;
  readonly onBlur: () => void;
  readonly submitLabel: string;
  /** What goes with the text: files alone can be sent, and while one of them is refused, or not back yet, nothing can. */
  readonly files: 'none' | 'some' | 'held';
  /** Between the field and Send, so that from the field one comes back to the list in one step. */
  readonly beside: ReactNode;
  /** Offers people while an @ is typed. */
  readonly mentioning?: Mentioning;
  /** What the text belongs to: the message it answers, or the one it changes. */
  readonly above: ReactNode;
  /** Under the field, where there is always a line. */
  readonly below: ReactNode;
}

/** A field that grows from one line to eight. Enter sends, Shift+Enter breaks the line, and an input method keeps its own Enter. */
export function Composer(props: Props) {
  const { field, value, onChange, onSubmit, files, mentioning } = props;
  const limitId = useId();
  const left = charactersLeft(value);
  const something = value.trim() !== '' || files === 'some';
  const sendable = something && files !== 'held' && (left === undefined || left >= 0);

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    // Safari ends the composition before the key that ended it; only the old key code still tells.
    const composing = event.nativeEvent.isComposing || event.nativeEvent.keyCode === 229;
    if (composing || mentioning?.onKeyDown(event)) return;
    const command = event.ctrlKey || event.metaKey;
    if (event.key === 'Enter' && !event.shiftKey && !event.altKey) {
      event.preventDefault();
      if (sendable) onSubmit();
    } else if (event.key === 'ArrowUp' && value === '' && !event.shiftKey && !command) {
      event.preventDefault();
      props.onArrowUp();
    } else if (event.key === 'Escape' && props.onEscape) {
      event.preventDefault();
      props.onEscape();
    } else if (command && !event.shiftKey && !event.altKey && (event.key === 'b' || event.key === 'i')) {
      event.preventDefault();
      mark(event.currentTarget, event.key === 'b' ? '**' : '*', onChange);
    }
  };

  return (
    <form
      aria-label={props.formLabel ?? 'Write a message'}
      className="shrink-0 px-4 pt-1 pb-[max(0.25rem,env(safe-area-inset-bottom))] tablet:px-6"
      onSubmit={(event) => {
        event.preventDefault();
        if (sendable) onSubmit();
      }}
    >
      <div className="relative rounded-card border border-line-control bg-surface-raised focus-within:border-accent focus-within:outline-1 focus-within:outline-accent">
        {mentioning?.list}
        {props.above}
        <div className="flex items-end gap-1 p-0.5">
          {/*
           * The field is as high as the same text beside it, up to eight lines. Measuring the field itself would make it
           * collapse for a moment, and a list that stands at its end would lose its place.
           */}
          <div className="grid min-w-0 flex-1 *:col-start-1 *:row-start-1 *:px-3 *:py-2.5 *:text-body">
            <div aria-hidden className="invisible max-h-49 overflow-hidden wrap-anywhere whitespace-pre-wrap">
              {`${value} `}
            </div>
            <textarea
              ref={field}
              rows={1}
              dir="auto"
              aria-label={props.label}
              aria-describedby={left === undefined ? undefined : limitId}
              aria-invalid={left !== undefined && left < 0 ? true : undefined}
              placeholder={props.placeholder}
              value={value}
              onChange={({ target }) => {
                mentioning?.onTyped(target.selectionStart);
                onChange(target.value);
              }}
              onKeyDown={onKeyDown}
              onBlur={() => {
                mentioning?.onBlur();
                props.onBlur();
              }}
              {...mentioning?.aria}
              enterKeyHint="send"
              className="min-w-0 resize-none overflow-y-auto bg-transparent wrap-anywhere outline-none placeholder:truncate"
            />
          </div>
          {props.beside}
          <IconButton
            type="submit"
            icon={SendHorizontal}
            label={props.submitLabel}
            side="top"
            // Not `disabled`: the focus must not jump away when the text has gone.
            aria-disabled={!sendable}
            className={cx('m-0.5', sendable ? 'text-accent-text!' : 'opacity-50')}
          />
        </div>
      </div>
      <div className="flex min-h-6 items-center gap-3 px-1 pt-0.5">
        {props.below}
        {left !== undefined && (
          <span
            id={limitId}
            role="status"
            className={cx('shrink-0 text-meta tabular-nums', left < 0 ? 'text-danger-text' : 'text-muted')}
          >
            {left < 0 ? `${(-left).toLocaleString()} too many` : `${left.toLocaleString()} characters left`}
          </span>
        )}
      </div>
    </form>
  );
}

/** Formats the selection in a way that the field's own undo knows. */
function mark(element: HTMLTextAreaElement, sign: string, onChange: (value: string) => void): void {
  const { value: text, selectionStart: start, selectionEnd: end } = element;
  const next = toggleMark({ text, start, end }, sign);
  element.select();
  // Deprecated and without a successor: nothing else writes into a field and keeps its undo.
  const inserted = document.execCommand?.('insertText', false, next.text) ?? false;
  if (!inserted) {
    element.setRangeText(next.text, 0, text.length);
    onChange(next.text);
  }
  element.setSelectionRange(next.start, next.end);
  // A controlled field that React writes again would put the caret at the end; what was typed since has moved it on.
  requestAnimationFrame(() => {
    if (element.value === next.text) element.setSelectionRange(next.start, next.end);
  });
}
