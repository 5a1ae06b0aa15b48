import { type ComponentProps, lazy, memo, type ReactNode, Suspense, useMemo, useState } from 'react';

import { Attachments } from '../../attachments/shown/attachments.tsx';
import type { SendingFilesProps } from '../../attachments/shown/sending-files.tsx';
import { ForwardedFrom, PinMark } from '../../keep/marks.tsx';
import { HistoryButton } from '../../history/history-button.tsx';
import { ReactionPills } from '../../reactions/reaction-pills.tsx';
import { RepliesButton } from '../../replies/replies-button.tsx';
import { ReceiptsButton } from '../../receipts/receipts-button.tsx';
import { Avatar } from '../../ui/avatar.tsx';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { formatClock, formatDay, formatWhole } from '../../ui/format.ts';
import { MentionedContext } from '../markdown/mention-text.tsx';
import { MessageBody } from '../markdown/message-body.tsx';
import { isUploading, type OutboxEntry, type Refusal } from '../outbox/entry.ts';
import { Quote } from './quote.tsx';
import type { Message, Row } from './row.ts';
import { Tick } from './tick.tsx';
import { type Delivery, deliveryWords } from './ticks.ts';
import { copy, Toolbar, type MessageActions } from './toolbar.tsx';

// Without it a row waits without saying how far it is.
const Nothing = (_: SendingFilesProps) => <></>;
const loadSendingFiles = () =>
  import('../../attachments/shown/sending-files.tsx').then(
    (module) => module.SendingFiles,
    () => Nothing,
  );
const SendingFiles = lazy(async () => ({ default: await loadSendingFiles() }));

interface Props {
  readonly row: Row;
  /** Put in front of its ids, where the same message may stand elsewhere on the page. */
  readonly within?: string;
  readonly own: boolean;
  readonly viewerId: string;
  /** Undefined for other people's messages. */
  readonly delivery: Delivery | undefined;
  readonly position: number;
  readonly setSize: number;
  /** The one row that Tab reaches. */
  readonly reachable: boolean;
  /** Shows what can be done with it, as under the pointer. */
  readonly active: boolean;
  readonly lit: boolean;
  readonly canWrite: boolean;
  readonly canReact: boolean;
  readonly canModerate: boolean;
  readonly editWindow: number | null;
  readonly actions: MessageActions;
  readonly onActivate: (id: string) => void;
}

/** A line of the conversation, with the date and the divider that stand above it. */
export const MessageRow = memo(function MessageRow(props: Props) {
  const { message, startsDay, startsUnread, startsGroup } = props.row;
  return (
    <>
      {startsDay && <DayLine at={message.createdAt} />}
      {startsUnread && <UnreadLine />}
      <div className={cx('mx-auto w-full', startsGroup ? 'pt-3.5' : 'pt-0')}>
        {message.author === null ? <SystemLine {...props} /> : <SpokenLine {...props} />}
      </div>
    </>
  );
});

function DayLine({ at }: { readonly at: string }) {
  return (
    <div className="flex justify-center pt-5 pb-1">
      <time dateTime={at} className="text-meta font-medium text-muted">
        {formatDay(at)}
      </time>
    </div>
  );
}

function UnreadLine() {
  return (
    <div
      className="flex items-center gap-3 px-4 pt-3 text-meta font-semibold text-attention-text"
      data-testid="new-divider"
    >
      <span className="h-px flex-1 bg-attention" />
      New
      <span className="h-px flex-1 bg-attention" />
    </div>
  );
}

const clock = new Intl.DateTimeFormat(undefined, { hour: 'numeric', minute: '2-digit' });

/** The time in the width of a picture: without AM or PM, which the row that starts the group says. */
function gutterClock(at: string): string {
  const parts = clock.formatToParts(new Date(at)).filter(({ type }) => type !== 'dayPeriod');
  return parts
    .map(({ value }) => value)
    .join('')
    .trim();
}

function useHover() {
  const [hovered, setHovered] = useState(false);
  return {
    hovered,
    handlers: {
      // A finger has no hover: a tap makes the row the active one instead.
      onPointerEnter: (event: React.PointerEvent) => setHovered(event.pointerType === 'mouse'),
      onPointerLeave: () => setHovered(false),
    },
  };
}

function SystemLine({ row: { message }, position, setSize, reachable, onActivate }: Props) {
  return (
    <article
      id={message.id}
      data-message={message.id}
      aria-posinset={position}
      aria-setsize={setSize}
      aria-label={`${message.body}, ${formatClock(message.createdAt)}`}
      tabIndex={reachable ? 0 : -1}
      onFocus={() => onActivate(message.id)}
      title={formatWhole(message.createdAt)}
      className="mx-4 flex justify-center rounded-control py-0.5 text-center text-meta text-muted"
    >
      <span dir="auto" className="max-w-[70ch] wrap-anywhere">
        {message.body}
      </span>
    </article>
  );
}

