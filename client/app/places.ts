import { useLocation, useRoute, useRouter } from 'wouter';

/** What the app shows where: its addresses, made and read. */

export const homePlace = '/';

const THREAD_ID = /^thr_[0-9a-f-]{36}$/;
const MESSAGE_ID = /^msg_[0-9a-f-]{36}$/;

export const isThreadId = (text: string) => THREAD_ID.test(text);

interface ThreadShown {
  /** What stands beside the conversation. */
  panel?: 'people';
  /** The message at which it opens. */
  m?: string;
  /** The message whose replies stand beside the conversation. */
  replies?: string;
  /** One of those. */
  reply?: string;
}

export const threadPlace = (threadId: string, shown: ThreadShown = {}) => place(`/t/${threadId}`, shown);

/** The thread that is open; undefined elsewhere. */
export function useOpenThread(): string | undefined {
  const [, params] = useRoute('/t/:threadId');
  return params?.threadId;
}

/** What the address says of the thread that is open; what it cannot mean is left out. */
export function useThreadShown(): ThreadShown {
  const search = useSearch();
  const messageIn = (name: 'm' | 'replies' | 'reply') => {
    const id = search.get(name) ?? '';
    return MESSAGE_ID.test(id) && { [name]: id };
  };
  return {
    ...(search.get('panel') === 'people' && { panel: 'people' }),
    ...messageIn('m'),
    ...messageIn('replies'),
    ...messageIn('reply'),
  };
}

/** @param best whether what fits best stands first; else what is newest */
export const searchPlace = (query = '', best = false) =>
  place('/search', { ...(query !== '' && { q: query }), ...(best && { best: 'true' }) });

export function useSearchShown(): { q: string; best: boolean } {
  const search = useSearch();
  return { q: search.get('q') ?? '', best: search.get('best') === 'true' };
}

export const mentionsPlace = '/mentions';
export const savedPlace = '/saved';
export const settingsPlace = '/settings';

/** As it stands there: wouter's own decodes it before it is taken apart, and so twice. */
function useSearch(): URLSearchParams {
  const router = useRouter();
  return new URLSearchParams(router.searchHook(router));
}

function place(path: string, shown: object): string {
  const search = new URLSearchParams(Object.entries(shown)).toString();
  return search === '' ? path : `${path}?${search}`;
}

/** What is kept with an entry of the browser's history. */
interface Kept {
  /** One came here from another of the app's screens: there is a way back. */
  cameFrom?: true;
}

/** From a screen to which `history.back()` leads back. */
export const leavingTrace: { state: Kept } = { state: { cameFrom: true } };

export const canGoBack = (): boolean => (history.state as Kept | null)?.cameFrom === true;

/** @returns what goes to a place; the same function each time */
export function useNavigate() {
  const [, navigate] = useLocation();
  return navigate;
}
