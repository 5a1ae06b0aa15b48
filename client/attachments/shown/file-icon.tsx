import { File, FileArchive, FileText, Film, Image, Music } from 'lucide-react';

const icons = [
  [/^image\//, Image],
  [/^video\//, Film],
  [/^audio\//, Music],
  [/zip|compressed|x-tar|gzip|x-7z|x-rar/, FileArchive],
  [/^text\/|pdf|document|json|xml|presentation|sheet/, FileText],
] as const;

/** A picture of what a file is. */
export function FileIcon({ contentType }: { readonly contentType: string }) {
  const Icon = icons.find(([pattern]) => pattern.test(contentType))?.[1] ?? File;
  return <Icon aria-hidden size={20} strokeWidth={1.75} />;
}
