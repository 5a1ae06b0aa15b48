import { pictures, type LocalFile } from '../../uploads/local-file.ts';

/** Where a browser does not know the media type. */
const endings = /\.(hei[cf]|tiff?|bmp|dng|cr[23]|nef|arw|jxl|mov|mp4|m4v)$/i;
/** A drawing knows no place. */
const taken = /^(image\/(?!svg)|video\/(mp4|quicktime))/;

/** A picture that the server does not encode anew, or a film: what a camera wrote into it is sent along. */
export const isSentAsItIs = ({ name, contentType }: Pick<LocalFile, 'name' | 'contentType'>): boolean =>
  !pictures.test(contentType) && (taken.test(contentType) || endings.test(name));