function SpokenLine(props: Props) {
  const {
    row,
    own,
    delivery,
    position,
    setSize,
    reachable,
    active,
    lit,
    canWrite,
    canReact,
    canModerate,
    editWindow,
    actions,
  } = props;
  const { message, startsGroup, waiting } = row;
  const rowId = `${props.within ?? ''}${message.id}`;
  const { hovered, handlers } = useHover();
  const [choosing, setChoosing] = useState(false);
  const author = message.author?.displayName ?? '';
  const deleted = message.deletedAt !== null;
  const carries = message.attachments.length > 0;
  const stored = waiting === undefined;
  return (
    <article
      id={rowId}
      data-message={message.id}
      aria-posinset={position}
      aria-setsize={setSize}
      aria-label={`${author}, ${formatClock(message.createdAt)}`}
      aria-describedby={carries && !deleted ? `${rowId}-body ${rowId}-files` : `${rowId}-body`}
      tabIndex={reachable ? 0 : -1}
      onFocus={() => props.onActivate(message.id)}
      {...handlers}
      className={cx(
        'group/row relative grid grid-cols-[2.25rem_minmax(0,70ch)_auto] gap-x-3 px-4 py-0.5 outline-offset-[-2px] tablet:px-6',
        own && 'bg-surface-own',
        !own && hovered && 'bg-surface-sunken',
        lit && 'message-lit',
      )}
    >
      {startsGroup ? (
        <div className="pt-0.5">
          <Avatar
            id={message.author?.id ?? ''}
            name={author}
            url={message.author?.avatarUrl ?? null}
            size={36}
          />
        </div>
      ) : (
        <time
          dateTime={message.createdAt}
          title={formatWhole(message.createdAt)}
          className={cx(
            'text-center text-[0.6875rem] leading-[1.375rem] whitespace-nowrap text-muted',
            !hovered && !active && 'invisible',
          )}
        >
          {gutterClock(message.createdAt)}
        </time>
      )}

      <div className="min-w-0">
        {startsGroup && (
          <div className="flex items-baseline gap-2">
            <bdi className="min-w-0 truncate font-semibold">{author}</bdi>
            <time
              dateTime={message.createdAt}
              title={formatWhole(message.createdAt)}
              className="shrink-0 text-meta text-muted"
            >
              {formatClock(message.createdAt)}
            </time>
          </div>
        )}
        {message.replyTo && !deleted && (
          <Quote quoted={message.replyTo} reachable={reachable} onJump={actions.jump} />
        )}
        {message.forwardedFrom && !deleted && <ForwardedFrom name={message.forwardedFrom.displayName} />}
        <div id={`${rowId}-body`} className={cx(delivery === 'sending' && 'text-muted')}>
          {deleted ? (
            <p className="text-muted italic">Message deleted</p>
          ) : (
            message.body !== '' && (
              <Mentioning message={message} viewerId={props.viewerId}>
                <MessageBody body={message.body} />
              </Mentioning>
            )
          )}
          {message.editedAt !== null && !deleted && (
            <HistoryButton
              messageId={message.id}
              editedAt={message.editedAt}
              reachable={reachable && active}
            />
          )}
        </div>
        {carries && !deleted && (
          <Attachments
            id={`${rowId}-files`}
            attachments={message.attachments}
            reachable={reachable}
            onView={stored ? actions.view : undefined}
          />
        )}
        {waiting && delivery === 'sending' && isUploading(waiting) && (
          <Suspense fallback={<div className="h-11" />}>
            <SendingFiles files={waiting.files ?? []} onCancel={() => actions.discard(message.id)} />
          </Suspense>
        )}
        {message.reactions.length > 0 && !deleted && (
          <ReactionPills
            message={message}
            rowId={rowId}
            reachable={reachable && active}
            canReact={canReact}
            onToggle={(emoji, on) => actions.react(message, emoji, on)}
          />
        )}
        {message.replyCount > 0 && actions.openReplies && (
          <RepliesButton message={message} reachable={reachable} onOpen={actions.openReplies} />
        )}
        {waiting?.failure != null && (
          <Failed entry={waiting} refusal={waiting.failure} canWrite={canWrite} actions={actions} />
        )}
      </div>

      <div className="flex min-w-4 items-end justify-end gap-1">
        {message.pinnedAt !== null && <PinMark />}
        {delivery && !deleted && !stored && <Tick delivery={delivery} />}
        {delivery && !deleted && stored && (
          <ReceiptsButton
            messageId={message.id}
            label={deliveryWords[delivery]}
            reachable={reachable && active}
          >
            <Tick delivery={delivery} />
          </ReceiptsButton>
        )}
      </div>

      {stored && !deleted && (hovered || active || choosing) && (
        <Toolbar
          message={message}
          actions={actions}
          canWrite={canWrite}
          canReact={canReact}
          own={own}
          editWindow={editWindow}
          canModerate={canModerate}
          onChoosing={setChoosing}
        />
      )}
    </article>
  );
}

type MentioningProps = { readonly message: Message; readonly viewerId: string; readonly children: ReactNode };

/** Tells the text whom it mentions. */
function Mentioning({ message: { mentions, mentionsAll, author }, viewerId, children }: MentioningProps) {
  const mentioned = useMemo(
    () =>
      mentions.length === 0 && !mentionsAll
        ? null
        : { people: mentions, all: mentionsAll, viewerId, own: author?.id === viewerId },
    [mentions, mentionsAll, author?.id, viewerId],
  );
  return <MentionedContext value={mentioned}>{children}</MentionedContext>;
}

interface FailedProps {
  readonly entry: OutboxEntry;
  readonly refusal: Refusal;
  readonly canWrite: boolean;
  readonly actions: MessageActions;
}

/** Why it was not sent, and the ways out that lead anywhere: what one wrote is had back, whether or not one may write here. */
function Failed({ entry, refusal: { reason, final }, canWrite, actions }: FailedProps) {
  const { id, body } = entry;
  return (
    <div className="my-1 flex flex-wrap items-center gap-2 text-meta text-danger-text">
      <span>Couldn’t send. {reason}</span>
      {canWrite && !final && <Choice onClick={() => actions.retry(id)}>Retry</Choice>}
      {canWrite && <Choice onClick={() => actions.takeBack(entry)}>Edit</Choice>}
      {!canWrite && body !== '' && <Choice onClick={() => void copy(body)}>Copy text</Choice>}
      <Choice onClick={() => actions.discard(id)}>Delete</Choice>
    </div>
  );
}

const Choice = (props: ComponentProps<typeof Button>) => <Button className="text-meta" {...props} />;
