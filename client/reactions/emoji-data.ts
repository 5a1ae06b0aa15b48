import emojis from 'emojibase-data/en/data.json';
import messages from 'emojibase-data/en/messages.json';
import type { EmojiData } from 'frimousse';

/** What servers on every Node.js that Parley runs on know, and fonts by now. */
const newest = 15;

/** Emojibase numbers what nobody picks by itself, such as a skin tone, as this group. */
const component = 'component';

const tones = ['light', 'medium-light', 'medium', 'medium-dark', 'dark'] as const;
type Skins = NonNullable<EmojiData['emojis'][number]['skins']>;

/** All emoji with their names, as the picker wants them. They come with the app: nobody else is asked. */
export function emojiData(): EmojiData {
  const groups = messages.groups.filter(({ key }) => key !== component);
  const listed = new Set(groups.map(({ order }) => order));
  return {
    locale: 'en',
    categories: groups.map(({ order, message }) => ({ index: order, label: capital(message) })),
    skinTones: Object.fromEntries(
      messages.skinTones.map(({ key, message }) => [key, capital(message)]),
    ) as EmojiData['skinTones'],
    emojis: emojis.flatMap(({ emoji, group, version, label, tags, skins }) => {
      if (group === undefined || !listed.has(group) || version > newest) return [];
      const toned = skins?.flatMap(({ tone, emoji: skin }) => {
        const name = typeof tone === 'number' ? tones[tone - 1] : undefined;
        return name ? [[name, skin] as const] : [];
      });
      const one = { emoji, category: group, version, label: capital(label), tags: tags ?? [] };
      return [toned?.length === tones.length ? { ...one, skins: Object.fromEntries(toned) as Skins } : one];
    }),
  };
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
