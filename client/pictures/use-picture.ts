import { useApolloClient } from '@apollo/client/react';
import { useEffect, useRef, useState } from 'react';

import { readLocalFile } from '../uploads/local-file.ts';
import { requestsOf } from '../uploads/requests.ts';
import { Uploads } from '../uploads/uploads.ts';

/** What the server takes too. */
export const pictureTypes = 'image/jpeg,image/png,image/webp,image/gif,image/avif';
const sizeLimit = 10 * 1024 * 1024;

/** What becomes of a picture that was chosen. */
export type Choice =
  | { readonly status: 'waiting' | 'sending' | 'saving'; readonly preview: string; readonly percent: number }
  | { readonly status: 'failed'; readonly reason: string };

/**
 * Brings a picture to the server and makes it somebody's.
 * @param save resolves to null, or to the reason why not
 */
export function usePicture(save: (pictureId: string) => Promise<string | null>) {
  const client = useApolloClient();
  const [choice, setChoice] = useState<Choice | null>(null);
  const ending = useRef<(() => void) | null>(null);
  const end = () => {
    ending.current?.();
    ending.current = null;
  };
  useEffect(() => end, []);

  async function choose(file: File) {
    end();
    const refused = refusalOf(file);
    if (refused !== null) return setChoice({ status: 'failed', reason: refused });
    const preview = URL.createObjectURL(file);
    let over = false;
    const uploads = new Uploads(requestsOf(client));
    ending.current = () => {
      over = true;
      uploads.stop();
      URL.revokeObjectURL(preview);
    };
    setChoice({ status: 'waiting', preview, percent: 0 });
    const local = { ...(await readLocalFile(file)), purpose: 'PICTURE' as const };
    // Cancelled meanwhile, or another one was chosen.
    if (over) return undefined;
    const finish = (reason: string | null) => {
      if (over) return;
      end();
      setChoice(reason === null ? null : { status: 'failed', reason });
    };
    uploads.subscribe(() => {
      const upload = uploads.stateOf(local.key);
      if (over || upload === undefined) return;
      if (upload.status === 'failed') finish(upload.reason);
      else if (upload.status === 'done') {
        setChoice({ status: 'saving', preview, percent: 100 });
        void save(upload.attachmentId).then(finish);
      } else {
        const percent = upload.status === 'sending' ? Math.floor(100 * upload.sent) : 0;
        setChoice({ status: upload.status, preview, percent });
      }
    });
    return uploads.start(local, { fresh: true });
  }

  return {
    choice,
    choose: (file: File) => void choose(file),
    cancel() {
      end();
      setChoice(null);
    },
    async remove() {
      end();
      setChoice(null);
      const reason = await save('');
      if (reason !== null) setChoice({ status: 'failed', reason });
    },
  };
}

function refusalOf({ type, size }: File): string | null {
  if (!pictureTypes.split(',').includes(type)) return 'Choose a JPEG, PNG, WebP, GIF or AVIF.';
  return size > sizeLimit ? 'A picture has at most 10 MB.' : null;
}
